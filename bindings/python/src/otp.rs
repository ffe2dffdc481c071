//! HOTP and TOTP.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyString;
use sceau::code;
use sceau::otp::{self, HotpOutcome, OtpAlgorithm, TimeStep, TotpDrift, TotpOutcome, TotpWindow};
use sceau::time::{Seconds, UnixTime};

use crate::error::Raise;
use crate::input::{Digits, Text, named};
use crate::otp_secret::OtpSecret;

/// A code to show to a person: 6 to 9 digits. A live code is a secret: its `repr` shows nothing.
#[pyclass(frozen, module = "sceau.code")]
pub(crate) struct Code(pub(crate) code::Code);

#[pymethods]
impl Code {
    /// The digits as they are typed: `996729`.
    #[getter]
    fn compact<'py>(&self, py: Python<'py>) -> Bound<'py, PyString> {
        PyString::new(py, self.0.compact().as_str())
    }

    /// The digits in groups, as sign-up screens print them: `996 729`.
    #[getter]
    fn display<'py>(&self, py: Python<'py>) -> Bound<'py, PyString> {
        PyString::new(py, self.0.display().as_str())
    }

    #[expect(clippy::unused_self, reason = "shows the type only")]
    fn __repr__(&self) -> &'static str {
        "Code(..)"
    }
}

/// An algorithm, or what is none: pyo3 would hide the reason why a field is refused. Read where it
/// is, since it is read for every code.
struct Algorithm(Option<OtpAlgorithm>);

impl Algorithm {
    fn algorithm(&self) -> PyResult<OtpAlgorithm> {
        self.0.ok_or_else(|| PyValueError::new_err("not a member of the enumeration"))
    }
}

impl FromPyObject<'_, '_> for Algorithm {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
        let name = object.cast::<PyString>()?;
        let name = name.to_str().unwrap_or_default();
        Ok(Self(OtpAlgorithm::ALL.iter().copied().find(|one| one.name() == name)))
    }
}

/// The fields of `sceau.otp.Hotp`.
#[derive(FromPyObject)]
pub(crate) struct Hotp {
    algorithm: Algorithm,
    digits: Digits,
    look_ahead: u8,
    resync: u16,
    unchecked: bool,
}

impl Hotp {
    fn core(&self) -> PyResult<otp::Hotp> {
        let (algorithm, digits) = (self.algorithm.algorithm()?, self.digits.digits()?);
        let hotp = if self.unchecked {
            Ok(otp::Hotp::new_unchecked_policy(algorithm, digits, self.look_ahead))
        } else {
            otp::Hotp::new(algorithm, digits, self.look_ahead)
        };
        hotp.and_then(|hotp| hotp.with_resync(self.resync)).map_err(Raise::raise)
    }
}

/// The fields of `sceau.otp.Totp`.
#[derive(FromPyObject)]
pub(crate) struct Totp {
    algorithm: Algorithm,
    digits: Digits,
    period_s: u64,
    past: u8,
    future: u8,
    past_s: u64,
    future_s: u64,
    drift: u8,
    unchecked: bool,
}

impl Totp {
    fn core(&self) -> PyResult<otp::Totp> {
        let (algorithm, digits) = (self.algorithm.algorithm()?, self.digits.digits()?);
        let period = Seconds::new(self.period_s);
        let wide = |window: TotpWindow| {
            window.with_seconds(Seconds::new(self.past_s), Seconds::new(self.future_s))
        };
        let totp = if self.unchecked {
            wide(TotpWindow::new_unchecked_policy(self.past, self.future))
                .and_then(|w| otp::Totp::new_unchecked_policy(algorithm, digits, period, w))
        } else {
            TotpWindow::new(self.past, self.future)
                .and_then(wide)
                .and_then(|w| otp::Totp::new(algorithm, digits, period, w))
        };
        totp.and_then(|totp| totp.with_drift(self.drift)).map_err(Raise::raise)
    }
}

/// Codes by counter for one secret, whose pads are absorbed.
#[pyclass(frozen, module = "sceau.otp")]
pub(crate) struct HotpKey(otp::PreparedHotp);

#[pymethods]
impl HotpKey {
    #[new]
    #[pyo3(signature = (parameters, secret, /))]
    fn new(parameters: Hotp, secret: &OtpSecret) -> PyResult<Self> {
        Ok(Self(parameters.core()?.prepare(&secret.0)))
    }

    #[pyo3(signature = (*, counter))]
    fn code(&self, counter: u64) -> Code {
        Code(self.0.code(counter))
    }

    #[pyo3(signature = (typed, /, *, counter))]
    fn verify(&self, typed: Text, counter: u64) -> PyResult<(&'static str, Vec<u64>)> {
        self.0.verify(&typed, counter).map(hotp_said).map_err(Raise::raise)
    }

    #[pyo3(signature = (first, second, /, *, counter))]
    fn resynchronize(
        &self,
        first: Text,
        second: Text,
        counter: u64,
    ) -> PyResult<(&'static str, Vec<u64>)> {
        self.0.resynchronize(&first, &second, counter).map(hotp_said).map_err(Raise::raise)
    }

    #[expect(clippy::unused_self, reason = "shows the type only")]
    fn __repr__(&self) -> &'static str {
        "HotpKey(..)"
    }
}

/// Codes by time for one secret, whose pads are absorbed.
#[pyclass(frozen, module = "sceau.otp")]
pub(crate) struct TotpKey(otp::PreparedTotp);

#[pymethods]
impl TotpKey {
    #[new]
    #[pyo3(signature = (parameters, secret, /))]
    fn new(parameters: Totp, secret: &OtpSecret) -> PyResult<Self> {
        Ok(Self(parameters.core()?.prepare(&secret.0)))
    }

    #[pyo3(signature = (*, now))]
    fn code(&self, now: u64) -> Code {
        Code(self.0.code(UnixTime::new(now)))
    }

    #[pyo3(signature = (typed, /, *, now, last))]
    fn verify(&self, typed: Text, now: u64, last: Option<u64>) -> (&'static str, Vec<u64>) {
        totp_said(self.0.verify(&typed, UnixTime::new(now), last.map(TimeStep::new)))
    }

    /// Returns as `verify`, and the drift to store.
    #[pyo3(signature = (typed, /, *, now, last, drift))]
    fn verify_drifting(
        &self,
        typed: Text,
        now: u64,
        last: Option<u64>,
        drift: i8,
    ) -> (&'static str, Vec<u64>, i8) {
        let (now, last) = (UnixTime::new(now), last.map(TimeStep::new));
        let learned = self.0.verify_drifting(&typed, now, last, TotpDrift::new(drift));
        let (name, fields) = totp_said(learned.outcome);
        (name, fields, learned.drift.steps())
    }

    #[expect(clippy::unused_self, reason = "shows the type only")]
    fn __repr__(&self) -> &'static str {
        "TotpKey(..)"
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
    verified.map(hotp_said).map_err(Raise::raise)
}

fn hotp_said(outcome: HotpOutcome) -> (&'static str, Vec<u64>) {
    let fields = match outcome {
        HotpOutcome::Accepted { next } => vec![next],
        HotpOutcome::Mismatch | HotpOutcome::Malformed => vec![],
    };
    (outcome.name(), fields)
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
    Ok(totp_said(parameters.core()?.verify(&secret.0, &typed, now, last)))
}

fn totp_said(outcome: TotpOutcome) -> (&'static str, Vec<u64>) {
    let fields = match outcome {
        TotpOutcome::Accepted { step } => vec![step.get()],
        TotpOutcome::Replayed | TotpOutcome::Mismatch | TotpOutcome::Malformed => vec![],
    };
    (outcome.name(), fields)
}

#[pyfunction]
#[pyo3(signature = (parameters, /, *, step))]
pub(crate) fn totp_accepted_until(parameters: Totp, step: u64) -> PyResult<u64> {
    Ok(parameters.core()?.accepted_until(TimeStep::new(step)).seconds())
}

pub(crate) fn algorithm(name: &str) -> PyResult<OtpAlgorithm> {
    named(OtpAlgorithm::ALL, OtpAlgorithm::name, name)
}
