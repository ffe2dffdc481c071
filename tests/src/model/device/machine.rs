//! The machine as the model sees it, so that a fault can be planted in one; and whose row it is.

use std::sync::LazyLock;

use sceau::device::{Device, DeviceOutcome, DevicePolicy, RememberedDevice};
use sceau::mac::ServiceKey;
use sceau::state::{StateError, Transition};
use sceau::time::UnixTime;

use crate::model::Store;

/// The machine, and the store that holds its row: the core and a store that compares and sets.
pub trait Machine: Store<Device> {
    /// As [`Device::remember`].
    fn remember(&self, owner: &Owner, now: UnixTime, policy: &DevicePolicy) -> RememberedDevice {
        Device::remember(owner.key, owner.user, &ENTROPY, now, policy)
    }

    /// As [`Device::verify`].
    ///
    /// # Errors
    ///
    /// Those of [`Device::verify`].
    fn verify(
        &self,
        row: &Device,
        owner: &Owner,
        token: &str,
        now: UnixTime,
    ) -> Result<Transition<DeviceOutcome, Device>, StateError> {
        row.verify(owner.key, owner.user, token.as_bytes(), now)
    }

    /// As [`Device::revoke`].
    ///
    /// # Errors
    ///
    /// Those of [`Device::revoke`].
    fn revoke(&self, row: &Device, owner: &Owner, now: UnixTime) -> Result<Device, StateError> {
        row.revoke(owner.key, owner.user, now)
    }
}

/// The core's machine.
pub struct Core;

impl Store<Device> for Core {}

impl Machine for Core {}

/// Whose row it is.
pub struct Owner {
    /// The service's key.
    pub key: &'static ServiceKey,
    /// The account.
    pub user: &'static [u8],
}

/// The entropy of the device.
const ENTROPY: [u8; 32] = [9; 32];

static KEY: LazyLock<ServiceKey> = LazyLock::new(|| key(1, 7));
static KEY_UNDER_ANOTHER_ID: LazyLock<ServiceKey> = LazyLock::new(|| key(2, 7));
static ANOTHER_KEY: LazyLock<ServiceKey> = LazyLock::new(|| key(1, 8));

fn key(id: u32, byte: u8) -> ServiceKey {
    ServiceKey::new(id, &[byte; 32]).expect("32 bytes")
}

pub(super) static OWNER: LazyLock<Owner> =
    LazyLock::new(|| Owner { key: &KEY, user: b"eseraphin" });

pub(super) static OTHERS: LazyLock<[Owner; 3]> = LazyLock::new(|| {
    [
        Owner { key: &KEY, user: b"eseraphine" },
        Owner { key: &KEY_UNDER_ANOTHER_ID, user: b"eseraphin" },
        Owner { key: &ANOTHER_KEY, user: b"eseraphin" },
    ]
});
