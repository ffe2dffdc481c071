//! Preparation of a password's text: RFC 8265's `OpaqueString`.

#[cfg(all(test, feature = "unicode"))]
mod agreement;
#[cfg(feature = "unicode")]
mod context;
mod fold;
#[cfg(feature = "unicode")]
mod freeform;
#[cfg(any(test, not(feature = "unicode")))]
mod latin;

use heapless::String;
use zeroize::Zeroize;

use super::PasswordError;
use crate::text::TextError;

#[cfg(feature = "unicode")]
type Known = freeform::Freeform;
#[cfg(not(feature = "unicode"))]
type Known = latin::Latin;

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
        prepare::<Known>(password, &mut self.text)
    }

    /// Folds an answer to a security question that is `prepared`, of what was typed as `answer`.
    ///
    /// Variable-time by declaration.
    pub(super) fn fill_folded(
        &mut self,
        answer: &[u8],
        prepared: &Self,
    ) -> Result<(), PasswordError> {
        fold::fold::<Known>(answer, &prepared.text, &mut self.text)
    }

    /// Says what is wrong with a password, or else with its account: the text comes first, for it
    /// tells nothing of the account.
    ///
    /// Variable-time by declaration.
    #[inline(never)]
    pub(super) fn blame(password: &[u8], otherwise: PasswordError) -> PasswordError {
        Self::empty().fill(password).err().unwrap_or(otherwise)
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

/// The characters that a build knows.
trait Repertoire {
    /// Brings what was typed to NFC, with U+0020 for every space, in place of what `prepared` held.
    fn normalize(typed: &str, prepared: &mut String<MAX_BYTES>) -> Result<(), TextError>;

    /// Returns where in what was typed the first character begins that RFC 8264 bars.
    fn barred(typed: &str, prepared: &str) -> Option<usize>;

    /// Returns what is left of a character without its accents.
    fn bases(c: char) -> impl Iterator<Item = char>;

    /// Returns a character without its case, where it is no Latin letter with a key; `None` if it is
    /// not known here whether another one stands for it.
    fn fold_case(c: char) -> Option<impl Iterator<Item = char>>;
}

fn prepare<R: Repertoire>(
    password: &[u8],
    prepared: &mut String<MAX_BYTES>,
) -> Result<(), PasswordError> {
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
    R::normalize(typed, prepared).map_err(|error| match error {
        TextError::TooLong => PasswordError::TooLong,
        TextError::Unnormalizable { at } | TextError::TooManyMarks { at } => {
            PasswordError::Unnormalizable { at }
        }
    })?;
    match R::barred(typed, prepared) {
        Some(at) => Err(PasswordError::Disallowed { at }),
        None => Ok(()),
    }
}

/// The greatest number of bytes that are read. A byte that is prepared was typed with at most
/// three and a half: ΐ, two bytes, can come as U+1FBE U+0308 U+0301, seven.
const MAX_TYPED_BYTES: usize = 7 * MAX_BYTES / 2;
