//! Django: `pbkdf2_sha256$N$salt$hash`, and the salted digest of its first years, `sha1$salt$hash`.
//!
//! The salt is its own characters. Source: `django/contrib/auth/hashers.py`.

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
    if let Some(rest) = text.strip_prefix(b"pbkdf2_") {
        return Some(ct_read_pbkdf2(rest, reading));
    }
    text.strip_prefix(b"sha1$").map(|rest| ct_read_salted(rest, reading))
}

/// Reads what is behind `pbkdf2_`.
fn ct_read_pbkdf2<'a>(rest: &'a [u8], reading: &mut Reading<'a>) -> Result<(), PasswordError> {
    let mut fields = rest.splitn(4, |&byte| byte == b'$');
    let mut field = || fields.next().ok_or(PasswordError::Malformed);
    let digest = PasswordDigest::named(field()?, [b"sha1", b"sha256", b"sha512"])
        .ok_or(PasswordError::UnsupportedScheme)?;
    let recipe = Recipe::Pbkdf2 { digest, iterations: number(field()?)? };
    reading.begin(StoredFormat::Django, recipe);
    reading.salt(Encoding::Plain, field()?)?;
    reading.ct_key(Encoding::Padded, field()?)?;
    reading.with_key_of(digest.bytes())
}

/// Reads what is behind `sha1$`.
fn ct_read_salted<'a>(rest: &'a [u8], reading: &mut Reading<'a>) -> Result<(), PasswordError> {
    let digest = PasswordDigest::numbered(0).ok_or(PasswordError::UnsupportedScheme)?;
    let mut fields = rest.splitn(2, |&byte| byte == b'$');
    let mut field = || fields.next().ok_or(PasswordError::Malformed);
    let recipe = Recipe::Salted { digest, salt_first: true };
    reading.begin(StoredFormat::DjangoSha1, recipe);
    reading.salt(Encoding::Plain, field()?)?;
    reading.ct_key(Encoding::Hex, field()?)?;
    reading.with_key_of(digest.bytes())
}
