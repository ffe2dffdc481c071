//! The activation key of the Carnet santé.

use zeroize::Zeroize;

use super::layout::Layout;
use super::rule::{Facts, Grade, Part, Rule};
use super::{Identifier, IdentifierError, MaskedText, mask};

/// The key that activates a Carnet santé (RAMQ): four digits.
///
/// It is a secret for as long as it lives: it has no `PartialEq` and no `serde`, and is wiped when
/// it is dropped. Whether it is the right one, RAMQ decides, under a throttle.
///
/// # Example
///
/// ```
/// use sceau::identifier::{ActivationKey, Identifier, IdentifierError};
///
/// let refused = |text| ActivationKey::parse(text).err();
/// assert_eq!(ActivationKey::parse("4921")?.masked(), "····");
/// assert_eq!(refused(""), Some(IdentifierError::Empty));
/// assert_eq!(refused("492"), Some(IdentifierError::TooShort { at: 3 }));
/// assert_eq!(refused("49210"), Some(IdentifierError::TooLong { at: 4 }));
/// assert_eq!(refused("492I"), Some(IdentifierError::Character { at: 3 }));
/// assert_eq!(refused("492З"), Some(IdentifierError::LookAlike { at: 3 }));
/// # Ok::<(), IdentifierError>(())
/// ```
///
/// ```compile_fail
/// # use sceau::identifier::{ActivationKey, Identifier};
/// assert!(ActivationKey::parse("4921") == ActivationKey::parse("4921"));
/// ```
pub struct ActivationKey(heapless::String<4>);

impl Identifier for ActivationKey {
    const KIND: &'static str = "activation_key";
    const LAYOUT: Layout = Layout::new("9999");
    const FACTS: Facts = Facts {
        french: "clé d'activation du Carnet santé",
        english: "activation key of the Carnet santé",
        issuer: "Régie de l'assurance maladie du Québec (RAMQ)",
        example: "4921",
        parts: &[Part::new(4, Grade::A, "secret", "secret")],
        rules: &[Rule::parse(Grade::A, "RAMQ, Carnet santé sign-up", "four digits")],
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

impl Drop for ActivationKey {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}
