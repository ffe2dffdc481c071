//! The number of a notice of assessment (numéro d'avis de cotisation).

use super::layout::Layout;
use super::rule::{Facts, Grade, Part, Rule};
use super::{Identifier, IdentifierError};

/// A number of Revenu Québec's notice of assessment: Q or M, then ten letters and digits.
///
/// No check digit is known, so its level is never above well formed; O and 0, I and 1 are never
/// taken for each other. It does not tell the tax year, so which notices count is not asked here.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct AssessmentNotice(heapless::String<11>);

impl Identifier for AssessmentNotice {
    const KIND: &'static str = "assessment_notice";
    const LAYOUT: Layout = Layout::new("q**********");
    const FACTS: Facts = Facts {
        french: "numéro d'avis de cotisation",
        english: "number of a notice of assessment",
        issuer: "Revenu Québec",
        example: "Q123ABC4567",
        parts: &[
            Part::new(1, Grade::A, "Q ou M", "Q or M"),
            Part::new(10, Grade::A, "lettres et chiffres", "letters and digits"),
        ],
        rules: &[
            Rule::parse(Grade::A, SCREENS, "Q or M, then ten letters and digits"),
            Rule::told(Grade::A, SCREENS, "O and 0, I and 1 are different characters"),
            Rule::told(Grade::NotPublic, "Revenu Québec", "no check digit is known"),
        ],
    };

    fn parse(text: &str) -> Result<Self, IdentifierError> {
        Self::LAYOUT.read(text).map(Self)
    }

    fn compact(&self) -> &str {
        &self.0
    }
}

const SCREENS: &str = "Revenu Québec, Mon dossier instructions; SAG sign-up screen";
