//! Recovery codes: ten codes on paper, each good once.

use sceau::otp::{RecoveryCodes, RecoveryOutcome};
use sceau::state::StateError;

use crate::code::CodeText;
use crate::key::ServiceKey;
use crate::message::export_words;
use crate::state::Entropy;

/// What became of a recovery code that a person typed.
#[uniffi::remote(Enum)]
pub enum RecoveryOutcome {
    /// The code is right.
    Accepted {
        /// How many codes are left.
        left: u8,
    },
    /// The code is none of this user's.
    Wrong,
    /// The code is this user's, and was accepted before.
    AlreadyUsed,
    /// Not the characters of a code, or the check character does not fit.
    Malformed,
}

/// New recovery codes, and what to store.
#[derive(uniffi::Record)]
pub struct RecoveryGenerated {
    /// The codes, to show once.
    pub codes: Vec<CodeText>,
    /// The next state.
    pub next: Vec<u8>,
}

/// What became of a typed code, and what to store.
#[derive(uniffi::Record)]
pub struct RecoveryVerified {
    /// What became of the code.
    pub outcome: RecoveryOutcome,
    /// The next state.
    pub next: Vec<u8>,
}

export_words! { recovery_outcome_words(RecoveryOutcome); }

/// Returns the generation of a state, which need not be authentic.
///
/// # Errors
///
/// [`StateError::Length`].
#[uniffi::export]
pub fn recovery_generation(state: Vec<u8>) -> Result<u64, StateError> {
    Ok(RecoveryCodes::from_bytes(&state)?.generation())
}

#[uniffi::export]
impl ServiceKey {
    /// Makes ten new codes: the only constructor of a state.
    ///
    /// # Errors
    ///
    /// Every [`StateError`] but `WrongPurpose` and `ClockAhead`, for `previous`.
    pub fn recovery_generate(
        &self,
        previous: Option<Vec<u8>>,
        user: Vec<u8>,
        entropy: Entropy,
    ) -> Result<RecoveryGenerated, StateError> {
        let previous = previous.map(|bytes| RecoveryCodes::from_bytes(&bytes)).transpose()?;
        let made = RecoveryCodes::generate(previous.as_ref(), &self.0, &user, &entropy.bytes())?;
        Ok(RecoveryGenerated {
            codes: made.outcome.iter().map(CodeText::from).collect(),
            next: made.next.as_bytes().to_vec(),
        })
    }

    /// Verifies what a person typed.
    ///
    /// # Errors
    ///
    /// As `recovery_generate`.
    pub fn recovery_verify(
        &self,
        state: Vec<u8>,
        user: Vec<u8>,
        typed: &str,
    ) -> Result<RecoveryVerified, StateError> {
        let verified = RecoveryCodes::from_bytes(&state)?.verify(&self.0, &user, typed)?;
        Ok(RecoveryVerified { outcome: verified.outcome, next: verified.next.as_bytes().to_vec() })
    }

    /// Counts the codes that are left.
    ///
    /// # Errors
    ///
    /// As `recovery_generate`.
    pub fn recovery_left(&self, state: Vec<u8>, user: Vec<u8>) -> Result<u8, StateError> {
        RecoveryCodes::from_bytes(&state)?.left(&self.0, &user)
    }
}
