//! The machine as the model sees it, so that a fault can be planted in one; and whose row it is.

use std::sync::LazyLock;

use sceau::challenge::{
    Challenge, ChallengeBinding, ChallengeChannel, ChallengeOutcome, ChallengePolicy,
    ChallengePurpose, DeliverOutcome, IssueOutcome,
};
use sceau::mac::ServiceKey;
use sceau::state::{StateError, Transition};
use sceau::time::UnixTime;

use crate::model::Store;

/// The machine, and the store that holds its row: the core and a store that compares and sets.
pub trait Machine: Store<Challenge> {
    /// As [`Challenge::issue`].
    ///
    /// # Errors
    ///
    /// Those of [`Challenge::issue`].
    fn issue(
        &self,
        previous: Option<&Challenge>,
        owner: &Owner,
        entropy: &[u8; 16],
        now: UnixTime,
        policy: &ChallengePolicy,
    ) -> Result<Transition<IssueOutcome, Challenge>, StateError> {
        Challenge::issue(previous, owner.key, &owner.binding, entropy, now, policy)
    }

    /// As [`Challenge::verify`].
    ///
    /// # Errors
    ///
    /// Those of [`Challenge::verify`].
    fn verify(
        &self,
        row: &Challenge,
        owner: &Owner,
        typed: &str,
        now: UnixTime,
    ) -> Result<Transition<ChallengeOutcome, Challenge>, StateError> {
        row.verify(owner.key, &owner.binding, typed, now)
    }

    /// As [`Challenge::deliver`].
    ///
    /// # Errors
    ///
    /// Those of [`Challenge::deliver`].
    fn deliver(
        &self,
        row: &Challenge,
        owner: &Owner,
        now: UnixTime,
    ) -> Result<DeliverOutcome, StateError> {
        row.deliver(owner.key, &owner.binding, now)
    }

    /// As [`Challenge::lift`].
    ///
    /// # Errors
    ///
    /// Those of [`Challenge::lift`].
    fn lift(&self, row: &Challenge, owner: &Owner, now: UnixTime) -> Result<Challenge, StateError> {
        row.lift(owner.key, &owner.binding, now)
    }
}

/// The core's machine.
pub struct Core;

impl Store<Challenge> for Core {}

impl Machine for Core {}

/// Whose row it is.
pub struct Owner {
    /// The service's key.
    pub key: &'static ServiceKey,
    /// What the code is bound to.
    pub binding: ChallengeBinding<'static>,
}

/// What is not the row's own.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Other {
    /// Another account.
    User,
    /// Another address.
    Destination,
    /// Another purpose.
    Purpose,
    /// Another channel.
    Channel,
    /// Another key under another key id.
    KeyId,
    /// Another key under the same key id.
    Key,
}

const BINDING: ChallengeBinding<'_> = ChallengeBinding {
    purpose: ChallengePurpose::AddressValidation,
    channel: ChallengeChannel::Email,
    user: b"eseraphin",
    destination: b"elise@example.org",
};

static KEY: LazyLock<ServiceKey> = LazyLock::new(|| key(1, 7));
static KEY_UNDER_ANOTHER_ID: LazyLock<ServiceKey> = LazyLock::new(|| key(2, 7));
static ANOTHER_KEY: LazyLock<ServiceKey> = LazyLock::new(|| key(1, 8));

fn key(id: u32, byte: u8) -> ServiceKey {
    ServiceKey::new(id, &[byte; 32]).expect("32 bytes")
}

/// Who the row belongs to.
pub static OWNER: LazyLock<Owner> = LazyLock::new(|| Owner { key: &KEY, binding: BINDING });

pub(super) static OTHERS: LazyLock<[(Other, Owner); 6]> = LazyLock::new(|| {
    let bound = |binding| Owner { key: &KEY, binding };
    let purpose = ChallengePurpose::Recovery;
    [
        (Other::User, bound(ChallengeBinding { user: b"eseraphine", ..BINDING })),
        (Other::Destination, bound(ChallengeBinding { destination: b"e@example.org", ..BINDING })),
        (Other::Purpose, bound(ChallengeBinding { purpose, ..BINDING })),
        (Other::Channel, bound(ChallengeBinding { channel: ChallengeChannel::Text, ..BINDING })),
        (Other::KeyId, Owner { key: &KEY_UNDER_ANOTHER_ID, binding: BINDING }),
        (Other::Key, Owner { key: &ANOTHER_KEY, binding: BINDING }),
    ]
});
