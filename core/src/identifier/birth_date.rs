//! The birth date that a person declares.

use super::layout::Layout;
use super::rule::{Facts, Grade, Part, Rule};
use super::{DisplayText, Identifier, IdentifierError, Level, MaskedText, calendar, mask};
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
    const LAYOUT: Layout = Layout::new("9999-99-99").ignoring("/");
    const FACTS: Facts = Facts {
        french: "date de naissance",
        english: "birth date",
        issuer: "declared by the person",
        example: "1975-11-30",
        parts: &[
            Part::new(4, Grade::A, "année", "year"),
            Part::new(2, Grade::A, "mois", "month"),
            Part::new(2, Grade::A, "jour", "day"),
        ],
        rules: &[
            Rule::parse(Grade::A, "SAG sign-up screen", "year, month and day, AAAA-MM-JJ"),
            Rule::parse(Grade::A, "Gregorian calendar", "the day exists"),
        ],
    };

    /// Parses `AAAA-MM-JJ`, `AAAA/MM/JJ` or eight digits; [`Date`](IdentifierError::Date) where
    /// no such day exists.
    fn parse(text: &str) -> Result<Self, IdentifierError> {
        calendar::read::<8>(text).map(Self::new)
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
        let year = calendar::decimal::<4>(date.year().into());
        let month = calendar::decimal::<2>(date.month().into());
        let day = calendar::decimal::<2>(date.day().into());
        let month_and_day = [['-'], ['-']].into_iter().zip([month, day]);
        let behind = month_and_day.flat_map(|(dash, number)| dash.into_iter().chain(number));
        let text = mask::written(year.into_iter().chain(behind));
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
