//! What a finding says to a person, who can then act on it.
//!
//! No sentence says which document is right, and none names more than the one letter that differs.

use super::texts::{
    ABBREVIATION, ACCENT, ACCENTS, ALIKE, APOSTROPHE, ASSESSMENT_NOTICE, BIRTH_DATE_AGREES,
    BIRTH_DATE_DIFFERS, Both, CASE, CHECK_THE_FORM, COMPOUND, CORRECT_ONE, FORM, GIVEN_NAME,
    GIVEN_NAME_LETTER_DIFFERS, HEALTH_CARD, HYPHEN, INITIAL, LETTER, LETTERS_AGREE, LIGATURE,
    NOTHING, NUMBER_FITS, NUMBER_WITHOUT_DATE, NUMBER_WRONG, OLD_ENOUGH, ORDER, PARTICLE, PERHAPS,
    PERIOD, SPACE, SUBSET, SURNAME, SURNAME_LETTERS_DIFFER, TOLERATED, TOO_YOUNG, TYPOGRAPHY,
    UNLIKE, UNREADABLE,
};
use super::{DocumentKind, Field, Finding, Verdict};
use crate::message::template::{decimal, render};
use crate::message::{Language, Reason, Sentence};
use crate::name::{Difference, Side};

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

    /// Returns the template about the side that has more, or the initial: the one that has a
    /// letter.
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::texts::FINDINGS;
    use super::*;

    /// Every text is some finding's: none in the catalogue is never said, and none is said that the
    /// catalogue does not have.
    #[test]
    fn says_every_text_of_the_catalogue_and_no_other() {
        let letters = [None, Some('E'), Some('É'), Some('Ü'), Some('œ'), Some('-')];
        let main = [None].into_iter().chain(Difference::ALL.iter().copied().map(Some));
        let mut said = BTreeSet::new();
        for (&field, main) in
            Field::ALL.iter().flat_map(|field| main.clone().map(move |it| (field, it)))
        {
            for &verdict in Verdict::ALL {
                for (letter_first, letter_second) in
                    letters.iter().flat_map(|&one| letters.map(|other| (one, other)))
                {
                    let new = Finding::new(field, verdict);
                    said.insert(Finding { main, letter_first, letter_second, ..new }.template().0);
                }
            }
        }
        let known: BTreeSet<_> = FINDINGS.iter().map(|(_, texts)| *texts).collect();
        assert_eq!(said, known);
    }
}
