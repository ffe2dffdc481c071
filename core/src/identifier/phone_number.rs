//! The telephone number.

use super::layout::Layout;
use super::rule::{Facts, Grade, Part, Rule};
use super::{Identifier, IdentifierError};

/// A number of the North American Numbering Plan: ten digits, `+1 418 555 0123`.
///
/// `+1` or `1` before it may be typed, and parentheses and dots mean nothing. The compact form has
/// the ten digits; the display form is E.164's, in the groups of ITU-T E.123.
///
/// # Example
///
/// ```
/// use sceau::identifier::{Identifier, IdentifierError, PhoneNumber};
///
/// for text in ["(418) 555-0123", "1-418-555-0123", "+1 418.555.0123"] {
///     let number = PhoneNumber::parse(text)?;
///     assert_eq!(number.compact(), "4185550123");
///     assert_eq!(number.display(), "+1 418 555 0123");
///     assert_eq!(number.masked(), "·· ··· ··· ··23");
/// }
/// assert_eq!(PhoneNumber::parse(""), Err(IdentifierError::Empty));
/// assert_eq!(PhoneNumber::parse("+1 418 555"), Err(IdentifierError::TooShort { at: 10 }));
/// assert_eq!(PhoneNumber::parse("418 555 0123 4"), Err(IdentifierError::TooLong { at: 13 }));
/// assert_eq!(PhoneNumber::parse("+33 6 12 34 56"), Err(IdentifierError::Character { at: 1 }));
/// assert_eq!(PhoneNumber::parse("418 155 0123"), Err(IdentifierError::Character { at: 4 }));
/// assert_eq!(PhoneNumber::parse("418 555 О123"), Err(IdentifierError::LookAlike { at: 8 }));
/// # Ok::<(), IdentifierError>(())
/// ```
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct PhoneNumber(heapless::String<10>);

impl Identifier for PhoneNumber {
    const KIND: &'static str = "phone_number";
    const LAYOUT: Layout = Layout::new("+1 299 299 9999").after("+1").ignoring("().");
    const FACTS: Facts = Facts {
        french: "numéro de téléphone",
        english: "telephone number",
        issuer: "North American Numbering Plan",
        example: "4185550123",
        parts: &[
            Part::new(3, Grade::B, "indicatif régional", "area code"),
            Part::new(3, Grade::B, "central", "exchange"),
            Part::new(4, Grade::B, "ligne", "line"),
        ],
        rules: &[
            Rule::parse(Grade::B, NANP, "ten digits; +1 or 1 may stand before them"),
            Rule::parse(Grade::B, NANP, "area code and exchange begin with 2 to 9"),
        ],
    };

    fn parse(text: &str) -> Result<Self, IdentifierError> {
        Self::LAYOUT.read(text).map(Self)
    }

    fn compact(&self) -> &str {
        &self.0
    }
}

const NANP: &str = "North American Numbering Plan; ITU-T E.164";
