//! Verifying in steps. Every step lets other threads run.

use std::sync::{Mutex, MutexGuard, PoisonError};

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use sceau::password::{
    self, Argon2Block, PasswordError, PasswordOutcome, Peppers, Progress, StoredPassword,
};
use zeroize::Zeroizing;

use super::pepper;
use super::policy::{AcceptPolicy, CreatePolicy};
use super::stored::Stored;
use crate::error::Raise;
use crate::input::TextOrBytes;

/// A verification under way; none, once it is finished or closed, and wiped by then.
#[pyclass(frozen, module = "sceau.password")]
pub(crate) struct Verifier(Mutex<Option<password::Verifier>>);

#[pymethods]
impl Verifier {
    /// Takes in a password and what is stored.
    #[staticmethod]
    #[pyo3(signature = (password, /, *, stored, accept, create, peppers))]
    fn begin(
        py: Python<'_>,
        password: TextOrBytes,
        stored: Stored,
        accept: AcceptPolicy,
        create: CreatePolicy,
        peppers: pepper::Peppers<'_>,
    ) -> PyResult<Self> {
        let (accept, create, peppers) = (accept.core()?, create.core()?, peppers.derive());
        let stored = stored.read()?;
        let begun = py.detach(|| begin(&password, stored, &accept, &create, &peppers.core()));
        begun.map(Self::of).map_err(Raise::raise)
    }

    /// Takes in a password for an account that does not exist.
    #[staticmethod]
    #[pyo3(signature = (password, /, *, create))]
    fn begin_absent(password: TextOrBytes, create: CreatePolicy) -> PyResult<Self> {
        let begun = password::Verifier::begin_absent(&password, &create.core()?);
        begun.map(Self::of).map_err(Raise::raise)
    }

    /// Takes in an answer to a security question and what is stored.
    #[staticmethod]
    #[pyo3(signature = (answer, /, *, stored, accept, create, peppers))]
    fn begin_answer(
        answer: TextOrBytes,
        stored: Stored,
        accept: AcceptPolicy,
        create: CreatePolicy,
        peppers: pepper::Peppers<'_>,
    ) -> PyResult<Self> {
        let (accept, create, peppers) = (accept.core()?, create.core()?, peppers.derive());
        let (stored, peppers) = (stored.read()?, peppers.core());
        let begun = password::Verifier::begin_answer(&answer, stored, &accept, &create, &peppers);
        begun.map(Self::of).map_err(Raise::raise)
    }

    /// Takes in an answer for an account that does not exist.
    #[staticmethod]
    #[pyo3(signature = (answer, /, *, create))]
    fn begin_answer_absent(answer: TextOrBytes, create: CreatePolicy) -> PyResult<Self> {
        let begun = password::Verifier::begin_answer_absent(&answer, &create.core()?);
        begun.map(Self::of).map_err(Raise::raise)
    }

    /// Does at most so many iterations, and returns how many are done and how many there are.
    #[pyo3(signature = (iterations, /))]
    fn step(&self, py: Python<'_>, iterations: u32) -> PyResult<(u64, u64)> {
        let progress = py.detach(|| self.lock().as_mut().map(|verifier| verifier.step(iterations)));
        progress.map(numbers).ok_or_else(closed)
    }

    /// Returns how many iterations are done, and how many there are.
    fn progress(&self, py: Python<'_>) -> PyResult<(u64, u64)> {
        let progress = py.detach(|| self.lock().as_ref().map(password::Verifier::progress));
        progress.map(numbers).ok_or_else(closed)
    }

    /// Returns the outcome's wire name, and the reason of `match_rehash`; closes.
    fn finish(&self, py: Python<'_>) -> PyResult<(&'static str, Vec<&'static str>)> {
        let finished = py.detach(|| {
            let mut verifier = self.lock();
            if verifier.as_ref().is_some_and(|verifier| verifier.progress().left() > 0) {
                return Some(Err(PasswordError::Unfinished));
            }
            verifier.take().map(password::Verifier::finish)
        });
        finished.ok_or_else(closed)?.map(outcome).map_err(Raise::raise)
    }

    /// Wipes what there is.
    fn close(&self, py: Python<'_>) {
        py.detach(|| drop(self.lock().take()));
    }
}

impl Verifier {
    fn of(verifier: password::Verifier) -> Self {
        Self(Mutex::new(Some(verifier)))
    }

    fn lock(&self) -> MutexGuard<'_, Option<password::Verifier>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Takes in a password and what is stored, with as much working memory as the policy allows it.
fn begin(
    password: &[u8],
    stored: StoredPassword,
    accept: &password::AcceptPolicy,
    create: &password::CreatePolicy,
    peppers: &Peppers<'_>,
) -> Result<password::Verifier, PasswordError> {
    let blocks = usize::try_from(accept.memory_kib(&stored)).unwrap_or(usize::MAX);
    let mut memory = Zeroizing::new(Vec::new());
    memory.try_reserve_exact(blocks).map_err(|_| PasswordError::Memory)?;
    memory.resize(blocks, Argon2Block::default());
    password::Verifier::begin_with_memory(password, stored, accept, create, peppers, &mut memory)
}

fn numbers(progress: Progress) -> (u64, u64) {
    (progress.done(), progress.total())
}

fn outcome(outcome: PasswordOutcome) -> (&'static str, Vec<&'static str>) {
    let fields = match outcome {
        PasswordOutcome::MatchRehash { why } => vec![why.name()],
        PasswordOutcome::Match | PasswordOutcome::Mismatch => vec![],
    };
    (outcome.name(), fields)
}

fn closed() -> PyErr {
    PyValueError::new_err("the verifier is finished or closed")
}
