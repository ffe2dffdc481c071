//! Sentences on answers to security questions.

use super::{Language, Reason};
use crate::password::{PasswordError, PasswordOutcome};

/// A reason about a password, said of an answer to a security question: what became of it, or why
/// it could not be decided.
///
/// # Example
///
/// ```
/// use sceau::message::{Language, OfAnswer, Reason};
/// use sceau::password::PasswordOutcome;
///
/// let wrong = OfAnswer(PasswordOutcome::Mismatch);
/// assert_eq!(wrong.message(Language::English), "The answer is wrong.");
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct OfAnswer<R>(
    /// The reason.
    pub R,
);

impl Reason for OfAnswer<PasswordOutcome> {
    fn template(&self, language: Language) -> &'static str {
        let (french, english) = match self.0 {
            PasswordOutcome::Match => ("La réponse est exacte.", "The answer is right."),
            PasswordOutcome::MatchRehash { .. } => (
                "La réponse est exacte; son empreinte doit être renouvelée.",
                "The answer is right; its hash is to be renewed.",
            ),
            PasswordOutcome::Mismatch => ("La réponse est inexacte.", "The answer is wrong."),
        };
        language.choose(french, english)
    }
}

impl Reason for OfAnswer<PasswordError> {
    fn template(&self, language: Language) -> &'static str {
        let (french, english) = match self.0 {
            PasswordError::Empty => (
                "Saisissez une réponse qui compte au moins une lettre ou un chiffre.",
                "Enter an answer with at least one letter or digit.",
            ),
            PasswordError::TooLong => ("La réponse est trop longue.", "The answer is too long."),
            PasswordError::InvalidUtf8 { .. } => {
                ("La réponse n'est pas un texte UTF-8.", "The answer is not UTF-8 text.")
            }
            PasswordError::Control { .. } => (
                "La réponse contient une tabulation ou un autre caractère de commande, qui ne \
                 peut pas être accepté.",
                "The answer contains a tab or another control character, which cannot be accepted.",
            ),
            PasswordError::Unnormalizable { .. } => (
                "La réponse contient un caractère que ce service ne peut pas traiter.",
                "The answer contains a character that this service cannot handle.",
            ),
            PasswordError::Disallowed { .. } => (
                "La réponse contient un caractère invisible ou mal placé. Effacez-le.",
                "The answer contains a character that is invisible or out of place. Erase it.",
            ),
            PasswordError::OutsideAcceptPolicy => (
                "L'empreinte conservée sort des limites acceptées. Réinitialisez la réponse.",
                "The stored hash is outside the accepted limits. Reset the answer.",
            ),
            PasswordError::Unfinished => (
                "La vérification de la réponse n'est pas terminée.",
                "The verification of the answer is not finished.",
            ),
            ref other => return other.template(language),
        };
        language.choose(french, english)
    }
}
