//! Dates as people type them, refused at the first digit that no date can have.

use super::IdentifierError;
use super::clean::{self, Typed};
use crate::text::is_hyphen;
use crate::time::Date;

/// Reads a date of `D` digits, 8 with a day and 6 without: with dashes, slashes or nothing between
/// its numbers. Without a day it is the first of the month.
pub(super) fn read<const D: usize>(text: &str) -> Result<Date, IdentifierError> {
    let mut digits = heapless::Vec::<Typed, D>::new();
    let mut separator = None;
    let mut separators = 0u8;
    for Typed { at, character } in clean::spaceless(text)? {
        let typed = Typed { at, character: if is_hyphen(character) { '-' } else { character } };
        match (digits.len(), separators, separator) {
            (length, ..) if length == D => return Err(IdentifierError::TooLong { at }),
            (4, 0, _) if matches!(typed.character, '-' | '/') => {
                (separator, separators) = (Some(typed.character), 1);
            }
            (6, 1, Some(first)) => {
                _ = typed.only_if(typed.character == first)?;
                separators = 2;
            }
            _ => {
                _ = typed.only_if(typed.character.is_ascii_digit())?;
                digits.push(typed).map_err(|_| IdentifierError::TooLong { at })?;
                possible(&digits)?;
            }
        }
    }
    match digits.len() {
        0 => Err(IdentifierError::Empty),
        length if length < D => Err(IdentifierError::TooShort { at: text.len() }),
        _ => possible(&digits),
    }
}

/// Returns a date that begins with these digits, or where none does any more.
fn possible(digits: &[Typed]) -> Result<Date, IdentifierError> {
    let number = |place, length| {
        let values = digits.iter().skip(place).take(length);
        let values = values.filter_map(|typed| typed.character.to_digit(10));
        values.fold(0, |number, value| number * 10 + u16::try_from(value).unwrap_or(0))
    };
    let (year, month, day) = (number(0, 4), number(4, 2), number(6, 2));
    let (year, month, day) = match digits.len() {
        0..4 => (1, 1, 1),
        4 => (year, 1, 1),
        5 => (year, month * 10 + u16::from(month == 0), 1),
        6 => (year, month, 1),
        7 => (year, month, day * 10 + u16::from(day == 0)),
        _ => (year, month, day),
    };
    let wrong = match (year, month) {
        (0, _) => 0,
        (_, 1..=12) => 6,
        _ => 4,
    };
    let at = digits.get(wrong).map_or(0, |typed| typed.at);
    let (month, day) = (u8::try_from(month).unwrap_or(0), u8::try_from(day).unwrap_or(0));
    Date::new(year, month, day).ok_or(IdentifierError::Date { at })
}

/// Returns a number's last `N` digits.
pub(super) fn decimal<const N: usize>(number: u64) -> [char; N] {
    let mut digits = ['0'; N];
    let mut rest = number;
    for place in digits.iter_mut().rev() {
        *place = char::from(b'0' | u8::try_from(rest % 10).unwrap_or(0));
        rest /= 10;
    }
    digits
}
