//! Sentences on names, and on text that has no normal form.

use super::sentences;
use crate::name::{Difference, NameError};
use crate::text::TextError;

sentences! { NameError;
    Empty => "Saisissez un nom qui compte au moins une lettre.",
        "Enter a name that has at least one letter.";
    Unsupported => "Ce nom contient une lettre que ce service ne sait pas comparer.",
        "This name contains a letter that this service cannot compare.";
    Character => "Un nom ne contient que des lettres, des espaces, des traits d'union, des points \
        et des apostrophes.",
        "A name has only letters, spaces, hyphens, periods and apostrophes.";
    TooManyMarks => "Une lettre de ce nom porte trop d'accents.",
        "A letter of this name carries too many accents.";
    TooLong => "Ce nom est trop long.",
        "This name is too long.";
}

sentences! { Difference;
    Case => "Les majuscules et les minuscules diffèrent.",
        "Capital and small letters differ.";
    Typography => "Un trait d'union, une apostrophe ou une espace diffère.",
        "A hyphen, an apostrophe or a space differs.";
    Diacritics => "Un accent, une cédille ou un tréma diffère.",
        "An accent, a cedilla or a diaeresis differs.";
    Ligature => "Une lettre liée (œ, æ) est écrite en deux lettres.",
        "A ligature (œ, æ) is written as two letters.";
    Different => "Les lettres diffèrent.",
        "The letters differ.";
}

sentences! { TextError;
    Unnormalizable => "Ce texte contient un caractère que ce service ne sait pas lire.",
        "This text contains a character that this service cannot read.";
    TooManyMarks => "Une lettre de ce texte porte trop d'accents.",
        "A letter of this text carries too many accents.";
    TooLong => "Ce texte est trop long.",
        "This text is too long.";
}
