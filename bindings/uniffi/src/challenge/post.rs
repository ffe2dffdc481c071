//! Sentences on a posted code.

use sceau::challenge::ChallengeOutcome;
use sceau::message::OfPost;

use super::{DeliverOutcome, IssueOutcome, deliver_reason, issue_reason};
use crate::message::{Words, message_until};

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
