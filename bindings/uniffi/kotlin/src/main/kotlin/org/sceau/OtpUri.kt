package org.sceau

import kotlin.time.Duration
import kotlin.time.Duration.Companion.seconds
import org.sceau.ffi.OtpFactor as FfiOtpFactor
import org.sceau.ffi.OtpUri as FfiOtpUri

/**
 * An `otpauth://` URI, by which a QR code carries a secret into an app: as secret as it. Close it
 * when it is no longer needed.
 */
public class OtpUri private constructor(private val ffi: FfiOtpUri) : AutoCloseable {
    /**
     * Pairs an app with what every app reads, the defaults, or with a [counter] instead of a
     * period.
     *
     * @param issuer the service, as the app shows it
     * @param account the person's name there
     * @throws OtpTextException for an issuer or account that is empty, too long, has a colon or a
     *   control character in it, or a space at its edge; for a secret of fewer than 16 bytes; for
     *   parameters that some app does not read
     */
    public constructor(
        issuer: String,
        account: String,
        secret: OtpSecret,
        algorithm: OtpAlgorithm = OtpAlgorithm.SHA1,
        digits: Digits = Digits.SIX,
        period: Duration = 30.seconds,
        counter: ULong? = null,
    ) : this(of(issuer, account, secret, algorithm, digits, factor(counter, period), false))

    /** The service's name, empty if the URI names none. */
    public val issuer: String
        get() = ffi.issuer()

    /** The person's name at the service. */
    public val account: String
        get() = ffi.account()

    /** The secret, to be closed by itself. */
    public val secret: OtpSecret
        get() = OtpSecret(ffi.secret())

    /** The hash under a code's HMAC. */
    public val algorithm: OtpAlgorithm
        get() = OtpAlgorithm.entries.first { it.ffi == ffi.algorithm() }

    /** How many digits a code has. */
    public val digits: Digits
        get() = Digits.entries.first { it.ffi == ffi.digits() }

    /** How long a step lasts; null for codes by counter. */
    public val period: Duration?
        get() = (ffi.factor() as? FfiOtpFactor.Period)?.let { durationOf(it.period) }

    /** The counter of the first code; null for codes by time. */
    public val counter: ULong?
        get() = (ffi.factor() as? FfiOtpFactor.Counter)?.counter

    /** Returns the URI, which holds the secret: to be shown once, and not logged. */
    public fun text(): String = ffi.text()

    /** Wipes the secret; using the URI afterwards is an [IllegalStateException]. */
    override fun close(): Unit = ffi.close()

    override fun toString(): String = "OtpUri(..)"

    public companion object {
        /**
         * Pairs an app with any parameters, and a counter or else a period. Many apps
         * ignore what they do not know, and then show codes that are always wrong: for apps that
         * one has tried.
         *
         * @throws OtpTextException as the constructor, and for a period of zero
         */
        public fun uncheckedPolicy(
            issuer: String,
            account: String,
            secret: OtpSecret,
            algorithm: OtpAlgorithm = OtpAlgorithm.SHA1,
            digits: Digits = Digits.SIX,
            period: Duration = 30.seconds,
            counter: ULong? = null,
        ): OtpUri =
            OtpUri(of(issuer, account, secret, algorithm, digits, factor(counter, period), true))

        /**
         * Reads a URI whose secret has 16 to 128 bytes, and whose period is 15 to 120 s.
         *
         * @throws OtpTextException with the place in the text
         */
        public fun parse(text: String, reading: OtpReading = OtpReading.LENIENT): OtpUri =
            OtpUri(onOtpText { FfiOtpUri.parse(text.wellFormed(), reading.ffi, false) })

        /**
         * Reads a URI with a secret from one byte and a period from one second: for what another
         * system made, until its owner has a new one.
         *
         * @throws OtpTextException with the place in the text
         */
        public fun parseUncheckedPolicy(
            text: String,
            reading: OtpReading = OtpReading.LENIENT,
        ): OtpUri = OtpUri(onOtpText { FfiOtpUri.parse(text.wellFormed(), reading.ffi, true) })

        private fun factor(counter: ULong?, period: Duration): FfiOtpFactor =
            if (counter == null) FfiOtpFactor.Period(period.toFfi())
            else FfiOtpFactor.Counter(counter)

        private fun of(
            issuer: String,
            account: String,
            secret: OtpSecret,
            algorithm: OtpAlgorithm,
            digits: Digits,
            factor: FfiOtpFactor,
            unchecked: Boolean,
        ): FfiOtpUri {
            val (service, person) = issuer.wellFormed() to account.wellFormed()
            return onOtpText {
                FfiOtpUri(
                    service,
                    person,
                    secret.ffi,
                    algorithm.ffi,
                    digits.ffi,
                    factor,
                    unchecked,
                )
            }
        }
    }
}
