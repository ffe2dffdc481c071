package org.sceau

import org.sceau.ffi.NameCompared
import org.sceau.ffi.NameDistance as FfiNameDistance
import org.sceau.ffi.NameError as FfiNameError
import org.sceau.ffi.NamePlace
import org.sceau.ffi.Side as FfiSide
import org.sceau.ffi.nameCompare
import org.sceau.ffi.nameDistance
import org.sceau.ffi.nameErrorWords
import org.sceau.ffi.nameFold
import org.sceau.ffi.nameFoldIcao
import org.sceau.ffi.nameMatchesIcao
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

/** How many letters lie between the RAMQ keys of two names. */
public sealed interface NameDistance {
    /** So many, 0 to 2. */
    public data class Within(public val letters: Int) : NameDistance

    /** More than two. */
    public data object Beyond : NameDistance

    /** The text on this side is no name that can be compared. */
    public data class Refused(public val side: Side, public val error: NameError) : NameDistance
}

/**
 * Names: Latin letters with their accents, composed or not, spaces, hyphens, apostrophes, periods.
 */
public object Names {
    /** Folds a name to the key letters from which RAMQ makes a health insurance number. */
    public fun fold(name: String): Folded = nameFold(name.wellFormed()).lift()

    /**
     * Folds a name as ICAO Doc 9303-3 (8th edition, section 6) recommends: `Ä` is `AE`, `Å` `AA`,
     * `Ö` and `Ø` `OE`, `Ü` `UE`, all other letters are as in [fold]; spaces and hyphens are a
     * filler, `<`, and apostrophes and periods are left out.
     */
    public fun foldIcao(name: String): FoldedIcao = nameFoldIcao(name.wellFormed()).liftIcao()

    /**
     * Tells whether a machine readable zone's writing of a name can be that of this one, under the
     * letters of [foldIcao] or those that the document allows beside them (`A` for `Ä` and `Å`, `O`
     * for `Ö`, `U` or `UXX` for `Ü`, `NXX` for `Ñ`). A name that the zone cuts short does not match.
     *
     * @param machine `A` to `Z` and fillers, several of which count as one; at most 88 characters
     *   after that
     */
    public fun matchesIcao(machine: String, name: String): ZoneMatch =
        nameMatchesIcao(machine.wellFormed(), name.wellFormed()).lift()

    /**
     * Compares two names letter by letter and, where letters are other ones, word by word; says in
     * what they differ and where first. What words do not explain is [Difference.DIFFERENT].
     */
    public fun compare(first: String, second: String): Compared =
        when (val compared = nameCompare(first.wellFormed(), second.wellFormed())) {
            is NameCompared.Compared ->
                Compared.Comparison(compared.places.associate { it.difference.lift() to Place(it) })
            is NameCompared.Refused -> Compared.Refused(compared.side.lift(), compared.error.lift())
        }

    /**
     * Counts the letters that were left out, put in, replaced or exchanged with their neighbour
     * between the keys ([fold]) of two names. For a clerk's list of suggestions: no policy asks for
     * it, and it is evidence of nothing (Roy and Ray are one letter apart, and two families).
     */
    public fun distance(first: String, second: String): NameDistance =
        when (val distance = nameDistance(first.wellFormed(), second.wellFormed())) {
            is FfiNameDistance.Within -> NameDistance.Within(distance.letters.toInt())
            is FfiNameDistance.Beyond -> NameDistance.Beyond
            is FfiNameDistance.Refused ->
                NameDistance.Refused(distance.side.lift(), distance.error.lift())
        }
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
