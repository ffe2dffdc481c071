//! Sentences on passwords.

use super::sentences;
use crate::password::{PasswordError, PasswordOutcome, RehashReason};

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
    Format => "L'empreinte conservée vient d'un autre système.",
        "The stored hash comes from another system.";
    Text => "L'empreinte conservée vient d'un autre système, et d'un texte qui n'a pas été \
        normalisé.",
        "The stored hash comes from another system, and from text that was not normalized.";
    Pepper => "L'empreinte conservée n'a pas la clé poivre en vigueur.",
        "The stored hash does not have the current pepper key.";
}

sentences! { PasswordError;
    Empty => "Saisissez un mot de passe.",
        "Enter a password.";
    TooLong => "Le mot de passe est trop long.",
        "The password is too long.";
    InvalidUtf8 => "Le mot de passe n'est pas un texte UTF-8.",
        "The password is not UTF-8 text.";
    Control => "Le mot de passe contient une tabulation ou un autre caractère de commande, qui \
        ne peut pas être accepté.",
        "The password contains a tab or another control character, which cannot be accepted.";
    Unnormalizable => "Le mot de passe contient un caractère que ce service ne peut pas traiter.",
        "The password contains a character that this service cannot handle.";
    Disallowed => "Le mot de passe contient un caractère invisible ou mal placé, qui ne peut pas \
        être accepté. Choisissez-en un autre.",
        "The password contains a character that is invisible or out of place, which cannot be \
        accepted. Choose another one.";
    SaltLength => "Le sel n'a pas une longueur permise.",
        "The salt does not have an allowed length.";
    Malformed => "L'empreinte conservée est endommagée ou d'un format inconnu.",
        "The stored hash is damaged or of an unknown format.";
    UnsupportedScheme => "L'empreinte conservée suit une méthode qui n'est pas prise en charge.",
        "The stored hash follows a scheme that is not supported.";
    OutsideAcceptPolicy => "L'empreinte conservée sort des limites acceptées. Réinitialisez le mot \
        de passe.",
        "The stored hash is outside the accepted limits. Reset the password.";
    HashTooLong => "L'empreinte conservée est trop longue pour être lue.",
        "The stored hash is too long to be read.";
    HashNumber => "L'empreinte conservée contient un nombre mal écrit ou hors limites.",
        "The stored hash has a number that is ill-formed or out of range.";
    HashExtraField => "L'empreinte conservée contient un champ de trop.",
        "The stored hash has a field too many.";
    HashPadding => "Le remplissage d'une partie de l'empreinte conservée n'est pas celui de son \
        format.",
        "A part of the stored hash does not have the padding of its format.";
    HashEncoding => "Une partie de l'empreinte conservée n'est pas codée comme le veut son format.",
        "A part of the stored hash is not encoded as its format asks.";
    HashPartLength => "Le sel ou la clé de l'empreinte conservée n'a pas une longueur prise en \
        charge.",
        "The salt or key of the stored hash does not have a supported length.";
    UnknownPepper => "L'empreinte conservée demande une clé poivre qui n'a pas été fournie.",
        "The stored hash asks for a pepper key that was not given.";
    Memory => "La mémoire de travail fournie ne suffit pas pour l'empreinte conservée.",
        "The working memory given is not enough for the stored hash.";
    KeyLength => "La clé la plus courte d'une politique doit compter au moins 16 octets.",
        "The shortest key of a policy must have at least 16 bytes.";
    Argon2Limits => "Les limites fixées pour Argon2 sortent de celles qui sont permises.",
        "The bounds on Argon2 are outside those that are allowed.";
    Unfinished => "La vérification du mot de passe n'est pas terminée.",
        "The verification of the password is not finished.";
    Iterations => "Le nombre d'itérations sort des limites permises.",
        "The number of iterations is outside the allowed limits.";
}
