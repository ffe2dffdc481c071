//! Names: how two differ, and how far they are apart.

pub mod key;

use sceau::name::{self, Comparison, Difference, Differences, NameError, NamePolicy, Side};

use crate::message::{Offset, export_names, export_words};

/// Why a text is not a name that can be compared.
#[uniffi::remote(Enum)]
pub enum NameError {
    /// The name has no letter.
    Empty,
    /// The character is of another script, or a letter without a key.
    Unsupported {
        /// Where the character begins.
        at: Offset,
    },
    /// Something that no name has.
    Character {
        /// Where the character begins.
        at: Offset,
    },
    /// A letter carries too many marks.
    TooManyMarks {
        /// Where the first mark too many begins.
        at: Offset,
    },
    /// The name or its key is too long.
    TooLong {
        /// Where the first character is that does not fit.
        at: Offset,
    },
}

/// One way in which two names differ.
#[uniffi::remote(Enum)]
pub enum Difference {
    /// A capital for a small letter.
    Case = 0,
    /// Another separator, or one on one side only.
    Typography = 1,
    /// Other accents.
    Diacritics = 2,
    /// One letter that stands for two.
    Ligature = 3,
    /// A word of the class St, Ste, Saint, Sainte for another one, or Mc for Mac.
    Abbreviation = 4,
    /// A particle apart, joined, or left out.
    Particle = 5,
    /// A word that only one of the names has.
    SubsetOfGivenNames = 6,
    /// A part of a compound that only one of the names has.
    CompoundPart = 7,
    /// The same words in another order.
    Swapped = 8,
    /// A word cut to its first letter.
    InitialOnly = 9,
    /// The reading of another difference is a guess.
    Ambiguous = 10,
    /// Other letters.
    Different = 15,
}

uniffi::custom_type!(Differences, Vec<Difference>, {
    remote,
    lower: |set| set.iter().collect(),
    try_lift: |members| {
        Ok(members.into_iter().fold(Differences::NONE, Differences::with))
    },
});

// The façades make no policy before they have asked `name_policy_exists`.
uniffi::custom_type!(NamePolicy, Vec<Difference>, {
    remote,
    lower: |policy| policy.accepted().iter().collect(),
    try_lift: |members| {
        let set = members.into_iter().fold(Differences::NONE, Differences::with);
        NamePolicy::new(set).ok_or_else(|| uniffi::deps::anyhow::anyhow!("accepts any name"))
    },
});

/// One of two names.
#[uniffi::remote(Enum)]
pub enum Side {
    /// The first name.
    First,
    /// The second name.
    Second,
}

/// One difference, and where it shows first.
#[derive(uniffi::Record)]
pub struct NamePlace {
    /// The way in which the names differ.
    pub difference: Difference,
    /// The byte offset in the first name.
    pub first: Offset,
    /// The byte offset in the second name.
    pub second: Offset,
    /// The letter or separator of the first name.
    pub letter_first: Option<String>,
    /// The letter or separator of the second name.
    pub letter_second: Option<String>,
}

/// How two names differ, or why they cannot be compared.
#[derive(uniffi::Enum)]
pub enum NameCompared {
    /// The differences; none, if the names are identical.
    Compared {
        /// Each with its place.
        places: Vec<NamePlace>,
    },
    /// A text is no such name.
    Refused {
        /// Which of the two.
        side: Side,
        /// Why.
        error: NameError,
    },
}

/// How many letters lie between the keys of two names, or why it cannot be told.
#[derive(uniffi::Enum)]
pub enum NameDistance {
    /// As few as are counted.
    Within {
        /// How many.
        letters: u8,
    },
    /// More than are counted.
    Beyond,
    /// A text is no such name.
    Refused {
        /// Which of the two.
        side: Side,
        /// Why.
        error: NameError,
    },
}

export_words! {
    name_error_words(NameError);
    difference_words(Difference);
}

export_names! { side_name(Side); }

/// Compares two names.
#[uniffi::export]
#[must_use]
pub fn name_compare(first: &str, second: &str) -> NameCompared {
    match name::compare(first, second) {
        Ok(comparison) => NameCompared::Compared { places: places(&comparison) },
        Err(refused) => NameCompared::Refused { side: refused.side, error: refused.error },
    }
}

/// Counts the letters that lie between the keys of two names.
#[uniffi::export]
#[must_use]
pub fn name_distance(first: &str, second: &str) -> NameDistance {
    match name::distance(first, second) {
        Ok(Some(letters)) => NameDistance::Within { letters },
        Ok(None) => NameDistance::Beyond,
        Err(refused) => NameDistance::Refused { side: refused.side, error: refused.error },
    }
}

/// Returns the policy that accepts no difference.
#[uniffi::export]
#[must_use]
pub fn name_policy_sag() -> NamePolicy {
    NamePolicy::SAG
}

/// Returns the policy that accepts other case, separators, accents and ligatures.
#[uniffi::export]
#[must_use]
pub fn name_policy_tolerant() -> NamePolicy {
    NamePolicy::TOLERANT
}

/// Returns whether there is a policy that accepts these differences.
#[uniffi::export]
#[must_use]
pub fn name_policy_exists(accepted: Differences) -> bool {
    NamePolicy::new(accepted).is_some()
}

/// Returns whether a policy accepts every difference that was found.
#[uniffi::export]
#[must_use]
pub fn name_policy_accepts(policy: NamePolicy, found: Differences) -> bool {
    found.is_subset(policy.accepted())
}

fn places(comparison: &Comparison) -> Vec<NamePlace> {
    let place = |difference| {
        let place = comparison.place(difference)?;
        Some(NamePlace {
            difference,
            first: place.first,
            second: place.second,
            letter_first: place.letter_first().map(String::from),
            letter_second: place.letter_second().map(String::from),
        })
    };
    comparison.differences().iter().filter_map(place).collect()
}
