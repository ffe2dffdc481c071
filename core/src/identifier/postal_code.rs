//! The postal code.

use super::layout::Layout;
use super::rule::{Facts, Grade, Part, Rule};
use super::{Identifier, IdentifierError, Level, MaskedText, mask};
use crate::time::Date;

/// A postal code of Canada: letter, digit, letter, digit, letter, digit, `G1R 4P5`.
///
/// # Example
///
/// ```
/// use sceau::identifier::{Identifier, IdentifierError, Level, PostalCode};
/// use sceau::time::Date;
///
/// let today = Date::new(2026, 11, 25).ok_or(IdentifierError::Empty)?;
/// let code = PostalCode::parse("g1r4p5")?;
/// assert_eq!((code.compact(), code.display().as_str()), ("G1R4P5", "G1R 4P5"));
/// assert_eq!(code.level(today), Level::Plausible);
/// assert_eq!(PostalCode::parse("Z1R 4P5")?.level(today), Level::WellFormed);
/// assert_eq!(PostalCode::parse(""), Err(IdentifierError::Empty));
/// assert_eq!(PostalCode::parse("G1R"), Err(IdentifierError::TooShort { at: 3 }));
/// assert_eq!(PostalCode::parse("G1R 4P55"), Err(IdentifierError::TooLong { at: 7 }));
/// assert_eq!(PostalCode::parse("GIR 4P5"), Err(IdentifierError::Character { at: 1 }));
/// assert_eq!(PostalCode::parse("G1O 4P5"), Err(IdentifierError::Character { at: 2 }));
/// assert_eq!(PostalCode::parse("G1Я 4P5"), Err(IdentifierError::LookAlike { at: 2 }));
/// # Ok::<(), IdentifierError>(())
/// ```
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct PostalCode(heapless::String<6>);

impl Identifier for PostalCode {
    const KIND: &'static str = "postal_code";
    const LAYOUT: Layout = Layout::new("p9p 9p9");
    const FACTS: Facts = Facts {
        french: "code postal",
        english: "postal code",
        issuer: "Canada Post",
        example: "G1R4P5",
        parts: &[
            Part::new(3, Grade::B, "région de tri d'acheminement", "forward sortation area"),
            Part::new(3, Grade::B, "unité de distribution locale", "local delivery unit"),
        ],
        rules: &[
            Rule::parse(Grade::B, "Canada Post", "letter and digit in turn, six characters"),
            Rule::parse(Grade::B, "Canada Post", "no D, F, I, O, Q, U"),
            Rule::level(Grade::C, "derived from the codes in use", "W and Z are no first letters"),
            Rule::told(Grade::C, "derived from the codes in use", "Québec's begin with G, H or J"),
        ],
    };

    fn parse(text: &str) -> Result<Self, IdentifierError> {
        Self::LAYOUT.read(text).map(Self)
    }

    fn compact(&self) -> &str {
        &self.0
    }

    fn masked(&self) -> MaskedText {
        mask::all(&self.display())
    }

    fn level(&self, _today: Date) -> Level {
        if self.0.starts_with(['W', 'Z']) { Level::WellFormed } else { Level::Plausible }
    }
}
