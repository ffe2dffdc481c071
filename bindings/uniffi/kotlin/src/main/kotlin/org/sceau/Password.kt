package org.sceau

import org.sceau.ffi.PasswordException as FfiPasswordException
import org.sceau.ffi.PasswordOutcome as FfiPasswordOutcome
import org.sceau.ffi.RehashReason as FfiRehashReason
import org.sceau.ffi.passwordErrorWords
import org.sceau.ffi.passwordHash
import org.sceau.ffi.passwordOutcomeWords
import org.sceau.ffi.passwordVerify
import org.sceau.ffi.passwordVerifyAbsent
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

/** In what a stored hash is weaker than the create policy. */
public enum class RehashReason(internal val ffi: FfiRehashReason) :
    Reason by Said({ rehashReasonWords(ffi) }) {
    /** Fewer iterations. */
    COST(FfiRehashReason.COST),

    /** A shorter salt than 16 bytes. */
    SALT(FfiRehashReason.SALT),

    /** A shorter key than the algorithm's digest. */
    KEY(FfiRehashReason.KEY),
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

    /** The salt for a new hash is not 16 to 64 bytes. */
    public data object SaltLength : PasswordError(FfiPasswordException.SaltLength())

    /** The stored hash is damaged, or of a format that is not read. */
    public data object Malformed : PasswordError(FfiPasswordException.Malformed())

    /** The stored hash names a scheme that is not read. */
    public data object UnsupportedScheme : PasswordError(FfiPasswordException.UnsupportedScheme())

    /**
     * The stored hash is weaker or costlier than the accept policy allows: run
     * [Passwords.verifyAbsent].
     */
    public data object OutsideAcceptPolicy :
        PasswordError(FfiPasswordException.OutsideAcceptPolicy())

    /** The iterations of a policy are out of range. */
    public data object Iterations : PasswordError(FfiPasswordException.Iterations())
}

/** Thrown when a password is neither right nor wrong. */
public class PasswordException
internal constructor(
    /** Why. */
    public val error: PasswordError
) : Exception(error.wireName), Reason by error

/**
 * Stored passwords: PBKDF2 as PHC strings.
 *
 * Passwords are UTF-8 in arrays that the caller wipes; the overloads for text are for callers who
 * have nothing but text.
 */
public object Passwords {
    /**
     * Hashes a new password with a fresh salt of 16 bytes; returns the PHC string to store.
     *
     * @throws PasswordException for a password that is empty, too long, or no clean text
     */
    public fun hash(
        password: ByteArray,
        policy: CreatePolicy = CreatePolicy.DEFAULT,
        entropy: Entropy = Entropy.SYSTEM,
    ): String = hashWithSalt(password, entropy.bytes(16), policy)

    /** As the other one, for text. */
    public fun hash(
        password: CharSequence,
        policy: CreatePolicy = CreatePolicy.DEFAULT,
        entropy: Entropy = Entropy.SYSTEM,
    ): String = password.toBytes().wiped { hash(it, policy, entropy) }

    /**
     * Hashes with a salt that is given: 16 to 64 bytes of the system's generator, never used
     * before.
     *
     * @throws PasswordException as [hash], and for a salt of another length
     */
    public fun hashWithSalt(
        password: ByteArray,
        salt: ByteArray,
        policy: CreatePolicy = CreatePolicy.DEFAULT,
    ): String = onPassword { password.lent { passwordHash(it, salt, policy.ffi) } }

    /**
     * Verifies a password against a stored PHC string. A mismatch costs at least what [create]
     * costs.
     *
     * @throws PasswordException for a password that is no clean text, or a hash that cannot be used
     */
    public fun verify(
        password: ByteArray,
        stored: String,
        accept: AcceptPolicy = AcceptPolicy.DEFAULT,
        create: CreatePolicy = CreatePolicy.DEFAULT,
    ): PasswordOutcome =
        onPassword {
            password.lent { passwordVerify(it, stored.toBytes(), accept.ffi, create.ffi) }.lift()
        }

    /** As the other one, for text. */
    public fun verify(
        password: CharSequence,
        stored: String,
        accept: AcceptPolicy = AcceptPolicy.DEFAULT,
        create: CreatePolicy = CreatePolicy.DEFAULT,
    ): PasswordOutcome = password.toBytes().wiped { verify(it, stored, accept, create) }

    /**
     * Does the work of a [verify] for an account that does not exist; the outcome is `Mismatch`.
     *
     * @throws PasswordException for a password that is no clean text, as for an account that exists
     */
    public fun verifyAbsent(
        password: ByteArray,
        create: CreatePolicy = CreatePolicy.DEFAULT,
    ): PasswordOutcome =
        onPassword { password.lent { passwordVerifyAbsent(it, create.ffi) } }.lift()

    /** As the other one, for text. */
    public fun verifyAbsent(
        password: CharSequence,
        create: CreatePolicy = CreatePolicy.DEFAULT,
    ): PasswordOutcome = password.toBytes().wiped { verifyAbsent(it, create) }
}

internal inline fun <T> onPassword(call: () -> T): T =
    try {
        call()
    } catch (e: FfiPasswordException) {
        throw PasswordException(e.lift())
    }

internal inline fun <T> ByteArray.wiped(call: (ByteArray) -> T): T =
    try {
        call(this)
    } finally {
        fill(0)
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
    }

private fun FfiPasswordOutcome.lift() =
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
    }
