package org.sceau

import org.sceau.ffi.OtpTextException as FfiOtpTextException
import org.sceau.ffi.otpTextErrorWords

/** Why a text is no Base32 secret or no `otpauth://` URI, and where. */
public sealed class OtpTextError private constructor(ffi: FfiOtpTextException) :
    Reason by Said({ otpTextErrorWords(ffi) }) {
    /** Where, as a byte offset in the text's UTF-8. */
    public abstract val at: Int

    /** The secret has fewer than 16 bytes (RFC 4226 §4, R6), or none at all. */
    public data class SecretTooShort(override val at: Int) :
        OtpTextError(FfiOtpTextException.SecretTooShort(at.toULong()))

    /** More than 128 bytes of secret, 2,048 of URI, 128 of issuer or 254 of account. */
    public data class TooLong(override val at: Int) :
        OtpTextError(FfiOtpTextException.TooLong(at.toULong()))

    /** A digit that Base32 does not have: 0, 1, 8 or 9. */
    public data class Digit(override val at: Int) :
        OtpTextError(FfiOtpTextException.Digit(at.toULong()))

    /** A character that has no place there. */
    public data class Character(override val at: Int) :
        OtpTextError(FfiOtpTextException.Character(at.toULong()))

    /** Padding with something behind it, or too much or too little of it. */
    public data class Padding(override val at: Int) :
        OtpTextError(FfiOtpTextException.Padding(at.toULong()))

    /** As many Base32 characters as no bytes have. */
    public data class Length(override val at: Int) :
        OtpTextError(FfiOtpTextException.Length(at.toULong()))

    /** The last Base32 character has bits that belong to no byte (strict reading). */
    public data class StrayBits(override val at: Int) :
        OtpTextError(FfiOtpTextException.StrayBits(at.toULong()))

    /** Not `otpauth://`. */
    public data class Scheme(override val at: Int) :
        OtpTextError(FfiOtpTextException.Scheme(at.toULong()))

    /** Neither `totp` nor `hotp`. */
    public data class Kind(override val at: Int) :
        OtpTextError(FfiOtpTextException.Kind(at.toULong()))

    /** An issuer or account that is empty, or has a colon, or spaces or controls at its edge. */
    public data class Label(override val at: Int) :
        OtpTextError(FfiOtpTextException.Label(at.toULong()))

    /** A `%` without two hexadecimal digits, or bytes that are no UTF-8. */
    public data class Percent(override val at: Int) :
        OtpTextError(FfiOtpTextException.Percent(at.toULong()))

    /** The URI means the same, and Sceau writes it otherwise (strict reading). */
    public data class NotCanonical(override val at: Int) :
        OtpTextError(FfiOtpTextException.NotCanonical(at.toULong()))

    /** A parameter that was there already. */
    public data class Duplicate(override val at: Int) :
        OtpTextError(FfiOtpTextException.Duplicate(at.toULong()))

    /** A parameter is missing: the secret, or the counter of `hotp`. */
    public data class Missing(override val at: Int) :
        OtpTextError(FfiOtpTextException.Missing(at.toULong()))

    /** A value that is none of its parameter's: algorithm, digits, period or counter. */
    public data class Value(override val at: Int) :
        OtpTextError(FfiOtpTextException.Value(at.toULong()))

    /** The issuer of the label and the one of the parameter are two. */
    public data class Issuer(override val at: Int) :
        OtpTextError(FfiOtpTextException.Issuer(at.toULong()))
}

/** Thrown when a text is no Base32 secret, or no `otpauth://` URI. */
public class OtpTextException
internal constructor(
    /** Why, and where. */
    public val error: OtpTextError
) : Exception(error.wireName), Reason by error

internal inline fun <T> onOtpText(call: () -> T): T =
    try {
        call()
    } catch (e: FfiOtpTextException) {
        throw OtpTextException(e.lift())
    }

internal fun FfiOtpTextException.lift(): OtpTextError =
    when (this) {
        is FfiOtpTextException.SecretTooShort -> OtpTextError.SecretTooShort(at.toInt())
        is FfiOtpTextException.TooLong -> OtpTextError.TooLong(at.toInt())
        is FfiOtpTextException.Digit -> OtpTextError.Digit(at.toInt())
        is FfiOtpTextException.Character -> OtpTextError.Character(at.toInt())
        is FfiOtpTextException.Padding -> OtpTextError.Padding(at.toInt())
        is FfiOtpTextException.Length -> OtpTextError.Length(at.toInt())
        is FfiOtpTextException.StrayBits -> OtpTextError.StrayBits(at.toInt())
        is FfiOtpTextException.Scheme -> OtpTextError.Scheme(at.toInt())
        is FfiOtpTextException.Kind -> OtpTextError.Kind(at.toInt())
        is FfiOtpTextException.Label -> OtpTextError.Label(at.toInt())
        is FfiOtpTextException.Percent -> OtpTextError.Percent(at.toInt())
        is FfiOtpTextException.NotCanonical -> OtpTextError.NotCanonical(at.toInt())
        is FfiOtpTextException.Duplicate -> OtpTextError.Duplicate(at.toInt())
        is FfiOtpTextException.Missing -> OtpTextError.Missing(at.toInt())
        is FfiOtpTextException.Value -> OtpTextError.Value(at.toInt())
        is FfiOtpTextException.Issuer -> OtpTextError.Issuer(at.toInt())
    }
