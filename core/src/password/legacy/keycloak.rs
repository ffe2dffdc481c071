//! Keycloak: two JSON objects of the table `credential`.
//!
//! `credential_data` has `hashIterations` and `algorithm`, `secret_data` has `value` and `salt` in
//! padded base64. Source: `PasswordCredentialModel.java` and `Pbkdf2PasswordHashProvider.java`. The
//! key has the length that was configured, 32 or 64 bytes: whatever `value` has.

use super::super::PasswordError;
use super::super::digest::PasswordDigest;
use super::super::encoding::Encoding;
use super::super::format::StoredFormat;
use super::super::reading::{Reading, number};
use super::super::stored::Recipe;
use super::json::{Kind, member};

/// # Timing
///
/// Depends on everything but the key; that is searched for the quote that ends it.
pub(super) fn ct_read<'a>(
    credential_data: &[u8],
    secret_data: &'a [u8],
    reading: &mut Reading<'a>,
) -> Result<(), PasswordError> {
    let text = |object, name| member(object, name, Kind::Text);
    let names: [&[u8]; 3] = [b"pbkdf2", b"pbkdf2-sha256", b"pbkdf2-sha512"];
    let digest = PasswordDigest::named(text(credential_data, b"algorithm")?, names)
        .ok_or(PasswordError::UnsupportedScheme)?;
    let iterations = number(member(credential_data, b"hashIterations", Kind::Number)?)?;
    let recipe = Recipe::Pbkdf2 { digest, iterations };
    reading.begin(StoredFormat::Keycloak, recipe);
    reading.salt(Encoding::Padded, member(secret_data, b"salt", Kind::Text)?)?;
    reading.ct_key(Encoding::Padded, member(secret_data, b"value", Kind::Text)?)
}
