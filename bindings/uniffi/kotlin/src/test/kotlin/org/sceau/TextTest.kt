package org.sceau

import java.time.LocalDate
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertNotEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** Text that Kotlin can hold and UTF-8 cannot, text that is too long, and what is said of it. */
class TextTest {
    private val kinds =
        listOf(Nam, Nas, AssessmentNotice, CardReference, Username, EmailAddress, BirthDate)

    @Test
    fun `half of a surrogate pair is a character out of place, wherever text goes`() {
        for (half in listOf("\ud83d", "\ude00", "a\ud83da", "\ude00\ud83d")) {
            for (kind in kinds) assertTrue(kind.parse(half) is Parsed.Refused, kind.wireName)
            assertInstanceOf(Folded.Refused::class.java, Names.fold(half))
            assertInstanceOf(FoldedIcao.Refused::class.java, Names.foldIcao(half))
            assertInstanceOf(ZoneMatch.Refused::class.java, Names.matchesIcao(half, "Élise"))
            assertInstanceOf(ZoneMatch.Refused::class.java, Names.matchesIcao("ELISE", half))
            assertInstanceOf(NameDistance.Refused::class.java, Names.distance("Élise", half))
            assertInstanceOf(Compared.Refused::class.java, Names.compare("Élise", half))
            assertEquals(
                TotpOutcome.Malformed,
                Totp().verify(OtpSecret.generate(), half, last = null),
            )
        }
        assertEquals(
            IdentifierError.Character(2),
            EmailAddress.parse("ab\ud83dc@example.org").errorOrNull,
        )
    }

    @Test
    fun `half of a surrogate pair in a password is an error, and no other password`() {
        val refused =
            assertThrows(PasswordException::class.java) {
                Passwords.verifyAbsent("mot de passe\ud83d")
            }
        assertEquals(PasswordError.InvalidUtf8(12), refused.error)
        assertEquals("password_invalid_utf8", refused.wireName)
        val whole = "passe \ud83d\ude00 partout"
        assertEquals(whole.toByteArray().toList(), whole.toBytes().toList())
    }

    @Test
    fun `half of a surrogate pair in a user's name keeps two names apart`() {
        assertNotEquals("a\ud83d".toBytes().toList(), "a\ude00".toBytes().toList())
        assertNotEquals("a\ud83d".toBytes().toList(), "a?".toBytes().toList())
    }

    @Test
    fun `every parser refuses a mebibyte, nothing, and the character zero`() {
        val long = "1".repeat(1 shl 20)
        for (kind in kinds) {
            assertTrue(kind.parse(long).errorOrNull is IdentifierError.TooLong, kind.wireName)
            assertEquals(IdentifierError.Empty, kind.parse("").errorOrNull)
            assertNull(kind.parse("\u0000").valueOrNull)
        }
        assertInstanceOf(Folded.Refused::class.java, Names.fold("a".repeat(1 shl 20)))
        assertInstanceOf(FoldedIcao.Refused::class.java, Names.foldIcao("a".repeat(1 shl 20)))
        assertEquals(PasswordError.TooLong, passwordError("a".repeat(1 shl 20)))
        assertEquals(PasswordError.Empty, passwordError(""))
        assertEquals(PasswordError.Control(3), passwordError("abc\u0000"))
        assertThrows(PasswordException::class.java) { Passwords.verify("mot de passe", long) }
    }

    private fun passwordError(password: String) =
        assertThrows(PasswordException::class.java) { Passwords.verifyAbsent(password) }.error

    @Test
    fun `a look-alike is told from a mistake`() {
        assertEquals(IdentifierError.LookAlike(0), Nam.parse("Ѕ" + "ERE 7561 3018").errorOrNull)
        assertEquals(IdentifierError.Character(0), Nam.parse("!ERE 7561 3018").errorOrNull)
    }

    @Test
    fun `identifiers of one kind are equal by their compact form`() {
        assertEquals(Nas.parse("130692544"), Nas.parse("130 692-544"))
        assertNotEquals(
            Nas.parse("130692544").valueOrNull,
            CardReference.parse("130692544").valueOrNull,
        )
    }

    @Test
    fun `a year that the core does not know is refused`() {
        val born = LocalDate.of(2012, 2, 29)
        assertEquals(13, born.ageOn(LocalDate.of(2026, 2, 28)))
        assertEquals(14, born.ageOn(LocalDate.of(2026, 3, 1)))
        for (year in listOf(-1, 0, 10_000, 70_000)) {
            assertThrows(IllegalArgumentException::class.java) {
                born.ageOn(LocalDate.of(year, 1, 1))
            }
        }
    }

    @Test
    fun `no policy accepts any name for any other`() {
        assertThrows(IllegalArgumentException::class.java) {
            NamePolicy(setOf(Difference.DIFFERENT))
        }
        val comparison =
            assertInstanceOf(Compared.Comparison::class.java, Names.compare("Hélène", "HELENE"))
        assertEquals(setOf(Difference.CASE, Difference.DIACRITICS), comparison.differences)
        assertTrue(NamePolicy(comparison.differences).accepts(comparison))
        assertTrue(!NamePolicy.SAG.accepts(comparison) && NamePolicy.TOLERANT.accepts(comparison))
    }

    @Test
    fun `a claim has one to four documents`() {
        val (nam, born) =
            Nam.parse("SERE 7561 3018").valueOrNull!! to BirthDate.parse("1975-11-30").valueOrNull!!
        for ((count, error) in
            listOf(0 to IdentityError.NO_DOCUMENT, 5 to IdentityError.TOO_MANY_DOCUMENTS)) {
            val documents = List(count) { Document(DocumentKind.FORM, "Séraphin", "Élise") }
            val refused =
                assertThrows(IdentityException::class.java) {
                    Identity.check(documents, nam, born, LocalDate.of(2026, 11, 23))
                }
            assertEquals(error, refused.error)
        }
    }
}
