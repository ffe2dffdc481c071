//! The number of a notice of assessment (numéro d'avis de cotisation).

use super::{DisplayText, Identifier, IdentifierError, MaskedText, clean, mask};

/// A number of Revenu Québec's notice of assessment: Q or M, then ten letters and digits.
///
/// No check digit is known, so its level is never above well formed; O and 0, I and 1 are never
/// taken for each other. It does not tell the tax year, so which notices count is not asked here.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct AssessmentNotice(heapless::String<11>);

impl Identifier for AssessmentNotice {
    const KIND: &'static str = "assessment_notice";

    fn parse(text: &str) -> Result<Self, IdentifierError> {
        clean::code(text, |place, typed| match place {
            0 => typed.only_if(matches!(typed.character, 'Q' | 'M')),
            _ => typed.only_if(typed.character.is_ascii_alphanumeric()),
        })
        .map(Self)
    }

    fn compact(&self) -> &str {
        &self.0
    }

    fn display(&self) -> DisplayText {
        mask::whole(&self.0)
    }

    fn masked(&self) -> MaskedText {
        mask::all_but_two(&self.display())
    }
}
