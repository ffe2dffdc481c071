//! Sentences on a posted code: the identification secret that a person receives by post.

use super::{Language, Reason};
use crate::challenge::{ChallengeOutcome, DeliverOutcome, IssueOutcome};
use crate::time::UnixTime;

/// A reason about a code, said of one that is posted: what SAG calls the identification secret
/// (*secret d'identification reçu par la poste*).
///
/// # Example
///
/// ```
/// use sceau::challenge::ChallengeOutcome;
/// use sceau::message::{Language, OfPost, Reason};
///
/// let wrong = OfPost(ChallengeOutcome::Wrong { left: 4 });
/// assert_eq!(wrong.message(Language::English), "Wrong identification secret. Attempts left: 4.");
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct OfPost<R>(
    /// The reason.
    pub R,
);

impl Reason for OfPost<IssueOutcome> {
    fn template(&self, language: Language) -> &'static str {
        let (french, english) = match &self.0 {
            IssueOutcome::Issued { .. } => (
                "Un secret d'identification vous a été envoyé par la poste.",
                "An identification secret has been sent to you by post.",
            ),
            IssueOutcome::TooSoon { .. } => (
                "Un secret d'identification vous a déjà été envoyé par la poste. Vous pourrez en \
                    demander un autre à partir de ce moment\u{a0}: {until}.",
                "An identification secret has already been sent to you by post. You can ask for \
                    another one after {until}.",
            ),
            IssueOutcome::TooMany { .. } => (
                "Vous avez demandé trop de secrets d'identification. Vous pourrez en demander un \
                    autre à partir de ce moment\u{a0}: {until}.",
                "You have asked for too many identification secrets. You can ask for another one \
                    after {until}.",
            ),
            IssueOutcome::Disabled => (
                "Trop de secrets d'identification incorrects ont été saisis. Communiquez avec le \
                    service à la clientèle.",
                "Too many wrong identification secrets have been entered. Contact customer service.",
            ),
        };
        language.choose(french, english)
    }

    fn until(&self) -> Option<UnixTime> {
        self.0.until()
    }
}

impl Reason for OfPost<ChallengeOutcome> {
    fn template(&self, language: Language) -> &'static str {
        let (french, english) = match self.0 {
            ChallengeOutcome::Accepted => (
                "Le secret d'identification est accepté.",
                "The identification secret is accepted.",
            ),
            ChallengeOutcome::Wrong { .. } => (
                "Secret d'identification incorrect. Essais restants\u{a0}: {n}.",
                "Wrong identification secret. Attempts left: {n}.",
            ),
            ChallengeOutcome::Expired => EXPIRED,
            ChallengeOutcome::Exhausted => EXHAUSTED,
            ChallengeOutcome::AlreadyUsed => ALREADY_USED,
            ChallengeOutcome::Malformed => (
                "Il y a une faute de frappe dans le secret d'identification. Recopiez-le en entier, \
                    jusqu'au dernier caractère.",
                "The identification secret is mistyped. Copy all of it, to the last character.",
            ),
        };
        language.choose(french, english)
    }

    fn number(&self) -> Option<u64> {
        self.0.number()
    }
}

impl Reason for OfPost<DeliverOutcome> {
    fn template(&self, language: Language) -> &'static str {
        let (french, english) = match &self.0 {
            DeliverOutcome::Live { .. } => (
                "Le même secret d'identification vous a été envoyé de nouveau par la poste.",
                "The same identification secret has been sent to you again by post.",
            ),
            DeliverOutcome::Expired => EXPIRED,
            DeliverOutcome::Exhausted => EXHAUSTED,
            DeliverOutcome::AlreadyUsed => ALREADY_USED,
        };
        language.choose(french, english)
    }
}

const EXPIRED: (&str, &str) = (
    "Ce secret d'identification n'est plus valide. Demandez-en un nouveau.",
    "This identification secret is no longer valid. Ask for a new one.",
);
const EXHAUSTED: (&str, &str) = (
    "Trop d'essais avec ce secret d'identification. Demandez-en un nouveau.",
    "Too many attempts with this identification secret. Ask for a new one.",
);
const ALREADY_USED: (&str, &str) = (
    "Ce secret d'identification a déjà servi. Demandez-en un nouveau.",
    "This identification secret has been used already. Ask for a new one.",
);
