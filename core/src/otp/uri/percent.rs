//! Percent-encoding (RFC 3986 §2.1): read character by character, and written.

use crate::otp::OtpTextError;

/// The characters of a percent-encoded text, and where each begins. `+` is a plus: only forms of
/// HTML write a space so, and an e-mail address may have one.
#[derive(Clone)]
pub(super) struct Decoded<'a> {
    rest: &'a [u8],
    at: usize,
}

impl<'a> Decoded<'a> {
    /// Begins with a part of a URI that begins at `at`.
    pub(super) const fn new(part: &'a str, at: usize) -> Self {
        Self { rest: part.as_bytes(), at }
    }

    /// Returns the next byte: one of the text, or one that a `%` and two digits stand for.
    fn byte(&mut self) -> Result<Option<u8>, OtpTextError> {
        let refused = OtpTextError::Percent { at: self.at };
        let (byte, taken, rest) = match self.rest {
            [] => return Ok(None),
            [b'%', high, low, rest @ ..] => {
                let digits = nibble(*high).zip(nibble(*low)).ok_or(refused)?;
                (digits.0 << 4 | digits.1, 3, rest)
            }
            [b'%', ..] => return Err(refused),
            [byte, rest @ ..] => (*byte, 1, rest),
        };
        (self.rest, self.at) = (rest, self.at.saturating_add(taken));
        Ok(Some(byte))
    }

    /// Returns the next character.
    fn character(&mut self) -> Result<Option<char>, OtpTextError> {
        let refused = OtpTextError::Percent { at: self.at };
        let Some(lead) = self.byte()? else { return Ok(None) };
        let length = match lead {
            0..=0x7f => 1,
            0xc2..=0xdf => 2,
            0xe0..=0xef => 3,
            0xf0..=0xf4 => 4,
            _ => return Err(refused),
        };
        let mut bytes = [lead, 0, 0, 0];
        for place in bytes.iter_mut().take(length).skip(1) {
            *place = self.byte()?.ok_or(refused)?;
        }
        let character = bytes.get(..length).and_then(|bytes| str::from_utf8(bytes).ok());
        character.and_then(|text| text.chars().next()).map(Some).ok_or(refused)
    }
}

impl Iterator for Decoded<'_> {
    type Item = Result<(usize, char), OtpTextError>;

    fn next(&mut self) -> Option<Self::Item> {
        let at = self.at;
        self.character().map(|character| Some((at, character?))).transpose()
    }
}

/// Gives the characters of `text` to `push`, all but unreserved ones (RFC 3986 §2.3) encoded.
pub(super) fn encode(text: &str, mut push: impl FnMut(u8)) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            push(byte);
        } else {
            push(b'%');
            push(digit(byte >> 4));
            push(digit(byte & 0x0f));
        }
    }
}

fn nibble(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        b'A'..=b'F' => Some(digit - b'A' + 10),
        _ => None,
    }
}

const fn digit(nibble: u8) -> u8 {
    if nibble < 10 { b'0' + nibble } else { b'A' + nibble - 10 }
}
