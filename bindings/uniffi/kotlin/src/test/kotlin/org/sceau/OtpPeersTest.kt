package org.sceau

import dev.samstevens.totp.code.CodeGenerator
import dev.samstevens.totp.code.DefaultCodeGenerator
import dev.samstevens.totp.code.DefaultCodeVerifier
import dev.samstevens.totp.code.HashingAlgorithm
import dev.samstevens.totp.qr.QrData
import dev.samstevens.totp.secret.DefaultSecretGenerator
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** What docs/migration-otp.md says of java-totp, with java-totp itself. */
class OtpPeersTest {
    private val guide =
        Class.forName("JavaTotpKt").methods.single { it.name.startsWith("verify") }

    // The example lies in no package, from which no test can import: a moment is a long there.
    private fun verify(secret: String, typed: String, last: ULong?): TotpOutcome =
        guide.invoke(null, secret, typed, last, now.seconds.toLong()) as TotpOutcome

    @Test
    fun `the guide's example accepts what java-totp accepts, and accepts it once`() {
        repeat(50) {
            val secret = DefaultSecretGenerator().generate()
            for (offset in -3L..3L) {
                val code = DefaultCodeGenerator().generate(secret, STEP + offset)
                val theirs = verifier(DefaultCodeGenerator()).isValidCode(secret, code)
                assertEquals(offset in -1L..1L, theirs)
                val accepted = TotpOutcome.Accepted((STEP + offset).toULong())
                val expected = if (theirs) accepted else TotpOutcome.Mismatch
                assertEquals(expected, verify(secret, code, null))
                if (theirs) {
                    // java-totp does not remember.
                    assertTrue(verifier(DefaultCodeGenerator()).isValidCode(secret, code))
                    assertEquals(TotpOutcome.Replayed, verify(secret, code, accepted.step))
                }
            }
        }
    }

    @Test
    fun `what java-totp takes for a code`() {
        val secret = DefaultSecretGenerator().generate()
        val code = DefaultCodeGenerator().generate(secret, STEP)
        val spaced = code.take(3) + " " + code.drop(3)
        assertFalse(verifier(DefaultCodeGenerator()).isValidCode(secret, spaced))
        assertEquals(TotpOutcome.Accepted(STEP.toULong()), verify(secret, spaced, null))
        assertFalse(verifier(DefaultCodeGenerator()).isValidCode(secret, "+$code"))
        assertEquals(TotpOutcome.Malformed, verify(secret, "+$code", null))
    }

    @Test
    fun `eight digits of SHA-256, and its URI`() {
        val secret = DefaultSecretGenerator().generate()
        val theirs = DefaultCodeGenerator(HashingAlgorithm.SHA256, 8)
        val ours = Totp(algorithm = OtpAlgorithm.SHA256, digits = Digits.EIGHT)
        val code = ours.code(OtpSecret.fromBase32(secret), now).compact
        assertEquals(theirs.generate(secret, STEP), code)
        assertTrue(verifier(theirs).isValidCode(secret, code))
        val data = QrData.Builder().label("elise@example.org").secret(secret).issuer("Sceau")
        val written = data.algorithm(HashingAlgorithm.SHA256).digits(8).period(30).build().uri
        val read = OtpUri.parse(written)
        assertEquals("elise@example.org", read.account)
        assertEquals(secret, read.secret.base32())
    }

    private fun verifier(generator: CodeGenerator) =
        DefaultCodeVerifier(generator) { now.seconds.toLong() }

    private companion object {
        const val STEP = 60_000_000L
        val now = UnixTime(30u * STEP.toULong() + 15u)
    }
}
