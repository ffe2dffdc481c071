//! What the characters of a Base32 text are, and which of them is the first at fault.

use super::{MAX_SYMBOLS, ct_value};
use crate::otp::{OtpReading, OtpTextError};
use crate::text;

/// What a character of a text is, as far as it is not secret.
pub(super) enum Part {
    Dropped,
    Padding,
    Symbol(u8),
    Unknown,
}

impl Part {
    pub(super) fn of(character: char, reading: OtpReading) -> Self {
        let lenient = matches!(reading, OtpReading::Lenient);
        match character {
            '=' if lenient => Self::Padding,
            '-' if lenient => Self::Dropped,
            _ if lenient && (text::is_space(character) || text::is_invisible(character)) => {
                Self::Dropped
            }
            _ if character.is_ascii() => {
                // The mask and the test say the same: no character above U+007F comes here.
                let [symbol, ..] = u32::from(character).to_le_bytes();
                Self::Symbol(symbol & 0x7f)
            }
            _ => Self::Unknown,
        }
    }
}

/// Whether there is no padding, or just as much as makes whole groups of eight.
pub(super) const fn is_padded(symbols: usize, padding: usize) -> bool {
    padding == 0 || (padding < 8 && (symbols + padding).is_multiple_of(8))
}

/// Finds the first fault of a text that is refused, from the left.
///
/// # Timing
///
/// Depends on the text, which is no secret that anybody has.
pub(super) fn fault(
    characters: impl Iterator<Item = (usize, char)>,
    end: usize,
    reading: OtpReading,
    minimum: usize,
) -> OtpTextError {
    let (mut count, mut padding, mut last) = (0_usize, None, (end, 0_u8));
    for (at, character) in characters {
        match Part::of(character, reading) {
            Part::Dropped => {}
            Part::Padding => {
                let (start, before) = padding.unwrap_or((at, 0_usize));
                if before == 6 {
                    return OtpTextError::Padding { at };
                }
                padding = Some((start, before + 1));
            }
            Part::Symbol(b'0' | b'1' | b'8' | b'9') => return OtpTextError::Digit { at },
            Part::Symbol(symbol) if is_refused(symbol, reading) => {
                return OtpTextError::Character { at };
            }
            Part::Symbol(_) if padding.is_some() => return OtpTextError::Padding { at },
            Part::Symbol(_) if count == MAX_SYMBOLS => return OtpTextError::TooLong { at },
            Part::Symbol(symbol) => (count, last) = (count + 1, (at, symbol)),
            Part::Unknown => return OtpTextError::Character { at },
        }
    }
    ending_fault(count, padding, last, end, reading, minimum)
}

/// Finds the fault of a text whose characters are all in their place.
fn ending_fault(
    count: usize,
    padding: Option<(usize, usize)>,
    (at_end, symbol): (usize, u8),
    end: usize,
    reading: OtpReading,
    minimum: usize,
) -> OtpTextError {
    if !matches!(count % 8, 0 | 2 | 4 | 5 | 7) {
        return OtpTextError::Length { at: end };
    }
    if let Some((at, padding)) = padding
        && !is_padded(count, padding)
    {
        return OtpTextError::Padding { at };
    }
    // Without any character there are no bits.
    let bits = count * 5 % 8;
    let stray = u32::from(ct_value(symbol)) & ((1 << bits) - 1);
    if matches!(reading, OtpReading::Strict) && stray != 0 {
        return OtpTextError::StrayBits { at: at_end };
    }
    debug_assert!(count * 5 / 8 < minimum.max(1), "a text without a fault was refused");
    OtpTextError::SecretTooShort { at: end }
}

fn is_refused(symbol: u8, reading: OtpReading) -> bool {
    ct_value(symbol) == u8::MAX || (reading == OtpReading::Strict && symbol.is_ascii_lowercase())
}
