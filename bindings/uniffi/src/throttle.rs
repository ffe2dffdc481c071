//! Lock-out: consecutive failures, delays that grow, suspension.

use std::sync::Arc;

use sceau::state::StateError;
use sceau::throttle::{self, Throttle, ThrottleLimits, ThrottleOutcome, ThrottlePolicyError};
use sceau::time::{Seconds, UnixTime};

use crate::key::ServiceKey;
use crate::message::{export_words, message_until};

/// The numbers of a policy, before they are checked.
#[uniffi::remote(Record)]
pub struct ThrottleLimits {
    /// How many failures cost nothing.
    pub free: u16,
    /// The pause after the first failure beyond them.
    pub delay: Seconds,
    /// From how many failures on each one suspends.
    pub suspend_after: u16,
    /// How long a suspension lasts.
    pub suspension: Seconds,
    /// From how many consecutive failures on nothing is allowed any more.
    pub failures: u16,
    /// How long failures are remembered.
    pub window: Seconds,
}

/// Which number of a policy is out of its range.
#[uniffi::remote(Error)]
pub enum ThrottlePolicyError {
    /// The first delay.
    Delay,
    /// The failures that begin a suspension.
    SuspendAfter,
    /// The length of a suspension.
    Suspension,
    /// The failures that disable.
    Failures,
    /// The window of an address.
    Window,
}

/// Returns the numbers of the default policy.
#[uniffi::export]
#[must_use]
pub fn throttle_limits_default() -> ThrottleLimits {
    ThrottleLimits::default()
}

/// Returns the numbers of the default policy for addresses of origin.
#[uniffi::export]
#[must_use]
pub fn throttle_limits_origins() -> ThrottleLimits {
    ThrottleLimits::origins()
}

/// An address of origin.
#[derive(uniffi::Object)]
pub struct Origin(throttle::Origin);

/// Reads an address as it is written, if it is one.
#[uniffi::export]
#[must_use]
pub fn origin_parse(text: &str) -> Option<Arc<Origin>> {
    throttle::Origin::parse(text).map(|origin| Arc::new(Origin(origin)))
}

#[uniffi::export]
impl Origin {
    /// Whether both are one address, in the one form that counts.
    #[must_use]
    pub fn same(&self, other: &Origin) -> bool {
        self.0 == other.0
    }
}

/// Whose failures a row counts.
#[derive(uniffi::Enum)]
pub enum ThrottleSubject {
    /// An account.
    Account {
        /// Its name, any bytes.
        name: Vec<u8>,
    },
    /// An address of origin.
    Address {
        /// The address.
        origin: Arc<Origin>,
    },
}

impl ThrottleSubject {
    fn to_core(&self) -> throttle::ThrottleSubject<'_> {
        match self {
            Self::Account { name } => throttle::ThrottleSubject::Account(name),
            Self::Address { origin } => throttle::ThrottleSubject::Origin(origin.0),
        }
    }
}

/// A policy whose numbers have been checked.
#[derive(uniffi::Object)]
pub struct ThrottlePolicy(throttle::ThrottlePolicy);

#[uniffi::export]
impl ThrottlePolicy {
    /// Checks the numbers of a policy.
    ///
    /// # Errors
    ///
    /// The [`ThrottlePolicyError`] of the first number out of its range.
    #[uniffi::constructor]
    pub fn new(limits: ThrottleLimits) -> Result<Self, ThrottlePolicyError> {
        throttle::ThrottlePolicy::new(limits).map(Self)
    }
}

/// Whether an attempt may go on.
#[uniffi::remote(Enum)]
pub enum ThrottleOutcome {
    /// The attempt is counted; compare now.
    Allowed,
    /// Too soon after a failure.
    Delayed {
        /// When the next attempt is allowed.
        until: UnixTime,
    },
    /// Suspended after many failures.
    Suspended {
        /// When the suspension ends.
        until: UnixTime,
    },
    /// As many consecutive failures as the policy bears.
    Disabled,
}

/// Whether an attempt may go on, and what to store.
#[derive(uniffi::Record)]
pub struct ThrottleBegun {
    /// Whether it may.
    pub outcome: ThrottleOutcome,
    /// The next state.
    pub next: Vec<u8>,
    /// The clock was behind the last time that the state knows.
    pub clock_back: bool,
}

export_words! {
    throttle_outcome_words(ThrottleOutcome);
    throttle_policy_error_words(ThrottlePolicyError);
}

/// Says it with the caller's words for the moment until when.
#[uniffi::export]
#[must_use]
pub fn throttle_outcome_until(reason: ThrottleOutcome, french: bool, until: &str) -> String {
    message_until(&reason, french, until)
}

/// Returns the generation of a state, which need not be authentic.
///
/// # Errors
///
/// [`StateError::Length`].
#[uniffi::export]
pub fn throttle_generation(state: Vec<u8>) -> Result<u64, StateError> {
    Ok(Throttle::from_bytes(&state)?.generation())
}

#[uniffi::export]
impl ServiceKey {
    /// Begins an attempt for `subject`: the only constructor of a state.
    ///
    /// # Errors
    ///
    /// Every [`StateError`] but `WrongPurpose`.
    pub fn throttle_begin(
        &self,
        previous: Option<Vec<u8>>,
        subject: &ThrottleSubject,
        now: UnixTime,
        policy: &ThrottlePolicy,
    ) -> Result<ThrottleBegun, StateError> {
        let previous = previous.map(|bytes| Throttle::from_bytes(&bytes)).transpose()?;
        let begun = Throttle::begin(previous.as_ref(), &self.0, subject.to_core(), now, &policy.0)?;
        Ok(ThrottleBegun {
            outcome: begun.outcome,
            next: begun.next.as_bytes().to_vec(),
            clock_back: begun.clock_back,
        })
    }

    /// Ends the row of failures; returns what to store.
    ///
    /// # Errors
    ///
    /// As `throttle_begin`.
    pub fn throttle_succeed(
        &self,
        state: Vec<u8>,
        subject: &ThrottleSubject,
        now: UnixTime,
    ) -> Result<Vec<u8>, StateError> {
        let next = Throttle::from_bytes(&state)?.succeed(&self.0, subject.to_core(), now)?;
        Ok(next.as_bytes().to_vec())
    }

    /// Lifts a delay, a suspension or `Disabled`, at the service's word; returns what to store.
    ///
    /// # Errors
    ///
    /// As `throttle_begin`.
    pub fn throttle_lift(
        &self,
        state: Vec<u8>,
        subject: &ThrottleSubject,
        now: UnixTime,
    ) -> Result<Vec<u8>, StateError> {
        let next = Throttle::from_bytes(&state)?.lift(&self.0, subject.to_core(), now)?;
        Ok(next.as_bytes().to_vec())
    }
}
