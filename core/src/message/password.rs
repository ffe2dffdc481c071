//! Sentences on passwords.

use super::sentences;
use crate::password::{PasswordError, PasswordOutcome, PasswordReason, RehashReason};

sentences! { PasswordOutcome;
    Match => "Le mot de passe est exact.",
        "The password is right.";
    MatchRehash => "Le mot de passe est exact; son empreinte doit être renouvelée.",
        "The password is right; its hash is to be renewed.";
    Mismatch => "Le nom d'utilisateur ou le mot de passe est incorrect.",
        "The user name or the password is wrong.";
}

sentences! { RehashReason;
    Cost => "L'empreinte conservée compte trop peu d'itérations.",
        "The stored hash has too few iterations.";
    Salt => "L'empreinte conservée a un sel trop court.",
        "The stored hash has too short a salt.";
    Key => "L'empreinte conservée a une clé trop courte.",
        "The stored hash has too short a key.";
}

sentences! { PasswordReason;
    TooShort => "Choisissez un mot de passe d'au moins 10 caractères.",
        "Choose a password of at least 10 characters.";
    Repetition => "Évitez de répéter un caractère trois fois de suite.",
        "Do not repeat a character three times in a row.";
    Sequence => "Évitez les suites de quatre lettres ou chiffres, comme «\u{a0}abcd\u{a0}» ou «\u{a0}4321\u{a0}».",
        "Avoid runs of four letters or digits, such as “abcd” or “4321”.";
    UserName => "Le mot de passe ne doit pas contenir votre nom d'utilisateur.",
        "The password must not contain your user name.";
    EmailAddress => "Le mot de passe ne doit pas être une adresse courriel.",
        "The password must not be an e-mail address.";
}

sentences! { PasswordError;
    Empty => "Saisissez un mot de passe.",
        "Enter a password.";
    TooLong => "Le mot de passe est trop long.",
        "The password is too long.";
    InvalidUtf8 => "Le mot de passe n'est pas un texte UTF-8.",
        "The password is not UTF-8 text.";
    Control => "Le mot de passe contient un caractère de commande, qui ne peut être accepté.",
        "The password contains a control character, which cannot be accepted.";
    Unnormalizable => "Le mot de passe contient un caractère que ce service ne peut pas traiter.",
        "The password contains a character that this service cannot handle.";
    Disallowed => "Le mot de passe contient un caractère invisible ou mal placé, qui ne peut être \
        accepté. Choisissez-en un autre.",
        "The password contains a character that is invisible or out of place, which cannot be \
        accepted. Choose another one.";
    SaltLength => "Le sel n'a pas une longueur permise.",
        "The salt does not have an allowed length.";
    Malformed => "L'empreinte conservée est endommagée ou d'un format inconnu.",
        "The stored hash is damaged or of an unknown format.";
    UnsupportedScheme => "L'empreinte conservée suit une méthode qui n'est pas lue.",
        "The stored hash follows a scheme that is not read.";
    OutsideAcceptPolicy => "L'empreinte conservée sort des limites acceptées. Réinitialisez le mot \
        de passe.",
        "The stored hash is outside the accepted limits. Reset the password.";
    Iterations => "Le nombre d'itérations sort des limites permises.",
        "The number of iterations is outside the allowed limits.";
}
