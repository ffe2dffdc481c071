//! Faults of the throttle's machine and of its store.

use std::cell::Cell;
use std::ops::Range;

use sceau::state::{StateError, Transition};
use sceau::throttle::{Throttle, ThrottleLimits, ThrottleOutcome, ThrottlePolicy, ThrottleSubject};
use sceau::time::{Seconds, UnixTime};
use sceau_tests::model::throttle::{ACCOUNT, Core, HOUSE, Machine, Owner};
use sceau_tests::model::{Law, Store};

use super::Forged;

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
    /// An address is taken for the account that is named like it.
    AnyKind,
    /// Whoever asks, the row is lifted.
    AnyoneLifts,
    /// The store does not compare.
    NoComparison,
    /// A success with nothing to take back leaves the row as it was.
    NoGeneration,
    /// A lift makes a new row, as if there had been none.
    NewRow,
    /// A byte that is not used comes back as another.
    AnotherByte,
    /// The answer depends on how often the machine was asked.
    Moody,
    /// A clock that went back is not mentioned.
    ClockUnmentioned,
    /// A lift leaves the row's time where it was.
    ClockKept,
    /// A success is not stored.
    SuccessForgotten,
    /// A lift is not stored.
    LiftForgotten,
    /// A lift ends the wait, and forgets no failure.
    CountKept,
    /// A lift forgets the failures, and ends no wait.
    WaitKept,
    /// An address is suspended.
    AddressSuspended,
    /// A window ends a second late.
    LongWindow,
    /// A window ends a second early.
    ShortWindow,
    /// A success clears an address.
    AddressCleared,
    /// A success ends an address's delay.
    DelayEnded,
    /// All of an IPv6 address counts.
    WholeAddress,
    /// The policy of the other kind is taken for the default one.
    AnyPolicy,
}

/// Each fault, and the law that must not hold.
pub(crate) const FAULTS: [(Fault, Law); 24] = [
    (Fault::NoBound, Law::Failures),
    (Fault::AttemptForgotten, Law::Failures),
    (Fault::FastClock, Law::Pause),
    (Fault::AnySubject, Law::Stranger),
    (Fault::AnyKind, Law::Stranger),
    (Fault::AnyoneLifts, Law::Stranger),
    (Fault::NoComparison, Law::Stale),
    (Fault::NoGeneration, Law::Generation),
    (Fault::NewRow, Law::Generation),
    (Fault::AnotherByte, Law::Bytes),
    (Fault::Moody, Law::Function),
    (Fault::ClockUnmentioned, Law::Clock),
    (Fault::SuccessForgotten, Law::Answer),
    (Fault::LiftForgotten, Law::Lift),
    (Fault::ClockKept, Law::Lift),
    (Fault::CountKept, Law::Lift),
    (Fault::WaitKept, Law::Lift),
    (Fault::AddressSuspended, Law::Address),
    (Fault::LongWindow, Law::Window),
    (Fault::ShortWindow, Law::Window),
    (Fault::AddressCleared, Law::GivenBack),
    (Fault::DelayEnded, Law::GivenBack),
    (Fault::WholeAddress, Law::Network),
    (Fault::AnyPolicy, Law::Policy),
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
        let subject = match (self.fault, owner.subject) {
            (Fault::AnySubject, _) => ThrottleSubject::Account(b""),
            (Fault::AnyKind, ThrottleSubject::Origin(_)) => ACCOUNT.owner.subject,
            (Fault::WholeAddress, _) if !std::ptr::eq(owner, &raw const HOUSE.owner) => {
                // Written otherwise than the model has it.
                HOUSE.others[1].subject
            }
            (_, subject) => subject,
        };
        Owner { subject, ..*owner }
    }

    fn policy(&self, owner: &Owner, policy: &ThrottlePolicy) -> ThrottlePolicy {
        let limits = *policy.limits();
        let (accounts, window) = (ThrottleLimits::default(), limits.window.get());
        let limits = match (self.fault, owner.subject) {
            (Fault::LongWindow, _) if window > 0 => {
                ThrottleLimits { window: Seconds::new(window + 1), ..limits }
            }
            (Fault::ShortWindow, _) if window > 0 => {
                ThrottleLimits { window: Seconds::new(window - 1), ..limits }
            }
            (Fault::AnyPolicy, ThrottleSubject::Account(_)) if window > 0 => accounts,
            _ => limits,
        };
        ThrottlePolicy::new(limits).unwrap()
    }

    /// What the fault stores where the core stores `next`.
    fn stored(&self, row: &Throttle, next: Throttle) -> Throttle {
        let (before, after) = (row.as_bytes(), Forged::of(next.as_bytes()));
        let forged = match self.fault {
            Fault::NewRow => after.next(0),
            Fault::ClockKept => after.keep(MARK, before),
            Fault::LiftForgotten => Forged::of(before).next(row.generation()),
            Fault::CountKept => after.keep(FAILURES, before),
            Fault::WaitKept => after.keep(UNTIL, before),
            Fault::AddressCleared => after.put(FAILURES.start, &[0; 2]),
            Fault::DelayEnded => after.put(UNTIL.start, &[0; 8]),
            _ => return next,
        };
        let bound: &[u8] = match self.fault {
            Fault::AddressCleared | Fault::DelayEnded => &[0x20, 0x01, 0x0d, 0xb8, 0, 0, 0, 7],
            _ => b"seraphin",
        };
        Throttle::from_bytes(&forged.sealed("state-throttle", &[bound])).unwrap()
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
        let (owner, policy) = (self.owner(owner), self.policy(owner, policy));
        let begun = Core.begin(previous, &owner, now, &policy)?;
        self.asked.set(self.asked.get().wrapping_add(1));
        Ok(match (self.fault, begun.outcome, previous) {
            (Fault::NoBound, Disabled, _) => Transition { outcome: Allowed, ..begun },
            (Fault::AttemptForgotten, Allowed, Some(row)) => {
                Transition { next: Core.succeed(row, &owner, now)?, ..begun }
            }
            (Fault::FastClock, Delayed { .. } | Suspended { .. }, _) => {
                let later = UnixTime::new(now.seconds() + 1);
                let later = Core.begin(previous, &owner, later, &policy)?;
                if later.outcome == Allowed { later } else { begun }
            }
            (Fault::Moody, ..) if self.asked.get().is_multiple_of(2) => {
                Transition { outcome: Disabled, ..begun }
            }
            (Fault::ClockUnmentioned, ..) => Transition { clock_back: false, ..begun },
            (Fault::AddressSuspended, Delayed { until }, _) => {
                Transition { outcome: Suspended { until }, ..begun }
            }
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
            Fault::AddressCleared | Fault::DelayEnded => self.stored(row, next),
            _ => next,
        })
    }

    fn lift(&self, row: &Throttle, owner: &Owner, now: UnixTime) -> Result<Throttle, StateError> {
        let anyone = self.fault == Fault::AnyoneLifts;
        let owner = if anyone { ACCOUNT.owner } else { self.owner(owner) };
        let next = Core.lift(row, &owner, now)?;
        Ok(match self.fault {
            Fault::AddressCleared | Fault::DelayEnded => next,
            _ => self.stored(row, next),
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

/// DESIGN.md, *Stored state*.
const FAILURES: Range<usize> = 4..6;
const UNTIL: Range<usize> = 24..32;
const MARK: Range<usize> = 32..40;
