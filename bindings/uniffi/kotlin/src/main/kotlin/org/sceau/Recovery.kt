package org.sceau

import org.sceau.ffi.CodeText
import org.sceau.ffi.RecoveryOutcome as FfiRecoveryOutcome
import org.sceau.ffi.recoveryGeneration
import org.sceau.ffi.recoveryOutcomeWords

/**
 * A code of letters and digits to print for a person: a secret while it lives, so its `toString`
 * shows nothing.
 *
 * Its last character checks the others: one wrong character, or two that changed places, are seen.
 */
public class LetterCode internal constructor(private val ffi: CodeText) {
    /** The characters as they are typed: `0123456789ABCDEFT`. */
    public val compact: String
        get() = ffi.compact

    /** The characters in groups of four, and the check character: `0123-4567-89AB-CDEF-T`. */
    public val display: String
        get() = ffi.display

    override fun toString(): String = "LetterCode(..)"
}

/** What became of a recovery code that a person typed. */
public sealed class RecoveryOutcome private constructor(ffi: FfiRecoveryOutcome) :
    Reason by Said({ recoveryOutcomeWords(ffi) }) {
    /**
     * The code is right, and will not be accepted again; [left] codes are left. At 0 it is time to
     * make new ones.
     */
    public data class Accepted(public val left: Int) :
        RecoveryOutcome(FfiRecoveryOutcome.Accepted(left.toUByte()))

    /** The code is none of this user's. */
    public data object Wrong : RecoveryOutcome(FfiRecoveryOutcome.Wrong)

    /**
     * The code is this user's, and was accepted before. Only who has held the list hears this,
     * since a code cannot be guessed.
     */
    public data object AlreadyUsed : RecoveryOutcome(FfiRecoveryOutcome.AlreadyUsed)

    /** Not the characters of a code, or the check character does not fit: a slip. */
    public data object Malformed : RecoveryOutcome(FfiRecoveryOutcome.Malformed)
}

/**
 * The stored state of one user's recovery codes, ten codes on paper that are good once each: 208
 * opaque bytes, which hold no code.
 *
 * One row holds one for each user. Store the next state with a compare-and-set on [generation]
 * **before** acting on an outcome. Guesses are not counted here, since a code has 80 bits;
 * [Throttle] still goes before it, as before whatever an account is entered by.
 */
public class RecoveryCodes private constructor(private val bytes: ByteArray) {
    /** The number for the store's compare-and-set; 1 is the first state's. */
    public val generation: ULong
        get() = onState { recoveryGeneration(bytes) }

    /** Returns the bytes to store. */
    public fun toByteArray(): ByteArray = bytes.copyOf()

    /**
     * Verifies what a person typed.
     *
     * Spaces, hyphens and invisible characters in [typed] are dropped, small letters are read as
     * capitals, O as 0, I and L as 1. There is no clock: `clockBack` is never set.
     *
     * @throws StateException for a state that cannot be used; nothing is to be stored then
     */
    public fun verify(
        key: ServiceKey,
        user: String,
        typed: String,
    ): Transition<RecoveryOutcome, RecoveryCodes> {
        val ffi = onState { key.ffi.recoveryVerify(bytes, user.toBytes(), typed.wellFormed()) }
        return Transition(ffi.outcome.lift(), RecoveryCodes(ffi.next), false)
    }

    /**
     * Returns how many codes are left, 0 to 10.
     *
     * @throws StateException for a state that cannot be used
     */
    public fun left(key: ServiceKey, user: String): Int =
        onState { key.ffi.recoveryLeft(bytes, user.toBytes()) }.toInt()

    override fun equals(other: Any?): Boolean =
        other is RecoveryCodes && bytes.contentEquals(other.bytes)

    override fun hashCode(): Int = bytes.contentHashCode()

    override fun toString(): String = "RecoveryCodes(..)"

    public companion object {
        /**
         * Takes the bytes of a stored state. Whether they are authentic is checked at use.
         *
         * @throws StateException unless there are 208 bytes
         */
        public fun fromByteArray(bytes: ByteArray): RecoveryCodes {
            onState { recoveryGeneration(bytes) }
            return RecoveryCodes(bytes.copyOf())
        }

        /**
         * Makes ten new codes for [user], the account as the service names it: the only
         * constructor. They replace all of [previous], whose generation goes on. Store the next
         * state, then show the codes: they cannot be had again.
         *
         * @throws StateException for a state that cannot be used; nothing is to be stored then
         */
        public fun generate(
            previous: RecoveryCodes?,
            key: ServiceKey,
            user: String,
            entropy: Entropy = Entropy.SYSTEM,
        ): Transition<List<LetterCode>, RecoveryCodes> {
            val fresh = entropy.sixteen()
            val ffi = onState {
                key.ffi.recoveryGenerate(previous?.bytes, user.toBytes(), fresh)
            }
            return Transition(ffi.codes.map(::LetterCode), RecoveryCodes(ffi.next), false)
        }
    }
}

private fun FfiRecoveryOutcome.lift() =
    when (this) {
        is FfiRecoveryOutcome.Accepted -> RecoveryOutcome.Accepted(left.toInt())
        is FfiRecoveryOutcome.Wrong -> RecoveryOutcome.Wrong
        is FfiRecoveryOutcome.AlreadyUsed -> RecoveryOutcome.AlreadyUsed
        is FfiRecoveryOutcome.Malformed -> RecoveryOutcome.Malformed
    }
