//! Lists: one call for many texts. What a text gives is its family's to say.

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::PyString;

use crate::input::Text;

/// Returns what `answer` gives for each of `texts`, in their order; `None` stays `None`.
///
/// A text alone, whose items are texts of one character, is a mistake and not a list.
pub(crate) fn each<'py>(
    texts: &Bound<'py, PyAny>,
    mut answer: impl FnMut(&str) -> Bound<'py, PyAny>,
) -> PyResult<Vec<Bound<'py, PyAny>>> {
    if texts.is_instance_of::<PyString>() {
        return Err(PyTypeError::new_err("one text is no list of texts"));
    }
    // No capacity: a length that an object tells may be any number.
    let mut answers = Vec::new();
    for (index, item) in texts.try_iter()?.enumerate() {
        let item = item?;
        answers.push(match item.cast::<PyString>() {
            Ok(text) => match text.to_str() {
                Ok(text) => answer(text),
                // A lone surrogate.
                Err(_) => answer(&item.extract::<Text>()?),
            },
            Err(_) if item.is_none() => item,
            Err(_) => return Err(no_text(index)),
        });
    }
    Ok(answers)
}

fn no_text(index: usize) -> PyErr {
    PyTypeError::new_err(format!("item {index} is neither str nor None"))
}
