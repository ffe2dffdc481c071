//! The secrets of HOTP and TOTP.

use pyo3::prelude::*;
use sceau::otp::{self, OtpReading};

use crate::error::Raise;
use crate::input::{Bytes, Text, named};

/// The secret that an authenticator shares with the service: 16 to 128 bytes. Raises `OtpError`.
#[pyclass(frozen, module = "sceau.otp")]
pub(crate) struct OtpSecret(pub(crate) otp::OtpSecret);

#[pymethods]
impl OtpSecret {
    #[new]
    #[pyo3(signature = (secret, /))]
    fn new(secret: Bytes) -> PyResult<Self> {
        otp::OtpSecret::new(&secret).map(Self).map_err(Raise::raise)
    }

    /// Takes a secret of any length up to 128 bytes: for one that another system made too short,
    /// until its owner has a new one.
    #[staticmethod]
    #[pyo3(signature = (secret, /))]
    fn unchecked_policy(secret: Bytes) -> PyResult<Self> {
        otp::OtpSecret::new_unchecked_policy(&secret).map(Self).map_err(Raise::raise)
    }

    /// Reads a secret of 16 to 128 bytes from Base32; `reading` is `lenient` or `strict`. Raises
    /// `OtpTextError`.
    #[staticmethod]
    #[pyo3(signature = (text, /, reading = "lenient"))]
    fn from_base32(text: Text, reading: &str) -> PyResult<Self> {
        let secret = otp::OtpSecret::from_base32(&text, named_reading(reading)?);
        secret.map(Self).map_err(Raise::raise)
    }

    /// Reads a secret of 1 to 128 bytes from Base32: for one that another system made too short,
    /// until its owner has a new one.
    #[staticmethod]
    #[pyo3(signature = (text, /, reading = "lenient"))]
    fn from_base32_unchecked_policy(text: Text, reading: &str) -> PyResult<Self> {
        let reading = named_reading(reading)?;
        let secret = otp::OtpSecret::from_base32_unchecked_policy(&text, reading);
        secret.map(Self).map_err(Raise::raise)
    }

    /// The secret as upper-case Base32 without padding, which every app reads.
    fn base32(&self) -> String {
        self.0.to_base32().as_str().to_owned()
    }

    /// The same in groups of four, to be typed by a person.
    fn base32_groups(&self) -> String {
        self.0.to_base32_groups().as_str().to_owned()
    }

    /// The bytes, to be stored encrypted where the secret came as text. Not for logs.
    fn expose(&self) -> &[u8] {
        self.0.expose()
    }

    #[expect(clippy::unused_self, reason = "shows the type only")]
    fn __repr__(&self) -> &'static str {
        "OtpSecret(..)"
    }
}

pub(crate) fn named_reading(name: &str) -> PyResult<OtpReading> {
    named(OtpReading::ALL, OtpReading::name, name)
}
