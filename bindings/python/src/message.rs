//! Sentences, and the wire names that Python's classes are held to.

use pyo3::exceptions::PyLookupError;
use pyo3::prelude::*;
use sceau::challenge::{ChallengeChannel, ChallengeOutcome, ChallengePolicyError};
use sceau::challenge::{ChallengePurpose, DeliverOutcome, IssueOutcome};
use sceau::device::{DeviceOutcome, DevicePolicyError};
use sceau::identifier::{
    IdentifierError, Level, NasKind, NeqKind, SexCode, TypedEdit, TypingState,
};
use sceau::identity::{DocumentKind, Field, IdentityError, IdentityOutcome, Verdict};
use sceau::mac::KeyError;
use sceau::message::{Language, Reason};
use sceau::name::{Difference, NameError, Side};
use sceau::otp::{
    HotpOutcome, OtpAlgorithm, OtpError, OtpReading, OtpTextError, RecoveryOutcome, TotpOutcome,
};
use sceau::password::{
    PasswordDigest, PasswordError, PasswordOutcome, PasswordPolicyError, PasswordProfile,
    PasswordReason, RehashReason, StoredFormat,
};
use sceau::state::StateError;
use sceau::throttle::{ThrottleOutcome, ThrottlePolicyError};
use sceau::time::UnixTime;

use crate::input::named;

/// What can be looked up of a type of the core by its name.
struct Kind {
    names: fn() -> Vec<&'static str>,
    sentence: Option<fn(&str, Language) -> Option<String>>,
}

macro_rules! kind {
    (@sentence $type:ident, said) => {
        Some(|name, language| {
            let reason = $type::ALL.iter().find(|reason| reason.name() == name)?;
            Some(reason.message(language).as_str().to_owned())
        })
    };
    (@sentence $type:ident, silent) => {
        None
    };
    ($text:expr; $($type:ident: $said:ident),+ $(,)?) => {
        match $text {
            $(stringify!($type) => Some(Kind {
                names: || $type::ALL.iter().map($type::name).collect(),
                sentence: kind!(@sentence $type, $said),
            }),)+
            _ => None,
        }
    };
}

/// Returns the sentence for the reason `name` of the core's type `kind`; `left` is the number of
/// attempts of a wrong code, or of recovery codes behind an accepted one; `until_s` is the moment
/// until when, `until` the caller's words for it.
#[pyfunction]
#[pyo3(signature = (kind, name, language, /, *, left = None, until_s = None, until = None))]
pub(crate) fn message(
    kind: &str,
    name: &str,
    language: &str,
    left: Option<u8>,
    until_s: Option<u64>,
    until: Option<&str>,
) -> PyResult<String> {
    let language = named(Language::ALL, Language::name, language)?;
    if let Some(until_s) = until_s {
        let said = wait(kind, name, UnixTime::new(until_s), until, language);
        return said.ok_or_else(|| PyLookupError::new_err("no such reason"));
    }
    if let ("ChallengeOutcome", "wrong", Some(left)) = (kind, name, left) {
        return Ok(ChallengeOutcome::Wrong { left }.message(language).as_str().to_owned());
    }
    if let ("RecoveryOutcome", "accepted", Some(left)) = (kind, name, left) {
        return Ok(RecoveryOutcome::Accepted { left }.message(language).as_str().to_owned());
    }
    let sentence = find(kind)?.sentence.and_then(|sentence| sentence(name, language));
    sentence.ok_or_else(|| PyLookupError::new_err("no such reason"))
}

/// Says an outcome that is until a moment.
fn wait(
    kind: &str,
    name: &str,
    until: UnixTime,
    words: Option<&str>,
    language: Language,
) -> Option<String> {
    let said = |reason: &dyn Reason| match words {
        Some(words) => reason.message_until(language, words),
        None => reason.message(language),
    };
    let sentence = match (kind, name) {
        ("IssueOutcome", "too_soon") => said(&IssueOutcome::TooSoon { until }),
        ("IssueOutcome", "too_many") => said(&IssueOutcome::TooMany { until }),
        ("ThrottleOutcome", "delayed") => said(&ThrottleOutcome::Delayed { until }),
        ("ThrottleOutcome", "suspended") => said(&ThrottleOutcome::Suspended { until }),
        _ => return None,
    };
    Some(sentence.as_str().to_owned())
}

/// Returns the wire names of the core's type `kind`.
#[pyfunction]
#[pyo3(signature = (kind, /))]
pub(crate) fn wire_names(kind: &str) -> PyResult<Vec<&'static str>> {
    Ok((find(kind)?.names)())
}

fn find(kind: &str) -> PyResult<Kind> {
    let found = kind! { kind;
        ChallengeChannel: silent, ChallengeOutcome: said, ChallengePolicyError: said,
        ChallengePurpose: silent, DeliverOutcome: said, Difference: said, DocumentKind: silent,
        DeviceOutcome: said, DevicePolicyError: said, Field: silent, HotpOutcome: said, IdentifierError: said, IdentityError: said,
        IdentityOutcome: silent, IssueOutcome: said, KeyError: said, Language: silent,
        Level: silent, NameError: said, NasKind: silent, NeqKind: silent,
        OtpAlgorithm: silent, OtpError: said, OtpReading: silent, OtpTextError: said,
        PasswordDigest: silent, PasswordError: said, PasswordOutcome: said,
        PasswordPolicyError: said, PasswordProfile: silent, PasswordReason: silent,
        RecoveryOutcome: said, RehashReason: said, SexCode: silent, Side: silent, StateError: said, StoredFormat: silent,
        ThrottleOutcome: said, ThrottlePolicyError: said, TotpOutcome: said, TypedEdit: silent,
        TypingState: silent, Verdict: silent,
    };
    found.ok_or_else(|| PyLookupError::new_err("no such type"))
}
