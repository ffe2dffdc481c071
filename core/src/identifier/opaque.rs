//! Fields whose format no issuer has published: kept as typed, within a bound.
//!
//! Nothing is known of their length, characters or check digits, so nothing is refused by folklore.
//! Spaces around the text are dropped, full-width forms count as what they stand for, control
//! characters are refused, and 64 bytes are Sceau's bound, not the issuer's.

use zeroize::Zeroize;

use super::clean::{self, Typed};
use super::rule::{Facts, Grade, Rule};
use super::{Identifier, IdentifierError, MaskedText, mask};

/// The one mechanism.
type Text = heapless::String<64>;

fn parse(text: &str) -> Result<Text, IdentifierError> {
    let mut compact = Text::new();
    for typed in clean::trimmed(text)? {
        let Typed { at, character } = typed;
        if character.is_control() {
            return Err(IdentifierError::Character { at });
        }
        clean::push(&mut compact, typed)?;
    }
    if compact.is_empty() { Err(IdentifierError::Empty) } else { Ok(compact) }
}

macro_rules! opaque {
    ($($(#[$doc:meta])* $type:ident, $kind:literal: $french:literal, $english:literal, $issuer:literal;)+) => {$(
        $(#[$doc])*
        ///
        /// Its format is not public: the text is kept as typed, 64 bytes at most, and its level is
        /// never above well formed.
        pub struct $type(Text);

        impl Identifier for $type {
            const KIND: &'static str = $kind;
            const FACTS: Facts = Facts {
                french: $french,
                english: $english,
                issuer: $issuer,
                example: "",
        parts: &[],
                rules: &[Rule::parse(Grade::NotPublic, $issuer, BOUND)],
            };

            fn parse(text: &str) -> Result<Self, IdentifierError> {
                parse(text).map(Self)
            }

            fn compact(&self) -> &str {
                &self.0
            }

            fn masked(&self) -> MaskedText {
                mask::every(&self.0)
            }
        }
    )+};
}

opaque! {
    /// The reference number of a driver's licence (SAAQ).
    ///
    /// # Example
    ///
    /// ```
    /// use sceau::identifier::{Identifier, IdentifierError, LicenceReference};
    ///
    /// assert_eq!(LicenceReference::parse(" ABC-12 ")?.compact(), "ABC-12");
    /// assert_eq!(LicenceReference::parse(" "), Err(IdentifierError::Empty));
    /// assert_eq!(LicenceReference::parse("A\nB"), Err(IdentifierError::Character { at: 1 }));
    /// let long = "9".repeat(65);
    /// assert_eq!(LicenceReference::parse(&long), Err(IdentifierError::TooLong { at: 64 }));
    /// # Ok::<(), IdentifierError>(())
    /// ```
    #[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
    LicenceReference, "licence_reference":
        "numéro de référence du permis de conduire", "reference number of a driver's licence",
        "Société de l'assurance automobile du Québec (SAAQ)";

    /// A user code of clicSÉQUR.
    #[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
    ClicsequrUserCode, "clicsequr_user_code":
        "code d'utilisateur clicSÉQUR", "clicSÉQUR user code", "clicSÉQUR";

    /// The identification secret that arrives by post.
    ///
    /// It is a secret: no `PartialEq`, no `serde`, and it is wiped when it is dropped.
    ///
    /// ```compile_fail
    /// # use sceau::identifier::{Identifier, PostalSecret};
    /// assert!(PostalSecret::parse("A1") == PostalSecret::parse("A1"));
    /// ```
    PostalSecret, "postal_secret":
        "secret d'identification reçu par la poste", "identification secret sent by post",
        "Service d'authentification gouvernementale (SAG)";

    /// A temporary access code of clicSÉQUR.
    ///
    /// It is a secret: no `PartialEq`, no `serde`, and it is wiped when it is dropped.
    ///
    /// ```compile_fail
    /// # use sceau::identifier::{Identifier, TemporaryAccessCode};
    /// assert!(TemporaryAccessCode::parse("A1") == TemporaryAccessCode::parse("A1"));
    /// ```
    TemporaryAccessCode, "temporary_access_code":
        "code d'accès temporaire clicSÉQUR", "clicSÉQUR temporary access code", "clicSÉQUR";
}

impl Drop for PostalSecret {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl Drop for TemporaryAccessCode {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

const BOUND: &str =
    "not public: any text of 1 to 64 bytes without control characters (Sceau's bound)";
