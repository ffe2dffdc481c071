//! Recovery codes. A state crosses the border as its bytes.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use sceau::code;
use sceau::otp::{RECOVERY_BYTES, RECOVERY_CODES, RecoveryCodes, RecoveryOutcome};

use crate::error::Raise;
use crate::input::{Bytes, Text, TextOrBytes};
use crate::state::ServiceKey;

/// An outcome's wire name and fields; what to store.
type Verified = ((&'static str, Vec<u8>), [u8; RECOVERY_BYTES]);

/// A code of letters and digits to print for a person, with a check character behind them. A live
/// code is a secret: its `repr` shows nothing.
#[pyclass(frozen, module = "sceau.code")]
pub(crate) struct LetterCode(pub(crate) code::LetterCode);

#[pymethods]
impl LetterCode {
    /// The characters as they are typed: `0123456789ABCDEFT`; of a posted code 13.
    #[getter]
    fn compact(&self) -> String {
        self.0.compact().as_str().to_owned()
    }

    /// The characters in groups of four, and the check character: `0123-4567-89AB-CDEF-T`.
    #[getter]
    fn display(&self) -> String {
        self.0.display().as_str().to_owned()
    }

    #[expect(clippy::unused_self, reason = "shows the type only")]
    fn __repr__(&self) -> &'static str {
        "LetterCode(..)"
    }
}

/// Checks the length of a stored state; returns its bytes and its generation.
#[pyfunction]
#[pyo3(signature = (state, /))]
pub(crate) fn recovery_state(state: Bytes) -> PyResult<([u8; RECOVERY_BYTES], u64)> {
    let state = open(&state)?;
    Ok((*state.as_bytes(), state.generation()))
}

#[pyfunction]
#[pyo3(signature = (previous, /, *, key, user, entropy))]
pub(crate) fn recovery_generate(
    previous: Option<Bytes>,
    key: &ServiceKey,
    user: TextOrBytes,
    entropy: Bytes,
) -> PyResult<([LetterCode; RECOVERY_CODES], [u8; RECOVERY_BYTES])> {
    let previous = previous.as_ref().map(open).transpose()?;
    let entropy = <&[u8; 16]>::try_from(&*entropy)
        .map_err(|_| PyValueError::new_err("entropy has 16 bytes"))?;
    let made =
        RecoveryCodes::generate(previous.as_ref(), &key.0, &user, entropy).map_err(Raise::raise)?;
    Ok((made.outcome.map(LetterCode), *made.next.as_bytes()))
}

#[pyfunction]
#[pyo3(signature = (state, /, *, key, user, typed))]
pub(crate) fn recovery_verify(
    state: Bytes,
    key: &ServiceKey,
    user: TextOrBytes,
    typed: Text,
) -> PyResult<Verified> {
    let verified = open(&state)?.verify(&key.0, &user, &typed).map_err(Raise::raise)?;
    let fields = match verified.outcome {
        RecoveryOutcome::Accepted { left } => vec![left],
        RecoveryOutcome::Wrong | RecoveryOutcome::AlreadyUsed | RecoveryOutcome::Malformed => {
            vec![]
        }
    };
    Ok(((verified.outcome.name(), fields), *verified.next.as_bytes()))
}

/// Counts the codes that are left.
#[pyfunction]
#[pyo3(signature = (state, /, *, key, user))]
pub(crate) fn recovery_left(state: Bytes, key: &ServiceKey, user: TextOrBytes) -> PyResult<u8> {
    open(&state)?.left(&key.0, &user).map_err(Raise::raise)
}

fn open(state: &Bytes) -> PyResult<RecoveryCodes> {
    RecoveryCodes::from_bytes(state).map_err(Raise::raise)
}
