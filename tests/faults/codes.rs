//! Faults of the code's machine and of its store.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::ops::Range;

use sceau::challenge::{
    Challenge, ChallengeBinding, ChallengeChannel, ChallengeLimits, ChallengeOutcome,
    ChallengePolicy, DeliverOutcome, IssueOutcome,
};
use sceau::state::{StateError, Transition};
use sceau::time::{Seconds, UnixTime};
use sceau_tests::model::challenge::{Core, EMAILED, Machine, Owner, POSTED};
use sceau_tests::model::{Law, Store};

use super::Forged;

/// What is wrong.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Fault {
    /// That a code was accepted is not stored.
    AcceptanceForgotten,
    /// What has expired is verified with the time of a second ago.
    SlowClock,
    /// A code is issued for a second longer.
    LongLife,
    /// That a code was tried is not stored.
    AttemptForgotten,
    /// What is exhausted is told to be wrong, as if it had been compared.
    EndlessAttempts,
    /// One failure more is borne.
    OneFailureMore,
    /// A code can be had at once.
    NoCooldown,
    /// One more code is issued in a period.
    OneIssueMore,
    /// The code before the last one is still accepted.
    OldCode,
    /// What has expired is sent again.
    LateDelivery,
    /// The destination is no part of what a code is bound to.
    AnyDestination,
    /// What is posted or texted is taken for e-mailed.
    AnyChannel,
    /// The policy of codes that travel otherwise is taken for the default one.
    AnyPolicy,
    /// Whoever asks, the row is lifted.
    AnyoneLifts,
    /// The store does not compare.
    NoComparison,
    /// A malformed code leaves the row as it was.
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
    /// A lift is not stored.
    LiftForgotten,
    /// A lift forgets no failure.
    FailuresKept,
    /// A lift does not end the live code.
    CodeKept,
    /// A lift ends no cooldown.
    CooldownKept,
    /// A lift forgets no issue of the period.
    IssuesKept,
    /// The right code is told to be wrong.
    NothingRight,
    /// A slip that the check letter shows is counted as an attempt.
    SlipCounted,
}

/// Each fault, and the law that must not hold.
pub(crate) const FAULTS: [(Fault, Law); 28] = [
    (Fault::AcceptanceForgotten, Law::Once),
    (Fault::SlowClock, Law::Life),
    (Fault::LongLife, Law::Life),
    (Fault::AttemptForgotten, Law::Attempts),
    (Fault::EndlessAttempts, Law::Attempts),
    (Fault::OneFailureMore, Law::Failures),
    (Fault::NoCooldown, Law::Cooldown),
    (Fault::OneIssueMore, Law::Issues),
    (Fault::OldCode, Law::Newest),
    (Fault::LateDelivery, Law::Delivery),
    (Fault::AnyDestination, Law::Stranger),
    (Fault::AnyChannel, Law::Stranger),
    (Fault::AnyPolicy, Law::Policy),
    (Fault::AnyoneLifts, Law::Stranger),
    (Fault::NoComparison, Law::Stale),
    (Fault::NoGeneration, Law::Generation),
    (Fault::NewRow, Law::Generation),
    (Fault::AnotherByte, Law::Bytes),
    (Fault::Moody, Law::Function),
    (Fault::ClockUnmentioned, Law::Clock),
    (Fault::LiftForgotten, Law::Lift),
    (Fault::ClockKept, Law::Lift),
    (Fault::FailuresKept, Law::Lift),
    (Fault::CodeKept, Law::Lift),
    (Fault::CooldownKept, Law::Lift),
    (Fault::IssuesKept, Law::Lift),
    (Fault::NothingRight, Law::Answer),
    (Fault::SlipCounted, Law::Answer),
];

/// A machine with a fault.
pub(crate) struct Faulty {
    fault: Fault,
    asked: Cell<u8>,
    /// The row before each row that an issue made.
    before: RefCell<HashMap<Vec<u8>, Challenge>>,
}

impl Faulty {
    pub(crate) fn new(fault: Fault) -> Self {
        Self { fault, asked: Cell::new(0), before: RefCell::default() }
    }

    fn owner(&self, owner: &Owner) -> Owner {
        let binding = match self.fault {
            Fault::AnyDestination => ChallengeBinding { destination: b"", ..owner.binding },
            Fault::AnyChannel => {
                ChallengeBinding { channel: ChallengeChannel::Email, ..owner.binding }
            }
            _ => owner.binding,
        };
        Owner { key: owner.key, binding }
    }

    fn policy(&self, policy: &ChallengePolicy) -> ChallengePolicy {
        let limits = *policy.limits();
        let limits = match self.fault {
            Fault::LongLife => {
                ChallengeLimits { lifetime: Seconds::new(limits.lifetime.get() + 1), ..limits }
            }
            Fault::OneFailureMore => ChallengeLimits { failures: limits.failures + 1, ..limits },
            Fault::NoCooldown => ChallengeLimits { cooldown: Seconds::new(0), ..limits },
            Fault::OneIssueMore => ChallengeLimits { issues: limits.issues + 1, ..limits },
            Fault::AnyPolicy if limits.digits.is_none() => ChallengeLimits::default(),
            _ => limits,
        };
        // What is at the end of its range stays as it is.
        ChallengePolicy::new(limits).unwrap_or(*policy)
    }
}

impl Machine for Faulty {
    fn issue(
        &self,
        previous: Option<&Challenge>,
        owner: &Owner,
        entropy: &[u8; 16],
        now: UnixTime,
        policy: &ChallengePolicy,
    ) -> Result<Transition<IssueOutcome, Challenge>, StateError> {
        let mut entropy = *entropy;
        if self.fault == Fault::Moody {
            self.asked.set(self.asked.get().wrapping_add(1));
            entropy[0] ^= self.asked.get();
        }
        let (owner, policy) = (self.owner(owner), self.policy(policy));
        let mut issued = Core.issue(previous, &owner, &entropy, now, &policy)?;
        issued.clock_back &= self.fault != Fault::ClockUnmentioned;
        if let (IssueOutcome::Issued { .. }, Some(previous)) = (&issued.outcome, previous) {
            self.before.borrow_mut().insert(issued.next.as_bytes().to_vec(), *previous);
        }
        Ok(issued)
    }

    fn verify(
        &self,
        row: &Challenge,
        owner: &Owner,
        typed: &str,
        now: UnixTime,
    ) -> Result<Transition<ChallengeOutcome, Challenge>, StateError> {
        use ChallengeOutcome::{Accepted, Exhausted, Expired, Malformed, Wrong};
        let owner = self.owner(owner);
        let verify = |row: &Challenge, typed: &str, now: u64| {
            Core.verify(row, &owner, typed, UnixTime::new(now))
        };
        let verified = verify(row, typed, now.seconds())?;
        // The generation and the clock move on, and nothing else.
        let unchanged = || verify(row, "", now.seconds()).map(|unchanged| unchanged.next);
        Ok(match (self.fault, verified.outcome) {
            (Fault::AcceptanceForgotten, Accepted) | (Fault::AttemptForgotten, Wrong { .. }) => {
                Transition { next: unchanged()?, ..verified }
            }
            (Fault::SlowClock, Expired) => {
                let earlier = verify(row, typed, now.seconds() - 1)?;
                if earlier.outcome == Accepted { earlier } else { verified }
            }
            (Fault::EndlessAttempts, Exhausted) | (Fault::NothingRight, Accepted) => {
                Transition { outcome: Wrong { left: 0 }, ..verified }
            }
            (Fault::OldCode, Wrong { .. }) => {
                let before = self.before.borrow().get(row.as_bytes().as_slice()).copied();
                let old = before.map(|before| verify(&before, typed, now.seconds())).transpose()?;
                let outcome = old.filter(|old| old.outcome == Accepted).map(|old| old.outcome);
                Transition { outcome: outcome.unwrap_or(verified.outcome), ..verified }
            }
            (Fault::NoGeneration, Malformed) => Transition { next: *row, ..verified },
            (Fault::SlipCounted, Malformed) => verify(row, &POSTED.wrong[0], now.seconds())?,
            (Fault::ClockUnmentioned, _) => Transition { clock_back: false, ..verified },
            _ => verified,
        })
    }

    fn deliver(
        &self,
        row: &Challenge,
        owner: &Owner,
        now: UnixTime,
    ) -> Result<DeliverOutcome, StateError> {
        let (owner, earlier) = (self.owner(owner), UnixTime::new(now.seconds() - 1));
        match (self.fault, Core.deliver(row, &owner, now)?) {
            (Fault::LateDelivery, DeliverOutcome::Expired) => Core.deliver(row, &owner, earlier),
            (_, outcome) => Ok(outcome),
        }
    }

    fn lift(&self, row: &Challenge, owner: &Owner, now: UnixTime) -> Result<Challenge, StateError> {
        let anyone = self.fault == Fault::AnyoneLifts;
        let owner = if anyone { &EMAILED.owner } else { &self.owner(owner) };
        Ok(self.stored(row, Core.lift(row, owner, now)?))
    }
}

impl Faulty {
    /// What the fault stores where the core stores `next`.
    fn stored(&self, row: &Challenge, next: Challenge) -> Challenge {
        let (before, after) = (row.as_bytes(), Forged::of(next.as_bytes()));
        let forged = match self.fault {
            Fault::NewRow => after.next(0),
            Fault::ClockKept => after.keep(MARK, before),
            Fault::LiftForgotten => Forged::of(before).next(row.generation()),
            Fault::FailuresKept => after.keep(FAILURES, before),
            Fault::CodeKept => {
                after.keep(STATUS, before).keep(ATTEMPTS, before).keep(EXPIRES, before)
            }
            Fault::CooldownKept => after.keep(ISSUED, before),
            Fault::IssuesKept => after.keep(ISSUES, before).keep(PERIOD, before),
            _ => return next,
        };
        let bound: [&[u8]; 2] = [b"eseraphin", b"elise@example.org"];
        Challenge::from_bytes(&forged.sealed("state-challenge", &bound)).unwrap()
    }
}

impl Store<Challenge> for Faulty {
    fn read(&self, bytes: &[u8]) -> Result<Challenge, StateError> {
        let mut bytes = bytes.to_vec();
        bytes[9] ^= u8::from(self.fault == Fault::AnotherByte);
        Challenge::from_bytes(&bytes)
    }

    fn sets(&self, stored: u64, read: u64) -> bool {
        self.fault == Fault::NoComparison || stored == read
    }
}

/// DESIGN.md, *Stored state*.
const STATUS: Range<usize> = 5..6;
const ATTEMPTS: Range<usize> = 6..8;
const ISSUES: Range<usize> = 8..9;
const FAILURES: Range<usize> = 10..12;
const ISSUED: Range<usize> = 24..32;
const EXPIRES: Range<usize> = 32..40;
const PERIOD: Range<usize> = 40..48;
const MARK: Range<usize> = 48..56;
