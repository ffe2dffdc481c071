//! Sentences on a posted code.

use core::ffi::c_char;

use sceau::challenge::{ChallengeOutcome, DeliverOutcome, IssueOutcome};
use sceau::message::{Language, OfPost, Reason, Sentence};
use sceau::time::UnixTime;

use crate::memory::{OutText, answer, text};
use crate::message::{issue_until, sentence};
use crate::numbers::{choice, find};
use crate::status::SceauStatus;
use crate::status::outcome::SceauChallengeOutcome;

/// Says a reason of this family to a person as `sceau_reason_message` does, of a posted code, which
/// is an identification secret to them.
///
/// # Safety
///
/// `out` points to `capacity` bytes, `length` to one value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_post_message(
    reason: u32,
    language: u32,
    number: u64,
    out: *mut c_char,
    capacity: usize,
    length: *mut usize,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let out = unsafe { OutText::new(out, capacity, length)? };
        let message = of_post(reason, choice(language)?, number);
        out.write(&message.ok_or(SceauStatus::UnknownNumber)?)
    })
}

/// Says until when as `sceau_reason_message_until` does, of a posted code.
///
/// `reason` is `SCEAU_ISSUE_OUTCOME_TOO_SOON` or `SCEAU_ISSUE_OUTCOME_TOO_MANY`; all others are
/// `SCEAU_STATUS_UNKNOWN_NUMBER`.
///
/// # Safety
///
/// `until` points to `until_len` bytes, `out` to `capacity` bytes, `length` to one value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_post_message_until(
    reason: u32,
    language: u32,
    until: *const c_char,
    until_len: usize,
    out: *mut c_char,
    capacity: usize,
    length: *mut usize,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (until, out) =
            unsafe { (text(until, until_len)?, OutText::new(out, capacity, length)?) };
        let language = choice(language)?;
        let outcome = issue_until(reason, UnixTime::MIN).ok_or(SceauStatus::UnknownNumber)?;
        out.write(&OfPost(outcome).message_until(language, until))
    })
}

fn of_post(reason: u32, language: Language, number: u64) -> Option<Sentence> {
    if reason == SceauChallengeOutcome::Wrong as u32 {
        let left = u8::try_from(number).ok()?;
        return Some(OfPost(ChallengeOutcome::Wrong { left }).message(language));
    }
    if let Some(outcome) = issue_until(reason, UnixTime::new(number)) {
        return Some(OfPost(outcome).message(language));
    }
    let issue = find::<IssueOutcome>(reason).map(|(outcome, _)| outcome.clone());
    let typed = find::<ChallengeOutcome>(reason).map(|(outcome, _)| *outcome);
    let again = find::<DeliverOutcome>(reason).map(|(outcome, _)| outcome.clone());
    issue
        .map(|outcome| OfPost(outcome).message(language))
        .or_else(|| typed.map(|outcome| OfPost(outcome).message(language)))
        .or_else(|| again.map(|outcome| OfPost(outcome).message(language)))
        .or_else(|| sentence(reason, language, number))
}
