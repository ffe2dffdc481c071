//! What is left of an answer to a security question without case, accents and typography.

use heapless::String;

use super::{MAX_BYTES, Repertoire};
use crate::password::PasswordError;
use crate::text::{is_apostrophe, is_hyphen, is_inert, is_invisible, is_space, key, narrow};

/// Folds what was `typed` and is `prepared`, in place of what `folded` held.
///
/// Latin letters become those of the RAMQ key, `A` to `Z` (Œ is OE), letters of other scripts lose
/// case and accents, digits and symbols stay as they are, and typography goes.
///
/// # Errors
///
/// - `Empty`: nothing is left, and the answer would be that of everybody.
/// - `Unnormalizable`: a letter that no rule gives a key.
/// - `TooLong`: what is left does not fit.
pub(super) fn fold<R: Repertoire>(
    typed: &[u8],
    prepared: &str,
    folded: &mut String<MAX_BYTES>,
) -> Result<(), PasswordError> {
    folded.clear();
    for base in prepared.chars().flat_map(R::bases).map(narrow) {
        if is_typography(base) {
            continue;
        }
        if let Some(letters) = letters(base) {
            extend(folded, letters)?;
        } else if is_symbol(base) {
            // The micro sign has the upper case of a mu.
            extend(folded, [if base == 'µ' { 'μ' } else { base }])?;
        } else if let Some(folding) = R::fold_case(base) {
            // The upper case of a ligature is Latin (ﬁ).
            for c in folding {
                match letters(c) {
                    Some(letters) => extend(folded, letters)?,
                    None => extend(folded, [c])?,
                }
            }
        } else {
            return Err(PasswordError::Unnormalizable { at: first_unknown::<R>(typed) });
        }
    }
    if folded.is_empty() { Err(PasswordError::Empty) } else { Ok(()) }
}

fn extend(
    folded: &mut String<MAX_BYTES>,
    characters: impl IntoIterator<Item = char>,
) -> Result<(), PasswordError> {
    characters.into_iter().try_for_each(|c| folded.push(c)).map_err(|_| PasswordError::TooLong)
}

/// Returns the one or two key letters of a Latin letter, if it has any.
fn letters(c: char) -> Option<impl Iterator<Item = char>> {
    let key = key(c)?;
    Some([Some(key.first), key.second].into_iter().flatten().map(char::from))
}

/// Whether `c` is a digit or a symbol that every build knows: it stands for itself.
const fn is_symbol(c: char) -> bool {
    is_inert(c) || matches!(c, '×' | '÷')
}

/// Whether `c` only says how the words were written: a space, a hyphen, an apostrophe, a period, a
/// quotation mark, a bracket, and the like.
const fn is_typography(c: char) -> bool {
    is_space(c)
        || is_hyphen(c)
        || is_apostrophe(c)
        || is_invisible(c)
        || matches!(
            c,
            '.' | ',' | ';' | ':' | '!' | '?' | '"' | '(' | ')' | '[' | ']' | '/' | '\u{a1}'
                | '\u{ab}' | '\u{b7}' | '\u{bb}' | '\u{bf}' | '\u{2014}' | '\u{2015}'
                | '\u{2018}'..='\u{201f}' | '\u{2022}' | '\u{2024}'..='\u{2027}' | '\u{2039}'
                | '\u{203a}'
        )
}

/// Returns where the first letter without a key was typed. Normalization changes no base.
fn first_unknown<R: Repertoire>(typed: &[u8]) -> usize {
    let typed = str::from_utf8(typed).unwrap_or_default();
    let is_known = |base: char| is_typography(base) || letters(base).is_some() || is_symbol(base);
    let unknown = |c: char| R::bases(c).map(narrow).any(|base| !is_known(base));
    typed.char_indices().find(|&(_, c)| unknown(c)).map_or(0, |(at, _)| at)
}
