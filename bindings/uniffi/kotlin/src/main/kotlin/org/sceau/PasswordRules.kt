package org.sceau

import org.sceau.ffi.PasswordContext as FfiPasswordContext
import org.sceau.ffi.PasswordFinding as FfiPasswordFinding
import org.sceau.ffi.PasswordPolicy as FfiPasswordPolicy
import org.sceau.ffi.PasswordPolicyException as FfiPasswordPolicyException
import org.sceau.ffi.PasswordProfile as FfiPasswordProfile
import org.sceau.ffi.PasswordReason as FfiPasswordReason
import org.sceau.ffi.PasswordRules as FfiPasswordRules
import org.sceau.ffi.passwordCheck
import org.sceau.ffi.passwordFindingWords
import org.sceau.ffi.passwordPolicyErrorWords
import org.sceau.ffi.passwordProfileName
import org.sceau.ffi.passwordReasonName
import org.sceau.ffi.passwordRules

/**
 * The numbers of the rules for new passwords, before they are checked; 0 turns a rule off:
 * `PasswordProfile.SAG_2024.rules.copy(minCharacters = 14)`.
 */
public data class PasswordRules(
    /** The fewest characters, 8 to 64. A code point of the prepared text is one character. */
    public val minCharacters: Int,
    /**
     * How many words make a passphrase, which may be shorter: 2 to 16, or 0 for no passphrases. A
     * word is two letters or digits or more, between spaces or punctuation.
     */
    public val passphraseWords: Int,
    /** The fewest characters of a passphrase, 8 to 64; not looked at without passphrases. */
    public val passphraseCharacters: Int,
    /**
     * How many times in a row a character, or a group of at most 8 characters, is a repetition: 2
     * to 16.
     */
    public val repetition: Int,
    /**
     * How many letters in the order of the alphabet, or digits, are a sequence, either way: 3 to
     * 16.
     */
    public val sequence: Int,
    /**
     * How many keys side by side in one row of a keyboard are too many, either way: 3 to 16. The
     * rows are those of QWERTY, AZERTY, Canadian French and Canadian Multilingual Standard.
     */
    public val keyboard: Int,
    /** From how many letters and digits on a word of the person's is looked for: 3 to 16. */
    public val context: Int,
    /** Whether the person's words are compared with the whole password, and not looked for in it. */
    public val wholeContext: Boolean,
    /** Whether a password in the form of an e-mail address is refused. */
    public val address: Boolean,
    /** Whether the whole password is compared with the most common ones. */
    public val blocklist: Boolean,
) {
    internal fun toFfi() =
        FfiPasswordRules(
            minCharacters.toFfi8(),
            passphraseWords.toFfi8(),
            passphraseCharacters.toFfi8(),
            repetition.toFfi8(),
            sequence.toFfi8(),
            keyboard.toFfi8(),
            context.toFfi8(),
            wholeContext,
            address,
            blocklist,
        )

    internal companion object {
        fun of(ffi: FfiPasswordRules) =
            PasswordRules(
                ffi.minCharacters.toInt(),
                ffi.passphraseWords.toInt(),
                ffi.passphraseCharacters.toInt(),
                ffi.repetition.toInt(),
                ffi.sequence.toInt(),
                ffi.keyboard.toInt(),
                ffi.context.toInt(),
                ffi.wholeContext,
                ffi.address,
                ffi.blocklist,
            )
    }
}

/** A named profile of rules for new passwords. */
public enum class PasswordProfile(private val ffi: FfiPasswordProfile) {
    /**
     * SAG's: at least 10 characters, "sans répétition ni séquence", not the user name, no address.
     */
    SAG_2024(FfiPasswordProfile.SAG2024),

    /** NIST SP 800-63B-4's for a password on its own: 15 characters, and the blocklist. */
    NIST_63B_4(FfiPasswordProfile.NIST63B4),

    /** As before, for a password beside a second factor: 8 characters. */
    NIST_63B_4_SECOND_FACTOR(FfiPasswordProfile.NIST63B4_SECOND_FACTOR),

    /**
     * The Canadian Centre for Cyber Security's (ITSAP.30.032): 12 characters, or a passphrase of 4
     * words and 15; the blocklist is ours.
     */
    CCCS(FfiPasswordProfile.CCCS);

    /** The stable wire name. */
    public val wireName: String
        get() = passwordProfileName(ffi)

    /** The numbers, to change some of them. */
    public val rules: PasswordRules
        get() = PasswordRules.of(passwordRules(ffi))

    /** The profile as a policy. */
    public val policy: PasswordPolicy by lazy { PasswordPolicy(rules) }
}

/**
 * What the rules know of the person and the service; an empty text stands for nothing known.
 *
 * Words are compared without regard to case, accents and punctuation.
 */
public class PasswordContext(
    /** The user name. */
    public val userName: String = "",
    /** The e-mail address: all of it, and what stands before the last at sign. */
    public val emailAddress: String = "",
    /** The given name or names: together, and each part of them. */
    public val givenName: String = "",
    /** The surname: whole, and each part of it. */
    public val surname: String = "",
    /** The health insurance number: six or more of its characters in a row. */
    public val nam: String = "",
    /** The social insurance number: six or more of its digits in a row. */
    public val nas: String = "",
    /** The name of the service. */
    public val service: String = "",
) {
    internal fun toFfi() =
        FfiPasswordContext(
            userName.wellFormed(),
            emailAddress.wellFormed(),
            givenName.wellFormed(),
            surname.wellFormed(),
            nam.wellFormed(),
            nas.wellFormed(),
            service.wellFormed(),
        )

    override fun toString(): String = "PasswordContext(..)"
}

/**
 * Rules for new passwords, whose numbers have been checked.
 *
 * @throws PasswordPolicyException for the first number outside the range that its field states
 */
public class PasswordPolicy(
    /** The numbers. */
    public val rules: PasswordRules
) {
    private val ffi: FfiPasswordPolicy =
        try {
            FfiPasswordPolicy(rules.toFfi())
        } catch (e: FfiPasswordPolicyException) {
            throw PasswordPolicyException(e.lift())
        }

    /**
     * Checks a password that a person chose against every rule; returns those that it breaks, in
     * the order of [PasswordReason].
     *
     * [password] is UTF-8, and is left as it is.
     *
     * @throws PasswordException for a text that could not be hashed
     */
    public fun check(
        password: ByteArray,
        context: PasswordContext = PasswordContext(),
    ): List<PasswordFinding> {
        val broken = onPassword { password.lent { passwordCheck(it, ffi, context.toFfi()) } }
        return broken.map(::PasswordFinding)
    }

    /** As the other one, for text. */
    public fun check(
        password: CharSequence,
        context: PasswordContext = PasswordContext(),
    ): List<PasswordFinding> = password.toBytes().wiped { check(it, context) }
}

/** A rule that a password breaks, and the first place where it does. */
public data class PasswordFinding(
    /** Which rule. */
    public val reason: PasswordReason,
    /** Where the place begins in the text as it was typed, in bytes of UTF-8. */
    public val at: Int,
    /** How long the place is, in bytes. Of a rule on the whole password it is all of it. */
    public val length: Int,
    /** The number that the sentence says; 0 where it says none. */
    public val number: Int,
) : Reason by Said({ passwordFindingWords(ffiOf(reason, at, length, number)) }) {
    internal constructor(
        ffi: FfiPasswordFinding
    ) : this(ffi.reason.lift(), ffi.at.toInt(), ffi.length.toInt(), ffi.number.toInt())

    private companion object {
        fun ffiOf(reason: PasswordReason, at: Int, length: Int, number: Int) =
            FfiPasswordFinding(reason.ffi, at.toULong(), length.toULong(), number.toFfi8())
    }
}

/** A rule that a password breaks. */
public enum class PasswordReason(internal val ffi: FfiPasswordReason) {
    /** Fewer characters than the policy asks for. */
    TOO_SHORT(FfiPasswordReason.TOO_SHORT),

    /** A character, or a group of characters, several times in a row. */
    REPETITION(FfiPasswordReason.REPETITION),

    /** Letters or digits in the order of the alphabet, or backwards. */
    SEQUENCE(FfiPasswordReason.SEQUENCE),

    /** Keys side by side in one row of a keyboard. */
    KEYBOARD_ROW(FfiPasswordReason.KEYBOARD_ROW),

    /** It is an e-mail address. */
    EMAIL_ADDRESS(FfiPasswordReason.EMAIL_ADDRESS),

    /** The user name is in it. */
    USER_NAME(FfiPasswordReason.USER_NAME),

    /** The person's e-mail address is in it, or what stands before the at sign. */
    OWN_EMAIL_ADDRESS(FfiPasswordReason.OWN_EMAIL_ADDRESS),

    /** A name of the person's is in it. */
    PERSON_NAME(FfiPasswordReason.PERSON_NAME),

    /** Six or more characters of the person's health insurance number are in it. */
    OWN_NAM(FfiPasswordReason.OWN_NAM),

    /** Six or more digits of the person's social insurance number are in it. */
    OWN_NAS(FfiPasswordReason.OWN_NAS),

    /** The name of the service is in it. */
    SERVICE_NAME(FfiPasswordReason.SERVICE_NAME),

    /** It is one of the most common passwords. */
    COMMON(FfiPasswordReason.COMMON);

    /** The stable wire name. */
    public val wireName: String
        get() = passwordReasonName(ffi)
}

/** Which number of a policy for new passwords is out of its range. */
public enum class PasswordPolicyError(private val ffi: FfiPasswordPolicyException) :
    Reason by Said({ passwordPolicyErrorWords(ffi) }) {
    /** The fewest characters are not 8 to 64. */
    MIN_CHARACTERS(FfiPasswordPolicyException.MinCharacters()),

    /** The words of a passphrase are not 2 to 16, or its characters not 8 to 64. */
    PASSPHRASE(FfiPasswordPolicyException.Passphrase()),

    /** The repetition is not 2 to 16. */
    REPETITION(FfiPasswordPolicyException.Repetition()),

    /** The sequence is not 3 to 16. */
    SEQUENCE(FfiPasswordPolicyException.Sequence()),

    /** The keys in a row are not 3 to 16. */
    KEYBOARD(FfiPasswordPolicyException.Keyboard()),

    /** The letters of the person's words are not 3 to 16. */
    CONTEXT(FfiPasswordPolicyException.Context()),

    /** The library has no blocklist. */
    BLOCKLIST(FfiPasswordPolicyException.Blocklist()),
}

/** Thrown when a number of a policy for new passwords is out of its range. */
public class PasswordPolicyException
internal constructor(
    /** Which one. */
    public val error: PasswordPolicyError
) : Exception(error.wireName), Reason by error

private fun FfiPasswordPolicyException.lift() =
    when (this) {
        is FfiPasswordPolicyException.MinCharacters -> PasswordPolicyError.MIN_CHARACTERS
        is FfiPasswordPolicyException.Passphrase -> PasswordPolicyError.PASSPHRASE
        is FfiPasswordPolicyException.Repetition -> PasswordPolicyError.REPETITION
        is FfiPasswordPolicyException.Sequence -> PasswordPolicyError.SEQUENCE
        is FfiPasswordPolicyException.Keyboard -> PasswordPolicyError.KEYBOARD
        is FfiPasswordPolicyException.Context -> PasswordPolicyError.CONTEXT
        is FfiPasswordPolicyException.Blocklist -> PasswordPolicyError.BLOCKLIST
    }

private fun FfiPasswordReason.lift() = PasswordReason.entries.first { it.ffi == this }
