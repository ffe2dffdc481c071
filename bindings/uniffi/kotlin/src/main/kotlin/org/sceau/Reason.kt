package org.sceau

import org.sceau.ffi.Words

/** A language of the sentences. */
public enum class Language(
    /** The stable wire name: the same in every language. */
    public val wireName: String
) {
    /** French, as in Québec. */
    FRENCH("fr"),

    /** English. */
    ENGLISH("en"),
}

/** A reason that can be said to a person: every outcome and every error is one. */
public interface Reason {
    /** The stable wire name: the same in the vectors, C, Swift and Python. */
    public val wireName: String

    /** Returns the sentence that a citizen or an operator can act on. */
    public fun message(language: Language): String
}

/** An outcome that is until a moment. */
public interface Wait : Reason {
    /** Until when. */
    public val until: UnixTime

    /**
     * Returns the sentence with the caller's [words] for the moment: the local time, in the person's
     * language. [message] tells it in Coordinated Universal Time.
     */
    public fun message(language: Language, words: String): String
}

/** What the core says of a reason, asked once and only when it is wanted. */
internal class Said(ask: () -> Words) : Reason {
    private val words by lazy(ask)

    override val wireName: String
        get() = words.wireName

    override fun message(language: Language): String =
        when (language) {
            Language.FRENCH -> words.french
            Language.ENGLISH -> words.english
        }
}
