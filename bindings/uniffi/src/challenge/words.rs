//! Sentences on a code, e-mailed, texted or posted.

use std::mem::discriminant;

use sceau::challenge::{self, ChallengeOutcome};
use sceau::message::OfPost;

use super::{DeliverOutcome, IssueOutcome};
use crate::message::{Words, message_until};

/// Returns the wire name and the sentences of this reason.
#[uniffi::export]
#[must_use]
pub fn issue_outcome_words(reason: IssueOutcome) -> Words {
    issue_reason(reason).map(|reason| Words::of(&reason, reason.name())).unwrap_or_default()
}

/// Says it with the caller's words for the moment until when.
#[uniffi::export]
#[must_use]
pub fn issue_outcome_until(reason: IssueOutcome, french: bool, until: &str) -> String {
    issue_reason(reason).map(|reason| message_until(&reason, french, until)).unwrap_or_default()
}

/// Returns the wire name and the sentences of this reason.
#[uniffi::export]
#[must_use]
pub fn deliver_outcome_words(reason: DeliverOutcome) -> Words {
    let reason = deliver_reason(&reason);
    reason.map(|reason| Words::of(reason, reason.name())).unwrap_or_default()
}

/// Returns the wire name and the sentences of this reason, said of a posted code.
#[uniffi::export]
#[must_use]
pub fn issue_outcome_post_words(reason: IssueOutcome) -> Words {
    let words = issue_reason(reason).map(|reason| {
        let name = reason.name();
        Words::of(&OfPost(reason), name)
    });
    words.unwrap_or_default()
}

/// Says it of a posted code, with the caller's words for the moment until when.
#[uniffi::export]
#[must_use]
pub fn issue_outcome_post_until(reason: IssueOutcome, french: bool, until: &str) -> String {
    let reason = issue_reason(reason).map(OfPost);
    reason.map(|reason| message_until(&reason, french, until)).unwrap_or_default()
}

/// Returns the wire name and the sentences of this reason, said of a posted code.
#[uniffi::export]
#[must_use]
pub fn challenge_outcome_post_words(reason: ChallengeOutcome) -> Words {
    Words::of(&OfPost(reason), reason.name())
}

/// Returns the wire name and the sentences of this reason, said of a posted code.
#[uniffi::export]
#[must_use]
pub fn deliver_outcome_post_words(reason: DeliverOutcome) -> Words {
    let reason = deliver_reason(&reason);
    reason.map(|reason| Words::of(&OfPost(reason.clone()), reason.name())).unwrap_or_default()
}

/// Returns the core's outcome; of a code that was issued only that one was.
fn issue_reason(reason: IssueOutcome) -> Option<challenge::IssueOutcome> {
    match reason {
        IssueOutcome::TooSoon { until } => Some(challenge::IssueOutcome::TooSoon { until }),
        IssueOutcome::TooMany { until } => Some(challenge::IssueOutcome::TooMany { until }),
        IssueOutcome::Disabled => Some(challenge::IssueOutcome::Disabled),
        IssueOutcome::Issued { .. } => challenge::IssueOutcome::ALL
            .iter()
            .find(|one| matches!(one, challenge::IssueOutcome::Issued { .. }))
            .cloned(),
    }
}

/// Returns the core's outcome; of a code that lives only that one does.
fn deliver_reason(reason: &DeliverOutcome) -> Option<&'static challenge::DeliverOutcome> {
    let kind = discriminant(reason);
    let same = |one: &&challenge::DeliverOutcome| discriminant(&(*one).clone().into()) == kind;
    challenge::DeliverOutcome::ALL.iter().find(same)
}
