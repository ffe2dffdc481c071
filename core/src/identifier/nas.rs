//! The social insurance number (numéro d'assurance sociale, NAS; in English SIN).

use super::layout::Layout;
use super::rule::{Facts, Grade, Part, Rule};
use super::{Identifier, IdentifierError, Level, calendar, luhn, mask};
use crate::time::Date;

/// A number of Canada's social insurance: nine digits, the last a check digit, `130 692 544`.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Nas([u8; 9]);

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
    const LAYOUT: Layout = Layout::new("999 999 999");
    const FACTS: Facts = Facts {
        french: "numéro d'assurance sociale (NAS)",
        english: "social insurance number (SIN)",
        issuer: "Service Canada",
        example: "130692544",
        parts: &[
            Part::new(
                1,
                Grade::A,
                "classe\u{a0}: 9 pour un numéro temporaire",
                "class: 9 for a temporary number",
            ),
            Part::new(7, Grade::A, "numéro", "number"),
            Part::new(1, Grade::A, "chiffre de contrôle (Luhn)", "check digit (Luhn)"),
        ],
        rules: &[
            Rule::parse(Grade::A, CANADA, "nine digits"),
            Rule::check(Grade::A, CANADA, "Luhn's check digit"),
            Rule::check(Grade::A, CANADA, "0 (tax numbers) and 8 (not issued) are no first digits"),
            Rule::told(Grade::A, CANADA, "9 begins a temporary resident's, which expires"),
            Rule::told(Grade::B, "public lists", "another first digit tells the region"),
        ],
    };

    #[inline]
    fn parse(text: &str) -> Result<Self, IdentifierError> {
        match luhn::nine(text) {
            Some(digits) => Ok(Self(digits)),
            None => Self::typed(text),
        }
    }

    fn compact(&self) -> &str {
        // Digits are UTF-8.
        str::from_utf8(&self.0).unwrap_or_default()
    }

    fn level(&self, _today: Date) -> Level {
        if self.check().is_ok() { Level::CheckDigit } else { Level::WellFormed }
    }

    /// Returns one that begins with 8, which no NAS does; its check digit fits, and
    /// [`check`](Nas::check) refuses it as [`NotASin`](IdentifierError::NotASin).
    fn synthetic(number: u64) -> Option<Self> {
        let digits = || ['8'].into_iter().chain(calendar::decimal::<7>(number));
        let last = luhn::check_digit(&mask::written::<8>(digits()));
        Self::typed(&mask::written::<9>(digits().chain([last]))).ok()
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
    #[inline]
    pub fn check(&self) -> Result<NasKind, IdentifierError> {
        if !luhn::nine_fit(&self.0) {
            return Err(IdentifierError::CheckDigit { at: 8 });
        }
        match self.0 {
            [b'0' | b'8', ..] => Err(IdentifierError::NotASin { at: 0 }),
            [b'9', ..] => Ok(NasKind::Temporary),
            _ => Ok(NasKind::Permanent),
        }
    }

    /// Reads what is not typed as it is stored.
    #[inline(never)]
    fn typed(text: &str) -> Result<Self, IdentifierError> {
        let compact = Self::LAYOUT.read::<9>(text)?;
        // The pattern has nine places.
        let digits = compact.as_bytes().try_into();
        digits.map(Self).map_err(|_| IdentifierError::TooShort { at: text.len() })
    }
}

const CANADA: &str = "Service Canada; recomputed on published numbers";
