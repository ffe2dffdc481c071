//! Québec's identifiers.
//!
//! What a person mistyped is an answer and no exception, so refusals cross as values. A number that
//! is checked crosses as its compact text, which the façades have from nowhere but a parse.

use sceau::identifier::{
    AssessmentNotice, BirthDate, CardReference, EmailAddress, Identifier, IdentifierError, Level,
    Nam, NamBirth, Nas, NasKind, SexCode, Username,
};
use sceau::time::Date;

use crate::message::{Offset, export_names, export_words};

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

uniffi::custom_type!(BirthDate, String, {
    remote,
    lower: |birth| birth.compact().to_owned(),
    try_lift: |text| Ok(BirthDate::parse(&text)?),
});

/// A kind of identifier.
#[derive(Clone, Copy, uniffi::Enum)]
pub enum IdentifierKind {
    /// The health insurance number.
    Nam,
    /// The social insurance number.
    Nas,
    /// The number of a notice of assessment.
    AssessmentNotice,
    /// The reference number of a health insurance card.
    CardReference,
    /// A user name.
    Username,
    /// An e-mail address.
    EmailAddress,
    /// A birth date.
    BirthDate,
}

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

export_words! { identifier_error_words(IdentifierError); }

export_names! {
    level_name(Level);
    sex_code_name(SexCode);
    nas_kind_name(NasKind);
}

/// Returns the wire name of a kind.
#[uniffi::export]
#[must_use]
pub fn identifier_kind_name(kind: IdentifierKind) -> String {
    let name = match kind {
        IdentifierKind::Nam => Nam::KIND,
        IdentifierKind::Nas => Nas::KIND,
        IdentifierKind::AssessmentNotice => AssessmentNotice::KIND,
        IdentifierKind::CardReference => CardReference::KIND,
        IdentifierKind::Username => Username::KIND,
        IdentifierKind::EmailAddress => EmailAddress::KIND,
        IdentifierKind::BirthDate => BirthDate::KIND,
    };
    name.to_owned()
}

/// Parses what a person typed.
#[uniffi::export]
#[must_use]
pub fn identifier_parse(kind: IdentifierKind, text: &str) -> IdentifierParsed {
    let forms = match kind {
        IdentifierKind::Nam => forms::<Nam>(text),
        IdentifierKind::Nas => forms::<Nas>(text),
        IdentifierKind::AssessmentNotice => forms::<AssessmentNotice>(text),
        IdentifierKind::CardReference => forms::<CardReference>(text),
        IdentifierKind::Username => forms::<Username>(text),
        IdentifierKind::EmailAddress => forms::<EmailAddress>(text),
        IdentifierKind::BirthDate => forms::<BirthDate>(text),
    };
    match forms {
        Ok(forms) => IdentifierParsed::Parsed { forms },
        Err(error) => IdentifierParsed::Refused { error },
    }
}

/// Returns how much of an identifier could be checked; `None` if the text is none.
#[uniffi::export]
#[must_use]
pub fn identifier_level(kind: IdentifierKind, text: &str, today: Date) -> Option<Level> {
    let level = match kind {
        IdentifierKind::Nam => level::<Nam>(text, today),
        IdentifierKind::Nas => level::<Nas>(text, today),
        IdentifierKind::AssessmentNotice => level::<AssessmentNotice>(text, today),
        IdentifierKind::CardReference => level::<CardReference>(text, today),
        IdentifierKind::Username => level::<Username>(text, today),
        IdentifierKind::EmailAddress => level::<EmailAddress>(text, today),
        IdentifierKind::BirthDate => level::<BirthDate>(text, today),
    };
    level.ok()
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

/// Returns the day of a birth date.
#[uniffi::export]
#[must_use]
pub fn birth_date_day(birth: BirthDate) -> Date {
    birth.date()
}

fn forms<I: Identifier>(text: &str) -> Result<IdentifierForms, IdentifierError> {
    let identifier = I::parse(text)?;
    Ok(IdentifierForms {
        compact: identifier.compact().to_owned(),
        display: identifier.display().as_str().to_owned(),
        masked: identifier.masked().as_str().to_owned(),
    })
}

fn level<I: Identifier>(text: &str, today: Date) -> Result<Level, IdentifierError> {
    I::parse(text).map(|identifier| identifier.level(today))
}

fn nam_checked(birth: Result<NamBirth, IdentifierError>) -> NamChecked {
    match birth {
        Ok(birth) => NamChecked::Fits { birth },
        Err(error) => NamChecked::Refused { error },
    }
}
