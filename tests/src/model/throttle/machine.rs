//! The machine as the model sees it, so that a fault can be planted in one; and whose row it is.

use std::sync::LazyLock;

use sceau::mac::ServiceKey;
use sceau::state::{StateError, Transition};
use sceau::throttle::{Throttle, ThrottleOutcome, ThrottlePolicy};
use sceau::time::UnixTime;

use crate::model::Store;

/// The machine, and the store that holds its row: the core and a store that compares and sets.
pub trait Machine: Store<Throttle> {
    /// As [`Throttle::begin`].
    ///
    /// # Errors
    ///
    /// Those of [`Throttle::begin`].
    fn begin(
        &self,
        previous: Option<&Throttle>,
        owner: &Owner,
        now: UnixTime,
        policy: &ThrottlePolicy,
    ) -> Result<Transition<ThrottleOutcome, Throttle>, StateError> {
        Throttle::begin(previous, owner.key, owner.subject, now, policy)
    }

    /// As [`Throttle::succeed`].
    ///
    /// # Errors
    ///
    /// Those of [`Throttle::succeed`].
    fn succeed(
        &self,
        row: &Throttle,
        owner: &Owner,
        now: UnixTime,
    ) -> Result<Throttle, StateError> {
        row.succeed(owner.key, owner.subject, now)
    }
}

/// The core's machine.
pub struct Core;

impl Store<Throttle> for Core {}

impl Machine for Core {}

/// Whose row it is.
pub struct Owner {
    /// The service's key.
    pub key: &'static ServiceKey,
    /// The account's name, or an address of origin.
    pub subject: &'static [u8],
}

static KEY: LazyLock<ServiceKey> = LazyLock::new(|| key(1, 7));
static KEY_UNDER_ANOTHER_ID: LazyLock<ServiceKey> = LazyLock::new(|| key(2, 7));
static ANOTHER_KEY: LazyLock<ServiceKey> = LazyLock::new(|| key(1, 8));

fn key(id: u32, byte: u8) -> ServiceKey {
    ServiceKey::new(id, &[byte; 32]).expect("32 bytes")
}

pub(super) static OWNER: LazyLock<Owner> =
    LazyLock::new(|| Owner { key: &KEY, subject: b"eseraphin" });

pub(super) static OTHERS: LazyLock<[Owner; 3]> = LazyLock::new(|| {
    [
        Owner { key: &KEY, subject: b"eseraphine" },
        Owner { key: &KEY_UNDER_ANOTHER_ID, subject: b"eseraphin" },
        Owner { key: &ANOTHER_KEY, subject: b"eseraphin" },
    ]
});
