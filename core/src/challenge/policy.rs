//! What a service allows of a code.

use crate::code::Digits;
use crate::state::MAX_AHEAD;
use crate::time::Seconds;

/// The numbers of a policy, before they are checked.
///
/// The default is for a code that is e-mailed or texted, SAG's where it is public;
/// [`ChallengeLimits::post`] is for one that is posted.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct ChallengeLimits {
    /// How many digits the code has: 6 to 9, by default 6 (SAG). None for a posted code, which has
    /// twelve letters and a check character.
    pub digits: Option<Digits>,
    /// How long a code is accepted: 1 to 600 s, by default 600 s (SAG; NIST SP 800-63B-4's bound).
    /// By post 1 s to 30 days, by default 21 days (NIST SP 800-63B-4's bounds for recovery codes
    /// that go farther, and within one country).
    pub lifetime: Seconds,
    /// How many attempts each code has: 1 to 10, by default 5.
    pub attempts: u8,
    /// How long after a code no other can be had: at most the lifetime, by default 60 s; by post 7
    /// days, in which a letter arrives.
    pub cooldown: Seconds,
    /// The time over which issues are counted: the lifetime to 30 days, by default a day; by post
    /// 30 days.
    pub period: Seconds,
    /// How many codes a period has: 1 to 100, by default 10; by post 3.
    pub issues: u8,
    /// How many consecutive wrong codes, over all codes, disable the row: 1 to 100 (NIST
    /// SP 800-63B-4's bound), by default 100.
    pub failures: u16,
}

impl ChallengeLimits {
    /// Returns the default numbers for a code that is posted. None of them is public for SAG.
    pub const fn post() -> Self {
        Self {
            digits: None,
            lifetime: Seconds::new(21 * DAY),
            attempts: 5,
            cooldown: Seconds::new(7 * DAY),
            period: Seconds::new(30 * DAY),
            issues: 3,
            failures: 100,
        }
    }
}

impl Default for ChallengeLimits {
    fn default() -> Self {
        Self {
            digits: Some(Digits::SIX),
            lifetime: Seconds::new(600),
            attempts: 5,
            cooldown: Seconds::new(60),
            period: Seconds::new(DAY),
            issues: 10,
            failures: 100,
        }
    }
}

/// A policy whose numbers have been checked.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct ChallengePolicy {
    limits: ChallengeLimits,
}

impl ChallengePolicy {
    /// Checks the numbers of a policy.
    ///
    /// # Errors
    ///
    /// The [`ChallengePolicyError`] of the first number outside the range that its field states.
    pub fn new(limits: ChallengeLimits) -> Result<Self, ChallengePolicyError> {
        let longest = if limits.digits.is_some() { MAX_LIFETIME } else { MAX_POST_LIFETIME };
        if !(1..=longest.get()).contains(&limits.lifetime.get()) {
            return Err(ChallengePolicyError::Lifetime);
        }
        if !(1..=10).contains(&limits.attempts) {
            return Err(ChallengePolicyError::Attempts);
        }
        if limits.cooldown > limits.lifetime {
            return Err(ChallengePolicyError::Cooldown);
        }
        if limits.period < limits.lifetime || limits.period > MAX_PERIOD {
            return Err(ChallengePolicyError::Period);
        }
        if !(1..=100).contains(&limits.issues) {
            return Err(ChallengePolicyError::Issues);
        }
        if !(1..=100).contains(&limits.failures) {
            return Err(ChallengePolicyError::Failures);
        }
        Ok(Self { limits })
    }

    /// Returns the numbers.
    pub const fn limits(&self) -> &ChallengeLimits {
        &self.limits
    }

    /// Whether the policy is one for posted codes.
    pub(super) const fn is_of_post(&self) -> bool {
        self.limits.digits.is_none()
    }
}

/// Which number of a policy is out of its range.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum ChallengePolicyError {
    /// The lifetime is not 1 to 600 seconds, or by post not 1 second to 30 days.
    Lifetime,
    /// The attempts are not 1 to 10.
    Attempts,
    /// The cooldown is longer than the lifetime.
    Cooldown,
    /// The period is shorter than the lifetime, or longer than 30 days.
    Period,
    /// The issues are not 1 to 100.
    Issues,
    /// The failures are not 1 to 100.
    Failures,
}

wire_names!(ChallengePolicyError {
    Lifetime => "challenge_policy_lifetime",
    Attempts => "challenge_policy_attempts",
    Cooldown => "challenge_policy_cooldown",
    Period => "challenge_policy_period",
    Issues => "challenge_policy_issues",
    Failures => "challenge_policy_failures",
});
error_display!(ChallengePolicyError);

/// Well below how long a state's clock may rest, so that a period always ends.
const MAX_PERIOD: Seconds = Seconds::new(30 * DAY);
/// NIST SP 800-63B-4's bounds.
const MAX_LIFETIME: Seconds = Seconds::new(600);
const MAX_POST_LIFETIME: Seconds = Seconds::new(30 * DAY);
const DAY: u64 = 86_400;

const _: () = assert!(MAX_PERIOD.get() < MAX_AHEAD.get());
