//! The code that is e-mailed, texted or posted.

pub mod policy;
pub mod words;

use sceau::challenge::{self, Challenge, ChallengeChannel, ChallengeOutcome, ChallengePurpose};
use sceau::state::StateError;
use sceau::time::UnixTime;

use crate::code::CodeText;
use crate::key::ServiceKey;
use crate::message::{export_names, export_words};
use crate::state::Entropy;
use policy::ChallengePolicy;

/// What a code is for.
#[uniffi::remote(Enum)]
pub enum ChallengePurpose {
    /// Shows that a person reads the mail of an address.
    AddressValidation,
    /// Gives an account back.
    Recovery,
    /// Signs in: by text message only.
    SignIn,
    /// Signs in over a channel that NIST SP 800-63B-4 does not count.
    SignInUncheckedPolicy,
}

/// How a code travels.
#[uniffi::remote(Enum)]
pub enum ChallengeChannel {
    /// By e-mail.
    Email,
    /// By text message.
    Text,
    /// By post, on paper.
    Post,
}

/// What a code is bound to.
#[derive(uniffi::Record)]
pub struct ChallengeBinding {
    /// What the code is for.
    pub purpose: ChallengePurpose,
    /// How it travels.
    pub channel: ChallengeChannel,
    /// The account, as the service names it.
    pub user: Vec<u8>,
    /// The address or number that it is sent to.
    pub destination: Vec<u8>,
}

impl ChallengeBinding {
    fn to_core(&self) -> challenge::ChallengeBinding<'_> {
        let Self { purpose, channel, user, destination } = self;
        challenge::ChallengeBinding { purpose: *purpose, channel: *channel, user, destination }
    }
}

/// What became of the wish for a new code.
#[derive(uniffi::Enum)]
pub enum IssueOutcome {
    /// Send the code, which is accepted before `expires`.
    Issued {
        /// The code to send.
        code: CodeText,
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
    /// Too many wrong codes since the last accepted one.
    Disabled,
}

impl From<challenge::IssueOutcome> for IssueOutcome {
    fn from(outcome: challenge::IssueOutcome) -> Self {
        match outcome {
            challenge::IssueOutcome::Issued { code, expires } => {
                Self::Issued { code: CodeText::from(&code), expires }
            }
            challenge::IssueOutcome::TooSoon { until } => Self::TooSoon { until },
            challenge::IssueOutcome::TooMany { until } => Self::TooMany { until },
            challenge::IssueOutcome::Disabled => Self::Disabled,
        }
    }
}

/// What became of a code that a person typed.
#[uniffi::remote(Enum)]
pub enum ChallengeOutcome {
    /// The code is right.
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
    /// Not the expected number of decimal digits, or not a posted code.
    Malformed,
}

/// What became of the wish to send the live code again.
#[derive(uniffi::Enum)]
pub enum DeliverOutcome {
    /// Send the code again.
    Live {
        /// The code, the same as before.
        code: CodeText,
    },
    /// The code's time is over.
    Expired,
    /// The code has no attempts left.
    Exhausted,
    /// The code was accepted before.
    AlreadyUsed,
}

impl From<challenge::DeliverOutcome> for DeliverOutcome {
    fn from(outcome: challenge::DeliverOutcome) -> Self {
        match outcome {
            challenge::DeliverOutcome::Live { code } => Self::Live { code: CodeText::from(&code) },
            challenge::DeliverOutcome::Expired => Self::Expired,
            challenge::DeliverOutcome::Exhausted => Self::Exhausted,
            challenge::DeliverOutcome::AlreadyUsed => Self::AlreadyUsed,
        }
    }
}

/// What became of the wish for a new code, and what to store.
#[derive(uniffi::Record)]
pub struct ChallengeIssued {
    /// What became of the wish.
    pub outcome: IssueOutcome,
    /// The next state.
    pub next: Vec<u8>,
    /// The clock was behind the last time that the state knows.
    pub clock_back: bool,
}

/// What became of a typed code, and what to store.
#[derive(uniffi::Record)]
pub struct ChallengeVerified {
    /// What became of the code.
    pub outcome: ChallengeOutcome,
    /// The next state.
    pub next: Vec<u8>,
    /// The clock was behind the last time that the state knows.
    pub clock_back: bool,
}

export_words! {
    challenge_outcome_words(ChallengeOutcome);
}

export_names! {
    challenge_purpose_name(ChallengePurpose);
    challenge_channel_name(ChallengeChannel);
}

/// Returns the generation of a state, which need not be authentic.
///
/// # Errors
///
/// [`StateError::Length`].
#[uniffi::export]
pub fn challenge_generation(state: Vec<u8>) -> Result<u64, StateError> {
    Ok(Challenge::from_bytes(&state)?.generation())
}

#[uniffi::export]
impl ServiceKey {
    /// Issues a code: the only constructor of a state.
    ///
    /// # Errors
    ///
    /// Every [`StateError`], for `previous` or `now`.
    pub fn challenge_issue(
        &self,
        previous: Option<Vec<u8>>,
        binding: &ChallengeBinding,
        entropy: Entropy,
        now: UnixTime,
        policy: &ChallengePolicy,
    ) -> Result<ChallengeIssued, StateError> {
        let previous = previous.map(|bytes| Challenge::from_bytes(&bytes)).transpose()?;
        let (binding, entropy) = (binding.to_core(), entropy.bytes());
        let issued =
            Challenge::issue(previous.as_ref(), &self.0, &binding, &entropy, now, &policy.0)?;
        Ok(ChallengeIssued {
            outcome: issued.outcome.into(),
            next: issued.next.as_bytes().to_vec(),
            clock_back: issued.clock_back,
        })
    }

    /// Verifies what a person typed, at `now`.
    ///
    /// # Errors
    ///
    /// Every [`StateError`].
    pub fn challenge_verify(
        &self,
        state: Vec<u8>,
        binding: &ChallengeBinding,
        typed: &str,
        now: UnixTime,
    ) -> Result<ChallengeVerified, StateError> {
        let state = Challenge::from_bytes(&state)?;
        let verified = state.verify(&self.0, &binding.to_core(), typed, now)?;
        Ok(ChallengeVerified {
            outcome: verified.outcome,
            next: verified.next.as_bytes().to_vec(),
            clock_back: verified.clock_back,
        })
    }

    /// Computes the live code again, to send it a second time.
    ///
    /// # Errors
    ///
    /// Every [`StateError`].
    pub fn challenge_deliver(
        &self,
        state: Vec<u8>,
        binding: &ChallengeBinding,
        now: UnixTime,
    ) -> Result<DeliverOutcome, StateError> {
        let outcome = Challenge::from_bytes(&state)?.deliver(&self.0, &binding.to_core(), now)?;
        Ok(outcome.into())
    }

    /// Lifts what weighs on a row, at the service's word; returns what to store.
    ///
    /// # Errors
    ///
    /// Every [`StateError`].
    pub fn challenge_lift(
        &self,
        state: Vec<u8>,
        binding: &ChallengeBinding,
        now: UnixTime,
    ) -> Result<Vec<u8>, StateError> {
        let next = Challenge::from_bytes(&state)?.lift(&self.0, &binding.to_core(), now)?;
        Ok(next.as_bytes().to_vec())
    }
}
