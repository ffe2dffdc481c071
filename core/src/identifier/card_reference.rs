//! The reference number of a health insurance card.

use super::layout::Layout;
use super::rule::{Facts, Grade, Part, Rule};
use super::{Identifier, IdentifierError};

/// The reference number on the back of RAMQ cards issued after January 2018: nine digits.
///
/// No check digit is known, so its level is never above well formed.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct CardReference(heapless::String<9>);

impl Identifier for CardReference {
    const KIND: &'static str = "card_reference";
    const LAYOUT: Layout = Layout::new("999 999 999");
    const FACTS: Facts = Facts {
        french: "numéro de référence de la carte d'assurance maladie",
        english: "reference number of a health insurance card",
        issuer: "Régie de l'assurance maladie du Québec (RAMQ)",
        example: "125478569",
        parts: &[Part::new(9, Grade::B, "numéro", "number")],
        rules: &[
            Rule::parse(Grade::B, "back of RAMQ cards issued after January 2018", "nine digits"),
            Rule::told(Grade::NotPublic, "RAMQ", "no check digit is known"),
        ],
    };

    fn parse(text: &str) -> Result<Self, IdentifierError> {
        Self::LAYOUT.read(text).map(Self)
    }

    fn compact(&self) -> &str {
        &self.0
    }
}
