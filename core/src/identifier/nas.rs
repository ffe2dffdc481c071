//! The social insurance number (numéro d'assurance sociale, NAS; in English SIN).

use super::{DisplayText, Identifier, IdentifierError, Level, MaskedText, clean, mask};
use crate::time::Date;

/// A number of Canada's social insurance: nine digits, the last a check digit, `130 692 544`.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Nas(heapless::String<9>);

/// Whose number a NAS is, as its first digit tells.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum NasKind {
    /// A citizen's or permanent resident's.
    Permanent,
    /// A temporary resident's: it begins with 9 and expires on a date that is not in the number.
    Temporary,
}

wire_names!(NasKind {
    Permanent => "permanent",
    Temporary => "temporary",
});

impl Identifier for Nas {
    const KIND: &'static str = "nas";

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

    fn level(&self, _today: Date) -> Level {
        if self.check().is_ok() { Level::CheckDigit } else { Level::WellFormed }
    }
}

impl Nas {
    /// Checks the check digit (Luhn) and the class of the number.
    ///
    /// # Errors
    ///
    /// [`IdentifierError::CheckDigit`] (`at` 8); [`IdentifierError::NotASin`] (`at` 0) where the
    /// check digit fits and the first digit is 0 (tax numbers) or 8 (not issued), which includes
    /// `000000000`. Offsets count in the compact form.
    pub fn check(&self) -> Result<NasKind, IdentifierError> {
        let digits = self.0.bytes().map(|digit| u32::from(digit & 0x0f));
        let doubled = digits.zip([1, 2].into_iter().cycle()).map(|(digit, times)| digit * times);
        let sum: u32 = doubled.map(|product| product / 10 + product % 10).sum();
        if !sum.is_multiple_of(10) {
            return Err(IdentifierError::CheckDigit { at: 8 });
        }
        match self.0.bytes().next() {
            Some(b'0' | b'8') => Err(IdentifierError::NotASin { at: 0 }),
            Some(b'9') => Ok(NasKind::Temporary),
            _ => Ok(NasKind::Permanent),
        }
    }
}
