//! One-time codes of RFC 4226 (HOTP, by counter) and RFC 6238 (TOTP, by time); their secrets as
//! Base32 and in `otpauth://` URIs; and recovery codes.

pub(crate) mod base32;
mod error;
mod hotp;
pub(crate) mod recovery;
mod secret;
mod totp;
mod uri;
mod window;

use crate::code::{Code, Digits, ct_digits, ct_number};
#[cfg(feature = "sha1")]
use crate::mac::Sha1;
#[cfg(feature = "sha512")]
use crate::mac::Sha512;
use crate::mac::{HmacKey, Sha256};

pub use base32::Base32Text;
pub use error::{OtpError, OtpTextError};
pub use hotp::{Hotp, HotpOutcome, PreparedHotp};
pub use recovery::{RECOVERY_BYTES, RECOVERY_CODES, RecoveryCodes, RecoveryOutcome};
pub use secret::OtpSecret;
pub use totp::{PreparedTotp, TimeStep, Totp, TotpLearned, TotpOutcome};
pub use uri::{OtpFactor, OtpUri, OtpUriText};
pub use window::{TotpDrift, TotpWindow};

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
    /// Every algorithm of this build.
    pub const ALL: &'static [Self] = &[
        #[cfg(feature = "sha1")]
        Self::Sha1,
        Self::Sha256,
        #[cfg(feature = "sha512")]
        Self::Sha512,
    ];

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

/// How a text that holds a secret is read: Base32, or an `otpauth://` URI.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum OtpReading {
    /// As people type and other programs write it: any case, spaces, hyphens, padding, stray bits.
    Lenient,
    /// As Sceau writes it, and no other way: each value has one text.
    Strict,
}

wire_names!(OtpReading { Lenient => "lenient", Strict => "strict" });

/// The number of bytes of a prepared key's two midstates, for the longest hash.
#[doc(hidden)]
pub const MIDSTATE_BYTES: usize = 128;

/// A secret whose pads have been absorbed once for all the codes of a window.
#[derive(Clone)]
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
            OtpAlgorithm::Sha1 => Self::Sha1(secret.absorbed()),
            OtpAlgorithm::Sha256 => Self::Sha256(secret.absorbed()),
            #[cfg(feature = "sha512")]
            OtpAlgorithm::Sha512 => Self::Sha512(secret.absorbed()),
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

    /// Returns the code of `counter` under a secret that is absorbed for it alone, and not moved.
    ///
    /// # Timing
    ///
    /// Constant for one algorithm, length of the secret and number of digits.
    ///
    /// Never inlined, so that `tests/ct/division.py` finds it.
    #[inline(never)]
    fn ct_code_once(
        algorithm: OtpAlgorithm,
        secret: &OtpSecret,
        counter: u64,
        digits: Digits,
    ) -> Code {
        let number = match algorithm {
            #[cfg(feature = "sha1")]
            OtpAlgorithm::Sha1 => ct_number(&secret.absorbed::<Sha1>(), counter),
            OtpAlgorithm::Sha256 => ct_number(&secret.absorbed::<Sha256>(), counter),
            #[cfg(feature = "sha512")]
            OtpAlgorithm::Sha512 => ct_number(&secret.absorbed::<Sha512>(), counter),
        };
        ct_digits(number, digits)
    }

    /// Returns the two midstates, and zeros behind them.
    fn midstates(&self) -> [u8; MIDSTATE_BYTES] {
        let mut bytes = [0; MIDSTATE_BYTES];
        match self {
            #[cfg(feature = "sha1")]
            Self::Sha1(key) => key.write_midstates(&mut bytes),
            Self::Sha256(key) => key.write_midstates(&mut bytes),
            #[cfg(feature = "sha512")]
            Self::Sha512(key) => key.write_midstates(&mut bytes),
        }
        bytes
    }

    /// Takes the midstates that [`PreparedSecret::midstates`] returned.
    fn resume(algorithm: OtpAlgorithm, midstates: &[u8; MIDSTATE_BYTES]) -> Self {
        match algorithm {
            #[cfg(feature = "sha1")]
            OtpAlgorithm::Sha1 => Self::Sha1(HmacKey::from_midstates(midstates)),
            OtpAlgorithm::Sha256 => Self::Sha256(HmacKey::from_midstates(midstates)),
            #[cfg(feature = "sha512")]
            OtpAlgorithm::Sha512 => Self::Sha512(HmacKey::from_midstates(midstates)),
        }
    }
}
