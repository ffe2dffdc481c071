//! HOTP (RFC 4226): codes by counter.

use subtle::{Choice, ConditionallySelectable};

use super::{OtpAlgorithm, OtpError, OtpSecret, PreparedSecret};
use crate::code::{Code, Digits};

/// Codes by counter, with the parameters that both sides agreed upon.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Hotp {
    algorithm: OtpAlgorithm,
    digits: Digits,
    look_ahead: u8,
}

/// What became of a code that a person typed.
#[must_use]
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum HotpOutcome {
    /// The code is right; store `next`, and pass it as `counter` the next time.
    Accepted {
        /// The counter behind the one that the code belongs to.
        next: u64,
    },
    /// No counter from the stored one to the end of the look-ahead yields the code. A code whose
    /// counter has passed is one of these.
    Mismatch,
    /// Not the expected number of decimal digits.
    Malformed,
}

wire_names!(HotpOutcome {
    Accepted { next: 0 } => "accepted",
    Mismatch => "mismatch",
    Malformed => "malformed",
});

impl Hotp {
    /// The greatest look-ahead, in counters.
    pub const MAX_LOOK_AHEAD: u8 = 100;

    /// Sets the parameters: `look_ahead`, 0 to 100, is how many counters beyond the expected one
    /// are tried (RFC 4226 §7.4).
    ///
    /// # Errors
    ///
    /// [`OtpError::LookAhead`] if it is greater.
    pub const fn new(
        algorithm: OtpAlgorithm,
        digits: Digits,
        look_ahead: u8,
    ) -> Result<Self, OtpError> {
        if look_ahead > Self::MAX_LOOK_AHEAD {
            return Err(OtpError::LookAhead);
        }
        Ok(Self { algorithm, digits, look_ahead })
    }

    /// Returns the code of `counter`, any of them.
    ///
    /// # Timing
    ///
    /// Depends on the length of the secret only.
    pub fn code(&self, secret: &OtpSecret, counter: u64) -> Code {
        PreparedSecret::new(self.algorithm, secret).ct_code(counter, self.digits)
    }

    /// Verifies what a person typed against the counters from `counter` to the end of the
    /// look-ahead, all of which are computed.
    ///
    /// # Errors
    ///
    /// [`OtpError::CounterExhausted`] if `counter` is 2⁶⁴ − 1, which is never accepted, since no
    /// next one could be stored.
    ///
    /// # Timing
    ///
    /// Depends on the text typed, the secret's length and the counter; neither on the secret nor
    /// on which counter the code belongs to.
    ///
    /// # Example
    ///
    /// ```
    /// use sceau::code::Digits;
    /// use sceau::otp::{Hotp, HotpOutcome, OtpAlgorithm, OtpSecret};
    ///
    /// let hotp = Hotp::new(OtpAlgorithm::Sha1, Digits::SIX, 3)?;
    /// let secret = OtpSecret::new(b"12345678901234567890")?;
    /// assert_eq!(hotp.verify(&secret, "287 082", 0)?, HotpOutcome::Accepted { next: 2 });
    /// assert_eq!(hotp.verify(&secret, "287 082", 2)?, HotpOutcome::Mismatch);
    /// # Ok::<(), sceau::otp::OtpError>(())
    /// ```
    pub fn verify(
        &self,
        secret: &OtpSecret,
        typed: &str,
        counter: u64,
    ) -> Result<HotpOutcome, OtpError> {
        if counter == u64::MAX {
            return Err(OtpError::CounterExhausted);
        }
        let Some(typed) = Code::parse(typed, self.digits) else {
            return Ok(HotpOutcome::Malformed);
        };
        let (found, next) = self.ct_find(secret, &typed, counter);
        let found = bool::from(found);
        Ok(if found { HotpOutcome::Accepted { next } } else { HotpOutcome::Mismatch })
    }

    /// Returns whether a counter of the look-ahead yields the code, and the one behind the first
    /// that does: claiming a later one would leave the token behind.
    ///
    /// # Timing
    ///
    /// Constant for one length of secret, one look-ahead and one counter.
    pub(crate) fn ct_find(&self, secret: &OtpSecret, typed: &Code, counter: u64) -> (Choice, u64) {
        let prepared = PreparedSecret::new(self.algorithm, secret);
        let last = counter.saturating_add(u64::from(self.look_ahead)).min(u64::MAX - 1);
        let (mut found, mut next) = (Choice::from(0), 0);
        for tried in counter..=last {
            let equal = prepared.ct_code(tried, self.digits).ct_equals(typed);
            next.conditional_assign(&tried.wrapping_add(1), equal & !found);
            found |= equal;
        }
        (found, next)
    }
}
