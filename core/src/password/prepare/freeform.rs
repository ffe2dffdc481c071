//! What RFC 8264 bars: all that is not in its `FreeformClass`, with the data of Unicode 18.0.

use heapless::String;
use icu_properties::props::{DefaultIgnorableCodePoint, GeneralCategory, HangulSyllableType};
use icu_properties::{
    CodePointMapData, CodePointMapDataBorrowed, CodePointSetData, CodePointSetDataBorrowed,
};

use super::{MAX_BYTES, Repertoire, context};
use crate::text::{self, TextError};

/// All of Unicode.
pub(super) struct Freeform;

impl Repertoire for Freeform {
    fn normalize(typed: &str, prepared: &mut String<MAX_BYTES>) -> Result<(), TextError> {
        text::opaque(typed, prepared)
    }

    fn bases(c: char) -> impl Iterator<Item = char> {
        text::bases(c)
    }

    /// The lower case of the upper case: ς, σ and Σ are one.
    fn fold_case(c: char) -> Option<impl Iterator<Item = char>> {
        Some(c.to_uppercase().flat_map(text::bases).flat_map(char::to_lowercase))
    }

    fn barred(typed: &str, prepared: &str) -> Option<usize> {
        let anywhere = barred_anywhere(typed);
        let here = context::out_of_place(typed, prepared);
        anywhere.into_iter().chain(here).min()
    }
}

/// Returns where the first character begins that is barred wherever it stands.
///
/// Of what is typed, as it is once it is normalized: of the characters that are barred,
/// normalization changes only those of conjoining Hangul, which it makes into syllables.
fn barred_anywhere(typed: &str) -> Option<usize> {
    // A leading consonant that waits for its vowel, and a syllable that may take a last consonant.
    let (mut lead, mut open) = (None, false);
    for (at, c) in typed.char_indices() {
        let vowel = matches!(c, '\u{1161}'..='\u{1175}');
        if lead.is_some() && !vowel {
            return lead;
        }
        open = match c {
            '\u{1100}'..='\u{1112}' => {
                lead = Some(at);
                false
            }
            _ if vowel && lead.is_some() => {
                lead = None;
                true
            }
            '\u{11a8}'..='\u{11c2}' if open => false,
            _ if is_barred(c) => return Some(at),
            _ => HANGUL.get(c) == HangulSyllableType::LVSyllable,
        };
    }
    lead
}

/// Whether RFC 8264 §8 disallows a character whatever is beside it; unassigned ones as well.
///
/// Not asked for are the spaces, which are U+0020 by then, and §9.17's compatibility characters,
/// which the class allows: none is in a category that is barred here.
pub(super) fn is_barred(c: char) -> bool {
    if c.is_ascii_graphic() || context::has_rule(c) {
        return false;
    }
    is_exception(c)
        || HANGUL_JAMO.contains(&HANGUL.get(c))
        || IGNORABLE.contains(c)
        || UNLISTED.contains(&CATEGORIES.get(c))
}

/// RFC 8264 §9.6: the letters and marks of RFC 5892 §2.6 that are disallowed one by one.
const fn is_exception(c: char) -> bool {
    matches!(
        c,
        '\u{640}' | '\u{7fa}' | '\u{302e}' | '\u{302f}' | '\u{3031}'..='\u{3035}' | '\u{303b}'
    )
}

/// RFC 8264 §9.9, `OldHangulJamo`.
const HANGUL_JAMO: [HangulSyllableType; 3] = [
    HangulSyllableType::LeadingJamo,
    HangulSyllableType::VowelJamo,
    HangulSyllableType::TrailingJamo,
];
/// The general categories that no rule of RFC 8264 §8 allows.
const UNLISTED: [GeneralCategory; 7] = [
    GeneralCategory::Unassigned,
    GeneralCategory::Control,
    GeneralCategory::Format,
    GeneralCategory::PrivateUse,
    GeneralCategory::Surrogate,
    GeneralCategory::LineSeparator,
    GeneralCategory::ParagraphSeparator,
];
const CATEGORIES: CodePointMapDataBorrowed<'static, GeneralCategory> = CodePointMapData::new();
const HANGUL: CodePointMapDataBorrowed<'static, HangulSyllableType> = CodePointMapData::new();
const IGNORABLE: CodePointSetDataBorrowed<'static> =
    CodePointSetData::new::<DefaultIgnorableCodePoint>();
