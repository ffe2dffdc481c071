//! The machine, so that a bug can be planted in it.

use sceau::challenge::{
    Challenge, ChallengeBinding, ChallengeChannel, ChallengeOutcome, ChallengePolicy,
    ChallengePurpose, IssueOutcome,
};
use sceau::mac::ServiceKey;
use sceau::state::{StateError, Transition};
use sceau::time::UnixTime;

/// The machine that a life is led with.
pub trait Machine {
    /// As [`Challenge::issue`], for the one key, user and destination of these laws, and for the
    /// channel of the policy.
    ///
    /// # Errors
    ///
    /// Those of [`Challenge::issue`].
    fn issue(
        &self,
        previous: Option<&Challenge>,
        entropy: &[u8; 16],
        now: UnixTime,
        policy: &ChallengePolicy,
    ) -> Result<Transition<IssueOutcome, Challenge>, StateError> {
        let binding = binding(policy.limits().digits.is_none());
        Challenge::issue(previous, &key(), &binding, entropy, now, policy)
    }

    /// As [`Challenge::verify`].
    ///
    /// # Errors
    ///
    /// Those of [`Challenge::verify`].
    fn verify(
        &self,
        row: &Challenge,
        typed: &str,
        now: UnixTime,
    ) -> Result<Transition<ChallengeOutcome, Challenge>, StateError> {
        row.verify(&key(), &binding_of(row), typed, now)
    }

    /// As [`Challenge::lift`].
    ///
    /// # Errors
    ///
    /// Those of [`Challenge::lift`].
    fn lift(&self, row: &Challenge, now: UnixTime) -> Result<Challenge, StateError> {
        row.lift(&key(), &binding_of(row), now)
    }
}

/// The core's machine.
pub struct Core;

impl Machine for Core {}

pub(super) fn key() -> ServiceKey {
    ServiceKey::new(1, &[7; 32]).expect("32 bytes")
}

fn binding(by_post: bool) -> ChallengeBinding<'static> {
    let channel = if by_post { ChallengeChannel::Post } else { ChallengeChannel::Email };
    ChallengeBinding { channel, ..BINDING }
}

/// The binding of a row's channel, which byte 3 names.
pub(super) fn binding_of(row: &Challenge) -> ChallengeBinding<'static> {
    binding(row.as_bytes()[3] == 3)
}

const BINDING: ChallengeBinding<'static> = ChallengeBinding {
    purpose: ChallengePurpose::AddressValidation,
    channel: ChallengeChannel::Email,
    user: b"eseraphin",
    destination: b"elise.seraphin@example.org",
};
