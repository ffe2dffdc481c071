//! HOTP (RFC 4226): codes by counter.

use core::fmt;

use subtle::{Choice, ConditionallySelectable};

use super::{MIDSTATE_BYTES, OtpAlgorithm, OtpError, OtpSecret, PreparedSecret};
use crate::code::{Code, Digits};

/// Codes by counter, with the parameters that both sides agreed upon.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Hotp {
    algorithm: OtpAlgorithm,
    digits: Digits,
    look_ahead: u8,
    resync: u16,
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
    /// The greatest number of counters over which two codes are searched for.
    pub const MAX_RESYNC: u16 = 1000;
    /// Over how many counters two codes are searched for, unless it is set.
    pub const DEFAULT_RESYNC: u16 = 100;

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
        Ok(Self::new_unchecked_policy(algorithm, digits, look_ahead))
    }

    /// Sets the parameters with a look-ahead of up to 255: for what another system tries so far,
    /// until it need no longer be. Every counter multiplies what a guess is worth.
    pub const fn new_unchecked_policy(
        algorithm: OtpAlgorithm,
        digits: Digits,
        look_ahead: u8,
    ) -> Self {
        Self { algorithm, digits, look_ahead, resync: Self::DEFAULT_RESYNC }
    }

    /// Sets how many counters beyond the expected one [`PreparedHotp::resynchronize`] tries: 0 to
    /// 1,000.
    ///
    /// # Errors
    ///
    /// [`OtpError::ResyncWindow`] if it is more.
    pub const fn with_resync(self, counters: u16) -> Result<Self, OtpError> {
        if counters > Self::MAX_RESYNC {
            return Err(OtpError::ResyncWindow);
        }
        Ok(Self { resync: counters, ..self })
    }

    /// Absorbs a secret once, for as many codes as there are to come.
    ///
    /// # Timing
    ///
    /// Depends on the length of the secret only.
    pub fn prepare(&self, secret: &OtpSecret) -> PreparedHotp {
        PreparedHotp { hotp: *self, key: PreparedSecret::new(self.algorithm, secret) }
    }

    /// Takes the midstates of [`PreparedHotp::midstates`]; for the C library.
    #[doc(hidden)]
    pub fn resume(&self, midstates: &[u8; MIDSTATE_BYTES]) -> PreparedHotp {
        PreparedHotp { hotp: *self, key: PreparedSecret::resume(self.algorithm, midstates) }
    }

    /// Returns the code of `counter`, any of them.
    ///
    /// # Timing
    ///
    /// Depends on the length of the secret only.
    pub fn code(&self, secret: &OtpSecret, counter: u64) -> Code {
        PreparedSecret::ct_code_once(self.algorithm, secret, counter, self.digits)
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
        self.prepare(secret).verify(typed, counter)
    }
}

/// A [`Hotp`] with a secret whose pads are absorbed: four block calls less for each code.
///
/// As secret as the secret; wiped on drop.
#[derive(Clone)]
pub struct PreparedHotp {
    hotp: Hotp,
    key: PreparedSecret,
}

impl PreparedHotp {
    /// Returns the parameters.
    pub const fn hotp(&self) -> &Hotp {
        &self.hotp
    }

    /// Returns the code of `counter`, any of them.
    ///
    /// # Timing
    ///
    /// Constant for one algorithm and number of digits.
    pub fn code(&self, counter: u64) -> Code {
        self.key.ct_code(counter, self.hotp.digits)
    }

    /// Verifies as [`Hotp::verify`] does.
    ///
    /// # Errors
    ///
    /// [`OtpError::CounterExhausted`] if `counter` is 2⁶⁴ − 1.
    ///
    /// # Timing
    ///
    /// Depends on the text typed and the counter; neither on the secret nor on which counter the
    /// code belongs to.
    pub fn verify(&self, typed: &str, counter: u64) -> Result<HotpOutcome, OtpError> {
        if counter == u64::MAX {
            return Err(OtpError::CounterExhausted);
        }
        let Some(typed) = Code::parse(typed, self.hotp.digits) else {
            return Ok(HotpOutcome::Malformed);
        };
        Ok(outcome(self.ct_find(&typed, counter)))
    }

    /// Finds a token that ran far ahead by two codes that it showed one after the other, from
    /// `counter` on as far as [`Hotp::with_resync`] lets it (RFC 4226 §7.4).
    ///
    /// All counters are computed, and the first two in a row that yield the codes are claimed. The
    /// chance to guess two codes is the square of that to guess one: hence the longer way. Count
    /// an attempt for each call all the same.
    ///
    /// # Errors
    ///
    /// [`OtpError::CounterExhausted`] if `counter` is 2⁶⁴ − 2 or 2⁶⁴ − 1: no next one could be
    /// stored behind two codes.
    ///
    /// # Timing
    ///
    /// Depends on the texts typed and the counter; neither on the secret nor on which counters the
    /// codes belong to.
    ///
    /// # Example
    ///
    /// ```
    /// use sceau::code::Digits;
    /// use sceau::otp::{Hotp, HotpOutcome, OtpAlgorithm, OtpSecret};
    ///
    /// let secret = OtpSecret::new(b"12345678901234567890")?;
    /// let token = Hotp::new(OtpAlgorithm::Sha1, Digits::SIX, 3)?.prepare(&secret);
    /// // RFC 4226, Appendix D, counters 8 and 9.
    /// assert_eq!(token.verify("399871", 0)?, HotpOutcome::Mismatch);
    /// let found = token.resynchronize("399871", "520489", 0)?;
    /// assert_eq!(found, HotpOutcome::Accepted { next: 10 });
    /// # Ok::<(), sceau::otp::OtpError>(())
    /// ```
    pub fn resynchronize(
        &self,
        first: &str,
        second: &str,
        counter: u64,
    ) -> Result<HotpOutcome, OtpError> {
        if counter >= u64::MAX - 1 {
            return Err(OtpError::CounterExhausted);
        }
        let codes = (Code::parse(first, self.hotp.digits), Code::parse(second, self.hotp.digits));
        let (Some(first), Some(second)) = codes else {
            return Ok(HotpOutcome::Malformed);
        };
        Ok(outcome(self.ct_find_two(&first, &second, counter)))
    }

    /// Returns the two midstates; for the C library.
    #[doc(hidden)]
    pub fn midstates(&self) -> [u8; MIDSTATE_BYTES] {
        self.key.midstates()
    }

    /// Returns whether a counter of the look-ahead yields the code, and the one behind the first
    /// that does: claiming a later one would leave the token behind.
    ///
    /// # Timing
    ///
    /// Constant for one look-ahead and one counter.
    pub(crate) fn ct_find(&self, typed: &Code, counter: u64) -> (Choice, u64) {
        let last = counter.saturating_add(u64::from(self.hotp.look_ahead)).min(u64::MAX - 1);
        let (mut found, mut next) = (Choice::from(0), 0);
        for tried in counter..=last {
            let equal = self.code(tried).ct_equals(typed);
            next.conditional_assign(&tried.wrapping_add(1), equal & !found);
            found |= equal;
        }
        (found, next)
    }

    /// Returns whether two counters in a row yield the codes, and the one behind the first two
    /// that do.
    ///
    /// # Timing
    ///
    /// Constant for one number of counters to try and one counter.
    pub(crate) fn ct_find_two(&self, first: &Code, second: &Code, counter: u64) -> (Choice, u64) {
        let last = counter.saturating_add(u64::from(self.hotp.resync)).min(u64::MAX - 2);
        let (mut found, mut next) = (Choice::from(0), 0);
        let mut begun = self.code(counter).ct_equals(first);
        for tried in counter..=last {
            let code = self.code(tried.wrapping_add(1));
            let equal = begun & code.ct_equals(second);
            next.conditional_assign(&tried.wrapping_add(2), equal & !found);
            found |= equal;
            begun = code.ct_equals(first);
        }
        (found, next)
    }
}

/// Shows nothing of the secret.
impl fmt::Debug for PreparedHotp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PreparedHotp(..)")
    }
}

/// Makes the one branch on what was found.
fn outcome((found, next): (Choice, u64)) -> HotpOutcome {
    let found = bool::from(found);
    if found { HotpOutcome::Accepted { next } } else { HotpOutcome::Mismatch }
}
