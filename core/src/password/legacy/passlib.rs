//! passlib and libpass: `$pbkdf2-sha256$N$salt$hash`, with `.` for base64's `+`.
//!
//! PHC strings have the same names, and `i=` before the number; SHA-1's name is `pbkdf2` alone.
//! Source: passlib's "Modular Crypt Format" pages on `pbkdf2_digest`.

use super::super::PasswordError;
use super::super::digest::PasswordDigest;
use super::super::encoding::Encoding;
use super::super::format::StoredFormat;
use super::super::reading::{Reading, number};
use super::super::stored::Recipe;

/// # Timing
///
/// As [`super::ct_read`].
pub(super) fn ct_read<'a>(
    text: &'a [u8],
    reading: &mut Reading<'a>,
) -> Option<Result<(), PasswordError>> {
    let mut fields = text.strip_prefix(b"$pbkdf2")?.splitn(4, |&byte| byte == b'$');
    let name = fields.next()?;
    let iterations = fields.next()?;
    if iterations.contains(&b'=') {
        return None;
    }
    Some(ct_read_fields(name, iterations, fields.next(), fields.next(), reading))
}

fn ct_read_fields<'a>(
    name: &[u8],
    iterations: &[u8],
    salt: Option<&'a [u8]>,
    key: Option<&'a [u8]>,
    reading: &mut Reading<'a>,
) -> Result<(), PasswordError> {
    let digest = PasswordDigest::named(name, [b"", b"-sha256", b"-sha512"])
        .ok_or(PasswordError::UnsupportedScheme)?;
    let (Some(salt), Some(key)) = (salt, key) else { return Err(PasswordError::Malformed) };
    let recipe = Recipe::Pbkdf2 { digest, iterations: number(iterations)? };
    reading.begin(StoredFormat::Passlib, recipe);
    reading.salt(Encoding::Adapted, salt)?;
    reading.ct_key(Encoding::Adapted, key)?;
    reading.with_key_of(digest.bytes())
}
