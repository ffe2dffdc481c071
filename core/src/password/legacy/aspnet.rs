//! ASP.NET Identity: base64 of one block of bytes, of which the first is the version.
//!
//! Version 2 (byte 0): salt of 16, key of 32, 1,000 iterations of SHA-1. Version 3 (byte 1): the hash
//! function, the iterations and the salt's length, four bytes each, big-endian; salt; key.
//! Source: `PasswordHasher.cs` of ASP.NET Core.

use zeroize::Zeroizing;

use super::super::PasswordError;
use super::super::digest::PasswordDigest;
use super::super::encoding::Encoding;
use super::super::format::StoredFormat;
use super::super::reading::Reading;
use super::super::stored::{MAX_KEY, MAX_SALT, Recipe};

/// # Timing
///
/// As [`super::ct_read`].
pub(super) fn ct_read<'a>(
    text: &'a [u8],
    reading: &mut Reading<'a>,
) -> Option<Result<(), PasswordError>> {
    // The byte 0, or 1 and another 0, in base64.
    matches!(text, [b'A', b'A'..=b'Q', ..]).then(|| ct_read_block(text, reading))
}

fn ct_read_block<'a>(text: &'a [u8], reading: &mut Reading<'a>) -> Result<(), PasswordError> {
    let mut bytes = Zeroizing::new([0; HEADER + MAX_SALT + MAX_KEY]);
    let (length, sound) = Encoding::Padded.ct_decode(text, bytes.as_mut_slice())?;
    let bytes = bytes.get(..length).unwrap_or_default();
    let (format, digest, iterations, (salt, key)) = match bytes {
        [0, rest @ ..] => {
            let parts = rest.split_at_checked(16).ok_or(PasswordError::Malformed)?;
            (StoredFormat::AspNetV2, 0, 1_000, parts)
        }
        [1, p0, p1, p2, p3, i0, i1, i2, i3, s0, s1, s2, s3, rest @ ..] => {
            let [digest, iterations, salt_length] =
                [[p0, p1, p2, p3], [i0, i1, i2, i3], [s0, s1, s2, s3]]
                    .map(|bytes| u32::from_be_bytes(bytes.map(|byte| *byte)));
            let parts = rest.split_at_checked(salt_length as usize);
            let parts = parts.ok_or(PasswordError::HashPartLength)?;
            (StoredFormat::AspNetV3, digest as usize, iterations, parts)
        }
        _ => return Err(PasswordError::Malformed),
    };
    let digest = PasswordDigest::numbered(digest).ok_or(PasswordError::UnsupportedScheme)?;
    if iterations == 0 {
        return Err(PasswordError::HashNumber);
    }
    let recipe = Recipe::Pbkdf2 { digest, iterations };
    reading.begin(format, recipe);
    reading.decoded(Encoding::Padded, text, sound, salt, key)
}

/// The bytes before the salt of version 3.
const HEADER: usize = 13;
