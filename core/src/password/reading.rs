//! A stored hash that is being read: its parts, and whether they are sound.

use subtle::Choice;

use super::PasswordError;
use super::encoding::Encoding;
use super::format::StoredFormat;
#[cfg(feature = "legacy")]
use super::stored::{MAX_KEY, MAX_SALT};
use super::stored::{Recipe, StoredPassword};

/// What has been read, and whether all of it was in its encoding. That is not looked at before the
/// end: the key is a secret.
pub(crate) struct Reading<'a> {
    pub(super) stored: StoredPassword,
    sound: Choice,
    salt: Source<'a>,
    key: Source<'a>,
}

/// A part as it is written.
#[derive(Clone, Copy)]
struct Source<'a> {
    encoding: Encoding,
    text: &'a [u8],
}

impl<'a> Reading<'a> {
    /// Nothing, into which a hash is then read: too big to be moved about on a small stack.
    pub(crate) fn new() -> Self {
        let nothing = Source { encoding: Encoding::Bare, text: b"" };
        let stored = StoredPassword::EMPTY;
        Self { stored, sound: Choice::from(1), salt: nothing, key: nothing }
    }

    /// Takes in how the hash was made.
    pub(super) fn begin(&mut self, format: StoredFormat, recipe: Recipe) {
        self.stored.format = format;
        self.stored.recipe = recipe;
    }

    /// Reads the salt: 1 byte or more.
    pub(super) fn salt(&mut self, encoding: Encoding, text: &'a [u8]) -> Result<(), PasswordError> {
        self.salt = Source { encoding, text };
        let decoded = encoding.ct_decode(text, &mut self.stored.salt.bytes);
        let (length, sound) = decoded.map_err(|reason| self.salt.blame(reason))?;
        self.stored.salt.length = length;
        self.sound &= sound;
        if length == 0 { Err(PasswordError::HashPartLength) } else { Ok(()) }
    }

    /// Reads the key: 16 bytes or more.
    ///
    /// # Timing
    ///
    /// As [`Encoding::ct_decode`].
    pub(super) fn ct_key(
        &mut self,
        encoding: Encoding,
        text: &'a [u8],
    ) -> Result<(), PasswordError> {
        self.key = Source { encoding, text };
        let decoded = encoding.ct_decode(text, &mut self.stored.key.bytes);
        let (length, sound) = decoded.map_err(|reason| self.key.blame(reason))?;
        self.stored.key.length = length;
        self.sound &= sound;
        if length < MIN_KEY {
            return Err(self.key.blame(PasswordError::HashPartLength));
        }
        Ok(())
    }

    /// Refuses a key that does not have so many bytes. One that was cut short would match as well,
    /// for PBKDF2's output is a prefix of a longer one.
    pub(super) fn with_key_of(&self, bytes: usize) -> Result<(), PasswordError> {
        if self.stored.key.length == bytes {
            Ok(())
        } else {
            Err(self.key.blame(PasswordError::HashPartLength))
        }
    }

    /// Takes in a salt and a key that were decoded out of one `text`.
    #[cfg(feature = "legacy")]
    pub(super) fn decoded(
        &mut self,
        encoding: Encoding,
        text: &'a [u8],
        sound: Choice,
        salt: &[u8],
        key: &[u8],
    ) -> Result<(), PasswordError> {
        self.key = Source { encoding, text };
        self.sound &= sound;
        if !(1..=MAX_SALT).contains(&salt.len()) || !(MIN_KEY..=MAX_KEY).contains(&key.len()) {
            return Err(PasswordError::HashPartLength);
        }
        self.stored.salt.set(salt);
        self.stored.key.set(key);
        Ok(())
    }

    /// Returns what was read, and whether it is sound.
    #[cfg(feature = "ct-exports")]
    pub(crate) fn into_parts(self) -> (StoredPassword, Choice) {
        (self.stored, self.sound)
    }

    /// Returns what was read, if it is sound, or says why it is not.
    pub(super) fn finish(self) -> Result<StoredPassword, PasswordError> {
        let sound = bool::from(self.sound);
        if sound {
            return Ok(self.stored);
        }
        let otherwise = PasswordError::HashEncoding;
        let salt = self.salt.blame(otherwise);
        Err(if salt == otherwise { self.key.blame(otherwise) } else { salt })
    }
}

impl Source<'_> {
    /// Says what is wrong with a part that is no salt or key of anything, if there is more to say
    /// than `otherwise`.
    fn blame(&self, otherwise: PasswordError) -> PasswordError {
        if self.text.contains(&b'$') {
            PasswordError::HashExtraField
        } else if self.encoding.inner(self.text).contains(&b'=') {
            PasswordError::HashPadding
        } else {
            otherwise
        }
    }
}

/// Reads a decimal number from 1 to 2³² − 1 without sign or leading zeros.
pub(super) fn number(text: &[u8]) -> Result<u32, PasswordError> {
    if text.first().is_none_or(|&first| first == b'0') {
        return Err(PasswordError::HashNumber);
    }
    text.iter()
        .try_fold(0_u32, |number, &digit| {
            let digit = char::from(digit).to_digit(10)?;
            number.checked_mul(10)?.checked_add(digit)
        })
        .ok_or(PasswordError::HashNumber)
}

/// The least bytes of key: half of the shortest digest's would be guessed by chance.
pub(super) const MIN_KEY: usize = 16;
