//! Names: the keys, the comparison, policies, the distance.

use std::collections::HashSet;

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyString;
use sceau::name::{self, Comparison, Difference, Differences};

use crate::error::Raise;
use crate::input::{Text, named};
use crate::list::each;

/// Offsets in both names, and the letter or separator there.
type PlaceFields = (usize, usize, Option<char>, Option<char>);

/// How two names differ. Its `repr` shows the type only.
#[pyclass(frozen, module = "sceau._native")]
pub(crate) struct NameComparison(Comparison);

#[pymethods]
impl NameComparison {
    /// The wire names of the differences.
    fn differences(&self) -> Vec<&'static str> {
        names(self.0.differences())
    }

    /// Returns the first place where the names differ so.
    #[pyo3(signature = (difference, /))]
    fn place(&self, difference: &str) -> PyResult<Option<PlaceFields>> {
        let difference = named(Difference::ALL, Difference::name, difference)?;
        let place = self.0.place(difference);
        Ok(place.map(|at| (at.first, at.second, at.letter_first(), at.letter_second())))
    }

    #[expect(clippy::unused_self, reason = "shows the type only")]
    fn __repr__(&self) -> &'static str {
        "NameComparison(..)"
    }
}

/// The field of `sceau.name.NamePolicy`.
#[derive(FromPyObject)]
pub(crate) struct NamePolicy {
    accepted: HashSet<String>,
}

impl NamePolicy {
    pub(crate) fn core(&self) -> PyResult<name::NamePolicy> {
        let mut accepted = Differences::NONE;
        for difference in &self.accepted {
            accepted = accepted.with(named(Difference::ALL, Difference::name, difference)?);
        }
        let policy = name::NamePolicy::new(accepted);
        policy.ok_or_else(|| PyValueError::new_err("no policy accepts other letters"))
    }
}

/// Returns the wire names of the differences that `sag` or `tolerant` accepts.
#[pyfunction]
#[pyo3(signature = (profile, /))]
pub(crate) fn name_profile(profile: &str) -> PyResult<Vec<&'static str>> {
    let profiles = [("sag", name::NamePolicy::SAG), ("tolerant", name::NamePolicy::TOLERANT)];
    let (_, policy) = named(&profiles, |(name, _)| name, profile)?;
    Ok(names(policy.accepted()))
}

/// Checks the differences of a policy.
#[pyfunction]
#[pyo3(signature = (policy, /))]
pub(crate) fn name_policy(policy: NamePolicy) -> PyResult<()> {
    policy.core().map(drop)
}

#[pyfunction]
#[pyo3(signature = (policy, comparison, /))]
pub(crate) fn name_accepts(policy: NamePolicy, comparison: &NameComparison) -> PyResult<bool> {
    Ok(policy.core()?.accepts(&comparison.0))
}

/// Returns the key letters of a name, and the text to store of them.
#[pyfunction]
#[pyo3(signature = (name, /))]
pub(crate) fn name_fold(name: Text) -> PyResult<(String, String)> {
    let key = name::fold(&name).map_err(Raise::raise)?;
    Ok((key.as_str().to_owned(), key.versioned().as_str().to_owned()))
}

/// Returns a name as a machine readable zone writes it, and the text to store of it.
#[pyfunction]
#[pyo3(signature = (name, /))]
pub(crate) fn name_fold_icao(name: Text) -> PyResult<(String, String)> {
    let key = name::fold_icao(&name).map_err(Raise::raise)?;
    Ok((key.as_str().to_owned(), key.versioned().as_str().to_owned()))
}

/// Returns the key to store of each name; `None` for what is no name.
#[pyfunction]
#[pyo3(signature = (names, /))]
pub(crate) fn name_keys<'py>(names: &Bound<'py, PyAny>) -> PyResult<Vec<Bound<'py, PyAny>>> {
    let key = |name: &str| name::fold(name).ok().map(|key| key.versioned());
    let py = names.py();
    each(names, |name| text_or_none(py, key(name).as_deref()))
}

/// Returns the writing of a machine readable zone to store of each name; `None` for what is no
/// name.
#[pyfunction]
#[pyo3(signature = (names, /))]
pub(crate) fn name_keys_icao<'py>(names: &Bound<'py, PyAny>) -> PyResult<Vec<Bound<'py, PyAny>>> {
    let key = |name: &str| name::fold_icao(name).ok().map(|key| key.versioned());
    let py = names.py();
    each(names, |name| text_or_none(py, key(name).as_deref()))
}

fn text_or_none<'py>(py: Python<'py>, text: Option<&str>) -> Bound<'py, PyAny> {
    match text {
        Some(text) => PyString::new(py, text).into_any(),
        None => py.None().into_bound(py),
    }
}

#[pyfunction]
#[pyo3(signature = (machine, name, /))]
pub(crate) fn name_matches_icao(machine: Text, name: Text) -> PyResult<bool> {
    name::matches_icao(&machine, &name).map_err(Raise::raise)
}

/// Returns the distance of two names, or `None` beyond the greatest one that is counted.
#[pyfunction]
#[pyo3(signature = (first, second, /))]
pub(crate) fn name_distance(first: Text, second: Text) -> PyResult<Option<u8>> {
    name::distance(&first, &second).map_err(Raise::raise)
}

#[pyfunction]
#[pyo3(signature = (first, second, /))]
pub(crate) fn name_compare(first: Text, second: Text) -> PyResult<NameComparison> {
    name::compare(&first, &second).map(NameComparison).map_err(Raise::raise)
}

/// Returns the wire names of a set.
pub(crate) fn names(differences: Differences) -> Vec<&'static str> {
    differences.iter().map(|difference| difference.name()).collect()
}
