//! How many failures a service bears, and what they cost.

use crate::time::Seconds;

/// The numbers of a policy, before they are checked. None of them is public for SAG.
///
/// The default is for accounts; [`ThrottleLimits::origins`] is for addresses of origin.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct ThrottleLimits {
    /// How many failures cost nothing: fewer than `suspend_after`; by default 4, 200 for an address.
    pub free: u16,
    /// The pause after the first failure beyond them, which doubles with each further one: 1 to
    /// 3,600 s, by default 2 s.
    pub delay: Seconds,
    /// From how many failures on each one suspends: more than `free`; by default 10,
    /// 210 for an address.
    pub suspend_after: u16,
    /// How long a suspension lasts: 1 s to 30 days, by default 900 s.
    pub suspension: Seconds,
    /// From how many failures on nothing is allowed any more. For an account: `suspend_after` to 100
    /// in a row (NIST SP 800-63B-4's bound), by default 100, until the service lifts it. For an
    /// address: `suspend_after` to 10,000, by default 1,000, until the window ends.
    pub failures: u16,
    /// How long failures are remembered: 0 for an account, for as long as they follow one another;
    /// 60 s to 30 days for an address, by default a day.
    pub window: Seconds,
}

impl ThrottleLimits {
    /// Returns the default numbers for addresses of origin, behind which many people can be: a school,
    /// a library, a mobile network.
    pub const fn origins() -> Self {
        Self {
            free: 200,
            delay: Seconds::new(2),
            suspend_after: 210,
            suspension: Seconds::new(900),
            failures: 1_000,
            window: Seconds::new(86_400),
        }
    }
}

impl Default for ThrottleLimits {
    fn default() -> Self {
        Self {
            free: 4,
            delay: Seconds::new(2),
            suspend_after: 10,
            suspension: Seconds::new(900),
            failures: 100,
            window: ACCOUNT,
        }
    }
}

/// A policy whose numbers have been checked.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct ThrottlePolicy {
    limits: ThrottleLimits,
}

impl ThrottlePolicy {
    /// Checks the numbers of a policy.
    ///
    /// # Errors
    ///
    /// The [`ThrottlePolicyError`] of the first number outside the range that its field states.
    pub fn new(limits: ThrottleLimits) -> Result<Self, ThrottlePolicyError> {
        if !(1..=3_600).contains(&limits.delay.get()) {
            return Err(ThrottlePolicyError::Delay);
        }
        if limits.suspend_after <= limits.free {
            return Err(ThrottlePolicyError::SuspendAfter);
        }
        if !(1..=30 * 86_400).contains(&limits.suspension.get()) {
            return Err(ThrottlePolicyError::Suspension);
        }
        let most = if limits.window == ACCOUNT { MAX_FAILURES } else { MAX_ORIGIN_FAILURES };
        if !(limits.suspend_after..=most).contains(&limits.failures) {
            return Err(ThrottlePolicyError::Failures);
        }
        if limits.window != ACCOUNT && !(60..=30 * 86_400).contains(&limits.window.get()) {
            return Err(ThrottlePolicyError::Window);
        }
        Ok(Self { limits })
    }

    /// Returns the numbers.
    pub const fn limits(&self) -> &ThrottleLimits {
        &self.limits
    }

    /// Whether the policy is one for addresses of origin.
    pub(super) const fn is_of_origins(&self) -> bool {
        self.limits.window.get() != ACCOUNT.get()
    }

    /// Returns the pause that the last of so many consecutive failures costs.
    pub(super) fn pause(&self, failures: u16) -> Seconds {
        let limits = &self.limits;
        if failures >= limits.suspend_after {
            return limits.suspension;
        }
        if failures <= limits.free {
            return Seconds::new(0);
        }
        let doublings = u32::from(failures.saturating_sub(limits.free)).saturating_sub(1);
        let delay = limits.delay.get().saturating_mul(2_u64.saturating_pow(doublings));
        Seconds::new(delay.min(limits.suspension.get()))
    }
}

/// Which number of a policy is out of its range.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum ThrottlePolicyError {
    /// The first delay is not 1 to 3,600 seconds.
    Delay,
    /// Suspension begins before the free failures are over.
    SuspendAfter,
    /// A suspension is not 1 second to 30 days.
    Suspension,
    /// The failures are fewer than suspension needs, or more than 100 (10,000 for an address).
    Failures,
    /// The window is not 60 seconds to 30 days, nor the 0 of an account.
    Window,
}

wire_names!(ThrottlePolicyError {
    Delay => "throttle_policy_delay",
    SuspendAfter => "throttle_policy_suspend_after",
    Suspension => "throttle_policy_suspension",
    Failures => "throttle_policy_failures",
    Window => "throttle_policy_window",
});
error_display!(ThrottlePolicyError);

/// The window of an account's policy.
const ACCOUNT: Seconds = Seconds::new(0);
/// NIST SP 800-63B-4 §3.2.2.
const MAX_FAILURES: u16 = 100;
const MAX_ORIGIN_FAILURES: u16 = 10_000;
