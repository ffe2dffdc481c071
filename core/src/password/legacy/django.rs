//! Django: `pbkdf2_sha256$N$salt$hash`, and the salted digest of its first years, `sha1$salt$hash`.
//!
//! The salt is its own characters. Source: `django/contrib/auth/hashers.py`.

use super::super::PasswordError;
use super::super::digest::PasswordDigest;
use super::super::encoding::Encoding;
use super::super::format::StoredFormat;
use super::super::reading::{Reading, number};
use super::super::stored::{Recipe, StoredPassword};

/// # Timing
///
/// As [`super::ct_read`].
pub(super) fn ct_read(text: &[u8]) -> Option<Result<Reading<'_>, PasswordError>> {
    if let Some(rest) = text.strip_prefix(b"pbkdf2_") {
        return Some(ct_read_pbkdf2(rest));
    }
    text.strip_prefix(b"sha1$").map(ct_read_salted)
}

/// Reads what is behind `pbkdf2_`.
fn ct_read_pbkdf2(rest: &[u8]) -> Result<Reading<'_>, PasswordError> {
    let mut fields = rest.splitn(4, |&byte| byte == b'$');
    let mut field = || fields.next().ok_or(PasswordError::Malformed);
    let digest = PasswordDigest::named(field()?, [b"sha1", b"sha256", b"sha512"])
        .ok_or(PasswordError::UnsupportedScheme)?;
    let recipe = Recipe::Pbkdf2 { digest, iterations: number(field()?)? };
    let mut reading = Reading::new(StoredPassword::of(StoredFormat::Django, recipe));
    reading.salt(Encoding::Plain, field()?)?;
    reading.ct_key(Encoding::Padded, field()?)?;
    reading.with_key_of(digest.bytes())
}

/// Reads what is behind `sha1$`.
fn ct_read_salted(rest: &[u8]) -> Result<Reading<'_>, PasswordError> {
    let digest = PasswordDigest::numbered(0).ok_or(PasswordError::UnsupportedScheme)?;
    let mut fields = rest.splitn(2, |&byte| byte == b'$');
    let mut field = || fields.next().ok_or(PasswordError::Malformed);
    let recipe = Recipe::Salted { digest, salt_first: true };
    let mut reading = Reading::new(StoredPassword::of(StoredFormat::DjangoSha1, recipe));
    reading.salt(Encoding::Plain, field()?)?;
    reading.ct_key(Encoding::Hex, field()?)?;
    reading.with_key_of(digest.bytes())
}
