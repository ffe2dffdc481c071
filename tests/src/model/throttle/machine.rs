//! The machine as the model sees it, so that a fault can be planted in one; and whose row it is.

use std::sync::LazyLock;

use sceau::mac::ServiceKey;
use sceau::state::{StateError, Transition};
use sceau::throttle::{Origin, Throttle, ThrottleOutcome, ThrottlePolicy, ThrottleSubject};
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

    /// As [`Throttle::lift`].
    ///
    /// # Errors
    ///
    /// Those of [`Throttle::lift`].
    fn lift(&self, row: &Throttle, owner: &Owner, now: UnixTime) -> Result<Throttle, StateError> {
        row.lift(owner.key, owner.subject, now)
    }
}

/// The core's machine.
pub struct Core;

impl Store<Throttle> for Core {}

impl Machine for Core {}

/// Whose row it is.
#[derive(Clone, Copy)]
pub struct Owner {
    /// The service's key.
    pub key: &'static ServiceKey,
    /// The account, or the address of origin.
    pub subject: ThrottleSubject<'static>,
}

/// Everybody who comes near a row.
pub struct People {
    /// Whose row it is.
    pub owner: Owner,
    /// Other ways to write the owner: the same row.
    pub same: Vec<Owner>,
    /// Those who are not the owner: another row.
    pub others: Vec<Owner>,
}

/// An account. Its name is the first half of an IPv6 address, byte for byte.
pub static ACCOUNT: LazyLock<People> = LazyLock::new(|| {
    let subject = ThrottleSubject::Account(b"seraphin");
    let others = [ThrottleSubject::Account(b"seraphina"), origin("7365:7261:7068:696e::1")];
    people(subject, &[], &others)
});

/// A house with an IPv6 network of its own.
pub static HOUSE: LazyLock<People> = LazyLock::new(|| {
    let same = ["2001:db8:0:7::", "2001:DB8:0:7:ffff:ffff:ffff:ffff"].map(origin);
    let account = ThrottleSubject::Account(&[0x20, 0x01, 0x0d, 0xb8, 0, 0, 0, 7]);
    let others = [account, origin("2001:db8:0:8::1"), origin("32.1.13.184")];
    people(origin("2001:db8:0:7::1"), &same, &others)
});

/// A school behind one IPv4 address.
pub static SCHOOL: LazyLock<People> = LazyLock::new(|| {
    let same = ["::ffff:203.0.113.7", "::FFFF:CB00:7107"].map(origin);
    let account = ThrottleSubject::Account(&[203, 0, 113, 7]);
    let others = [account, origin("203.0.113.8"), origin("cb00:7107::")];
    people(origin("203.0.113.7"), &same, &others)
});

fn people(
    subject: ThrottleSubject<'static>,
    same: &[ThrottleSubject<'static>],
    others: &[ThrottleSubject<'static>],
) -> People {
    let of = |subject: &ThrottleSubject<'static>| Owner { key: &KEY, subject: *subject };
    let keys: [&'static ServiceKey; 2] = [&KEY_UNDER_ANOTHER_ID, &ANOTHER_KEY];
    let under_other_keys = keys.map(|key| Owner { key, subject });
    let others = others.iter().map(of).chain(under_other_keys).collect();
    People { owner: of(&subject), same: same.iter().map(of).collect(), others }
}

fn origin(address: &str) -> ThrottleSubject<'static> {
    Origin::parse(address).expect("an address").into()
}

static KEY: LazyLock<ServiceKey> = LazyLock::new(|| key(1, 7));
static KEY_UNDER_ANOTHER_ID: LazyLock<ServiceKey> = LazyLock::new(|| key(2, 7));
static ANOTHER_KEY: LazyLock<ServiceKey> = LazyLock::new(|| key(1, 8));

fn key(id: u32, byte: u8) -> ServiceKey {
    ServiceKey::new(id, &[byte; 32]).expect("32 bytes")
}
