package org.sceau

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** Numbers that Kotlin can hold and the rules refuse, and text that UTF-8 cannot hold. */
class PasswordRulesTest {
    private val sag = PasswordProfile.SAG_2024.rules

    @Test
    fun `a number out of its range is named, whatever its size`() {
        for (number in listOf(Int.MIN_VALUE, -1, 1, 2, 256, 265, 65_546, Int.MAX_VALUE)) {
            for ((rules, error) in
                listOf(
                    sag.copy(minCharacters = number) to PasswordPolicyError.MIN_CHARACTERS,
                    sag.copy(sequence = number) to PasswordPolicyError.SEQUENCE,
                    sag.copy(keyboard = number) to PasswordPolicyError.KEYBOARD,
                    sag.copy(context = number) to PasswordPolicyError.CONTEXT,
                )) {
                val thrown =
                    assertThrows(PasswordPolicyException::class.java) { PasswordPolicy(rules) }
                assertEquals(error, thrown.error)
            }
        }
        for (profile in PasswordProfile.entries) {
            assertEquals(profile.rules, PasswordPolicy(profile.rules).rules)
        }
    }

    @Test
    fun `every finding of every reason has two sentences, and equals another one like it`() {
        for (reason in PasswordReason.entries) {
            val finding = PasswordFinding(reason, 0, 1, 7)
            assertEquals(reason.wireName, finding.wireName)
            assertEquals(PasswordFinding(reason, 0, 1, 7), finding)
            for (language in Language.entries) {
                assertTrue(finding.message(language).endsWith("."))
                assertFalse(finding.message(language).contains("{"))
            }
        }
        val short = PasswordFinding(PasswordReason.TOO_SHORT, 0, 1, 15)
        assertEquals("Choose a password of at least 15 characters.", short.message(Language.ENGLISH))
    }

    @Test
    fun `a context of half characters and of a mebibyte finds nothing, and shows nothing`() {
        val policy = PasswordProfile.SAG_2024.policy
        for (text in listOf("\ud83d", "esera\ud83dphin", "\u0000", "e".repeat(1 shl 20))) {
            val known = PasswordContext(text, text, text, text, text, text, text)
            assertTrue(policy.check("plume-eseraphin-verte", known).isEmpty())
            assertEquals("PasswordContext(..)", known.toString())
        }
        val refused =
            assertThrows(PasswordException::class.java) { policy.check("mot de passe\ud83d") }
        assertEquals(PasswordError.InvalidUtf8(12), refused.error)
    }
}
