//! `otpauth://` URIs.

use std::sync::Arc;

use sceau::code::Digits;
use sceau::otp::{self, OtpAlgorithm, OtpFactor, OtpReading, OtpTextError};
use sceau::time::Seconds;

use crate::otp::OtpSecret;

/// What makes one code differ from the next.
#[uniffi::remote(Enum)]
pub enum OtpFactor {
    /// Time.
    Period {
        /// How long a step lasts.
        period: Seconds,
    },
    /// A counter.
    Counter {
        /// The counter of the first code.
        counter: u64,
    },
}

/// What an `otpauth://` URI says, wiped when it is freed.
#[derive(uniffi::Object)]
pub struct OtpUri(otp::OtpUri);

#[uniffi::export]
impl OtpUri {
    /// Pairs an app: with what every app reads, or without the guard rails.
    ///
    /// # Errors
    ///
    /// [`OtpTextError`].
    #[uniffi::constructor]
    pub fn new(
        issuer: &str,
        account: &str,
        secret: &OtpSecret,
        algorithm: OtpAlgorithm,
        digits: Digits,
        factor: OtpFactor,
        unchecked: bool,
    ) -> Result<Self, OtpTextError> {
        let build = if unchecked { otp::OtpUri::new_unchecked_policy } else { otp::OtpUri::new };
        build(issuer, account, secret.0.clone(), algorithm, digits, factor).map(Self)
    }

    /// Reads a URI, with the guard rails or without.
    ///
    /// # Errors
    ///
    /// [`OtpTextError`].
    #[uniffi::constructor]
    pub fn parse(text: &str, reading: OtpReading, unchecked: bool) -> Result<Self, OtpTextError> {
        let read = if unchecked { otp::OtpUri::parse_unchecked_policy } else { otp::OtpUri::parse };
        read(text, reading).map(Self)
    }

    /// Returns the service's name, which is empty if the URI names none.
    #[must_use]
    pub fn issuer(&self) -> String {
        self.0.issuer().to_owned()
    }

    /// Returns the person's name at the service.
    #[must_use]
    pub fn account(&self) -> String {
        self.0.account().to_owned()
    }

    /// Returns the secret.
    #[must_use]
    pub fn secret(&self) -> Arc<OtpSecret> {
        Arc::new(OtpSecret(self.0.secret().clone()))
    }

    /// Returns the hash under a code's HMAC.
    #[must_use]
    pub fn algorithm(&self) -> OtpAlgorithm {
        self.0.algorithm()
    }

    /// Returns how many digits a code has.
    #[must_use]
    pub fn digits(&self) -> Digits {
        self.0.digits()
    }

    /// Returns what makes one code differ from the next.
    #[must_use]
    pub fn factor(&self) -> OtpFactor {
        self.0.factor()
    }

    /// Returns the URI.
    #[must_use]
    pub fn text(&self) -> String {
        self.0.to_text().as_str().to_owned()
    }
}
