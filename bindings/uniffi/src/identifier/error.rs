//! Why a text is no such identifier.

use sceau::identifier::IdentifierError;

use crate::message::{Offset, export_words};

/// Why a text is not such an identifier, and where.
#[uniffi::remote(Enum)]
pub enum IdentifierError {
    /// There is nothing in the text.
    Empty,
    /// The text ends before the identifier does.
    TooShort {
        /// The end of the text.
        at: Offset,
    },
    /// The identifier was complete, and more follows.
    TooLong {
        /// Where the first character too many is.
        at: Offset,
    },
    /// The character has no place there.
    Character {
        /// Where the character is.
        at: Offset,
    },
    /// The character only looks like one that belongs there.
    LookAlike {
        /// Where the character is.
        at: Offset,
    },
    /// There is no such date.
    Date {
        /// Where the year, the month or the day begins.
        at: Offset,
    },
    /// The eleventh character of a NAM is none that can stand there.
    Differentiator {
        /// Where the character is.
        at: Offset,
    },
    /// The check digit does not fit the others.
    CheckDigit {
        /// Where the check digit is.
        at: Offset,
    },
    /// Nine digits of another class of numbers than NAS.
    NotASin {
        /// Where the class is told.
        at: Offset,
    },
    /// An e-mail address has one `@`, with something before it.
    AtSign {
        /// Where the `@` is missing, leads, or comes a second time.
        at: Offset,
    },
    /// A label of a domain is not well formed.
    Label {
        /// Where this shows.
        at: Offset,
    },
    /// The domain of an e-mail address has no dot.
    Domain {
        /// The end of the text.
        at: Offset,
    },
}

export_words! { identifier_error_words(IdentifierError); }
