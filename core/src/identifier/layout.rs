//! How a code is laid out: which character may stand at each place, and how people group them.

use core::str::{Bytes, Chars};

use super::clean::{self, Typed};
use super::{DisplayText, IdentifierError};
use crate::text::{is_hyphen, is_invisible, is_space, narrow};

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
        self.pattern.bytes().filter(|&c| is_place(c)).count()
    }

    /// Reads a code, in which spaces, dashes and case do not matter; `N` is its greatest length.
    pub(super) fn read<const N: usize>(
        &self,
        text: &str,
    ) -> Result<heapless::String<N>, IdentifierError> {
        self.read_plain(text).map_or_else(|| self.read_typed(text), Ok)
    }

    /// Reads the letters and digits of a code, with spaces and hyphens: what most are typed as.
    ///
    /// `None` says nothing: whatever is refused, and whatever else is in the text, is for
    /// [`Layout::read_typed`] to decide.
    #[inline]
    fn read_plain<const N: usize>(&self, text: &str) -> Option<heapless::String<N>> {
        let mut compact = heapless::String::new();
        let mut pattern = self.pattern.bytes();
        if !self.lead.is_empty() || text.len() > 2 * N {
            return None;
        }
        for byte in text.bytes() {
            if matches!(byte, b' ' | b'-') {
                continue;
            }
            let place = pattern.find(|&c| is_place(c))?;
            let character = char::from(byte.to_ascii_uppercase());
            if !holds(place, character) {
                return None;
            }
            compact.push(character).ok()?;
        }
        (!compact.is_empty() && may_end(pattern)).then_some(compact)
    }

    fn read_typed<const N: usize>(
        &self,
        text: &str,
    ) -> Result<heapless::String<N>, IdentifierError> {
        let mut compact = heapless::String::new();
        let mut reader = self.reader();
        for typed in self.significant(text)? {
            if reader.takes_as_lead(typed)? {
                continue;
            }
            let character = reader.takes_as_place(typed)?;
            clean::push(&mut compact, Typed { at: typed.at, character })?;
        }
        match reader.stage {
            Stage::Start => Err(IdentifierError::Empty),
            _ if reader.may_end() => Ok(compact),
            _ => Err(IdentifierError::TooShort { at: text.len() }),
        }
    }

    /// Writes as much of a code as there is, in its groups, without a separator at the end.
    pub(super) fn write(&self, compact: impl Iterator<Item = char>) -> DisplayText {
        let mut display = DisplayText::new();
        let mut pattern = self.pattern.bytes();
        for c in compact {
            for written in pattern.by_ref() {
                if is_place(written) {
                    break;
                }
                if written != b'[' {
                    _ = display.push(char::from(written));
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
        let means_nothing = move |c: char| match c {
            c if c.is_ascii_alphanumeric() => false,
            ' ' | '-' => true,
            c if c.is_ascii() => ignored.chars().any(|sign| sign == c),
            c => is_space(c) || is_hyphen(c) || is_invisible(c),
        };
        let typed = clean::bounded(text)?.char_indices();
        let typed = typed.map(|(at, c)| Typed { at, character: narrow(c) });
        Ok(typed.filter(move |typed| !means_nothing(typed.character)))
    }

    /// Begins to read.
    pub(super) fn reader(&self) -> Reader {
        let (lead, pattern) = (self.lead.chars(), self.pattern.bytes());
        Reader { stage: Stage::Start, lead, pattern }
    }
}

/// A code as it is read, character by character.
pub(super) struct Reader {
    stage: Stage,
    lead: Chars<'static>,
    pattern: Bytes<'static>,
}

/// How far the reading is.
#[derive(Clone, Copy)]
enum Stage {
    Start,
    Lead,
    Places,
}

impl Reader {
    /// The lead may be typed from any of its characters on, and then to its end.
    #[inline]
    pub(super) fn takes_as_lead(&mut self, typed: Typed) -> Result<bool, IdentifierError> {
        let taken = match self.stage {
            Stage::Places => return Ok(false),
            Stage::Start => self.lead.any(|c| c == typed.character),
            Stage::Lead => match self.lead.next() {
                Some(c) => typed.only_if(c == typed.character).map(|_| true)?,
                None => false,
            },
        };
        self.stage = if taken { Stage::Lead } else { Stage::Places };
        Ok(taken)
    }

    /// Returns the character, in capitals, if it fits the next place.
    #[inline]
    pub(super) fn takes_as_place(&mut self, typed: Typed) -> Result<char, IdentifierError> {
        let at = typed.at;
        let Some(place) = self.pattern.find(|&c| is_place(c)) else {
            return Err(IdentifierError::TooLong { at });
        };
        fits(place, Typed { at, character: typed.character.to_ascii_uppercase() })
    }

    fn may_end(&self) -> bool {
        matches!(self.stage, Stage::Places) && may_end(self.pattern.clone())
    }
}

/// Whether a code may end before what is left of a pattern.
fn may_end(mut rest: Bytes<'static>) -> bool {
    rest.next().is_none_or(|c| c == b'[')
}

const fn is_place(c: u8) -> bool {
    !matches!(c, b' ' | b'-' | b'+' | b'1' | b'[')
}

#[inline]
fn fits(place: u8, typed: Typed) -> Result<char, IdentifierError> {
    let Typed { at, character } = typed;
    if place == b'#' && matches!(character, '0' | 'I' | 'O') {
        return Err(IdentifierError::Differentiator { at });
    }
    typed.only_if(holds(place, character))
}

/// Whether a character may stand at a place.
#[inline]
const fn holds(place: u8, c: char) -> bool {
    match place {
        b'9' => c.is_ascii_digit(),
        b'2' => matches!(c, '2'..='9'),
        b'A' => c.is_ascii_uppercase(),
        b'*' => c.is_ascii_alphanumeric(),
        b'#' => c.is_ascii_alphanumeric() && !matches!(c, '0' | 'I' | 'O'),
        b'p' => c.is_ascii_uppercase() && !matches!(c, 'D' | 'F' | 'I' | 'O' | 'Q' | 'U'),
        b'q' => matches!(c, 'Q' | 'M'),
        itself => c as u32 == itself as u32,
    }
}

#[cfg(test)]
mod tests {
    use std::string::String;
    use std::vec::Vec;
    use std::{format, vec};

    use super::Layout;

    /// Every text of up to five of these characters, for patterns with every kind of place.
    #[test]
    fn short_codes_are_read_alike_in_both_ways() {
        const SIGNS: [char; 12] =
            ['1', '7', 'a', 'I', 'Q', ' ', '-', '.', '\u{ad}', 'é', 'А', '７'];
        let layouts = ["9", "2A", "9 #[9", "q*p", "A-9A", "TQ9"].map(Layout::new);
        let (mut texts, mut plain) = (vec![String::new()], 0);
        for _ in 0..5 {
            let longer = texts.iter().flat_map(|text| SIGNS.map(|sign| format!("{text}{sign}")));
            texts = longer.collect::<Vec<_>>();
            for (layout, text) in layouts.iter().flat_map(|it| texts.iter().map(move |t| (it, t))) {
                let typed = layout.read_typed::<3>(text);
                assert_eq!(layout.read::<3>(text), typed, "{} {text:?}", layout.pattern());
                plain += usize::from(layout.read_plain::<3>(text).is_some());
            }
        }
        assert!(plain > 1_000, "{plain}");
    }
}
