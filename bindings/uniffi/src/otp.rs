//! One-time codes by counter (HOTP) and by time (TOTP).

use sceau::code::Digits;
use sceau::otp::{self, HotpOutcome, OtpAlgorithm, OtpError, TimeStep, TotpOutcome, TotpWindow};
use sceau::time::{Seconds, UnixTime};

use crate::code::CodeText;
use crate::message::{export_names, export_words};

uniffi::custom_type!(TimeStep, u64, {
    remote,
    lower: |step| step.get(),
    try_lift: |step| Ok(TimeStep::new(step)),
});

/// The hash under a code's HMAC.
#[uniffi::remote(Enum)]
pub enum OtpAlgorithm {
    /// HMAC-SHA-1.
    Sha1,
    /// HMAC-SHA-256.
    Sha256,
    /// HMAC-SHA-512.
    Sha512,
}

/// Why one-time codes cannot be made or checked with these parameters.
#[uniffi::remote(Error)]
pub enum OtpError {
    /// The secret has fewer than 16 bytes.
    SecretTooShort,
    /// The secret has more than 128 bytes.
    SecretTooLong,
    /// The period is not 15 to 120 seconds.
    Period,
    /// The window accepts more than 10 steps of the past or of the future.
    Window,
    /// The look-ahead is more than 100 counters.
    LookAhead,
    /// The counter has reached 2⁶⁴ − 1.
    CounterExhausted,
}

/// What became of a code by counter.
#[uniffi::remote(Enum)]
pub enum HotpOutcome {
    /// The code is right.
    Accepted {
        /// The counter behind the one that the code belongs to.
        next: u64,
    },
    /// No counter of the look-ahead yields the code.
    Mismatch,
    /// Not the expected number of decimal digits.
    Malformed,
}

/// What became of a code by time.
#[uniffi::remote(Enum)]
pub enum TotpOutcome {
    /// The code is right.
    Accepted {
        /// The highest live step that yields the code.
        step: TimeStep,
    },
    /// The code is right, and its step was accepted before.
    Replayed,
    /// No step in the window yields the code.
    Mismatch,
    /// Not the expected number of decimal digits.
    Malformed,
}

export_words! {
    otp_error_words(OtpError);
    hotp_outcome_words(HotpOutcome);
    totp_outcome_words(TotpOutcome);
}

export_names! { otp_algorithm_name(OtpAlgorithm); }

/// A secret that an authenticator shares with the service, wiped when it is freed. Whatever needs it
/// is a method of it, as with the service's key.
#[derive(uniffi::Object)]
pub struct OtpSecret(otp::OtpSecret);

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
}

/// Codes by counter, with the parameters that both sides agreed upon.
#[derive(uniffi::Object)]
pub struct Hotp(otp::Hotp);

#[uniffi::export]
impl Hotp {
    /// Sets the parameters.
    ///
    /// # Errors
    ///
    /// [`OtpError::LookAhead`].
    #[uniffi::constructor]
    pub fn new(algorithm: OtpAlgorithm, digits: Digits, look_ahead: u8) -> Result<Self, OtpError> {
        otp::Hotp::new(algorithm, digits, look_ahead).map(Self)
    }
}

/// Codes by time, with the parameters that both sides agreed upon.
#[derive(uniffi::Object)]
pub struct Totp(otp::Totp);

#[uniffi::export]
impl Totp {
    /// Sets the parameters; the window is in steps.
    ///
    /// # Errors
    ///
    /// [`OtpError::Period`] and [`OtpError::Window`].
    #[uniffi::constructor]
    pub fn new(
        algorithm: OtpAlgorithm,
        digits: Digits,
        period: Seconds,
        past: u8,
        future: u8,
    ) -> Result<Self, OtpError> {
        let window = TotpWindow::new(past, future)?;
        otp::Totp::new(algorithm, digits, period, window).map(Self)
    }
}

/// Returns the step at `now`.
#[uniffi::export]
#[must_use]
pub fn totp_step(totp: &Totp, now: UnixTime) -> TimeStep {
    totp.0.step(now)
}

/// Returns how long the current step still lasts.
#[uniffi::export]
#[must_use]
pub fn totp_remaining(totp: &Totp, now: UnixTime) -> Seconds {
    totp.0.remaining(now)
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
}
