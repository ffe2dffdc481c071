//! `otpauth://` URIs.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use sceau::otp::{self, OtpFactor};
use sceau::time::Seconds;

use crate::error::Raise;
use crate::input::{Digits, Text};
use crate::otp::algorithm;
use crate::otp_secret::{OtpSecret, named_reading};

/// What an `otpauth://` URI says: a secret, so its `repr` shows nothing.
#[pyclass(frozen, module = "sceau.otp")]
pub(crate) struct OtpUri(otp::OtpUri);

#[pymethods]
impl OtpUri {
    /// Pairs an app, with the guard rails or without.
    #[new]
    #[pyo3(signature = (*, issuer, account, secret, algorithm, digits, period_s, counter, unchecked))]
    fn new(
        issuer: Text,
        account: Text,
        secret: &OtpSecret,
        algorithm: &str,
        digits: Digits,
        period_s: Option<u64>,
        counter: Option<u64>,
        unchecked: bool,
    ) -> PyResult<Self> {
        let factor = match (period_s, counter) {
            (Some(period), None) => OtpFactor::Period { period: Seconds::new(period) },
            (None, None) => OtpFactor::THIRTY_SECONDS,
            (None, Some(counter)) => OtpFactor::Counter { counter },
            (Some(_), Some(_)) => return Err(PyValueError::new_err("a period and a counter")),
        };
        let build = if unchecked { otp::OtpUri::new_unchecked_policy } else { otp::OtpUri::new };
        let algorithm = self::algorithm(algorithm)?;
        let secret = secret.0.clone();
        build(&issuer, &account, secret, algorithm, digits.digits()?, factor)
            .map(Self)
            .map_err(Raise::raise)
    }

    #[staticmethod]
    #[pyo3(signature = (text, /, *, reading, unchecked))]
    fn parse(text: Text, reading: &str, unchecked: bool) -> PyResult<Self> {
        let read = if unchecked { otp::OtpUri::parse_unchecked_policy } else { otp::OtpUri::parse };
        read(&text, named_reading(reading)?).map(Self).map_err(Raise::raise)
    }

    #[getter]
    fn issuer(&self) -> &str {
        self.0.issuer()
    }

    #[getter]
    fn account(&self) -> &str {
        self.0.account()
    }

    #[getter]
    fn secret(&self) -> OtpSecret {
        OtpSecret(self.0.secret().clone())
    }

    #[getter]
    fn algorithm(&self) -> &'static str {
        self.0.algorithm().name()
    }

    #[getter]
    fn digits(&self) -> u8 {
        self.0.digits().get()
    }

    #[getter]
    fn period_s(&self) -> Option<u64> {
        match self.0.factor() {
            OtpFactor::Period { period } => Some(period.get()),
            OtpFactor::Counter { .. } => None,
        }
    }

    #[getter]
    fn counter(&self) -> Option<u64> {
        match self.0.factor() {
            OtpFactor::Counter { counter } => Some(counter),
            OtpFactor::Period { .. } => None,
        }
    }

    fn text(&self) -> String {
        self.0.to_text().as_str().to_owned()
    }

    #[expect(clippy::unused_self, reason = "shows the type only")]
    fn __repr__(&self) -> &'static str {
        "OtpUri(..)"
    }
}
