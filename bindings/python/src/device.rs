//! The remembered device. A state crosses the border as its bytes.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyTuple;
use sceau::device::{self, DEVICE_BYTES, DEVICE_ENTROPY_BYTES, Device, DeviceOutcome};
use sceau::time::{Seconds, UnixTime};

use crate::error::Raise;
use crate::input::{Bytes, TextOrBytes};
use crate::state::ServiceKey;

/// An outcome's wire name and fields; what to store, and whether the clock went back.
type Verified<'py> = ((&'static str, Bound<'py, PyTuple>), ([u8; DEVICE_BYTES], bool));

/// What a device keeps, in a cookie say, and sends: a secret, so its `repr` shows nothing.
///
/// A cookie that holds it is `Secure`, `HttpOnly` and `SameSite`.
#[pyclass(frozen, module = "sceau.device")]
pub(crate) struct DeviceToken(device::DeviceToken);

#[pymethods]
impl DeviceToken {
    /// The text: 80 characters, which need no quoting in a cookie or a URL.
    #[getter]
    fn text(&self) -> String {
        self.0.as_str().to_owned()
    }

    #[expect(clippy::unused_self, reason = "shows the type only")]
    fn __repr__(&self) -> &'static str {
        "DeviceToken(..)"
    }
}

/// The field of `sceau.device.DevicePolicy`.
#[derive(FromPyObject)]
pub(crate) struct DevicePolicy {
    lifetime_s: u64,
}

impl DevicePolicy {
    fn core(&self) -> PyResult<device::DevicePolicy> {
        device::DevicePolicy::new(Seconds::new(self.lifetime_s)).map_err(Raise::raise)
    }
}

/// Returns the lifetime of the default policy, in seconds.
#[pyfunction]
pub(crate) fn device_defaults() -> u64 {
    device::DevicePolicy::default().lifetime().get()
}

/// Checks the number of a policy.
#[pyfunction]
#[pyo3(signature = (policy, /))]
pub(crate) fn device_policy(policy: DevicePolicy) -> PyResult<()> {
    policy.core().map(drop)
}

/// Checks the length of a stored state; returns its bytes and its generation.
#[pyfunction]
#[pyo3(signature = (state, /))]
pub(crate) fn device_state(state: Bytes) -> PyResult<([u8; DEVICE_BYTES], u64)> {
    let state = open(&state)?;
    Ok((*state.as_bytes(), state.generation()))
}

/// Returns the key under which a state is stored.
#[pyfunction]
#[pyo3(signature = (state, /))]
pub(crate) fn device_selector(state: Bytes) -> PyResult<[u8; device::DEVICE_SELECTOR_BYTES]> {
    Ok(open(&state)?.selector())
}

/// Returns the key of the row of a token, if it has the form of one.
#[pyfunction]
#[pyo3(signature = (token, /))]
pub(crate) fn device_token_selector(
    token: TextOrBytes,
) -> Option<[u8; device::DEVICE_SELECTOR_BYTES]> {
    device::selector(&token)
}

/// Returns the token, the bytes of the state, and when the device's time is over.
#[pyfunction]
#[pyo3(signature = (*, key, user, entropy, now, policy))]
pub(crate) fn device_remember(
    key: &ServiceKey,
    user: TextOrBytes,
    entropy: Bytes,
    now: u64,
    policy: DevicePolicy,
) -> PyResult<(DeviceToken, [u8; DEVICE_BYTES], u64)> {
    let entropy = <&[u8; DEVICE_ENTROPY_BYTES]>::try_from(&*entropy)
        .map_err(|_| PyValueError::new_err("entropy has 32 bytes"))?;
    let (policy, now) = (policy.core()?, UnixTime::new(now));
    let remembered = Device::remember(&key.0, &user, entropy, now, &policy);
    let (token, expires) = (DeviceToken(remembered.token), remembered.expires.seconds());
    Ok((token, *remembered.state.as_bytes(), expires))
}

#[pyfunction]
#[pyo3(signature = (state, /, *, key, user, token, now))]
pub(crate) fn device_verify<'py>(
    py: Python<'py>,
    state: Bytes,
    key: &ServiceKey,
    user: TextOrBytes,
    token: TextOrBytes,
    now: u64,
) -> PyResult<Verified<'py>> {
    let verified =
        open(&state)?.verify(&key.0, &user, &token, UnixTime::new(now)).map_err(Raise::raise)?;
    let name = verified.outcome.name();
    let fields = match verified.outcome {
        DeviceOutcome::Accepted { token, expires, rotated } => {
            (DeviceToken(token), expires.seconds(), rotated).into_pyobject(py)?
        }
        DeviceOutcome::Stolen
        | DeviceOutcome::Expired
        | DeviceOutcome::Revoked
        | DeviceOutcome::Unknown
        | DeviceOutcome::Malformed => PyTuple::empty(py),
    };
    Ok(((name, fields), (*verified.next.as_bytes(), verified.clock_back)))
}

#[pyfunction]
#[pyo3(signature = (state, /, *, key, user, now))]
pub(crate) fn device_revoke(
    state: Bytes,
    key: &ServiceKey,
    user: TextOrBytes,
    now: u64,
) -> PyResult<[u8; DEVICE_BYTES]> {
    let next = open(&state)?.revoke(&key.0, &user, UnixTime::new(now));
    Ok(*next.map_err(Raise::raise)?.as_bytes())
}

fn open(state: &Bytes) -> PyResult<Device> {
    Device::from_bytes(state).map_err(Raise::raise)
}
