package org.sceau

import org.sceau.ffi.PasswordException as FfiPasswordException
import org.sceau.ffi.PasswordOutcome as FfiPasswordOutcome
import org.sceau.ffi.RehashReason as FfiRehashReason
import org.sceau.ffi.passwordErrorWords
import org.sceau.ffi.passwordOutcomeWords
import org.sceau.ffi.rehashReasonWords

/** What became of a password. */
public sealed class PasswordOutcome private constructor(ffi: FfiPasswordOutcome) :
    Reason by Said({ passwordOutcomeWords(ffi) }) {
    /** The password is right. */
    public data object Match : PasswordOutcome(FfiPasswordOutcome.Match)

    /**
     * The password is right, and its hash weaker than what is made today: hash it again, store
     * that.
     */
    public data class MatchRehash(public val why: RehashReason) :
        PasswordOutcome(FfiPasswordOutcome.MatchRehash(why.ffi))

    /** The password is wrong. */
    public data object Mismatch : PasswordOutcome(FfiPasswordOutcome.Mismatch)
}

/** Why a hash is to be made again. Different and stronger is no reason. */
public enum class RehashReason(internal val ffi: FfiRehashReason) :
    Reason by Said({ rehashReasonWords(ffi) }) {
    /** Fewer iterations. */
    COST(FfiRehashReason.COST),

    /** A shorter salt than 16 bytes. */
    SALT(FfiRehashReason.SALT),

    /** A shorter key than the algorithm's digest. */
    KEY(FfiRehashReason.KEY),

    /** A format of another system. */
    FORMAT(FfiRehashReason.FORMAT),

    /**
     * A format of another system, and a text that was hashed as it was typed, not normalized: typed
     * elsewhere it may be another one.
     */
    TEXT(FfiRehashReason.TEXT),

    /** No pepper, or one that is retired. */
    PEPPER(FfiRehashReason.PEPPER),
}

/** Why a password was neither right nor wrong. */
public sealed class PasswordError private constructor(ffi: FfiPasswordException) :
    Reason by Said({ passwordErrorWords(ffi) }) {
    /**
     * Where in the password's UTF-8, as a byte offset; null where the error is about no place in
     * it.
     */
    public open val at: Int?
        get() = null

    /** No password. */
    public data object Empty : PasswordError(FfiPasswordException.Empty())

    /** More than 512 bytes once prepared; nothing is ever cut off. */
    public data object TooLong : PasswordError(FfiPasswordException.TooLong())

    /** Not UTF-8. */
    public data class InvalidUtf8(override val at: Int) :
        PasswordError(FfiPasswordException.InvalidUtf8(at.toULong()))

    /** A control character, NUL among them. */
    public data class Control(override val at: Int) :
        PasswordError(FfiPasswordException.Control(at.toULong()))

    /** A character that cannot be normalized: it carries more than 30 combining marks. */
    public data class Unnormalizable(override val at: Int) :
        PasswordError(FfiPasswordException.Unnormalizable(at.toULong()))

    /**
     * A character that RFC 8265 bars, anywhere or where it stands: one that cannot be seen, such as
     * a soft hyphen; a middle dot that is not between two l.
     */
    public data class Disallowed(override val at: Int) :
        PasswordError(FfiPasswordException.Disallowed(at.toULong()))

    /** The salt for a new hash is not 16 to 64 bytes; or a policy wants one of less than 8. */
    public data object SaltLength : PasswordError(FfiPasswordException.SaltLength())

    /** The stored hash has the form of no format that is read: damaged, or something else. */
    public data object Malformed : PasswordError(FfiPasswordException.Malformed())

    /** The stored hash names a scheme that is not read, or not by this build. */
    public data object UnsupportedScheme : PasswordError(FfiPasswordException.UnsupportedScheme())

    /**
     * The stored hash is well formed, and weaker or costlier than the accept policy allows, of a
     * format that it does not name, or without the pepper that it requires. Run
     * [Passwords.verifyAbsent] before answering, and tell the person what to do.
     */
    public data object OutsideAcceptPolicy :
        PasswordError(FfiPasswordException.OutsideAcceptPolicy())

    /** The iterations of a policy are out of range. */
    public data object Iterations : PasswordError(FfiPasswordException.Iterations())

    /** The stored hash is longer than any that is read. */
    public data object HashTooLong : PasswordError(FfiPasswordException.HashTooLong())

    /** A number in the stored hash is zero, has a sign or leading zeros, or is 2³² or more. */
    public data object HashNumber : PasswordError(FfiPasswordException.HashNumber())

    /** The stored hash has a field or parameter too many. */
    public data object HashExtraField : PasswordError(FfiPasswordException.HashExtraField())

    /** A part of the stored hash has padding where its format has none, or the other way round. */
    public data object HashPadding : PasswordError(FfiPasswordException.HashPadding())

    /** A part of the stored hash is not in its encoding, or not in the one canonical way. */
    public data object HashEncoding : PasswordError(FfiPasswordException.HashEncoding())

    /** The salt or key in the stored hash has a length that is not read. */
    public data object HashPartLength : PasswordError(FfiPasswordException.HashPartLength())

    /** The stored hash names a pepper that was not given. */
    public data object UnknownPepper : PasswordError(FfiPasswordException.UnknownPepper())

    /** There was not the working memory that verifying the stored hash takes. */
    public data object Memory : PasswordError(FfiPasswordException.Memory())

    /** The shortest key of a policy is less than 16 bytes. */
    public data object KeyLength : PasswordError(FfiPasswordException.KeyLength())

    /** The bounds on Argon2's memory, passes or lanes are out of range. */
    public data object Argon2Limits : PasswordError(FfiPasswordException.Argon2Limits())

    /** The verification is not at its end: go on with [PasswordVerifier.step]. */
    public data object Unfinished : PasswordError(FfiPasswordException.Unfinished())
}

/** Thrown when a password is neither right nor wrong. */
public class PasswordException
internal constructor(
    /** Why. */
    public val error: PasswordError
) : Exception(error.wireName), Reason by error

internal inline fun <T> onPassword(call: () -> T): T =
    try {
        call()
    } catch (e: FfiPasswordException) {
        throw PasswordException(e.lift())
    }

internal fun FfiPasswordException.lift() =
    when (this) {
        is FfiPasswordException.Empty -> PasswordError.Empty
        is FfiPasswordException.TooLong -> PasswordError.TooLong
        is FfiPasswordException.InvalidUtf8 -> PasswordError.InvalidUtf8(at.toInt())
        is FfiPasswordException.Control -> PasswordError.Control(at.toInt())
        is FfiPasswordException.Unnormalizable -> PasswordError.Unnormalizable(at.toInt())
        is FfiPasswordException.Disallowed -> PasswordError.Disallowed(at.toInt())
        is FfiPasswordException.SaltLength -> PasswordError.SaltLength
        is FfiPasswordException.Malformed -> PasswordError.Malformed
        is FfiPasswordException.UnsupportedScheme -> PasswordError.UnsupportedScheme
        is FfiPasswordException.OutsideAcceptPolicy -> PasswordError.OutsideAcceptPolicy
        is FfiPasswordException.Iterations -> PasswordError.Iterations
        is FfiPasswordException.HashTooLong -> PasswordError.HashTooLong
        is FfiPasswordException.HashNumber -> PasswordError.HashNumber
        is FfiPasswordException.HashExtraField -> PasswordError.HashExtraField
        is FfiPasswordException.HashPadding -> PasswordError.HashPadding
        is FfiPasswordException.HashEncoding -> PasswordError.HashEncoding
        is FfiPasswordException.HashPartLength -> PasswordError.HashPartLength
        is FfiPasswordException.UnknownPepper -> PasswordError.UnknownPepper
        is FfiPasswordException.Memory -> PasswordError.Memory
        is FfiPasswordException.KeyLength -> PasswordError.KeyLength
        is FfiPasswordException.Argon2Limits -> PasswordError.Argon2Limits
        is FfiPasswordException.Unfinished -> PasswordError.Unfinished
    }

internal fun FfiPasswordOutcome.lift() =
    when (this) {
        is FfiPasswordOutcome.Match -> PasswordOutcome.Match
        is FfiPasswordOutcome.MatchRehash -> PasswordOutcome.MatchRehash(why.lift())
        is FfiPasswordOutcome.Mismatch -> PasswordOutcome.Mismatch
    }

private fun FfiRehashReason.lift() =
    when (this) {
        FfiRehashReason.COST -> RehashReason.COST
        FfiRehashReason.SALT -> RehashReason.SALT
        FfiRehashReason.KEY -> RehashReason.KEY
        FfiRehashReason.FORMAT -> RehashReason.FORMAT
        FfiRehashReason.TEXT -> RehashReason.TEXT
        FfiRehashReason.PEPPER -> RehashReason.PEPPER
    }
