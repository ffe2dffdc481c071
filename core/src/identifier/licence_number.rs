//! The number of a driver's licence.

use super::layout::Layout;
use super::rule::{Facts, Grade, Part, Rule};
use super::{Identifier, IdentifierError};

/// A number of a Québec driver's licence (SAAQ): a letter and twelve digits, without separators.
///
/// No check digit is known, so its level is never above well formed; what letter and digits are
/// said to tell of the holder is not used.
///
/// # Example
///
/// ```
/// use sceau::identifier::{Identifier, IdentifierError, LicenceNumber};
///
/// let licence = LicenceNumber::parse("s1234-567890-12")?;
/// assert_eq!(licence.compact(), "S123456789012");
/// assert_eq!(licence.masked(), "···········12");
/// assert_eq!(LicenceNumber::parse(" - "), Err(IdentifierError::Empty));
/// assert_eq!(LicenceNumber::parse("S12345"), Err(IdentifierError::TooShort { at: 6 }));
/// assert_eq!(LicenceNumber::parse("S1234567890123"), Err(IdentifierError::TooLong { at: 13 }));
/// assert_eq!(LicenceNumber::parse("1234"), Err(IdentifierError::Character { at: 0 }));
/// assert_eq!(LicenceNumber::parse("Ѕ1234"), Err(IdentifierError::LookAlike { at: 0 }));
/// # Ok::<(), IdentifierError>(())
/// ```
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct LicenceNumber(heapless::String<13>);

impl Identifier for LicenceNumber {
    const KIND: &'static str = "licence_number";
    const LAYOUT: Layout = Layout::new("A999999999999");
    const FACTS: Facts = Facts {
        french: "numéro de permis de conduire",
        english: "driver's licence number",
        issuer: "Société de l'assurance automobile du Québec (SAAQ)",
        example: "S123456789012",
        parts: &[
            Part::new(1, Grade::A, "lettre", "letter"),
            Part::new(12, Grade::A, "chiffres", "digits"),
        ],
        rules: &[
            Rule::parse(Grade::A, "SAAQ, driver's licence", "a letter, then twelve digits"),
            Rule::told(Grade::A, "SAAQ", "no check digit is published"),
        ],
    };

    fn parse(text: &str) -> Result<Self, IdentifierError> {
        Self::LAYOUT.read(text).map(Self)
    }

    fn compact(&self) -> &str {
        &self.0
    }
}
