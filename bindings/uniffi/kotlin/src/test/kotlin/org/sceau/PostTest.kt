package org.sceau

import kotlin.time.Duration.Companion.days
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

class PostTest {
    private val key = ServiceKey(1u, ByteArray(32))
    private val now = UnixTime(1_795_442_400u)
    private val binding = binding(ChallengeChannel.POST)

    private fun binding(channel: ChallengeChannel) =
        ChallengeBinding(
            ChallengePurpose.ADDRESS_VALIDATION,
            channel,
            "eseraphin",
            "1000 rue Principale, Québec QC G1R 4P5",
        )

    @Test
    fun `a letter is posted and typed`() {
        val issued = Challenge.issue(null, key, binding, ChallengePolicy.POST, now)
        val outcome = issued.outcome as IssueOutcome.Issued
        val (compact, display) = outcome.code.compact to outcome.code.display
        assertEquals(21.days.inWholeSeconds.toULong(), outcome.expires.seconds - now.seconds)
        assertEquals(listOf(4, 4, 4, 1), display.split("-").map { it.length })
        assertEquals(compact, display.replace("-", ""))

        val slip = compact.dropLast(1) + if (compact.last() == '0') '1' else '0'
        val mistyped = issued.next.verify(key, binding, slip, now)
        assertEquals(ChallengeOutcome.Malformed, mistyped.outcome)
        val typed = mistyped.next.verify(key, binding, display.lowercase(), now)
        assertEquals(ChallengeOutcome.Accepted, typed.outcome)
    }

    @Test
    fun `its policy is for post alone`() {
        val email = binding(ChallengeChannel.EMAIL)
        for ((other, policy) in
            listOf(email to ChallengePolicy.POST, binding to ChallengePolicy.DEFAULT)) {
            val refused =
                assertThrows<StateException> { Challenge.issue(null, key, other, policy, now) }
            assertEquals(StateError.WRONG_POLICY, refused.error)
        }
    }

    @Test
    fun `it has sentences of its own`() {
        assertEquals(
            "Wrong identification secret. Attempts left: 4.",
            ChallengeOutcome.Wrong(4).ofPost().message(Language.ENGLISH),
        )
        val soon = IssueOutcome.TooSoon(now).ofPost() as Wait
        assertEquals("too_soon", soon.wireName)
        assertTrue(soon.message(Language.ENGLISH).endsWith(" after 2026-11-23 14:00:00 UTC."))
        assertTrue(soon.message(Language.FRENCH, "9 h").endsWith("\u00a0: 9 h."))
        for ((outcome, said) in
            listOf<Pair<Reason, Reason>>(
                IssueOutcome.Disabled to IssueOutcome.Disabled.ofPost(),
                DeliverOutcome.Expired to DeliverOutcome.Expired.ofPost(),
                ChallengeOutcome.Malformed to ChallengeOutcome.Malformed.ofPost(),
            )) {
            assertEquals(outcome.wireName, said.wireName)
            assertTrue("identification secret" in said.message(Language.ENGLISH))
        }
        val issued = Challenge.issue(null, key, binding, ChallengePolicy.POST, now).outcome
        assertTrue("par la poste" in issued.ofPost().message(Language.FRENCH))
    }
}
