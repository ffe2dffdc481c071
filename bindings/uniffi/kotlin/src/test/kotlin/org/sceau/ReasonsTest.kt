package org.sceau

import java.io.ByteArrayOutputStream
import java.io.PrintStream
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNotEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** Every reason says its name and its two sentences through the border. */
class ReasonsTest {
    private val families: Map<String, List<Reason>> =
        mapOf(
            "key" to KeyError.entries,
            "state" to StateError.entries,
            "challenge policy" to ChallengePolicyError.entries,
            "challenge" to
                listOf(
                    ChallengeOutcome.Accepted,
                    ChallengeOutcome.Wrong(4),
                    ChallengeOutcome.Expired,
                    ChallengeOutcome.Exhausted,
                    ChallengeOutcome.AlreadyUsed,
                    ChallengeOutcome.Malformed,
                ),
            "issue" to
                listOf(
                    issue(ServiceKey.generate(1u)).outcome,
                    IssueOutcome.TooSoon(UnixTime(1u)),
                    IssueOutcome.TooMany(UnixTime(1u)),
                    IssueOutcome.Disabled,
                ),
            "deliver" to
                listOf(
                    DeliverOutcome.Expired,
                    DeliverOutcome.Exhausted,
                    DeliverOutcome.AlreadyUsed,
                ),
            "device policy" to DevicePolicyError.entries,
            "device" to
                listOf(
                    accepted(),
                    DeviceOutcome.Stolen,
                    DeviceOutcome.Expired,
                    DeviceOutcome.Revoked,
                    DeviceOutcome.Unknown,
                    DeviceOutcome.Malformed,
                ),
            "throttle policy" to ThrottlePolicyError.entries,
            "throttle" to
                listOf(
                    ThrottleOutcome.Allowed,
                    ThrottleOutcome.Delayed(UnixTime(1u)),
                    ThrottleOutcome.Suspended(UnixTime(1u)),
                    ThrottleOutcome.Disabled,
                ),
            "otp" to OtpError.entries,
            "otp text" to
                listOf(
                    OtpTextError.SecretTooShort(1),
                    OtpTextError.TooLong(1),
                    OtpTextError.Digit(1),
                    OtpTextError.Character(1),
                    OtpTextError.Padding(1),
                    OtpTextError.Length(1),
                    OtpTextError.StrayBits(1),
                    OtpTextError.Scheme(1),
                    OtpTextError.Kind(1),
                    OtpTextError.Label(1),
                    OtpTextError.Percent(1),
                    OtpTextError.NotCanonical(1),
                    OtpTextError.Duplicate(1),
                    OtpTextError.Missing(1),
                    OtpTextError.Value(1),
                    OtpTextError.Issuer(1),
                ),
            "hotp" to listOf(HotpOutcome.Accepted(1u), HotpOutcome.Mismatch, HotpOutcome.Malformed),
            "totp" to
                listOf(
                    TotpOutcome.Accepted(1u),
                    TotpOutcome.Replayed,
                    TotpOutcome.Mismatch,
                    TotpOutcome.Malformed,
                ),
            "recovery" to
                listOf(
                    RecoveryOutcome.Accepted(9),
                    RecoveryOutcome.Wrong,
                    RecoveryOutcome.AlreadyUsed,
                    RecoveryOutcome.Malformed,
                ),
            "password policy" to PasswordPolicyError.entries,
            "rehash" to RehashReason.entries,
            "password" to
                listOf(
                    PasswordOutcome.Match,
                    PasswordOutcome.MatchRehash(RehashReason.COST),
                    PasswordOutcome.Mismatch,
                ),
            "password error" to
                listOf(
                    PasswordError.Empty,
                    PasswordError.TooLong,
                    PasswordError.InvalidUtf8(1),
                    PasswordError.Control(1),
                    PasswordError.Unnormalizable(1),
                    PasswordError.Disallowed(1),
                    PasswordError.SaltLength,
                    PasswordError.Malformed,
                    PasswordError.UnsupportedScheme,
                    PasswordError.OutsideAcceptPolicy,
                    PasswordError.Iterations,
                    PasswordError.HashTooLong,
                    PasswordError.HashNumber,
                    PasswordError.HashExtraField,
                    PasswordError.HashPadding,
                    PasswordError.HashEncoding,
                    PasswordError.HashPartLength,
                    PasswordError.UnknownPepper,
                    PasswordError.Memory,
                    PasswordError.KeyLength,
                    PasswordError.Argon2Limits,
                    PasswordError.Unfinished,
                ),
            "identifier" to
                listOf(
                    IdentifierError.Empty,
                    IdentifierError.TooShort(1),
                    IdentifierError.TooLong(1),
                    IdentifierError.Character(1),
                    IdentifierError.LookAlike(1),
                    IdentifierError.Date(1),
                    IdentifierError.Differentiator(1),
                    IdentifierError.CheckDigit(1),
                    IdentifierError.NotASin(1),
                    IdentifierError.AtSign(1),
                    IdentifierError.Label(1),
                    IdentifierError.Domain(1),
                ),
            "name" to
                listOf(
                    NameError.Empty,
                    NameError.Unsupported(1),
                    NameError.Character(1),
                    NameError.TooManyMarks(1),
                    NameError.TooLong(1),
                ),
            "difference" to Difference.entries,
            "identity" to IdentityError.entries,
        )

    private fun accepted(): DeviceOutcome {
        val key = ServiceKey.generate(1u)
        val remembered = Device.remember(key, "eseraphin")
        return remembered.state.verify(key, "eseraphin", remembered.token.text).outcome
    }

    @Test
    fun `every reason has a name of its own in its family, and two sentences`() {
        for ((family, reasons) in families) {
            assertEquals(reasons.size, reasons.map { it.wireName }.toSet().size, family)
            for (reason in reasons) {
                assertTrue(reason.wireName.matches(Regex("[a-z0-9_]+")), reason.wireName)
                val (french, english) = Language.entries.map(reason::message)
                assertNotEquals(french, english)
                for (sentence in listOf(french, english)) assertTrue(
                    sentence.endsWith("."),
                    sentence,
                )
            }
        }
    }

    @Test
    fun `a sentence holds the number of its outcome`() {
        assertTrue(ChallengeOutcome.Wrong(3).message(Language.FRENCH).contains("3"))
        assertEquals(ChallengeOutcome.Wrong(3), ChallengeOutcome.Wrong(3))
        assertTrue(RecoveryOutcome.Accepted(7).message(Language.FRENCH).contains("7"))
    }

    @Test
    fun `the README's example says what the README says`() {
        val printed = ByteArrayOutputStream()
        val out = System.out
        System.setOut(PrintStream(printed, true))
        try {
            Class.forName("ReadmeKt").getMethod("main").invoke(null)
        } finally {
            System.setOut(out)
        }
        assertEquals("accepted, store step 1\n", printed.toString())
    }
}
