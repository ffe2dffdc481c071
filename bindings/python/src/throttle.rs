//! Lock-out. A state crosses the border as its bytes.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use sceau::throttle::ThrottleSubject;
use sceau::throttle::{self, THROTTLE_BYTES, Throttle, ThrottleLimits, ThrottleOutcome};
use sceau::time::{Seconds, UnixTime};

use crate::error::Raise;
use crate::input::{Bytes, TextOrBytes};
use crate::state::ServiceKey;

/// An outcome's wire name and fields; what to store, and whether the clock went back.
type Begun = ((&'static str, Vec<u64>), ([u8; THROTTLE_BYTES], bool));

/// The fields of `sceau.throttle.ThrottlePolicy`.
#[derive(FromPyObject)]
pub(crate) struct ThrottlePolicy {
    free: u16,
    delay_s: u64,
    suspend_after: u16,
    suspension_s: u64,
    failures: u16,
    window_s: u64,
}

impl ThrottlePolicy {
    fn core(&self) -> PyResult<throttle::ThrottlePolicy> {
        let limits = ThrottleLimits {
            free: self.free,
            delay: Seconds::new(self.delay_s),
            suspend_after: self.suspend_after,
            suspension: Seconds::new(self.suspension_s),
            failures: self.failures,
            window: Seconds::new(self.window_s),
        };
        throttle::ThrottlePolicy::new(limits).map_err(Raise::raise)
    }
}

/// Returns the free failures, the delay, where suspension begins, how long it lasts, the bound and the
/// window, of accounts or of addresses.
#[pyfunction]
#[pyo3(signature = (*, origins))]
pub(crate) fn throttle_defaults(origins: bool) -> (u16, u64, u16, u64, u16, u64) {
    let limits = if origins { ThrottleLimits::origins() } else { ThrottleLimits::default() };
    let ThrottleLimits { free, delay, suspend_after, suspension, failures, window } = limits;
    (free, delay.get(), suspend_after, suspension.get(), failures, window.get())
}

/// An address of origin, in the one form that counts.
#[pyclass(frozen, eq, module = "sceau.throttle")]
#[derive(PartialEq)]
pub(crate) struct Origin(throttle::Origin);

#[pymethods]
impl Origin {
    #[new]
    #[pyo3(signature = (address, /))]
    fn new(address: &Bound<'_, PyAny>) -> PyResult<Self> {
        // What Python's `ipaddress` has for an address is written as one.
        let text = address.str()?;
        let origin = throttle::Origin::parse(text.to_str()?);
        origin.map(Self).ok_or_else(|| PyValueError::new_err("no IP address"))
    }

    #[allow(clippy::unused_self, reason = "Python asks it of a value")]
    fn __repr__(&self) -> &'static str {
        "Origin(..)"
    }
}

/// Whose failures a row counts.
#[derive(FromPyObject)]
pub(crate) enum Subject<'py> {
    Origin(PyRef<'py, Origin>),
    Account(TextOrBytes),
}

impl Subject<'_> {
    fn core(&self) -> ThrottleSubject<'_> {
        match self {
            Self::Origin(origin) => ThrottleSubject::Origin(origin.0),
            Self::Account(name) => ThrottleSubject::Account(name),
        }
    }
}

/// Checks the numbers of a policy.
#[pyfunction]
#[pyo3(signature = (policy, /))]
pub(crate) fn throttle_policy(policy: ThrottlePolicy) -> PyResult<()> {
    policy.core().map(drop)
}

/// Checks the length of a stored state; returns its bytes and its generation.
#[pyfunction]
#[pyo3(signature = (state, /))]
pub(crate) fn throttle_state(state: Bytes) -> PyResult<([u8; THROTTLE_BYTES], u64)> {
    let state = open(&state)?;
    Ok((*state.as_bytes(), state.generation()))
}

#[pyfunction]
#[pyo3(signature = (previous, /, *, key, subject, now, policy))]
pub(crate) fn throttle_begin(
    previous: Option<Bytes>,
    key: &ServiceKey,
    subject: Subject<'_>,
    now: u64,
    policy: ThrottlePolicy,
) -> PyResult<Begun> {
    let previous = previous.as_ref().map(open).transpose()?;
    let (policy, now) = (policy.core()?, UnixTime::new(now));
    let begun = Throttle::begin(previous.as_ref(), &key.0, subject.core(), now, &policy)
        .map_err(Raise::raise)?;
    let fields = match begun.outcome {
        ThrottleOutcome::Delayed { until } | ThrottleOutcome::Suspended { until } => {
            vec![until.seconds()]
        }
        ThrottleOutcome::Allowed | ThrottleOutcome::Disabled => vec![],
    };
    Ok(((begun.outcome.name(), fields), (*begun.next.as_bytes(), begun.clock_back)))
}

#[pyfunction]
#[pyo3(signature = (state, /, *, key, subject, now))]
pub(crate) fn throttle_succeed(
    state: Bytes,
    key: &ServiceKey,
    subject: Subject<'_>,
    now: u64,
) -> PyResult<[u8; THROTTLE_BYTES]> {
    let next = open(&state)?.succeed(&key.0, subject.core(), UnixTime::new(now));
    Ok(*next.map_err(Raise::raise)?.as_bytes())
}

#[pyfunction]
#[pyo3(signature = (state, /, *, key, subject, now))]
pub(crate) fn throttle_lift(
    state: Bytes,
    key: &ServiceKey,
    subject: Subject<'_>,
    now: u64,
) -> PyResult<[u8; THROTTLE_BYTES]> {
    let next = open(&state)?.lift(&key.0, subject.core(), UnixTime::new(now));
    Ok(*next.map_err(Raise::raise)?.as_bytes())
}

fn open(state: &Bytes) -> PyResult<Throttle> {
    Throttle::from_bytes(state).map_err(Raise::raise)
}
