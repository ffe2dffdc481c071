package org.sceau

import kotlin.time.Duration
import kotlin.time.Duration.Companion.seconds
import org.sceau.ffi.Hotp as FfiHotp
import org.sceau.ffi.Totp as FfiTotp
import org.sceau.ffi.totpRemaining
import org.sceau.ffi.totpStep

/**
 * Codes by counter (RFC 4226), with the parameters that both sides agreed upon.
 *
 * @param lookAhead how many counters beyond the expected one are tried (RFC 4226 §7.4): 0 to 100
 * @throws OtpException for a greater look-ahead
 */
public class Hotp(
    algorithm: OtpAlgorithm = OtpAlgorithm.SHA1,
    digits: Digits = Digits.SIX,
    lookAhead: Int = 0,
) {
    private val ffi = onOtp { FfiHotp(algorithm.ffi, digits.ffi, lookAhead.toFfi8()) }

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
}

/**
 * Codes by time (RFC 6238), with the parameters that both sides agreed upon.
 *
 * @param period how long a step lasts: 15 to 120 s; 30 s is what every authenticator app reads
 * @param past how many steps before the current one are accepted: 0 to 10
 * @param future how many steps after the current one are accepted: 0 to 10
 * @throws OtpException for a period or a window out of range
 */
public class Totp(
    algorithm: OtpAlgorithm = OtpAlgorithm.SHA1,
    digits: Digits = Digits.SIX,
    period: Duration = 30.seconds,
    past: Int = 1,
    future: Int = 1,
) {
    private val ffi = onOtp {
        FfiTotp(algorithm.ffi, digits.ffi, period.toFfi(), past.toFfi8(), future.toFfi8())
    }

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
}
