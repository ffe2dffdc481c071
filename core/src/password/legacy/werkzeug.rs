//! Werkzeug, of Flask: `pbkdf2:sha256:N$salt$hash`. The salt is its own characters, the key is
//! hexadecimal.
//!
//! Source: `werkzeug/security.py`. Its default since 2.3, `scrypt:`, is not read.

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
    if text.starts_with(b"scrypt:") {
        return Some(Err(PasswordError::UnsupportedScheme));
    }
    text.strip_prefix(b"pbkdf2:").map(|rest| ct_read_rest(rest, reading))
}

fn ct_read_rest<'a>(rest: &'a [u8], reading: &mut Reading<'a>) -> Result<(), PasswordError> {
    let mut fields = rest.splitn(3, |&byte| byte == b'$');
    let mut field = || fields.next().ok_or(PasswordError::Malformed);
    let mut method = field()?.splitn(2, |&byte| byte == b':');
    let digest =
        method.next().and_then(|name| PasswordDigest::named(name, [b"sha1", b"sha256", b"sha512"]));
    let digest = digest.ok_or(PasswordError::UnsupportedScheme)?;
    let iterations = number(method.next().ok_or(PasswordError::Malformed)?)?;
    let recipe = Recipe::Pbkdf2 { digest, iterations };
    reading.begin(StoredFormat::Werkzeug, recipe);
    reading.salt(Encoding::Plain, field()?)?;
    reading.ct_key(Encoding::Hex, field()?)?;
    reading.with_key_of(digest.bytes())
}
