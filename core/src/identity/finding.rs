//! What was found of one field.

use super::{DocumentKind, IdentityOutcome};
use crate::name::{Difference, Differences, NameCompareError};

/// What was found of one field; [`Finding::sentence`] says it to the person.
///
/// Its `Debug` shows the type only.
#[must_use]
#[derive(Clone, Copy, Eq, PartialEq)]
pub struct Finding {
    /// The field.
    pub field: Field,
    /// What became of it.
    pub verdict: Verdict,
    /// The first document, where its names were looked at.
    pub first: Option<DocumentKind>,
    /// The document compared with the first one; `None` where the number was.
    pub second: Option<DocumentKind>,
    /// In what the names on the two documents differ.
    pub differences: Differences,
    /// The difference that matters most: one that the policy refuses, if there is one.
    pub main: Option<Difference>,
    /// Where the main difference shows, the letter or separator of the first document.
    pub letter_first: Option<char>,
    /// The letter or separator of the second document there.
    pub letter_second: Option<char>,
    /// Why a name is unreadable, and which of the two.
    pub unreadable: Option<NameCompareError>,
    /// The least age that the claim asks for, in years, where the field is the age.
    pub minimum_age: Option<u16>,
}

impl Finding {
    pub(super) const fn new(field: Field, verdict: Verdict) -> Self {
        Self {
            field,
            verdict,
            first: None,
            second: None,
            differences: Differences::NONE,
            main: None,
            letter_first: None,
            letter_second: None,
            unreadable: None,
            minimum_age: None,
        }
    }
}

/// What was looked at.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Field {
    /// The check digit of the NAM.
    NamCheckDigit,
    /// Three letters of the NAM, of the surname at birth.
    NamSurname,
    /// One letter of the NAM, of the usual given name.
    NamGivenName,
    /// Six digits of the NAM, of the birth date.
    NamBirthDate,
    /// The age.
    Age,
    /// The surname on two documents.
    Surname,
    /// The given name on two documents.
    GivenName,
}

wire_names!(Field {
    NamCheckDigit => "nam_check_digit",
    NamSurname => "nam_surname",
    NamGivenName => "nam_given_name",
    NamBirthDate => "nam_birth_date",
    Age => "age",
    Surname => "surname",
    GivenName => "given_name",
});

/// What became of a field.
#[must_use]
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Verdict {
    /// It is as it should be.
    Agrees,
    /// It differs in ways that the policy accepts.
    Tolerated,
    /// The letters of the number are not those of the name: it keeps the name at birth, so this
    /// refuses nobody.
    Warning,
    /// It differs.
    Differs,
    /// A name is not one that can be compared, or the number has a date that does not exist.
    Unreadable,
    /// The age is below the least one, or the birth lies ahead.
    TooYoung,
}

wire_names!(Verdict {
    Agrees => "agrees",
    Tolerated => "tolerated",
    Warning => "warning",
    Differs => "differs",
    Unreadable => "unreadable",
    TooYoung => "too_young",
});

impl Verdict {
    /// Returns what one such verdict makes of a report.
    pub const fn outcome(self) -> IdentityOutcome {
        match self {
            Self::Agrees => IdentityOutcome::Uniform,
            Self::Tolerated | Self::Warning => IdentityOutcome::Tolerated,
            Self::Differs | Self::Unreadable | Self::TooYoung => IdentityOutcome::Refused,
        }
    }
}
