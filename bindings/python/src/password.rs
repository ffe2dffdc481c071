//! Stored passwords. Hashing and verifying release the GIL.

pub(crate) mod answer;
pub(crate) mod pepper;
pub(crate) mod policy;
pub(crate) mod stored;
pub(crate) mod verifier;

use pyo3::prelude::*;
use sceau::password;

use crate::error::Raise;
use crate::input::{Bytes, TextOrBytes};
use pepper::Peppers;
use policy::CreatePolicy;

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
