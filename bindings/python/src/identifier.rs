//! Québec's identifiers. A parsed one crosses the border as its kind and its compact form.

use std::collections::HashMap;

use pyo3::exceptions::PyLookupError;
use pyo3::prelude::*;
use sceau::identifier::{
    AnyIdentifier, BirthDate, CardExpiry, Identifier, IdentifierError, IdentifierKind, Level, Nam,
    NamBirth, Nas, Neq, PseudonymKey, TypedEdit, TypingState,
};
use sceau::time::Date;

use crate::error::Raise;
use crate::input::{Day, Text, TextOrBytes, named};
use crate::list::each;
use crate::state::ServiceKey;

/// A civil date: year, month, day.
type Ymd = (u16, u8, u8);

/// A state's wire name, the new text, the caret in it, and why nothing can come of it, and where.
type Typing = (&'static str, Option<String>, usize, Option<&'static str>, Option<usize>);

/// Returns the compact form of what a person typed.
#[pyfunction]
#[pyo3(signature = (kind, text, /))]
pub(crate) fn identifier_parse(kind: &str, text: Text) -> PyResult<String> {
    parse(kind, &text).map(|identifier| identifier.compact().to_owned())
}

#[pyfunction]
#[pyo3(signature = (kind, compact, /))]
pub(crate) fn identifier_display(kind: &str, compact: Text) -> PyResult<String> {
    parse(kind, &compact).map(|identifier| identifier.display().as_str().to_owned())
}

#[pyfunction]
#[pyo3(signature = (kind, compact, /))]
pub(crate) fn identifier_masked(kind: &str, compact: Text) -> PyResult<String> {
    parse(kind, &compact).map(|identifier| identifier.masked().as_str().to_owned())
}

/// Returns the level's wire name.
#[pyfunction]
#[pyo3(signature = (kind, compact, /, *, today))]
pub(crate) fn identifier_level(kind: &str, compact: Text, today: Day) -> PyResult<&'static str> {
    parse(kind, &compact).map(|identifier| identifier.level(today.date()).name())
}

/// Returns the level of each text, or the exception that its parsing would raise.
#[pyfunction]
#[pyo3(signature = (kind, texts, /, *, today))]
pub(crate) fn identifier_levels<'py>(
    kind: &str,
    texts: &Bound<'py, PyAny>,
    today: Day,
) -> PyResult<Vec<Bound<'py, PyAny>>> {
    let (kind, today) = (kind_named(kind)?, today.date());
    let mut answers = Answers::new(texts.py())?;
    each(texts, |text| match kind.level(text, today) {
        Ok(level) => answers.level(level),
        Err(error) => answers.error(error),
    })
}

/// The objects in a list of levels: one for each level, and one for each reason and place.
struct Answers<'py> {
    well_formed: Bound<'py, PyAny>,
    plausible: Bound<'py, PyAny>,
    check_digit: Bound<'py, PyAny>,
    errors: HashMap<IdentifierError, Bound<'py, PyAny>>,
}

impl<'py> Answers<'py> {
    fn new(py: Python<'py>) -> PyResult<Self> {
        let members = py.import("sceau._identifier")?.getattr("Level")?;
        let member = |level: Level| members.call1((level.name(),));
        Ok(Self {
            well_formed: member(Level::WellFormed)?,
            plausible: member(Level::Plausible)?,
            check_digit: member(Level::CheckDigit)?,
            errors: HashMap::new(),
        })
    }

    fn level(&self, level: Level) -> Bound<'py, PyAny> {
        match level {
            Level::WellFormed => self.well_formed.clone(),
            Level::Plausible => self.plausible.clone(),
            Level::CheckDigit => self.check_digit.clone(),
        }
    }

    fn error(&mut self, error: IdentifierError) -> Bound<'py, PyAny> {
        let py = self.well_formed.py();
        let made = self.errors.entry(error);
        made.or_insert_with(|| error.raise().into_value(py).into_bound(py).into_any()).clone()
    }
}

/// Says what a field holds whose caret is at the byte `caret`.
#[pyfunction]
#[pyo3(signature = (kind, text, /, *, caret, edit))]
pub(crate) fn identifier_typing(
    kind: &str,
    text: Text,
    caret: usize,
    edit: &str,
) -> PyResult<Typing> {
    let typing =
        kind_named(kind)?.typing(&text, caret, named(TypedEdit::ALL, TypedEdit::name, edit)?);
    let error = match typing.state {
        TypingState::Impossible { error } => Some(error),
        _ => None,
    };
    let new = typing.text.map(|text| text.as_str().to_owned());
    let (reason, at) = (error.map(|error| error.name()), error.and_then(IdentifierError::at));
    Ok((typing.state.name(), new, typing.caret, reason, at))
}

/// Returns 32 bytes.
#[pyfunction]
#[pyo3(signature = (kind, compact, /, *, key, group))]
pub(crate) fn identifier_pseudonym(
    kind: &str,
    compact: Text,
    key: &ServiceKey,
    group: TextOrBytes,
) -> PyResult<[u8; 32]> {
    let key = PseudonymKey::new(&key.0, &group);
    parse(kind, &compact).map(|identifier| *identifier.pseudonym(&key).as_bytes())
}

/// Returns the compact form of a number that nobody can have been given, if the kind has any.
#[pyfunction]
#[pyo3(signature = (kind, number, /))]
pub(crate) fn identifier_synthetic(kind: &str, number: u64) -> PyResult<Option<String>> {
    let found = kind_named(kind)?.synthetic(number);
    Ok(found.map(|identifier| identifier.compact().to_owned()))
}

/// Returns the wire names of all kinds.
#[pyfunction]
pub(crate) fn identifier_kinds() -> Vec<&'static str> {
    IdentifierKind::ALL.iter().map(IdentifierKind::name).collect()
}

fn parse(kind: &str, text: &Text) -> PyResult<AnyIdentifier> {
    kind_named(kind)?.parse(text).map_err(Raise::raise)
}

fn kind_named(kind: &str) -> PyResult<IdentifierKind> {
    let found = IdentifierKind::from_name(kind);
    found.ok_or_else(|| PyLookupError::new_err("no such identifier"))
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

/// Returns the kind's wire name.
#[pyfunction]
#[pyo3(signature = (compact, /))]
pub(crate) fn neq_check(compact: Text) -> PyResult<&'static str> {
    let kind = Neq::parse(&compact).and_then(|neq| neq.check());
    kind.map(|kind| kind.name()).map_err(Raise::raise)
}

/// Returns the last day of the month.
#[pyfunction]
#[pyo3(signature = (compact, /))]
pub(crate) fn card_expiry_last_day(compact: Text) -> PyResult<Ymd> {
    let expiry = CardExpiry::parse(&compact);
    expiry.map(|expiry| ymd(expiry.last_day())).map_err(Raise::raise)
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
