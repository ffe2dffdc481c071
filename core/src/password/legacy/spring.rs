//! Spring Security's `Pbkdf2PasswordEncoder`: hexadecimal of the salt and the key.
//!
//! The string does not say how it was made, and the salt of PBKDF2 ends in the encoder's secret.
//! Source: `Pbkdf2PasswordEncoder.java`.

use zeroize::Zeroizing;

use super::super::PasswordError;
use super::super::digest::PasswordDigest;
use super::super::encoding::Encoding;
use super::super::format::StoredFormat;
use super::super::reading::Reading;
use super::super::stored::{MAX_KEY, MAX_SALT, Recipe};

/// How an encoder was set up.
#[derive(Clone, Copy)]
pub struct SpringParameters<'a> {
    /// The hash function under PBKDF2's HMAC.
    pub digest: PasswordDigest,
    /// The iterations.
    pub iterations: u32,
    /// The bytes of salt: the rest is the key.
    pub salt_bytes: u8,
    /// The encoder's secret, at most 112 bytes; usually none.
    pub secret: &'a [u8],
}

impl SpringParameters<'static> {
    /// The defaults of Spring Security 5.8 and later
    /// (`Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8`): 310,000 iterations of SHA-256.
    pub const V5_8: Self =
        Self { digest: PasswordDigest::Sha256, iterations: 310_000, salt_bytes: 16, secret: b"" };

    /// The defaults until Spring Security 5.5 (`defaultsForSpringSecurity_v5_5`): 185,000 iterations
    /// of SHA-1. The key has 32 bytes, more than the digest.
    #[cfg(feature = "sha1")]
    pub const V5_5: Self =
        Self { digest: PasswordDigest::Sha1, iterations: 185_000, salt_bytes: 8, secret: b"" };
}

/// # Timing
///
/// As [`super::ct_read_parts`].
pub(super) fn ct_read<'a>(
    text: &'a [u8],
    parameters: &SpringParameters<'_>,
    reading: &mut Reading<'a>,
) -> Result<(), PasswordError> {
    if parameters.iterations == 0 {
        return Err(PasswordError::HashNumber);
    }
    let mut bytes = Zeroizing::new([0; MAX_SALT + MAX_KEY]);
    let (length, sound) = Encoding::Hex.ct_decode(text, bytes.as_mut_slice())?;
    let (salt, key) = bytes
        .get(..length)
        .and_then(|bytes| bytes.split_at_checked(usize::from(parameters.salt_bytes)))
        .ok_or(PasswordError::HashPartLength)?;
    let recipe = Recipe::Pbkdf2 { digest: parameters.digest, iterations: parameters.iterations };
    reading.begin(StoredFormat::Spring, recipe);
    reading.decoded(Encoding::Hex, text, sound, salt, key)?;
    if !reading.stored.salt.append(parameters.secret) {
        return Err(PasswordError::HashPartLength);
    }
    Ok(())
}
