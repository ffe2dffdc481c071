package org.sceau

import org.sceau.ffi.NameFolded
import org.sceau.ffi.NameMatched

/** What became of the folding of a name to its RAMQ key. */
public sealed interface Folded {
    /** A name's letters for comparison. */
    public class Key
    internal constructor(
        /** One to 128 of `A` to `Z`. */
        public val letters: String,
        /** The key behind the name of its rule and its version, to be stored: `ramq1:COTE`. */
        public val versioned: String,
    ) : Folded {
        override fun toString(): String = "Key(..)"
    }

    /** The text is no name that can be compared. */
    public data class Refused(public val error: NameError) : Folded
}

/** What became of the folding of a name to its ICAO key. */
public sealed interface FoldedIcao {
    /** A name as a machine readable zone writes it. */
    public class Key
    internal constructor(
        /** One to 128 of `A` to `Z` and of the filler, `<`. */
        public val letters: String,
        /** The key behind the name of its rule and its version, to be stored: `icao1:MUELLER`. */
        public val versioned: String,
    ) : FoldedIcao {
        override fun toString(): String = "Key(..)"
    }

    /** The text is no name that can be compared. */
    public data class Refused(public val error: NameError) : FoldedIcao
}

/** Whether a machine readable zone's writing can be that of a name. */
public sealed interface ZoneMatch {
    /** It can. */
    public data object Matches : ZoneMatch

    /** It cannot. */
    public data object Mismatch : ZoneMatch

    /** The writing ([Side.FIRST]) or the name ([Side.SECOND]) could not be read. */
    public data class Refused(public val side: Side, public val error: NameError) : ZoneMatch
}

internal fun NameFolded.lift(): Folded =
    when (this) {
        is NameFolded.Folded -> Folded.Key(letters, versioned)
        is NameFolded.Refused -> Folded.Refused(error.lift())
    }

internal fun NameFolded.liftIcao(): FoldedIcao =
    when (this) {
        is NameFolded.Folded -> FoldedIcao.Key(letters, versioned)
        is NameFolded.Refused -> FoldedIcao.Refused(error.lift())
    }

internal fun NameMatched.lift(): ZoneMatch =
    when (this) {
        is NameMatched.Matched -> if (matches) ZoneMatch.Matches else ZoneMatch.Mismatch
        is NameMatched.Refused -> ZoneMatch.Refused(side.lift(), error.lift())
    }
