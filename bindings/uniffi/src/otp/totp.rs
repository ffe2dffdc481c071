//! Codes by time.

use sceau::code::Digits;
use sceau::otp::{self, OtpAlgorithm, OtpError, TimeStep, TotpDrift, TotpOutcome, TotpWindow};
use sceau::time::{Seconds, UnixTime};

use crate::code::CodeText;

/// Codes by time, with the parameters that both sides agreed upon.
#[derive(uniffi::Object)]
pub struct Totp(pub(super) otp::Totp);

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

/// Codes by time for one secret, wiped when it is freed.
#[derive(uniffi::Object)]
pub struct PreparedTotp(pub(super) otp::PreparedTotp);

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
