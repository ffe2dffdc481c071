//! The remembered device: a token that changes at each use.

use std::mem::discriminant;

use sceau::device::{self, DEVICE_ENTROPY_BYTES, Device, DevicePolicyError};
use sceau::state::StateError;
use sceau::time::{Seconds, UnixTime};

use crate::key::ServiceKey;
use crate::message::{Words, export_words};
use crate::state::Entropy;

/// Which number of a policy is out of its range.
#[uniffi::remote(Error)]
pub enum DevicePolicyError {
    /// The lifetime.
    Lifetime,
}

/// Returns for how long a device is remembered by default.
#[uniffi::export]
#[must_use]
pub fn device_lifetime_default() -> Seconds {
    device::DevicePolicy::default().lifetime()
}

/// A policy whose number has been checked.
#[derive(uniffi::Object)]
pub struct DevicePolicy(device::DevicePolicy);

#[uniffi::export]
impl DevicePolicy {
    /// Checks for how long a device is remembered.
    ///
    /// # Errors
    ///
    /// [`DevicePolicyError::Lifetime`].
    #[uniffi::constructor]
    pub fn new(lifetime: Seconds) -> Result<Self, DevicePolicyError> {
        device::DevicePolicy::new(lifetime).map(Self)
    }
}

/// A device that is remembered from now on.
#[derive(uniffi::Record)]
pub struct RememberedDevice {
    /// What the device is to keep and to send.
    pub token: String,
    /// The new row.
    pub state: Vec<u8>,
    /// The first moment at which the device is no longer remembered.
    pub expires: UnixTime,
}

/// What became of a token that a device sent.
#[derive(uniffi::Enum)]
pub enum DeviceOutcome {
    /// The device is the remembered one.
    Accepted {
        /// What the device is to keep and to send the next time.
        token: String,
        /// The first moment at which the device is no longer remembered.
        expires: UnixTime,
        /// Whether `token` is new.
        rotated: bool,
    },
    /// A token that was replaced for good was used.
    Stolen,
    /// The device's time is over.
    Expired,
    /// The device was forgotten.
    Revoked,
    /// Not a token of this row.
    Unknown,
    /// Not the text of a token.
    Malformed,
}

impl From<device::DeviceOutcome> for DeviceOutcome {
    fn from(outcome: device::DeviceOutcome) -> Self {
        match outcome {
            device::DeviceOutcome::Accepted { token, expires, rotated } => {
                Self::Accepted { token: token.as_str().to_owned(), expires, rotated }
            }
            device::DeviceOutcome::Stolen => Self::Stolen,
            device::DeviceOutcome::Expired => Self::Expired,
            device::DeviceOutcome::Revoked => Self::Revoked,
            device::DeviceOutcome::Unknown => Self::Unknown,
            device::DeviceOutcome::Malformed => Self::Malformed,
        }
    }
}

/// What became of a token, and what to store.
#[derive(uniffi::Record)]
pub struct DeviceVerified {
    /// What became of the token.
    pub outcome: DeviceOutcome,
    /// The next state.
    pub next: Vec<u8>,
    /// The clock was behind the last time that the state knows.
    pub clock_back: bool,
}

export_words! { device_policy_error_words(DevicePolicyError); }

/// Returns the wire name and the sentences of this reason.
#[uniffi::export]
#[must_use]
pub fn device_outcome_words(reason: DeviceOutcome) -> Words {
    let kind = discriminant(&reason);
    let same = |one: &&device::DeviceOutcome| discriminant(&(*one).clone().into()) == kind;
    let reason = device::DeviceOutcome::ALL.iter().find(same);
    reason.map(|reason| Words::of(reason, reason.name())).unwrap_or_default()
}

/// Returns the generation of a state, which need not be authentic.
///
/// # Errors
///
/// [`StateError::Length`].
#[uniffi::export]
pub fn device_generation(state: Vec<u8>) -> Result<u64, StateError> {
    Ok(Device::from_bytes(&state)?.generation())
}

/// Returns the key under which a state is stored, which need not be authentic.
///
/// # Errors
///
/// [`StateError::Length`].
#[uniffi::export]
pub fn device_selector(state: Vec<u8>) -> Result<Vec<u8>, StateError> {
    Ok(Device::from_bytes(&state)?.selector().to_vec())
}

/// Returns the key of the row of a token, if the text has the form of one.
#[uniffi::export]
#[must_use]
pub fn device_token_selector(token: &str) -> Option<Vec<u8>> {
    device::selector(token.as_bytes()).map(|selector| selector.to_vec())
}

#[uniffi::export]
impl ServiceKey {
    /// Remembers a device of `user`: the only constructor of a state.
    pub fn device_remember(
        &self,
        user: Vec<u8>,
        selector: Entropy,
        seed: Entropy,
        now: UnixTime,
        policy: &DevicePolicy,
    ) -> RememberedDevice {
        let mut entropy = [0; DEVICE_ENTROPY_BYTES];
        for (place, byte) in
            entropy.iter_mut().zip(selector.bytes().into_iter().chain(seed.bytes()))
        {
            *place = byte;
        }
        let remembered = Device::remember(&self.0, &user, &entropy, now, &policy.0);
        RememberedDevice {
            token: remembered.token.as_str().to_owned(),
            state: remembered.state.as_bytes().to_vec(),
            expires: remembered.expires,
        }
    }

    /// Verifies the token that a device of `user` sent, at `now`.
    ///
    /// # Errors
    ///
    /// Every [`StateError`] but `WrongPurpose`.
    pub fn device_verify(
        &self,
        state: Vec<u8>,
        user: Vec<u8>,
        token: &str,
        now: UnixTime,
    ) -> Result<DeviceVerified, StateError> {
        let verified = Device::from_bytes(&state)?.verify(&self.0, &user, token.as_bytes(), now)?;
        Ok(DeviceVerified {
            outcome: verified.outcome.into(),
            next: verified.next.as_bytes().to_vec(),
            clock_back: verified.clock_back,
        })
    }

    /// Forgets the device; returns what to store.
    ///
    /// # Errors
    ///
    /// As `device_verify`.
    pub fn device_revoke(
        &self,
        state: Vec<u8>,
        user: Vec<u8>,
        now: UnixTime,
    ) -> Result<Vec<u8>, StateError> {
        let next = Device::from_bytes(&state)?.revoke(&self.0, &user, now)?;
        Ok(next.as_bytes().to_vec())
    }
}
