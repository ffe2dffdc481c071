//! Preparation of a password's text: RFC 8265's `OpaqueString`.

use heapless::String;
use zeroize::Zeroize;

use super::PasswordError;
use crate::text::{self, TextError};

/// The greatest number of bytes of a prepared password, our bound; NIST asks for 64 characters.
pub(super) const MAX_BYTES: usize = 512;

/// A password as it is hashed, wiped on drop.
pub(crate) struct Prepared {
    text: String<MAX_BYTES>,
}

impl Prepared {
    /// Room for a password. It is filled in place: a value that is returned leaves a copy behind.
    pub(crate) const fn empty() -> Self {
        Self { text: String::new() }
    }

    /// Prepares what a person typed: UTF-8 without control characters, soft hyphens, and middle dots
    /// that are not between two l; spaces of every kind become U+0020, and the text is brought to
    /// NFC.
    ///
    /// Variable-time by declaration.
    pub(crate) fn fill(&mut self, password: &[u8]) -> Result<(), PasswordError> {
        if password.len() > MAX_TYPED_BYTES {
            return Err(PasswordError::TooLong);
        }
        let typed = str::from_utf8(password)
            .map_err(|error| PasswordError::InvalidUtf8 { at: error.valid_up_to() })?;
        for (at, character) in typed.char_indices() {
            if character.is_control() {
                return Err(PasswordError::Control { at });
            }
            if character == SOFT_HYPHEN {
                return Err(PasswordError::Unnormalizable { at });
            }
        }
        if typed.is_empty() {
            return Err(PasswordError::Empty);
        }
        text::opaque(typed, &mut self.text).map_err(|error| match error {
            TextError::TooLong => PasswordError::TooLong,
            TextError::Unnormalizable { at } | TextError::TooManyMarks { at } => {
                PasswordError::Unnormalizable { at }
            }
        })?;
        match stray_dot(typed, &self.text) {
            Some(at) => Err(PasswordError::Unnormalizable { at }),
            None => Ok(()),
        }
    }

    pub(super) fn as_str(&self) -> &str {
        &self.text
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.text.as_bytes()
    }
}

impl Drop for Prepared {
    fn drop(&mut self) {
        self.text.zeroize();
    }
}

/// Returns where a middle dot was typed that is not between two l once the text is `prepared`
/// (RFC 5892, appendix A.3).
fn stray_dot(typed: &str, prepared: &str) -> Option<usize> {
    // Preparation neither makes nor takes one: the first here is the first there.
    let mut dots = typed.char_indices().filter(|&(_, character)| character == MIDDLE_DOT);
    let mut characters = prepared.chars().peekable();
    let mut before = None;
    while let Some(character) = characters.next() {
        if character == MIDDLE_DOT {
            let (at, _) = dots.next()?;
            if before != Some('l') || characters.peek() != Some(&'l') {
                return Some(at);
            }
        }
        before = Some(character);
    }
    None
}

/// The one ignorable character (RFC 8264 §9.13) that normalization leaves alone here.
const SOFT_HYPHEN: char = '\u{ad}';
/// The one character here for which RFC 8264 (§9.6) asks for a context.
const MIDDLE_DOT: char = '\u{b7}';
/// NFD takes at most three times the bytes of NFC in the text that is read.
const MAX_TYPED_BYTES: usize = 3 * MAX_BYTES;
