package org.sceau

import kotlin.time.Duration
import kotlin.time.TimeSource
import kotlin.time.measureTime
import org.sceau.ffi.CreatePolicy as FfiCreatePolicy
import org.sceau.ffi.PasswordAlgorithm as FfiPasswordAlgorithm
import org.sceau.ffi.PasswordPolicy as FfiPasswordPolicy
import org.sceau.ffi.PasswordReason as FfiPasswordReason
import org.sceau.ffi.calibratedIterations
import org.sceau.ffi.passwordAlgorithmName
import org.sceau.ffi.passwordCheck
import org.sceau.ffi.passwordReasonWords
import org.sceau.ffi.recommendedIterations

/** The hash under PBKDF2's HMAC. */
public enum class PasswordAlgorithm(internal val ffi: FfiPasswordAlgorithm) {
    /** PBKDF2-HMAC-SHA-256. */
    SHA256(FfiPasswordAlgorithm.SHA256),

    /** PBKDF2-HMAC-SHA-512. */
    SHA512(FfiPasswordAlgorithm.SHA512);

    /** The stable wire name, which is also the PHC string's identifier. */
    public val wireName: String
        get() = passwordAlgorithmName(ffi)

    /** The iterations that OWASP's Password Storage Cheat Sheet recommends. */
    public val recommendedIterations: Int
        get() = recommendedIterations(ffi).toInt()

    /** The fastest of a few slices counts, behind one that warms the machine up. */
    internal fun calibrated(verifier: PasswordVerifier, target: Duration, clock: TimeSource): Int {
        verifier.step(PasswordVerifier.SLICE)
        val taken = (1..5).minOf { clock.measureTime { verifier.step(PasswordVerifier.SLICE) } }
        val (done, takenNs) = PasswordVerifier.SLICE.toUInt() to taken.inWholeNanoseconds
        val targetNs = target.inWholeNanoseconds
        return calibratedIterations(ffi, done, takenNs.toFfi64(), targetNs.toFfi64()).toInt()
    }
}

/** How a new password is hashed. */
public class CreatePolicy private constructor(internal val ffi: FfiCreatePolicy) {
    /**
     * Sets the algorithm and its iterations: the recommended figure to 10,000,000.
     *
     * @throws PasswordException for iterations out of that range
     */
    public constructor(
        algorithm: PasswordAlgorithm = PasswordAlgorithm.SHA256,
        iterations: Int = algorithm.recommendedIterations,
    ) : this(onPassword { FfiCreatePolicy(algorithm.ffi, iterations.toFfi32()) })

    public companion object {
        /** The default policy. */
        public val DEFAULT: CreatePolicy = CreatePolicy()

        /**
         * Sets any number of iterations: for published test vectors, and for tests that cannot
         * wait.
         */
        public fun uncheckedPolicy(algorithm: PasswordAlgorithm, iterations: UInt): CreatePolicy =
            CreatePolicy(FfiCreatePolicy.uncheckedPolicy(algorithm.ffi, iterations))
    }
}

/** A rule that a password breaks. */
public enum class PasswordReason(internal val ffi: FfiPasswordReason) :
    Reason by Said({ passwordReasonWords(ffi) }) {
    /** Fewer characters than the profile asks for. */
    TOO_SHORT(FfiPasswordReason.TOO_SHORT),

    /** A character three times or more in a row. */
    REPETITION(FfiPasswordReason.REPETITION),

    /** Four or more letters or digits in the order of the alphabet, or backwards. */
    SEQUENCE(FfiPasswordReason.SEQUENCE),

    /** The user name is in it. */
    USER_NAME(FfiPasswordReason.USER_NAME),

    /** It is an e-mail address. */
    EMAIL_ADDRESS(FfiPasswordReason.EMAIL_ADDRESS),
}

/** The rules of one profile for new passwords. */
public enum class PasswordPolicy(private val ffi: FfiPasswordPolicy) {
    /**
     * SAG's rules: at least 10 characters, "sans répétition ni séquence", not the user name, no
     * address.
     */
    SAG_2024(FfiPasswordPolicy.SAG2024);

    /**
     * Checks a password that a person chose against every rule; returns those that it breaks.
     *
     * [password] is UTF-8, and is left as it is; an empty [userName] stands for nothing known.
     *
     * @throws PasswordException for a text that could not be hashed
     */
    public fun check(password: ByteArray, userName: String = ""): Set<PasswordReason> {
        val broken = onPassword { password.lent { passwordCheck(ffi, it, userName.wellFormed()) } }
        return broken.mapTo(linkedSetOf()) { it.lift() }
    }

    /** As the other one, for text. */
    public fun check(password: CharSequence, userName: String = ""): Set<PasswordReason> =
        password.toBytes().wiped { check(it, userName) }
}

private fun FfiPasswordReason.lift() =
    when (this) {
        FfiPasswordReason.TOO_SHORT -> PasswordReason.TOO_SHORT
        FfiPasswordReason.REPETITION -> PasswordReason.REPETITION
        FfiPasswordReason.SEQUENCE -> PasswordReason.SEQUENCE
        FfiPasswordReason.USER_NAME -> PasswordReason.USER_NAME
        FfiPasswordReason.EMAIL_ADDRESS -> PasswordReason.EMAIL_ADDRESS
    }
