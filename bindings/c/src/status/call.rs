//! Mistakes in a call, which only C can make.

use sceau::message::{Language, Reason};

use super::SceauStatus;

/// A status below 100.
#[derive(Clone, Copy)]
pub(crate) enum CallError {
    Ok,
    NullPointer,
    Length,
    BufferTooSmall,
    UnknownNumber,
    NotUtf8,
    Date,
    Digits,
    EntropyLength,
    VerifierEmpty,
    Address,
}

numbers!(CallError => SceauStatus {
    Ok => Ok,
    NullPointer => NullPointer,
    Length => Length,
    BufferTooSmall => BufferTooSmall,
    UnknownNumber => UnknownNumber,
    NotUtf8 => NotUtf8,
    Date => Date,
    Digits => Digits,
    EntropyLength => EntropyLength,
    VerifierEmpty => VerifierEmpty,
    Address => Address,
});

impl CallError {
    const ALL: &[Self] = &[
        Self::Ok,
        Self::NullPointer,
        Self::Length,
        Self::BufferTooSmall,
        Self::UnknownNumber,
        Self::NotUtf8,
        Self::Date,
        Self::Digits,
        Self::EntropyLength,
        Self::VerifierEmpty,
        Self::Address,
    ];

    const fn name(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::NullPointer => "null_pointer",
            Self::Length => "length",
            Self::BufferTooSmall => "buffer_too_small",
            Self::UnknownNumber => "unknown_number",
            Self::NotUtf8 => "not_utf8",
            Self::Date => "date",
            Self::Digits => "digits",
            Self::EntropyLength => "entropy_length",
            Self::VerifierEmpty => "verifier_empty",
            Self::Address => "address",
        }
    }
}

impl Reason for CallError {
    fn template(&self, language: Language) -> &'static str {
        let (french, english) = match self {
            Self::Ok => ("La demande est traitée.", "The request has been answered."),
            Self::NullPointer => ("Un pointeur est nul.", "A pointer is null."),
            Self::Length => ("Une longueur est impossible.", "A length is impossible."),
            Self::BufferTooSmall => ("La place est insuffisante.", "There is not enough room."),
            Self::UnknownNumber => ("Un nombre ne désigne rien.", "A number stands for nothing."),
            Self::NotUtf8 => ("Un texte n'est pas en UTF-8.", "A text is not UTF-8."),
            Self::Date => ("La date n'existe pas.", "There is no such date."),
            Self::Digits => {
                ("Un code doit compter de 6 à 9 chiffres.", "A code must have 6 to 9 digits.")
            }
            Self::EntropyLength => {
                ("L'entropie n'a pas la bonne longueur.", "The entropy has the wrong length.")
            }
            Self::VerifierEmpty => {
                ("Aucune vérification n'est en cours.", "There is no verification under way.")
            }
            Self::Address => ("Un texte n'est pas une adresse IP.", "A text is not an IP address."),
        };
        match language {
            Language::French => french,
            Language::English => english,
        }
    }
}
