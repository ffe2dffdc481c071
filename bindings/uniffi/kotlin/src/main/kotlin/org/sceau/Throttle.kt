package org.sceau

import kotlin.time.Duration
import org.sceau.ffi.ThrottleLimits as FfiThrottleLimits
import org.sceau.ffi.ThrottleOutcome as FfiThrottleOutcome
import org.sceau.ffi.ThrottlePolicy as FfiThrottlePolicy
import org.sceau.ffi.ThrottlePolicyException as FfiThrottlePolicyException
import org.sceau.ffi.throttleGeneration
import org.sceau.ffi.throttleLimitsDefault
import org.sceau.ffi.throttleOutcomeWords
import org.sceau.ffi.throttlePolicyErrorWords

/** The numbers of a policy, before they are checked. None of them is public for SAG. */
public data class ThrottleLimits(
    /** How many failures cost nothing: 0 to 99, by default 4. */
    public val free: Int,
    /**
     * The pause after the first failure beyond them, which then doubles: 1 to 3,600 s, by default 2
     * s.
     */
    public val delay: Duration,
    /** From how many failures on each one suspends: more than [free], by default 10. */
    public val suspendAfter: Int,
    /** How long a suspension lasts: 1 s to 30 days, by default 900 s. */
    public val suspension: Duration,
    /**
     * From how many failures on nothing is allowed any more: [suspendAfter] to 100, by default 100.
     */
    public val failures: Int,
) {
    internal fun toFfi() =
        FfiThrottleLimits(
            free.toFfi16(),
            delay.toFfi(),
            suspendAfter.toFfi16(),
            suspension.toFfi(),
            failures.toFfi16(),
        )

    public companion object {
        /** The default numbers. */
        public val DEFAULT: ThrottleLimits = of(throttleLimitsDefault())

        private fun of(ffi: FfiThrottleLimits) =
            ThrottleLimits(
                ffi.free.toInt(),
                durationOf(ffi.delay),
                ffi.suspendAfter.toInt(),
                durationOf(ffi.suspension),
                ffi.failures.toInt(),
            )
    }
}

/**
 * How many failures a service bears, and what they cost: numbers that have been checked.
 *
 * @throws ThrottlePolicyException for the first number outside the range that its field states
 */
public class ThrottlePolicy(
    /** The numbers. */
    public val limits: ThrottleLimits = ThrottleLimits.DEFAULT
) {
    internal val ffi: FfiThrottlePolicy =
        try {
            FfiThrottlePolicy(limits.toFfi())
        } catch (e: FfiThrottlePolicyException) {
            throw ThrottlePolicyException(e.lift())
        }

    public companion object {
        /** The default policy. */
        public val DEFAULT: ThrottlePolicy = ThrottlePolicy()
    }
}

/** Which number of a policy is out of its range. */
public enum class ThrottlePolicyError(private val ffi: FfiThrottlePolicyException) :
    Reason by Said({ throttlePolicyErrorWords(ffi) }) {
    /** The first delay is not 1 to 3,600 seconds. */
    DELAY(FfiThrottlePolicyException.Delay()),

    /** Suspension begins before the free failures are over. */
    SUSPEND_AFTER(FfiThrottlePolicyException.SuspendAfter()),

    /** A suspension is not 1 second to 30 days. */
    SUSPENSION(FfiThrottlePolicyException.Suspension()),

    /** The failures are fewer than suspension needs, or more than 100. */
    FAILURES(FfiThrottlePolicyException.Failures()),
}

/** Thrown when a number of a policy is out of its range. */
public class ThrottlePolicyException
internal constructor(
    /** Which one. */
    public val error: ThrottlePolicyError
) : Exception(error.wireName), Reason by error

/** Whether an attempt may go on. */
public sealed class ThrottleOutcome private constructor(ffi: FfiThrottleOutcome) :
    Reason by Said({ throttleOutcomeWords(ffi) }) {
    /** The attempt is counted; compare now. */
    public data object Allowed : ThrottleOutcome(FfiThrottleOutcome.Allowed)

    /** Too soon after a failure; the next attempt is allowed at [until]. Nothing is counted. */
    public data class Delayed(public val until: UnixTime) :
        ThrottleOutcome(FfiThrottleOutcome.Delayed(until.seconds))

    /** Suspended after many failures, until [until]. Nothing is counted. */
    public data class Suspended(public val until: UnixTime) :
        ThrottleOutcome(FfiThrottleOutcome.Suspended(until.seconds))

    /** As many consecutive failures as the policy bears; only the service can lift it. */
    public data object Disabled : ThrottleOutcome(FfiThrottleOutcome.Disabled)
}

/**
 * The stored state of a lock-out: 64 opaque bytes for an account's name or an address of origin.
 *
 * [begin] counts an attempt **before** the password or code is compared, and [succeed] takes the
 * count back when it was right. Absent accounts go through it too.
 */
public class Throttle private constructor(private val bytes: ByteArray) {
    /** The number for the store's compare-and-set; 1 is the first state's. */
    public val generation: ULong
        get() = onState { throttleGeneration(bytes) }

    /** Returns the bytes to store. */
    public fun toByteArray(): ByteArray = bytes.copyOf()

    /**
     * Ends the row of failures: the attempt that was begun succeeded. Returns what to store.
     *
     * @throws StateException for a state or a time that cannot be used
     */
    public fun succeed(key: ServiceKey, subject: String, now: UnixTime = UnixTime.now()): Throttle =
        Throttle(onState { key.ffi.throttleSucceed(bytes, subject.toBytes(), now.seconds) })

    override fun equals(other: Any?): Boolean =
        other is Throttle && bytes.contentEquals(other.bytes)

    override fun hashCode(): Int = bytes.contentHashCode()

    override fun toString(): String = "Throttle(..)"

    public companion object {
        /**
         * Takes the bytes of a stored state. Whether they are authentic is checked at use.
         *
         * @throws StateException unless there are 64 bytes
         */
        public fun fromByteArray(bytes: ByteArray): Throttle {
            onState { throttleGeneration(bytes) }
            return Throttle(bytes.copyOf())
        }

        /**
         * Begins an attempt for [subject]: the only constructor.
         *
         * @throws StateException for a state or a time that cannot be used; nothing is to be stored
         *   then
         */
        public fun begin(
            previous: Throttle?,
            key: ServiceKey,
            subject: String,
            policy: ThrottlePolicy = ThrottlePolicy.DEFAULT,
            now: UnixTime = UnixTime.now(),
        ): Transition<ThrottleOutcome, Throttle> {
            val ffi = onState {
                key.ffi.throttleBegin(previous?.bytes, subject.toBytes(), now.seconds, policy.ffi)
            }
            return Transition(ffi.outcome.lift(), Throttle(ffi.next), ffi.clockBack)
        }
    }
}

private fun FfiThrottlePolicyException.lift() =
    when (this) {
        is FfiThrottlePolicyException.Delay -> ThrottlePolicyError.DELAY
        is FfiThrottlePolicyException.SuspendAfter -> ThrottlePolicyError.SUSPEND_AFTER
        is FfiThrottlePolicyException.Suspension -> ThrottlePolicyError.SUSPENSION
        is FfiThrottlePolicyException.Failures -> ThrottlePolicyError.FAILURES
    }

private fun FfiThrottleOutcome.lift() =
    when (this) {
        is FfiThrottleOutcome.Allowed -> ThrottleOutcome.Allowed
        is FfiThrottleOutcome.Delayed -> ThrottleOutcome.Delayed(UnixTime(until))
        is FfiThrottleOutcome.Suspended -> ThrottleOutcome.Suspended(UnixTime(until))
        is FfiThrottleOutcome.Disabled -> ThrottleOutcome.Disabled
    }
