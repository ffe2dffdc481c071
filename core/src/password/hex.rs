//! Hexadecimal in small letters, in constant time, as Werkzeug and Spring write keys.

use subtle::{Choice, ConstantTimeEq};

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

#[cfg(test)]
mod tests {
    use super::{ct_decode, ct_nibble};

    #[test]
    fn knows_every_digit_and_no_other() {
        for byte in 0..=255 {
            let small = !u8::is_ascii_uppercase(&byte);
            let expected = char::from(byte).to_digit(16).filter(|_| small);
            let expected = expected.map_or(255, |value| u8::try_from(value).unwrap());
            assert_eq!(ct_nibble(byte), expected);
        }
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
