//! HOTP and TOTP.

use pyo3::prelude::*;
use sceau::code;
use sceau::otp::{self, HotpOutcome, OtpAlgorithm, TimeStep, TotpOutcome, TotpWindow};
use sceau::time::{Seconds, UnixTime};

use crate::error::Raise;
use crate::input::{Bytes, Digits, Text, named};

/// A code to show to a person: 6 to 9 digits. A live code is a secret: its `repr` shows nothing.
#[pyclass(frozen, module = "sceau.code")]
pub(crate) struct Code(pub(crate) code::Code);

#[pymethods]
impl Code {
    /// The digits as they are typed: `996729`.
    #[getter]
    fn compact(&self) -> String {
        self.0.compact().as_str().to_owned()
    }

    /// The digits in groups, as sign-up screens print them: `996 729`.
    #[getter]
    fn display(&self) -> String {
        self.0.display().as_str().to_owned()
    }

    #[expect(clippy::unused_self, reason = "shows the type only")]
    fn __repr__(&self) -> &'static str {
        "Code(..)"
    }
}

/// The secret that an authenticator shares with the service: 16 to 128 bytes. Raises `OtpError`.
#[pyclass(frozen, module = "sceau.otp")]
pub(crate) struct OtpSecret(otp::OtpSecret);

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

    #[expect(clippy::unused_self, reason = "shows the type only")]
    fn __repr__(&self) -> &'static str {
        "OtpSecret(..)"
    }
}

/// The fields of `sceau.otp.Hotp`.
#[derive(FromPyObject)]
pub(crate) struct Hotp {
    algorithm: String,
    digits: Digits,
    look_ahead: u8,
}

impl Hotp {
    fn core(&self) -> PyResult<otp::Hotp> {
        let algorithm = algorithm(&self.algorithm)?;
        otp::Hotp::new(algorithm, self.digits.digits()?, self.look_ahead).map_err(Raise::raise)
    }
}

/// The fields of `sceau.otp.Totp`.
#[derive(FromPyObject)]
pub(crate) struct Totp {
    algorithm: String,
    digits: Digits,
    period_s: u64,
    past: u8,
    future: u8,
}

impl Totp {
    fn core(&self) -> PyResult<otp::Totp> {
        let algorithm = algorithm(&self.algorithm)?;
        let window = TotpWindow::new(self.past, self.future).map_err(Raise::raise)?;
        let period = Seconds::new(self.period_s);
        otp::Totp::new(algorithm, self.digits.digits()?, period, window).map_err(Raise::raise)
    }
}

/// Checks the parameters.
#[pyfunction]
#[pyo3(signature = (parameters, /))]
pub(crate) fn hotp(parameters: Hotp) -> PyResult<()> {
    parameters.core().map(drop)
}

#[pyfunction]
#[pyo3(signature = (parameters, /, *, secret, counter))]
pub(crate) fn hotp_code(parameters: Hotp, secret: &OtpSecret, counter: u64) -> PyResult<Code> {
    Ok(Code(parameters.core()?.code(&secret.0, counter)))
}

/// Returns the outcome's wire name, and the next counter of `accepted`.
#[pyfunction]
#[pyo3(signature = (parameters, /, *, secret, typed, counter))]
pub(crate) fn hotp_verify(
    parameters: Hotp,
    secret: &OtpSecret,
    typed: Text,
    counter: u64,
) -> PyResult<(&'static str, Vec<u64>)> {
    let verified = parameters.core()?.verify(&secret.0, &typed, counter);
    let outcome = verified.map_err(Raise::raise)?;
    let fields = match outcome {
        HotpOutcome::Accepted { next } => vec![next],
        HotpOutcome::Mismatch | HotpOutcome::Malformed => vec![],
    };
    Ok((outcome.name(), fields))
}

/// Checks the parameters.
#[pyfunction]
#[pyo3(signature = (parameters, /))]
pub(crate) fn totp(parameters: Totp) -> PyResult<()> {
    parameters.core().map(drop)
}

#[pyfunction]
#[pyo3(signature = (parameters, /, *, now))]
pub(crate) fn totp_step(parameters: Totp, now: u64) -> PyResult<u64> {
    Ok(parameters.core()?.step(UnixTime::new(now)).get())
}

#[pyfunction]
#[pyo3(signature = (parameters, /, *, now))]
pub(crate) fn totp_remaining(parameters: Totp, now: u64) -> PyResult<u64> {
    Ok(parameters.core()?.remaining(UnixTime::new(now)).get())
}

#[pyfunction]
#[pyo3(signature = (parameters, /, *, secret, now))]
pub(crate) fn totp_code(parameters: Totp, secret: &OtpSecret, now: u64) -> PyResult<Code> {
    Ok(Code(parameters.core()?.code(&secret.0, UnixTime::new(now))))
}

/// Returns the outcome's wire name, and the step of `accepted`.
#[pyfunction]
#[pyo3(signature = (parameters, /, *, secret, typed, now, last))]
pub(crate) fn totp_verify(
    parameters: Totp,
    secret: &OtpSecret,
    typed: Text,
    now: u64,
    last: Option<u64>,
) -> PyResult<(&'static str, Vec<u64>)> {
    let (now, last) = (UnixTime::new(now), last.map(TimeStep::new));
    let outcome = parameters.core()?.verify(&secret.0, &typed, now, last);
    let fields = match outcome {
        TotpOutcome::Accepted { step } => vec![step.get()],
        TotpOutcome::Replayed | TotpOutcome::Mismatch | TotpOutcome::Malformed => vec![],
    };
    Ok((outcome.name(), fields))
}

fn algorithm(name: &str) -> PyResult<OtpAlgorithm> {
    let all = [OtpAlgorithm::Sha1, OtpAlgorithm::Sha256, OtpAlgorithm::Sha512];
    named(&all, OtpAlgorithm::name, name)
}
