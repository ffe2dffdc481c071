//! What was found of one field, and its sentence.

use core::ffi::c_char;

use sceau::identity::Finding;
use sceau::name::{Differences, NameCompareError};

use crate::memory::{OutText, answer, value};
use crate::name::letter;
use crate::numbers::{Numbered, choice};
use crate::status::SceauStatus;

/// What was found of one field; `sceau_finding_message` says it to the person.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct SceauFinding {
    /// A number of `sceau_field`; 0 in places beyond the count.
    pub field: u32,
    /// A number of `sceau_verdict`.
    pub verdict: u32,
    /// The first document, a number of `sceau_document_kind`; 0 where no names were looked at.
    pub first: u32,
    /// The document compared with the first one; 0 where the number was.
    pub second: u32,
    /// The set of differences between the names: bit `number - 2200` for each.
    pub differences: u32,
    /// The difference that matters most, a number of `sceau_difference`: one that the policy
    /// refuses, if there is one; 0 if there is none.
    pub main: u32,
    /// The letter or separator of the first document there, a Unicode scalar value; 0 if none.
    pub letter_first: u32,
    /// The letter or separator of the second document there; 0 if none.
    pub letter_second: u32,
    /// Why a name is unreadable, a number of `sceau_status`; 0 if both can be read.
    pub unreadable: u32,
    /// Which of the two names, a number of `sceau_side`; 0 if both can be read.
    pub unreadable_side: u32,
    /// Where in the name, in bytes.
    pub unreadable_at: usize,
    /// The least age that the claim asks for, in years, where the field is the age; else 0.
    pub minimum_age: u32,
}

impl SceauFinding {
    /// No finding.
    pub(crate) const NONE: Self = Self {
        field: 0,
        verdict: 0,
        first: 0,
        second: 0,
        differences: 0,
        main: 0,
        letter_first: 0,
        letter_second: 0,
        unreadable: 0,
        unreadable_side: 0,
        unreadable_at: 0,
        minimum_age: 0,
    };
}

impl From<&Finding> for SceauFinding {
    fn from(finding: &Finding) -> Self {
        let unreadable = finding.unreadable;
        Self {
            field: finding.field.number(),
            verdict: finding.verdict.number(),
            first: number_or_0(finding.first),
            second: number_or_0(finding.second),
            differences: finding.differences.bits(),
            main: number_or_0(finding.main),
            letter_first: letter(finding.letter_first),
            letter_second: letter(finding.letter_second),
            unreadable: number_or_0(unreadable.map(|found| found.error)),
            unreadable_side: number_or_0(unreadable.map(|found| found.side)),
            unreadable_at: unreadable.map_or(0, |found| found.error.at()),
            minimum_age: finding.minimum_age.map_or(0, u32::from),
        }
    }
}

impl TryFrom<SceauFinding> for Finding {
    type Error = SceauStatus;

    fn try_from(finding: SceauFinding) -> Result<Self, SceauStatus> {
        let unknown = SceauStatus::UnknownNumber;
        let unreadable =
            match (choice_or_0(finding.unreadable)?, choice_or_0(finding.unreadable_side)?) {
                (Some(error), Some(side)) => Some(NameCompareError { side, error }),
                (None, None) => None,
                _ => return Err(unknown),
            };
        Ok(Self {
            field: choice(finding.field)?,
            verdict: choice(finding.verdict)?,
            first: choice_or_0(finding.first)?,
            second: choice_or_0(finding.second)?,
            differences: Differences::from_bits(finding.differences).ok_or(unknown)?,
            main: choice_or_0(finding.main)?,
            letter_first: character(finding.letter_first)?,
            letter_second: character(finding.letter_second)?,
            unreadable,
            minimum_age: Some(u16::try_from(finding.minimum_age).map_err(|_| unknown)?),
        })
    }
}

/// Says what was found of a field, and what to do about it. It names at most the one letter that
/// differs. `SCEAU_MESSAGE_MAX` bytes suffice.
///
/// # Safety
///
/// `finding` points to a finding of a report, `out` to `capacity` bytes, `length` to one value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_finding_message(
    finding: *const SceauFinding,
    language: u32,
    out: *mut c_char,
    capacity: usize,
    length: *mut usize,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (finding, out) = unsafe { (value(finding)?, OutText::new(out, capacity, length)?) };
        out.write(&Finding::try_from(finding)?.sentence(choice(language)?))
    })
}

fn number_or_0<T: Numbered>(value: Option<T>) -> u32 {
    value.map_or(0, |value| value.number())
}

fn choice_or_0<T: Numbered + Copy>(number: u32) -> Result<Option<T>, SceauStatus> {
    if number == 0 { Ok(None) } else { choice(number).map(Some) }
}

fn character(number: u32) -> Result<Option<char>, SceauStatus> {
    match number {
        0 => Ok(None),
        _ => char::from_u32(number).map(Some).ok_or(SceauStatus::UnknownNumber),
    }
}
