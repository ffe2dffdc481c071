//! What a person typed, cleaned on its way to a compact form.

use super::IdentifierError;
use crate::text::{is_invisible, is_look_alike, is_space, narrow};

/// A character that a person typed, in its ASCII form if it has one, and where it stood.
#[derive(Clone, Copy)]
pub(super) struct Typed {
    pub(super) at: usize,
    pub(super) character: char,
}

impl Typed {
    /// Returns the character if it `fits` its place, or why not.
    pub(super) fn only_if(self, fits: bool) -> Result<char, IdentifierError> {
        let Self { at, character } = self;
        if fits {
            Ok(character)
        } else if is_look_alike(character) {
            Err(IdentifierError::LookAlike { at })
        } else {
            Err(IdentifierError::Character { at })
        }
    }
}

/// Adds what was typed, or says that it does not fit any more.
pub(super) fn push<const N: usize>(
    compact: &mut heapless::String<N>,
    Typed { at, character }: Typed,
) -> Result<(), IdentifierError> {
    compact.push(character).map_err(|_| IdentifierError::TooLong { at })
}

/// Returns the visible characters of a text without its spaces.
pub(super) fn spaceless(text: &str) -> Result<impl Iterator<Item = Typed>, IdentifierError> {
    Ok(characters(bounded(text)?).filter(|typed| !is_space(typed.character)))
}

/// Returns the visible characters of a text without the spaces around it.
pub(super) fn trimmed(text: &str) -> Result<impl Iterator<Item = Typed>, IdentifierError> {
    let text = bounded(text)?.trim_end_matches(|c| is_space(c) || is_invisible(c));
    Ok(characters(text).skip_while(|typed| is_space(typed.character)))
}

/// Returns the visible characters of a text, full-width forms as ASCII.
fn characters(text: &str) -> impl Iterator<Item = Typed> {
    let visible = text.char_indices().filter(|&(_, c)| !is_invisible(c));
    visible.map(|(at, c)| Typed { at, character: narrow(c) })
}

/// Returns a text that is not too long to be read.
pub(super) fn bounded(text: &str) -> Result<&str, IdentifierError> {
    if text.len() > LONGEST_TYPED {
        return Err(IdentifierError::TooLong { at: text.floor_char_boundary(LONGEST_TYPED) });
    }
    Ok(text)
}

/// The longest text that is read, in bytes: our bound, four times the longest compact form.
const LONGEST_TYPED: usize = 1024;
