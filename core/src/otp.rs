//! One-time codes of RFC 4226 (HOTP, by counter) and RFC 6238 (TOTP, by time).

mod hotp;
mod secret;
mod totp;

use crate::code::{Code, Digits, ct_digits, ct_number};
#[cfg(feature = "sha1")]
use crate::mac::Sha1;
#[cfg(feature = "sha512")]
use crate::mac::Sha512;
use crate::mac::{HmacKey, Sha256};

pub use hotp::{Hotp, HotpOutcome};
pub use secret::OtpSecret;
pub use totp::{TimeStep, Totp, TotpOutcome, TotpWindow};

/// The hash under a code's HMAC.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum OtpAlgorithm {
    /// HMAC-SHA-1, RFC 4226's, and what every authenticator app reads.
    #[cfg(feature = "sha1")]
    Sha1,
    /// HMAC-SHA-256.
    Sha256,
    /// HMAC-SHA-512.
    #[cfg(feature = "sha512")]
    Sha512,
}

impl OtpAlgorithm {
    /// The stable wire name, as `otpauth://` writes it.
    pub const fn name(&self) -> &'static str {
        match self {
            #[cfg(feature = "sha1")]
            Self::Sha1 => "SHA1",
            Self::Sha256 => "SHA256",
            #[cfg(feature = "sha512")]
            Self::Sha512 => "SHA512",
        }
    }
}

/// Why one-time codes cannot be made or checked with these parameters.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum OtpError {
    /// The secret has fewer than 16 bytes (RFC 4226 §4, R6).
    SecretTooShort,
    /// The secret has more than 128 bytes.
    SecretTooLong,
    /// The period is not 15 to 120 seconds (NIST SP 800-63B-4: at most two minutes).
    Period,
    /// The window accepts more than 10 steps of the past or of the future.
    Window,
    /// The look-ahead is more than 100 counters.
    LookAhead,
    /// The counter has reached 2⁶⁴ − 1, and no next one could be stored.
    CounterExhausted,
}

wire_names!(OtpError {
    SecretTooShort => "otp_secret_too_short",
    SecretTooLong => "otp_secret_too_long",
    Period => "otp_period",
    Window => "otp_window",
    LookAhead => "otp_look_ahead",
    CounterExhausted => "otp_counter_exhausted",
});
error_display!(OtpError);

/// A secret whose pads have been absorbed once for all the codes of a window.
enum PreparedSecret {
    #[cfg(feature = "sha1")]
    Sha1(HmacKey<Sha1>),
    Sha256(HmacKey<Sha256>),
    #[cfg(feature = "sha512")]
    Sha512(HmacKey<Sha512>),
}

impl PreparedSecret {
    fn new(algorithm: OtpAlgorithm, secret: &OtpSecret) -> Self {
        match algorithm {
            #[cfg(feature = "sha1")]
            OtpAlgorithm::Sha1 => Self::Sha1(HmacKey::new(secret.bytes())),
            OtpAlgorithm::Sha256 => Self::Sha256(HmacKey::new(secret.bytes())),
            #[cfg(feature = "sha512")]
            OtpAlgorithm::Sha512 => Self::Sha512(HmacKey::new(secret.bytes())),
        }
    }

    /// Returns the code of `counter` (RFC 4226 §5.3).
    ///
    /// # Timing
    ///
    /// Constant for one algorithm and number of digits.
    fn ct_code(&self, counter: u64, digits: Digits) -> Code {
        let number = match self {
            #[cfg(feature = "sha1")]
            Self::Sha1(key) => ct_number(key, counter),
            Self::Sha256(key) => ct_number(key, counter),
            #[cfg(feature = "sha512")]
            Self::Sha512(key) => ct_number(key, counter),
        };
        ct_digits(number, digits)
    }
}
