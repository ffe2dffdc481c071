package org.sceau

import kotlin.time.Duration
import org.sceau.ffi.Origin as FfiOrigin
import org.sceau.ffi.ThrottleLimits as FfiThrottleLimits
import org.sceau.ffi.ThrottleOutcome as FfiThrottleOutcome
import org.sceau.ffi.ThrottlePolicy as FfiThrottlePolicy
import org.sceau.ffi.ThrottlePolicyException as FfiThrottlePolicyException
import org.sceau.ffi.ThrottleSubject as FfiThrottleSubject
import org.sceau.ffi.originParse
import org.sceau.ffi.throttleGeneration
import org.sceau.ffi.throttleLimitsDefault
import org.sceau.ffi.throttleLimitsOrigins
import org.sceau.ffi.throttleOutcomeUntil
import org.sceau.ffi.throttleOutcomeWords
import org.sceau.ffi.throttlePolicyErrorWords

/** The numbers of a policy, before they are checked. None of them is public for SAG. */
public data class ThrottleLimits(
    /** How many failures cost nothing: fewer than [suspendAfter]; by default 4, 200 of an address. */
    public val free: Int,
    /**
     * The pause after the first failure beyond them, which then doubles: 1 to 3,600 s, by default 2
     * s.
     */
    public val delay: Duration,
    /** From how many failures on each one suspends: more than [free]; by default 10 or 210. */
    public val suspendAfter: Int,
    /** How long a suspension lasts: 1 s to 30 days, by default 900 s. */
    public val suspension: Duration,
    /**
     * From how many failures on nothing is allowed any more: [suspendAfter] to 100 for an account,
     * until the service lifts it; to 10,000 for an address, until the window ends.
     */
    public val failures: Int,
    /**
     * How long failures are remembered: 0 for an account, for as long as they follow one another; 60
     * s to 30 days for an address.
     */
    public val window: Duration = Duration.ZERO,
) {
    internal fun toFfi() =
        FfiThrottleLimits(
            free.toFfi16(),
            delay.toFfi(),
            suspendAfter.toFfi16(),
            suspension.toFfi(),
            failures.toFfi16(),
            window.toFfi(),
        )

    public companion object {
        /** The default numbers. */
        public val DEFAULT: ThrottleLimits = of(throttleLimitsDefault())

        /** The default numbers for addresses of origin, behind which many people can be. */
        public val ORIGINS: ThrottleLimits = of(throttleLimitsOrigins())

        private fun of(ffi: FfiThrottleLimits) =
            ThrottleLimits(
                ffi.free.toInt(),
                durationOf(ffi.delay),
                ffi.suspendAfter.toInt(),
                durationOf(ffi.suspension),
                ffi.failures.toInt(),
                durationOf(ffi.window),
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

        /** The default policy for addresses of origin. */
        public val ORIGINS: ThrottlePolicy = ThrottlePolicy(ThrottleLimits.ORIGINS)
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

    /** The failures are fewer than suspension needs, or more than 100 (10,000 for an address). */
    FAILURES(FfiThrottlePolicyException.Failures()),

    /** The window is not 60 seconds to 30 days, nor the 0 of an account. */
    WINDOW(FfiThrottlePolicyException.Window()),
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
    public data class Delayed(override val until: UnixTime) :
        ThrottleOutcome(FfiThrottleOutcome.Delayed(until.seconds)), Wait {
        override fun message(language: Language, words: String): String =
            throttleOutcomeUntil(
                FfiThrottleOutcome.Delayed(until.seconds),
                language == Language.FRENCH,
                words.wellFormed(),
            )
    }

    /** Suspended after many failures, until [until]. Nothing is counted. */
    public data class Suspended(override val until: UnixTime) :
        ThrottleOutcome(FfiThrottleOutcome.Suspended(until.seconds)), Wait {
        override fun message(language: Language, words: String): String =
            throttleOutcomeUntil(
                FfiThrottleOutcome.Suspended(until.seconds),
                language == Language.FRENCH,
                words.wellFormed(),
            )
    }

    /** As many consecutive failures as the policy bears; only the service can lift it. */
    public data object Disabled : ThrottleOutcome(FfiThrottleOutcome.Disabled)
}

/**
 * An address of origin in the one form that counts: an IPv4 address, or the first half of an IPv6
 * address, since whoever has one has its whole /64.
 */
public class Origin private constructor(internal val ffi: FfiOrigin) {
    override fun equals(other: Any?): Boolean = other is Origin && ffi.same(other.ffi)

    override fun hashCode(): Int = 0

    override fun toString(): String = "Origin(..)"

    public companion object {
        /**
         * Reads an address as it is written, `203.0.113.7` or `2001:db8::1`; null for anything else:
         * a zone, a port, brackets, a prefix length, a number with a leading zero.
         */
        public fun parse(text: String): Origin? = originParse(text.wellFormed())?.let(::Origin)
    }
}

/** Whose failures a row counts; an account that is named like an address does not share its row. */
public sealed class ThrottleSubject(internal val ffi: FfiThrottleSubject) {
    /** An account, as the service names it. */
    public class Account(name: String) :
        ThrottleSubject(FfiThrottleSubject.Account(name.toBytes()))

    /** An address of origin, with a policy for addresses. */
    public class Address(origin: Origin) : ThrottleSubject(FfiThrottleSubject.Address(origin.ffi))

    override fun toString(): String = "ThrottleSubject(..)"
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
        succeed(key, ThrottleSubject.Account(subject), now)

    /**
     * Says that the attempt that was begun succeeded. It ends an account's failures; to an address
     * it gives back the one attempt, and shortens no delay. Returns what to store.
     *
     * @throws StateException for a state or a time that cannot be used
     */
    public fun succeed(
        key: ServiceKey,
        subject: ThrottleSubject,
        now: UnixTime = UnixTime.now(),
    ): Throttle = Throttle(onState { key.ffi.throttleSucceed(bytes, subject.ffi, now.seconds) })

    /**
     * Lifts a delay, a suspension or `Disabled`: failures begin anew, and the row's time becomes
     * [now], even if it ran ahead. Returns what to store.
     *
     * For the service, never for the person: it has made sure by other means who asks, and it trusts
     * its clock.
     *
     * @throws StateException for a state or a time that cannot be used
     */
    public fun lift(
        key: ServiceKey,
        subject: ThrottleSubject,
        now: UnixTime = UnixTime.now(),
    ): Throttle = Throttle(onState { key.ffi.throttleLift(bytes, subject.ffi, now.seconds) })

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
        ): Transition<ThrottleOutcome, Throttle> =
            begin(previous, key, ThrottleSubject.Account(subject), policy, now)

        /**
         * As the other one, for an account or for an address of origin, which is asked first.
         *
         * @throws StateException for a state or a time that cannot be used; nothing is to be stored
         *   then
         */
        public fun begin(
            previous: Throttle?,
            key: ServiceKey,
            subject: ThrottleSubject,
            policy: ThrottlePolicy,
            now: UnixTime = UnixTime.now(),
        ): Transition<ThrottleOutcome, Throttle> {
            val ffi = onState {
                key.ffi.throttleBegin(previous?.bytes, subject.ffi, now.seconds, policy.ffi)
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
        is FfiThrottlePolicyException.Window -> ThrottlePolicyError.WINDOW
    }

private fun FfiThrottleOutcome.lift() =
    when (this) {
        is FfiThrottleOutcome.Allowed -> ThrottleOutcome.Allowed
        is FfiThrottleOutcome.Delayed -> ThrottleOutcome.Delayed(UnixTime(until))
        is FfiThrottleOutcome.Suspended -> ThrottleOutcome.Suspended(UnixTime(until))
        is FfiThrottleOutcome.Disabled -> ThrottleOutcome.Disabled
    }
