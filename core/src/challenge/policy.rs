//! What a service allows of a code.

use crate::code::Digits;
use crate::state::MAX_AHEAD;
use crate::time::Seconds;

/// The numbers of a policy, before they are checked. The default is SAG's where it is public.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct ChallengeLimits {
    /// How many digits the code has: 6 to 9, by default 6 (SAG).
    pub digits: Digits,
    /// How long a code is accepted: 1 to 600 s, by default 600 s (SAG; NIST SP 800-63B-4's bound).
    pub lifetime: Seconds,
    /// How many attempts each code has: 1 to 10, by default 5.
    pub attempts: u8,
    /// How long after a code no other can be had: at most the lifetime, by default 60 s.
    pub cooldown: Seconds,
    /// The time over which issues are counted: the lifetime to 30 days, by default a day.
    pub period: Seconds,
    /// How many codes a period has: 1 to 100, by default 10.
    pub issues: u8,
    /// How many consecutive wrong codes, over all codes, disable the row: 1 to 100 (NIST
    /// SP 800-63B-4's bound), by default 100.
    pub failures: u16,
}

impl Default for ChallengeLimits {
    fn default() -> Self {
        Self {
            digits: Digits::SIX,
            lifetime: Seconds::new(600),
            attempts: 5,
            cooldown: Seconds::new(60),
            period: Seconds::new(86_400),
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
        if !(1..=600).contains(&limits.lifetime.get()) {
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
}

/// Which number of a policy is out of its range.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum ChallengePolicyError {
    /// The lifetime is not 1 to 600 seconds.
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
const MAX_PERIOD: Seconds = Seconds::new(30 * 86_400);

const _: () = assert!(MAX_PERIOD.get() < MAX_AHEAD.get());
