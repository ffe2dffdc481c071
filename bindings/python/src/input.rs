//! What Python objects become on their way in. Nothing of them goes into an exception.

use std::ops::Deref;

use pyo3::buffer::PyBuffer;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyString};
use sceau::code;
use sceau::time::Date;
use zeroize::Zeroizing;

/// The bytes of any buffer, copied while no other thread can write to it; wiped on drop.
pub(crate) struct Bytes(Zeroizing<Vec<u8>>);

impl Deref for Bytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0
    }
}

impl FromPyObject<'_, '_> for Bytes {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
        let buffer = PyBuffer::<u8>::get(&object)?;
        Ok(Self(Zeroizing::new(buffer.to_vec(object.py())?)))
    }
}

/// Text as UTF-8, or the bytes of any buffer; wiped on drop.
///
/// A lone surrogate stays the three bytes that it would have, which are not UTF-8.
pub(crate) struct TextOrBytes(Zeroizing<Vec<u8>>);

impl Deref for TextOrBytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0
    }
}

impl FromPyObject<'_, '_> for TextOrBytes {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
        match object.cast::<PyString>() {
            Ok(text) => utf8(&text).map(Self),
            Err(_) => object.extract().map(|Bytes(bytes)| Self(bytes)),
        }
    }
}

/// Text, wiped on drop.
///
/// A lone surrogate becomes U+FFFD, which has as many bytes, and which no family accepts.
pub(crate) struct Text(Zeroizing<String>);

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl FromPyObject<'_, '_> for Text {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
        let mut bytes = utf8(&*object.cast::<PyString>()?)?;
        for i in 2..bytes.len() {
            if let Some(surrogate @ [0xed, 0xa0..=0xbf, _]) = bytes.get_mut(i - 2..=i) {
                surrogate.copy_from_slice("\u{fffd}".as_bytes());
            }
        }
        let text = String::from_utf8(std::mem::take(&mut bytes));
        text.map(|text| Self(Zeroizing::new(text))).map_err(|_| PyValueError::new_err("not UTF-8"))
    }
}

fn utf8(text: &Bound<'_, PyString>) -> PyResult<Zeroizing<Vec<u8>>> {
    if let Ok(text) = text.to_str() {
        return Ok(Zeroizing::new(text.as_bytes().to_vec()));
    }
    let bytes = text.call_method1("encode", ("utf-8", "surrogatepass"))?;
    Ok(Zeroizing::new(bytes.cast::<PyBytes>()?.as_bytes().to_vec()))
}

/// A number of digits, 6 to 9, or what is none: pyo3 would hide the reason why a field is refused.
pub(crate) struct Digits(Option<code::Digits>);

impl Digits {
    pub(crate) fn digits(&self) -> PyResult<code::Digits> {
        self.0.ok_or_else(|| PyValueError::new_err("a code has 6 to 9 digits"))
    }
}

impl FromPyObject<'_, '_> for Digits {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
        Ok(Self(object.extract().ok().and_then(code::Digits::new)))
    }
}

/// A civil date: year, month, day.
pub(crate) struct Day(Date);

impl Day {
    pub(crate) fn date(&self) -> Date {
        self.0
    }
}

impl FromPyObject<'_, '_> for Day {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
        let number = |name| object.getattr(name);
        let year = number("year")?.extract()?;
        let date = Date::new(year, number("month")?.extract()?, number("day")?.extract()?);
        date.map(Self).ok_or_else(|| PyValueError::new_err("no such day"))
    }
}

/// Returns the one of `all` that has this wire name.
pub(crate) fn named<T: Copy>(
    all: &[T],
    name: impl Fn(&T) -> &'static str,
    text: &str,
) -> PyResult<T> {
    let found = all.iter().copied().find(|one| name(one) == text);
    found.ok_or_else(|| PyValueError::new_err("not a member of the enumeration"))
}
