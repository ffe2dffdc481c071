//! Preparation of a password's text: RFC 8265's `OpaqueString`.

mod latin;

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

    /// Prepares what a person typed: UTF-8 without control characters; spaces of every kind become
    /// U+0020, the text is brought to NFC, and what RFC 8264 bars is refused.
    ///
    /// The reasons come in this order: the length, UTF-8, controls, `Empty`, what cannot be
    /// normalized or does not fit, what is barred.
    ///
    /// Variable-time by declaration.
    pub(crate) fn fill(&mut self, password: &[u8]) -> Result<(), PasswordError> {
        if password.len() > MAX_TYPED_BYTES {
            return Err(PasswordError::TooLong);
        }
        let typed = str::from_utf8(password)
            .map_err(|error| PasswordError::InvalidUtf8 { at: error.valid_up_to() })?;
        if let Some((at, _)) = typed.char_indices().find(|(_, character)| character.is_control()) {
            return Err(PasswordError::Control { at });
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
        match latin::barred(typed, &self.text) {
            Some(at) => Err(PasswordError::Disallowed { at }),
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

/// The greatest number of bytes that are read. A byte that is prepared was typed with at most
/// three and a half: ΐ, two bytes, can come as U+1FBE U+0308 U+0301, seven.
const MAX_TYPED_BYTES: usize = 7 * MAX_BYTES / 2;
