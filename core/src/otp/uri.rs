//! `otpauth://` URIs, by which a QR code carries a secret into an authenticator app.
//!
//! Source: Google's "Key URI Format", which no standard has replaced; where apps differ, this file
//! writes what all of them read.

mod percent;
mod read;
mod text;

use core::fmt;
use core::ops::RangeInclusive;

use subtle::ConstantTimeEq;

pub use text::OtpUriText;

use super::{
    Hotp, OtpAlgorithm, OtpError, OtpReading, OtpSecret, OtpTextError, Totp, TotpWindow, base32,
};
use crate::code::Digits;
use crate::time::Seconds;

/// What makes one code differ from the next.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum OtpFactor {
    /// Time (`totp`).
    Period {
        /// How long a step lasts; 30 s is what every app reads.
        period: Seconds,
    },
    /// A counter (`hotp`).
    Counter {
        /// The counter of the first code.
        counter: u64,
    },
}

wire_names!(OtpFactor {
    Period { period: Seconds::new(30) } => "totp",
    Counter { counter: 0 } => "hotp",
});

impl OtpFactor {
    /// Steps of 30 s, which every app reads.
    pub const THIRTY_SECONDS: Self = Self::Period { period: Seconds::new(30) };
}

/// What an `otpauth://` URI says: whose secret this is, and how codes are made of it.
#[derive(Clone)]
pub struct OtpUri {
    issuer: Issuer,
    account: Account,
    secret: OtpSecret,
    algorithm: OtpAlgorithm,
    digits: Digits,
    factor: OtpFactor,
}

type Issuer = heapless::String<{ OtpUri::MAX_ISSUER_BYTES }>;
type Account = heapless::String<{ OtpUri::MAX_ACCOUNT_BYTES }>;

impl OtpUri {
    /// The greatest number of bytes of a URI that is read.
    pub const MAX_BYTES: usize = 2048;
    /// The greatest number of bytes of an issuer.
    pub const MAX_ISSUER_BYTES: usize = 128;
    /// The greatest number of bytes of an account, that of an e-mail address.
    pub const MAX_ACCOUNT_BYTES: usize = 254;

    /// Pairs an app with what every app reads: SHA-1, six digits, 30 s, a secret of 16 bytes or
    /// more.
    ///
    /// `issuer` is the service and `account` the person's name there, as the app shows them.
    ///
    /// # Errors
    ///
    /// [`OtpTextError::Label`] for an issuer or account that is empty, has a colon or a control
    /// character in it, or a space at its edge; [`OtpTextError::TooLong`]; `at` is the place in it.
    /// [`OtpTextError::Value`] for other parameters, [`OtpTextError::SecretTooShort`]; `at` is 0.
    ///
    /// # Example
    ///
    /// ```
    /// # #[cfg(feature = "sha1")] {
    /// use sceau::code::Digits;
    /// use sceau::otp::{OtpAlgorithm, OtpFactor, OtpSecret, OtpUri};
    ///
    /// let secret = OtpSecret::new(b"12345678901234567890").expect("20 bytes");
    /// let (algorithm, digits) = (OtpAlgorithm::Sha1, Digits::SIX);
    /// let (issuer, account) = ("Services Québec", "elise@example.org");
    /// let factor = OtpFactor::THIRTY_SECONDS;
    /// let uri = OtpUri::new(issuer, account, secret, algorithm, digits, factor)?;
    /// assert_eq!(
    ///     uri.to_text().as_str(),
    ///     "otpauth://totp/Services%20Qu%C3%A9bec:elise%40example.org\
    ///      ?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Services%20Qu%C3%A9bec\
    ///      &algorithm=SHA1&digits=6&period=30"
    /// );
    /// # }
    /// # Ok::<(), sceau::otp::OtpTextError>(())
    /// ```
    pub fn new(
        issuer: &str,
        account: &str,
        secret: OtpSecret,
        algorithm: OtpAlgorithm,
        digits: Digits,
        factor: OtpFactor,
    ) -> Result<Self, OtpTextError> {
        let by_time = matches!(factor, OtpFactor::Period { .. });
        if algorithm.name() != "SHA1"
            || digits != Digits::SIX
            || (by_time && factor != OtpFactor::THIRTY_SECONDS)
        {
            return Err(OtpTextError::Value { at: 0 });
        }
        if secret.bytes().len() < OtpSecret::MIN_BYTES {
            return Err(OtpTextError::SecretTooShort { at: 0 });
        }
        Self::new_unchecked_policy(issuer, account, secret, algorithm, digits, factor)
    }

    /// Pairs an app with any parameters. **Many apps ignore what they do not know**, and then show
    /// codes that are always wrong: for apps that one has tried.
    ///
    /// # Errors
    ///
    /// As [`OtpUri::new`]; [`OtpTextError::Value`] for a period that is not 1 to 2³² − 1 s.
    pub fn new_unchecked_policy(
        issuer: &str,
        account: &str,
        secret: OtpSecret,
        algorithm: OtpAlgorithm,
        digits: Digits,
        factor: OtpFactor,
    ) -> Result<Self, OtpTextError> {
        if let OtpFactor::Period { period } = factor
            && !ANY_PERIOD.contains(&period.get())
        {
            return Err(OtpTextError::Value { at: 0 });
        }
        let (issuer, account) = (label(issuer)?, label(account)?);
        Ok(Self { issuer, account, secret, algorithm, digits, factor })
    }

    /// Reads a URI whose secret has 16 to 128 bytes and whose period is 15 to 120 s.
    ///
    /// A lenient reading takes what other programs write: any case, spaces, hyphens and padding in
    /// the secret, characters that should be encoded, parameters it does not know (dropped), no
    /// issuer, no algorithm, digits or period (SHA-1, 6, 30 s). It refuses what two apps could
    /// read in two ways: two parameters of one name, two issuers, two colons. `+` is a plus, and
    /// `%3A` a colon. A strict reading takes what [`OtpUri::to_text`] writes.
    ///
    /// # Errors
    ///
    /// [`OtpTextError`], with the place in `text`.
    ///
    /// # Timing
    ///
    /// As [`OtpSecret::from_base32`], and depends on everything else in the text.
    pub fn parse(text: &str, reading: OtpReading) -> Result<Self, OtpTextError> {
        Self::parse_with(text, reading, OtpSecret::MIN_BYTES, 15..=120)
    }

    /// Reads a URI as [`OtpUri::parse`] does, with a secret from one byte and a period from one
    /// second: for what another system made, until its owner has a new one.
    ///
    /// # Errors
    ///
    /// As [`OtpUri::parse`].
    ///
    /// # Timing
    ///
    /// As [`OtpUri::parse`].
    pub fn parse_unchecked_policy(text: &str, reading: OtpReading) -> Result<Self, OtpTextError> {
        Self::parse_with(text, reading, 1, ANY_PERIOD)
    }

    fn parse_with(
        text: &str,
        reading: OtpReading,
        least: usize,
        periods: RangeInclusive<u64>,
    ) -> Result<Self, OtpTextError> {
        let uri = read::uri(text, least, periods)?;
        if reading == OtpReading::Strict {
            let canonical = uri.to_text();
            let same = bool::from(canonical.as_str().as_bytes().ct_eq(text.as_bytes()));
            if !same {
                return Err(OtpTextError::NotCanonical { at: canonical.differs(text) });
            }
        }
        Ok(uri)
    }

    /// Returns the service's name, which is empty if the URI names none.
    pub fn issuer(&self) -> &str {
        &self.issuer
    }

    /// Returns the person's name at the service.
    pub fn account(&self) -> &str {
        &self.account
    }

    /// Returns the secret.
    pub const fn secret(&self) -> &OtpSecret {
        &self.secret
    }

    /// Returns the hash under a code's HMAC.
    pub const fn algorithm(&self) -> OtpAlgorithm {
        self.algorithm
    }

    /// Returns how many digits a code has.
    pub const fn digits(&self) -> Digits {
        self.digits
    }

    /// Returns what makes one code differ from the next.
    pub const fn factor(&self) -> OtpFactor {
        self.factor
    }

    /// Returns what verifies these codes by time; `None` if they go by counter.
    ///
    /// # Errors
    ///
    /// As [`Totp::new`].
    pub fn to_totp(&self, window: TotpWindow) -> Option<Result<Totp, OtpError>> {
        let OtpFactor::Period { period } = self.factor else { return None };
        Some(Totp::new(self.algorithm, self.digits, period, window))
    }

    /// Returns what verifies these codes by counter; `None` if they go by time.
    ///
    /// # Errors
    ///
    /// As [`Hotp::new`].
    pub fn to_hotp(&self, look_ahead: u8) -> Option<Result<Hotp, OtpError>> {
        let OtpFactor::Counter { .. } = self.factor else { return None };
        Some(Hotp::new(self.algorithm, self.digits, look_ahead))
    }

    /// Writes the URI: the issuer in the label and as a parameter, every parameter explicit, the
    /// secret as upper-case Base32 without padding, a space as `%20`.
    ///
    /// # Timing
    ///
    /// Depends on the length of the secret, and on everything else in the URI.
    pub fn to_text(&self) -> OtpUriText {
        let mut text = OtpUriText::new();
        text.plain("otpauth://");
        text.plain(self.factor.name());
        text.plain("/");
        if !self.issuer.is_empty() {
            text.encoded(&self.issuer);
            text.plain(":");
        }
        text.encoded(&self.account);
        text.plain("?secret=");
        base32::ct_encode(self.secret.bytes(), |character| text.push(character));
        if !self.issuer.is_empty() {
            text.plain("&issuer=");
            text.encoded(&self.issuer);
        }
        text.plain("&algorithm=");
        text.plain(self.algorithm.name());
        text.plain("&digits=");
        text.number(self.digits.get().into());
        let (name, number) = match self.factor {
            OtpFactor::Period { period } => ("&period=", period.get()),
            OtpFactor::Counter { counter } => ("&counter=", counter),
        };
        text.plain(name);
        text.number(number);
        text
    }
}

/// Shows nothing of the secret, nor whose it is.
impl fmt::Debug for OtpUri {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OtpUri(..)")
    }
}

/// Takes an issuer or an account that a URI can carry.
fn label<const N: usize>(text: &str) -> Result<heapless::String<N>, OtpTextError> {
    let mut label = heapless::String::new();
    let last = text.char_indices().next_back().map_or(0, |(at, _)| at);
    for (at, character) in text.char_indices() {
        let edge = at == 0 || at == last;
        if character == ':' || character.is_control() || (edge && character.is_whitespace()) {
            return Err(OtpTextError::Label { at });
        }
        label.push(character).map_err(|_| OtpTextError::TooLong { at })?;
    }
    if label.is_empty() { Err(OtpTextError::Label { at: 0 }) } else { Ok(label) }
}

/// The periods of the readers and writers without guard rails, in seconds.
const ANY_PERIOD: RangeInclusive<u64> = 1..=0xffff_ffff;
