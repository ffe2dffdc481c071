//! Answers to security questions, of estates that still have them.

use std::sync::Arc;

use sceau::message::OfAnswer;
use sceau::password::{self, PasswordError, PasswordOutcome};

use super::pepper::Peppers;
use super::policy::{AcceptPolicy, CreatePolicy};
use super::stored::StoredPassword;
use super::verifier::Verifier;
use crate::message::Words;

#[uniffi::export]
impl Peppers {
    /// Hashes an answer with `salt`; returns the PHC string to store.
    ///
    /// # Errors
    ///
    /// The [`PasswordError`]s of the text and `SaltLength`.
    pub fn hash_answer(
        &self,
        answer: &[u8],
        salt: Vec<u8>,
        create: &CreatePolicy,
    ) -> Result<String, PasswordError> {
        let hash = password::hash_answer(answer, &salt, &create.0, &self.keys().lent())?;
        Ok(hash.as_str().to_owned())
    }

    /// Takes in an answer and what is stored.
    ///
    /// # Errors
    ///
    /// The [`PasswordError`]s of the text and of the stored hash.
    pub fn begin_answer(
        &self,
        answer: &[u8],
        spring_secret: &[u8],
        stored: StoredPassword,
        accept: &AcceptPolicy,
        create: &CreatePolicy,
    ) -> Result<Arc<Verifier>, PasswordError> {
        let verifier = password::Verifier::begin_answer(
            answer,
            stored.parse(spring_secret)?,
            &accept.0,
            &create.0,
            &self.keys().lent(),
        );
        verifier.map(Verifier::new)
    }
}

#[uniffi::export]
impl Verifier {
    /// Begins the work of an answer's verification for an account that does not exist.
    ///
    /// # Errors
    ///
    /// The [`PasswordError`]s of the text.
    #[uniffi::constructor]
    pub fn absent_answer(answer: &[u8], create: &CreatePolicy) -> Result<Arc<Self>, PasswordError> {
        password::Verifier::begin_answer_absent(answer, &create.0).map(Self::new)
    }
}

/// Returns the words of the outcome or error with this wire name, said of an answer; empty ones if
/// there is none.
#[uniffi::export]
#[must_use]
pub fn answer_words(wire_name: &str) -> Words {
    let outcome = PasswordOutcome::ALL.iter().find(|outcome| outcome.name() == wire_name);
    let error = PasswordError::ALL.iter().find(|error| error.name() == wire_name);
    outcome
        .map(|outcome| Words::of(&OfAnswer(*outcome), wire_name))
        .or_else(|| error.map(|error| Words::of(&OfAnswer(*error), wire_name)))
        .unwrap_or_default()
}
