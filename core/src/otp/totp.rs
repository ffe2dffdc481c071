//! TOTP (RFC 6238): codes by time.

mod prepared;

use core::ops::RangeInclusive;

pub use prepared::{PreparedTotp, TotpLearned};

use super::{
    MIDSTATE_BYTES, OtpAlgorithm, OtpError, OtpSecret, PreparedSecret, TotpDrift, TotpWindow,
};
use crate::code::{Code, Digits};
use crate::time::{Seconds, UnixTime};

/// Codes by time, with the parameters that both sides agreed upon; time counts from the Unix epoch.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Totp {
    algorithm: OtpAlgorithm,
    digits: Digits,
    period: Seconds,
    window: TotpWindow,
    drift: u8,
}

/// The number of a time step: seconds since the Unix epoch, divided by the period (RFC 6238 §4.2).
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct TimeStep(u64);

impl TimeStep {
    /// Takes a step's number.
    pub const fn new(step: u64) -> Self {
        Self(step)
    }

    /// Returns the step's number.
    pub const fn get(self) -> u64 {
        self.0
    }
}

/// What became of a code that a person typed.
#[must_use]
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum TotpOutcome {
    /// The code belongs to `step`; store it, and pass it as `last` the next time.
    Accepted {
        /// The highest live step that yields the code.
        step: TimeStep,
    },
    /// The code is right, and its step was accepted before (RFC 6238 §5.2).
    Replayed,
    /// No step in the window yields the code.
    Mismatch,
    /// Not the expected number of decimal digits.
    Malformed,
}

wire_names!(TotpOutcome {
    Accepted { step: TimeStep::new(0) } => "accepted",
    Replayed => "replayed",
    Mismatch => "mismatch",
    Malformed => "malformed",
});

impl Totp {
    /// Sets the parameters: `period`, 15 to 120 s, is how long a step lasts; 30 s is what every
    /// authenticator app reads.
    ///
    /// # Errors
    ///
    /// [`OtpError::Period`] if it is out of range; [`OtpError::Window`] if the window comes to more
    /// than 10 steps of it on either side.
    pub const fn new(
        algorithm: OtpAlgorithm,
        digits: Digits,
        period: Seconds,
        window: TotpWindow,
    ) -> Result<Self, OtpError> {
        if period.get() < 15 || period.get() > 120 {
            return Err(OtpError::Period);
        }
        if !window.fits(period) {
            return Err(OtpError::Window);
        }
        Self::new_unchecked_policy(algorithm, digits, period, window)
    }

    /// Sets the parameters with any period from 1 s and any window: for what another system agreed
    /// upon, until it need no longer be.
    ///
    /// # Errors
    ///
    /// [`OtpError::Period`] if the period is zero.
    pub const fn new_unchecked_policy(
        algorithm: OtpAlgorithm,
        digits: Digits,
        period: Seconds,
        window: TotpWindow,
    ) -> Result<Self, OtpError> {
        if period.get() == 0 {
            return Err(OtpError::Period);
        }
        Ok(Self { algorithm, digits, period, window, drift: 0 })
    }

    /// Sets how far a clock's drift is followed, in steps to either side: 0, which follows none,
    /// to 20. Only [`PreparedTotp::verify_drifting`] looks at it.
    ///
    /// # Errors
    ///
    /// [`OtpError::Drift`] if it is more than 20.
    pub const fn with_drift(self, bound: u8) -> Result<Self, OtpError> {
        if bound > TotpDrift::MAX_STEPS {
            return Err(OtpError::Drift);
        }
        Ok(Self { drift: bound, ..self })
    }

    /// Absorbs a secret once, for as many codes as there are to come.
    ///
    /// # Timing
    ///
    /// Depends on the length of the secret only.
    pub fn prepare(&self, secret: &OtpSecret) -> PreparedTotp {
        PreparedTotp { totp: *self, key: PreparedSecret::new(self.algorithm, secret) }
    }

    /// Takes the midstates of [`PreparedTotp::midstates`]; for the C library.
    #[doc(hidden)]
    pub fn resume(&self, midstates: &[u8; MIDSTATE_BYTES]) -> PreparedTotp {
        PreparedTotp { totp: *self, key: PreparedSecret::resume(self.algorithm, midstates) }
    }

    /// Returns the step at `now`.
    pub fn step(&self, now: UnixTime) -> TimeStep {
        // The constructor excludes a period of zero.
        TimeStep(now.seconds().checked_div(self.period.get()).unwrap_or(0))
    }

    /// Returns the steps that are accepted at `now`, of a clock that is ahead by `drift`.
    fn live(&self, now: UnixTime, drift: TotpDrift) -> RangeInclusive<u64> {
        let (first, last) = self.window.moments(now, self.period);
        let live = |moment| self.step(moment).0.saturating_add_signed(drift.steps().into());
        live(first)..=live(last)
    }

    /// Returns how long the current step still lasts: 1 s to the period.
    pub fn remaining(&self, now: UnixTime) -> Seconds {
        let elapsed = now.seconds().checked_rem(self.period.get()).unwrap_or(0);
        Seconds::new(self.period.get().saturating_sub(elapsed))
    }

    /// Returns the moment from which on a code of `step` is accepted no longer, its window and no
    /// drift counted; [`UnixTime::MAX`] if there is none.
    pub fn accepted_until(&self, step: TimeStep) -> UnixTime {
        let end = step.0.saturating_add(1).saturating_mul(self.period.get());
        UnixTime::new(end.saturating_add(self.window.past_seconds(self.period)))
    }

    /// Returns the code at `now`.
    ///
    /// # Timing
    ///
    /// Depends on the length of the secret only.
    pub fn code(&self, secret: &OtpSecret, now: UnixTime) -> Code {
        PreparedSecret::ct_code_once(self.algorithm, secret, self.step(now).0, self.digits)
    }

    /// Verifies what a person typed at `now`; `last` is the step that was accepted last.
    ///
    /// The whole window is always computed, and the highest step that yields the code is claimed:
    /// if two live steps yield the same digits, claiming the lower one would let the code be
    /// replayed under the higher.
    ///
    /// # Timing
    ///
    /// Depends on the text typed, the secret's length and `now`; neither on the secret nor on which
    /// step the code belongs to, up to the one branch on the outcome.
    ///
    /// # Example
    ///
    /// ```
    /// use sceau::code::Digits;
    /// use sceau::otp::{OtpAlgorithm, OtpSecret, TimeStep, Totp, TotpOutcome, TotpWindow};
    /// use sceau::time::{Seconds, UnixTime};
    ///
    /// let period = Seconds::new(30);
    /// let totp = Totp::new(OtpAlgorithm::Sha1, Digits::SIX, period, TotpWindow::DEFAULT)?;
    /// let secret = OtpSecret::new(b"12345678901234567890")?;
    /// let now = UnixTime::new(59);
    ///
    /// let TotpOutcome::Accepted { step } = totp.verify(&secret, "287 082", now, None) else {
    ///     panic!("RFC 6238, Appendix B");
    /// };
    /// assert_eq!(totp.verify(&secret, "287082", now, Some(step)), TotpOutcome::Replayed);
    /// # Ok::<(), sceau::otp::OtpError>(())
    /// ```
    pub fn verify(
        &self,
        secret: &OtpSecret,
        typed: &str,
        now: UnixTime,
        last: Option<TimeStep>,
    ) -> TotpOutcome {
        self.prepare(secret).verify(typed, now, last)
    }
}
