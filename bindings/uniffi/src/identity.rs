//! A person across documents.

use sceau::identifier::{BirthDate, Nam};
use sceau::identity::{
    self, Claim, DocumentKind, Field, IdentityError, IdentityOutcome, SAG_MINIMUM_AGE, Verdict,
};
use sceau::message::Language;
use sceau::name::{Difference, Differences, NameError, NamePolicy, Side};
use sceau::time::Date;

use crate::message::{export_names, export_words};

/// Where a name is written.
#[uniffi::remote(Enum)]
pub enum DocumentKind {
    /// What the person typed.
    Form,
    /// The health insurance card.
    HealthCard,
    /// The notice of assessment.
    AssessmentNotice,
}

/// A document, and the names as they are written on it.
#[derive(uniffi::Record)]
pub struct Document {
    /// Which document it is.
    pub kind: DocumentKind,
    /// The surname.
    pub surname: String,
    /// The given name or names.
    pub given_name: String,
    /// Another surname of the same person that the document gives.
    pub other_surname: Option<String>,
}

/// What was looked at.
#[uniffi::remote(Enum)]
pub enum Field {
    /// The check digit of the NAM.
    NamCheckDigit,
    /// Three letters of the NAM.
    NamSurname,
    /// One letter of the NAM.
    NamGivenName,
    /// Six digits of the NAM.
    NamBirthDate,
    /// The age.
    Age,
    /// The surname on two documents.
    Surname,
    /// The given name on two documents.
    GivenName,
}

/// What became of a field.
#[uniffi::remote(Enum)]
pub enum Verdict {
    /// It is as it should be.
    Agrees,
    /// It differs in ways that the policy accepts.
    Tolerated,
    /// The letters of the number are not those of the name.
    Warning,
    /// It differs.
    Differs,
    /// A name is not one that can be compared, or a date does not exist.
    Unreadable,
    /// The age is below the least one.
    TooYoung,
}

/// What the findings of a report come to.
#[uniffi::remote(Enum)]
pub enum IdentityOutcome {
    /// Every field agrees.
    Uniform,
    /// There are differences that the policy accepts, or warnings.
    Tolerated,
    /// At least one field is refused.
    Refused,
}

/// Why a claim could not be checked at all.
#[uniffi::remote(Error)]
pub enum IdentityError {
    /// There is no document.
    NoDocument,
    /// There are too many documents.
    TooManyDocuments,
}

/// Why a name is unreadable, and which of the two.
#[derive(uniffi::Record)]
pub struct UnreadableName {
    /// The name at fault.
    pub side: Side,
    /// What is wrong with it.
    pub error: NameError,
}

/// What was found of one field.
#[derive(uniffi::Record)]
pub struct Finding {
    /// The field.
    pub field: Field,
    /// What became of it.
    pub verdict: Verdict,
    /// The first document, where its names were looked at.
    pub first: Option<DocumentKind>,
    /// The document compared with the first one.
    pub second: Option<DocumentKind>,
    /// In what the names on the two documents differ.
    pub differences: Differences,
    /// The difference that matters most.
    pub main: Option<Difference>,
    /// Where the main difference shows, the letter or separator of the first document.
    pub letter_first: Option<String>,
    /// The letter or separator of the second document there.
    pub letter_second: Option<String>,
    /// Why a name is unreadable.
    pub unreadable: Option<UnreadableName>,
    /// The least age that the claim asks for.
    pub minimum_age: Option<u16>,
    /// The sentence in French.
    pub french: String,
    /// The sentence in English.
    pub english: String,
}

impl From<&identity::Finding> for Finding {
    fn from(finding: &identity::Finding) -> Self {
        let sentence = |language| finding.sentence(language).as_str().to_owned();
        let unreadable = |name: sceau::name::NameCompareError| UnreadableName {
            side: name.side,
            error: name.error,
        };
        Self {
            field: finding.field,
            verdict: finding.verdict,
            first: finding.first,
            second: finding.second,
            differences: finding.differences,
            main: finding.main,
            letter_first: finding.letter_first.map(String::from),
            letter_second: finding.letter_second.map(String::from),
            unreadable: finding.unreadable.map(unreadable),
            minimum_age: finding.minimum_age,
            french: sentence(Language::French),
            english: sentence(Language::English),
        }
    }
}

/// What was found of each field of a claim.
#[derive(uniffi::Record)]
pub struct Report {
    /// What the findings come to.
    pub outcome: IdentityOutcome,
    /// The findings.
    pub findings: Vec<Finding>,
}

export_words! { identity_error_words(IdentityError); }

export_names! {
    identity_outcome_name(IdentityOutcome);
    document_kind_name(DocumentKind);
    field_name(Field);
    verdict_name(Verdict);
}

/// Returns the least age for a SAG account, in years.
#[uniffi::export]
#[must_use]
pub fn sag_minimum_age() -> u16 {
    SAG_MINIMUM_AGE
}

/// Checks a claim, field by field.
///
/// # Errors
///
/// [`IdentityError::NoDocument`] and [`IdentityError::TooManyDocuments`].
#[uniffi::export]
pub fn identity_check(
    documents: Vec<Document>,
    nam: Nam,
    birth_date: BirthDate,
    today: Date,
    policy: NamePolicy,
    minimum_age: u16,
) -> Result<Report, IdentityError> {
    let documents: Vec<_> = documents.iter().map(Document::to_core).collect();
    let claim = Claim { documents: &documents, nam: &nam, birth_date, today, policy, minimum_age };
    let report = identity::check(&claim)?;
    let findings = report.findings().iter().map(Finding::from).collect();
    Ok(Report { outcome: report.outcome(), findings })
}

impl Document {
    fn to_core(&self) -> identity::Document<'_> {
        let Self { kind, surname, given_name, other_surname } = self;
        let other_surname = other_surname.as_deref();
        identity::Document { kind: *kind, surname, given_name, other_surname }
    }
}
