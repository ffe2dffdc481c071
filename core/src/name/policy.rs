//! Which differences a service puts up with.

use super::{Comparison, Difference, Differences};

/// The set of differences with which two names still count as the same.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct NamePolicy(Differences);

impl NamePolicy {
    /// Accepts no difference: names are "written exactly alike on every document" (SAG, "identité
    /// uniforme").
    pub const SAG: Self = Self(Differences::NONE);

    /// Accepts other case, separators, accents and ligatures.
    pub const TOLERANT: Self = Self(
        Differences::NONE
            .with(Difference::Case)
            .with(Difference::Typography)
            .with(Difference::Diacritics)
            .with(Difference::Ligature),
    );

    /// Makes a policy that accepts these differences, or `None` if [`Difference::Different`] is
    /// among them: it would accept any name for any other.
    pub const fn new(accepted: Differences) -> Option<Self> {
        if accepted.contains(Difference::Different) { None } else { Some(Self(accepted)) }
    }

    /// Returns the differences that the policy accepts.
    pub const fn accepted(self) -> Differences {
        self.0
    }

    /// Whether two names that compare so count as the same.
    pub fn accepts(self, comparison: &Comparison) -> bool {
        comparison.differences().is_subset(self.0)
    }
}
