//! What is stored of a password: a string that says itself how it was made, or its parts.

use pyo3::prelude::*;
use sceau::password::{self, StoredParts, StoredPassword};

use super::policy::digest;
use crate::error::Raise;
use crate::input::{Bytes, TextOrBytes};

/// What is stored of a password.
#[derive(FromPyObject)]
pub(crate) enum Stored {
    /// The fields of `sceau.password.StoredSpring`.
    Spring { hash: TextOrBytes, parameters: SpringParameters },
    /// The fields of `sceau.password.StoredKeycloak`.
    Keycloak { credential_data: TextOrBytes, secret_data: TextOrBytes },
    /// A string.
    #[pyo3(transparent)]
    Text(TextOrBytes),
}

impl Stored {
    pub(super) fn read(&self) -> PyResult<StoredPassword> {
        let read = match self {
            Self::Text(text) => StoredPassword::parse(text),
            Self::Spring { hash, parameters } => {
                let parameters = parameters.core()?;
                StoredPassword::parse_as(&StoredParts::Spring { hash, parameters })
            }
            Self::Keycloak { credential_data, secret_data } => {
                StoredPassword::parse_as(&StoredParts::Keycloak { credential_data, secret_data })
            }
        };
        read.map_err(Raise::raise)
    }
}

/// The fields of `sceau.password.SpringParameters`.
#[derive(FromPyObject)]
pub(crate) struct SpringParameters {
    digest: String,
    iterations: u32,
    salt_bytes: u8,
    secret: Bytes,
}

impl SpringParameters {
    fn core(&self) -> PyResult<password::SpringParameters<'_>> {
        Ok(password::SpringParameters {
            digest: digest(&self.digest)?,
            iterations: self.iterations,
            salt_bytes: self.salt_bytes,
            secret: &self.secret,
        })
    }
}

/// Checks the types of parameters.
#[pyfunction]
#[pyo3(signature = (parameters, /))]
pub(crate) fn spring_parameters(parameters: SpringParameters) -> PyResult<()> {
    parameters.core().map(drop)
}

/// Returns the defaults of Spring Security 5.8 and of 5.5: digest, iterations, bytes of salt.
#[pyfunction]
pub(crate) fn spring_defaults() -> [(&'static str, u32, u8); 2] {
    let all = [password::SpringParameters::V5_8, password::SpringParameters::V5_5];
    all.map(|defaults| (defaults.digest.name(), defaults.iterations, defaults.salt_bytes))
}
