//! The ways in which two names differ, and sets of them.

/// One way in which two names differ.
///
/// Its number is its bit in [`Differences::bits`], and stays.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[repr(u8)]
pub enum Difference {
    /// A capital for a small letter (`Lavoie`, `LAVOIE`).
    Case = 0,
    /// Another separator, or one on one side only (`Jean-Pierre`, `Jean Pierre`; `L'Écuyer`,
    /// `Lécuyer`); characters of one kind, as `'` and `’`, are no difference.
    Typography = 1,
    /// Other accents, a stroke or a missing dot (`Hélène`, `Helene`; `Ø`, `O`).
    Diacritics = 2,
    /// One letter that stands for two (`Cœur`, `Coeur`; `ß`, `ss`; `Müller`, `Mueller`).
    Ligature = 3,
    /// A word of the class St, Ste, Saint, Sainte for another one, or Mc for Mac.
    Abbreviation = 4,
    /// A particle apart, joined to the word behind it, or left out (`De Grandpré`, `Degrandpré`).
    Particle = 5,
    /// A word that only one of the names has (`Marie Josée`, `Marie`).
    SubsetOfGivenNames = 6,
    /// A part that only one of the names has of a word with a hyphen (`Tremblay-Roy`, `Tremblay`).
    CompoundPart = 7,
    /// The same words in another order.
    Swapped = 8,
    /// A word cut to its first letter (`J.`, `Jean`).
    InitialOnly = 9,
    /// The reading of another difference is a guess: St for Sainte, Mc for Mac, or a particle or
    /// Saint left out may as well be another name.
    Ambiguous = 10,
    /// Other letters.
    Different = 15,
}

wire_names!(Difference {
    Case => "case",
    Typography => "typography",
    Diacritics => "diacritics",
    Ligature => "ligature",
    Abbreviation => "abbreviation",
    Particle => "particle",
    SubsetOfGivenNames => "subset_of_given_names",
    CompoundPart => "compound_part",
    Swapped => "swapped",
    InitialOnly => "initial_only",
    Ambiguous => "ambiguous",
    Different => "different",
});

impl Difference {
    /// Returns its place in [`Difference::ALL`].
    pub(super) const fn place(self) -> usize {
        match self {
            Self::Different => COUNT - 1,
            // The cast is exact: the numbers before the last have no gap.
            other => other as usize,
        }
    }

    const fn bit(self) -> u32 {
        1 << self as u32
    }
}

/// How many differences there are.
pub(super) const COUNT: usize = Difference::ALL.len();

/// A set of [`Difference`]s.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub struct Differences(u32);

impl Differences {
    /// The set without a member.
    pub const NONE: Self = Self(0);

    /// Returns the set with `difference` in it.
    #[must_use]
    pub const fn with(self, difference: Difference) -> Self {
        Self(self.0 | difference.bit())
    }

    /// Whether `difference` is in the set.
    pub const fn contains(self, difference: Difference) -> bool {
        self.0 & difference.bit() != 0
    }

    /// Whether the set has no member.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether every member of the set is in `other`.
    pub const fn is_subset(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }

    /// Returns the members in the order of [`Difference::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Difference> {
        Difference::ALL.iter().copied().filter(move |&difference| self.contains(difference))
    }

    /// Returns the set as bits: bit *n* for the difference of number *n*.
    pub const fn bits(self) -> u32 {
        self.0
    }

    /// Returns the set of these bits, or `None` if one of them stands for no difference.
    pub fn from_bits(bits: u32) -> Option<Self> {
        let all = Difference::ALL.iter().fold(Self::NONE, |all, &difference| all.with(difference));
        Self(bits).is_subset(all).then_some(Self(bits))
    }
}
