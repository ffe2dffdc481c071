//! The machine as the model sees it, so that a fault can be planted in one; and whose row it is.

use std::sync::LazyLock;

use sceau::challenge::{
    Challenge, ChallengeBinding, ChallengeChannel, ChallengeLimits, ChallengeOutcome,
    ChallengePolicy, ChallengePurpose, DeliverOutcome, IssueOutcome,
};
use sceau::mac::ServiceKey;
use sceau::state::{StateError, Transition};
use sceau::time::UnixTime;

use super::text;
use crate::model::{START, Store, Text};

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

impl Other {
    pub(super) const ALL: [Self; 6] =
        [Self::User, Self::Destination, Self::Purpose, Self::Channel, Self::KeyId, Self::Key];
}

/// Everybody who comes near a row.
pub struct People {
    /// Whose row it is.
    pub owner: Owner,
    /// Those who are not the owner.
    pub(super) others: Vec<(Other, Owner)>,
    /// Codes as the row's, and none of them.
    pub wrong: [Text; 3],
}

/// A code of six digits that is e-mailed.
pub static EMAILED: LazyLock<People> = LazyLock::new(|| {
    let binding = binding(ChallengeChannel::Email, b"elise@example.org");
    let wrong = ["000000", "000001", "000002"].map(text);
    people(binding, &[ChallengeChannel::Text, ChallengeChannel::Post], wrong)
});

/// A code of letters that is posted.
pub static POSTED: LazyLock<People> = LazyLock::new(|| {
    let binding = binding(ChallengeChannel::Post, "2, rue des Jardins".as_bytes());
    let owner = Owner { key: &KEY, binding };
    let (now, policy) = (UnixTime::new(START), ChallengePolicy::new(ChallengeLimits::post()));
    // Of entropy that no life has.
    let wrong = [0xfd, 0xfe, 0xff].map(|byte| {
        let policy = policy.as_ref().expect("the default numbers");
        let issued = Core.issue(None, &owner, &[byte; 16], now, policy).expect("a first row");
        let IssueOutcome::Issued { code, .. } = issued.outcome else { panic!("a first code") };
        text(code.compact().as_str())
    });
    people(binding, &[ChallengeChannel::Email, ChallengeChannel::Text], wrong)
});

fn people(
    binding: ChallengeBinding<'static>,
    channels: &[ChallengeChannel],
    wrong: [Text; 3],
) -> People {
    let bound = |binding| Owner { key: &KEY, binding };
    let purpose = ChallengePurpose::Recovery;
    let mut others = vec![
        (Other::User, bound(ChallengeBinding { user: b"eseraphine", ..binding })),
        (Other::Destination, bound(ChallengeBinding { destination: b"e@example.org", ..binding })),
        (Other::Purpose, bound(ChallengeBinding { purpose, ..binding })),
        (Other::KeyId, Owner { key: &KEY_UNDER_ANOTHER_ID, binding }),
        (Other::Key, Owner { key: &ANOTHER_KEY, binding }),
    ];
    let over = |&channel| (Other::Channel, bound(ChallengeBinding { channel, ..binding }));
    others.extend(channels.iter().map(over));
    People { owner: bound(binding), others, wrong }
}

fn binding(channel: ChallengeChannel, destination: &'static [u8]) -> ChallengeBinding<'static> {
    let purpose = ChallengePurpose::AddressValidation;
    ChallengeBinding { purpose, channel, user: b"eseraphin", destination }
}

static KEY: LazyLock<ServiceKey> = LazyLock::new(|| key(1, 7));
static KEY_UNDER_ANOTHER_ID: LazyLock<ServiceKey> = LazyLock::new(|| key(2, 7));
static ANOTHER_KEY: LazyLock<ServiceKey> = LazyLock::new(|| key(1, 8));

fn key(id: u32, byte: u8) -> ServiceKey {
    ServiceKey::new(id, &[byte; 32]).expect("32 bytes")
}
