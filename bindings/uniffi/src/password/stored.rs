//! A stored hash: one text, or the parts of one that does not say itself how it was made.

use sceau::password::{self, PasswordDigest, PasswordError, StoredParts};

/// A stored hash, as it is stored.
#[derive(uniffi::Enum)]
pub enum StoredPassword {
    /// A text that says itself how it was made.
    Text {
        /// The text.
        text: Vec<u8>,
    },
    /// Spring Security's `Pbkdf2PasswordEncoder`.
    Spring {
        /// Hexadecimal, without a delegating encoder's `{id}`.
        hash: Vec<u8>,
        /// How the encoder was set up, but for its secret.
        parameters: SpringParameters,
    },
    /// Keycloak: two columns of the table `credential`.
    Keycloak {
        /// A JSON object with `hashIterations` and `algorithm`.
        credential_data: Vec<u8>,
        /// A JSON object with `value` and `salt`.
        secret_data: Vec<u8>,
    },
}

impl StoredPassword {
    /// Reads it; `secret` is that of Spring's encoder, and goes into nothing else.
    pub(super) fn parse(&self, secret: &[u8]) -> Result<password::StoredPassword, PasswordError> {
        match self {
            Self::Text { text } => password::StoredPassword::parse(text),
            Self::Spring { hash, parameters } => {
                let parameters = password::SpringParameters {
                    digest: parameters.digest,
                    iterations: parameters.iterations,
                    salt_bytes: parameters.salt_bytes,
                    secret,
                };
                password::StoredPassword::parse_as(&StoredParts::Spring { hash, parameters })
            }
            Self::Keycloak { credential_data, secret_data } => {
                password::StoredPassword::parse_as(&StoredParts::Keycloak {
                    credential_data,
                    secret_data,
                })
            }
        }
    }
}

/// How an encoder of Spring Security was set up, but for its secret.
#[derive(uniffi::Record)]
pub struct SpringParameters {
    /// The hash function under PBKDF2's HMAC.
    pub digest: PasswordDigest,
    /// The iterations.
    pub iterations: u32,
    /// The bytes of salt.
    pub salt_bytes: u8,
}

impl From<password::SpringParameters<'_>> for SpringParameters {
    fn from(core: password::SpringParameters<'_>) -> Self {
        Self { digest: core.digest, iterations: core.iterations, salt_bytes: core.salt_bytes }
    }
}

/// Returns the defaults of Spring Security 5.8 and later.
#[uniffi::export]
#[must_use]
pub fn spring_parameters_v5_8() -> SpringParameters {
    password::SpringParameters::V5_8.into()
}

/// Returns the defaults of Spring Security until 5.5.
#[uniffi::export]
#[must_use]
pub fn spring_parameters_v5_5() -> SpringParameters {
    password::SpringParameters::V5_5.into()
}
