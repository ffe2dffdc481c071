//! The machine, so that a bug can be planted in it.

use sceau::mac::ServiceKey;
use sceau::state::{StateError, Transition};
use sceau::throttle::{Origin, Throttle, ThrottleOutcome, ThrottlePolicy, ThrottleSubject};
use sceau::time::UnixTime;

/// The machine that a life is led with, under the one key of these laws.
pub trait Machine {
    /// As [`Throttle::begin`].
    ///
    /// # Errors
    ///
    /// Those of [`Throttle::begin`].
    fn begin(
        &self,
        previous: Option<&Throttle>,
        subject: ThrottleSubject<'_>,
        now: UnixTime,
        policy: &ThrottlePolicy,
    ) -> Result<Transition<ThrottleOutcome, Throttle>, StateError> {
        Throttle::begin(previous, &key(), subject, now, policy)
    }

    /// As [`Throttle::succeed`].
    ///
    /// # Errors
    ///
    /// Those of [`Throttle::succeed`].
    fn succeed(
        &self,
        row: &Throttle,
        subject: ThrottleSubject<'_>,
        now: UnixTime,
    ) -> Result<Throttle, StateError> {
        row.succeed(&key(), subject, now)
    }

    /// As [`Throttle::lift`].
    ///
    /// # Errors
    ///
    /// Those of [`Throttle::lift`].
    fn lift(
        &self,
        row: &Throttle,
        subject: ThrottleSubject<'_>,
        now: UnixTime,
    ) -> Result<Throttle, StateError> {
        row.lift(&key(), subject, now)
    }

    /// As [`Origin::parse`].
    fn origin(&self, address: &str) -> Option<Origin> {
        Origin::parse(address)
    }
}

/// The core's machine.
pub struct Core;

impl Machine for Core {}

fn key() -> ServiceKey {
    ServiceKey::new(1, &[7; 32]).expect("32 bytes")
}
