//! A person across documents: "identité uniforme", and the health insurance number.
//!
//! SAG asks that surname and given names be written exactly alike on every document, and that the
//! number agree with them. A [`Report`] says of each field what was found and, to the person, what
//! to do about it; it never says which document is right.
//!
//! # Example
//!
//! ```
//! use sceau::identifier::{BirthDate, Identifier, Nam};
//! use sceau::identity::{Claim, Document, DocumentKind, IdentityOutcome, SAG_MINIMUM_AGE, check};
//! use sceau::message::Language;
//! use sceau::name::NamePolicy;
//! use sceau::time::Date;
//!
//! let (card, notice) = (DocumentKind::HealthCard, DocumentKind::AssessmentNotice);
//! let documents = [
//!     Document::new(card, "Séraphin", "Elise"),
//!     Document::new(notice, "Séraphin", "Élise"),
//! ];
//! let report = check(&Claim {
//!     documents: &documents,
//!     nam: &Nam::parse("SERE 7561 3018")?,
//!     birth_date: BirthDate::parse("1975-11-30")?,
//!     today: Date::new(2026, 11, 22).ok_or("no such day")?,
//!     policy: NamePolicy::SAG,
//!     minimum_age: SAG_MINIMUM_AGE,
//! })?;
//! assert_eq!(report.outcome(), IdentityOutcome::Refused);
//! let given_name = report.findings().last().ok_or("no finding")?;
//! assert_eq!(
//!     given_name.sentence(Language::English),
//!     "On the health insurance card, the given name is written without an accent (E); on the \
//!      notice of assessment, with one (É). Have one of the two corrected by the body that issued \
//!      it.",
//! );
//! # Ok::<(), Box<dyn core::error::Error>>(())
//! ```

use heapless::Vec;

pub use finding::{Field, Finding, Verdict};
pub(crate) use texts::{ACTIONS, DOCUMENTS, FIELDS, FINDINGS, SEPARATORS};

use crate::identifier::{BirthDate, Nam};
use crate::name::NamePolicy;
use crate::time::Date;

mod finding;
mod nam;
mod sentences;
mod texts;
mod uniform;

/// Where a name is written.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum DocumentKind {
    /// What the person typed.
    Form,
    /// The health insurance card (RAMQ).
    HealthCard,
    /// The notice of assessment (Revenu Québec).
    AssessmentNotice,
}

wire_names!(DocumentKind {
    Form => "form",
    HealthCard => "health_card",
    AssessmentNotice => "assessment_notice",
});

/// A document, and the names as they are written on it.
#[derive(Clone, Copy)]
pub struct Document<'a> {
    /// Which document it is.
    pub kind: DocumentKind,
    /// The surname.
    pub surname: &'a str,
    /// The given name or names.
    pub given_name: &'a str,
    /// Another surname of the same person that the document gives, as of birth or by marriage; it
    /// counts as well as the first. SAG knows none: a spouse's name blocks an account there.
    pub other_surname: Option<&'a str>,
}

impl<'a> Document<'a> {
    /// Returns a document with one surname.
    pub const fn new(kind: DocumentKind, surname: &'a str, given_name: &'a str) -> Self {
        Self { kind, surname, given_name, other_surname: None }
    }
}

/// What a person claims to be, and by which rules it is checked.
#[derive(Clone)]
pub struct Claim<'a> {
    /// One to [`MAX_DOCUMENTS`] documents; all are compared with the first.
    pub documents: &'a [Document<'a>],
    /// The health insurance number.
    pub nam: &'a Nam,
    /// The birth date that the person declares; its century is taken for the number's.
    pub birth_date: BirthDate,
    /// The civil date on which the age counts.
    pub today: Date,
    /// The differences between names that the service puts up with.
    pub policy: NamePolicy,
    /// The least age in full years: [`SAG_MINIMUM_AGE`] for a SAG account.
    pub minimum_age: u16,
}

/// The least age for an account, in years (SAG sign-up screen).
pub const SAG_MINIMUM_AGE: u16 = 14;

/// The most documents of one claim.
pub const MAX_DOCUMENTS: usize = 4;

/// The most findings of one report: five, and two for each document after the first.
pub const MAX_FINDINGS: usize = 5 + 2 * (MAX_DOCUMENTS - 1);

/// Checks a claim, field by field.
///
/// The findings come in this order: the number's check digit, its letters of the surname and of
/// the given name on the first document, its date, the age; then, for each further document, its
/// surname and its given name against the first document's.
///
/// # Errors
///
/// [`IdentityError::NoDocument`] and [`IdentityError::TooManyDocuments`]; a name that cannot be
/// read is a finding.
pub fn check(claim: &Claim<'_>) -> Result<Report, IdentityError> {
    let [first, others @ ..] = claim.documents else { return Err(IdentityError::NoDocument) };
    let mut report = Report { findings: Vec::new() };
    let on_the_number = [
        nam::check_digit(claim),
        nam::surname(claim.nam, first),
        nam::given_name(claim.nam, first),
        nam::birth_date(claim),
        age(claim),
    ];
    let on_others = others.iter().flat_map(|other| uniform::names(first, other, claim.policy));
    for finding in on_the_number.into_iter().chain(on_others) {
        report.findings.push(finding).map_err(|_| IdentityError::TooManyDocuments)?;
    }
    Ok(report)
}

/// Why a claim could not be checked at all.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum IdentityError {
    /// There is no document.
    NoDocument,
    /// There are more than [`MAX_DOCUMENTS`] documents.
    TooManyDocuments,
}

wire_names!(IdentityError {
    NoDocument => "no_document",
    TooManyDocuments => "too_many_documents",
});
error_display!(IdentityError);

/// What was found of each field of a claim, in a fixed order.
#[must_use]
#[derive(Clone, Eq, PartialEq)]
pub struct Report {
    findings: Vec<Finding, MAX_FINDINGS>,
}

impl Report {
    /// Returns the findings in the order that [`check`] names.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Returns what the findings come to.
    pub fn outcome(&self) -> IdentityOutcome {
        let outcomes = self.findings.iter().map(|finding| finding.verdict.outcome());
        outcomes.max().unwrap_or(IdentityOutcome::Uniform)
    }
}

/// What the findings of a report come to, from the best to the worst.
#[must_use]
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum IdentityOutcome {
    /// Every field agrees.
    Uniform,
    /// There are differences that the policy accepts, or warnings, and nothing worse.
    Tolerated,
    /// At least one field differs, could not be read, or tells of too low an age.
    Refused,
}

wire_names!(IdentityOutcome {
    Uniform => "uniform",
    Tolerated => "tolerated",
    Refused => "refused",
});

/// Makes `Debug` show the type only: names are a person's.
macro_rules! debug_shows_the_type_only {
    ($($type:ty => $shown:literal),+) => {$(
        impl core::fmt::Debug for $type {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str($shown)
            }
        }
    )+};
}

debug_shows_the_type_only!(Document<'_> => "Document(..)", Claim<'_> => "Claim(..)");
debug_shows_the_type_only!(Report => "Report(..)", Finding => "Finding(..)");

fn age(claim: &Claim<'_>) -> Finding {
    let born = claim.birth_date.date() <= claim.today;
    let old_enough = born && claim.birth_date.age_on(claim.today) >= claim.minimum_age;
    let verdict = if old_enough { Verdict::Agrees } else { Verdict::TooYoung };
    Finding { minimum_age: Some(claim.minimum_age), ..Finding::new(Field::Age, verdict) }
}
