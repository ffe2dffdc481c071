//! The expiry of a health insurance card.

use super::layout::Layout;
use super::rule::{Facts, Grade, Part, Rule};
use super::{DisplayText, Identifier, IdentifierError, Level, MaskedText, calendar, mask};
use crate::time::Date;

/// The expiry of a RAMQ card, `AAAA-MM` (year, month).
///
/// # Example
///
/// ```
/// use sceau::identifier::{CardExpiry, Identifier, IdentifierError};
/// use sceau::time::Date;
///
/// let expiry = CardExpiry::parse("2028/02")?;
/// assert_eq!((expiry.compact(), expiry.masked().as_str()), ("2028-02", "····-··"));
/// assert_eq!(Some(expiry.last_day()), Date::new(2028, 2, 29));
/// assert_eq!(CardExpiry::parse(""), Err(IdentifierError::Empty));
/// assert_eq!(CardExpiry::parse("2028"), Err(IdentifierError::TooShort { at: 4 }));
/// assert_eq!(CardExpiry::parse("2028-02-01"), Err(IdentifierError::TooLong { at: 7 }));
/// assert_eq!(CardExpiry::parse("02-2028"), Err(IdentifierError::Character { at: 2 }));
/// assert_eq!(CardExpiry::parse("2028-13"), Err(IdentifierError::Date { at: 5 }));
/// assert_eq!(CardExpiry::parse("202З-02"), Err(IdentifierError::LookAlike { at: 3 }));
/// # Ok::<(), IdentifierError>(())
/// ```
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct CardExpiry {
    first_day: Date,
    text: heapless::String<7>,
}

impl Identifier for CardExpiry {
    const KIND: &'static str = "card_expiry";
    const LAYOUT: Layout = Layout::new("9999-99").ignoring("/");
    const FACTS: Facts = Facts {
        french: "date d'expiration de la carte d'assurance maladie",
        english: "expiry of a health insurance card",
        issuer: "Régie de l'assurance maladie du Québec (RAMQ)",
        example: "2028-02",
        parts: &[Part::new(4, Grade::A, "année", "year"), Part::new(2, Grade::A, "mois", "month")],
        rules: &[
            Rule::parse(Grade::A, "RAMQ, health insurance card", "year and month, AAAA-MM"),
            Rule::told(Grade::C, "no source", "the card is good until the month's last day"),
        ],
    };

    /// Parses `AAAA-MM`, `AAAA/MM` or six digits; [`Date`](IdentifierError::Date) where no such
    /// month exists.
    fn parse(text: &str) -> Result<Self, IdentifierError> {
        let first_day = calendar::read::<6>(text)?;
        let year = calendar::decimal::<4>(first_day.year().into());
        let month = calendar::decimal::<2>(first_day.month().into());
        let text = mask::written(year.into_iter().chain(['-']).chain(month));
        Ok(Self { first_day, text })
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

impl CardExpiry {
    /// Returns the last day of the month.
    ///
    /// That the card is good until then is an assumption (grade C): RAMQ does not say. Ask for
    /// another document; do not refuse on it.
    pub fn last_day(&self) -> Date {
        let (year, month) = (self.first_day.year(), self.first_day.month());
        let last = [31, 30, 29].into_iter().find_map(|day| Date::new(year, month, day));
        last.or(Date::new(year, month, 28)).unwrap_or(self.first_day)
    }
}
