//! Faults of recovery codes and of their store.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::ops::Range;

use sceau::code::LetterCode;
use sceau::otp::{RECOVERY_CODES, RecoveryCodes, RecoveryOutcome};
use sceau::state::{StateError, Transition};
use sceau_tests::model::recovery::{Core, Machine, OWNER, Owner};
use sceau_tests::model::{Law, Store};

use super::Forged;

/// What is wrong.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Fault {
    /// A code that was used is accepted again.
    Twice,
    /// That a code was accepted is not stored.
    UseForgotten,
    /// A slip gives the used codes back.
    SlipGivesBack,
    /// The codes of the list before are still accepted.
    OldList,
    /// The same list is made again.
    SameList,
    /// The user is no part of what a row is bound to.
    AnyUser,
    /// The store does not compare.
    NoComparison,
    /// A malformed code leaves the row as it was.
    NoGeneration,
    /// A list that is made anew is a new row, as if there had been none.
    NewRow,
    /// A byte that is not used comes back as another.
    AnotherByte,
    /// The answer depends on how often the machine was asked.
    Moody,
    /// A clock that went back is told, where there is none.
    ClockTold,
    /// The right code is told to be wrong.
    NothingRight,
}

/// Each fault, and the law that must not hold.
pub(crate) const FAULTS: [(Fault, Law); 13] = [
    (Fault::Twice, Law::Once),
    (Fault::UseForgotten, Law::Left),
    (Fault::SlipGivesBack, Law::Left),
    (Fault::OldList, Law::Newest),
    (Fault::SameList, Law::Newest),
    (Fault::AnyUser, Law::Stranger),
    (Fault::NoComparison, Law::Stale),
    (Fault::NoGeneration, Law::Generation),
    (Fault::NewRow, Law::Generation),
    (Fault::AnotherByte, Law::Bytes),
    (Fault::Moody, Law::Function),
    (Fault::ClockTold, Law::Clock),
    (Fault::NothingRight, Law::Answer),
];

/// A machine with a fault.
pub(crate) struct Faulty {
    fault: Fault,
    asked: Cell<u8>,
    /// The row from which each list was made.
    before: RefCell<HashMap<Vec<u8>, RecoveryCodes>>,
}

impl Faulty {
    pub(crate) fn new(fault: Fault) -> Self {
        Self { fault, asked: Cell::new(0), before: RefCell::default() }
    }

    fn owner<'a>(&self, owner: &'a Owner) -> &'a Owner {
        if self.fault == Fault::AnyUser { &OWNER } else { owner }
    }
}

impl Machine for Faulty {
    fn generate(
        &self,
        previous: Option<&RecoveryCodes>,
        owner: &Owner,
    ) -> Result<Transition<[LetterCode; RECOVERY_CODES], RecoveryCodes>, StateError> {
        let mut made = Core.generate(previous, self.owner(owner))?;
        let Some(previous) = previous else { return Ok(made) };
        match self.fault {
            Fault::NewRow => made.next = sealed(Forged::of(made.next.as_bytes()).next(0)),
            Fault::SameList => {
                made = Core.generate(None, owner)?;
                let next = Forged::of(made.next.as_bytes()).next(previous.generation());
                made.next = sealed(next);
            }
            _ => {}
        }
        self.before.borrow_mut().insert(made.next.as_bytes()[LIST].to_vec(), *previous);
        Ok(made)
    }

    fn verify(
        &self,
        row: &RecoveryCodes,
        owner: &Owner,
        typed: &str,
    ) -> Result<Transition<RecoveryOutcome, RecoveryCodes>, StateError> {
        use RecoveryOutcome::{Accepted, AlreadyUsed, Malformed, Wrong};
        let owner = self.owner(owner);
        let verified = Core.verify(row, owner, typed)?;
        self.asked.set(self.asked.get().wrapping_add(1));
        let (left, next) = (Core.left(row, owner)?, Forged::of(verified.next.as_bytes()));
        Ok(match (self.fault, verified.outcome) {
            (Fault::Twice, AlreadyUsed) => Transition { outcome: Accepted { left }, ..verified },
            (Fault::UseForgotten, Accepted { .. }) => {
                Transition { next: sealed(next.keep(USED, row.as_bytes())), ..verified }
            }
            (Fault::SlipGivesBack, Malformed) => {
                Transition { next: sealed(next.put(USED.start, &[0; 2])), ..verified }
            }
            (Fault::OldList, Wrong) => {
                let before = self.before.borrow().get(&row.as_bytes()[LIST]).copied();
                let old = before.map(|old| Core.verify(&old, owner, typed)).transpose()?;
                let right = old.filter(|old| matches!(old.outcome, Accepted { .. }));
                Transition { outcome: right.map_or(Wrong, |right| right.outcome), ..verified }
            }
            (Fault::NoGeneration, Malformed) => Transition { next: *row, ..verified },
            (Fault::Moody, _) if self.asked.get().is_multiple_of(2) => {
                Transition { outcome: Malformed, ..verified }
            }
            (Fault::ClockTold, _) => Transition { clock_back: true, ..verified },
            (Fault::NothingRight, Accepted { .. }) => Transition { outcome: Wrong, ..verified },
            _ => verified,
        })
    }

    fn left(&self, row: &RecoveryCodes, owner: &Owner) -> Result<u8, StateError> {
        Core.left(row, self.owner(owner))
    }
}

impl Store<RecoveryCodes> for Faulty {
    fn read(&self, bytes: &[u8]) -> Result<RecoveryCodes, StateError> {
        let mut bytes = bytes.to_vec();
        bytes[4] ^= u8::from(self.fault == Fault::AnotherByte);
        RecoveryCodes::from_bytes(&bytes)
    }

    fn sets(&self, stored: u64, read: u64) -> bool {
        self.fault == Fault::NoComparison || stored == read
    }
}

fn sealed(row: Forged<208>) -> RecoveryCodes {
    RecoveryCodes::from_bytes(&row.sealed("state-recovery", &[b"eseraphin"])).unwrap()
}

/// DESIGN.md, *Stored state*: the codes that were accepted; when the list was made, and its MACs.
const USED: Range<usize> = 2..4;
const LIST: Range<usize> = 24..192;
