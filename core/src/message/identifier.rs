//! Sentences on identifiers.

use super::sentences;
use crate::identifier::IdentifierError;

sentences! { IdentifierError;
    Empty => "Remplissez ce champ.",
        "Fill in this field.";
    TooShort => "Il manque des caractères à la fin.",
        "Characters are missing at the end.";
    TooLong => "Il y a trop de caractères.",
        "There are too many characters.";
    Character => "Un caractère n'est pas à sa place. Vérifiez ce que vous avez saisi.",
        "A character does not belong where it stands. Check what you typed.";
    LookAlike => "Un caractère d'un autre alphabet ressemble à celui qui est attendu. Saisissez-le \
        de nouveau.",
        "A character of another alphabet looks like the one expected. Type it again.";
    Date => "Cette date n'existe pas. Vérifiez le jour, le mois et l'année.",
        "There is no such date. Check the day, the month and the year.";
    Differentiator => "Le onzième caractère doit être un chiffre de 1 à 9 ou une lettre autre que \
        I et O.",
        "The eleventh character must be a digit from 1 to 9 or a letter other than I and O.";
    CheckDigit => "Un caractère est inexact. Comparez le numéro avec celui de votre document.",
        "A character is wrong. Compare the number with the one on your document.";
    NotASin => "Ce numéro n'est pas un numéro d'assurance sociale. Vérifiez le premier chiffre.",
        "This number is not a social insurance number. Check the first digit.";
    AtSign => "Une adresse courriel compte un seul @, avec un nom devant.",
        "An e-mail address has one @, with a name before it.";
    Label => "L'adresse courriel est mal écrite après le @. Vérifiez-la.",
        "The e-mail address is not written correctly after the @. Check it.";
    Domain => "Il manque un point dans la partie de l'adresse courriel qui suit le @.",
        "The part of the e-mail address after the @ has no dot.";
}
