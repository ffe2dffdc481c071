//! Stored passwords. Hashing and verifying release the GIL.

pub(crate) mod pepper;
pub(crate) mod policy;
pub(crate) mod stored;
pub(crate) mod verifier;

use pyo3::prelude::*;
use sceau::password::{self, PasswordOutcome, Verifier};

use crate::error::Raise;
use crate::input::{Bytes, TextOrBytes};
use pepper::Peppers;
use policy::{AcceptPolicy, CreatePolicy};
use stored::Stored;

/// Returns a PHC string.
#[pyfunction]
#[pyo3(signature = (password, /, *, salt, create, peppers))]
pub(crate) fn password_hash(
    py: Python<'_>,
    password: TextOrBytes,
    salt: Bytes,
    create: CreatePolicy,
    peppers: Peppers<'_>,
) -> PyResult<String> {
    let (create, peppers) = (create.core()?, peppers.derive());
    let hashed = py.detach(|| password::hash_peppered(&password, &salt, &create, &peppers.core()));
    Ok(hashed.map_err(Raise::raise)?.as_str().to_owned())
}

/// Returns the outcome's wire name, and the reason of `match_rehash`.
#[pyfunction]
#[pyo3(signature = (password, /, *, stored, accept, create, peppers))]
pub(crate) fn password_verify(
    py: Python<'_>,
    password: TextOrBytes,
    stored: Stored,
    accept: AcceptPolicy,
    create: CreatePolicy,
    peppers: Peppers<'_>,
) -> PyResult<(&'static str, Vec<&'static str>)> {
    let (accept, create, peppers) = (accept.core()?, create.core()?, peppers.derive());
    let stored = stored.read()?;
    let verified = py.detach(|| {
        verifier::begin(&password, stored, &accept, &create, &peppers.core()).map(Verifier::run)
    });
    verified.map(outcome).map_err(Raise::raise)
}

/// Returns the outcome's wire name.
#[pyfunction]
#[pyo3(signature = (password, /, *, create))]
pub(crate) fn password_verify_absent(
    py: Python<'_>,
    password: TextOrBytes,
    create: CreatePolicy,
) -> PyResult<(&'static str, Vec<&'static str>)> {
    let create = create.core()?;
    let verified = py.detach(|| password::verify_absent(&password, &create));
    verified.map(outcome).map_err(Raise::raise)
}

fn outcome(outcome: PasswordOutcome) -> (&'static str, Vec<&'static str>) {
    let fields = match outcome {
        PasswordOutcome::MatchRehash { why } => vec![why.name()],
        PasswordOutcome::Match | PasswordOutcome::Mismatch => vec![],
    };
    (outcome.name(), fields)
}
