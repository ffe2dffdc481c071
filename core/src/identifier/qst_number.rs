//! The number of an account of the Québec sales tax (QST; in French TVQ).

use super::layout::Layout;
use super::rule::{Facts, Grade, Part, Rule};
use super::{Identifier, IdentifierError, Level};
use crate::time::Date;

/// A number of Québec sales tax: ten digits, TQ, four digits, `1012345671 TQ 0001`.
///
/// Its check digit is advisory: some numbers in use do not follow the rule, so the level tells of
/// it and nothing is refused.
///
/// # Example
///
/// ```
/// use sceau::identifier::{Identifier, IdentifierError, Level, QstNumber};
/// use sceau::time::Date;
///
/// let today = Date::new(2026, 11, 25).ok_or(IdentifierError::Empty)?;
/// let number = QstNumber::parse("1012345671tq0001")?;
/// assert_eq!(number.display(), "1012345671 TQ 0001");
/// assert_eq!(number.level(today), Level::CheckDigit);
/// assert_eq!(QstNumber::parse("1012345675TQ0001")?.level(today), Level::WellFormed);
/// assert_eq!(QstNumber::parse(""), Err(IdentifierError::Empty));
/// assert_eq!(QstNumber::parse("1012345671"), Err(IdentifierError::TooShort { at: 10 }));
/// assert_eq!(QstNumber::parse("1012345671TQ00010"), Err(IdentifierError::TooLong { at: 16 }));
/// assert_eq!(QstNumber::parse("1012345671RT0001"), Err(IdentifierError::Character { at: 10 }));
/// assert_eq!(QstNumber::parse("1012345671ТQ0001"), Err(IdentifierError::LookAlike { at: 10 }));
/// # Ok::<(), IdentifierError>(())
/// ```
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct QstNumber(heapless::String<16>);

impl Identifier for QstNumber {
    const KIND: &'static str = "qst_number";
    const LAYOUT: Layout = Layout::new("9999999999 TQ 9999");
    const FACTS: Facts = Facts {
        french: "numéro de taxe de vente du Québec (TVQ)",
        english: "Québec sales tax number (QST)",
        issuer: "Revenu Québec",
        example: "1012345671TQ0001",
        parts: &[
            Part::new(9, Grade::B, "numéro", "number"),
            Part::new(
                1,
                Grade::B,
                "chiffre de contrôle, à titre indicatif",
                "check digit, advisory",
            ),
            Part::new(2, Grade::B, "les lettres TQ", "the letters TQ"),
            Part::new(4, Grade::B, "compte", "account"),
        ],
        rules: &[
            Rule::parse(Grade::B, "Revenu Québec", "ten digits, TQ, four digits"),
            Rule::level(Grade::B, "folklore of invoice software; some issued numbers fail", RULE),
        ],
    };

    fn parse(text: &str) -> Result<Self, IdentifierError> {
        Self::LAYOUT.read(text).map(Self)
    }

    fn compact(&self) -> &str {
        &self.0
    }

    fn level(&self, _today: Date) -> Level {
        let digits = || self.0.bytes().take(10).map(|digit| u32::from(digit & 15));
        let sum: u32 = digits().zip(WEIGHTS).map(|(digit, weight)| digit * weight).sum();
        let fits = digits().nth(9) == Some((11 - sum % 11) % 10);
        if fits { Level::CheckDigit } else { Level::WellFormed }
    }
}

const RULE: &str = "the tenth digit is (11 − s mod 11) mod 10, s the sum of the nine before it with \
    the weights 4 3 2 7 6 5 4 3 2";

const WEIGHTS: [u32; 9] = [4, 3, 2, 7, 6, 5, 4, 3, 2];
