//! A user name of the government's authentication service (SAG).

use super::clean::{self, Typed};
use super::rule::{Facts, Grade, Part, Rule};
use super::{Identifier, IdentifierError, MaskedText, mask};
use crate::text::{Clusters, is_latin_letter};

/// A user name: at least 5 characters, letters and digits only (SAG sign-up screen).
///
/// Case, accents and the maximum are not public: Latin letters are kept as typed (an accent that
/// was typed as a character of its own joins its letter), and 64 characters are our bound, not
/// SAG's.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Username(heapless::String<192>);

impl Identifier for Username {
    const KIND: &'static str = "username";
    const FACTS: Facts = Facts {
        french: "nom d'utilisateur",
        english: "user name",
        issuer: "Service d'authentification gouvernementale (SAG)",
        example: "elise75",
        parts: &[Part::varying(
            7,
            Grade::A,
            "lettres et chiffres, cinq au moins",
            "letters and digits, at least five",
        )],
        rules: &[
            Rule::parse(Grade::A, "SAG sign-up screen", "five characters at least"),
            Rule::parse(Grade::A, "SAG sign-up screen", "letters and digits only"),
            Rule::parse(Grade::NotPublic, "SAG", "64 characters at most (Sceau's bound)"),
        ],
    };

    fn parse(text: &str) -> Result<Self, IdentifierError> {
        let mut compact = heapless::String::new();
        let mut length = 0u8;
        let typed = clean::trimmed(text)?.map(|Typed { at, character }| (at, character));
        for letter in Clusters::new(typed) {
            let letter = letter.map_err(|at| IdentifierError::Character { at })?;
            let at = letter.at;
            if length == LONGEST {
                return Err(IdentifierError::TooLong { at });
            }
            let character = letter.to_char().ok_or(IdentifierError::Character { at })?;
            let typed = Typed { at, character };
            typed.only_if(character.is_ascii_digit() || is_latin_letter(character))?;
            clean::push(&mut compact, typed)?;
            length = length.saturating_add(1);
        }
        match length {
            0 => Err(IdentifierError::Empty),
            SHORTEST.. => Ok(Self(compact)),
            _ => Err(IdentifierError::TooShort { at: text.len() }),
        }
    }

    fn compact(&self) -> &str {
        &self.0
    }

    fn masked(&self) -> MaskedText {
        mask::all(&self.0)
    }
}

/// The fewest characters (SAG sign-up screen).
const SHORTEST: u8 = 5;

/// The most characters: our bound.
const LONGEST: u8 = 64;
