package org.sceau

import org.sceau.ffi.ChallengeOutcome as FfiChallengeOutcome
import org.sceau.ffi.CodeText
import org.sceau.ffi.DeliverOutcome as FfiDeliverOutcome
import org.sceau.ffi.IssueOutcome as FfiIssueOutcome
import org.sceau.ffi.challengeOutcomePostWords
import org.sceau.ffi.deliverOutcomePostWords
import org.sceau.ffi.issueOutcomePostUntil
import org.sceau.ffi.issueOutcomePostWords

/**
 * The same outcome, said of a posted code, which is an identification secret to the person. Where
 * the outcome is a [Wait], so is this.
 */
public fun IssueOutcome.ofPost(): Reason {
    val ffi = withoutCode()
    val said = Said({ issueOutcomePostWords(ffi) })
    return if (this is Wait) PostWait(until, ffi, said) else said
}

/** The same outcome, said of a posted code. */
public fun ChallengeOutcome.ofPost(): Reason = Said({ challengeOutcomePostWords(lower()) })

/** The same outcome, said of a posted code. */
public fun DeliverOutcome.ofPost(): Reason = Said({ deliverOutcomePostWords(withoutCode()) })

private class PostWait(
    override val until: UnixTime,
    private val ffi: FfiIssueOutcome,
    said: Reason,
) : Wait, Reason by said {
    override fun message(language: Language, words: String): String =
        issueOutcomePostUntil(ffi, language == Language.FRENCH, words.wellFormed())
}

/** No sentence says the code. */
private val noCode = CodeText("", "")

private fun IssueOutcome.withoutCode() =
    when (this) {
        is IssueOutcome.Issued -> FfiIssueOutcome.Issued(noCode, expires.seconds)
        is IssueOutcome.TooSoon -> FfiIssueOutcome.TooSoon(until.seconds)
        is IssueOutcome.TooMany -> FfiIssueOutcome.TooMany(until.seconds)
        is IssueOutcome.Disabled -> FfiIssueOutcome.Disabled
    }

private fun ChallengeOutcome.lower() =
    when (this) {
        is ChallengeOutcome.Accepted -> FfiChallengeOutcome.Accepted
        is ChallengeOutcome.Wrong -> FfiChallengeOutcome.Wrong(left.toUByte())
        is ChallengeOutcome.Expired -> FfiChallengeOutcome.Expired
        is ChallengeOutcome.Exhausted -> FfiChallengeOutcome.Exhausted
        is ChallengeOutcome.AlreadyUsed -> FfiChallengeOutcome.AlreadyUsed
        is ChallengeOutcome.Malformed -> FfiChallengeOutcome.Malformed
    }

private fun DeliverOutcome.withoutCode() =
    when (this) {
        is DeliverOutcome.Live -> FfiDeliverOutcome.Live(noCode)
        is DeliverOutcome.Expired -> FfiDeliverOutcome.Expired
        is DeliverOutcome.Exhausted -> FfiDeliverOutcome.Exhausted
        is DeliverOutcome.AlreadyUsed -> FfiDeliverOutcome.AlreadyUsed
    }
