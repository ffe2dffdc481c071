//! Faults of the throttle's machine and of its store.

use std::cell::Cell;

use sceau::state::{StateError, Transition};
use sceau::throttle::{Throttle, ThrottleOutcome, ThrottlePolicy};
use sceau::time::UnixTime;
use sceau_tests::model::throttle::{Core, Machine, Owner};
use sceau_tests::model::{Law, Store};

/// What is wrong.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Fault {
    /// The bound on failures is none.
    NoBound,
    /// An attempt that was allowed is not stored.
    AttemptForgotten,
    /// A pause ends a second early.
    FastClock,
    /// The subject is no part of what a row is bound to.
    AnySubject,
    /// The store does not compare.
    NoComparison,
    /// A success with nothing to take back leaves the row as it was.
    NoGeneration,
    /// A byte that is not used comes back as another.
    AnotherByte,
    /// The answer depends on how often the machine was asked.
    Moody,
    /// A clock that went back is not mentioned.
    ClockUnmentioned,
    /// A success is not stored.
    SuccessForgotten,
}

/// Each fault, and the law that must not hold.
pub(crate) const FAULTS: [(Fault, Law); 10] = [
    (Fault::NoBound, Law::Failures),
    (Fault::AttemptForgotten, Law::Failures),
    (Fault::FastClock, Law::Pause),
    (Fault::AnySubject, Law::Stranger),
    (Fault::NoComparison, Law::Stale),
    (Fault::NoGeneration, Law::Generation),
    (Fault::AnotherByte, Law::Bytes),
    (Fault::Moody, Law::Function),
    (Fault::ClockUnmentioned, Law::Clock),
    (Fault::SuccessForgotten, Law::Answer),
];

/// A machine with a fault.
pub(crate) struct Faulty {
    fault: Fault,
    asked: Cell<u8>,
}

impl Faulty {
    pub(crate) fn new(fault: Fault) -> Self {
        Self { fault, asked: Cell::new(0) }
    }

    fn owner(&self, owner: &Owner) -> Owner {
        let any = self.fault == Fault::AnySubject;
        Owner { key: owner.key, subject: if any { b"" } else { owner.subject } }
    }
}

impl Machine for Faulty {
    fn begin(
        &self,
        previous: Option<&Throttle>,
        owner: &Owner,
        now: UnixTime,
        policy: &ThrottlePolicy,
    ) -> Result<Transition<ThrottleOutcome, Throttle>, StateError> {
        use ThrottleOutcome::{Allowed, Delayed, Disabled, Suspended};
        let owner = self.owner(owner);
        let begun = Core.begin(previous, &owner, now, policy)?;
        self.asked.set(self.asked.get().wrapping_add(1));
        Ok(match (self.fault, begun.outcome, previous) {
            (Fault::NoBound, Disabled, _) => Transition { outcome: Allowed, ..begun },
            (Fault::AttemptForgotten, Allowed, Some(row)) => {
                Transition { next: Core.succeed(row, &owner, now)?, ..begun }
            }
            (Fault::FastClock, Delayed { .. } | Suspended { .. }, _) => {
                let later = UnixTime::new(now.seconds() + 1);
                let later = Core.begin(previous, &owner, later, policy)?;
                if later.outcome == Allowed { later } else { begun }
            }
            (Fault::Moody, ..) if self.asked.get().is_multiple_of(2) => {
                Transition { outcome: Disabled, ..begun }
            }
            (Fault::ClockUnmentioned, ..) => Transition { clock_back: false, ..begun },
            _ => begun,
        })
    }

    fn succeed(
        &self,
        row: &Throttle,
        owner: &Owner,
        now: UnixTime,
    ) -> Result<Throttle, StateError> {
        let owner = self.owner(owner);
        let next = Core.succeed(row, &owner, now)?;
        Ok(match self.fault {
            Fault::NoGeneration => *row,
            Fault::SuccessForgotten => {
                // During a pause an attempt counts nothing: the generation moves on alone.
                let waiting = Core.begin(Some(row), &owner, now, &ThrottlePolicy::default())?;
                if waiting.outcome == ThrottleOutcome::Allowed { next } else { waiting.next }
            }
            _ => next,
        })
    }
}

impl Store<Throttle> for Faulty {
    fn read(&self, bytes: &[u8]) -> Result<Throttle, StateError> {
        let mut bytes = bytes.to_vec();
        bytes[2] ^= u8::from(self.fault == Fault::AnotherByte);
        Throttle::from_bytes(&bytes)
    }

    fn sets(&self, stored: u64, read: u64) -> bool {
        self.fault == Fault::NoComparison || stored == read
    }
}
