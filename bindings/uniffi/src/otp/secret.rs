//! A secret, and what is asked of it.

use std::sync::Arc;

use sceau::otp::{self, HotpOutcome, OtpError, OtpReading, OtpTextError, TimeStep, TotpOutcome};
use sceau::time::UnixTime;

use super::{Hotp, PreparedHotp, PreparedTotp, Totp};
use crate::code::CodeText;

/// A secret that an authenticator shares with the service, wiped when it is freed. Whatever needs it
/// is a method of it, as with the service's key.
#[derive(uniffi::Object)]
pub struct OtpSecret(pub(crate) otp::OtpSecret);

#[uniffi::export]
impl OtpSecret {
    /// Takes the bytes of a secret, 16 to 128 of them.
    ///
    /// # Errors
    ///
    /// [`OtpError::SecretTooShort`] and [`OtpError::SecretTooLong`].
    #[uniffi::constructor]
    pub fn new(bytes: &[u8]) -> Result<Self, OtpError> {
        otp::OtpSecret::new(bytes).map(Self)
    }

    /// Takes a secret of any length up to 128 bytes.
    ///
    /// # Errors
    ///
    /// [`OtpError::SecretTooLong`]; [`OtpError::SecretTooShort`] if it is empty.
    #[uniffi::constructor]
    pub fn new_unchecked_policy(bytes: &[u8]) -> Result<Self, OtpError> {
        otp::OtpSecret::new_unchecked_policy(bytes).map(Self)
    }

    /// Reads a secret from Base32: of 16 to 128 bytes, or from one on without the guard rail.
    ///
    /// # Errors
    ///
    /// [`OtpTextError`].
    #[uniffi::constructor]
    pub fn from_base32(
        text: &str,
        reading: OtpReading,
        unchecked: bool,
    ) -> Result<Self, OtpTextError> {
        let read = if unchecked {
            otp::OtpSecret::from_base32_unchecked_policy
        } else {
            otp::OtpSecret::from_base32
        };
        read(text, reading).map(Self)
    }

    /// Returns the secret as Base32.
    #[must_use]
    pub fn base32(&self) -> String {
        self.0.to_base32().as_str().to_owned()
    }

    /// Returns the secret as Base32 in groups of four.
    #[must_use]
    pub fn base32_groups(&self) -> String {
        self.0.to_base32_groups().as_str().to_owned()
    }

    /// Returns the bytes.
    #[must_use]
    pub fn expose(&self) -> Vec<u8> {
        self.0.expose().to_vec()
    }
}

#[uniffi::export]
impl OtpSecret {
    /// Returns the code of `counter`.
    #[must_use]
    pub fn hotp_code(&self, hotp: &Hotp, counter: u64) -> CodeText {
        CodeText::from(&hotp.0.code(&self.0, counter))
    }

    /// Verifies what a person typed against the counters of the look-ahead.
    ///
    /// # Errors
    ///
    /// [`OtpError::CounterExhausted`].
    pub fn hotp_verify(
        &self,
        hotp: &Hotp,
        typed: &str,
        counter: u64,
    ) -> Result<HotpOutcome, OtpError> {
        hotp.0.verify(&self.0, typed, counter)
    }

    /// Returns the code at `now`.
    #[must_use]
    pub fn totp_code(&self, totp: &Totp, now: UnixTime) -> CodeText {
        CodeText::from(&totp.0.code(&self.0, now))
    }

    /// Verifies what a person typed at `now`; `last` is the step that was accepted last.
    pub fn totp_verify(
        &self,
        totp: &Totp,
        typed: &str,
        now: UnixTime,
        last: Option<TimeStep>,
    ) -> TotpOutcome {
        totp.0.verify(&self.0, typed, now, last)
    }

    /// Absorbs the secret once, for codes by counter.
    #[must_use]
    pub fn prepare_hotp(&self, hotp: &Hotp) -> Arc<PreparedHotp> {
        Arc::new(PreparedHotp(hotp.0.prepare(&self.0)))
    }

    /// Absorbs the secret once, for codes by time.
    #[must_use]
    pub fn prepare_totp(&self, totp: &Totp) -> Arc<PreparedTotp> {
        Arc::new(PreparedTotp(totp.0.prepare(&self.0)))
    }
}
