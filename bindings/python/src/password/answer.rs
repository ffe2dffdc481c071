//! Answers to security questions, of estates that still have them.

use pyo3::exceptions::PyLookupError;
use pyo3::prelude::*;
use sceau::message::{Language, OfAnswer, Reason};
use sceau::password::{self, PasswordError, PasswordOutcome};

use super::pepper::Peppers;
use super::policy::CreatePolicy;
use crate::error::Raise;
use crate::input::{Bytes, TextOrBytes, named};

/// Returns a PHC string.
#[pyfunction]
#[pyo3(signature = (answer, /, *, salt, create, peppers))]
pub(crate) fn answer_hash(
    py: Python<'_>,
    answer: TextOrBytes,
    salt: Bytes,
    create: CreatePolicy,
    peppers: Peppers<'_>,
) -> PyResult<String> {
    let (create, peppers) = (create.core()?, peppers.derive());
    let hashed = py.detach(|| password::hash_answer(&answer, &salt, &create, &peppers.core()));
    Ok(hashed.map_err(Raise::raise)?.as_str().to_owned())
}

/// Returns the sentence for the reason `name`, an outcome or an error, said of an answer.
#[pyfunction]
#[pyo3(signature = (name, language, /))]
pub(crate) fn answer_message(name: &str, language: &str) -> PyResult<String> {
    let language = named(Language::ALL, Language::name, language)?;
    let outcome = PasswordOutcome::ALL.iter().find(|outcome| outcome.name() == name);
    let error = PasswordError::ALL.iter().find(|error| error.name() == name);
    outcome
        .map(|outcome| OfAnswer(*outcome).message(language))
        .or_else(|| error.map(|error| OfAnswer(*error).message(language)))
        .map(|sentence| sentence.as_str().to_owned())
        .ok_or_else(|| PyLookupError::new_err("no such reason"))
}
