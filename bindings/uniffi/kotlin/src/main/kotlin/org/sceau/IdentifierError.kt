package org.sceau

import org.sceau.ffi.IdentifierError as FfiIdentifierError
import org.sceau.ffi.identifierErrorWords

/** What became of a text that a person typed: a value, or why the text is none. */
public sealed interface Parsed<out T> {
    /** The text is one. */
    public data class Accepted<out T>(public val value: T) : Parsed<T>

    /** The text is none. */
    public data class Refused(public val error: IdentifierError) : Parsed<Nothing>

    /** The value, or null where the text was refused. */
    public val valueOrNull: T?
        get() = (this as? Accepted)?.value

    /** Why the text was refused, or null. */
    public val errorOrNull: IdentifierError?
        get() = (this as? Refused)?.error
}

/** Why a text is not such an identifier, and where. */
public sealed class IdentifierError private constructor(ffi: FfiIdentifierError) :
    Reason by Said({ identifierErrorWords(ffi) }) {
    /**
     * Where, as a byte offset in UTF-8: in the text as typed for `parse`, in the compact form for
     * `check`; null for an empty text.
     */
    public open val at: Int?
        get() = null

    /** There is nothing in the text but spaces, dashes and invisible characters. */
    public data object Empty : IdentifierError(FfiIdentifierError.Empty)

    /** The text ends before the identifier does. */
    public data class TooShort(override val at: Int) :
        IdentifierError(FfiIdentifierError.TooShort(at.toULong()))

    /** The identifier was complete, or had reached its bound, and more follows. */
    public data class TooLong(override val at: Int) :
        IdentifierError(FfiIdentifierError.TooLong(at.toULong()))

    /** The character has no place there. */
    public data class Character(override val at: Int) :
        IdentifierError(FfiIdentifierError.Character(at.toULong()))

    /** The character only looks like the letter or digit that belongs there (Cyrillic А). */
    public data class LookAlike(override val at: Int) :
        IdentifierError(FfiIdentifierError.LookAlike(at.toULong()))

    /** There is no such date. */
    public data class Date(override val at: Int) :
        IdentifierError(FfiIdentifierError.Date(at.toULong()))

    /** The eleventh character of a NAM is neither 1–9 nor a letter other than I and O. */
    public data class Differentiator(override val at: Int) :
        IdentifierError(FfiIdentifierError.Differentiator(at.toULong()))

    /** The check digit does not fit the others: one of them is mistyped. */
    public data class CheckDigit(override val at: Int) :
        IdentifierError(FfiIdentifierError.CheckDigit(at.toULong()))

    /** Nine digits that begin with 0 or 8 belong to another class of numbers than NAS. */
    public data class NotASin(override val at: Int) :
        IdentifierError(FfiIdentifierError.NotASin(at.toULong()))

    /** An e-mail address has one `@`, with something before it. */
    public data class AtSign(override val at: Int) :
        IdentifierError(FfiIdentifierError.AtSign(at.toULong()))

    /** A label of a domain is empty, longer than 63, or has a hyphen at its edge. */
    public data class Label(override val at: Int) :
        IdentifierError(FfiIdentifierError.Label(at.toULong()))

    /** The domain of an e-mail address has no dot. */
    public data class Domain(override val at: Int) :
        IdentifierError(FfiIdentifierError.Domain(at.toULong()))
}

internal fun FfiIdentifierError.lift() =
    when (this) {
        is FfiIdentifierError.Empty -> IdentifierError.Empty
        is FfiIdentifierError.TooShort -> IdentifierError.TooShort(at.toInt())
        is FfiIdentifierError.TooLong -> IdentifierError.TooLong(at.toInt())
        is FfiIdentifierError.Character -> IdentifierError.Character(at.toInt())
        is FfiIdentifierError.LookAlike -> IdentifierError.LookAlike(at.toInt())
        is FfiIdentifierError.Date -> IdentifierError.Date(at.toInt())
        is FfiIdentifierError.Differentiator -> IdentifierError.Differentiator(at.toInt())
        is FfiIdentifierError.CheckDigit -> IdentifierError.CheckDigit(at.toInt())
        is FfiIdentifierError.NotASin -> IdentifierError.NotASin(at.toInt())
        is FfiIdentifierError.AtSign -> IdentifierError.AtSign(at.toInt())
        is FfiIdentifierError.Label -> IdentifierError.Label(at.toInt())
        is FfiIdentifierError.Domain -> IdentifierError.Domain(at.toInt())
    }
