//! How a code is laid out: which character may stand at each place, and how people group them.

use super::clean::{self, Typed};
use super::{DisplayText, IdentifierError};
use crate::text::is_hyphen;

/// How an identifier is written for people.
///
/// Its pattern has one character for each place: `9` a digit, `2` one from 2 to 9, `A` a letter,
/// `*` either, `#` a NAM's differentiator, `p` a postal code's letter, `q` a notice's first letter;
/// `R`, `Q` and `T` stand for themselves. A code may end before a `[`. Anything else is written
/// between the places.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Layout {
    pattern: &'static str,
    lead: &'static str,
    ignored: &'static str,
}

impl Layout {
    /// The layout of what has none: a user name, an e-mail address.
    pub const AS_TYPED: Self = Self::new("");

    pub(super) const fn new(pattern: &'static str) -> Self {
        Self { pattern, lead: "", ignored: "" }
    }

    /// Names what the pattern begins with, and a person may leave out.
    pub(super) const fn after(self, lead: &'static str) -> Self {
        Self { lead, ..self }
    }

    /// Adds characters that mean as little as spaces and dashes.
    pub(super) const fn ignoring(self, ignored: &'static str) -> Self {
        Self { ignored, ..self }
    }

    /// Returns the pattern; empty for what has none.
    pub const fn pattern(&self) -> &'static str {
        self.pattern
    }

    /// Returns how many places the pattern has.
    pub fn places(&self) -> usize {
        self.pattern.chars().filter(|&c| is_place(c)).count()
    }

    /// Reads a code, in which spaces, dashes and case do not matter; `N` is its greatest length.
    pub(super) fn read<const N: usize>(
        &self,
        text: &str,
    ) -> Result<heapless::String<N>, IdentifierError> {
        let mut compact = heapless::String::new();
        let mut reader = self.reader();
        for typed in self.significant(text)? {
            if let Some(typed) = reader.take(typed)? {
                clean::push(&mut compact, typed)?;
            }
        }
        match reader {
            Reader { stage: Stage::Start, .. } => Err(IdentifierError::Empty),
            Reader { may_end: true, .. } => Ok(compact),
            _ => Err(IdentifierError::TooShort { at: text.len() }),
        }
    }

    /// Writes as much of a code as there is, in its groups, without a separator at the end.
    pub(super) fn write(&self, compact: impl Iterator<Item = char>) -> DisplayText {
        let mut display = DisplayText::new();
        let mut pattern = self.pattern.chars();
        for c in compact {
            for written in pattern.by_ref() {
                if is_place(written) {
                    break;
                }
                if written != '[' {
                    _ = display.push(written);
                }
            }
            _ = display.push(c);
        }
        display
    }

    /// Returns what remains of a text without spaces, dashes and what else means nothing.
    pub(super) fn significant(
        &self,
        text: &str,
    ) -> Result<impl Iterator<Item = Typed>, IdentifierError> {
        let ignored = self.ignored;
        let means_nothing = move |c| is_hyphen(c) || ignored.chars().any(|sign| sign == c);
        Ok(clean::spaceless(text)?.filter(move |typed| !means_nothing(typed.character)))
    }

    /// Begins to read.
    pub(super) fn reader(&self) -> Reader {
        Reader { stage: Stage::Start, lead: self.lead, pattern: self.pattern, may_end: false }
    }
}

/// A code as it is read, character by character.
pub(super) struct Reader {
    stage: Stage,
    lead: &'static str,
    pattern: &'static str,
    may_end: bool,
}

/// How far the reading is.
#[derive(Clone, Copy)]
enum Stage {
    Start,
    Lead,
    Places,
}

impl Reader {
    /// Returns the character if it stands at a place, nothing if it belongs to the lead.
    pub(super) fn take(&mut self, typed: Typed) -> Result<Option<Typed>, IdentifierError> {
        if self.takes_as_lead(typed)? {
            return Ok(None);
        }
        let at = typed.at;
        let mut pattern = self.pattern.chars();
        let Some(place) = pattern.find(|&c| is_place(c)) else {
            return Err(IdentifierError::TooLong { at });
        };
        let typed = Typed { at, character: typed.character.to_ascii_uppercase() };
        let character = fits(place, typed)?;
        self.pattern = pattern.as_str();
        self.may_end = pattern.next().is_none_or(|c| c == '[');
        Ok(Some(Typed { at, character }))
    }

    /// The lead may be typed from any of its characters on, and then to its end.
    fn takes_as_lead(&mut self, typed: Typed) -> Result<bool, IdentifierError> {
        let mut lead = self.lead.chars();
        let taken = match self.stage {
            Stage::Start => lead.any(|c| c == typed.character),
            Stage::Lead => match lead.next() {
                Some(c) => typed.only_if(c == typed.character).map(|_| true)?,
                None => false,
            },
            Stage::Places => false,
        };
        self.stage = if taken { Stage::Lead } else { Stage::Places };
        self.lead = lead.as_str();
        Ok(taken)
    }
}

const fn is_place(c: char) -> bool {
    matches!(c, '9' | '2' | 'A' | '*' | '#' | 'p' | 'q' | 'R' | 'Q' | 'T')
}

fn fits(place: char, typed: Typed) -> Result<char, IdentifierError> {
    let c = typed.character;
    typed.only_if(match place {
        '9' => c.is_ascii_digit(),
        '2' => matches!(c, '2'..='9'),
        'A' => c.is_ascii_uppercase(),
        '#' if matches!(c, '0' | 'I' | 'O') => {
            return Err(IdentifierError::Differentiator { at: typed.at });
        }
        '*' | '#' => c.is_ascii_alphanumeric(),
        'p' => c.is_ascii_uppercase() && !matches!(c, 'D' | 'F' | 'I' | 'O' | 'Q' | 'U'),
        'q' => matches!(c, 'Q' | 'M'),
        itself => c == itself,
    })
}
