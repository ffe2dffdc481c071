//! The forms that are shown: grouped for people, and masked.

use super::{DisplayText, MaskedText};

/// Writes a code in groups of `size` characters.
pub(super) fn grouped(compact: &str, size: usize) -> DisplayText {
    let mut display = DisplayText::new();
    let mut left = size;
    for c in compact.chars() {
        if left == 0 {
            _ = display.push(' ');
            left = size;
        }
        _ = display.push(c);
        left = left.saturating_sub(1);
    }
    display
}

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

fn dot(c: char) -> char {
    if matches!(c, ' ' | '-' | '@' | '.') { c } else { '·' }
}

/// Writes characters; the bounds that every `parse` holds keep the text from ever being full.
fn written<const N: usize>(characters: impl Iterator<Item = char>) -> heapless::String<N> {
    let mut text = heapless::String::new();
    for c in characters {
        _ = text.push(c);
    }
    text
}
