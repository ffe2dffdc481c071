//! Names: the key letters that Québec's health insurance board (RAMQ) makes of one, those of a
//! passport (ICAO), and how two names differ.
//!
//! A name is at most [`MAX_NAME_BYTES`] bytes of UTF-8: Latin letters with their accents, composed
//! or not, and separators (spaces, hyphens, apostrophes, periods). Full-width characters count as
//! what they stand for; invisible characters (soft hyphens, zero-width spaces) as nothing.

mod compare;
mod difference;
mod distance;
mod glance;
mod icao;
mod key;
mod particle;
mod plain;
mod policy;
mod unit;
mod walk;
mod word;
mod words;

pub use compare::{Comparison, NameCompareError, Place, Side, compare};
pub use difference::{Difference, Differences};
pub use distance::{MAX_DISTANCE, distance};
pub use icao::{IcaoKey, MAX_ZONE_LETTERS, fold_icao, matches_icao};
pub use key::{MAX_KEY_LETTERS, NameKey, VersionedKey, fold};
pub use policy::NamePolicy;

/// The longest name, in bytes of UTF-8.
pub const MAX_NAME_BYTES: usize = 256;

/// Why a text is not a name that can be compared; `at` is a byte offset in the text.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum NameError {
    /// The name has no letter.
    Empty,
    /// The character is of another script, or a Latin letter that no rule gives a key (Ə, ª).
    Unsupported {
        /// Where the character begins.
        at: usize,
    },
    /// A digit, a control, a symbol, or something other than a letter that carries an accent.
    Character {
        /// Where the character begins.
        at: usize,
    },
    /// A letter carries more than 30 combining marks, once decomposed.
    TooManyMarks {
        /// Where the first mark too many begins, or the letter that brings it.
        at: usize,
    },
    /// The name is longer than [`MAX_NAME_BYTES`], or its key than [`MAX_KEY_LETTERS`].
    TooLong {
        /// Where the first character begins that does not fit.
        at: usize,
    },
}

wire_names!(NameError {
    Empty => "empty",
    Unsupported { at: 0 } => "unsupported",
    Character { at: 0 } => "character",
    TooManyMarks { at: 0 } => "too_many_marks",
    TooLong { at: 0 } => "too_long",
});
error_display!(NameError);

impl NameError {
    /// Returns the byte offset in the name that the error is about; 0 for an empty name.
    pub const fn at(self) -> usize {
        match self {
            Self::Empty => 0,
            Self::Unsupported { at }
            | Self::Character { at }
            | Self::TooManyMarks { at }
            | Self::TooLong { at } => at,
        }
    }
}
