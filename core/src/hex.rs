//! Hexadecimal in small letters, in constant time: one text for some bytes and no other.
//!
//! Werkzeug and Spring write keys so, and the token of a remembered device is so written.

use subtle::{Choice, ConditionallySelectable, ConstantTimeEq};

/// Decodes `text` into the first bytes of `out`; returns how many, and whether all were digits or
/// small letters `a` to `f`.
///
/// `None` says that the number of characters is odd, or that `out` is too small.
///
/// # Timing
///
/// Depends on the length of `text` only.
pub(crate) fn ct_decode(text: &[u8], out: &mut [u8]) -> Option<(usize, Choice)> {
    let length = text.len() / 2;
    if text.len() % 2 == 1 || length > out.len() {
        return None;
    }
    let mut bad = 0_u8;
    for (place, pair) in out.iter_mut().zip(text.chunks(2)) {
        let byte = pair.iter().fold(0_u16, |byte, &character| {
            let nibble = ct_nibble(character);
            bad |= nibble & 0xf0;
            byte << 4 | u16::from(nibble & 0x0f)
        });
        *place = byte.to_le_bytes()[0];
    }
    Some((length, bad.ct_eq(&0)))
}

/// Encodes `bytes` into `out`, which has two characters for each.
///
/// # Timing
///
/// Depends on the number of bytes only.
pub(crate) fn ct_encode(bytes: &[u8], out: &mut [u8]) {
    let nibbles = bytes.iter().flat_map(|byte| [byte >> 4, byte & 0x0f]);
    for (place, nibble) in out.iter_mut().zip(nibbles) {
        *place = ct_character(nibble);
    }
}

/// Returns the value of a character, 0 to 15, or 255 if it has none.
///
/// # Timing
///
/// Constant.
fn ct_nibble(character: u8) -> u8 {
    let character = i16::from(character);
    let between = |low: i16, high: i16| ((low - 1 - character) & (character - high - 1)) >> 15;
    // Digits from 0x30 and letters from 0x61, each as one more than its value; 0 is nothing.
    let value =
        (between(0x30, 0x39) & (character - 0x2f)) | (between(0x61, 0x66) & (character - 0x56));
    (value - 1).to_le_bytes()[0]
}

/// Returns the character of a value from 0 to 15.
///
/// # Timing
///
/// Constant.
fn ct_character(nibble: u8) -> u8 {
    let beyond_nine = 9_u8.wrapping_sub(nibble) >> 7;
    // Or, not plus, and a choice that the compiler cannot see through: that the character is ASCII
    // must not depend on the nibble, since what reads the text as UTF-8 asks for it.
    let digit = 0x30 | nibble;
    let letter = 0x60 | (nibble.wrapping_sub(9) & 0x0f);
    u8::conditional_select(&digit, &letter, Choice::from(beyond_nine))
}

#[cfg(test)]
mod tests {
    use super::{ct_character, ct_decode, ct_encode, ct_nibble};

    #[test]
    fn knows_every_digit_and_no_other() {
        for byte in 0..=255 {
            let small = !u8::is_ascii_uppercase(&byte);
            let expected = char::from(byte).to_digit(16).filter(|_| small);
            let expected = expected.map_or(255, |value| u8::try_from(value).unwrap());
            assert_eq!(ct_nibble(byte), expected);
            if expected < 16 {
                assert_eq!(ct_character(expected), byte);
            }
        }
    }

    #[test]
    fn decodes_what_it_encodes() {
        let bytes = [0x00, 0x09, 0x0a, 0x9f, 0xa0, 0xff];
        let (mut text, mut out) = ([0; 12], [0; 6]);
        ct_encode(&bytes, &mut text);
        assert_eq!(&text, b"00090a9fa0ff");
        let (length, sound) = ct_decode(&text, &mut out).unwrap();
        assert_eq!((length, bool::from(sound), out), (6, true, bytes));
    }

    #[test]
    fn decodes_whole_bytes_that_fit() {
        let mut out = [0; 4];
        let (length, sound) = ct_decode(b"00ff7a", &mut out).unwrap();
        assert_eq!((length, bool::from(sound), out), (3, true, [0, 255, 0x7a, 0]));
        assert!(!bool::from(ct_decode(b"0g", &mut out).unwrap().1));
        assert!(ct_decode(b"000", &mut out).is_none());
        assert!(ct_decode(b"0000000000", &mut out).is_none());
    }
}
