package org.sceau

import org.sceau.ffi.Difference as FfiDifference
import org.sceau.ffi.differenceWords
import org.sceau.ffi.namePolicyAccepts
import org.sceau.ffi.namePolicyExists
import org.sceau.ffi.namePolicySag
import org.sceau.ffi.namePolicyTolerant

/** One way in which two names differ. */
public enum class Difference(internal val ffi: FfiDifference) :
    Reason by Said({ differenceWords(ffi) }) {
    /** A capital for a small letter (`Lavoie`, `LAVOIE`). */
    CASE(FfiDifference.CASE),

    /** Another separator, or one on one side only (`Jean-Pierre`, `Jean Pierre`). */
    TYPOGRAPHY(FfiDifference.TYPOGRAPHY),

    /** Other accents, a stroke or a missing dot (`Hélène`, `Helene`; `Ø`, `O`). */
    DIACRITICS(FfiDifference.DIACRITICS),

    /** One letter that stands for two (`Cœur`, `Coeur`; `ß`, `ss`; `Müller`, `Mueller`). */
    LIGATURE(FfiDifference.LIGATURE),

    /** A word of the class St, Ste, Saint, Sainte for another one, or Mc for Mac. */
    ABBREVIATION(FfiDifference.ABBREVIATION),

    /** A particle apart, joined to the word behind it, or left out (`De Roy`, `Deroy`). */
    PARTICLE(FfiDifference.PARTICLE),

    /** A word that only one of the names has (`Marie Josée`, `Marie`). */
    SUBSET_OF_GIVEN_NAMES(FfiDifference.SUBSET_OF_GIVEN_NAMES),

    /** A part of a word with a hyphen that only one of the names has (`Tremblay-Roy`, `Roy`). */
    COMPOUND_PART(FfiDifference.COMPOUND_PART),

    /** The same words in another order. */
    SWAPPED(FfiDifference.SWAPPED),

    /** A word cut to its first letter (`J.`, `Jean`). */
    INITIAL_ONLY(FfiDifference.INITIAL_ONLY),

    /**
     * The reading of another difference is a guess: St for Sainte, Mc for Mac, or a particle left
     * out may as well be another name.
     */
    AMBIGUOUS(FfiDifference.AMBIGUOUS),

    /** Other letters. */
    DIFFERENT(FfiDifference.DIFFERENT),
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

internal fun Set<Difference>.toFfi() = map { it.ffi }

internal fun List<FfiDifference>.lift(): Set<Difference> = mapTo(linkedSetOf()) { it.lift() }

internal fun FfiDifference.lift() =
    when (this) {
        FfiDifference.CASE -> Difference.CASE
        FfiDifference.TYPOGRAPHY -> Difference.TYPOGRAPHY
        FfiDifference.DIACRITICS -> Difference.DIACRITICS
        FfiDifference.LIGATURE -> Difference.LIGATURE
        FfiDifference.ABBREVIATION -> Difference.ABBREVIATION
        FfiDifference.PARTICLE -> Difference.PARTICLE
        FfiDifference.SUBSET_OF_GIVEN_NAMES -> Difference.SUBSET_OF_GIVEN_NAMES
        FfiDifference.COMPOUND_PART -> Difference.COMPOUND_PART
        FfiDifference.SWAPPED -> Difference.SWAPPED
        FfiDifference.INITIAL_ONLY -> Difference.INITIAL_ONLY
        FfiDifference.AMBIGUOUS -> Difference.AMBIGUOUS
        FfiDifference.DIFFERENT -> Difference.DIFFERENT
    }
