//! Québec's identifiers: what a person types becomes a value whose shape is right, or a reason.
//!
//! Every identifier has one shape, the trait [`Identifier`]. To parse says that a text *could* be
//! one; whether a date exists in it or a check digit fits is a second question, asked with `check`
//! or [`Identifier::level`]. Neither says that the number was issued, or to whom.
//!
//! # Example
//!
//! ```
//! use sceau::identifier::{Identifier, IdentifierError, Nam, Nas};
//! use sceau::time::Date;
//!
//! let today = Date::new(2026, 11, 22).ok_or("no such day")?;
//! let nam = Nam::parse("sere-7561 3018")?;
//! assert_eq!(nam.compact(), "SERE75613018");
//! assert_eq!(nam.display(), "SERE 7561 3018");
//! assert_eq!(nam.masked(), "···· ···· ··18");
//! assert_eq!(nam.check(today)?.date.year(), 1975);
//!
//! assert_eq!(Nas::parse("130 692 54O"), Err(IdentifierError::Character { at: 10 }));
//! # Ok::<(), Box<dyn core::error::Error>>(())
//! ```

pub use activation_key::ActivationKey;
pub use assessment_notice::AssessmentNotice;
pub use birth_date::BirthDate;
pub use business_number::BusinessNumber;
pub use card_expiry::CardExpiry;
pub use card_reference::CardReference;
pub use card_sequence::CardSequence;
pub use email_address::EmailAddress;
pub use kind::{AnyIdentifier, IdentifierKind};
pub use layout::Layout;
pub use licence_number::LicenceNumber;
pub use nam::{Nam, NamBirth, SexCode};
pub use nas::{Nas, NasKind};
pub use neq::{Neq, NeqKind};
pub use opaque::{ClicsequrUserCode, LicenceReference, PostalSecret, TemporaryAccessCode};
pub use phone_number::PhoneNumber;
pub use postal_code::PostalCode;
pub use pseudonym::{PSEUDONYM_BYTES, Pseudonym, PseudonymKey};
pub use qst_number::QstNumber;
pub use rule::{Effect, Facts, Grade, Part, Rule};
pub use typing::{TypedEdit, Typing, TypingState};
pub use username::Username;

use crate::time::Date;

mod activation_key;
mod assessment_notice;
mod birth_date;
mod business_number;
mod calendar;
mod card_expiry;
mod card_reference;
mod card_sequence;
mod clean;
mod email_address;
mod kind;
mod layout;
mod licence_number;
mod luhn;
mod mask;
mod nam;
mod nas;
mod neq;
mod opaque;
mod phone_number;
mod postal_code;
mod pseudonym;
mod qst_number;
mod rule;
mod typing;
mod username;

/// An identifier as people write it, at most as long as an e-mail address (RFC 5321: 254 bytes).
pub type DisplayText = heapless::String<254>;

/// An identifier with its letters and digits hidden: a dot `·` takes two bytes in UTF-8.
pub type MaskedText = heapless::String<508>;

/// The one shape of every identifier.
pub trait Identifier: Sized {
    /// The stable wire name of the kind, shared by every language.
    const KIND: &'static str;

    /// What it is, who issues it, and which rules it follows.
    const FACTS: Facts;

    /// How it is written for people.
    const LAYOUT: Layout = Layout::AS_TYPED;

    /// Parses what a person typed, and says nothing of dates and check digits.
    ///
    /// Spaces around it, invisible characters and full-width forms never matter; spaces, dashes
    /// and case inside matter only to user names, e-mail addresses and dates.
    ///
    /// # Errors
    ///
    /// [`Empty`](IdentifierError::Empty), [`TooShort`](IdentifierError::TooShort),
    /// [`TooLong`](IdentifierError::TooLong) (text beyond 1024 bytes is not even read),
    /// [`Character`](IdentifierError::Character), [`LookAlike`](IdentifierError::LookAlike); and
    /// where the type says so a reason of its own. Offsets count in `text`, as it was typed.
    fn parse(text: &str) -> Result<Self, IdentifierError>;

    /// Returns the canonical form: what to store, compare and send.
    fn compact(&self) -> &str;

    /// Returns the form that people read, which parses back to the same value.
    fn display(&self) -> DisplayText {
        if Self::LAYOUT == Layout::AS_TYPED {
            mask::whole(self.compact())
        } else {
            Self::LAYOUT.write(self.compact().chars())
        }
    }

    /// Returns the display form with a dot for every letter and digit.
    ///
    /// Of a number the last two characters stay where they are digits; of a short number, a secret,
    /// a date, a postal code, a user name and an e-mail address nothing stays but separators.
    fn masked(&self) -> MaskedText {
        mask::all_but_two(&self.display())
    }

    /// Returns how much of the number could be checked, on the civil date `today`.
    fn level(&self, _today: Date) -> Level {
        Level::WellFormed
    }

    /// Says what a form's field holds after an edit that left the caret at the byte `caret`: how
    /// far the typing is, how that reads, and where the caret belongs.
    ///
    /// The state is that of the text it returns: [`Complete`](TypingState::Complete) where it
    /// parses, [`Partial`](TypingState::Partial) where it begins one that does. Dates must exist;
    /// check digits are not looked at. What is impossible is left as it was typed.
    fn typing(text: &str, caret: usize, edit: TypedEdit) -> Typing {
        typing::of::<Self>(text, caret, edit)
    }

    /// Returns the number of this kind that `number` chooses among those that no issuer can have
    /// given to anybody; `None` for the kinds of which none are known to be such.
    ///
    /// They are for tests and examples. Only three kinds have any: a NAS begins with 8, a NAM and an
    /// NEQ carry a check digit that does not fit. `check` refuses all of them: a number that it
    /// accepts may be somebody's.
    fn synthetic(_number: u64) -> Option<Self> {
        None
    }
}

/// How much of an identifier holds: each level contains the one before it.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Level {
    /// The characters are those of such an identifier.
    WellFormed,
    /// What it says can be: the date in it exists.
    Plausible,
    /// Its check digit fits as well.
    CheckDigit,
}

wire_names!(Level {
    WellFormed => "well_formed",
    Plausible => "plausible",
    CheckDigit => "check_digit",
});

/// Why a text is not such an identifier, and where.
///
/// `at` counts bytes from the start: of the text as typed in `parse`, of the compact form in
/// `check`. Nothing of the text itself is kept.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum IdentifierError {
    /// There is nothing in the text but spaces, dashes and invisible characters.
    Empty,
    /// The text ends at `at`, before the identifier does.
    TooShort {
        /// The end of the text.
        at: usize,
    },
    /// The identifier was complete, or had reached its bound, and more follows at `at`.
    TooLong {
        /// Where the first character too many is.
        at: usize,
    },
    /// The character at `at` has no place there.
    Character {
        /// Where the character is.
        at: usize,
    },
    /// The character at `at` only looks like the letter or digit that belongs there (Cyrillic А).
    LookAlike {
        /// Where the character is.
        at: usize,
    },
    /// There is no such date; `at` tells whether the year, the month or the day is at fault.
    Date {
        /// Where the year, the month or the day begins.
        at: usize,
    },
    /// The eleventh character of a NAM is neither 1–9 nor a letter other than I and O.
    Differentiator {
        /// Where the character is.
        at: usize,
    },
    /// The check digit at `at` does not fit the others: one of them is mistyped.
    CheckDigit {
        /// Where the check digit is.
        at: usize,
    },
    /// Nine digits that begin with 0 or 8 belong to another class of numbers than NAS.
    NotASin {
        /// Where the class is told.
        at: usize,
    },
    /// An e-mail address has one `@`, with something before it.
    AtSign {
        /// Where the `@` is missing, leads, or comes a second time.
        at: usize,
    },
    /// A label of a domain is empty, longer than 63, or has a hyphen at its edge.
    Label {
        /// Where this shows.
        at: usize,
    },
    /// The domain of an e-mail address has no dot.
    Domain {
        /// The end of the text.
        at: usize,
    },
}

wire_names!(IdentifierError {
    Empty => "empty",
    TooShort { at: 0 } => "too_short",
    TooLong { at: 0 } => "too_long",
    Character { at: 0 } => "character",
    LookAlike { at: 0 } => "look_alike",
    Date { at: 0 } => "date",
    Differentiator { at: 0 } => "differentiator",
    CheckDigit { at: 0 } => "check_digit",
    NotASin { at: 0 } => "not_a_sin",
    AtSign { at: 0 } => "at_sign",
    Label { at: 0 } => "label",
    Domain { at: 0 } => "domain",
});
error_display!(IdentifierError);

impl IdentifierError {
    /// Returns the byte offset that the reason carries; `None` for an empty text.
    pub const fn at(self) -> Option<usize> {
        match self {
            Self::Empty => None,
            Self::TooShort { at }
            | Self::TooLong { at }
            | Self::Character { at }
            | Self::LookAlike { at }
            | Self::Date { at }
            | Self::Differentiator { at }
            | Self::CheckDigit { at }
            | Self::NotASin { at }
            | Self::AtSign { at }
            | Self::Label { at }
            | Self::Domain { at } => Some(at),
        }
    }
}

/// Makes `Debug` show the type only: an identifier is a person's.
macro_rules! debug_shows_the_type_only {
    ($($type:ident),+) => {$(
        impl core::fmt::Debug for $type {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(concat!(stringify!($type), "(..)"))
            }
        }
    )+};
}

debug_shows_the_type_only!(Nam, NamBirth, Nas, AssessmentNotice, CardReference, CardSequence);
debug_shows_the_type_only!(CardExpiry, ActivationKey, LicenceNumber, LicenceReference, Neq);
debug_shows_the_type_only!(BusinessNumber, QstNumber, PostalCode, PhoneNumber, PostalSecret);
debug_shows_the_type_only!(TemporaryAccessCode, ClicsequrUserCode);
debug_shows_the_type_only!(Username, EmailAddress, BirthDate);
