//! What the sentences of findings are made of, in both languages, and the same by name.

/// A text in French and in English.
pub(super) type Both = (&'static str, &'static str);

/// Texts by name, for the catalogue.
type Table = &'static [(&'static str, Both)];

pub(super) const ALIKE: Both = (
    "Sur {document_a} et sur {document_b}, {field} s'écrit de la même façon.",
    "On {document_a} and on {document_b}, {field} is written the same way.",
);
pub(super) const ACCENT: Both = (
    "Sur {document_a}, {field} s'écrit sans accent ({letter_a}); sur {document_b}, il en porte un \
     ({letter_b}). {action}",
    "On {document_a}, {field} is written without an accent ({letter_a}); on {document_b}, with \
     one ({letter_b}). {action}",
);
pub(super) const ACCENTS: Both = (
    "Sur {document_a} et sur {document_b}, {field} ne porte pas les mêmes accents. {action}",
    "On {document_a} and on {document_b}, {field} does not carry the same accents. {action}",
);
pub(super) const LETTER: Both = (
    "Sur {document_a}, {field} s'écrit avec la lettre {letter_a}; sur {document_b}, au même \
     endroit, avec la lettre {letter_b}. {action}",
    "On {document_a}, {field} is written with the letter {letter_a}; on {document_b}, in the same \
     place, with the letter {letter_b}. {action}",
);
pub(super) const LIGATURE: Both = (
    "Sur {document_a}, {field} s'écrit avec deux lettres; sur {document_b}, au même endroit, avec \
     une seule ({letter_b}). {action}",
    "On {document_a}, {field} is written with two letters; on {document_b}, in the same place, \
     with a single one ({letter_b}). {action}",
);
pub(super) const TYPOGRAPHY: Both = (
    "Sur {document_a}, {field} s'écrit {separator_a}; sur {document_b}, {separator_b}. {action}",
    "On {document_a}, {field} is written {separator_a}; on {document_b}, {separator_b}. {action}",
);
pub(super) const CASE: Both = (
    "Sur {document_a} et sur {document_b}, {field} ne s'écrit pas avec les mêmes majuscules. \
     {action}",
    "On {document_a} and on {document_b}, {field} does not have the same capital letters. {action}",
);
pub(super) const ABBREVIATION: Both = (
    "Sur {document_a} et sur {document_b}, {field} ne s'abrège pas de la même façon (St, Saint). \
     {action}",
    "On {document_a} and on {document_b}, {field} is not abbreviated the same way (St, Saint). \
     {action}",
);
pub(super) const PARTICLE: Both = (
    "Sur {document_a} et sur {document_b}, la particule (de, du, van) n'est pas la même ou n'est \
     pas séparée de la même façon dans {field}. {action}",
    "On {document_a} and on {document_b}, the particle (de, du, van) in {field} is not the same, \
     or is not set apart the same way. {action}",
);
pub(super) const SUBSET: Both = (
    "Sur {document_a}, {field} compte un mot qui manque sur {document_b}. {action}",
    "On {document_a}, {field} has a word that is missing on {document_b}. {action}",
);
pub(super) const COMPOUND: Both = (
    "Sur {document_a}, {field} est composé; sur {document_b}, il en manque une partie. {action}",
    "On {document_a}, {field} is a compound; on {document_b}, a part of it is missing. {action}",
);
pub(super) const INITIAL: Both = (
    "Sur {document_a}, {field} est abrégé à la première lettre ({letter_a}); sur {document_b}, il \
     s'écrit en entier. {action}",
    "On {document_a}, {field} is shortened to its first letter ({letter_a}); on {document_b}, it \
     is written in full. {action}",
);
pub(super) const ORDER: Both = (
    "Sur {document_a} et sur {document_b}, les noms ne sont pas dans le même ordre. {action}",
    "On {document_a} and on {document_b}, the names are not in the same order. {action}",
);
pub(super) const PERHAPS: Both = (
    "Sur {document_a} et sur {document_b}, rien ne permet de dire si {field} est le même. {action}",
    "On {document_a} and on {document_b}, nothing tells whether {field} is the same. {action}",
);
pub(super) const UNLIKE: Both = (
    "Sur {document_a} et sur {document_b}, {field} n'est pas le même. {action}",
    "On {document_a} and on {document_b}, {field} is not the same. {action}",
);
pub(super) const UNREADABLE: Both = (
    "Sur {document_a}, {field} ne peut pas être comparé. {reason}",
    "On {document_a}, {field} cannot be compared. {reason}",
);

pub(super) const LETTERS_AGREE: Both = (
    "Dans le numéro d'assurance maladie et sur {document_a}, {field} concorde.",
    "In the health insurance number and on {document_a}, {field} agrees.",
);
pub(super) const SURNAME_LETTERS_DIFFER: Both = (
    "Les trois premières lettres du numéro d'assurance maladie ne viennent pas du nom de famille \
     inscrit sur {document_a}. C'est normal si vous avez changé de nom depuis la naissance; sinon, \
     comparez le numéro avec celui de votre carte.",
    "The first three letters of the health insurance number do not come from the surname on \
     {document_a}. This is normal if your name has changed since birth; if not, compare the number \
     with the one on your card.",
);
pub(super) const GIVEN_NAME_LETTER_DIFFERS: Both = (
    "La quatrième lettre du numéro d'assurance maladie n'est pas celle du prénom inscrit sur \
     {document_a}. C'est normal si votre prénom usuel est un autre; sinon, comparez le numéro avec \
     celui de votre carte.",
    "The fourth letter of the health insurance number is not that of the given name on \
     {document_a}. This is normal if your usual given name is another; if not, compare the number \
     with the one on your card.",
);
pub(super) const NUMBER_FITS: Both = (
    "Le numéro d'assurance maladie est bien formé.",
    "The health insurance number is well formed.",
);
pub(super) const NUMBER_WRONG: Both = (
    "Un caractère du numéro d'assurance maladie est inexact, ou l'année de naissance l'est. \
     Comparez-les avec votre carte.",
    "A character of the health insurance number is wrong, or the year of birth is. Compare them \
     with your card.",
);
pub(super) const NUMBER_WITHOUT_DATE: Both = (
    "Les chiffres du numéro d'assurance maladie ne forment pas une date qui existe. Comparez le \
     numéro avec celui de votre carte.",
    "The digits of the health insurance number do not make a date that exists. Compare the number \
     with the one on your card.",
);
pub(super) const BIRTH_DATE_AGREES: Both = (
    "La date de naissance concorde avec le numéro d'assurance maladie.",
    "The birth date agrees with the health insurance number.",
);
pub(super) const BIRTH_DATE_DIFFERS: Both = (
    "La date de naissance ne concorde pas avec le numéro d'assurance maladie. Vérifiez la date et \
     le numéro.",
    "The birth date does not agree with the health insurance number. Check the date and the \
     number.",
);
pub(super) const OLD_ENOUGH: Both =
    ("L'âge requis est atteint.", "The required age has been reached.");
pub(super) const TOO_YOUNG: Both = (
    "Il faut avoir au moins {age} ans. Vérifiez la date de naissance.",
    "You must be at least {age} years old. Check the birth date.",
);

pub(super) const FORM: Both = ("le formulaire", "the form");
pub(super) const HEALTH_CARD: Both = ("la carte d'assurance maladie", "the health insurance card");
pub(super) const ASSESSMENT_NOTICE: Both = ("l'avis de cotisation", "the notice of assessment");

pub(super) const SURNAME: Both = ("le nom de famille", "the surname");
pub(super) const GIVEN_NAME: Both = ("le prénom", "the given name");

pub(super) const HYPHEN: Both = ("avec un trait d'union", "with a hyphen");
pub(super) const APOSTROPHE: Both = ("avec une apostrophe", "with an apostrophe");
pub(super) const PERIOD: Both = ("avec un point", "with a period");
pub(super) const SPACE: Both = ("avec une espace", "with a space");
pub(super) const NOTHING: Both = ("sans signe à cet endroit", "with nothing in that place");

pub(super) const TOLERATED: Both =
    ("Cette différence est acceptée.", "This difference is accepted.");
pub(super) const CHECK_THE_FORM: Both = (
    "Vérifiez ce que vous avez saisi; si c'est exact, faites corriger l'autre document par \
     l'organisme qui l'a délivré.",
    "Check what you typed; if it is right, have the other document corrected by the body that \
     issued it.",
);
pub(super) const CORRECT_ONE: Both = (
    "Faites corriger l'un des deux par l'organisme qui l'a délivré.",
    "Have one of the two corrected by the body that issued it.",
);

/// What was found of a field, with the documents and, where one alone tells, the letter.
pub(crate) const FINDINGS: Table = &[
    ("alike", ALIKE),
    ("accent", ACCENT),
    ("accents", ACCENTS),
    ("letter", LETTER),
    ("ligature", LIGATURE),
    ("typography", TYPOGRAPHY),
    ("case", CASE),
    ("abbreviation", ABBREVIATION),
    ("particle", PARTICLE),
    ("subset_of_given_names", SUBSET),
    ("compound_part", COMPOUND),
    ("swapped", ORDER),
    ("initial_only", INITIAL),
    ("ambiguous", PERHAPS),
    ("unlike", UNLIKE),
    ("unreadable", UNREADABLE),
    ("letters_agree", LETTERS_AGREE),
    ("surname_letters_differ", SURNAME_LETTERS_DIFFER),
    ("given_name_letter_differs", GIVEN_NAME_LETTER_DIFFERS),
    ("number_fits", NUMBER_FITS),
    ("number_wrong", NUMBER_WRONG),
    ("number_without_date", NUMBER_WITHOUT_DATE),
    ("birth_date_agrees", BIRTH_DATE_AGREES),
    ("birth_date_differs", BIRTH_DATE_DIFFERS),
    ("old_enough", OLD_ENOUGH),
    ("too_young", TOO_YOUNG),
];

/// What stands for `{document_a}` and `{document_b}`.
pub(crate) const DOCUMENTS: Table =
    &[("form", FORM), ("health_card", HEALTH_CARD), ("assessment_notice", ASSESSMENT_NOTICE)];

/// What stands for `{field}`.
pub(crate) const FIELDS: Table = &[("surname", SURNAME), ("given_name", GIVEN_NAME)];

/// What stands for `{separator_a}` and `{separator_b}`.
pub(crate) const SEPARATORS: Table = &[
    ("hyphen", HYPHEN),
    ("apostrophe", APOSTROPHE),
    ("period", PERIOD),
    ("space", SPACE),
    ("nothing", NOTHING),
];

/// What stands for `{action}`: what the person can do.
pub(crate) const ACTIONS: Table =
    &[("tolerated", TOLERATED), ("check_the_form", CHECK_THE_FORM), ("correct_one", CORRECT_ONE)];
