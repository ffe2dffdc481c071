//! The RAMQ key of a name.

use core::fmt;

use heapless::String;

use super::NameError;
use super::unit::{Unit, Units};

/// The most letters of a key.
pub const MAX_KEY_LETTERS: usize = 128;

/// A name's letters for comparison: one to [`MAX_KEY_LETTERS`] of `A` to `Z`.
///
/// Its `Debug` shows the type only: the key is all but the name.
#[derive(Clone, Eq, Hash, PartialEq)]
pub struct NameKey(String<MAX_KEY_LETTERS>);

impl NameKey {
    /// Returns the letters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for NameKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NameKey(..)")
    }
}

/// Folds a name to the key letters from which RAMQ makes a health insurance number.
///
/// Upper case, without accents; `Œ` is `OE`, `Æ` `AE`, `ß` `SS`, `Þ` `TH`, `Ø` `O`, `Ł` `L`, and so
/// on; separators are left out. This is the folding of the two programs of Québec's public health
/// institute (INSPQ) that check such numbers, except that those drop `Œ` and `Æ`.
///
/// # Errors
///
/// - [`NameError::Empty`]: no letter.
/// - [`NameError::Unsupported`]: another script, or a letter without a key.
/// - [`NameError::Character`]: a digit, a control, a symbol, an accent on no letter.
/// - [`NameError::TooManyMarks`]: more than 30 marks on one letter.
/// - [`NameError::TooLong`]: more than 256 bytes, or more than 128 key letters.
///
/// # Example
///
/// ```
/// let key = sceau::name::fold("D'Œuvray-Côté")?;
/// assert_eq!(key.as_str(), "DOEUVRAYCOTE");
/// # Ok::<(), sceau::name::NameError>(())
/// ```
pub fn fold(name: &str) -> Result<NameKey, NameError> {
    let mut letters = String::new();
    for unit in Units::new(name)? {
        if let Unit::Letter(letter) = unit? {
            let at = letter.at();
            letters.push(char::from(letter.key)).map_err(|_| NameError::TooLong { at })?;
        }
    }
    if letters.is_empty() { Err(NameError::Empty) } else { Ok(NameKey(letters)) }
}
