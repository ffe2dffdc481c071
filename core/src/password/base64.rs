//! Base64 of RFC 4648 §4 without padding, as PHC strings have it, in constant time: a stored key is
//! a secret, and a table indexed with its characters would tell of it.

use subtle::{Choice, ConstantTimeEq};

/// What stands for the value 62.
#[derive(Clone, Copy)]
pub(crate) enum Base64 {
    /// `+`, as in RFC 4648.
    Standard,
    /// `.`, as passlib has it.
    #[cfg(feature = "legacy")]
    Adapted,
    /// The one or the other, but not both in one text.
    #[cfg(feature = "legacy")]
    Either,
}

impl Base64 {
    /// Returns which of `+` and `.` are refused.
    const fn barred(self) -> (bool, bool) {
        match self {
            Self::Standard => (false, true),
            #[cfg(feature = "legacy")]
            Self::Adapted => (true, false),
            #[cfg(feature = "legacy")]
            Self::Either => (false, false),
        }
    }
}

/// Decodes `text` into the first bytes of `out`; returns how many, and whether all was canonical.
///
/// `None` says that no number of bytes is that long, or that `out` is too small.
///
/// # Timing
///
/// Depends on the length of `text` only.
pub(crate) fn ct_decode(alphabet: Base64, text: &[u8], out: &mut [u8]) -> Option<(usize, Choice)> {
    let length = text.len() / 4 * 3 + [0, 0, 1, 2].get(text.len() % 4)?;
    if text.len() % 4 == 1 || length > out.len() {
        return None;
    }
    let mut bad = 0_u8;
    let (plus_barred, dot_barred) = alphabet.barred();
    let (mut plus, mut dot) = (Choice::from(0), Choice::from(0));
    let mut places = out.iter_mut();
    for group in text.chunks(4) {
        let mut word = 0_u32;
        for i in 0..4 {
            let Some(&character) = group.get(i) else {
                word <<= 6;
                continue;
            };
            plus |= character.ct_eq(&b'+');
            dot |= character.ct_eq(&b'.');
            let sextet = ct_sextet(character);
            bad |= sextet & 0xc0;
            word = word << 6 | u32::from(sextet & 0x3f);
        }
        let [_, bytes @ ..] = word.to_be_bytes();
        let kept = group.len().saturating_sub(1);
        for (i, byte) in bytes.into_iter().enumerate() {
            if i < kept {
                *places.next()? = byte;
            } else {
                // Bits beyond the last byte must be zero, or two texts would mean one key.
                bad |= byte;
            }
        }
    }
    let barred =
        plus & Choice::from(u8::from(plus_barred)) | dot & Choice::from(u8::from(dot_barred));
    Some((length, bad.ct_eq(&0) & !barred & !(plus & dot)))
}

/// Encodes `bytes`, giving one character after the other to `push`.
///
/// # Timing
///
/// Depends on the number of bytes only.
pub(crate) fn ct_encode(bytes: &[u8], mut push: impl FnMut(char)) {
    for group in bytes.chunks(3) {
        let word = group.iter().fold(0_u32, |word, &byte| word << 8 | u32::from(byte));
        let word = word << (8 * (3_usize.saturating_sub(group.len())));
        for shift in [18_u32, 12, 6, 0].into_iter().take(group.len() + 1) {
            let [sextet, ..] = (word >> shift & 0x3f).to_le_bytes();
            push(char::from(ct_character(sextet)));
        }
    }
}

/// Returns the value of a character, 0 to 63, or 255 if it has none; `.` counts as `+`.
///
/// # Timing
///
/// Constant.
fn ct_sextet(character: u8) -> u8 {
    let character = i16::from(character);
    let value = (ct_between(character, b'A', b'Z') & (character - 64))
        | (ct_between(character, b'a', b'z') & (character - 70))
        | (ct_between(character, b'0', b'9') & (character + 5))
        | (ct_between(character, b'+', b'+') & 63)
        | (ct_between(character, b'.', b'.') & 63)
        | (ct_between(character, b'/', b'/') & 64);
    (value - 1).to_le_bytes()[0]
}

/// Returns −1 (all bits set) if `low <= character <= high`, else 0.
///
/// # Timing
///
/// Constant.
fn ct_between(character: i16, low: u8, high: u8) -> i16 {
    ((i16::from(low) - 1 - character) & (character - i16::from(high) - 1)) >> 15
}

/// Returns the character of a value from 0 to 63.
///
/// # Timing
///
/// Constant.
fn ct_character(sextet: u8) -> u8 {
    let value = i16::from(sextet);
    let above = |bound: i16| (bound - value) >> 15;
    let character =
        value + 65 + (above(25) & 6) - (above(51) & 75) - (above(61) & 15) + (above(62) & 3);
    // The mask says what is so anyway, that the character is ASCII: without it `String::push` asks.
    character.to_le_bytes()[0] & 0x7f
}

#[cfg(test)]
mod tests {
    use std::string::String;
    use std::vec::Vec;

    use super::{Base64, ct_character, ct_decode, ct_encode, ct_sextet};

    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    #[test]
    fn knows_every_character_and_no_other() {
        for byte in 0..=255 {
            let plus = if byte == b'.' { b'+' } else { byte };
            let expected = ALPHABET.iter().position(|&character| character == plus);
            let expected = expected.map_or(255, |value| u8::try_from(value).unwrap());
            assert_eq!(ct_sextet(byte), expected);
            if expected < 64 && byte != b'.' {
                assert_eq!(ct_character(expected), byte);
            }
        }
    }

    #[test]
    fn decodes_what_it_encodes_and_refuses_stray_bits() {
        for length in 0..100_u8 {
            let bytes: Vec<u8> = (0..length).map(|i| i.wrapping_mul(89)).collect();
            let mut text = String::new();
            ct_encode(&bytes, |character| text.push(character));
            let mut out = [0; 100];
            let (count, canonical) =
                ct_decode(Base64::Standard, text.as_bytes(), &mut out).unwrap();
            assert!(bool::from(canonical));
            assert_eq!(&out[..count], bytes);
        }
        let (_, canonical) = ct_decode(Base64::Standard, b"AB", &mut [0; 4]).unwrap();
        assert!(!bool::from(canonical));
        assert!(ct_decode(Base64::Standard, b"ABCDE", &mut [0; 4]).is_none());
        assert!(ct_decode(Base64::Standard, b"ABCDEF", &mut [0; 3]).is_none());
        // What fits exactly is decoded, and a character of no alphabet is told.
        for (text, expected) in [(b"AAAA", true), (b"AA-A", false), (b"=AAA", false)] {
            let (length, sound) = ct_decode(Base64::Standard, text, &mut [0; 3]).unwrap();
            assert_eq!((length, bool::from(sound)), (3, expected));
        }
    }

    #[cfg(feature = "legacy")]
    #[test]
    fn takes_plus_and_dot_as_the_alphabet_says_and_never_both() {
        let sound = |alphabet, text: &[u8]| {
            let (_, sound) = ct_decode(alphabet, text, &mut [0; 6]).unwrap();
            bool::from(sound)
        };
        let answers = |text| {
            [Base64::Standard, Base64::Adapted, Base64::Either]
                .map(|alphabet| sound(alphabet, text))
        };
        assert_eq!(answers(b"AAAA"), [true, true, true]);
        assert_eq!(answers(b"AA+A"), [true, false, true]);
        assert_eq!(answers(b"AA.A"), [false, true, true]);
        assert_eq!(answers(b"A.+A"), [false, false, false]);
    }
}
