package org.sceau

import org.sceau.ffi.answerWords

/**
 * Answers to security questions, of estates that still have them: clicSÉQUR's secret questions.
 *
 * Not for anything new: what an answer says is found in a register, in a social network or by
 * asking, and NIST SP 800-63B-4 (§3.1.1.2) forbids to ask for one. They are here so that an old
 * account can be recovered once, and its owner given something better.
 *
 * An answer is compared up to case, accents and typography: « Saint-Étienne » is `saint etienne`.
 * Letters of other scripts lose case and accents, digits and symbols stay. Answers are UTF-8 in
 * arrays that the caller wipes; the overloads for text are for callers who have nothing but text.
 */
public object Answers {
    /**
     * Hashes an answer with a fresh salt of 16 bytes, and with the current one of [peppers];
     * returns the PHC string to store, to replace the hash of an old estate.
     *
     * @throws PasswordException for an answer of which nothing is left but spaces and punctuation,
     *   that is too long, or no clean text
     */
    public fun hash(
        answer: ByteArray,
        policy: CreatePolicy = CreatePolicy.DEFAULT,
        entropy: Entropy = Entropy.SYSTEM,
        peppers: Peppers = Peppers.NONE,
    ): String = hashWithSalt(answer, entropy.bytes(16), policy, peppers)

    /** As the other one, for text. */
    public fun hash(
        answer: CharSequence,
        policy: CreatePolicy = CreatePolicy.DEFAULT,
        entropy: Entropy = Entropy.SYSTEM,
        peppers: Peppers = Peppers.NONE,
    ): String = answer.toBytes().wiped { hash(it, policy, entropy, peppers) }

    /**
     * Hashes with a salt that is given: 16 to 64 bytes of the system's generator, never used
     * before.
     *
     * @throws PasswordException as [hash], and for a salt of another length
     */
    public fun hashWithSalt(
        answer: ByteArray,
        salt: ByteArray,
        policy: CreatePolicy = CreatePolicy.DEFAULT,
        peppers: Peppers = Peppers.NONE,
    ): String = onPassword { answer.lent { peppers.ffi.hashAnswer(it, salt, policy.ffi) } }

    /**
     * Verifies an answer against what is stored. A PHC string of PBKDF2 is one of [hash]'s; a hash
     * of another system is tried with the text as it was typed, then as a password is prepared,
     * then as an answer is. Whatever the error in the stored hash, run [verifyAbsent] before
     * answering.
     *
     * @throws PasswordException for an answer that is no clean text, or a hash that cannot be used
     */
    public fun verify(
        answer: ByteArray,
        stored: StoredPassword,
        accept: AcceptPolicy = AcceptPolicy.DEFAULT,
        create: CreatePolicy = CreatePolicy.DEFAULT,
        peppers: Peppers = Peppers.NONE,
    ): PasswordOutcome =
        PasswordVerifier.beginAnswer(answer, stored, accept, create, peppers).use { it.run() }

    /** As the other one, for text. */
    public fun verify(
        answer: CharSequence,
        stored: StoredPassword,
        accept: AcceptPolicy = AcceptPolicy.DEFAULT,
        create: CreatePolicy = CreatePolicy.DEFAULT,
        peppers: Peppers = Peppers.NONE,
    ): PasswordOutcome = answer.toBytes().wiped { verify(it, stored, accept, create, peppers) }

    /**
     * Does the work of a [verify] for an account that does not exist; the outcome is `Mismatch`.
     *
     * @throws PasswordException for an answer that is no clean text, as for an account that exists
     */
    public fun verifyAbsent(
        answer: ByteArray,
        create: CreatePolicy = CreatePolicy.DEFAULT,
    ): PasswordOutcome = PasswordVerifier.beginAnswerAbsent(answer, create).use { it.run() }

    /** As the other one, for text. */
    public fun verifyAbsent(
        answer: CharSequence,
        create: CreatePolicy = CreatePolicy.DEFAULT,
    ): PasswordOutcome = answer.toBytes().wiped { verifyAbsent(it, create) }
}

/** The same outcome, said of an answer in place of a password. */
public fun PasswordOutcome.ofAnswer(): Reason = Said({ answerWords(wireName) })

/** The same error, said of an answer in place of a password. */
public fun PasswordError.ofAnswer(): Reason = Said({ answerWords(wireName) })
