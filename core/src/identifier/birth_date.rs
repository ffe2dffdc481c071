//! The birth date that a person declares.

use super::clean::{self, Typed};
use super::{DisplayText, Identifier, IdentifierError, Level, MaskedText, mask};
use crate::text::is_hyphen;
use crate::time::Date;

/// A birth date, `AAAA-MM-JJ` (year, month, day): a day that exists.
///
/// Whether it lies ahead, and the age it makes, depend on a day: see [`BirthDate::age_on`].
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct BirthDate {
    date: Date,
    text: heapless::String<10>,
}

impl Identifier for BirthDate {
    const KIND: &'static str = "birth_date";

    /// Parses `AAAA-MM-JJ`, `AAAA/MM/JJ` or eight digits; [`Date`](IdentifierError::Date) where
    /// no such day exists.
    fn parse(text: &str) -> Result<Self, IdentifierError> {
        let mut kept = heapless::Vec::<Typed, 10>::new();
        let mut separator = None;
        for Typed { at, character } in clean::spaceless(text)? {
            let typed = Typed { at, character: if is_hyphen(character) { '-' } else { character } };
            match (kept.len(), separator) {
                (8, None) => return Err(IdentifierError::TooLong { at }),
                (4, None) if matches!(typed.character, '-' | '/') => {
                    separator = Some(typed.character);
                }
                (7, Some(first)) => _ = typed.only_if(typed.character == first)?,
                _ => _ = typed.only_if(typed.character.is_ascii_digit())?,
            }
            kept.push(typed).map_err(|_| IdentifierError::TooLong { at })?;
        }
        match (kept.len(), separator) {
            (0, _) => Err(IdentifierError::Empty),
            (8, None) | (10, Some(_)) => date(&kept).map(Self::new),
            _ => Err(IdentifierError::TooShort { at: text.len() }),
        }
    }

    fn compact(&self) -> &str {
        &self.text
    }

    fn display(&self) -> DisplayText {
        mask::whole(&self.text)
    }

    fn masked(&self) -> MaskedText {
        mask::all(&self.text)
    }

    fn level(&self, _today: Date) -> Level {
        Level::Plausible
    }
}

impl BirthDate {
    /// Makes a birth date of a day that is known.
    pub fn new(date: Date) -> Self {
        let mut text = heapless::String::new();
        let (year, month, day) = (date.year(), u16::from(date.month()), u16::from(date.day()));
        for unit in [1000, 100, 10, 1] {
            _ = text.push(digit(year / unit));
        }
        for number in [month, day] {
            for c in ['-', digit(number / 10), digit(number)] {
                _ = text.push(c);
            }
        }
        Self { date, text }
    }

    /// Returns the day.
    pub fn date(&self) -> Date {
        self.date
    }

    /// Returns the age in full years on the day `today`; 0 if the birth lies ahead.
    pub fn age_on(&self, today: Date) -> u16 {
        self.date.age_on(today)
    }
}

fn date(typed: &[Typed]) -> Result<Date, IdentifierError> {
    let digits = || typed.iter().filter(|typed| typed.character.is_ascii_digit());
    let number = |place, length| {
        let values =
            digits().skip(place).take(length).filter_map(|typed| typed.character.to_digit(10));
        values.fold(0, |number, value| number * 10 + u16::try_from(value).unwrap_or(0))
    };
    let (year, month, day) = (number(0, 4), number(4, 2), number(6, 2));
    let wrong = match (year, month) {
        (0, _) => 0,
        (_, 1..=12) => 6,
        _ => 4,
    };
    let at = digits().nth(wrong).map_or(0, |typed| typed.at);
    let (month, day) = (u8::try_from(month).unwrap_or(0), u8::try_from(day).unwrap_or(0));
    Date::new(year, month, day).ok_or(IdentifierError::Date { at })
}

fn digit(number: u16) -> char {
    char::from_digit(u32::from(number % 10), 10).unwrap_or('0')
}
