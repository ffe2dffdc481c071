//! Normalization form C for all of Unicode (18.0), with ICU4X's tables.
//!
//! Needs a heap: ICU4X sorts a run of more than 17 marks there.

use core::iter::once;

use heapless::String;
use icu_normalizer::properties::CanonicalCombiningClassMapBorrowed;
use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

use super::{MAX_MARKS, TextError, is_space};

/// Brings a password's text to the form of `OpaqueString` (RFC 8265 §4.2.2): spaces of every
/// kind become U+0020, then normalization form C. What it bars is the caller's to refuse.
///
/// In linear time, since a run of marks has at most [`MAX_MARKS`]; the one error but `TooLong` is
/// `TooManyMarks`.
pub(crate) fn opaque<const N: usize>(text: &str, out: &mut String<N>) -> Result<(), TextError> {
    out.clear();
    let crowded = first_crowded(text);
    let end = crowded.map_or(text.len(), |crowded| crowded.base_at);
    let spaced = text.get(..end).unwrap_or(text).chars();
    for c in NFC.normalize_iter(spaced.map(|c| if is_space(c) { ' ' } else { c })) {
        out.push(c).map_err(|_| TextError::TooLong)?;
    }
    crowded.map_or(Ok(()), |crowded| Err(TextError::TooManyMarks { at: crowded.at }))
}

/// Returns what is left of a character without its accents: its canonical decomposition without the
/// combining diacritical marks (U+0300–036F), but with U+0345, which is an iota. Syllables of Hangul
/// stay whole.
pub(crate) fn bases(c: char) -> impl Iterator<Item = char> {
    let syllable = matches!(c, '가'..='힣').then_some(c);
    let others = NFD.normalize_iter(once(c).filter(move |_| syllable.is_none()));
    let is_accent = |c: &char| matches!(c, '\u{300}'..='\u{344}' | '\u{346}'..='\u{36f}');
    syllable.into_iter().chain(others.filter(move |part| !is_accent(part)))
}

/// A character with more marks than [`MAX_MARKS`].
#[derive(Clone, Copy)]
struct Crowded {
    /// Where the character begins that carries the marks.
    base_at: usize,
    /// Where the first mark too many begins, or the letter that brings it.
    at: usize,
}

fn first_crowded(text: &str) -> Option<Crowded> {
    let (mut base_at, mut marks) = (0, 0);
    for (at, c) in text.char_indices() {
        for part in NFD.normalize_iter(once(c)) {
            if CLASSES.get_u8(part) == 0 {
                (base_at, marks) = (at, 0);
            } else if marks == MAX_MARKS {
                return Some(Crowded { base_at, at });
            } else {
                marks += 1;
            }
        }
    }
    None
}

const NFC: ComposingNormalizerBorrowed<'static> = ComposingNormalizerBorrowed::new_nfc();
const NFD: DecomposingNormalizerBorrowed<'static> = DecomposingNormalizerBorrowed::new_nfd();
const CLASSES: CanonicalCombiningClassMapBorrowed<'static> =
    CanonicalCombiningClassMapBorrowed::new();
