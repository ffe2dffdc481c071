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
    Abbreviation => "Un mot est abrégé d'un côté (St pour Saint).",
        "A word is abbreviated on one side (St for Saint).";
    Particle => "Une particule (de, du, van) est séparée, jointe ou omise.",
        "A particle (de, du, van) is apart, joined or left out.";
    SubsetOfGivenNames => "Un nom manque d'un côté.",
        "A name is missing on one side.";
    CompoundPart => "Une partie d'un nom composé manque d'un côté.",
        "A part of a compound name is missing on one side.";
    Swapped => "Les mots sont dans un autre ordre.",
        "The words are in another order.";
    InitialOnly => "Un nom est abrégé à sa première lettre.",
        "A name is shortened to its first letter.";
    Ambiguous => "Rien ne dit s'il s'agit du même nom.",
        "Nothing tells whether this is the same name.";
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
