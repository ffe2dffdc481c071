package org.sceau

import kotlin.time.Duration
import org.sceau.ffi.ChallengeLimits as FfiChallengeLimits
import org.sceau.ffi.ChallengePolicy as FfiChallengePolicy
import org.sceau.ffi.ChallengePolicyException as FfiChallengePolicyException
import org.sceau.ffi.challengeLimitsDefault
import org.sceau.ffi.challengeLimitsPost
import org.sceau.ffi.challengePolicyErrorWords

/**
 * The numbers of a policy, before they are checked: `ChallengeLimits.DEFAULT.copy(attempts = 3)`.
 */
public data class ChallengeLimits(
    /**
     * How many digits the code has; by default 6 (SAG). Null for a posted code, which has twelve
     * letters and a check character.
     */
    public val digits: Digits?,
    /**
     * How long a code is accepted: 1 to 600 s, by default 600 s (SAG; NIST SP 800-63B-4's bound).
     * By post 1 s to 30 days, by default 21 days.
     */
    public val lifetime: Duration,
    /** How many attempts each code has: 1 to 10, by default 5. */
    public val attempts: Int,
    /**
     * How long after a code no other can be had: at most the lifetime, by default 60 s; by post 7
     * days, in which a letter arrives.
     */
    public val cooldown: Duration,
    /**
     * The time over which issues are counted: the lifetime to 30 days, by default a day; by post 30
     * days.
     */
    public val period: Duration,
    /** How many codes a period has: 1 to 100, by default 10; by post 3. */
    public val issues: Int,
    /**
     * How many consecutive wrong codes, over all codes, disable the row: 1 to 100, by default 100.
     */
    public val failures: Int,
) {
    internal fun toFfi() =
        FfiChallengeLimits(
            digits?.ffi,
            lifetime.toFfi(),
            attempts.toFfi8(),
            cooldown.toFfi(),
            period.toFfi(),
            issues.toFfi8(),
            failures.toFfi16(),
        )

    public companion object {
        /** The default numbers. */
        public val DEFAULT: ChallengeLimits = of(challengeLimitsDefault())

        /** The default numbers for a posted code. None of them is public for SAG. */
        public val POST: ChallengeLimits = of(challengeLimitsPost())

        private fun of(ffi: FfiChallengeLimits) =
            ChallengeLimits(
                ffi.digits?.let { checkNotNull(Digits.of(it.toInt())) },
                durationOf(ffi.lifetime),
                ffi.attempts.toInt(),
                durationOf(ffi.cooldown),
                durationOf(ffi.period),
                ffi.issues.toInt(),
                ffi.failures.toInt(),
            )
    }
}

/**
 * What a service allows of a code: numbers that have been checked.
 *
 * @throws ChallengePolicyException for the first number outside the range that its field states
 */
public class ChallengePolicy(
    /** The numbers. */
    public val limits: ChallengeLimits = ChallengeLimits.DEFAULT
) {
    internal val ffi: FfiChallengePolicy =
        try {
            FfiChallengePolicy(limits.toFfi())
        } catch (e: FfiChallengePolicyException) {
            throw ChallengePolicyException(e.lift())
        }

    public companion object {
        /** The default policy. */
        public val DEFAULT: ChallengePolicy = ChallengePolicy()

        /** The default policy for a posted code. */
        public val POST: ChallengePolicy = ChallengePolicy(ChallengeLimits.POST)
    }
}

/** Which number of a policy is out of its range. */
public enum class ChallengePolicyError(private val ffi: FfiChallengePolicyException) :
    Reason by Said({ challengePolicyErrorWords(ffi) }) {
    /** The lifetime is not 1 to 600 seconds, or by post not 1 second to 30 days. */
    LIFETIME(FfiChallengePolicyException.Lifetime()),

    /** The attempts are not 1 to 10. */
    ATTEMPTS(FfiChallengePolicyException.Attempts()),

    /** The cooldown is longer than the lifetime. */
    COOLDOWN(FfiChallengePolicyException.Cooldown()),

    /** The period is shorter than the lifetime, or longer than 30 days. */
    PERIOD(FfiChallengePolicyException.Period()),

    /** The issues are not 1 to 100. */
    ISSUES(FfiChallengePolicyException.Issues()),

    /** The failures are not 1 to 100. */
    FAILURES(FfiChallengePolicyException.Failures()),
}

/** Thrown when a number of a policy is out of its range. */
public class ChallengePolicyException
internal constructor(
    /** Which one. */
    public val error: ChallengePolicyError
) : Exception(error.wireName), Reason by error

private fun FfiChallengePolicyException.lift() =
    when (this) {
        is FfiChallengePolicyException.Lifetime -> ChallengePolicyError.LIFETIME
        is FfiChallengePolicyException.Attempts -> ChallengePolicyError.ATTEMPTS
        is FfiChallengePolicyException.Cooldown -> ChallengePolicyError.COOLDOWN
        is FfiChallengePolicyException.Period -> ChallengePolicyError.PERIOD
        is FfiChallengePolicyException.Issues -> ChallengePolicyError.ISSUES
        is FfiChallengePolicyException.Failures -> ChallengePolicyError.FAILURES
    }
