//! Codes by counter.

use sceau::code::Digits;
use sceau::otp::{self, HotpOutcome, OtpAlgorithm, OtpError};

use crate::code::CodeText;

/// Codes by counter, with the parameters that both sides agreed upon.
#[derive(uniffi::Object)]
pub struct Hotp(pub(super) otp::Hotp);

#[uniffi::export]
impl Hotp {
    /// Sets the parameters.
    ///
    /// # Errors
    ///
    /// [`OtpError::LookAhead`] and [`OtpError::ResyncWindow`].
    #[uniffi::constructor]
    pub fn new(
        algorithm: OtpAlgorithm,
        digits: Digits,
        look_ahead: u8,
        resync: u16,
    ) -> Result<Self, OtpError> {
        otp::Hotp::new(algorithm, digits, look_ahead)?.with_resync(resync).map(Self)
    }

    /// Sets the parameters with any look-ahead.
    ///
    /// # Errors
    ///
    /// [`OtpError::ResyncWindow`].
    #[uniffi::constructor]
    pub fn new_unchecked_policy(
        algorithm: OtpAlgorithm,
        digits: Digits,
        look_ahead: u8,
        resync: u16,
    ) -> Result<Self, OtpError> {
        let hotp = otp::Hotp::new_unchecked_policy(algorithm, digits, look_ahead);
        hotp.with_resync(resync).map(Self)
    }
}

/// Codes by counter for one secret, wiped when it is freed.
#[derive(uniffi::Object)]
pub struct PreparedHotp(pub(super) otp::PreparedHotp);

#[uniffi::export]
impl PreparedHotp {
    /// Returns the code of `counter`.
    #[must_use]
    pub fn code(&self, counter: u64) -> CodeText {
        CodeText::from(&self.0.code(counter))
    }

    /// Verifies what a person typed against the counters of the look-ahead.
    ///
    /// # Errors
    ///
    /// [`OtpError::CounterExhausted`].
    pub fn verify(&self, typed: &str, counter: u64) -> Result<HotpOutcome, OtpError> {
        self.0.verify(typed, counter)
    }

    /// Finds a token that ran far ahead by two codes.
    ///
    /// # Errors
    ///
    /// [`OtpError::CounterExhausted`].
    pub fn resynchronize(
        &self,
        first: &str,
        second: &str,
        counter: u64,
    ) -> Result<HotpOutcome, OtpError> {
        self.0.resynchronize(first, second, counter)
    }
}
