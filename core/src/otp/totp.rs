//! TOTP (RFC 6238): codes by time.

use subtle::{Choice, ConditionallySelectable};

use super::{OtpAlgorithm, OtpError, OtpSecret, PreparedSecret};
use crate::code::{Code, Digits};
use crate::time::{Seconds, UnixTime};

/// Codes by time, with the parameters that both sides agreed upon; time counts from the Unix epoch.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Totp {
    algorithm: OtpAlgorithm,
    digits: Digits,
    period: Seconds,
    window: TotpWindow,
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

/// How many steps before and after the current one are accepted: 0 to 10 each.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct TotpWindow {
    past: u8,
    future: u8,
}

impl TotpWindow {
    /// The greatest number of steps on either side.
    pub const MAX_STEPS: u8 = 10;
    /// One step of delay, as RFC 6238 §5.2 recommends, and one of a fast clock.
    pub const DEFAULT: Self = Self { past: 1, future: 1 };

    /// Sets the window.
    ///
    /// # Errors
    ///
    /// [`OtpError::Window`] if either is more than 10.
    pub const fn new(past: u8, future: u8) -> Result<Self, OtpError> {
        if past > Self::MAX_STEPS || future > Self::MAX_STEPS {
            return Err(OtpError::Window);
        }
        Ok(Self { past, future })
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
    /// [`OtpError::Period`] if it is out of range.
    pub const fn new(
        algorithm: OtpAlgorithm,
        digits: Digits,
        period: Seconds,
        window: TotpWindow,
    ) -> Result<Self, OtpError> {
        if period.get() < 15 || period.get() > 120 {
            return Err(OtpError::Period);
        }
        Ok(Self { algorithm, digits, period, window })
    }

    /// Returns the step at `now`.
    pub fn step(&self, now: UnixTime) -> TimeStep {
        // The constructor excludes a period of zero.
        TimeStep(now.seconds().checked_div(self.period.get()).unwrap_or(0))
    }

    /// Returns how long the current step still lasts: 1 s to the period.
    pub fn remaining(&self, now: UnixTime) -> Seconds {
        let elapsed = now.seconds().checked_rem(self.period.get()).unwrap_or(0);
        Seconds::new(self.period.get().saturating_sub(elapsed))
    }

    /// Returns the code at `now`.
    ///
    /// # Timing
    ///
    /// Depends on the length of the secret only.
    pub fn code(&self, secret: &OtpSecret, now: UnixTime) -> Code {
        PreparedSecret::new(self.algorithm, secret).ct_code(self.step(now).0, self.digits)
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
        let Some(typed) = Code::parse(typed, self.digits) else {
            return TotpOutcome::Malformed;
        };
        let (found, step) = self.ct_find(secret, &typed, self.step(now));
        let found = bool::from(found);
        if !found {
            return TotpOutcome::Mismatch;
        }
        let step = TimeStep(step);
        if last.is_some_and(|last| step <= last) {
            return TotpOutcome::Replayed;
        }
        TotpOutcome::Accepted { step }
    }

    /// Returns whether a step of the window yields the code, and the highest that does.
    ///
    /// # Timing
    ///
    /// Constant for one length of secret, one window and one step.
    pub(crate) fn ct_find(
        &self,
        secret: &OtpSecret,
        typed: &Code,
        current: TimeStep,
    ) -> (Choice, u64) {
        let prepared = PreparedSecret::new(self.algorithm, secret);
        let first = current.0.saturating_sub(u64::from(self.window.past));
        let last = current.0.saturating_add(u64::from(self.window.future));
        let (mut found, mut step) = (Choice::from(0), 0);
        for tried in first..=last {
            let equal = prepared.ct_code(tried, self.digits).ct_equals(typed);
            step.conditional_assign(&tried, equal);
            found |= equal;
        }
        (found, step)
    }
}
