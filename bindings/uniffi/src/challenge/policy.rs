//! What a service allows of a code.

use sceau::challenge::{self, ChallengeLimits, ChallengePolicyError};
use sceau::code::Digits;
use sceau::time::Seconds;

use crate::message::export_words;

/// The numbers of a policy, before they are checked.
#[uniffi::remote(Record)]
pub struct ChallengeLimits {
    /// How many digits the code has; none for a posted code, of letters.
    pub digits: Option<Digits>,
    /// How long a code is accepted.
    pub lifetime: Seconds,
    /// How many attempts each code has.
    pub attempts: u8,
    /// How long after a code no other can be had.
    pub cooldown: Seconds,
    /// The time over which issues are counted.
    pub period: Seconds,
    /// How many codes a period has.
    pub issues: u8,
    /// How many consecutive wrong codes disable the row.
    pub failures: u16,
}

/// Which number of a policy is out of its range.
#[uniffi::remote(Error)]
pub enum ChallengePolicyError {
    /// The lifetime.
    Lifetime,
    /// The attempts.
    Attempts,
    /// The cooldown.
    Cooldown,
    /// The period.
    Period,
    /// The issues.
    Issues,
    /// The failures.
    Failures,
}

/// Returns the numbers of the default policy.
#[uniffi::export]
#[must_use]
pub fn challenge_limits_default() -> ChallengeLimits {
    ChallengeLimits::default()
}

/// Returns the numbers of the default policy for a posted code.
#[uniffi::export]
#[must_use]
pub fn challenge_limits_post() -> ChallengeLimits {
    ChallengeLimits::post()
}

/// A policy whose numbers have been checked.
#[derive(uniffi::Object)]
pub struct ChallengePolicy(pub(super) challenge::ChallengePolicy);

#[uniffi::export]
impl ChallengePolicy {
    /// Checks the numbers of a policy.
    ///
    /// # Errors
    ///
    /// The [`ChallengePolicyError`] of the first number out of its range.
    #[uniffi::constructor]
    pub fn new(limits: ChallengeLimits) -> Result<Self, ChallengePolicyError> {
        challenge::ChallengePolicy::new(limits).map(Self)
    }
}

export_words! {
    challenge_policy_error_words(ChallengePolicyError);
}
