//! Québec's identifiers.
//!
//! What a person mistyped is an answer and no exception, so refusals cross as values. A number that
//! is checked crosses as its compact text, which the façades have from nowhere but a parse.

pub mod error;
pub mod typing;

use sceau::identifier::{
    BirthDate, CardExpiry, Identifier, IdentifierError, IdentifierKind, Level, Nam, NamBirth, Nas,
    NasKind, Neq, NeqKind, PseudonymKey, SexCode,
};
use sceau::time::Date;

use crate::key::ServiceKey;
use crate::message::export_names;

uniffi::custom_type!(Nam, String, {
    remote,
    lower: |nam| nam.compact().to_owned(),
    try_lift: |text| Ok(Nam::parse(&text)?),
});

uniffi::custom_type!(Nas, String, {
    remote,
    lower: |nas| nas.compact().to_owned(),
    try_lift: |text| Ok(Nas::parse(&text)?),
});

uniffi::custom_type!(Neq, String, {
    remote,
    lower: |neq| neq.compact().to_owned(),
    try_lift: |text| Ok(Neq::parse(&text)?),
});

uniffi::custom_type!(CardExpiry, String, {
    remote,
    lower: |expiry| expiry.compact().to_owned(),
    try_lift: |text| Ok(CardExpiry::parse(&text)?),
});

uniffi::custom_type!(BirthDate, String, {
    remote,
    lower: |birth| birth.compact().to_owned(),
    try_lift: |text| Ok(BirthDate::parse(&text)?),
});

/// A kind of identifier.
#[uniffi::remote(Enum)]
pub enum IdentifierKind {
    Nam,
    Nas,
    AssessmentNotice,
    CardReference,
    Username,
    EmailAddress,
    BirthDate,
    CardSequence,
    CardExpiry,
    ActivationKey,
    LicenceNumber,
    LicenceReference,
    Neq,
    BusinessNumber,
    QstNumber,
    PostalCode,
    PhoneNumber,
    PostalSecret,
    TemporaryAccessCode,
    ClicsequrUserCode,
}

/// How much of an identifier holds.
#[uniffi::remote(Enum)]
pub enum Level {
    /// The characters are those of such an identifier.
    WellFormed,
    /// What it says can be.
    Plausible,
    /// Its check digit fits as well.
    CheckDigit,
}

/// Which of two codes a NAM's month carries.
#[uniffi::remote(Enum)]
pub enum SexCode {
    /// The month is 51–62.
    F,
    /// The month is 01–12.
    M,
}

/// Whose number a NAS is.
#[uniffi::remote(Enum)]
pub enum NasKind {
    /// A citizen's or permanent resident's.
    Permanent,
    /// A temporary resident's.
    Temporary,
}

/// Whether the register issues numbers that begin as an NEQ.
#[uniffi::remote(Enum)]
pub enum NeqKind {
    /// 11, 22, 33 or 88.
    Issued,
    /// 44, 55, 66, 77 or 99.
    Reserved,
}

/// What a NAM whose check digit fits says of a birth.
#[uniffi::remote(Record)]
pub struct NamBirth {
    /// The birth date.
    pub date: Date,
    /// The code of the month.
    pub marker: SexCode,
}

/// The forms of an identifier.
#[derive(uniffi::Record)]
pub struct IdentifierForms {
    /// The canonical form.
    pub compact: String,
    /// The form that people read.
    pub display: String,
    /// The display form with a dot for every letter and digit but the last.
    pub masked: String,
}

/// An identifier, or why the text is none.
#[derive(uniffi::Enum)]
pub enum IdentifierParsed {
    /// The text is one.
    Parsed {
        /// Its forms.
        forms: IdentifierForms,
    },
    /// The text is none.
    Refused {
        /// Why.
        error: IdentifierError,
    },
}

/// What a NAM says of a birth, or why it says nothing.
#[derive(uniffi::Enum)]
pub enum NamChecked {
    /// The check digit fits.
    Fits {
        /// What it says.
        birth: NamBirth,
    },
    /// It does not.
    Refused {
        /// Why.
        error: IdentifierError,
    },
}

/// Whose number a NAS is, or why it is nobody's.
#[derive(uniffi::Enum)]
pub enum NasChecked {
    /// The check digit fits.
    Fits {
        /// Whose it is.
        kind: NasKind,
    },
    /// It does not.
    Refused {
        /// Why.
        error: IdentifierError,
    },
}

/// Whether the register issues numbers that begin so, or why it does not.
#[derive(uniffi::Enum)]
pub enum NeqChecked {
    /// The check digit fits.
    Fits {
        /// Whether it does.
        kind: NeqKind,
    },
    /// It does not.
    Refused {
        /// Why.
        error: IdentifierError,
    },
}

/// A pseudonym, or why there is none.
#[derive(uniffi::Enum)]
pub enum PseudonymComputed {
    /// The text is an identifier.
    Computed {
        /// 32 bytes.
        bytes: Vec<u8>,
    },
    /// The text is none.
    Refused {
        /// Why.
        error: IdentifierError,
    },
}

export_names! {
    level_name(Level);
    sex_code_name(SexCode);
    nas_kind_name(NasKind);
    neq_kind_name(NeqKind);
    identifier_kind_name(IdentifierKind);
}

/// Parses what a person typed.
#[uniffi::export]
#[must_use]
pub fn identifier_parse(kind: IdentifierKind, text: &str) -> IdentifierParsed {
    match kind.parse(text) {
        Ok(identifier) => IdentifierParsed::Parsed {
            forms: IdentifierForms {
                compact: identifier.compact().to_owned(),
                display: identifier.display().as_str().to_owned(),
                masked: identifier.masked().as_str().to_owned(),
            },
        },
        Err(error) => IdentifierParsed::Refused { error },
    }
}

/// Returns how much of an identifier could be checked; `None` if the text is none.
#[uniffi::export]
#[must_use]
pub fn identifier_level(kind: IdentifierKind, text: &str, today: Date) -> Option<Level> {
    kind.parse(text).ok().map(|identifier| identifier.level(today))
}

/// Returns a number that nobody can have been given, if the kind has any.
#[uniffi::export]
#[must_use]
pub fn identifier_synthetic(kind: IdentifierKind, number: u64) -> Option<String> {
    kind.synthetic(number).map(|identifier| identifier.compact().to_owned())
}

#[uniffi::export]
impl ServiceKey {
    /// Computes the pseudonym of an identifier in a group.
    #[must_use]
    pub fn pseudonym(&self, group: &[u8], kind: IdentifierKind, text: &str) -> PseudonymComputed {
        let key = PseudonymKey::new(&self.0, group);
        match kind.parse(text) {
            Ok(identifier) => PseudonymComputed::Computed {
                bytes: identifier.pseudonym(&key).as_bytes().to_vec(),
            },
            Err(error) => PseudonymComputed::Refused { error },
        }
    }
}

/// Checks the date and the check digit of a NAM whose century nobody told.
#[uniffi::export]
#[must_use]
pub fn nam_check(nam: Nam, today: Date) -> NamChecked {
    nam_checked(nam.check(today))
}

/// Checks the date and the check digit of a NAM, in the century of a declared birth date.
#[uniffi::export]
#[must_use]
pub fn nam_check_born(nam: Nam, born: Date) -> NamChecked {
    nam_checked(nam.check_born(born))
}

/// Checks the check digit and the class of a NAS.
#[uniffi::export]
#[must_use]
pub fn nas_check(nas: Nas) -> NasChecked {
    match nas.check() {
        Ok(kind) => NasChecked::Fits { kind },
        Err(error) => NasChecked::Refused { error },
    }
}

/// Checks how an NEQ begins, and its check digit.
#[uniffi::export]
#[must_use]
pub fn neq_check(neq: Neq) -> NeqChecked {
    match neq.check() {
        Ok(kind) => NeqChecked::Fits { kind },
        Err(error) => NeqChecked::Refused { error },
    }
}

/// Returns the last day of a card's last month.
#[uniffi::export]
#[must_use]
pub fn card_expiry_last_day(expiry: CardExpiry) -> Date {
    expiry.last_day()
}

/// Returns the day of a birth date.
#[uniffi::export]
#[must_use]
pub fn birth_date_day(birth: BirthDate) -> Date {
    birth.date()
}

fn nam_checked(birth: Result<NamBirth, IdentifierError>) -> NamChecked {
    match birth {
        Ok(birth) => NamChecked::Fits { birth },
        Err(error) => NamChecked::Refused { error },
    }
}
