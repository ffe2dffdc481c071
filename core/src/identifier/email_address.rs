//! An e-mail address.

use super::clean::{self, Typed};
use super::rule::{Facts, Grade, Part, Rule};
use super::{Identifier, IdentifierError, MaskedText, mask};
use crate::text::{is_apostrophe, is_hyphen};

/// An e-mail address as browsers accept it (WHATWG HTML, `input type=email`).
///
/// With RFC 5321's bounds, 64 bytes before the `@` and 254 in all, and at least one dot in the
/// domain. The domain is kept in lower case, the local part as typed.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct EmailAddress(heapless::String<254>);

impl Identifier for EmailAddress {
    const KIND: &'static str = "email_address";
    const FACTS: Facts = Facts {
        french: "adresse courriel",
        english: "e-mail address",
        issuer: "the person's provider",
        example: "elise@example.org",
        parts: &[
            Part::varying(5, Grade::A, "ce qui précède le @", "what stands before the @"),
            Part::new(1, Grade::A, "le signe @", "the sign @"),
            Part::varying(
                11,
                Grade::A,
                "domaine, avec un point au moins",
                "domain, with at least one dot",
            ),
        ],
        rules: &[
            Rule::parse(Grade::A, "WHATWG HTML, input type=email", "its characters and labels"),
            Rule::parse(Grade::A, "RFC 5321 §4.5.3.1", "64 bytes before the @, 254 in all"),
            Rule::parse(Grade::B, "practice", "the domain has a dot"),
        ],
    };

    /// Parses an address; [`AtSign`](IdentifierError::AtSign), [`Label`](IdentifierError::Label)
    /// and [`Domain`](IdentifierError::Domain) are reasons of its own.
    fn parse(text: &str) -> Result<Self, IdentifierError> {
        let mut compact = heapless::String::new();
        let mut domain: Option<Domain> = None;
        for typed in clean::trimmed(text)?.map(ascii_punctuation) {
            let at = typed.at;
            let character = match (&mut domain, typed.character) {
                (Some(_), '@') => return Err(IdentifierError::AtSign { at }),
                (None, '@') if compact.is_empty() => return Err(IdentifierError::AtSign { at }),
                (None, '@') => {
                    domain = Some(Domain::default());
                    '@'
                }
                (Some(domain), _) => domain.take(typed)?,
                (None, _) if compact.len() == LONGEST_LOCAL => {
                    return Err(IdentifierError::TooLong { at });
                }
                (None, c) => typed.only_if(c.is_ascii_alphanumeric() || is_local_sign(c))?,
            };
            clean::push(&mut compact, Typed { at, character })?;
        }
        match domain {
            _ if compact.is_empty() => Err(IdentifierError::Empty),
            None => Err(IdentifierError::AtSign { at: text.len() }),
            Some(domain) => domain.end(text.len()).map(|()| Self(compact)),
        }
    }

    fn compact(&self) -> &str {
        &self.0
    }

    fn masked(&self) -> MaskedText {
        mask::all(&self.0)
    }
}

/// A domain as it is read: where its last label stands.
#[derive(Default)]
struct Domain {
    dotted: bool,
    length: usize,
    hyphen_last: bool,
}

impl Domain {
    fn take(&mut self, typed: Typed) -> Result<char, IdentifierError> {
        let at = typed.at;
        match typed.character {
            '.' => {
                self.end_label(at)?;
                *self = Self { dotted: true, ..Self::default() };
            }
            // Neither first nor last; the 63rd character is the last, whatever comes.
            '-' if self.length == 0 || self.length + 1 == LONGEST_LABEL => {
                return Err(IdentifierError::Label { at });
            }
            _ if self.length == LONGEST_LABEL => return Err(IdentifierError::Label { at }),
            c => {
                typed.only_if(c == '-' || c.is_ascii_alphanumeric())?;
                self.length = self.length.saturating_add(1);
                self.hyphen_last = c == '-';
            }
        }
        Ok(typed.character.to_ascii_lowercase())
    }

    fn end_label(&self, at: usize) -> Result<(), IdentifierError> {
        if self.length == 0 || self.hyphen_last {
            return Err(IdentifierError::Label { at });
        }
        Ok(())
    }

    fn end(&self, at: usize) -> Result<(), IdentifierError> {
        self.end_label(at)?;
        if self.dotted { Ok(()) } else { Err(IdentifierError::Domain { at }) }
    }
}

/// Takes the dash and the apostrophe that a keyboard or a word processor made typographic.
fn ascii_punctuation(typed: Typed) -> Typed {
    let character = match typed.character {
        c if c.is_ascii() => c,
        c if is_hyphen(c) => '-',
        c if is_apostrophe(c) => '\'',
        c => c,
    };
    Typed { character, ..typed }
}

/// Whether the local part may hold `c` besides letters and digits (WHATWG HTML).
fn is_local_sign(c: char) -> bool {
    // Not `str::contains`: with a char as pattern it keeps a panic path.
    ".!#$%&'*+/=?^_`{|}~-".chars().any(|sign| sign == c)
}

/// The longest local part, in bytes (RFC 5321 §4.5.3.1.1).
const LONGEST_LOCAL: usize = 64;

/// The longest label, in bytes (RFC 1035 §2.3.4).
const LONGEST_LABEL: usize = 63;
