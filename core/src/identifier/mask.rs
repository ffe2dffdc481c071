//! The forms that are shown: whole, and masked.

use super::{DisplayText, MaskedText};

/// Writes a text as it is.
pub(super) fn whole(compact: &str) -> DisplayText {
    written(compact.chars())
}

/// Hides all of a code but its separators and those of its last two characters that are digits.
pub(super) fn all_but_two(display: &str) -> MaskedText {
    let hidden = display.chars().count().saturating_sub(2);
    let characters = display.chars().enumerate();
    written(characters.map(|(i, c)| if i >= hidden && c.is_ascii_digit() { c } else { dot(c) }))
}

/// Hides all of a text but its separators.
pub(super) fn all(display: &str) -> MaskedText {
    written(display.chars().map(dot))
}

/// Hides all of a text.
pub(super) fn every(display: &str) -> MaskedText {
    written(display.chars().map(|_| '·'))
}

fn dot(c: char) -> char {
    if matches!(c, ' ' | '-' | '@' | '.') { c } else { '·' }
}

/// Writes characters; the bounds that every `parse` holds keep the text from ever being full.
pub(super) fn written<const N: usize>(
    characters: impl Iterator<Item = char>,
) -> heapless::String<N> {
    let mut text = heapless::String::new();
    for c in characters {
        _ = text.push(c);
    }
    text
}
