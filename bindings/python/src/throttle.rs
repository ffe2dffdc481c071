//! Lock-out. A state crosses the border as its bytes.

use pyo3::prelude::*;
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
}

impl ThrottlePolicy {
    fn core(&self) -> PyResult<throttle::ThrottlePolicy> {
        let limits = ThrottleLimits {
            free: self.free,
            delay: Seconds::new(self.delay_s),
            suspend_after: self.suspend_after,
            suspension: Seconds::new(self.suspension_s),
            failures: self.failures,
        };
        throttle::ThrottlePolicy::new(limits).map_err(Raise::raise)
    }
}

/// Returns the free failures, the delay, where suspension begins, how long it lasts, and the bound.
#[pyfunction]
pub(crate) fn throttle_defaults() -> (u16, u64, u16, u64, u16) {
    let limits = ThrottleLimits::default();
    let ThrottleLimits { free, delay, suspend_after, suspension, failures } = limits;
    (free, delay.get(), suspend_after, suspension.get(), failures)
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
    subject: TextOrBytes,
    now: u64,
    policy: ThrottlePolicy,
) -> PyResult<Begun> {
    let previous = previous.as_ref().map(open).transpose()?;
    let (policy, now) = (policy.core()?, UnixTime::new(now));
    let begun =
        Throttle::begin(previous.as_ref(), &key.0, &subject, now, &policy).map_err(Raise::raise)?;
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
    subject: TextOrBytes,
    now: u64,
) -> PyResult<[u8; THROTTLE_BYTES]> {
    let next = open(&state)?.succeed(&key.0, &subject, UnixTime::new(now));
    Ok(*next.map_err(Raise::raise)?.as_bytes())
}

fn open(state: &Bytes) -> PyResult<Throttle> {
    Throttle::from_bytes(state).map_err(Raise::raise)
}
