//! The Québec enterprise number (numéro d'entreprise du Québec, NEQ).

use super::layout::Layout;
use super::rule::{Facts, Grade, Part, Rule};
use super::{Identifier, IdentifierError, Level, calendar, luhn, mask};
use crate::time::Date;

/// A number of Québec's enterprise register: ten digits, `1165326209`.
///
/// # Example
///
/// ```
/// use sceau::identifier::{Identifier, IdentifierError, Neq, NeqKind};
///
/// assert_eq!(Neq::parse("1165326209")?.check(), Ok(NeqKind::Issued));
/// assert_eq!(Neq::parse("1165326208")?.check(), Err(IdentifierError::CheckDigit { at: 9 }));
/// assert_eq!(Neq::parse("1265326209")?.check(), Err(IdentifierError::Character { at: 1 }));
/// assert_eq!(Neq::parse("0065326209")?.check(), Err(IdentifierError::Character { at: 0 }));
/// assert_eq!(Neq::parse(""), Err(IdentifierError::Empty));
/// assert_eq!(Neq::parse("116532620"), Err(IdentifierError::TooShort { at: 9 }));
/// assert_eq!(Neq::parse("11653262090"), Err(IdentifierError::TooLong { at: 10 }));
/// assert_eq!(Neq::parse("NEQ1165326209"), Err(IdentifierError::Character { at: 0 }));
/// assert_eq!(Neq::parse("116532620З"), Err(IdentifierError::LookAlike { at: 9 }));
/// # Ok::<(), IdentifierError>(())
/// ```
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Neq(heapless::String<10>);

/// Whether the register issues numbers that begin as this one.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum NeqKind {
    /// It begins with 11, 22, 33 or 88, as issued numbers do.
    Issued,
    /// It begins with 44, 55, 66, 77 or 99, which the register keeps for the future.
    Reserved,
}

wire_names!(NeqKind { Issued => "issued", Reserved => "reserved" });

impl Identifier for Neq {
    const KIND: &'static str = "neq";
    const LAYOUT: Layout = Layout::new("9999999999");
    const FACTS: Facts = Facts {
        french: "numéro d'entreprise du Québec (NEQ)",
        english: "Québec enterprise number",
        issuer: "Registraire des entreprises du Québec",
        example: "1165326209",
        parts: &[
            Part::new(2, Grade::A, "11, 22, 33 ou 88", "11, 22, 33 or 88"),
            Part::new(7, Grade::A, "numéro", "number"),
            Part::new(
                1,
                Grade::A,
                "chiffre de contrôle (Luhn), sans les deux premiers chiffres",
                "check digit (Luhn), without the first two digits",
            ),
        ],
        rules: &[
            Rule::parse(Grade::A, REGISTER, "ten digits"),
            Rule::check(Grade::A, REGISTER, "the first two digits are the same, and not zeros"),
            Rule::check(Grade::A, REGISTER, "Luhn's check digit, over the last eight digits only"),
            Rule::told(Grade::A, REGISTER, "11, 22, 33 and 88 are issued; the others are reserved"),
        ],
    };

    fn parse(text: &str) -> Result<Self, IdentifierError> {
        Self::LAYOUT.read(text).map(Self)
    }

    fn compact(&self) -> &str {
        &self.0
    }

    fn level(&self, _today: Date) -> Level {
        if self.check().is_ok() { Level::CheckDigit } else { Level::WellFormed }
    }

    /// Returns one with the beginning of an issued number and the next to the right check digit.
    fn synthetic(number: u64) -> Option<Self> {
        let digits = calendar::decimal::<7>(number);
        let right = luhn::check_digit(&mask::written::<7>(digits.into_iter())).to_digit(10)?;
        let wrong = char::from_digit((right + 1) % 10, 10)?;
        Some(Self(mask::written("11".chars().chain(digits).chain([wrong]))))
    }
}

impl Neq {
    /// Checks how the number begins, and the check digit (Luhn) of the eight digits behind.
    ///
    /// Over all ten digits, as is often done, Luhn refuses numbers that are right.
    ///
    /// # Errors
    ///
    /// [`IdentifierError::Character`] where the first two digits are zeros (`at` 0) or differ (`at`
    /// 1); [`IdentifierError::CheckDigit`] (`at` 9). Offsets count in the compact form.
    pub fn check(&self) -> Result<NeqKind, IdentifierError> {
        let mut digits = self.0.chars();
        let (first, second) = (digits.next(), digits.next());
        let kind = match first {
            Some('0') => return Err(IdentifierError::Character { at: 0 }),
            _ if first != second => return Err(IdentifierError::Character { at: 1 }),
            Some('1' | '2' | '3' | '8') => NeqKind::Issued,
            _ => NeqKind::Reserved,
        };
        if luhn::fits(digits.as_str()) {
            Ok(kind)
        } else {
            Err(IdentifierError::CheckDigit { at: 9 })
        }
    }
}

const REGISTER: &str = "Registraire des entreprises, code of its own; recomputed on issued numbers";
