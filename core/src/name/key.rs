//! The RAMQ key of a name.

use core::fmt;
use core::hash::{Hash, Hasher};

use heapless::String;

use super::unit::{Unit, Units};
use super::{NameError, plain};

/// The most letters of a key.
pub const MAX_KEY_LETTERS: usize = 128;

/// A name's letters for comparison: one to [`MAX_KEY_LETTERS`] of `A` to `Z`.
///
/// Its `Debug` shows the type only: the key is all but the name.
#[derive(Clone, Eq, PartialEq)]
pub struct NameKey {
    /// The letters, and zeros behind them.
    letters: [Sixteen; MAX_KEY_LETTERS / 16],
    length: usize,
}

/// Sixteen letters of a key.
pub(super) type Sixteen = [u8; 16];

impl NameKey {
    /// Returns the letters.
    #[inline]
    pub fn as_str(&self) -> &str {
        // They are ASCII; so are the zeros, and the whole is quickly found to be.
        let all = str::from_utf8(self.letters.as_flattened()).unwrap_or_default();
        all.get(..self.length).unwrap_or_default()
    }

    /// Returns the key behind the name of its rule and its version, to be stored: `ramq1:COTE`.
    ///
    /// A version of Sceau whose rule gives any name another key has another number there, so that
    /// keys of two rules are never taken for one another.
    pub fn versioned(&self) -> VersionedKey {
        versioned("ramq1:", self.as_str())
    }

    const EMPTY: Self = Self { letters: [[0; 16]; MAX_KEY_LETTERS / 16], length: 0 };
}

impl Hash for NameKey {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

/// The text of a key behind its rule and version.
pub type VersionedKey = String<{ MAX_KEY_LETTERS + 6 }>;

/// Joins a rule's name of six bytes and a key.
pub(super) fn versioned(rule: &str, key: &str) -> VersionedKey {
    let mut text = VersionedKey::new();
    for part in [rule, key] {
        // There is room for both.
        _ = text.push_str(part);
    }
    text
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
    let Some((letters, length)) = plain::fold_short(name) else { return fold_any(name) };
    let (first, none) = (letters.to_le_bytes(), [0; 16]);
    let letters = [first, none, none, none, none, none, none, none];
    Ok(NameKey { letters, length })
}

#[inline(never)]
fn fold_any(name: &str) -> Result<NameKey, NameError> {
    let mut key = NameKey::EMPTY;
    match plain::fold_long(name, &mut key.letters) {
        Some(length) => Ok(NameKey { length, ..key }),
        None => fold_units(name),
    }
}

/// Folds a name unit by unit, which tells what is wrong with it.
fn fold_units(name: &str) -> Result<NameKey, NameError> {
    let mut key = NameKey::EMPTY;
    let mut room = key.letters.as_flattened_mut().iter_mut();
    for unit in Units::new(name)? {
        if let Unit::Letter(letter) = unit? {
            *room.next().ok_or(NameError::TooLong { at: letter.at() })? = letter.key;
        }
    }
    key.length = MAX_KEY_LETTERS - room.len();
    if key.length == 0 { Err(NameError::Empty) } else { Ok(key) }
}

#[cfg(test)]
mod tests {
    use std::string::String;
    use std::vec::Vec;
    use std::{format, vec};

    use super::{NameKey, fold, fold_any, fold_units, plain};

    /// Folds in both ways, and says whether the short one knew the answer.
    fn both_agree(name: &str) -> bool {
        let units = fold_units(name);
        assert_eq!(fold(name), units, "{name:?}");
        assert_eq!(fold_any(name), units, "{name:?}");
        let mut key = NameKey::EMPTY;
        plain::fold_long(name, &mut key.letters).is_some()
    }

    /// Every name of up to five of these characters, alone and behind seven letters, so that the
    /// words of eight bytes end everywhere.
    #[test]
    fn short_names_fold_alike_in_both_ways() {
        const SIGNS: [&str; 15] = [
            "a", "Z", "É", "ß", "Ấ", "Ǽ", "\u{301}", "\u{327}", "'", "-", " ", "\u{ad}", "0", "Ж",
            "Ａ",
        ];
        let (mut names, mut short) = (vec![String::new()], 0);
        for _ in 0..4 {
            let longer = names.iter().flat_map(|name| SIGNS.map(|sign| format!("{name}{sign}")));
            names = longer.collect::<Vec<_>>();
            for name in &names {
                short += usize::from(both_agree(name));
                both_agree(&format!("Tremblà{name}"));
            }
        }
        assert!(short > 11_000, "{short}");
    }

    /// Every scalar value between letters, alone, and below a mark.
    #[test]
    fn every_character_folds_alike_in_both_ways() {
        let mut short = 0;
        for c in '\0'..=char::MAX {
            short += usize::from(both_agree(&format!("Ab{c}cd")));
            both_agree(&format!("{c}"));
            both_agree(&format!("o{c}\u{302}"));
        }
        assert!(short > 600, "{short}");
    }

    #[test]
    fn many_marks_and_long_names_fold_alike_in_both_ways() {
        for count in 0..300 {
            both_agree(&"\u{301}".repeat(count).replacen('\u{301}', "e\u{301}", 1));
            both_agree(&"B".repeat(count));
            both_agree(&"É".repeat(count));
            both_agree(&"ßœ-".repeat(count));
        }
    }
}
