//! The code that is e-mailed, texted or posted: six digits that live ten minutes, or letters on
//! paper that live three weeks.
//!
//! The code of digits is an HOTP value (RFC 4226's truncation over HMAC-SHA-256) under a key derived
//! from the service's key and from everything that the code is bound to; letters are five bits each
//! of the same MAC. Nothing of it is stored: who reads the database without the key learns nothing,
//! and [`Challenge::deliver`] computes it again.
//!
//! One row holds one [`Challenge`] for each user, purpose, channel and destination. Store the next
//! state with a compare-and-set on [`Challenge::generation`] **before** acting on an outcome, even
//! on `Wrong`; a lost compare-and-set discards the outcome and begins again from the stored row.
//! The row is never deleted before its period ends, or the caps would begin anew.

mod binding;
pub(crate) mod blob;
mod code;
mod machine;
mod policy;

use crate::mac::ServiceKey;
use crate::state::{StateError, Transition, advance, set_clock};
use crate::time::UnixTime;

pub use binding::{ChallengeBinding, ChallengeChannel, ChallengePurpose};
pub use blob::{CHALLENGE_BYTES, Challenge};
use blob::{Fields, Status};
pub use code::ChallengeCode;
pub use policy::{ChallengeLimits, ChallengePolicy, ChallengePolicyError};

/// What became of the wish for a new code.
#[must_use]
#[derive(Clone, Debug)]
pub enum IssueOutcome {
    /// Send `code`, which is accepted before `expires`. It replaces every earlier one.
    Issued {
        /// The code to send.
        code: ChallengeCode,
        /// The first moment at which it is no longer accepted.
        expires: UnixTime,
    },
    /// The last code is too fresh.
    TooSoon {
        /// When a new one can be had.
        until: UnixTime,
    },
    /// As many codes as a period allows have been issued.
    TooMany {
        /// When the period ends.
        until: UnixTime,
    },
    /// Too many wrong codes since the last accepted one; a new code does not help.
    Disabled,
}

wire_names!(IssueOutcome {
    Issued { code: ChallengeCode::ZERO, expires: UnixTime::MIN } => "issued",
    TooSoon { until: UnixTime::MIN } => "too_soon",
    TooMany { until: UnixTime::MIN } => "too_many",
    Disabled => "disabled",
});

/// What became of a code that a person typed.
#[must_use]
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum ChallengeOutcome {
    /// The code is right. It will not be accepted again.
    Accepted,
    /// The code is wrong.
    Wrong {
        /// How many attempts this code still has.
        left: u8,
    },
    /// The code's time is over.
    Expired,
    /// The code has no attempts left.
    Exhausted,
    /// The code was accepted before.
    AlreadyUsed,
    /// Not the expected number of decimal digits; of a posted code not thirteen of its characters,
    /// or the check character does not fit. Counts as no attempt.
    Malformed,
}

wire_names!(ChallengeOutcome {
    Accepted => "accepted",
    Wrong { left: 0 } => "wrong",
    Expired => "expired",
    Exhausted => "exhausted",
    AlreadyUsed => "already_used",
    Malformed => "malformed",
});

/// What became of the wish to send the live code again.
#[must_use]
#[derive(Clone, Debug)]
pub enum DeliverOutcome {
    /// Send `code` again.
    Live {
        /// The code, the same as before.
        code: ChallengeCode,
    },
    /// The code's time is over.
    Expired,
    /// The code has no attempts left.
    Exhausted,
    /// The code was accepted before.
    AlreadyUsed,
}

wire_names!(DeliverOutcome {
    Live { code: ChallengeCode::ZERO } => "live",
    Expired => "expired",
    Exhausted => "exhausted",
    AlreadyUsed => "already_used",
});

impl Challenge {
    /// Issues a code: the only constructor, which carries failures, the cooldown and the number of
    /// issues over from `previous`.
    ///
    /// `entropy` is 16 bytes of the system's generator, used for nothing else.
    ///
    /// # Errors
    ///
    /// Every [`StateError`] but `Length`, for the request, `previous` or `now`; nothing is to be
    /// stored then. Without a previous state only `SignInChannel`, `WrongPolicy` and `ClockAhead`.
    ///
    /// # Timing
    ///
    /// Depends on the lengths in `binding`, on public state, and not on the key or the code.
    ///
    /// # Example
    ///
    /// ```
    /// use sceau::challenge::{
    ///     Challenge, ChallengeBinding, ChallengeChannel, ChallengeOutcome, ChallengePolicy,
    ///     ChallengePurpose, IssueOutcome,
    /// };
    /// use sceau::mac::ServiceKey;
    /// use sceau::time::UnixTime;
    ///
    /// let key = ServiceKey::new(1, &[7; 32])?;
    /// let binding = ChallengeBinding {
    ///     purpose: ChallengePurpose::AddressValidation,
    ///     channel: ChallengeChannel::Email,
    ///     user: b"eseraphin",
    ///     destination: b"elise@example.org",
    /// };
    /// let (policy, now) = (ChallengePolicy::default(), UnixTime::new(1_800_000_000));
    ///
    /// let issued = Challenge::issue(None, &key, &binding, &[9; 16], now, &policy)?;
    /// // Store issued.next; when that succeeded, send the code.
    /// let IssueOutcome::Issued { code, .. } = issued.outcome else { panic!("a first code") };
    ///
    /// let verified = issued.next.verify(&key, &binding, code.display().as_str(), now)?;
    /// assert_eq!(verified.outcome, ChallengeOutcome::Accepted);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn issue(
        previous: Option<&Self>,
        key: &ServiceKey,
        binding: &ChallengeBinding<'_>,
        entropy: &[u8; 16],
        now: UnixTime,
        policy: &ChallengePolicy,
    ) -> Result<Transition<IssueOutcome, Self>, StateError> {
        binding.check_policy(policy)?;
        let mut fields = match previous {
            Some(previous) => previous.open(key, binding)?,
            None => Fields::new(key, binding, now),
        };
        let clock_back = advance(&mut fields.generation, &mut fields.high_water, now)?;
        let outcome = match fields.refusal(policy, previous.is_none()) {
            Some(refusal) => refusal,
            None => fields.renew(key, binding, entropy, policy),
        };
        Ok(Transition { outcome, next: fields.seal(key, binding), clock_back })
    }

    /// Verifies what a person typed, at `now`.
    ///
    /// `Malformed`, `Expired` and `AlreadyUsed` are decided first, in this order, and count nothing;
    /// otherwise the attempt is counted before the code is compared. Spaces and invisible
    /// characters in `typed` are dropped, the digits of every script are read; in a posted code
    /// hyphens are dropped too, small letters are read as capitals, O as 0, I and L as 1.
    ///
    /// # Errors
    ///
    /// Every [`StateError`] but `Length`; nothing is consumed or to be stored then.
    ///
    /// # Timing
    ///
    /// Depends on the text typed, on lengths and on public state; the expected code is computed and
    /// compared in constant time, and the one branch on the result is the outcome's.
    pub fn verify(
        &self,
        key: &ServiceKey,
        binding: &ChallengeBinding<'_>,
        typed: &str,
        now: UnixTime,
    ) -> Result<Transition<ChallengeOutcome, Self>, StateError> {
        let mut fields = self.open(key, binding)?;
        let clock_back = advance(&mut fields.generation, &mut fields.high_water, now)?;
        let outcome = fields.attempt(key, binding, typed);
        Ok(Transition { outcome, next: fields.seal(key, binding), clock_back })
    }

    /// Computes the live code again, to send it a second time. Counts nothing, changes nothing.
    ///
    /// # Errors
    ///
    /// Every [`StateError`] but `Length`.
    ///
    /// # Timing
    ///
    /// Depends on lengths and on public state.
    pub fn deliver(
        &self,
        key: &ServiceKey,
        binding: &ChallengeBinding<'_>,
        now: UnixTime,
    ) -> Result<DeliverOutcome, StateError> {
        let mut fields = self.open(key, binding)?;
        let _clock_back = advance(&mut fields.generation, &mut fields.high_water, now)?;
        Ok(if fields.is_expired() {
            DeliverOutcome::Expired
        } else if fields.status == Status::Used {
            DeliverOutcome::AlreadyUsed
        } else if fields.is_exhausted() {
            DeliverOutcome::Exhausted
        } else {
            DeliverOutcome::Live { code: fields.ct_code(key, binding) }
        })
    }

    /// Lifts what weighs on a row: failures, cooldown and the count of issues begin anew, a live code
    /// is over, and the row's time becomes `now`, even if it ran ahead.
    ///
    /// For the service, never for the person: it has made sure by other means who asks, and it
    /// trusts its clock. It also frees a row whose time a wrong clock has moved far ahead.
    ///
    /// # Errors
    ///
    /// Every [`StateError`] but `Length`; `ClockAhead` only from
    /// [`LATEST`](crate::state::LATEST) on.
    ///
    /// # Timing
    ///
    /// Depends on lengths and on public state.
    pub fn lift(
        &self,
        key: &ServiceKey,
        binding: &ChallengeBinding<'_>,
        now: UnixTime,
    ) -> Result<Self, StateError> {
        let mut fields = self.open(key, binding)?;
        set_clock(&mut fields.generation, &mut fields.high_water, now)?;
        fields.lift();
        Ok(fields.seal(key, binding))
    }
}
