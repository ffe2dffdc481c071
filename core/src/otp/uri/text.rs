//! The text of a URI, as it is written.

use core::fmt;

use zeroize::Zeroize;

use super::{OtpUri, percent};

/// The text of an `otpauth://` URI, wiped on drop: it holds the secret.
#[derive(Clone)]
pub struct OtpUriText {
    // A URI has at most 1,900 bytes: nothing that is pushed is left off.
    text: heapless::String<{ OtpUri::MAX_BYTES }>,
}

impl OtpUriText {
    pub(super) const fn new() -> Self {
        Self { text: heapless::String::new() }
    }

    /// Returns the text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    pub(super) fn plain(&mut self, text: &str) {
        text.chars().for_each(|character| self.push(character));
    }

    pub(super) fn encoded(&mut self, text: &str) {
        percent::encode(text, |byte| self.push(char::from(byte)));
    }

    pub(super) fn number(&mut self, number: u64) {
        if number > 9 {
            self.number(number / 10);
        }
        self.push(char::from(b'0' | (number % 10).to_le_bytes()[0]));
    }

    pub(super) fn push(&mut self, character: char) {
        let _fits = self.text.push(character);
    }

    /// Returns where `text` differs first.
    pub(super) fn differs(&self, text: &str) -> usize {
        let mut pairs = self.as_str().bytes().zip(text.bytes());
        let end = self.text.len().min(text.len());
        let at = pairs.position(|(a, b)| a != b).unwrap_or(end);
        (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
    }
}

impl Drop for OtpUriText {
    fn drop(&mut self) {
        self.text.zeroize();
    }
}

/// Shows nothing of the secret.
impl fmt::Debug for OtpUriText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OtpUriText(..)")
    }
}
