//! The secret that an authenticator shares with the service.

use core::fmt;

use zeroize::Zeroize;

use super::{Base32Text, OtpError, OtpReading, OtpTextError, base32};
use crate::mac::{Hash, HmacKey, write_word};

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
    // Behind the secret there are zeros.
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

    /// Reads a secret of 16 to 128 bytes from Base32 (RFC 4648 §6), as apps and sites write it.
    ///
    /// The digits 0, 1, 8 and 9 are no Base32, and are taken for no letter.
    ///
    /// # Errors
    ///
    /// [`OtpTextError`], with the first place from the left that is wrong: `Digit`, `Character`,
    /// `Padding`, `Length`, `TooLong`, `SecretTooShort`; `StrayBits` in a strict reading.
    ///
    /// # Timing
    ///
    /// Depends on the number of characters, and on where spaces, hyphens and padding stand; not on
    /// the letters, unless the text is refused.
    ///
    /// # Example
    ///
    /// ```
    /// use sceau::otp::{OtpReading, OtpSecret, OtpTextError};
    ///
    /// let typed = "gezd gnbv gy3t qojq gezd gnbv gy3t qojq";
    /// let secret = OtpSecret::from_base32(typed, OtpReading::Lenient)?;
    /// assert_eq!(secret.to_base32().as_str(), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    /// let zero = OtpSecret::from_base32("GEZD0NBVGY3TQOJQGEZDGNBVGY3TQOJQ", OtpReading::Strict);
    /// assert_eq!(zero.unwrap_err(), OtpTextError::Digit { at: 4 });
    /// # Ok::<(), OtpTextError>(())
    /// ```
    pub fn from_base32(text: &str, reading: OtpReading) -> Result<Self, OtpTextError> {
        base32::read(&text.char_indices(), text.len(), reading, Self::MIN_BYTES)
    }

    /// Reads a secret of 1 to 128 bytes from Base32: for one that another system made too short,
    /// until its owner has a new one.
    ///
    /// # Errors
    ///
    /// As [`OtpSecret::from_base32`]; `SecretTooShort` for no byte at all.
    ///
    /// # Timing
    ///
    /// As [`OtpSecret::from_base32`].
    pub fn from_base32_unchecked_policy(
        text: &str,
        reading: OtpReading,
    ) -> Result<Self, OtpTextError> {
        base32::read(&text.char_indices(), text.len(), reading, 1)
    }

    /// Writes the secret as upper-case Base32 without padding, which every app reads.
    ///
    /// # Timing
    ///
    /// Depends on the length only.
    pub fn to_base32(&self) -> Base32Text {
        Base32Text::write(self.bytes(), usize::MAX)
    }

    /// Writes the secret as upper-case Base32 in groups of four, to be typed by a person.
    ///
    /// # Timing
    ///
    /// Depends on the length only.
    pub fn to_base32_groups(&self) -> Base32Text {
        Base32Text::write(self.bytes(), 4)
    }

    /// Returns the bytes, to be stored encrypted where this secret came as text. Not for logs.
    pub fn expose(&self) -> &[u8] {
        self.bytes()
    }

    /// Absorbs the secret as an HMAC's key.
    pub(super) fn absorbed<H: Hash>(&self) -> HmacKey<H> {
        HmacKey::of_zero_padded(&self.bytes, self.length)
    }

    pub(super) fn bytes(&self) -> &[u8] {
        self.bytes.get(..self.length).unwrap_or_default()
    }
}

impl Drop for OtpSecret {
    fn drop(&mut self) {
        self.bytes.as_mut_slice().zeroize();
    }
}

/// Shows nothing of the secret.
impl fmt::Debug for OtpSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OtpSecret(..)")
    }
}
