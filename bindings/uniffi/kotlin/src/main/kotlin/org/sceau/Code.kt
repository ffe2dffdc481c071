package org.sceau

import org.sceau.ffi.CodeText

/** How many decimal digits a code has. */
public enum class Digits(
    /** The number. */
    public val count: Int
) {
    /** Six digits, the default everywhere. */
    SIX(6),

    /** Seven digits. */
    SEVEN(7),

    /** Eight digits. */
    EIGHT(8),

    /** Nine digits. */
    NINE(9);

    internal val ffi: UByte
        get() = count.toUByte()

    public companion object {
        /** Returns so many digits, or null if they are not 6 to 9. */
        public fun of(count: Int): Digits? = entries.find { it.count == count }
    }
}

/**
 * A code to show to a person: a secret while it lives, so its `toString` shows nothing.
 *
 * It has 6 to 9 digits or, if it is posted, twelve letters and digits and a check character.
 */
public class Code internal constructor(private val ffi: CodeText) {
    /** The characters as they are typed: `996729`, `0123456789ABC`. */
    public val compact: String
        get() = ffi.compact

    /** The characters in groups, as they are printed: `996 729`, `0123-4567-89AB-C`. */
    public val display: String
        get() = ffi.display

    override fun toString(): String = "Code(..)"
}
