//! The machine as the model sees it, so that a fault can be planted in one; and whose row it is.

use std::sync::LazyLock;

use sceau::code::LetterCode;
use sceau::mac::ServiceKey;
use sceau::otp::{RECOVERY_CODES, RecoveryCodes, RecoveryOutcome};
use sceau::state::{StateError, Transition};

use super::text;
use crate::model::{Store, Text};

/// The machine, and the store that holds its row: the core and a store that compares and sets.
pub trait Machine: Store<RecoveryCodes> {
    /// As [`RecoveryCodes::generate`], each time with the same entropy.
    ///
    /// # Errors
    ///
    /// Those of [`RecoveryCodes::generate`].
    fn generate(
        &self,
        previous: Option<&RecoveryCodes>,
        owner: &Owner,
    ) -> Result<Transition<[LetterCode; RECOVERY_CODES], RecoveryCodes>, StateError> {
        RecoveryCodes::generate(previous, owner.key, owner.user, &ENTROPY)
    }

    /// As [`RecoveryCodes::verify`].
    ///
    /// # Errors
    ///
    /// Those of [`RecoveryCodes::verify`].
    fn verify(
        &self,
        row: &RecoveryCodes,
        owner: &Owner,
        typed: &str,
    ) -> Result<Transition<RecoveryOutcome, RecoveryCodes>, StateError> {
        row.verify(owner.key, owner.user, typed)
    }

    /// As [`RecoveryCodes::left`].
    ///
    /// # Errors
    ///
    /// Those of [`RecoveryCodes::left`].
    fn left(&self, row: &RecoveryCodes, owner: &Owner) -> Result<u8, StateError> {
        row.left(owner.key, owner.user)
    }
}

/// The core's machine.
pub struct Core;

impl Store<RecoveryCodes> for Core {}

impl Machine for Core {}

/// Whose row it is.
pub struct Owner {
    /// The service's key.
    pub key: &'static ServiceKey,
    /// The account.
    pub user: &'static [u8],
}

/// What a caller's generator gives that is broken: always the same.
const ENTROPY: [u8; 16] = [9; 16];

static KEY: LazyLock<ServiceKey> = LazyLock::new(|| key(1, 7));
static KEY_UNDER_ANOTHER_ID: LazyLock<ServiceKey> = LazyLock::new(|| key(2, 7));
static ANOTHER_KEY: LazyLock<ServiceKey> = LazyLock::new(|| key(1, 8));

fn key(id: u32, byte: u8) -> ServiceKey {
    ServiceKey::new(id, &[byte; 32]).expect("32 bytes")
}

/// Who the row belongs to.
pub static OWNER: LazyLock<Owner> = LazyLock::new(|| Owner { key: &KEY, user: b"eseraphin" });

pub(super) static OTHERS: LazyLock<[Owner; 3]> = LazyLock::new(|| {
    [
        Owner { key: &KEY, user: b"eseraphine" },
        Owner { key: &KEY_UNDER_ANOTHER_ID, user: b"eseraphin" },
        Owner { key: &ANOTHER_KEY, user: b"eseraphin" },
    ]
});

/// The first list of another user.
pub(super) static FOREIGN: LazyLock<Vec<Text>> = LazyLock::new(|| {
    let [other, ..] = &*OTHERS;
    let made = Core.generate(None, other).expect("a first row");
    made.outcome.iter().map(text).collect()
});
