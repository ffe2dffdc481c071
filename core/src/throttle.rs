//! Lock-out: consecutive failures, delays that grow, suspension.
//!
//! [`Throttle::begin`] counts an attempt **before** the password or code is compared, and
//! [`Throttle::succeed`] takes the count back when it was right. So a hundred parallel guesses count
//! a hundred times, whichever the store lets through. Store the next state with a compare-and-set
//! on [`Throttle::generation`] before acting on an outcome. Absent accounts go through it too.

mod blob;
mod policy;

use crate::mac::ServiceKey;
use crate::state::{StateError, Transition, advance};
use crate::time::UnixTime;

use blob::Fields;
pub use blob::{THROTTLE_BYTES, Throttle};
pub use policy::{ThrottleLimits, ThrottlePolicy, ThrottlePolicyError};

/// Whether an attempt may go on.
#[must_use]
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum ThrottleOutcome {
    /// The attempt is counted; compare now.
    Allowed,
    /// Too soon after a failure; nothing is counted.
    Delayed {
        /// When the next attempt is allowed.
        until: UnixTime,
    },
    /// Suspended after many failures; nothing is counted.
    Suspended {
        /// When the suspension ends.
        until: UnixTime,
    },
    /// As many consecutive failures as the policy bears; only the service can lift it.
    Disabled,
}

wire_names!(ThrottleOutcome {
    Allowed => "allowed",
    Delayed { until: UnixTime::MIN } => "delayed",
    Suspended { until: UnixTime::MIN } => "suspended",
    Disabled => "disabled",
});

impl Throttle {
    /// Begins an attempt for `subject`, which is an account's name or an address of origin: the
    /// only constructor.
    ///
    /// # Errors
    ///
    /// Every [`StateError`] but `Length` and `WrongPurpose`, for `previous` or `now`; nothing is to
    /// be stored then.
    ///
    /// # Timing
    ///
    /// Depends on the length of `subject` and on the state; the state's tag is compared in constant
    /// time.
    ///
    /// # Example
    ///
    /// ```
    /// use sceau::mac::ServiceKey;
    /// use sceau::throttle::{Throttle, ThrottleOutcome, ThrottlePolicy};
    /// use sceau::time::UnixTime;
    ///
    /// let key = ServiceKey::new(1, &[7; 32])?;
    /// let (policy, now) = (ThrottlePolicy::default(), UnixTime::new(1_800_000_000));
    /// let mut row = None;
    /// for _ in 0..5 {
    ///     let step = Throttle::begin(row.as_ref(), &key, b"eseraphin", now, &policy)?;
    ///     row = Some(step.next);
    /// }
    /// let step = Throttle::begin(row.as_ref(), &key, b"eseraphin", now, &policy)?;
    /// assert!(matches!(step.outcome, ThrottleOutcome::Delayed { .. }));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn begin(
        previous: Option<&Self>,
        key: &ServiceKey,
        subject: &[u8],
        now: UnixTime,
        policy: &ThrottlePolicy,
    ) -> Result<Transition<ThrottleOutcome, Self>, StateError> {
        let mut fields = match previous {
            Some(previous) => previous.open(key, subject)?,
            None => Fields::new(key, now),
        };
        let clock_back = advance(&mut fields.generation, &mut fields.high_water, now)?;
        let outcome = fields.attempt(policy);
        Ok(Transition { outcome, next: fields.seal(key, subject), clock_back })
    }

    /// Ends the row of failures: the attempt that was begun succeeded.
    ///
    /// # Errors
    ///
    /// As [`Throttle::begin`].
    ///
    /// # Timing
    ///
    /// As [`Throttle::begin`].
    pub fn succeed(
        &self,
        key: &ServiceKey,
        subject: &[u8],
        now: UnixTime,
    ) -> Result<Self, StateError> {
        let mut fields = self.open(key, subject)?;
        let _clock_back = advance(&mut fields.generation, &mut fields.high_water, now)?;
        fields.failures = 0;
        fields.blocked_until = UnixTime::MIN;
        Ok(fields.seal(key, subject))
    }
}

impl Fields {
    fn attempt(&mut self, policy: &ThrottlePolicy) -> ThrottleOutcome {
        let limits = policy.limits();
        if self.failures >= limits.failures {
            return ThrottleOutcome::Disabled;
        }
        if self.high_water < self.blocked_until {
            let until = self.blocked_until;
            return if self.failures >= limits.suspend_after {
                ThrottleOutcome::Suspended { until }
            } else {
                ThrottleOutcome::Delayed { until }
            };
        }
        self.failures = self.failures.saturating_add(1);
        self.blocked_until = self.high_water.saturating_add(policy.pause(self.failures));
        ThrottleOutcome::Allowed
    }
}
