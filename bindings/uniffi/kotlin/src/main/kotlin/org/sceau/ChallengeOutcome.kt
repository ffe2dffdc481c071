package org.sceau

import org.sceau.ffi.ChallengeOutcome as FfiChallengeOutcome
import org.sceau.ffi.DeliverOutcome as FfiDeliverOutcome
import org.sceau.ffi.IssueOutcome as FfiIssueOutcome
import org.sceau.ffi.challengeOutcomeWords
import org.sceau.ffi.deliverOutcomeWords
import org.sceau.ffi.issueOutcomeUntil
import org.sceau.ffi.issueOutcomeWords

/** What became of the wish for a new code. */
public sealed class IssueOutcome private constructor(ffi: FfiIssueOutcome) :
    Reason by Said({ issueOutcomeWords(ffi) }) {
    /** Send [code], which is accepted before [expires]. It replaces every earlier one. */
    public class Issued internal constructor(ffi: FfiIssueOutcome.Issued) : IssueOutcome(ffi) {
        /** The code to send. */
        public val code: Code = Code(ffi.code)

        /** The first moment at which it is no longer accepted. */
        public val expires: UnixTime = UnixTime(ffi.expires)

        override fun toString(): String = "Issued(..)"
    }

    /** The last code is too fresh; a new one can be had at [until]. */
    public data class TooSoon(override val until: UnixTime) :
        IssueOutcome(FfiIssueOutcome.TooSoon(until.seconds)), Wait {
        override fun message(language: Language, words: String): String =
            issueOutcomeUntil(
                FfiIssueOutcome.TooSoon(until.seconds),
                language == Language.FRENCH,
                words.wellFormed(),
            )
    }

    /** As many codes as a period allows have been issued; it ends at [until]. */
    public data class TooMany(override val until: UnixTime) :
        IssueOutcome(FfiIssueOutcome.TooMany(until.seconds)), Wait {
        override fun message(language: Language, words: String): String =
            issueOutcomeUntil(
                FfiIssueOutcome.TooMany(until.seconds),
                language == Language.FRENCH,
                words.wellFormed(),
            )
    }

    /** Too many wrong codes since the last accepted one; a new code does not help. */
    public data object Disabled : IssueOutcome(FfiIssueOutcome.Disabled)
}

/** What became of a code that a person typed. */
public sealed class ChallengeOutcome private constructor(ffi: FfiChallengeOutcome) :
    Reason by Said({ challengeOutcomeWords(ffi) }) {
    /** The code is right. It will not be accepted again. */
    public data object Accepted : ChallengeOutcome(FfiChallengeOutcome.Accepted)

    /** The code is wrong; it has [left] attempts more. */
    public data class Wrong(public val left: Int) :
        ChallengeOutcome(FfiChallengeOutcome.Wrong(left.toUByte()))

    /** The code's time is over. */
    public data object Expired : ChallengeOutcome(FfiChallengeOutcome.Expired)

    /** The code has no attempts left. */
    public data object Exhausted : ChallengeOutcome(FfiChallengeOutcome.Exhausted)

    /** The code was accepted before. */
    public data object AlreadyUsed : ChallengeOutcome(FfiChallengeOutcome.AlreadyUsed)

    /**
     * Not the expected number of decimal digits; of a posted code not thirteen of its characters,
     * or the check character does not fit. Counts as no attempt.
     */
    public data object Malformed : ChallengeOutcome(FfiChallengeOutcome.Malformed)
}

/** What became of the wish to send the live code again. */
public sealed class DeliverOutcome private constructor(ffi: FfiDeliverOutcome) :
    Reason by Said({ deliverOutcomeWords(ffi) }) {
    /** Send [code] again. */
    public class Live internal constructor(ffi: FfiDeliverOutcome.Live) : DeliverOutcome(ffi) {
        /** The code, the same as before. */
        public val code: Code = Code(ffi.code)

        override fun toString(): String = "Live(..)"
    }

    /** The code's time is over. */
    public data object Expired : DeliverOutcome(FfiDeliverOutcome.Expired)

    /** The code has no attempts left. */
    public data object Exhausted : DeliverOutcome(FfiDeliverOutcome.Exhausted)

    /** The code was accepted before. */
    public data object AlreadyUsed : DeliverOutcome(FfiDeliverOutcome.AlreadyUsed)
}

internal fun FfiIssueOutcome.lift() =
    when (this) {
        is FfiIssueOutcome.Issued -> IssueOutcome.Issued(this)
        is FfiIssueOutcome.TooSoon -> IssueOutcome.TooSoon(UnixTime(until))
        is FfiIssueOutcome.TooMany -> IssueOutcome.TooMany(UnixTime(until))
        is FfiIssueOutcome.Disabled -> IssueOutcome.Disabled
    }

internal fun FfiChallengeOutcome.lift() =
    when (this) {
        is FfiChallengeOutcome.Accepted -> ChallengeOutcome.Accepted
        is FfiChallengeOutcome.Wrong -> ChallengeOutcome.Wrong(left.toInt())
        is FfiChallengeOutcome.Expired -> ChallengeOutcome.Expired
        is FfiChallengeOutcome.Exhausted -> ChallengeOutcome.Exhausted
        is FfiChallengeOutcome.AlreadyUsed -> ChallengeOutcome.AlreadyUsed
        is FfiChallengeOutcome.Malformed -> ChallengeOutcome.Malformed
    }

internal fun FfiDeliverOutcome.lift() =
    when (this) {
        is FfiDeliverOutcome.Live -> DeliverOutcome.Live(this)
        is FfiDeliverOutcome.Expired -> DeliverOutcome.Expired
        is FfiDeliverOutcome.Exhausted -> DeliverOutcome.Exhausted
        is FfiDeliverOutcome.AlreadyUsed -> DeliverOutcome.AlreadyUsed
    }
