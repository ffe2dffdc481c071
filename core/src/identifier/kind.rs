//! The one list of identifiers, and an identifier whose kind is known at run time only.

use super::pseudonym::{Pseudonym, PseudonymKey};
use super::{
    ActivationKey, AssessmentNotice, BirthDate, BusinessNumber, CardExpiry, CardReference,
    CardSequence, ClicsequrUserCode, DisplayText, EmailAddress, Facts, Identifier, IdentifierError,
    Layout, Level, LicenceNumber, LicenceReference, MaskedText, Nam, Nas, Neq, PhoneNumber,
    PostalCode, PostalSecret, QstNumber, TemporaryAccessCode, TypedEdit, Typing, Username,
};
use crate::time::Date;

macro_rules! kinds {
    ($($(#[$doc:meta])* $type:ident),+ $(,)?) => {
        /// A kind of identifier.
        #[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
        pub enum IdentifierKind {
            $($(#[$doc])* $type),+
        }

        /// An identifier of any kind.
        #[derive(Debug)]
        pub enum AnyIdentifier {
            $($(#[$doc])* $type($type)),+
        }

        impl IdentifierKind {
            /// All kinds; their order never changes.
            pub const ALL: &'static [Self] = &[$(Self::$type),+];

            /// Returns the stable wire name.
            pub const fn name(&self) -> &'static str {
                match self {
                    $(Self::$type => $type::KIND),+
                }
            }

            /// Returns what the kind is, who issues it and which rules it follows.
            pub const fn facts(self) -> Facts {
                match self {
                    $(Self::$type => $type::FACTS),+
                }
            }

            /// Returns how it is written for people.
            pub const fn layout(self) -> Layout {
                match self {
                    $(Self::$type => $type::LAYOUT),+
                }
            }

            /// Parses what a person typed: [`Identifier::parse`].
            ///
            /// # Errors
            ///
            /// As [`Identifier::parse`].
            pub fn parse(self, text: &str) -> Result<AnyIdentifier, IdentifierError> {
                match self {
                    $(Self::$type => $type::parse(text).map(AnyIdentifier::$type)),+
                }
            }

            /// Parses what a person typed, and returns how much of it could be checked on the civil
            /// date `today`: [`Identifier::level`].
            ///
            /// # Errors
            ///
            /// As [`Identifier::parse`].
            pub fn level(self, text: &str, today: Date) -> Result<Level, IdentifierError> {
                match self {
                    $(Self::$type => $type::parse(text).map(|found| found.level(today))),+
                }
            }

            /// Says what a form's field holds so far: [`Identifier::typing`].
            pub fn typing(self, text: &str, caret: usize, edit: TypedEdit) -> Typing {
                match self {
                    $(Self::$type => $type::typing(text, caret, edit)),+
                }
            }

            /// Returns a number that nobody can have been given: [`Identifier::synthetic`].
            pub fn synthetic(self, number: u64) -> Option<AnyIdentifier> {
                match self {
                    $(Self::$type => $type::synthetic(number).map(AnyIdentifier::$type)),+
                }
            }
        }

        impl AnyIdentifier {
            /// Returns the kind.
            pub const fn kind(&self) -> IdentifierKind {
                match self {
                    $(Self::$type(_) => IdentifierKind::$type),+
                }
            }

            /// Returns the canonical form.
            pub fn compact(&self) -> &str {
                match self {
                    $(Self::$type(identifier) => identifier.compact()),+
                }
            }

            /// Returns the form that people read.
            pub fn display(&self) -> DisplayText {
                match self {
                    $(Self::$type(identifier) => identifier.display()),+
                }
            }

            /// Returns the display form with a dot for every letter and digit.
            pub fn masked(&self) -> MaskedText {
                match self {
                    $(Self::$type(identifier) => identifier.masked()),+
                }
            }

            /// Returns how much of the number could be checked, on the civil date `today`.
            pub fn level(&self, today: Date) -> Level {
                match self {
                    $(Self::$type(identifier) => identifier.level(today)),+
                }
            }
        }
    };
}

kinds! {
    /// The health insurance number (numéro d'assurance maladie), `BOUF 9401 1417`.
    Nam,
    /// The social insurance number (numéro d'assurance sociale), `130 692 544`.
    Nas,
    /// The number of a notice of assessment of Revenu Québec.
    AssessmentNotice,
    /// The reference number on the back of a health insurance card.
    CardReference,
    /// A user name of SAG.
    Username,
    /// An e-mail address, as browsers accept it.
    EmailAddress,
    /// A birth date, `AAAA-MM-JJ`.
    BirthDate,
    /// The sequential number of a health insurance card.
    CardSequence,
    /// The expiry of a health insurance card, `AAAA-MM`.
    CardExpiry,
    /// The activation key of the Carnet santé; a secret.
    ActivationKey,
    /// The number of a driver's licence.
    LicenceNumber,
    /// The reference number of a driver's licence, whose format is not public.
    LicenceReference,
    /// The Québec enterprise number.
    Neq,
    /// The federal business number, `12302 6635 RC0001`.
    BusinessNumber,
    /// The Québec sales tax number, `1012345671 TQ 0001`.
    QstNumber,
    /// The postal code, `G1R 4P5`.
    PostalCode,
    /// The telephone number, `+1 418 555 0123`.
    PhoneNumber,
    /// The identification secret sent by post, whose format is not public.
    PostalSecret,
    /// The temporary access code of clicSÉQUR, whose format is not public; a secret.
    TemporaryAccessCode,
    /// The user code of clicSÉQUR, whose format is not public.
    ClicsequrUserCode,
}

impl IdentifierKind {
    /// Returns the kind with a wire name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.name() == name)
    }
}

impl AnyIdentifier {
    /// Returns the pseudonym in a group: [`PseudonymKey::pseudonym`] says what it promises.
    ///
    /// # Timing
    ///
    /// As [`PseudonymKey::pseudonym`].
    pub fn pseudonym(&self, key: &PseudonymKey) -> Pseudonym {
        key.of(self.kind().name(), self.compact())
    }
}
