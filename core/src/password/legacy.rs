//! Stored hashes of other systems: read, never written. Each format is a file.

mod aspnet;
mod django;
mod json;
mod keycloak;
mod ldap;
mod passlib;
mod spring;
mod werkzeug;

pub use spring::SpringParameters;

use super::PasswordError;
use super::reading::Reading;

/// The parts of a stored hash that does not say itself how it was made.
#[derive(Clone, Copy)]
pub enum StoredParts<'a> {
    /// Spring Security's `Pbkdf2PasswordEncoder`: the string, and how the encoder was set up.
    Spring {
        /// Hexadecimal, without a delegating encoder's `{id}`.
        hash: &'a [u8],
        /// How the encoder was set up.
        parameters: SpringParameters<'a>,
    },
    /// Keycloak: two columns of the table `credential`, as they are.
    Keycloak {
        /// `credential_data`: a JSON object with `hashIterations` and `algorithm`.
        credential_data: &'a [u8],
        /// `secret_data`: a JSON object with `value` and `salt`.
        secret_data: &'a [u8],
    },
}

/// Reads parts.
///
/// # Timing
///
/// As [`super::StoredPassword::parse_as`].
pub(super) fn ct_read_parts<'a>(
    parts: &StoredParts<'a>,
    reading: &mut Reading<'a>,
) -> Result<(), PasswordError> {
    match *parts {
        StoredParts::Spring { hash, parameters } => spring::ct_read(hash, &parameters, reading),
        StoredParts::Keycloak { credential_data, secret_data } => {
            keycloak::ct_read(credential_data, secret_data, reading)
        }
    }
}

/// Reads a string of one of the formats that name themselves; `None` says that it is of none.
///
/// # Timing
///
/// As [`super::StoredPassword::parse`].
pub(super) fn ct_read<'a>(
    text: &'a [u8],
    reading: &mut Reading<'a>,
) -> Option<Result<(), PasswordError>> {
    let read = READERS.iter().find_map(|ct_read| ct_read(text, reading));
    read.or_else(|| names_a_scheme(text).then_some(Err(PasswordError::UnsupportedScheme)))
}

/// Reads a string of one system, or says that it is none.
type Reader = for<'a> fn(&'a [u8], &mut Reading<'a>) -> Option<Result<(), PasswordError>>;

/// Called through pointers: inlined, they would take the stack of all at once.
const READERS: [Reader; 5] =
    [passlib::ct_read, django::ct_read, werkzeug::ct_read, ldap::ct_read, aspnet::ct_read];

/// Returns whether a text begins as Django's strings do, with the name of a scheme and a `$`.
fn names_a_scheme(text: &[u8]) -> bool {
    let mut fields = text.splitn(2, |&byte| byte == b'$');
    let name = fields.next().unwrap_or_default();
    let in_name = |byte: &u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || *byte == b'_';
    !name.is_empty() && name.iter().all(in_name) && fields.next().is_some()
}
