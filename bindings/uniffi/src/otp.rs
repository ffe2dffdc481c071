//! One-time codes by counter (HOTP) and by time (TOTP).

use std::sync::Arc;

use sceau::code::Digits;
use sceau::otp::{
    self, HotpOutcome, OtpAlgorithm, OtpError, OtpReading, OtpTextError, TimeStep, TotpDrift,
    TotpOutcome, TotpWindow,
};
use sceau::time::{Seconds, UnixTime};

use crate::code::CodeText;
use crate::message::{Offset, export_names, export_words};

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
    /// The drift to learn is bounded by more than 20 steps.
    Drift,
    /// Resynchronization looks more than 1,000 counters ahead.
    ResyncWindow,
}

/// How a text that holds a secret is read.
#[uniffi::remote(Enum)]
pub enum OtpReading {
    /// As people type and other programs write it.
    Lenient,
    /// As Sceau writes it, and no other way.
    Strict,
}

/// Why a text is no Base32 secret or no `otpauth://` URI, and where.
#[uniffi::remote(Error)]
pub enum OtpTextError {
    /// The secret has fewer than 16 bytes, or none at all.
    SecretTooShort {
        /// Byte offset in the text.
        at: Offset,
    },
    /// More bytes than a secret, a URI or a name may have.
    TooLong {
        /// Byte offset in the text.
        at: Offset,
    },
    /// 0, 1, 8 or 9.
    Digit {
        /// Byte offset in the text.
        at: Offset,
    },
    /// A character that has no place there.
    Character {
        /// Byte offset in the text.
        at: Offset,
    },
    /// Padding where none belongs, or too much or too little of it.
    Padding {
        /// Byte offset in the text.
        at: Offset,
    },
    /// As many characters as no bytes have.
    Length {
        /// Byte offset in the text.
        at: Offset,
    },
    /// Bits that belong to no byte.
    StrayBits {
        /// Byte offset in the text.
        at: Offset,
    },
    /// Not `otpauth://`.
    Scheme {
        /// Byte offset in the text.
        at: Offset,
    },
    /// Neither `totp` nor `hotp`.
    Kind {
        /// Byte offset in the text.
        at: Offset,
    },
    /// An issuer or account that cannot be one.
    Label {
        /// Byte offset in the text.
        at: Offset,
    },
    /// A `%` that stands for nothing.
    Percent {
        /// Byte offset in the text.
        at: Offset,
    },
    /// Sceau writes it otherwise.
    NotCanonical {
        /// Byte offset in the text.
        at: Offset,
    },
    /// A parameter that was there already.
    Duplicate {
        /// Byte offset in the text.
        at: Offset,
    },
    /// A parameter is missing.
    Missing {
        /// Byte offset in the text.
        at: Offset,
    },
    /// A value that is none of its parameter's.
    Value {
        /// Byte offset in the text.
        at: Offset,
    },
    /// Two issuers.
    Issuer {
        /// Byte offset in the text.
        at: Offset,
    },
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
    otp_text_error_words(OtpTextError);
    hotp_outcome_words(HotpOutcome);
    totp_outcome_words(TotpOutcome);
}

export_names! {
    otp_algorithm_name(OtpAlgorithm);
    otp_reading_name(OtpReading);
}

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

/// Codes by counter, with the parameters that both sides agreed upon.
#[derive(uniffi::Object)]
pub struct Hotp(otp::Hotp);

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

/// Codes by time, with the parameters that both sides agreed upon.
#[derive(uniffi::Object)]
pub struct Totp(otp::Totp);

#[uniffi::export]
impl Totp {
    /// Sets the parameters.
    ///
    /// # Errors
    ///
    /// [`OtpError::Period`], [`OtpError::Window`] and [`OtpError::Drift`].
    #[uniffi::constructor]
    pub fn new(
        algorithm: OtpAlgorithm,
        digits: Digits,
        period: Seconds,
        window: TotpSides,
        drift: u8,
    ) -> Result<Self, OtpError> {
        let steps = TotpWindow::new(window.past, window.future)?;
        let window = steps.with_seconds(window.past_s, window.future_s)?;
        otp::Totp::new(algorithm, digits, period, window)?.with_drift(drift).map(Self)
    }

    /// Sets the parameters with any period and window.
    ///
    /// # Errors
    ///
    /// [`OtpError::Period`] if the period is zero; [`OtpError::Window`] and [`OtpError::Drift`].
    #[uniffi::constructor]
    pub fn new_unchecked_policy(
        algorithm: OtpAlgorithm,
        digits: Digits,
        period: Seconds,
        window: TotpSides,
        drift: u8,
    ) -> Result<Self, OtpError> {
        let steps = TotpWindow::new_unchecked_policy(window.past, window.future);
        let window = steps.with_seconds(window.past_s, window.future_s)?;
        let totp = otp::Totp::new_unchecked_policy(algorithm, digits, period, window)?;
        totp.with_drift(drift).map(Self)
    }
}

/// Both sides of a window, in steps and in seconds.
#[derive(uniffi::Record)]
pub struct TotpSides {
    /// Steps of the past.
    pub past: u8,
    /// Steps of the future.
    pub future: u8,
    /// Seconds of the past.
    pub past_s: Seconds,
    /// Seconds of the future.
    pub future_s: Seconds,
}

/// Returns the moment from which on a code of `step` is accepted no longer.
#[uniffi::export]
#[must_use]
pub fn totp_accepted_until(totp: &Totp, step: TimeStep) -> UnixTime {
    totp.0.accepted_until(step)
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

/// Codes by counter for one secret, wiped when it is freed.
#[derive(uniffi::Object)]
pub struct PreparedHotp(otp::PreparedHotp);

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

/// Codes by time for one secret, wiped when it is freed.
#[derive(uniffi::Object)]
pub struct PreparedTotp(otp::PreparedTotp);

/// What became of a code, and the drift to store.
#[derive(uniffi::Record)]
pub struct TotpLearned {
    /// What became of the code.
    pub outcome: TotpOutcome,
    /// The drift to store.
    pub drift: i8,
}

#[uniffi::export]
impl PreparedTotp {
    /// Returns the code at `now`.
    #[must_use]
    pub fn code(&self, now: UnixTime) -> CodeText {
        CodeText::from(&self.0.code(now))
    }

    /// Verifies what a person typed at `now`; `last` is the step that was accepted last.
    pub fn verify(&self, typed: &str, now: UnixTime, last: Option<TimeStep>) -> TotpOutcome {
        self.0.verify(typed, now, last)
    }

    /// Verifies a code of an authenticator whose clock is ahead by `drift` steps.
    #[must_use]
    pub fn verify_drifting(
        &self,
        typed: &str,
        now: UnixTime,
        last: Option<TimeStep>,
        drift: i8,
    ) -> TotpLearned {
        let learned = self.0.verify_drifting(typed, now, last, TotpDrift::new(drift));
        TotpLearned { outcome: learned.outcome, drift: learned.drift.steps() }
    }
}
