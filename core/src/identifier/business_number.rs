//! The federal business number (numéro d'entreprise, NE; in English BN).

use super::layout::Layout;
use super::rule::{Facts, Grade, Part, Rule};
use super::{Identifier, IdentifierError, Level, luhn};
use crate::time::Date;

/// A business number: nine digits, with or without a program account, `12302 6635 RC0001`.
///
/// # Example
///
/// ```
/// use sceau::identifier::{BusinessNumber, Identifier, IdentifierError, Level};
/// use sceau::time::Date;
///
/// let today = Date::new(2026, 11, 25).ok_or(IdentifierError::Empty)?;
/// let number = BusinessNumber::parse("123026635rc0001")?;
/// assert_eq!(number.display(), "12302 6635 RC0001");
/// assert_eq!((number.number(), number.account()), ("123026635", Some("RC0001")));
/// assert_eq!(number.level(today), Level::CheckDigit);
/// assert_eq!(BusinessNumber::parse("123456789")?.level(today), Level::WellFormed);
/// assert_eq!(BusinessNumber::parse(""), Err(IdentifierError::Empty));
/// assert_eq!(BusinessNumber::parse("123026635RC"), Err(IdentifierError::TooShort { at: 11 }));
/// assert_eq!(BusinessNumber::parse("123026635RC00010"), Err(IdentifierError::TooLong { at: 15 }));
/// assert_eq!(BusinessNumber::parse("123026635TC0001"), Err(IdentifierError::Character { at: 9 }));
/// assert_eq!(BusinessNumber::parse("12302663Б"), Err(IdentifierError::LookAlike { at: 8 }));
/// # Ok::<(), IdentifierError>(())
/// ```
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct BusinessNumber(heapless::String<15>);

impl Identifier for BusinessNumber {
    const KIND: &'static str = "business_number";
    const LAYOUT: Layout = Layout::new("99999 9999[ RA9999");
    const FACTS: Facts = Facts {
        french: "numéro d'entreprise fédéral (NE)",
        english: "federal business number (BN)",
        issuer: "Canada Revenue Agency",
        example: "123026635RC0001",
        parts: &[
            Part::new(8, Grade::B, "numéro", "number"),
            Part::new(1, Grade::B, "chiffre de contrôle", "check digit"),
            Part::new(
                2,
                Grade::B,
                "programme\u{a0}: RC, RM, RP, RT …",
                "program: RC, RM, RP, RT …",
            ),
            Part::new(4, Grade::B, "compte", "account"),
        ],
        rules: &[
            Rule::parse(Grade::B, CRA, "nine digits"),
            Rule::parse(Grade::B, CRA, "a program account: R, a letter (C M P T …), four digits"),
            Rule::level(Grade::B, CRA, "Luhn's check digit, over the nine digits"),
        ],
    };

    fn parse(text: &str) -> Result<Self, IdentifierError> {
        Self::LAYOUT.read(text).map(Self)
    }

    fn compact(&self) -> &str {
        &self.0
    }

    fn level(&self, _today: Date) -> Level {
        if luhn::fits(self.number()) { Level::CheckDigit } else { Level::WellFormed }
    }
}

impl BusinessNumber {
    /// Returns the nine digits.
    pub fn number(&self) -> &str {
        self.0.split_at_checked(9).map_or("", |(number, _)| number)
    }

    /// Returns the program account, `RC0001`.
    pub fn account(&self) -> Option<&str> {
        self.0.split_at_checked(9).map(|(_, account)| account).filter(|it| !it.is_empty())
    }
}

const CRA: &str = "Canada Revenue Agency; python-stdnum ca.bn";
