//! Sentences on the rules for new passwords.

use super::{Language, Reason, sentences};
use crate::password::{PasswordFinding, PasswordPolicyError, PasswordReason};

impl Reason for PasswordFinding {
    fn template(&self, language: Language) -> &'static str {
        let (french, english) = sentences_of(self.reason);
        match language {
            Language::French => french,
            Language::English => english,
        }
    }

    fn number(&self) -> Option<u64> {
        match self.reason {
            PasswordReason::TooShort
            | PasswordReason::Repetition
            | PasswordReason::Sequence
            | PasswordReason::KeyboardRow => Some(self.number.into()),
            _ => None,
        }
    }
}

/// The sentences, French first, with `{n}` for the finding's number.
const fn sentences_of(reason: PasswordReason) -> (&'static str, &'static str) {
    match reason {
        PasswordReason::TooShort => (
            "Choisissez un mot de passe d'au moins {n} caractères.",
            "Choose a password of at least {n} characters.",
        ),
        PasswordReason::Repetition => (
            "Évitez de répéter un caractère ou un groupe de caractères {n} fois de suite.",
            "Do not repeat a character or a group of characters {n} times in a row.",
        ),
        PasswordReason::Sequence => (
            "Évitez les suites d'au moins {n} lettres ou chiffres, comme «\u{a0}abcd\u{a0}» ou \
                «\u{a0}4321\u{a0}».",
            "Avoid runs of {n} or more letters or digits, such as “abcd” or “4321”.",
        ),
        PasswordReason::KeyboardRow => (
            "Évitez les suites d'au moins {n} touches voisines, comme «\u{a0}azerty\u{a0}» ou \
                «\u{a0}poiuy\u{a0}».",
            "Avoid runs of {n} or more neighbouring keys, such as “qwerty” or “poiuy”.",
        ),
        PasswordReason::EmailAddress => (
            "Le mot de passe ne doit pas être une adresse courriel.",
            "The password must not be an e-mail address.",
        ),
        PasswordReason::UserName => (
            "Le mot de passe ne doit pas contenir votre nom d'utilisateur.",
            "The password must not contain your user name.",
        ),
        PasswordReason::OwnEmailAddress => (
            "Le mot de passe ne doit pas contenir votre adresse courriel, ni ce qui précède le @.",
            "The password must not contain your e-mail address, nor what stands before the @.",
        ),
        PasswordReason::PersonName => (
            "Le mot de passe ne doit pas contenir votre nom ni votre prénom.",
            "The password must not contain your surname or given name.",
        ),
        PasswordReason::OwnNam => (
            "Le mot de passe ne doit pas contenir une partie de votre numéro d'assurance maladie.",
            "The password must not contain a part of your health insurance number.",
        ),
        PasswordReason::OwnNas => (
            "Le mot de passe ne doit pas contenir une partie de votre numéro d'assurance sociale.",
            "The password must not contain a part of your social insurance number.",
        ),
        PasswordReason::ServiceName => (
            "Le mot de passe ne doit pas contenir le nom du service.",
            "The password must not contain the name of the service.",
        ),
        PasswordReason::Common => (
            "Ce mot de passe est trop courant. Choisissez-en un autre.",
            "This password is too common. Choose another one.",
        ),
    }
}

sentences! { PasswordPolicyError;
    MinCharacters => "Le nombre minimal de caractères doit être de 8 à 64.",
        "The minimum number of characters must be 8 to 64.";
    Passphrase => "Le minimum d'une phrase de passe doit être de 2 à 16 mots et de 8 à 64 \
        caractères.",
        "The minimum of a passphrase must be 2 to 16 words and 8 to 64 characters.";
    Repetition => "La répétition interdite doit être de 2 à 16 fois.",
        "The forbidden repetition must be 2 to 16 times.";
    Sequence => "La suite interdite doit être de 3 à 16 caractères.",
        "The forbidden sequence must be 3 to 16 characters.";
    Keyboard => "La suite de touches interdite doit être de 3 à 16 touches.",
        "The forbidden run of keys must be 3 to 16 keys.";
    Context => "La longueur minimale des mots de la personne doit être de 3 à 16 caractères.",
        "The minimum length of the person's words must be 3 to 16 characters.";
    Blocklist => "Cette version ne contient pas la liste des mots de passe courants.",
        "This build does not contain the list of common passwords.";
}
