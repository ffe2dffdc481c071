package org.sceau

import kotlin.time.Duration
import kotlin.time.TimeSource
import kotlin.time.measureTime
import org.sceau.ffi.CreatePolicy as FfiCreatePolicy
import org.sceau.ffi.PasswordAlgorithm as FfiPasswordAlgorithm
import org.sceau.ffi.calibratedIterations
import org.sceau.ffi.passwordAlgorithmName
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
