//! The secret that an authenticator shares with the service.

use core::fmt;

use zeroize::Zeroize;

use super::OtpError;
use crate::mac::write_word;

/// A secret of 16 to 128 bytes, wiped on drop.
///
/// Has no `PartialEq`, `Hash` or `Display`.
///
/// ```compile_fail
/// fn equal(a: sceau::otp::OtpSecret, b: sceau::otp::OtpSecret) -> bool {
///     a == b
/// }
/// ```
#[derive(Clone)]
pub struct OtpSecret {
    bytes: [u8; Self::MAX_BYTES],
    length: usize,
}

impl OtpSecret {
    /// The least number of bytes (RFC 4226 §4, R6); 20 are recommended there.
    pub const MIN_BYTES: usize = 16;
    /// The greatest number of bytes, our bound.
    pub const MAX_BYTES: usize = 128;

    /// Takes the bytes of a secret, 16 to 128 of them.
    ///
    /// # Errors
    ///
    /// [`OtpError::SecretTooShort`] and [`OtpError::SecretTooLong`], as the names say.
    ///
    /// # Timing
    ///
    /// Depends on the length only.
    pub fn new(bytes: &[u8]) -> Result<Self, OtpError> {
        if bytes.len() < Self::MIN_BYTES {
            return Err(OtpError::SecretTooShort);
        }
        Self::new_unchecked_policy(bytes)
    }

    /// Takes a secret of any length up to 128 bytes: for one that another system made too short,
    /// until its owner has a new one.
    ///
    /// # Errors
    ///
    /// [`OtpError::SecretTooLong`]; [`OtpError::SecretTooShort`] if it is empty.
    ///
    /// # Timing
    ///
    /// Depends on the length only.
    pub fn new_unchecked_policy(bytes: &[u8]) -> Result<Self, OtpError> {
        if bytes.is_empty() {
            return Err(OtpError::SecretTooShort);
        }
        if bytes.len() > Self::MAX_BYTES {
            return Err(OtpError::SecretTooLong);
        }
        let mut secret = Self { bytes: [0; Self::MAX_BYTES], length: bytes.len() };
        write_word(&mut secret.bytes, bytes);
        Ok(secret)
    }

    pub(super) fn bytes(&self) -> &[u8] {
        self.bytes.get(..self.length).unwrap_or_default()
    }
}

impl Drop for OtpSecret {
    fn drop(&mut self) {
        self.bytes.zeroize();
    }
}

/// Shows nothing of the secret.
impl fmt::Debug for OtpSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OtpSecret(..)")
    }
}
