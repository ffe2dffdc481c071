//! The pepper: a key outside the database without which a stolen hash cannot be guessed at.

use pyo3::prelude::*;
use sceau::password;

use crate::state::ServiceKey;

/// The fields of `sceau.password.Peppers`.
#[derive(FromPyObject)]
pub(crate) struct Peppers<'py> {
    current: Option<PyRef<'py, ServiceKey>>,
    retired: Vec<PyRef<'py, ServiceKey>>,
}

impl Peppers<'_> {
    /// Derives the peppers: what follows may then let other threads run.
    pub(super) fn derive(&self) -> Derived {
        let pepper = |key: &PyRef<'_, ServiceKey>| password::Pepper::new(&key.0);
        Derived {
            current: self.current.as_ref().map(pepper),
            retired: self.retired.iter().map(pepper).collect(),
        }
    }
}

pub(super) struct Derived {
    current: Option<password::Pepper>,
    retired: Vec<password::Pepper>,
}

impl Derived {
    pub(super) fn core(&self) -> password::Peppers<'_> {
        match &self.current {
            Some(current) => password::Peppers::new(current, &self.retired),
            None => password::Peppers::retired(&self.retired),
        }
    }
}

/// Checks the types of peppers.
#[pyfunction]
#[pyo3(signature = (peppers, /))]
pub(crate) fn password_peppers(peppers: Peppers<'_>) {
    drop(peppers);
}
