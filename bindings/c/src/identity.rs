//! A person across documents.

pub mod finding;

use core::ffi::c_char;

use sceau::identifier::{BirthDate, Identifier, IdentifierError, Nam};
use sceau::identity::{Claim, Document, DocumentKind, Report, check};
use sceau::time::Date;

use finding::SceauFinding;

use crate::limits::{SCEAU_IDENTITY_DOCUMENTS_MAX, SCEAU_IDENTITY_FINDINGS_MAX};
use crate::memory::{Out, answer, items, text, value};
use crate::name::policy;
use crate::numbers::{Numbered, choice};
use crate::parse::SceauParseResult;
use crate::status::SceauStatus;
use crate::time::SceauDate;

/// A document, and the names as they are written on it, in UTF-8.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct SceauDocument {
    /// Which document it is: a number of `sceau_document_kind`.
    pub kind: u32,
    /// The surname.
    pub surname: *const c_char,
    /// How many bytes `surname` points to.
    pub surname_len: usize,
    /// The given name or names.
    pub given_name: *const c_char,
    /// How many bytes `given_name` points to.
    pub given_name_len: usize,
    /// Another surname of the same person that the document gives, as of birth or by marriage: it
    /// counts as well as the first. Null if there is none.
    pub other_surname: *const c_char,
    /// How many bytes `other_surname` points to.
    pub other_surname_len: usize,
}

/// What a person claims to be, and by which rules it is checked.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct SceauClaim {
    /// One to `SCEAU_IDENTITY_DOCUMENTS_MAX` documents; all are compared with the first.
    pub documents: *const SceauDocument,
    /// How many documents `documents` points to.
    pub documents_len: usize,
    /// The health insurance number, as it was typed or stored.
    pub nam: *const c_char,
    /// How many bytes `nam` points to.
    pub nam_len: usize,
    /// The birth date that the person declares; its century is taken for the number's.
    pub birth_date: SceauDate,
    /// The civil date on which the age counts.
    pub today: SceauDate,
    /// The set of differences between names that the service puts up with, such as
    /// `SCEAU_NAME_POLICY_SAG`.
    pub accepted: u32,
    /// The least age in full years, such as `SCEAU_IDENTITY_MINIMUM_AGE_SAG`.
    pub minimum_age: u32,
}

/// What was found of each field of a claim, in a fixed order.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct SceauReport {
    /// Whether the number is a NAM. If not, there are no findings, and `outcome` is 0.
    pub nam: SceauParseResult,
    /// What the findings come to: a number of `sceau_identity_outcome`.
    pub outcome: u32,
    /// How many places of `findings` hold something.
    pub count: usize,
    /// The check digit of the number, its letters of the surname and of the given name, its date,
    /// the age; then, for each further document, its surname and its given name.
    pub findings: [SceauFinding; SCEAU_IDENTITY_FINDINGS_MAX],
}

impl SceauReport {
    /// No findings.
    const NONE: Self = Self {
        nam: SceauParseResult::OK,
        outcome: 0,
        count: 0,
        findings: [SceauFinding::NONE; SCEAU_IDENTITY_FINDINGS_MAX],
    };
}

impl From<&Report> for SceauReport {
    fn from(report: &Report) -> Self {
        let mut all = Self { outcome: report.outcome().number(), ..Self::NONE };
        for (place, finding) in all.findings.iter_mut().zip(report.findings()) {
            *place = SceauFinding::from(finding);
            all.count += 1;
        }
        all
    }
}

/// Checks a claim, field by field: the number against surname, given name and birth date, the age,
/// and the names of every document against the first one's.
///
/// A name that cannot be read is a finding.
///
/// # Safety
///
/// `claim` points to a claim whose pointers hold what they say, `report` to one value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_identity_check(
    claim: *const SceauClaim,
    report: *mut SceauReport,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (claim, out) = unsafe { (value(claim)?, Out::new(report)?) };
        // SAFETY: as above.
        let (nam, listed) = unsafe {
            (text(claim.nam, claim.nam_len)?, items(claim.documents, claim.documents_len)?)
        };
        let mut documents = [NO_DOCUMENT; SCEAU_IDENTITY_DOCUMENTS_MAX + 1];
        for (place, document) in documents.iter_mut().zip(listed) {
            // SAFETY: as above.
            *place = unsafe { document.document()? };
        }
        let documents = documents.get(..listed.len()).unwrap_or(&documents);
        out.write(report_of(claim, documents, &Nam::parse(nam))?);
        Ok(())
    })
}

impl SceauDocument {
    /// Borrows a document.
    ///
    /// # Safety
    ///
    /// The three pointers point to as many bytes as stands behind them.
    unsafe fn document<'a>(self) -> Result<Document<'a>, SceauStatus> {
        // SAFETY: the caller's promise is the same.
        let (surname, given_name, other_surname) = unsafe {
            let surname = text(self.surname, self.surname_len)?;
            let given_name = text(self.given_name, self.given_name_len)?;
            (surname, given_name, text(self.other_surname, self.other_surname_len)?)
        };
        let other_surname = (!self.other_surname.is_null()).then_some(other_surname);
        let document = Document::new(choice(self.kind)?, surname, given_name);
        Ok(Document { other_surname, ..document })
    }
}

fn report_of(
    claim: SceauClaim,
    documents: &[Document<'_>],
    nam: &Result<Nam, IdentifierError>,
) -> Result<SceauReport, SceauStatus> {
    let (policy, today) = (policy(claim.accepted)?, Date::try_from(claim.today)?);
    let birth_date = BirthDate::new(Date::try_from(claim.birth_date)?);
    let Ok(nam) = nam else {
        return Ok(SceauReport { nam: SceauParseResult::of(nam), ..SceauReport::NONE });
    };
    // Nobody is as old as the greatest number.
    let minimum_age = u16::try_from(claim.minimum_age).unwrap_or(u16::MAX);
    let report = check(&Claim { documents, nam, birth_date, today, policy, minimum_age })?;
    Ok(SceauReport::from(&report))
}

const NO_DOCUMENT: Document<'_> = Document::new(DocumentKind::Form, "", "");
