package org.sceau

import org.sceau.ffi.HotpOutcome as FfiHotpOutcome
import org.sceau.ffi.OtpAlgorithm as FfiOtpAlgorithm
import org.sceau.ffi.OtpException as FfiOtpException
import org.sceau.ffi.OtpReading as FfiOtpReading
import org.sceau.ffi.OtpSecret as FfiOtpSecret
import org.sceau.ffi.TotpOutcome as FfiTotpOutcome
import org.sceau.ffi.hotpOutcomeWords
import org.sceau.ffi.otpAlgorithmName
import org.sceau.ffi.otpErrorWords
import org.sceau.ffi.otpReadingName
import org.sceau.ffi.totpOutcomeWords

/** The hash under a code's HMAC. */
public enum class OtpAlgorithm(internal val ffi: FfiOtpAlgorithm) {
    /** HMAC-SHA-1, RFC 4226's, and what every authenticator app reads. */
    SHA1(FfiOtpAlgorithm.SHA1),

    /** HMAC-SHA-256. */
    SHA256(FfiOtpAlgorithm.SHA256),

    /** HMAC-SHA-512. */
    SHA512(FfiOtpAlgorithm.SHA512);

    /** The stable wire name, as `otpauth://` writes it. */
    public val wireName: String
        get() = otpAlgorithmName(ffi)
}

/** Why one-time codes cannot be made or checked with these parameters. */
public enum class OtpError(private val ffi: FfiOtpException) :
    Reason by Said({ otpErrorWords(ffi) }) {
    /** The secret has fewer than 16 bytes (RFC 4226 §4, R6). */
    SECRET_TOO_SHORT(FfiOtpException.SecretTooShort()),

    /** The secret has more than 128 bytes. */
    SECRET_TOO_LONG(FfiOtpException.SecretTooLong()),

    /** The period is not 15 to 120 seconds (NIST SP 800-63B-4: at most two minutes). */
    PERIOD(FfiOtpException.Period()),

    /** The window accepts more than 10 steps of the past or of the future. */
    WINDOW(FfiOtpException.Window()),

    /** The look-ahead is more than 100 counters. */
    LOOK_AHEAD(FfiOtpException.LookAhead()),

    /** The counter has reached 2⁶⁴ − 1, and no next one could be stored. */
    COUNTER_EXHAUSTED(FfiOtpException.CounterExhausted()),

    /** The drift to learn is bounded by more than 20 steps. */
    DRIFT(FfiOtpException.Drift()),

    /** Resynchronization looks more than 1,000 counters ahead. */
    RESYNC_WINDOW(FfiOtpException.ResyncWindow()),
}

/** How a text that holds a secret is read. */
public enum class OtpReading(internal val ffi: FfiOtpReading) {
    /** As people type and other programs write it: any case, spaces, hyphens, padding. */
    LENIENT(FfiOtpReading.LENIENT),

    /** As Sceau writes it, and no other way. */
    STRICT(FfiOtpReading.STRICT);

    /** The stable wire name. */
    public val wireName: String
        get() = otpReadingName(ffi)
}

/** Thrown when one-time codes cannot be made or checked with these parameters. */
public class OtpException
internal constructor(
    /** Why. */
    public val error: OtpError
) : Exception(error.wireName), Reason by error

/**
 * The secret that an authenticator shares with the service: 16 to 128 bytes.
 *
 * The array it is made of is **overwritten with zeros**. Close it when it is no longer needed: the
 * copy is then wiped.
 */
public class OtpSecret internal constructor(internal val ffi: FfiOtpSecret) : AutoCloseable {
    /**
     * Takes the bytes of a secret and overwrites the array.
     *
     * @throws OtpException for a secret of fewer than 16 or more than 128 bytes
     */
    public constructor(bytes: ByteArray) : this(onOtp { bytes.spent { FfiOtpSecret(it) } })

    /** Returns the secret as upper-case Base32 without padding, which every app reads. */
    public fun base32(): String = ffi.base32()

    /** Returns the same in groups of four, to be typed by a person. */
    public fun base32Groups(): String = ffi.base32Groups()

    /** Returns the bytes, to be stored encrypted where the secret came as text. Not for logs. */
    public fun expose(): ByteArray = ffi.expose()

    /** Wipes the secret; using it afterwards is an [IllegalStateException]. */
    override fun close(): Unit = ffi.close()

    override fun toString(): String = "OtpSecret(..)"

    public companion object {
        /** Makes a secret of 20 bytes, as RFC 4226 §4 recommends. */
        public fun generate(entropy: Entropy = Entropy.SYSTEM): OtpSecret =
            OtpSecret(entropy.bytes(20))

        /**
         * Takes a secret of any length up to 128 bytes: for one that another system made too short,
         * until its owner has a new one. Overwrites the array.
         *
         * @throws OtpException for no bytes, or more than 128
         */
        public fun uncheckedPolicy(bytes: ByteArray): OtpSecret =
            OtpSecret(onOtp { bytes.spent(FfiOtpSecret::newUncheckedPolicy) })

        /**
         * Reads a secret of 16 to 128 bytes from Base32 (RFC 4648 §6).
         *
         * @throws OtpTextException for a text that is none, with the first place that is wrong
         */
        public fun fromBase32(text: String, reading: OtpReading = OtpReading.LENIENT): OtpSecret =
            read(text, reading, unchecked = false)

        /**
         * Reads a secret from Base32, from one byte on: for one that another system made too short,
         * until its owner has a new one.
         *
         * @throws OtpTextException for a text that is none
         */
        public fun fromBase32UncheckedPolicy(
            text: String,
            reading: OtpReading = OtpReading.LENIENT,
        ): OtpSecret = read(text, reading, unchecked = true)

        private fun read(text: String, reading: OtpReading, unchecked: Boolean) =
            OtpSecret(
                onOtpText { FfiOtpSecret.fromBase32(text.wellFormed(), reading.ffi, unchecked) }
            )
    }
}

/** What became of a code by counter that a person typed. */
public sealed class HotpOutcome private constructor(ffi: FfiHotpOutcome) :
    Reason by Said({ hotpOutcomeWords(ffi) }) {
    /** The code is right; store [next], and pass it as `counter` the next time. */
    public data class Accepted(public val next: ULong) : HotpOutcome(FfiHotpOutcome.Accepted(next))

    /** No counter from the stored one to the end of the look-ahead yields the code. */
    public data object Mismatch : HotpOutcome(FfiHotpOutcome.Mismatch)

    /** Not the expected number of decimal digits. */
    public data object Malformed : HotpOutcome(FfiHotpOutcome.Malformed)
}

/** What became of a code by time that a person typed. */
public sealed class TotpOutcome private constructor(ffi: FfiTotpOutcome) :
    Reason by Said({ totpOutcomeWords(ffi) }) {
    /** The code belongs to [step]; store it, and pass it as `last` the next time. */
    public data class Accepted(public val step: ULong) : TotpOutcome(FfiTotpOutcome.Accepted(step))

    /** The code is right, and its step was accepted before (RFC 6238 §5.2). */
    public data object Replayed : TotpOutcome(FfiTotpOutcome.Replayed)

    /** No step in the window yields the code. */
    public data object Mismatch : TotpOutcome(FfiTotpOutcome.Mismatch)

    /** Not the expected number of decimal digits. */
    public data object Malformed : TotpOutcome(FfiTotpOutcome.Malformed)
}

internal inline fun <T> onOtp(call: () -> T): T =
    try {
        call()
    } catch (e: FfiOtpException) {
        throw OtpException(e.lift())
    }

internal fun FfiOtpException.lift() =
    when (this) {
        is FfiOtpException.SecretTooShort -> OtpError.SECRET_TOO_SHORT
        is FfiOtpException.SecretTooLong -> OtpError.SECRET_TOO_LONG
        is FfiOtpException.Period -> OtpError.PERIOD
        is FfiOtpException.Window -> OtpError.WINDOW
        is FfiOtpException.LookAhead -> OtpError.LOOK_AHEAD
        is FfiOtpException.CounterExhausted -> OtpError.COUNTER_EXHAUSTED
        is FfiOtpException.Drift -> OtpError.DRIFT
        is FfiOtpException.ResyncWindow -> OtpError.RESYNC_WINDOW
    }

internal fun FfiHotpOutcome.lift() =
    when (this) {
        is FfiHotpOutcome.Accepted -> HotpOutcome.Accepted(next)
        is FfiHotpOutcome.Mismatch -> HotpOutcome.Mismatch
        is FfiHotpOutcome.Malformed -> HotpOutcome.Malformed
    }

internal fun FfiTotpOutcome.lift() =
    when (this) {
        is FfiTotpOutcome.Accepted -> TotpOutcome.Accepted(step)
        is FfiTotpOutcome.Replayed -> TotpOutcome.Replayed
        is FfiTotpOutcome.Mismatch -> TotpOutcome.Mismatch
        is FfiTotpOutcome.Malformed -> TotpOutcome.Malformed
    }
