//! Rules on the whole password: its length, and the form of an e-mail address.

use super::PasswordRules;
use super::unit::{is_separator, symbols};
use crate::text::is_space;

/// Returns whether a text of so many characters is short for a password, and for a passphrase.
pub(super) fn is_short(text: &str, characters: usize, rules: &PasswordRules) -> bool {
    let (words, long) = (rules.passphrase_words, usize::from(rules.passphrase_characters));
    let passphrase = words > 0 && characters >= long && words_of(text) >= usize::from(words);
    characters < usize::from(rules.min_characters) && !passphrase
}

/// Returns how many words the text has: two letters or digits or more, between separators.
fn words_of(text: &str) -> usize {
    let (mut words, mut letters) = (0, 0_usize);
    for symbol in symbols(text) {
        letters = if is_separator(symbol.value) { 0 } else { letters + 1 };
        words += usize::from(letters == 2);
    }
    words
}

/// Returns whether the text has the form of an e-mail address.
pub(super) fn is_address(text: &str) -> bool {
    // Patterns are slices of characters: a search for a single one keeps a panic path.
    let Some((local, domain)) = text.split_once(['@']) else { return false };
    let one_word = !text.contains(is_space) && !domain.contains(['@']);
    let labels_filled = domain.split(['.']).all(|label| !label.is_empty());
    !local.is_empty() && one_word && labels_filled && domain.contains(['.'])
}
