//! Names and sentences of every number.

use core::ffi::c_char;

use sceau::challenge::{
    ChallengeChannel, ChallengeOutcome, ChallengePolicyError, ChallengePurpose, DeliverOutcome,
    IssueOutcome,
};
use sceau::device::{DeviceOutcome, DevicePolicyError};
use sceau::identifier::{
    IdentifierError, IdentifierKind, Level, NasKind, NeqKind, SexCode, TypedEdit, TypingState,
};
use sceau::identity::{DocumentKind, Field, IdentityError, IdentityOutcome, Verdict};
use sceau::mac::KeyError;
use sceau::message::{Language, Reason, Sentence};
use sceau::name::{Difference, NameError, Side};
use sceau::otp::{
    HotpOutcome, OtpAlgorithm, OtpError, OtpFactor, OtpReading, OtpTextError, RecoveryOutcome,
    TotpOutcome,
};
use sceau::password::{
    PasswordAlgorithm, PasswordDigest, PasswordError, PasswordFinding, PasswordOutcome,
    PasswordPolicyError, PasswordProfile, PasswordReason, RehashReason, StoredFormat,
};
use sceau::state::StateError;
use sceau::throttle::{ThrottleOutcome, ThrottlePolicyError};
use sceau::time::UnixTime;

use crate::memory::{OutText, answer, text};
use crate::numbers::{Name, Numbered, choice, find};
use crate::password::stored::StoredKind;
use crate::status::SceauStatus;
use crate::status::call::CallError;
use crate::status::outcome::{
    SceauChallengeOutcome, SceauIssueOutcome, SceauRecoveryOutcome, SceauThrottleOutcome,
};

/// Asks one type after the other, until one knows the number.
macro_rules! first_of {
    ($ask:ident $arguments:tt; $($type:ty),+ $(,)?) => {
        None$(.or_else(|| $ask::<$type> $arguments))+
    };
}

/// Returns the wire name of a number: the same in every language, and stable.
///
/// It is never null and need not be freed. A number that stands for nothing is `unknown_number`.
#[unsafe(no_mangle)]
pub extern "C" fn sceau_reason_name(reason: u32) -> *const c_char {
    name(reason).unwrap_or(&UNKNOWN).as_ptr().cast()
}

/// Says a reason to a person, in a sentence without personal data.
///
/// `reason` is a status, an outcome, or what an outcome carries; `number` is what the sentence
/// counts or until when, and is not looked at where it counts nothing: the attempts left of
/// `SCEAU_CHALLENGE_OUTCOME_WRONG`, the codes left of `SCEAU_RECOVERY_OUTCOME_ACCEPTED`, the
/// `number` of a `sceau_password_finding`, the `until_s` of an outcome, which is told in Coordinated
/// Universal Time. The sentence takes at most `SCEAU_MESSAGE_MAX` bytes, its NUL included. Numbers
/// that have a name only, a caller's choices among them, are
/// `SCEAU_STATUS_UNKNOWN_NUMBER`.
///
/// # Safety
///
/// `out` points to `capacity` bytes, `length` to one value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_reason_message(
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
        let message = sentence(reason, choice(language)?, number);
        out.write(&message.ok_or(SceauStatus::UnknownNumber)?)
    })
}

/// Says until when, with the caller's words for the moment: the local time, in the person's language.
///
/// `reason` is an outcome that carries `until_s`; all others are `SCEAU_STATUS_UNKNOWN_NUMBER`. What
/// of `until` does not fit in the sentence's `SCEAU_MESSAGE_MAX` bytes is left off.
///
/// # Safety
///
/// `until` points to `until_len` bytes, `out` to `capacity` bytes, `length` to one value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_reason_message_until(
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
        let message: Option<Sentence> = first_of!(sentence_until(reason, language, until);
            IssueOutcome, ThrottleOutcome,
        );
        out.write(&message.ok_or(SceauStatus::UnknownNumber)?)
    })
}

fn name(reason: u32) -> Option<&'static Name> {
    first_of!(name_of(reason);
        CallError, KeyError, StateError, OtpError, OtpTextError, PasswordError,
        PasswordPolicyError,
        ChallengePolicyError, ThrottlePolicyError, DevicePolicyError, IdentifierError, NameError,
        IdentityError, PasswordOutcome, RehashReason, PasswordReason, HotpOutcome, TotpOutcome,
        RecoveryOutcome, IssueOutcome, ChallengeOutcome, DeliverOutcome, ThrottleOutcome,
        DeviceOutcome, Level, SexCode, NasKind, Difference,
        Side, IdentityOutcome, Field, Verdict, NeqKind, TypingState,
        Language, OtpAlgorithm, OtpReading, OtpFactor, PasswordAlgorithm, PasswordProfile,
        ChallengePurpose,
        ChallengeChannel, IdentifierKind, DocumentKind, StoredFormat, PasswordDigest, StoredKind,
        TypedEdit,
    )
}

pub(crate) fn sentence(reason: u32, language: Language, number: u64) -> Option<Sentence> {
    if reason == SceauChallengeOutcome::Wrong as u32 {
        let left = u8::try_from(number).ok()?;
        return Some(ChallengeOutcome::Wrong { left }.message(language));
    }
    if reason == SceauRecoveryOutcome::Accepted as u32 {
        let left = u8::try_from(number).ok()?;
        return Some(RecoveryOutcome::Accepted { left }.message(language));
    }
    if let Some(message) = wait(reason, UnixTime::new(number), language) {
        return Some(message);
    }
    if let Some((&reason, _)) = find::<PasswordReason>(reason) {
        let mut finding = PasswordFinding { reason, at: 0, length: 0, number: 0 };
        if finding.number().is_some() {
            finding.number = u8::try_from(number).ok()?;
        }
        return Some(finding.message(language));
    }
    first_of!(sentence_of(reason, language);
        CallError, KeyError, StateError, OtpError, OtpTextError, PasswordError,
        PasswordPolicyError,
        ChallengePolicyError, ThrottlePolicyError, DevicePolicyError, IdentifierError, NameError,
        IdentityError, PasswordOutcome, RehashReason, HotpOutcome, TotpOutcome, RecoveryOutcome,
        IssueOutcome, ChallengeOutcome, DeliverOutcome, ThrottleOutcome, DeviceOutcome, Difference,
    )
}

/// Says an outcome that carries `until_s`.
fn wait(reason: u32, until: UnixTime, language: Language) -> Option<Sentence> {
    let throttle = [ThrottleOutcome::Delayed { until }, ThrottleOutcome::Suspended { until }];
    let throttle = throttle
        .iter()
        .find(|outcome| SceauThrottleOutcome::from(**outcome) as u32 == reason)
        .map(|outcome| outcome.message(language));
    throttle.or_else(|| issue_until(reason, until).map(|outcome| outcome.message(language)))
}

/// Returns the outcome of a wish for a code that carries `until_s`.
pub(crate) fn issue_until(reason: u32, until: UnixTime) -> Option<IssueOutcome> {
    [IssueOutcome::TooSoon { until }, IssueOutcome::TooMany { until }]
        .into_iter()
        .find(|outcome| SceauIssueOutcome::from(outcome) as u32 == reason)
}

fn name_of<T: Numbered>(reason: u32) -> Option<&'static Name> {
    find::<T>(reason).map(|(_, name)| name)
}

fn sentence_of<T: Numbered + Reason>(reason: u32, language: Language) -> Option<Sentence> {
    find::<T>(reason).map(|(reason, _)| reason.message(language))
}

fn sentence_until<T: Numbered + Reason>(
    reason: u32,
    language: Language,
    until: &str,
) -> Option<Sentence> {
    let (reason, _) = find::<T>(reason)?;
    reason.until().map(|_| reason.message_until(language, until))
}

const UNKNOWN: Name = crate::numbers::terminated("unknown_number");
