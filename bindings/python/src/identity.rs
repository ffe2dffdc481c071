//! A person across documents.

use pyo3::prelude::*;
use sceau::identifier::{BirthDate, Identifier, Nam};
use sceau::identity::{self, Claim, DocumentKind};
use sceau::message::Language;

use crate::error::Raise;
use crate::input::{Day, Text, named};
use crate::name::{NamePolicy, names};

/// The fields of `sceau.identity.Document`.
#[derive(FromPyObject)]
pub(crate) struct Document {
    kind: String,
    surname: Text,
    given_name: Text,
    other_surname: Option<Text>,
}

impl Document {
    fn core(&self) -> PyResult<identity::Document<'_>> {
        Ok(identity::Document {
            kind: named(DocumentKind::ALL, DocumentKind::name, &self.kind)?,
            surname: &self.surname,
            given_name: &self.given_name,
            other_surname: self.other_surname.as_deref(),
        })
    }
}

/// What was found of one field. Its `repr` shows the type only.
#[pyclass(frozen, module = "sceau._native")]
pub(crate) struct IdentityFinding(identity::Finding);

#[pymethods]
impl IdentityFinding {
    #[getter]
    fn field(&self) -> &'static str {
        self.0.field.name()
    }

    #[getter]
    fn verdict(&self) -> &'static str {
        self.0.verdict.name()
    }

    #[getter]
    fn first(&self) -> Option<&'static str> {
        self.0.first.map(|document| document.name())
    }

    #[getter]
    fn second(&self) -> Option<&'static str> {
        self.0.second.map(|document| document.name())
    }

    #[getter]
    fn differences(&self) -> Vec<&'static str> {
        names(self.0.differences)
    }

    #[getter]
    fn main(&self) -> Option<&'static str> {
        self.0.main.map(|difference| difference.name())
    }

    #[getter]
    fn letter_first(&self) -> Option<char> {
        self.0.letter_first
    }

    #[getter]
    fn letter_second(&self) -> Option<char> {
        self.0.letter_second
    }

    /// The error's wire name, its offset, and the side at fault.
    #[getter]
    fn unreadable(&self) -> Option<(&'static str, usize, &'static str)> {
        self.0.unreadable.map(|found| (found.name(), found.error.at(), found.side.name()))
    }

    #[getter]
    fn minimum_age(&self) -> Option<u16> {
        self.0.minimum_age
    }

    /// Returns the sentence that says it to the person.
    #[pyo3(signature = (language, /))]
    fn message(&self, language: &str) -> PyResult<String> {
        let language = named(Language::ALL, Language::name, language)?;
        Ok(self.0.sentence(language).as_str().to_owned())
    }

    #[expect(clippy::unused_self, reason = "shows the type only")]
    fn __repr__(&self) -> &'static str {
        "IdentityFinding(..)"
    }
}

/// Returns the least age for a SAG account, in years.
#[pyfunction]
pub(crate) fn sag_minimum_age() -> u16 {
    identity::SAG_MINIMUM_AGE
}

/// Returns the outcome's wire name, and the findings.
#[pyfunction]
#[pyo3(signature = (documents, /, *, nam, birth_date, today, policy, minimum_age))]
pub(crate) fn identity_check(
    documents: Vec<Document>,
    nam: Text,
    birth_date: Text,
    today: Day,
    policy: NamePolicy,
    minimum_age: u16,
) -> PyResult<(&'static str, Vec<IdentityFinding>)> {
    let documents = documents.iter().map(Document::core).collect::<PyResult<Vec<_>>>()?;
    let claim = Claim {
        documents: &documents,
        nam: &Nam::parse(&nam).map_err(Raise::raise)?,
        birth_date: BirthDate::parse(&birth_date).map_err(Raise::raise)?,
        today: today.date(),
        policy: policy.core()?,
        minimum_age,
    };
    let report = identity::check(&claim).map_err(Raise::raise)?;
    let findings = report.findings().iter().copied().map(IdentityFinding).collect();
    Ok((report.outcome().name(), findings))
}
