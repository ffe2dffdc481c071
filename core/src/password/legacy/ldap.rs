//! LDAP: `{PBKDF2-SHA256}N$salt$hash`, and the salted digests `{SSHA}`, `{SSHA256}`, `{SSHA512}`.
//!
//! OpenLDAP's module pw-pbkdf2 writes base64 with `.` for `+` and no padding, 389 Directory Server
//! the standard one with padding. `{PBKDF2}` is `{PBKDF2-SHA1}`.

use zeroize::Zeroizing;

use super::super::PasswordError;
use super::super::digest::PasswordDigest;
use super::super::encoding::Encoding;
use super::super::format::StoredFormat;
use super::super::reading::{Reading, number};
use super::super::stored::{MAX_KEY, MAX_SALT, Recipe};

/// # Timing
///
/// As [`super::ct_read`].
pub(super) fn ct_read<'a>(
    text: &'a [u8],
    reading: &mut Reading<'a>,
) -> Option<Result<(), PasswordError>> {
    let mut halves = text.strip_prefix(b"{")?.splitn(2, |&byte| byte == b'}');
    let (Some(scheme), Some(rest)) = (halves.next(), halves.next()) else {
        return Some(Err(PasswordError::Malformed));
    };
    let scheme = if scheme == b"PBKDF2" { b"PBKDF2-SHA1" } else { scheme };
    let pbkdf2 = [b"PBKDF2-SHA1".as_slice(), b"PBKDF2-SHA256", b"PBKDF2-SHA512"];
    if let Some(digest) = PasswordDigest::named(scheme, pbkdf2) {
        return Some(ct_read_pbkdf2(digest, rest, reading));
    }
    if let Some(digest) = PasswordDigest::named(scheme, [b"SSHA", b"SSHA256", b"SSHA512"]) {
        return Some(ct_read_salted(digest, rest, reading));
    }
    Some(Err(PasswordError::UnsupportedScheme))
}

fn ct_read_pbkdf2<'a>(
    digest: PasswordDigest,
    rest: &'a [u8],
    reading: &mut Reading<'a>,
) -> Result<(), PasswordError> {
    let mut fields = rest.splitn(3, |&byte| byte == b'$');
    let mut field = || fields.next().ok_or(PasswordError::Malformed);
    let recipe = Recipe::Pbkdf2 { digest, iterations: number(field()?)? };
    reading.begin(StoredFormat::LdapPbkdf2, recipe);
    reading.salt(Encoding::Ldap, field()?)?;
    reading.ct_key(Encoding::Ldap, field()?)?;
    reading.with_key_of(digest.bytes())
}

/// Reads base64 of the digest and the salt behind it.
fn ct_read_salted<'a>(
    digest: PasswordDigest,
    text: &'a [u8],
    reading: &mut Reading<'a>,
) -> Result<(), PasswordError> {
    let mut bytes = Zeroizing::new([0; MAX_KEY + MAX_SALT]);
    let (length, sound) = Encoding::Padded.ct_decode(text, bytes.as_mut_slice())?;
    let (key, salt) = bytes
        .get(..length)
        .and_then(|bytes| bytes.split_at_checked(digest.bytes()))
        .ok_or(PasswordError::HashPartLength)?;
    let recipe = Recipe::Salted { digest, salt_first: false };
    reading.begin(StoredFormat::LdapSalted, recipe);
    reading.decoded(Encoding::Padded, text, sound, salt, key)
}
