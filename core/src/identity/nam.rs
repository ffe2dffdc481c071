//! The health insurance number against what a person declares.

use super::{Claim, Document, Field, Finding, Verdict};
use crate::identifier::{Identifier, IdentifierError, Nam};
use crate::name::{MAX_NAME_BYTES, NameCompareError, NameError, Side, fold};
use crate::text::{is_apostrophe, is_hyphen, is_space, narrow};

/// Checks the number's check digit, in the century of the declared birth date.
pub(super) fn check_digit(claim: &Claim<'_>) -> Finding {
    let verdict = match claim.nam.check_born(claim.birth_date.date()) {
        Ok(_) => Verdict::Agrees,
        Err(IdentifierError::Date { .. }) => Verdict::Unreadable,
        Err(_) => Verdict::Differs,
    };
    Finding::new(Field::NamCheckDigit, verdict)
}

/// Checks the number's date against the declared one.
pub(super) fn birth_date(claim: &Claim<'_>) -> Finding {
    let declared = claim.birth_date.date();
    let agrees = claim.nam.date_born(declared) == Some(declared);
    let verdict = if agrees { Verdict::Agrees } else { Verdict::Differs };
    Finding::new(Field::NamBirthDate, verdict)
}

/// Checks the first three letters, under every reading of the surname.
pub(super) fn surname(nam: &Nam, document: &Document<'_>) -> Finding {
    let letters = |name| letters::<3>(Field::NamSurname, document, name, nam.compact().get(..3));
    let others = document.other_surname.map(letters);
    others
        .filter(|found| found.verdict == Verdict::Agrees)
        .unwrap_or_else(|| letters(document.surname))
}

/// Checks the fourth letter, under every reading of the given name.
pub(super) fn given_name(nam: &Nam, document: &Document<'_>) -> Finding {
    letters::<1>(Field::NamGivenName, document, document.given_name, nam.compact().get(3..4))
}

fn letters<const N: usize>(
    field: Field,
    document: &Document<'_>,
    name: &str,
    number: Option<&str>,
) -> Finding {
    let unreadable = fold(name).err().map(|error| NameCompareError { side: Side::First, error });
    let agrees = READINGS.iter().any(|reading| {
        read::<N>(name, *reading).is_ok_and(|letters| Some(letters.as_str()) == number)
    });
    let verdict = match unreadable {
        Some(_) => Verdict::Unreadable,
        None if agrees => Verdict::Agrees,
        None => Verdict::Warning,
    };
    Finding { first: Some(document.kind), unreadable, ..Finding::new(field, verdict) }
}

/// One way to make a number's letters out of a name.
#[derive(Clone, Copy)]
struct Reading {
    /// Whether Œ and Æ count as their two letters, or as none.
    ligatures: bool,
    /// Whether the words Saint, Sainte and Ste count as they are written, or as ST.
    saints: bool,
}

/// RAMQ's own reading is not public; two programs of Québec's public health institute (INSPQ) drop
/// Œ and Æ, and read Saint, Sainte and Ste in different ways.
const READINGS: [Reading; 4] = [
    Reading { ligatures: true, saints: true },
    Reading { ligatures: true, saints: false },
    Reading { ligatures: false, saints: true },
    Reading { ligatures: false, saints: false },
];

/// Returns the first `N` key letters of a name, with X where it has fewer.
fn read<const N: usize>(name: &str, reading: Reading) -> Result<heapless::String<N>, NameError> {
    let mut letters = heapless::String::new();
    for word in name.split(is_separator) {
        let mut kept = heapless::String::<MAX_NAME_BYTES>::new();
        for c in word.chars().filter(|c| reading.ligatures || !LIGATURES.contains(c)) {
            kept.push(c).map_err(|_| NameError::TooLong { at: 0 })?;
        }
        let key = match fold(&kept) {
            Err(NameError::Empty) => continue,
            key => key?,
        };
        let word = match key.as_str() {
            "SAINT" | "SAINTE" | "STE" if !reading.saints => "ST",
            word => word,
        };
        fill(&mut letters, word.chars());
    }
    fill(&mut letters, core::iter::repeat_n('X', N));
    Ok(letters)
}

/// Adds letters while there is room.
fn fill<const N: usize>(letters: &mut heapless::String<N>, more: impl Iterator<Item = char>) {
    for letter in more {
        _ = letters.push(letter);
    }
}

fn is_separator(c: char) -> bool {
    is_space(c) || is_hyphen(c) || is_apostrophe(c) || narrow(c) == '.'
}

const LIGATURES: [char; 8] = ['Œ', 'œ', 'Æ', 'æ', 'Ǽ', 'ǽ', 'Ǣ', 'ǣ'];
