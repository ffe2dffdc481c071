package org.sceau

import org.sceau.ffi.Difference as FfiDifference
import org.sceau.ffi.NameCompared
import org.sceau.ffi.NameError as FfiNameError
import org.sceau.ffi.NameFolded
import org.sceau.ffi.NamePlace
import org.sceau.ffi.Side as FfiSide
import org.sceau.ffi.differenceWords
import org.sceau.ffi.nameCompare
import org.sceau.ffi.nameErrorWords
import org.sceau.ffi.nameFold
import org.sceau.ffi.namePolicyAccepts
import org.sceau.ffi.namePolicyExists
import org.sceau.ffi.namePolicySag
import org.sceau.ffi.namePolicyTolerant
import org.sceau.ffi.sideName

/** Why a text is not a name that can be compared. */
public sealed class NameError private constructor(ffi: FfiNameError) :
    Reason by Said({ nameErrorWords(ffi) }) {
    /** Where, as a byte offset in the name's UTF-8; 0 for an empty name. */
    public open val at: Int
        get() = 0

    /** The name has no letter. */
    public data object Empty : NameError(FfiNameError.Empty)

    /** The character is of another script, or a Latin letter that no rule gives a key (Ə, ª). */
    public data class Unsupported(override val at: Int) :
        NameError(FfiNameError.Unsupported(at.toULong()))

    /** A digit, a control, a symbol, or something other than a letter that carries an accent. */
    public data class Character(override val at: Int) :
        NameError(FfiNameError.Character(at.toULong()))

    /** A letter carries more than 30 combining marks, once decomposed. */
    public data class TooManyMarks(override val at: Int) :
        NameError(FfiNameError.TooManyMarks(at.toULong()))

    /** The name has more than 256 bytes, or its key more than 128 letters. */
    public data class TooLong(override val at: Int) : NameError(FfiNameError.TooLong(at.toULong()))
}

/** One way in which two names differ. */
public enum class Difference(internal val ffi: FfiDifference) :
    Reason by Said({ differenceWords(ffi) }) {
    /** A capital for a small letter (`Lavoie`, `LAVOIE`). */
    CASE(FfiDifference.CASE),

    /** Another separator, or one on one side only (`Jean-Pierre`, `Jean Pierre`). */
    TYPOGRAPHY(FfiDifference.TYPOGRAPHY),

    /** Other accents, a stroke or a missing dot (`Hélène`, `Helene`; `Ø`, `O`). */
    DIACRITICS(FfiDifference.DIACRITICS),

    /** One letter that stands for two (`Cœur`, `Coeur`; `ß`, `ss`). */
    LIGATURE(FfiDifference.LIGATURE),

    /** Other letters. */
    DIFFERENT(FfiDifference.DIFFERENT),
}

/** One of two names. */
public enum class Side(internal val ffi: FfiSide) {
    /** The first name. */
    FIRST(FfiSide.FIRST),

    /** The second name. */
    SECOND(FfiSide.SECOND);

    /** The stable wire name. */
    public val wireName: String
        get() = sideName(ffi)
}

/** Where two names differ first so, and the one letter or separator that does on each side. */
public class Place internal constructor(ffi: NamePlace) {
    /** The byte offset in the first name's UTF-8; its length if the name ends there. */
    public val first: Int = ffi.first.toInt()

    /** The byte offset in the second name's UTF-8; its length if the name ends there. */
    public val second: Int = ffi.second.toInt()

    /**
     * The letter of the first name with its accents, or the separator; null if it has nothing
     * there.
     */
    public val letterFirst: String? = ffi.letterFirst

    /** The same for the second name. */
    public val letterSecond: String? = ffi.letterSecond

    override fun toString(): String = "Place(..)"
}

/** What became of the folding of a name. */
public sealed interface Folded {
    /** The name's letters for comparison, `A` to `Z`. */
    public class Key internal constructor(public val letters: String) : Folded {
        override fun toString(): String = "Key(..)"
    }

    /** The text is no name that can be compared. */
    public data class Refused(public val error: NameError) : Folded
}

/** What became of the comparison of two names. */
public sealed interface Compared {
    /**
     * How they differ: in nothing, or in a set of ways, each with the first place where it shows.
     */
    public class Comparison
    internal constructor(
        /** The ways, in the order of [Difference], and where each shows first. */
        public val places: Map<Difference, Place>
    ) : Compared {
        /** The ways in which the names differ. */
        public val differences: Set<Difference>
            get() = places.keys

        /** Whether the names do not differ. */
        public val isIdentical: Boolean
            get() = places.isEmpty()

        override fun toString(): String = "Comparison(..)"
    }

    /** The text on this side is no name that can be compared. */
    public data class Refused(public val side: Side, public val error: NameError) : Compared
}

/**
 * The set of differences with which two names still count as the same.
 *
 * @throws IllegalArgumentException if [Difference.DIFFERENT] is among them
 */
public class NamePolicy(
    /** The differences that the policy accepts. */
    public val accepted: Set<Difference>
) {
    init {
        require(namePolicyExists(accepted.toFfi())) {
            "a policy that accepts any name for any other"
        }
    }

    /** Whether two names that compare so count as the same. */
    public fun accepts(comparison: Compared.Comparison): Boolean =
        namePolicyAccepts(accepted.toFfi(), comparison.differences.toFfi())

    public companion object {
        /**
         * Accepts no difference: "written exactly alike on every document" (SAG, "identité
         * uniforme").
         */
        public val SAG: NamePolicy = NamePolicy(namePolicySag().lift())

        /** Accepts other case, separators, accents and ligatures. */
        public val TOLERANT: NamePolicy = NamePolicy(namePolicyTolerant().lift())
    }
}

/**
 * Names: Latin letters with their accents, composed or not, spaces, hyphens, apostrophes, periods.
 */
public object Names {
    /** Folds a name to the key letters from which RAMQ makes a health insurance number. */
    public fun fold(name: String): Folded =
        when (val folded = nameFold(name.wellFormed())) {
            is NameFolded.Folded -> Folded.Key(folded.key)
            is NameFolded.Refused -> Folded.Refused(folded.error.lift())
        }

    /** Compares two names letter by letter, and says in what they differ and where first. */
    public fun compare(first: String, second: String): Compared =
        when (val compared = nameCompare(first.wellFormed(), second.wellFormed())) {
            is NameCompared.Compared ->
                Compared.Comparison(compared.places.associate { it.difference.lift() to Place(it) })
            is NameCompared.Refused -> Compared.Refused(compared.side.lift(), compared.error.lift())
        }
}

internal fun Set<Difference>.toFfi() = map { it.ffi }

internal fun List<FfiDifference>.lift(): Set<Difference> = mapTo(linkedSetOf()) { it.lift() }

internal fun FfiDifference.lift() =
    when (this) {
        FfiDifference.CASE -> Difference.CASE
        FfiDifference.TYPOGRAPHY -> Difference.TYPOGRAPHY
        FfiDifference.DIACRITICS -> Difference.DIACRITICS
        FfiDifference.LIGATURE -> Difference.LIGATURE
        FfiDifference.DIFFERENT -> Difference.DIFFERENT
    }

internal fun FfiSide.lift() =
    when (this) {
        FfiSide.FIRST -> Side.FIRST
        FfiSide.SECOND -> Side.SECOND
    }

internal fun FfiNameError.lift() =
    when (this) {
        is FfiNameError.Empty -> NameError.Empty
        is FfiNameError.Unsupported -> NameError.Unsupported(at.toInt())
        is FfiNameError.Character -> NameError.Character(at.toInt())
        is FfiNameError.TooManyMarks -> NameError.TooManyMarks(at.toInt())
        is FfiNameError.TooLong -> NameError.TooLong(at.toInt())
    }
