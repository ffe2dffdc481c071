//! The service's key.

use pyo3::prelude::*;
use sceau::mac;

use crate::error::Raise;
use crate::input::Bytes;

/// The key from which all keys of one service are derived: 32 to 1,024 bytes of `os.urandom`.
///
/// `key_id`, 0 to 2³² − 1, is public and stands in every state. Raises `ServiceKeyError`.
#[pyclass(frozen, module = "sceau.state")]
pub(crate) struct ServiceKey(pub(crate) mac::ServiceKey);

#[pymethods]
impl ServiceKey {
    #[new]
    #[pyo3(signature = (key, /, *, key_id))]
    fn new(key: Bytes, key_id: u32) -> PyResult<Self> {
        mac::ServiceKey::new(key_id, &key).map(Self).map_err(Raise::raise)
    }

    /// The key id, which is not secret.
    #[getter]
    fn key_id(&self) -> u32 {
        self.0.id()
    }

    #[expect(clippy::unused_self, reason = "shows the type only")]
    fn __repr__(&self) -> &'static str {
        "ServiceKey(..)"
    }
}
