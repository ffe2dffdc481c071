//! The reference number of a health insurance card.

use super::{DisplayText, Identifier, IdentifierError, MaskedText, clean, mask};

/// The reference number on the back of RAMQ cards issued after January 2018: nine digits.
///
/// No check digit is known, so its level is never above well formed.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct CardReference(heapless::String<9>);

impl Identifier for CardReference {
    const KIND: &'static str = "card_reference";

    fn parse(text: &str) -> Result<Self, IdentifierError> {
        clean::code(text, |_, typed| typed.only_if(typed.character.is_ascii_digit())).map(Self)
    }

    fn compact(&self) -> &str {
        &self.0
    }

    fn display(&self) -> DisplayText {
        mask::grouped(&self.0, 3)
    }

    fn masked(&self) -> MaskedText {
        mask::all_but_two(&self.display())
    }
}
