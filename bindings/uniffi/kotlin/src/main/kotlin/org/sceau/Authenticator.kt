package org.sceau

import kotlin.time.Duration
import kotlin.time.Duration.Companion.seconds
import org.sceau.ffi.Hotp as FfiHotp
import org.sceau.ffi.PreparedHotp as FfiPreparedHotp
import org.sceau.ffi.PreparedTotp as FfiPreparedTotp
import org.sceau.ffi.Totp as FfiTotp
import org.sceau.ffi.TotpSides
import org.sceau.ffi.totpAcceptedUntil
import org.sceau.ffi.totpRemaining
import org.sceau.ffi.totpStep

/** Codes by counter (RFC 4226), with the parameters that both sides agreed upon. */
public class Hotp private constructor(private val ffi: FfiHotp) {
    /**
     * Sets the parameters.
     *
     * @param lookAhead how many counters beyond the expected one are tried (RFC 4226 §7.4): 0 to
     *   100
     * @param resync how many counters beyond the expected one two codes are searched for: 0 to
     *   1,000
     * @throws OtpException for more
     */
    public constructor(
        algorithm: OtpAlgorithm = OtpAlgorithm.SHA1,
        digits: Digits = Digits.SIX,
        lookAhead: Int = 0,
        resync: Int = 100,
    ) : this(
        onOtp { FfiHotp(algorithm.ffi, digits.ffi, lookAhead.toFfi8(), resync.toFfi16()) }
    )

    /** Absorbs a secret once, for as many codes as there are to come. */
    public fun prepare(secret: OtpSecret): PreparedHotp = PreparedHotp(secret.ffi.prepareHotp(ffi))

    /** Returns the code of [counter], any of them. */
    public fun code(secret: OtpSecret, counter: ULong): Code =
        Code(secret.ffi.hotpCode(ffi, counter))

    /**
     * Verifies what a person typed against the counters from [counter] to the end of the
     * look-ahead, all of which are computed.
     *
     * @throws OtpException if [counter] is 2⁶⁴ − 1, since no next one could be stored
     */
    public fun verify(secret: OtpSecret, typed: String, counter: ULong): HotpOutcome =
        onOtp { secret.ffi.hotpVerify(ffi, typed.wellFormed(), counter) }.lift()

    public companion object {
        /**
         * Sets the parameters with a look-ahead of up to 255: for what another system tries so far,
         * until it need no longer be.
         *
         * @throws OtpException for more
         */
        public fun uncheckedPolicy(
            algorithm: OtpAlgorithm = OtpAlgorithm.SHA1,
            digits: Digits = Digits.SIX,
            lookAhead: Int = 0,
            resync: Int = 100,
        ): Hotp {
            val (ahead, far) = lookAhead.toFfi8() to resync.toFfi16()
            return Hotp(
                onOtp { FfiHotp.newUncheckedPolicy(algorithm.ffi, digits.ffi, ahead, far) }
            )
        }
    }
}

/** Codes by counter for one secret: as secret as it. Close it when it is no longer needed. */
public class PreparedHotp internal constructor(private val ffi: FfiPreparedHotp) : AutoCloseable {
    /** Returns the code of [counter], any of them. */
    public fun code(counter: ULong): Code = Code(ffi.code(counter))

    /** Verifies as [Hotp.verify] does. */
    public fun verify(typed: String, counter: ULong): HotpOutcome =
        onOtp { ffi.verify(typed.wellFormed(), counter) }.lift()

    /**
     * Finds a token that ran far ahead by two codes that it showed one after the other (RFC 4226
     * §7.4). Count an attempt for each call.
     *
     * @throws OtpException if [counter] is 2⁶⁴ − 2 or 2⁶⁴ − 1
     */
    public fun resynchronize(first: String, second: String, counter: ULong): HotpOutcome =
        onOtp { ffi.resynchronize(first.wellFormed(), second.wellFormed(), counter) }.lift()

    /** Wipes the key; using it afterwards is an [IllegalStateException]. */
    override fun close(): Unit = ffi.close()

    override fun toString(): String = "PreparedHotp(..)"
}

/** Codes by time (RFC 6238), with the parameters that both sides agreed upon. */
public class Totp private constructor(private val ffi: FfiTotp) {
    /**
     * Sets the parameters. Steps and seconds come to at most 10 steps on either side.
     *
     * @param period how long a step lasts: 15 to 120 s; 30 s is what every authenticator app reads
     * @param past how many steps before the current one are accepted: 0 to 10
     * @param future how many steps after the current one are accepted: 0 to 10
     * @param pastTime for how long after its end a step counts as current
     * @param futureTime for how long before its beginning a step counts as current
     * @param drift how far a clock's drift is followed, in steps: 0, which follows none, to 20
     * @throws OtpException for one out of range
     */
    public constructor(
        algorithm: OtpAlgorithm = OtpAlgorithm.SHA1,
        digits: Digits = Digits.SIX,
        period: Duration = 30.seconds,
        past: Int = 1,
        future: Int = 1,
        pastTime: Duration = Duration.ZERO,
        futureTime: Duration = Duration.ZERO,
        drift: Int = 0,
    ) : this(
        onOtp {
            val sides = sides(past, future, pastTime, futureTime)
            FfiTotp(algorithm.ffi, digits.ffi, period.toFfi(), sides, drift.toFfi8())
        }
    )

    /** Absorbs a secret once, for as many codes as there are to come. */
    public fun prepare(secret: OtpSecret): PreparedTotp = PreparedTotp(secret.ffi.prepareTotp(ffi))

    /** Returns the moment from which on a code of [step] is accepted no longer. */
    public fun acceptedUntil(step: ULong): UnixTime = UnixTime(totpAcceptedUntil(ffi, step))

    /** Returns the number of the step at [now] (RFC 6238 §4.2). */
    public fun step(now: UnixTime = UnixTime.now()): ULong = totpStep(ffi, now.seconds)

    /** Returns how long the current step still lasts: 1 s to the period. */
    public fun remaining(now: UnixTime = UnixTime.now()): Duration =
        durationOf(totpRemaining(ffi, now.seconds))

    /** Returns the code at [now]. */
    public fun code(secret: OtpSecret, now: UnixTime = UnixTime.now()): Code =
        Code(secret.ffi.totpCode(ffi, now.seconds))

    /**
     * Verifies what a person typed at [now]; [last] is the step that was accepted last, or null.
     *
     * The whole window is always computed, and the highest step that yields the code is claimed.
     */
    public fun verify(
        secret: OtpSecret,
        typed: String,
        last: ULong?,
        now: UnixTime = UnixTime.now(),
    ): TotpOutcome = secret.ffi.totpVerify(ffi, typed.wellFormed(), now.seconds, last).lift()

    public companion object {
        /**
         * Sets the parameters with any period from 1 s and a window of up to 255 steps: for what
         * another system agreed upon, until it need no longer be.
         *
         * @throws OtpException for a period of zero, a wider window, or a drift of more than 20
         */
        public fun uncheckedPolicy(
            algorithm: OtpAlgorithm = OtpAlgorithm.SHA1,
            digits: Digits = Digits.SIX,
            period: Duration = 30.seconds,
            past: Int = 1,
            future: Int = 1,
            pastTime: Duration = Duration.ZERO,
            futureTime: Duration = Duration.ZERO,
            drift: Int = 0,
        ): Totp {
            val sides = sides(past, future, pastTime, futureTime)
            val (length, bound) = period.toFfi() to drift.toFfi8()
            return Totp(
                onOtp { FfiTotp.newUncheckedPolicy(algorithm.ffi, digits.ffi, length, sides, bound) }
            )
        }

        private fun sides(past: Int, future: Int, pastTime: Duration, futureTime: Duration) =
            TotpSides(past.toFfi8(), future.toFfi8(), pastTime.toFfi(), futureTime.toFfi())
    }
}

/**
 * What became of a code, and the drift to store whatever became of it.
 *
 * @property drift by how many steps the authenticator's clock is ahead, or behind if it is negative
 */
public data class TotpLearned(public val outcome: TotpOutcome, public val drift: Int)

/** Codes by time for one secret: as secret as it. Close it when it is no longer needed. */
public class PreparedTotp internal constructor(private val ffi: FfiPreparedTotp) : AutoCloseable {
    /** Returns the code at [now]. */
    public fun code(now: UnixTime = UnixTime.now()): Code = Code(ffi.code(now.seconds))

    /** Verifies as [Totp.verify] does. */
    public fun verify(
        typed: String,
        last: ULong?,
        now: UnixTime = UnixTime.now(),
    ): TotpOutcome = ffi.verify(typed.wellFormed(), now.seconds, last).lift()

    /**
     * Verifies a code of an authenticator whose clock is ahead by [drift] steps, 0 at first. An
     * accepted code tells the drift anew (RFC 6238 §6): store it with the step.
     */
    public fun verifyDrifting(
        typed: String,
        last: ULong?,
        drift: Int,
        now: UnixTime = UnixTime.now(),
    ): TotpLearned {
        val steps = drift.coerceIn(Byte.MIN_VALUE.toInt(), Byte.MAX_VALUE.toInt()).toByte()
        val learned = ffi.verifyDrifting(typed.wellFormed(), now.seconds, last, steps)
        return TotpLearned(learned.outcome.lift(), learned.drift.toInt())
    }

    /** Wipes the key; using it afterwards is an [IllegalStateException]. */
    override fun close(): Unit = ffi.close()

    override fun toString(): String = "PreparedTotp(..)"
}
