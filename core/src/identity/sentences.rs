//! What a finding says to a person, who can then act on it.
//!
//! No sentence says which document is right, and none names more than the one letter that differs.

use super::{DocumentKind, Field, Finding, Verdict};
use crate::message::template::{decimal, render};
use crate::message::{Language, Reason, Sentence};
use crate::name::{Difference, Side};

/// A text in French and in English.
type Both = (&'static str, &'static str);

/// Texts by name, for the catalogue.
type Table = &'static [(&'static str, Both)];

impl Finding {
    /// Returns what was found, and what to do about it, in at most 512 bytes of UTF-8.
    pub fn sentence(&self, language: Language) -> Sentence {
        let said = |(french, english): Both| match language {
            Language::French => french,
            Language::English => english,
        };
        let (template, second_first) = self.template();
        let (first, second) = ((self.first, self.letter_first), (self.second, self.letter_second));
        let ((document_a, letter_a), (document_b, letter_b)) =
            if second_first { (second, first) } else { (first, second) };
        let (mut buffer_a, mut buffer_b) = ([0; 4], [0; 4]);
        let values = [
            ("document_a", said(document(document_a))),
            ("document_b", said(document(document_b))),
            ("letter_a", letter_a.map_or("", |letter| letter.encode_utf8(&mut buffer_a))),
            ("letter_b", letter_b.map_or("", |letter| letter.encode_utf8(&mut buffer_b))),
            ("separator_a", said(separator(letter_a))),
            ("separator_b", said(separator(letter_b))),
            ("field", said(self.noun())),
            ("action", said(self.action())),
            ("reason", self.unreadable.map_or("", |found| found.error.template(language))),
            ("age", &decimal(self.minimum_age.unwrap_or(0).into())),
        ];
        render(said(template), &values)
    }

    /// Returns the template, and whether its document *a* is the second one.
    fn template(&self) -> (Both, bool) {
        let second_at_fault = self.unreadable.is_some_and(|found| found.side == Side::Second);
        match (self.field, self.verdict) {
            (Field::Age, Verdict::Agrees) => (OLD_ENOUGH, false),
            (Field::Age, _) => (TOO_YOUNG, false),
            (Field::NamCheckDigit, Verdict::Agrees) => (NUMBER_FITS, false),
            (Field::NamCheckDigit, Verdict::Unreadable) => (NUMBER_WITHOUT_DATE, false),
            (Field::NamCheckDigit, _) => (NUMBER_WRONG, false),
            (Field::NamBirthDate, Verdict::Agrees) => (BIRTH_DATE_AGREES, false),
            (Field::NamBirthDate, _) => (BIRTH_DATE_DIFFERS, false),
            (_, Verdict::Unreadable) => (UNREADABLE, second_at_fault),
            (Field::NamSurname | Field::NamGivenName, Verdict::Agrees) => (LETTERS_AGREE, false),
            (Field::NamSurname, _) => (SURNAME_LETTERS_DIFFER, false),
            (Field::NamGivenName, _) => (GIVEN_NAME_LETTER_DIFFERS, false),
            (Field::Surname | Field::GivenName, Verdict::Agrees) => (ALIKE, false),
            (Field::Surname | Field::GivenName, _) => self.difference(),
        }
    }

    /// Returns the template for the main difference, and whether document *a* is the second one.
    fn difference(&self) -> (Both, bool) {
        let letters = (self.letter_first, self.letter_second);
        match (self.main, letters) {
            (Some(Difference::Case), _) => (CASE, false),
            (Some(Difference::Abbreviation), _) => (ABBREVIATION, false),
            (Some(Difference::Particle), _) => (PARTICLE, false),
            (Some(Difference::SubsetOfGivenNames), _) => self.of_more(SUBSET),
            (Some(Difference::CompoundPart), _) => self.of_more(COMPOUND),
            (Some(Difference::InitialOnly), _) => self.of_more(INITIAL),
            (Some(Difference::Swapped), _) => (ORDER, false),
            (Some(Difference::Ambiguous), _) => (PERHAPS, false),
            (Some(Difference::Typography), _) => (TYPOGRAPHY, false),
            (Some(Difference::Ligature), (Some(one), Some(_))) => (LIGATURE, !one.is_ascii()),
            (Some(Difference::Diacritics), (Some(one), Some(other))) => {
                match (one.is_ascii(), other.is_ascii()) {
                    (true, false) if is_accented(other) => (ACCENT, false),
                    (false, true) if is_accented(one) => (ACCENT, true),
                    _ => (LETTER, false),
                }
            }
            (Some(Difference::Different), (Some(_), Some(_))) => (LETTER, false),
            (Some(Difference::Diacritics), _) => (ACCENTS, false),
            _ => (UNLIKE, false),
        }
    }

    /// Returns the template about the side that has more, or the initial: the one that has a letter.
    const fn of_more(&self, template: Both) -> (Both, bool) {
        match (self.letter_first, self.letter_second) {
            // A letter that is no single character.
            (None, None) => (UNLIKE, false),
            (first, _) => (template, first.is_none()),
        }
    }

    fn noun(&self) -> Both {
        match self.field {
            Field::Surname | Field::NamSurname => SURNAME,
            _ => GIVEN_NAME,
        }
    }

    fn action(&self) -> Both {
        let form = [self.first, self.second].contains(&Some(DocumentKind::Form));
        match self.verdict {
            Verdict::Tolerated => TOLERATED,
            _ if form => CHECK_THE_FORM,
            _ => CORRECT_ONE,
        }
    }
}

fn document(kind: Option<DocumentKind>) -> Both {
    match kind {
        None => ("", ""),
        Some(DocumentKind::Form) => FORM,
        Some(DocumentKind::HealthCard) => HEALTH_CARD,
        Some(DocumentKind::AssessmentNotice) => ASSESSMENT_NOTICE,
    }
}

fn separator(character: Option<char>) -> Both {
    match character {
        Some('-') => HYPHEN,
        Some('\'') => APOSTROPHE,
        Some('.') => PERIOD,
        Some(_) => SPACE,
        None => NOTHING,
    }
}

/// Whether French says of a letter that it carries an accent: not of Ç, nor of a diaeresis.
fn is_accented(letter: char) -> bool {
    matches!(
        letter,
        'À' | 'Â'
            | 'É'
            | 'È'
            | 'Ê'
            | 'Î'
            | 'Ô'
            | 'Ù'
            | 'Û'
            | 'à'
            | 'â'
            | 'é'
            | 'è'
            | 'ê'
            | 'î'
            | 'ô'
            | 'ù'
            | 'û'
    )
}

const ALIKE: Both = (
    "Sur {document_a} et sur {document_b}, {field} s'écrit de la même façon.",
    "On {document_a} and on {document_b}, {field} is written the same way.",
);
const ACCENT: Both = (
    "Sur {document_a}, {field} s'écrit sans accent ({letter_a}); sur {document_b}, il en porte un \
     ({letter_b}). {action}",
    "On {document_a}, {field} is written without an accent ({letter_a}); on {document_b}, with \
     one ({letter_b}). {action}",
);
const ACCENTS: Both = (
    "Sur {document_a} et sur {document_b}, {field} ne porte pas les mêmes accents. {action}",
    "On {document_a} and on {document_b}, {field} does not carry the same accents. {action}",
);
const LETTER: Both = (
    "Sur {document_a}, {field} s'écrit avec la lettre {letter_a}; sur {document_b}, au même \
     endroit, avec la lettre {letter_b}. {action}",
    "On {document_a}, {field} is written with the letter {letter_a}; on {document_b}, in the same \
     place, with the letter {letter_b}. {action}",
);
const LIGATURE: Both = (
    "Sur {document_a}, {field} s'écrit avec deux lettres; sur {document_b}, au même endroit, avec \
     une seule ({letter_b}). {action}",
    "On {document_a}, {field} is written with two letters; on {document_b}, in the same place, \
     with a single one ({letter_b}). {action}",
);
const TYPOGRAPHY: Both = (
    "Sur {document_a}, {field} s'écrit {separator_a}; sur {document_b}, {separator_b}. {action}",
    "On {document_a}, {field} is written {separator_a}; on {document_b}, {separator_b}. {action}",
);
const CASE: Both = (
    "Sur {document_a} et sur {document_b}, {field} ne s'écrit pas avec les mêmes majuscules. \
     {action}",
    "On {document_a} and on {document_b}, {field} does not have the same capital letters. {action}",
);
const ABBREVIATION: Both = (
    "Sur {document_a} et sur {document_b}, {field} ne s'abrège pas de la même façon (St, Saint). \
     {action}",
    "On {document_a} and on {document_b}, {field} is not abbreviated the same way (St, Saint). \
     {action}",
);
const PARTICLE: Both = (
    "Sur {document_a} et sur {document_b}, la particule (de, la, van) ne s'écrit pas de la même \
     façon: {field} diffère. {action}",
    "On {document_a} and on {document_b}, the particle (de, la, van) is not written the same way: \
     {field} differs. {action}",
);
const SUBSET: Both = (
    "Sur {document_a}, {field} compte un mot qui manque sur {document_b}. {action}",
    "On {document_a}, {field} has a word that is missing on {document_b}. {action}",
);
const COMPOUND: Both = (
    "Sur {document_a}, {field} est composé; sur {document_b}, il en manque une partie. {action}",
    "On {document_a}, {field} is a compound; on {document_b}, a part of it is missing. {action}",
);
const INITIAL: Both = (
    "Sur {document_a}, {field} est abrégé à la première lettre ({letter_a}); sur {document_b}, il \
     s'écrit en entier. {action}",
    "On {document_a}, {field} is cut to the first letter ({letter_a}); on {document_b}, it is \
     written in full. {action}",
);
const ORDER: Both = (
    "Sur {document_a} et sur {document_b}, les noms ne sont pas dans le même ordre. {action}",
    "On {document_a} and on {document_b}, the names are not in the same order. {action}",
);
const PERHAPS: Both = (
    "Sur {document_a} et sur {document_b}, {field} est peut-être le même, et peut-être un autre. \
     {action}",
    "On {document_a} and on {document_b}, {field} may be the same, and may be another one. {action}",
);
const UNLIKE: Both = (
    "Sur {document_a} et sur {document_b}, {field} n'est pas le même. {action}",
    "On {document_a} and on {document_b}, {field} is not the same. {action}",
);
const UNREADABLE: Both = (
    "Sur {document_a}, {field} ne peut pas être comparé. {reason}",
    "On {document_a}, {field} cannot be compared. {reason}",
);

const LETTERS_AGREE: Both = (
    "Dans le numéro d'assurance maladie et sur {document_a}, {field} concorde.",
    "In the health insurance number and on {document_a}, {field} agrees.",
);
const SURNAME_LETTERS_DIFFER: Both = (
    "Les trois premières lettres du numéro d'assurance maladie ne viennent pas du nom de famille \
     inscrit sur {document_a}. C'est normal si vous avez changé de nom depuis la naissance; sinon, \
     comparez le numéro avec celui de votre carte.",
    "The first three letters of the health insurance number do not come from the surname on \
     {document_a}. This is normal if your name has changed since birth; if not, compare the number \
     with the one on your card.",
);
const GIVEN_NAME_LETTER_DIFFERS: Both = (
    "La quatrième lettre du numéro d'assurance maladie n'est pas celle du prénom inscrit sur \
     {document_a}. C'est normal si votre prénom usuel est un autre; sinon, comparez le numéro avec \
     celui de votre carte.",
    "The fourth letter of the health insurance number is not that of the given name on \
     {document_a}. This is normal if your usual given name is another; if not, compare the number \
     with the one on your card.",
);
const NUMBER_FITS: Both = (
    "Le numéro d'assurance maladie est bien formé.",
    "The health insurance number is well formed.",
);
const NUMBER_WRONG: Both = (
    "Un caractère du numéro d'assurance maladie est inexact, ou l'année de naissance l'est. \
     Comparez-les avec votre carte.",
    "A character of the health insurance number is wrong, or the year of birth is. Compare them \
     with your card.",
);
const NUMBER_WITHOUT_DATE: Both = (
    "Les chiffres du numéro d'assurance maladie ne forment pas une date qui existe. Comparez le \
     numéro avec celui de votre carte.",
    "The digits of the health insurance number do not make a date that exists. Compare the number \
     with the one on your card.",
);
const BIRTH_DATE_AGREES: Both = (
    "La date de naissance concorde avec le numéro d'assurance maladie.",
    "The birth date agrees with the health insurance number.",
);
const BIRTH_DATE_DIFFERS: Both = (
    "La date de naissance ne concorde pas avec le numéro d'assurance maladie. Vérifiez la date et \
     le numéro.",
    "The birth date does not agree with the health insurance number. Check the date and the \
     number.",
);
const OLD_ENOUGH: Both = ("L'âge requis est atteint.", "The required age has been reached.");
const TOO_YOUNG: Both = (
    "Il faut avoir au moins {age} ans. Vérifiez la date de naissance.",
    "You must be at least {age} years old. Check the birth date.",
);

const FORM: Both = ("le formulaire", "the form");
const HEALTH_CARD: Both = ("la carte d'assurance maladie", "the health insurance card");
const ASSESSMENT_NOTICE: Both = ("l'avis de cotisation", "the notice of assessment");

const SURNAME: Both = ("le nom de famille", "the surname");
const GIVEN_NAME: Both = ("le prénom", "the given name");

const HYPHEN: Both = ("avec un trait d'union", "with a hyphen");
const APOSTROPHE: Both = ("avec une apostrophe", "with an apostrophe");
const PERIOD: Both = ("avec un point", "with a period");
const SPACE: Both = ("avec une espace", "with a space");
const NOTHING: Both = ("sans signe à cet endroit", "with nothing in that place");

const TOLERATED: Both = ("Cette différence est acceptée.", "This difference is accepted.");
const CHECK_THE_FORM: Both = (
    "Vérifiez ce que vous avez saisi; si c'est exact, faites corriger l'autre document par \
     l'organisme qui l'a délivré.",
    "Check what you typed; if it is right, have the other document corrected by the body that \
     issued it.",
);
const CORRECT_ONE: Both = (
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
