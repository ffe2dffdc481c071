//! The characters that RFC 8264 allows in a context only (RFC 5892, appendix A).

use icu_normalizer::properties::CanonicalCombiningClassMapBorrowed;
use icu_properties::props::{JoiningType, Script};
use icu_properties::{CodePointMapData, CodePointMapDataBorrowed};

/// Whether `c` is allowed in a context only.
pub(super) const fn has_rule(c: char) -> bool {
    matches!(
        c,
        NON_JOINER
            | JOINER
            | MIDDLE_DOT
            | KERAIA
            | GERESH
            | GERSHAYIM
            | KATAKANA_DOT
            | '\u{660}'..='\u{669}'
            | '\u{6f0}'..='\u{6f9}'
    )
}

/// Returns where in what was `typed` the first character begins that is out of its context once the
/// text is `prepared`.
pub(super) fn out_of_place(typed: &str, prepared: &str) -> Option<usize> {
    // Preparation takes none and makes one, the middle dot of U+0387, so that the first here is the
    // first there.
    let mut places = typed.char_indices().filter(|&(_, c)| has_rule(c) || c == ANO_TELEIA);
    for (index, c) in prepared.char_indices().filter(|&(_, c)| has_rule(c)) {
        let (at, _) = places.next()?;
        let (before, rest) = prepared.split_at_checked(index)?;
        let after = rest.get(c.len_utf8()..)?;
        if !is_in_place(before, c, after) {
            return Some(at);
        }
    }
    None
}

fn is_in_place(before: &str, c: char, after: &str) -> bool {
    let (last, next) = (before.chars().next_back(), after.chars().next());
    let any = |is: fn(char) -> bool| before.chars().chain(after.chars()).any(is);
    match c {
        NON_JOINER => last.is_some_and(is_virama) || joins(before, after),
        JOINER => last.is_some_and(is_virama),
        MIDDLE_DOT => last == Some('l') && next == Some('l'),
        KERAIA => next.is_some_and(|c| SCRIPTS.get(c) == Script::Greek),
        GERESH | GERSHAYIM => last.is_some_and(|c| SCRIPTS.get(c) == Script::Hebrew),
        KATAKANA_DOT => any(is_japanese),
        '\u{660}'..='\u{669}' => !any(|c| matches!(c, '\u{6f0}'..='\u{6f9}')),
        _ => !any(|c| matches!(c, '\u{660}'..='\u{669}')),
    }
}

/// Whether letters on both sides join over what is between them (appendix A.1).
fn joins(before: &str, after: &str) -> bool {
    let types = |c: char| JOINING_TYPES.get(c);
    let seen = |joining: &JoiningType| *joining != JoiningType::Transparent;
    let right = before.chars().rev().map(types).find(seen);
    let left = after.chars().map(types).find(seen);
    matches!(right, Some(JoiningType::LeftJoining | JoiningType::DualJoining))
        && matches!(left, Some(JoiningType::RightJoining | JoiningType::DualJoining))
}

fn is_virama(c: char) -> bool {
    CLASSES.get_u8(c) == VIRAMA
}

fn is_japanese(c: char) -> bool {
    matches!(SCRIPTS.get(c), Script::Hiragana | Script::Katakana | Script::Han)
}

const NON_JOINER: char = '\u{200c}';
const JOINER: char = '\u{200d}';
const MIDDLE_DOT: char = '\u{b7}';
/// Canonically a middle dot.
const ANO_TELEIA: char = '\u{387}';
const KERAIA: char = '\u{375}';
const GERESH: char = '\u{5f3}';
const GERSHAYIM: char = '\u{5f4}';
const KATAKANA_DOT: char = '\u{30fb}';
/// The combining class of the viramas (Unicode, table 4-3).
const VIRAMA: u8 = 9;
const CLASSES: CanonicalCombiningClassMapBorrowed<'static> =
    CanonicalCombiningClassMapBorrowed::new();
const SCRIPTS: CodePointMapDataBorrowed<'static, Script> = CodePointMapData::new();
const JOINING_TYPES: CodePointMapDataBorrowed<'static, JoiningType> = CodePointMapData::new();
