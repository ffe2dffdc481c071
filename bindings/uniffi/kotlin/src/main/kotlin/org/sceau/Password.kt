package org.sceau

import kotlin.time.Duration
import kotlin.time.TimeSource

/**
 * Stored passwords: PBKDF2 as PHC strings, and what other systems stored.
 *
 * Passwords are UTF-8 in arrays that the caller wipes; the overloads for text are for callers who
 * have nothing but text.
 */
public object Passwords {
    /**
     * Hashes a new password with a fresh salt of 16 bytes, and with the current one of [peppers];
     * returns the PHC string to store.
     *
     * @throws PasswordException for a password that is empty, too long, or no clean text
     */
    public fun hash(
        password: ByteArray,
        policy: CreatePolicy = CreatePolicy.DEFAULT,
        entropy: Entropy = Entropy.SYSTEM,
        peppers: Peppers = Peppers.NONE,
    ): String = hashWithSalt(password, entropy.bytes(16), policy, peppers)

    /** As the other one, for text. */
    public fun hash(
        password: CharSequence,
        policy: CreatePolicy = CreatePolicy.DEFAULT,
        entropy: Entropy = Entropy.SYSTEM,
        peppers: Peppers = Peppers.NONE,
    ): String = password.toBytes().wiped { hash(it, policy, entropy, peppers) }

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
        peppers: Peppers = Peppers.NONE,
    ): String = onPassword { password.lent { peppers.ffi.hash(it, salt, policy.ffi) } }

    /**
     * Verifies a password against what is stored. A mismatch costs at least what [create] costs.
     * Whatever the error in the stored hash, run [verifyAbsent] before answering.
     *
     * @throws PasswordException for a password that is no clean text, or a hash that cannot be used
     */
    public fun verify(
        password: ByteArray,
        stored: StoredPassword,
        accept: AcceptPolicy = AcceptPolicy.DEFAULT,
        create: CreatePolicy = CreatePolicy.DEFAULT,
        peppers: Peppers = Peppers.NONE,
    ): PasswordOutcome =
        PasswordVerifier.begin(password, stored, accept, create, peppers).use { it.run() }

    /** As the first one, for a stored text that says itself how it was made. */
    public fun verify(
        password: ByteArray,
        stored: String,
        accept: AcceptPolicy = AcceptPolicy.DEFAULT,
        create: CreatePolicy = CreatePolicy.DEFAULT,
        peppers: Peppers = Peppers.NONE,
    ): PasswordOutcome = verify(password, StoredPassword.Text(stored), accept, create, peppers)

    /** As the first one, for text. */
    public fun verify(
        password: CharSequence,
        stored: StoredPassword,
        accept: AcceptPolicy = AcceptPolicy.DEFAULT,
        create: CreatePolicy = CreatePolicy.DEFAULT,
        peppers: Peppers = Peppers.NONE,
    ): PasswordOutcome =
        password.toBytes().wiped { verify(it, stored, accept, create, peppers) }

    /** As the first one, for text and a stored text. */
    public fun verify(
        password: CharSequence,
        stored: String,
        accept: AcceptPolicy = AcceptPolicy.DEFAULT,
        create: CreatePolicy = CreatePolicy.DEFAULT,
        peppers: Peppers = Peppers.NONE,
    ): PasswordOutcome = verify(password, StoredPassword.Text(stored), accept, create, peppers)

    /**
     * Does what [verify] does on [kotlinx.coroutines.Dispatchers.Default], in steps of a few
     * milliseconds between which it yields and may be cancelled; what it holds is then wiped at
     * once, and nothing is to be stored. Argon2id cannot be cut: it is one step.
     *
     * [onProgress] is called after every step, on the same dispatcher. [password] is read until
     * this returns or throws.
     *
     * @throws PasswordException as [verify]
     */
    public suspend fun verifyInSteps(
        password: ByteArray,
        stored: StoredPassword,
        accept: AcceptPolicy = AcceptPolicy.DEFAULT,
        create: CreatePolicy = CreatePolicy.DEFAULT,
        peppers: Peppers = Peppers.NONE,
        onProgress: (PasswordProgress) -> Unit = {},
    ): PasswordOutcome =
        PasswordVerifier.runInSteps(onProgress) {
            PasswordVerifier.begin(password, stored, accept, create, peppers)
        }

    /** As the other one, for text. */
    public suspend fun verifyInSteps(
        password: CharSequence,
        stored: StoredPassword,
        accept: AcceptPolicy = AcceptPolicy.DEFAULT,
        create: CreatePolicy = CreatePolicy.DEFAULT,
        peppers: Peppers = Peppers.NONE,
        onProgress: (PasswordProgress) -> Unit = {},
    ): PasswordOutcome =
        password.toBytes().wiped { verifyInSteps(it, stored, accept, create, peppers, onProgress) }

    /**
     * Does the work of a [verify] for an account that does not exist; the outcome is `Mismatch`.
     *
     * @throws PasswordException for a password that is no clean text, as for an account that exists
     */
    public fun verifyAbsent(
        password: ByteArray,
        create: CreatePolicy = CreatePolicy.DEFAULT,
    ): PasswordOutcome = PasswordVerifier.beginAbsent(password, create).use { it.run() }

    /** As the other one, for text. */
    public fun verifyAbsent(
        password: CharSequence,
        create: CreatePolicy = CreatePolicy.DEFAULT,
    ): PasswordOutcome = password.toBytes().wiped { verifyAbsent(it, create) }

    /**
     * Does the work of a [verifyInSteps] for an account that does not exist; the outcome is
     * `Mismatch`.
     *
     * @throws PasswordException as [verifyAbsent]
     */
    public suspend fun verifyAbsentInSteps(
        password: ByteArray,
        create: CreatePolicy = CreatePolicy.DEFAULT,
        onProgress: (PasswordProgress) -> Unit = {},
    ): PasswordOutcome =
        PasswordVerifier.runInSteps(onProgress) { PasswordVerifier.beginAbsent(password, create) }

    /** As the other one, for text. */
    public suspend fun verifyAbsentInSteps(
        password: CharSequence,
        create: CreatePolicy = CreatePolicy.DEFAULT,
        onProgress: (PasswordProgress) -> Unit = {},
    ): PasswordOutcome =
        password.toBytes().wiped { verifyAbsentInSteps(it, create, onProgress) }

    /**
     * Measures this machine, a fraction of a second long; returns how many iterations make one
     * verification last [target]: the recommended figure at the least, 10,000,000 at the most.
     *
     * It is a measurement, for an operator to look at and to write into a configuration: it differs
     * from run to run, and is not for a start-up script.
     */
    public fun calibrate(
        target: Duration,
        algorithm: PasswordAlgorithm = PasswordAlgorithm.SHA256,
        clock: TimeSource = TimeSource.Monotonic,
    ): Int =
        PasswordVerifier.beginAbsent("calibrate".toByteArray(), CreatePolicy(algorithm)).use {
            algorithm.calibrated(it, target, clock)
        }
}

internal inline fun <T> ByteArray.wiped(call: (ByteArray) -> T): T =
    try {
        call(this)
    } finally {
        fill(0)
    }
