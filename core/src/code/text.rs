//! The text of a code, wiped on drop.

use core::fmt;

use zeroize::Zeroize;

/// The text of a code: at most 21 ASCII characters, wiped on drop.
#[derive(Clone)]
pub struct CodeText {
    bytes: [u8; MAX_TEXT],
    length: usize,
}

impl CodeText {
    pub(super) fn new() -> Self {
        Self { bytes: [0; MAX_TEXT], length: 0 }
    }

    /// Returns the text.
    pub fn as_str(&self) -> &str {
        self.bytes.get(..self.length).and_then(|text| str::from_utf8(text).ok()).unwrap_or_default()
    }

    pub(super) fn push(&mut self, byte: u8) {
        if let Some(place) = self.bytes.get_mut(self.length) {
            *place = byte;
            self.length += 1;
        }
    }
}

impl Drop for CodeText {
    fn drop(&mut self) {
        self.bytes.as_mut_slice().zeroize();
    }
}

/// Shows nothing of the code.
impl fmt::Debug for CodeText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CodeText(..)")
    }
}

/// Sixteen letters in groups of four, and the check character.
const MAX_TEXT: usize = 21;
