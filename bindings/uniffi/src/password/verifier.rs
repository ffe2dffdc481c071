//! Verifying in steps.

use std::mem::replace;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use sceau::password::{self, PasswordError, PasswordOutcome, Progress};

use super::policy::CreatePolicy;

/// A verification under way, wiped when it ends, is cancelled, or is freed.
#[derive(uniffi::Object)]
pub struct Verifier(Mutex<Work>);

/// A verification, or what became of it.
enum Work {
    UnderWay(Box<password::Verifier>),
    Over(Result<PasswordOutcome, PasswordError>, PasswordProgress),
}

/// How far a verification has come, in iterations of a hash.
#[derive(Clone, Copy, uniffi::Record)]
pub struct PasswordProgress {
    /// How many iterations are done.
    pub done: u64,
    /// How many a mismatch takes.
    pub total: u64,
    /// How many are left at most.
    pub left: u64,
}

impl From<Progress> for PasswordProgress {
    fn from(core: Progress) -> Self {
        Self { done: core.done(), total: core.total(), left: core.left() }
    }
}

impl Work {
    fn end(&mut self) -> Result<PasswordOutcome, PasswordError> {
        let progress = match self {
            Self::Over(outcome, _) => return *outcome,
            Self::UnderWay(verifier) => verifier.progress(),
        };
        let progress = PasswordProgress { left: 0, ..progress.into() };
        let given_up = Err(PasswordError::Unfinished);
        let Self::UnderWay(verifier) = replace(self, Self::Over(given_up, progress)) else {
            return given_up;
        };
        let outcome = verifier.finish();
        *self = Self::Over(outcome, progress);
        outcome
    }
}

impl Verifier {
    pub(super) fn new(verifier: password::Verifier) -> Arc<Self> {
        Arc::new(Self(Mutex::new(Work::UnderWay(Box::new(verifier)))))
    }

    fn work(&self) -> MutexGuard<'_, Work> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[uniffi::export]
impl Verifier {
    /// Begins the work of a verification for an account that does not exist.
    ///
    /// # Errors
    ///
    /// The [`PasswordError`]s of the text.
    #[uniffi::constructor]
    pub fn absent(password: &[u8], create: &CreatePolicy) -> Result<Arc<Self>, PasswordError> {
        password::Verifier::begin_absent(password, &create.0).map(Self::new)
    }

    /// Does at most `iterations`; returns how far the work has come.
    pub fn step(&self, iterations: u32) -> PasswordProgress {
        match &mut *self.work() {
            Work::UnderWay(verifier) => verifier.step(iterations).into(),
            Work::Over(_, progress) => *progress,
        }
    }

    /// Returns how far the work has come.
    pub fn progress(&self) -> PasswordProgress {
        self.step(0)
    }

    /// Does all that is left, and returns the outcome.
    ///
    /// # Errors
    ///
    /// [`PasswordError::Unfinished`] if it was given up before.
    pub fn run(&self) -> Result<PasswordOutcome, PasswordError> {
        let mut work = self.work();
        if let Work::UnderWay(verifier) = &mut *work {
            while verifier.step(u32::MAX).left() > 0 {}
        }
        work.end()
    }

    /// Returns the outcome, and wipes the rest. What is not at its end is given up. The answer
    /// stays the same from then on.
    ///
    /// # Errors
    ///
    /// [`PasswordError::Unfinished`] if there is work left.
    pub fn finish(&self) -> Result<PasswordOutcome, PasswordError> {
        self.work().end()
    }
}
