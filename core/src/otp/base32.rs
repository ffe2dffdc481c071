//! Base32 of RFC 4648 §6, as authenticator apps write secrets: read and written without a table, so
//! that no address and no branch depends on a letter of a secret.

mod fault;

use core::fmt;

use subtle::{Choice, ConstantTimeEq};
use zeroize::Zeroize;

use fault::{Part, fault, is_padded};

use super::{OtpReading, OtpSecret, OtpTextError};

/// Reads a secret of `minimum` to 128 bytes out of characters and where each begins; `end` is where
/// the text ends.
///
/// # Timing
///
/// Depends on the number of characters, and on where spaces, hyphens and padding stand; not on the
/// letters, unless the text is refused.
pub(super) fn read(
    characters: &(impl Iterator<Item = (usize, char)> + Clone),
    end: usize,
    reading: OtpReading,
    minimum: usize,
) -> Result<OtpSecret, OtpTextError> {
    let refused = || fault(characters.clone(), end, reading, minimum);
    let symbols = Symbols::clean(characters.clone(), reading).ok_or_else(refused)?;
    let mut bytes = [0; OtpSecret::MAX_BYTES];
    let decoded = ct_decode(symbols.as_bytes(), &mut bytes);
    let secret = decoded.and_then(|decoded| {
        let right = bool::from(decoded.ct_right(reading));
        let secret = bytes.get(..decoded.length)?;
        (right && secret.len() >= minimum.max(1)).then(|| OtpSecret::new_unchecked_policy(secret))
    });
    bytes.zeroize();
    secret.and_then(Result::ok).ok_or_else(refused)
}

/// The text of a secret: upper-case Base32 without padding, wiped on drop.
#[derive(Clone)]
pub struct Base32Text {
    text: heapless::String<MAX_TEXT>,
}

impl Base32Text {
    /// Returns the text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Writes a secret, in groups of `group` characters.
    pub(super) fn write(secret: &[u8], group: usize) -> Self {
        let mut text = heapless::String::new();
        let mut left = group;
        ct_encode(secret, |character| {
            // The longest secret fits, in groups of four and more.
            if left == 0 {
                let _fits = text.push(' ');
                left = group;
            }
            let _fits = text.push(character);
            left = left.saturating_sub(1);
        });
        Self { text }
    }
}

impl Drop for Base32Text {
    fn drop(&mut self) {
        self.text.zeroize();
    }
}

/// Shows nothing of the secret.
impl fmt::Debug for Base32Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Base32Text(..)")
    }
}

/// What decoding made of symbols, other than bytes.
pub(crate) struct Decoded {
    pub(crate) length: usize,
    /// Every symbol is one of Base32, in either case.
    known: Choice,
    /// No symbol is a small letter.
    upper: Choice,
    /// The bits of no byte are zero.
    canonical: Choice,
}

impl Decoded {
    /// Returns whether this is what a reading accepts.
    ///
    /// # Timing
    ///
    /// Constant for one reading.
    pub(crate) fn ct_right(&self, reading: OtpReading) -> Choice {
        match reading {
            OtpReading::Lenient => self.known,
            OtpReading::Strict => self.known & self.upper & self.canonical,
        }
    }
}

/// Decodes symbols into the first bytes of `out`; `None` says that no number of bytes has as many,
/// or that `out` is too small.
///
/// # Timing
///
/// Depends on the number of symbols only.
pub(crate) fn ct_decode(symbols: &[u8], out: &mut [u8]) -> Option<Decoded> {
    if !matches!(symbols.len() % 8, 0 | 2 | 4 | 5 | 7) {
        return None;
    }
    let length = symbols.len() * 5 / 8;
    let (mut word, mut bits) = (0_u32, 0_u32);
    let (mut bad, mut small) = (0_u8, 0_u8);
    let mut places = out.get_mut(..length)?.iter_mut();
    for &symbol in symbols {
        let value = ct_value(symbol);
        bad |= value & 0xe0;
        // Of what is known, only small letters have both bits.
        small |= symbol & (symbol >> 1) & 0x20;
        word = word << 5 | u32::from(value & 0x1f);
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            [*places.next()?, ..] = (word >> bits).to_le_bytes();
        }
    }
    let stray = word & ((1 << bits) - 1);
    Some(Decoded {
        length,
        known: bad.ct_eq(&0),
        upper: small.ct_eq(&0),
        canonical: stray.ct_eq(&0),
    })
}

/// Encodes `bytes`, giving one character after the other to `push`.
///
/// # Timing
///
/// Depends on the number of bytes only.
pub(crate) fn ct_encode(bytes: &[u8], mut push: impl FnMut(char)) {
    let (mut word, mut bits) = (0_u32, 0_u32);
    for &byte in bytes {
        word = word << 8 | u32::from(byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            push(char::from(ct_character((word >> bits).to_le_bytes()[0] & 0x1f)));
        }
    }
    if bits > 0 {
        push(char::from(ct_character((word << (5 - bits)).to_le_bytes()[0] & 0x1f)));
    }
}

/// Returns the value of a symbol, 0 to 31, or 255 if it has none.
///
/// # Timing
///
/// Constant.
fn ct_value(symbol: u8) -> u8 {
    let symbol = i16::from(symbol);
    let value = (ct_between(symbol, b'A', b'Z') & (symbol - 64))
        | (ct_between(symbol, b'a', b'z') & (symbol - 96))
        | (ct_between(symbol, b'2', b'7') & (symbol - 23));
    (value - 1).to_le_bytes()[0]
}

/// Returns −1 (all bits set) if `low <= symbol <= high`, else 0.
///
/// # Timing
///
/// Constant.
fn ct_between(symbol: i16, low: u8, high: u8) -> i16 {
    ((i16::from(low) - 1 - symbol) & (symbol - i16::from(high) - 1)) >> 15
}

/// Returns the character of a value from 0 to 31.
///
/// # Timing
///
/// Constant.
fn ct_character(value: u8) -> u8 {
    // The masks say what is so anyway, that the character is ASCII: without them `String::push` asks.
    let [digit, _] = ((25 - i16::from(value)) >> 15).to_le_bytes();
    let letter = 0x40 | (value.wrapping_add(1) & 0x1f);
    let number = 0x30 | (value.wrapping_sub(24) & 0x07);
    (letter & !digit & 0x7f) | (number & digit & 0x7f)
}

/// The characters of a text that count, wiped on drop.
struct Symbols {
    bytes: [u8; MAX_SYMBOLS],
    length: usize,
}

impl Symbols {
    /// Drops what a lenient reading drops; `None` says that there is a fault, to be found by
    /// [`fault`].
    fn clean(characters: impl Iterator<Item = (usize, char)>, reading: OtpReading) -> Option<Self> {
        let mut symbols = Self { bytes: [0; MAX_SYMBOLS], length: 0 };
        let mut padding = 0_usize;
        for (_, character) in characters {
            match Part::of(character, reading) {
                Part::Dropped => {}
                Part::Padding => padding = padding.saturating_add(1),
                Part::Symbol(symbol) => {
                    *symbols.bytes.get_mut(symbols.length).filter(|_| padding == 0)? = symbol;
                    symbols.length += 1;
                }
                Part::Unknown => return None,
            }
        }
        is_padded(symbols.length, padding).then_some(symbols)
    }

    fn as_bytes(&self) -> &[u8] {
        self.bytes.get(..self.length).unwrap_or_default()
    }
}

impl Drop for Symbols {
    fn drop(&mut self) {
        self.bytes.zeroize();
    }
}

/// As many characters as 128 bytes have.
const MAX_SYMBOLS: usize = (OtpSecret::MAX_BYTES * 8).div_ceil(5);
/// These 205 in groups of four, with 51 spaces between them.
const MAX_TEXT: usize = 256;

#[cfg(test)]
mod tests {
    use std::string::String;
    use std::vec::Vec;

    use super::{ct_character, ct_decode, ct_encode, ct_value};

    const ALPHABET: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    #[test]
    fn knows_every_character_in_either_case_and_no_other() {
        for byte in 0..=255_u8 {
            let upper = byte.to_ascii_uppercase();
            let expected = ALPHABET.iter().position(|&character| character == upper);
            let expected = expected.map_or(255, |value| u8::try_from(value).unwrap());
            assert_eq!(ct_value(byte), expected);
            if expected < 32 {
                assert_eq!(ct_character(expected), upper);
            }
        }
    }

    #[test]
    fn decodes_what_it_encodes_at_every_length() {
        for length in 0..=128_u8 {
            let bytes: Vec<u8> = (0..length).map(|i| i.wrapping_mul(89)).collect();
            let mut text = String::new();
            ct_encode(&bytes, |character| text.push(character));
            let mut out = [0; 128];
            let decoded = ct_decode(text.as_bytes(), &mut out).unwrap();
            assert!(bool::from(decoded.known & decoded.upper & decoded.canonical));
            assert_eq!(&out[..decoded.length], bytes);
        }
    }

    #[test]
    fn encodes_the_vectors_of_rfc_4648() {
        for (bytes, expected) in [
            ("", ""),
            ("f", "MY"),
            ("fo", "MZXQ"),
            ("foo", "MZXW6"),
            ("foob", "MZXW6YQ"),
            ("fooba", "MZXW6YTB"),
            ("foobar", "MZXW6YTBOI"),
        ] {
            let mut text = String::new();
            ct_encode(bytes.as_bytes(), |character| text.push(character));
            assert_eq!(text, expected);
        }
    }
}
