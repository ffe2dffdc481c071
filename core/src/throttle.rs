//! Lock-out: consecutive failures, delays that grow, suspension.
//!
//! [`Throttle::begin`] counts an attempt **before** the password or code is compared, and
//! [`Throttle::succeed`] takes the count back when it was right. So a hundred parallel guesses count
//! a hundred times, whichever the store lets through. Store the next state with a compare-and-set
//! on [`Throttle::generation`] before acting on an outcome. Absent accounts go through it too.
//!
//! Two rows guard a sign-in, the one of the address of origin and the one of the account, in this
//! order: what the first delays is not counted against the second, so that an address that guesses
//! cannot lock out every account. A success ends the account's failures; to the address it gives
//! back the one attempt, or a thief would clear an address's row by signing in to an account of his.

mod address;
mod blob;
mod machine;
mod policy;
mod subject;

use crate::mac::ServiceKey;
use crate::state::{StateError, Transition, advance, set_clock};
use crate::time::UnixTime;

use blob::Fields;
pub use blob::{THROTTLE_BYTES, Throttle};
pub use policy::{ThrottleLimits, ThrottlePolicy, ThrottlePolicyError};
pub use subject::{Origin, ThrottleSubject};

/// Whether an attempt may go on.
#[must_use]
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum ThrottleOutcome {
    /// The attempt is counted; compare now.
    Allowed,
    /// Too soon after a failure, or too many from one address; nothing is counted.
    Delayed {
        /// When the next attempt is allowed.
        until: UnixTime,
    },
    /// An account is suspended after many failures; nothing is counted.
    Suspended {
        /// When the suspension ends.
        until: UnixTime,
    },
    /// An account has as many consecutive failures as the policy bears; only the service can
    /// [lift](Throttle::lift) it.
    Disabled,
}

wire_names!(ThrottleOutcome {
    Allowed => "allowed",
    Delayed { until: UnixTime::MIN } => "delayed",
    Suspended { until: UnixTime::MIN } => "suspended",
    Disabled => "disabled",
});

impl Throttle {
    /// Begins an attempt of `subject`, an account's name or an [`Origin`]: the only constructor.
    ///
    /// # Errors
    ///
    /// Every [`StateError`] but `Length` and `SignInChannel`, for `policy`, `previous` or `now`;
    /// nothing is to be stored then.
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
    /// use sceau::throttle::{
    ///     Origin, Throttle, ThrottleLimits, ThrottleOutcome, ThrottlePolicy,
    /// };
    /// use sceau::time::UnixTime;
    ///
    /// let key = ServiceKey::new(1, &[7; 32])?;
    /// let now = UnixTime::new(1_800_000_000);
    /// let origins = ThrottlePolicy::new(ThrottleLimits::origins())?;
    /// let origin = Origin::parse("203.0.113.7").ok_or("an address")?;
    /// let step = Throttle::begin(None, &key, origin, now, &origins)?;
    /// assert_eq!(step.outcome, ThrottleOutcome::Allowed);
    ///
    /// let accounts = ThrottlePolicy::default();
    /// let mut row = None;
    /// for _ in 0..5 {
    ///     let step = Throttle::begin(row.as_ref(), &key, b"eseraphin", now, &accounts)?;
    ///     row = Some(step.next);
    /// }
    /// let step = Throttle::begin(row.as_ref(), &key, b"eseraphin", now, &accounts)?;
    /// assert!(matches!(step.outcome, ThrottleOutcome::Delayed { .. }));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn begin<'a>(
        previous: Option<&Self>,
        key: &ServiceKey,
        subject: impl Into<ThrottleSubject<'a>>,
        now: UnixTime,
        policy: &ThrottlePolicy,
    ) -> Result<Transition<ThrottleOutcome, Self>, StateError> {
        let subject = &subject.into();
        subject.check(policy)?;
        let mut fields = match previous {
            Some(previous) => previous.open(key, subject)?,
            None => Fields::new(key, now),
        };
        let clock_back = advance(&mut fields.generation, &mut fields.high_water, now)?;
        let outcome = fields.attempt(policy);
        Ok(Transition { outcome, next: fields.seal(key, subject), clock_back })
    }

    /// Says that the attempt that was begun succeeded.
    ///
    /// It ends an account's row of failures. To an address it gives back the one attempt, and
    /// shortens no delay.
    ///
    /// # Errors
    ///
    /// As [`Throttle::begin`], but for `WrongPolicy`.
    ///
    /// # Timing
    ///
    /// As [`Throttle::begin`].
    pub fn succeed<'a>(
        &self,
        key: &ServiceKey,
        subject: impl Into<ThrottleSubject<'a>>,
        now: UnixTime,
    ) -> Result<Self, StateError> {
        let subject = &subject.into();
        let mut fields = self.open(key, subject)?;
        let _clock_back = advance(&mut fields.generation, &mut fields.high_water, now)?;
        match subject {
            ThrottleSubject::Account(_) => fields.forget(),
            ThrottleSubject::Origin(_) => fields.failures = fields.failures.saturating_sub(1),
        }
        Ok(fields.seal(key, subject))
    }

    /// Lifts a delay, a suspension or `Disabled`: failures begin anew, and the row's time becomes
    /// `now`, even if it ran ahead.
    ///
    /// For the service, never for the person: it has made sure by other means who asks, and it
    /// trusts its clock. It also frees a row whose time a wrong clock has moved far ahead.
    ///
    /// # Errors
    ///
    /// As [`Throttle::succeed`]; `ClockAhead` only from [`LATEST`](crate::state::LATEST) on.
    ///
    /// # Timing
    ///
    /// As [`Throttle::begin`].
    pub fn lift<'a>(
        &self,
        key: &ServiceKey,
        subject: impl Into<ThrottleSubject<'a>>,
        now: UnixTime,
    ) -> Result<Self, StateError> {
        let subject = &subject.into();
        let mut fields = self.open(key, subject)?;
        set_clock(&mut fields.generation, &mut fields.high_water, now)?;
        fields.forget();
        Ok(fields.seal(key, subject))
    }
}
