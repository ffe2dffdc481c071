//! Faults of the remembered device's machine and of its store.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;

use sceau::device::{Device, DeviceOutcome, DevicePolicy, DeviceToken, RememberedDevice};
use sceau::state::{StateError, Transition};
use sceau::time::UnixTime;
use sceau_tests::model::device::{Core, Machine, Owner};
use sceau_tests::model::{Law, Store};

/// What is wrong.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Fault {
    /// A token that was replaced for good is excused.
    EndlessGrace,
    /// Theft is told, and not stored.
    TheftForgotten,
    /// Revocation is not stored.
    RevocationForgotten,
    /// What has expired is verified with the time of a second ago.
    SlowClock,
    /// A token that is made up ends the row.
    NoiseEnds,
    /// The user is no part of what a token is bound to.
    AnyUser,
    /// The store does not compare.
    NoComparison,
    /// A byte that is not used comes back as another.
    AnotherByte,
    /// The answer depends on how often the machine was asked.
    Moody,
    /// A clock that went back is not mentioned.
    ClockUnmentioned,
    /// Revocation leaves the row as it was.
    NoGeneration,
    /// Two tabs are taken for a theft.
    NoGrace,
}

/// Each fault, and the law that must not hold.
pub(crate) const FAULTS: [(Fault, Law); 12] = [
    (Fault::EndlessGrace, Law::Theft),
    (Fault::TheftForgotten, Law::Ended),
    (Fault::RevocationForgotten, Law::Ended),
    (Fault::SlowClock, Law::Life),
    (Fault::NoiseEnds, Law::Noise),
    (Fault::AnyUser, Law::Stranger),
    (Fault::NoComparison, Law::Stale),
    (Fault::AnotherByte, Law::Bytes),
    (Fault::Moody, Law::Function),
    (Fault::ClockUnmentioned, Law::Clock),
    (Fault::NoGeneration, Law::Generation),
    (Fault::NoGrace, Law::Answer),
];

/// A machine with a fault.
pub(crate) struct Faulty {
    fault: Fault,
    asked: Cell<u8>,
    /// The token that was given with each row.
    given: RefCell<HashMap<Vec<u8>, DeviceToken>>,
    /// The row before each row that theft or revocation made.
    before: RefCell<HashMap<Vec<u8>, Device>>,
}

impl Faulty {
    pub(crate) fn new(fault: Fault) -> Self {
        Self { fault, asked: Cell::new(0), given: RefCell::default(), before: RefCell::default() }
    }

    fn owner(&self, owner: &Owner) -> Owner {
        let any = self.fault == Fault::AnyUser;
        Owner { key: owner.key, user: if any { b"" } else { owner.user } }
    }
}

impl Machine for Faulty {
    fn remember(&self, owner: &Owner, now: UnixTime, policy: &DevicePolicy) -> RememberedDevice {
        Core.remember(&self.owner(owner), now, policy)
    }

    fn verify(
        &self,
        row: &Device,
        owner: &Owner,
        sent: &str,
        now: UnixTime,
    ) -> Result<Transition<DeviceOutcome, Device>, StateError> {
        use DeviceOutcome::{Accepted, Expired, Revoked, Stolen, Unknown};
        let owner = self.owner(owner);
        let verified = Core.verify(row, &owner, sent, now)?;
        self.asked.set(self.asked.get().wrapping_add(1));
        let bytes = verified.next.as_bytes().to_vec();
        if let Accepted { token, .. } = &verified.outcome {
            self.given.borrow_mut().insert(bytes, token.clone());
        } else if matches!(verified.outcome, Stolen) {
            self.before.borrow_mut().entry(bytes).or_insert(*row);
        }
        // What the row before the end would have answered.
        let unended = |row: &Device| {
            let before = self.before.borrow().get(row.as_bytes().as_slice()).copied();
            before.and_then(|before| Core.verify(&before, &owner, sent, now).ok())
        };
        Ok(match (self.fault, &verified.outcome) {
            (Fault::EndlessGrace, Stolen) => {
                let given = self.given.borrow().get(row.as_bytes().as_slice()).cloned();
                let accepted = |token| Accepted { token, expires: now, rotated: false };
                let outcome = given.map_or(Stolen, accepted);
                Transition { outcome, ..verified }
            }
            (Fault::TheftForgotten, Stolen) | (Fault::RevocationForgotten, Revoked) => {
                let outcome = unended(row).map_or(verified.outcome, |unended| unended.outcome);
                Transition { outcome, ..verified }
            }
            (Fault::SlowClock, Expired) => {
                let earlier = UnixTime::new(now.seconds() - 1);
                let earlier = Core.verify(row, &owner, sent, earlier)?;
                if matches!(earlier.outcome, Accepted { .. }) { earlier } else { verified }
            }
            (Fault::NoiseEnds, Unknown) => {
                Transition { next: Core.revoke(row, &owner, now)?, ..verified }
            }
            (Fault::NoGrace, Accepted { rotated: false, .. }) => {
                Transition { outcome: Stolen, ..verified }
            }
            (Fault::Moody, _) if self.asked.get().is_multiple_of(2) => {
                Transition { outcome: Stolen, ..verified }
            }
            (Fault::ClockUnmentioned, _) => Transition { clock_back: false, ..verified },
            _ => verified,
        })
    }

    fn revoke(&self, row: &Device, owner: &Owner, now: UnixTime) -> Result<Device, StateError> {
        let next = Core.revoke(row, &self.owner(owner), now)?;
        self.before.borrow_mut().entry(next.as_bytes().to_vec()).or_insert(*row);
        Ok(if self.fault == Fault::NoGeneration { *row } else { next })
    }
}

impl Store<Device> for Faulty {
    fn read(&self, bytes: &[u8]) -> Result<Device, StateError> {
        let mut bytes = bytes.to_vec();
        bytes[3] ^= u8::from(self.fault == Fault::AnotherByte);
        Device::from_bytes(&bytes)
    }

    fn sets(&self, stored: u64, read: u64) -> bool {
        self.fault == Fault::NoComparison || stored == read
    }
}
