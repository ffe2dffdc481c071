//! Sentences on a posted code.

use pyo3::exceptions::PyLookupError;
use pyo3::prelude::*;
use sceau::challenge::{ChallengeOutcome, DeliverOutcome, IssueOutcome};
use sceau::message::{Language, OfPost, Reason};
use sceau::time::UnixTime;

use crate::input::named;

/// Returns the sentence for the outcome `name` of the core's type `kind`, said of a posted code;
/// `left`, `until_s` and `until` as those of `message`.
#[pyfunction]
#[pyo3(signature = (kind, name, language, /, *, left = 0, until_s = 0, until = None))]
pub(crate) fn post_message(
    kind: &str,
    name: &str,
    language: &str,
    left: u8,
    until_s: u64,
    until: Option<&str>,
) -> PyResult<String> {
    let language = named(Language::ALL, Language::name, language)?;
    let said = |reason: &dyn Reason| match until {
        Some(words) => reason.message_until(language, words).as_str().to_owned(),
        None => reason.message(language).as_str().to_owned(),
    };
    let until = UnixTime::new(until_s);
    let sentence = match (kind, name) {
        ("IssueOutcome", "too_soon") => Some(said(&OfPost(IssueOutcome::TooSoon { until }))),
        ("IssueOutcome", "too_many") => Some(said(&OfPost(IssueOutcome::TooMany { until }))),
        ("IssueOutcome", _) => {
            let outcome = IssueOutcome::ALL.iter().find(|outcome| outcome.name() == name);
            outcome.map(|outcome| said(&OfPost(outcome.clone())))
        }
        ("ChallengeOutcome", "wrong") => Some(said(&OfPost(ChallengeOutcome::Wrong { left }))),
        ("ChallengeOutcome", _) => {
            let outcome = ChallengeOutcome::ALL.iter().find(|outcome| outcome.name() == name);
            outcome.map(|outcome| said(&OfPost(*outcome)))
        }
        ("DeliverOutcome", _) => {
            let outcome = DeliverOutcome::ALL.iter().find(|outcome| outcome.name() == name);
            outcome.map(|outcome| said(&OfPost(outcome.clone())))
        }
        _ => None,
    };
    sentence.ok_or_else(|| PyLookupError::new_err("no such reason"))
}
