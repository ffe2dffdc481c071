//! For how long a service remembers a device.

use crate::state::MAX_AHEAD;
use crate::time::Seconds;

/// A policy whose number has been checked.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct DevicePolicy {
    lifetime: Seconds,
}

impl DevicePolicy {
    /// Checks for how long a device is remembered, from when the person signed in on: 1 s to 365
    /// days. Use does not lengthen it.
    ///
    /// # Errors
    ///
    /// [`DevicePolicyError::Lifetime`] outside that range.
    pub const fn new(lifetime: Seconds) -> Result<Self, DevicePolicyError> {
        match lifetime.get() {
            1..=MAX_LIFETIME => Ok(Self { lifetime }),
            _ => Err(DevicePolicyError::Lifetime),
        }
    }

    /// Returns for how long a device is remembered.
    pub const fn lifetime(&self) -> Seconds {
        self.lifetime
    }
}

/// 30 days, after which NIST SP 800-63B has a person authenticate again at its lowest level. SAG's
/// figure is not public.
impl Default for DevicePolicy {
    fn default() -> Self {
        Self { lifetime: Seconds::new(30 * 86_400) }
    }
}

/// Which number of a policy is out of its range.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum DevicePolicyError {
    /// The lifetime is not 1 second to 365 days.
    Lifetime,
}

wire_names!(DevicePolicyError { Lifetime => "device_policy_lifetime" });
error_display!(DevicePolicyError);

/// Below how long a state's clock may rest, so that a row is `Expired` before it is out of reach.
const MAX_LIFETIME: u64 = 365 * 86_400;

const _: () = assert!(MAX_LIFETIME < MAX_AHEAD.get());
