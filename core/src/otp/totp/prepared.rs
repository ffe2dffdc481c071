//! TOTP with a prepared key, and the drift of an authenticator's clock.

use core::fmt;
use core::ops::RangeInclusive;

use subtle::{Choice, ConditionallySelectable};

use super::{TimeStep, Totp, TotpOutcome};
use crate::code::Code;
use crate::otp::{MIDSTATE_BYTES, PreparedSecret, TotpDrift};
use crate::time::UnixTime;

/// A [`Totp`] with a secret whose pads are absorbed: four block calls less for each code.
///
/// As secret as the secret; wiped on drop.
#[derive(Clone)]
pub struct PreparedTotp {
    pub(super) totp: Totp,
    pub(super) key: PreparedSecret,
}

/// What became of a code, and the drift to store whatever became of it.
#[must_use]
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct TotpLearned {
    /// What became of the code.
    pub outcome: TotpOutcome,
    /// The drift to store with the step: the accepted code's, within the bound; else the old one.
    pub drift: TotpDrift,
}

impl PreparedTotp {
    /// Returns the parameters.
    pub const fn totp(&self) -> &Totp {
        &self.totp
    }

    /// Returns the code at `now`.
    ///
    /// # Timing
    ///
    /// Constant for one algorithm and number of digits.
    pub fn code(&self, now: UnixTime) -> Code {
        self.key.ct_code(self.totp.step(now).0, self.totp.digits)
    }

    /// Verifies as [`Totp::verify`] does.
    ///
    /// # Timing
    ///
    /// Depends on the text typed and `now`; neither on the secret nor on which step the code
    /// belongs to, up to the one branch on the outcome.
    pub fn verify(&self, typed: &str, now: UnixTime, last: Option<TimeStep>) -> TotpOutcome {
        self.verify_at(typed, now, last, TotpDrift::NONE)
    }

    /// Verifies what a person typed at `now` on an authenticator whose clock is ahead by `drift`;
    /// the window lies about the step that its clock shows. An accepted code tells the drift anew
    /// (RFC 6238 §6), as far as the bound of [`Totp::with_drift`].
    ///
    /// # Timing
    ///
    /// As [`PreparedTotp::verify`], and depends on `drift`.
    ///
    /// # Example
    ///
    /// ```
    /// use sceau::code::Digits;
    /// use sceau::otp::{OtpAlgorithm, OtpSecret, Totp, TotpDrift, TotpOutcome, TotpWindow};
    /// use sceau::time::{Seconds, UnixTime};
    ///
    /// let period = Seconds::new(30);
    /// let totp = Totp::new(OtpAlgorithm::Sha1, Digits::SIX, period, TotpWindow::DEFAULT)?;
    /// let secret = OtpSecret::new(b"12345678901234567890")?;
    /// let token = totp.with_drift(4)?.prepare(&secret);
    /// // The token's clock is 30 s ahead.
    /// let (now, shown) = (UnixTime::new(29), UnixTime::new(59));
    /// let learned = token.verify_drifting(
    ///     token.code(shown).compact().as_str(), now, None, TotpDrift::NONE);
    /// assert!(matches!(learned.outcome, TotpOutcome::Accepted { .. }));
    /// assert_eq!(learned.drift, TotpDrift::new(1));
    /// # Ok::<(), sceau::otp::OtpError>(())
    /// ```
    pub fn verify_drifting(
        &self,
        typed: &str,
        now: UnixTime,
        last: Option<TimeStep>,
        drift: TotpDrift,
    ) -> TotpLearned {
        let drift = drift.within(self.totp.drift);
        let outcome = self.verify_at(typed, now, last, drift);
        let TotpOutcome::Accepted { step } = outcome else {
            return TotpLearned { outcome, drift };
        };
        let told = TotpDrift::between(step.0, self.totp.step(now).0);
        TotpLearned { outcome, drift: told.within(self.totp.drift) }
    }

    /// Returns the two midstates; for the C library.
    #[doc(hidden)]
    pub fn midstates(&self) -> [u8; MIDSTATE_BYTES] {
        self.key.midstates()
    }

    fn verify_at(
        &self,
        typed: &str,
        now: UnixTime,
        last: Option<TimeStep>,
        drift: TotpDrift,
    ) -> TotpOutcome {
        let Some(typed) = Code::parse(typed, self.totp.digits) else {
            return TotpOutcome::Malformed;
        };
        let (found, step) = self.ct_find(&typed, self.totp.live(now, drift));
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

    /// Returns whether one of `steps` yields the code, and the highest that does.
    ///
    /// # Timing
    ///
    /// Constant for the same steps.
    pub(crate) fn ct_find(&self, typed: &Code, steps: RangeInclusive<u64>) -> (Choice, u64) {
        let (mut found, mut step) = (Choice::from(0), 0);
        for tried in steps {
            let equal = self.key.ct_code(tried, self.totp.digits).ct_equals(typed);
            step.conditional_assign(&tried, equal);
            found |= equal;
        }
        (found, step)
    }
}

/// Shows nothing of the secret.
impl fmt::Debug for PreparedTotp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PreparedTotp(..)")
    }
}
