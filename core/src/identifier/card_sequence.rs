//! The sequence number of a health insurance card.

use super::layout::Layout;
use super::rule::{Facts, Grade, Part, Rule};
use super::{Identifier, IdentifierError, MaskedText, mask};

/// The sequential number of a RAMQ card: two digits, `01`.
///
/// It counts a person's cards. No check digit is known, so its level is never above well formed.
///
/// # Example
///
/// ```
/// use sceau::identifier::{CardSequence, Identifier, IdentifierError};
///
/// assert_eq!(CardSequence::parse("01")?.masked(), "··");
/// assert_eq!(CardSequence::parse(""), Err(IdentifierError::Empty));
/// assert_eq!(CardSequence::parse("1"), Err(IdentifierError::TooShort { at: 1 }));
/// assert_eq!(CardSequence::parse("012"), Err(IdentifierError::TooLong { at: 2 }));
/// assert_eq!(CardSequence::parse("0l"), Err(IdentifierError::Character { at: 1 }));
/// assert_eq!(CardSequence::parse("0З"), Err(IdentifierError::LookAlike { at: 1 }));
/// # Ok::<(), IdentifierError>(())
/// ```
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct CardSequence(heapless::String<2>);

impl Identifier for CardSequence {
    const KIND: &'static str = "card_sequence";
    const LAYOUT: Layout = Layout::new("99");
    const FACTS: Facts = Facts {
        french: "numéro séquentiel de la carte d'assurance maladie",
        english: "sequential number of a health insurance card",
        issuer: "Régie de l'assurance maladie du Québec (RAMQ)",
        example: "01",
        parts: &[Part::new(
            2,
            Grade::A,
            "rang de la carte parmi celles de la personne",
            "which of the person's cards it is",
        )],
        rules: &[Rule::parse(Grade::A, "RAMQ, health insurance card", "two digits")],
    };

    fn parse(text: &str) -> Result<Self, IdentifierError> {
        Self::LAYOUT.read(text).map(Self)
    }

    fn compact(&self) -> &str {
        &self.0
    }

    fn masked(&self) -> MaskedText {
        mask::all(&self.0)
    }
}
