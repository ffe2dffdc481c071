//! Québec's identifiers. A parsed one crosses the border as its kind and its compact form.

use pyo3::exceptions::PyLookupError;
use pyo3::prelude::*;
use sceau::identifier::{
    AssessmentNotice, BirthDate, CardReference, EmailAddress, Identifier, IdentifierError, Nam,
    NamBirth, Nas, Username,
};
use sceau::time::Date;

use crate::error::Raise;
use crate::input::{Day, Text};

/// A civil date: year, month, day.
type Ymd = (u16, u8, u8);

/// Parses `$text` as the identifier whose kind is `$kind`, and asks `$question` of it.
macro_rules! ask {
    ($kind:expr, $text:expr, $question:expr; $($type:ident),+) => {
        match $kind {
            $($type::KIND => $type::parse($text).map($question).map_err(Raise::raise),)+
            _ => Err(PyLookupError::new_err("no such identifier")),
        }
    };
    ($kind:expr, $text:expr, $question:expr) => {
        ask!($kind, $text, $question; AssessmentNotice, BirthDate, CardReference, EmailAddress, Nam,
            Nas, Username)
    };
}

/// Returns the compact form of what a person typed.
#[pyfunction]
#[pyo3(signature = (kind, text, /))]
pub(crate) fn identifier_parse(kind: &str, text: Text) -> PyResult<String> {
    ask!(kind, &text, |identifier| identifier.compact().to_owned())
}

#[pyfunction]
#[pyo3(signature = (kind, compact, /))]
pub(crate) fn identifier_display(kind: &str, compact: Text) -> PyResult<String> {
    ask!(kind, &compact, |identifier| identifier.display().as_str().to_owned())
}

#[pyfunction]
#[pyo3(signature = (kind, compact, /))]
pub(crate) fn identifier_masked(kind: &str, compact: Text) -> PyResult<String> {
    ask!(kind, &compact, |identifier| identifier.masked().as_str().to_owned())
}

/// Returns the level's wire name.
#[pyfunction]
#[pyo3(signature = (kind, compact, /, *, today))]
pub(crate) fn identifier_level(kind: &str, compact: Text, today: Day) -> PyResult<&'static str> {
    let today = today.date();
    ask!(kind, &compact, |identifier| identifier.level(today).name())
}

/// Returns the birth date, and the wire name of the month's code.
#[pyfunction]
#[pyo3(signature = (compact, /, *, today))]
pub(crate) fn nam_check(compact: Text, today: Day) -> PyResult<(Ymd, &'static str)> {
    let today = today.date();
    let birth = Nam::parse(&compact).and_then(|nam| nam.check(today));
    birth.map(birth_fields).map_err(Raise::raise)
}

/// Returns the birth date, and the wire name of the month's code.
#[pyfunction]
#[pyo3(signature = (compact, /, *, born))]
pub(crate) fn nam_check_born(compact: Text, born: Day) -> PyResult<(Ymd, &'static str)> {
    let born = born.date();
    let birth = Nam::parse(&compact).and_then(|nam| nam.check_born(born));
    birth.map(birth_fields).map_err(Raise::raise)
}

/// Returns the kind's wire name.
#[pyfunction]
#[pyo3(signature = (compact, /))]
pub(crate) fn nas_check(compact: Text) -> PyResult<&'static str> {
    let kind = Nas::parse(&compact).and_then(|nas| nas.check());
    kind.map(|kind| kind.name()).map_err(Raise::raise)
}

/// Returns the compact form of a birth date that is known.
#[pyfunction]
#[pyo3(signature = (date, /))]
pub(crate) fn birth_date_new(date: Day) -> String {
    BirthDate::new(date.date()).compact().to_owned()
}

/// Returns the day of a birth date.
#[pyfunction]
#[pyo3(signature = (compact, /))]
pub(crate) fn birth_date_date(compact: Text) -> PyResult<Ymd> {
    birth_date(&compact).map(|born| ymd(born.date())).map_err(Raise::raise)
}

/// Returns the age in full years.
#[pyfunction]
#[pyo3(signature = (compact, /, *, today))]
pub(crate) fn birth_date_age_on(compact: Text, today: Day) -> PyResult<u16> {
    let today = today.date();
    birth_date(&compact).map(|born| born.age_on(today)).map_err(Raise::raise)
}

fn birth_date(compact: &Text) -> Result<BirthDate, IdentifierError> {
    BirthDate::parse(compact)
}

fn birth_fields(birth: NamBirth) -> (Ymd, &'static str) {
    (ymd(birth.date), birth.marker.name())
}

fn ymd(date: Date) -> Ymd {
    (date.year(), date.month(), date.day())
}
