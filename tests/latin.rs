//! The tables of Latin against ICU4X and `unicode-normalization`: every entry, every scalar value,
//! every letter with one mark and with two. What differs is counted by its reason, and
//! `docs/folding.md` holds the counts.
//!
//! What normalization makes of the same is `core/tests/text_nfc.rs`'s.

#![allow(clippy::indexing_slicing, clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};

use icu_casemap::CaseMapper;
use icu_normalizer::properties::{
    CanonicalCombiningClassMapBorrowed, CanonicalDecompositionBorrowed, Decomposed,
};
use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};
use icu_properties::CodePointMapData;
use icu_properties::props::GeneralCategory;
use sceau::name::{NameError, fold};
use sceau::text::nfc;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

#[rustfmt::skip]
#[path = "../core/src/text/tables.rs"]
mod tables;

/// The tables, or a copy with a fault.
#[derive(Clone)]
struct Tables {
    values: Vec<u16>,
    shapes: Vec<u8>,
    composites: Vec<u16>,
    classes: Vec<u8>,
}

impl Tables {
    fn new() -> Self {
        Self {
            values: tables::VALUES.to_vec(),
            shapes: tables::SHAPES.to_vec(),
            composites: tables::COMPOSITES.to_vec(),
            classes: tables::CLASSES.to_vec(),
        }
    }

    fn bytes(&self) -> usize {
        2 * self.values.len() + self.shapes.len() + 2 * self.composites.len() + self.classes.len()
    }

    /// Returns the first character of which the tables say another thing than ICU4X and RAMQ's
    /// keys, if there is one.
    fn first_fault(&self) -> Option<char> {
        let icu = CanonicalDecompositionBorrowed::new();
        let mut pairs = Vec::new();
        let entries = self.values.iter().zip(&self.shapes);
        for (c, (&value, &shape)) in latin().zip(entries) {
            let expected = match icu.decompose(c) {
                Decomposed::Expansion(base, mark) => {
                    pairs.push((base, mark, c));
                    let distance = u32::from(mark) - 0x300;
                    (u32::from(base), 0x80 | u8::try_from(distance).unwrap())
                }
                Decomposed::Default => key_entry(c),
                Decomposed::Singleton(_) => return Some(c),
            };
            if (u32::from(value), shape) != expected {
                return Some(c);
            }
        }
        pairs.sort_unstable();
        let composites = self.composites.iter().map(|&code| char::from_u32(code.into()));
        if !composites.eq(pairs.iter().map(|&(.., c)| Some(c))) {
            return pairs.first().map(|&(.., c)| c);
        }
        let known = |mark| pairs.iter().any(|&(_, known, _)| known == mark);
        let classes = CanonicalCombiningClassMapBorrowed::new();
        let expected = |mark| if known(mark) { classes.get_u8(mark) } else { 0 };
        let mut marks = ('\u{300}'..='\u{36f}').zip(self.classes.iter().copied().chain([0; 112]));
        marks.find(|&(mark, class)| class != expected(mark)).map(|(mark, _)| mark)
    }
}

/// The characters of the tables, in their order.
fn latin() -> impl Iterator<Item = char> + Clone {
    ('\u{c0}'..='\u{24f}').chain('\u{1e00}'..='\u{1eff}')
}

/// The letters that no mark makes, as RAMQ's rule and, beyond its two ligatures, ours reads them; the
/// number tells letters of one key apart.
const KEYS: [(&str, &str, u8); 17] = [
    ("Ææ", "AE", 1),
    ("Œœ", "OE", 1),
    ("Ĳĳ", "IJ", 1),
    ("ẞß", "SS", 1),
    ("Þþ", "TH", 1),
    ("Øø", "O", 1),
    ("Đđ", "D", 1),
    ("Ðð", "D", 2),
    ("Ħħ", "H", 1),
    ("Łł", "L", 1),
    ("Ŋŋ", "N", 1),
    ("Ŧŧ", "T", 1),
    ("Ŀŀ", "L", 2),
    ("ı", "I", 1),
    ("ĸ", "K", 1),
    ("ŉ", "N", 2),
    ("ſ", "S", 1),
];

/// Returns what the tables should say of a character that does not decompose.
fn key_entry(c: char) -> (u32, u8) {
    let Some((_, key, number)) = KEYS.iter().find(|(letters, ..)| letters.contains(c)) else {
        return (0, 0);
    };
    let mut letters = key.bytes().map(u32::from);
    let value = letters.next().unwrap() << 8 | letters.next().unwrap_or(0);
    (value, number << 1 | u8::from(c.is_lowercase()))
}

#[test]
fn the_tables_take_at_most_four_kibibytes() {
    let bytes = Tables::new().bytes();
    println!("the tables of Latin: {bytes} bytes");
    assert!(bytes <= 4096, "{bytes}");
}

#[test]
fn every_entry_is_as_icu_has_it() {
    assert_eq!(Tables::new().first_fault(), None);
}

/// The control: each entry in turn, changed by one bit.
#[test]
fn every_planted_change_of_an_entry_is_caught() {
    let whole = Tables::new();
    let plant = |change: &dyn Fn(&mut Tables)| {
        let mut changed = whole.clone();
        change(&mut changed);
        assert!(changed.first_fault().is_some(), "a planted change goes unnoticed");
    };
    for at in 0..whole.values.len() {
        plant(&|tables| tables.values[at] ^= 1 << (at % 16));
        plant(&|tables| tables.shapes[at] ^= 1 << (at % 8));
    }
    for at in 0..whole.composites.len() {
        plant(&|tables| tables.composites[at] ^= 1 << (at % 16));
    }
    for at in 0..whole.classes.len() {
        plant(&|tables| tables.classes[at] ^= 1 << (at % 8));
    }
}

/// What others make of a text: the letters `A` to `Z` that are left of it, or none if anything else
/// is.
type Peer = fn(&str) -> Option<String>;

const PEERS: [(&str, Peer); 2] = [("unicode-normalization", normalized), ("ICU4X", icu)];

/// NFKD, marks dropped, lower case.
fn normalized(text: &str) -> Option<String> {
    only_letters(text.nfkd().filter(|&c| !is_combining_mark(c)).flat_map(char::to_lowercase))
}

/// NFKD, case folded, NFKD, nonspacing marks dropped.
fn icu(text: &str) -> Option<String> {
    const NFKD: DecomposingNormalizerBorrowed<'static> = DecomposingNormalizerBorrowed::new_nfkd();
    let category = CodePointMapData::<GeneralCategory>::new();
    let decomposed = NFKD.normalize(text);
    let folded = CaseMapper::new().fold_string(&decomposed);
    let again = NFKD.normalize(&folded);
    let is_mark = |c| category.get(c) == GeneralCategory::NonspacingMark;
    only_letters(again.chars().filter(|&c| !is_mark(c)))
}

fn only_letters(key: impl Iterator<Item = char>) -> Option<String> {
    let key: Option<String> =
        key.map(|c| c.is_ascii_alphabetic().then_some(c.to_ascii_uppercase())).collect();
    key.filter(|key| !key.is_empty())
}

/// What Sceau makes of a text, and what a peer does.
type Answers<'a> = (Result<&'a str, NameError>, Option<&'a str>);

/// Why a character has another key than a peer's; `None` if it has not.
fn reason(c: char, answers: Answers<'_>) -> Option<&'static str> {
    // Ǽ is Æ with an accent.
    let base = c.nfd().next().unwrap_or(c);
    match answers {
        (Ok(ours), Some(theirs)) if ours == theirs => None,
        (Err(_), None) => None,
        (Ok(ours), _) if KEYS.iter().any(|it| it.0.contains(base) && it.1 == ours) => Some(OWN),
        (Err(NameError::Unsupported { .. }), Some(_)) => Some(GUISE),
        (Err(NameError::Character { .. }), Some(_)) => Some(SIGN),
        _ => Some(UNEXPLAINED),
    }
}

/// The same of a letter with marks, one of which is `unknown`.
fn reason_of_marks(c: char, unknown: bool, answers: Answers<'_>) -> Option<&'static str> {
    match answers {
        (Err(_), Some(_)) if unknown => Some(MARK),
        _ => reason(c, answers),
    }
}

const OWN: &str = "letters of their own, to which only our rule gives a key";
const GUISE: &str = "letters in another guise, which no document prints: refused as unsupported";
const SIGN: &str = "signs that stand for letters and are none: refused as characters";
const MARK: &str = "letters under a mark that no letter of Latin is composed with: refused";

const UNEXPLAINED: &str = "nobody has explained";

/// Counts what differs from each peer, by its reason, and says which characters these are.
fn counts(
    fold: impl Fn(&str) -> Result<String, NameError>,
    texts: &(impl Iterator<Item = (char, String)> + Clone),
    reason: impl Fn(&str, Answers<'_>) -> Option<&'static str>,
) -> String {
    let mut lines = String::new();
    for (peer, theirs) in PEERS {
        let mut found = BTreeMap::<&str, (usize, BTreeSet<u32>)>::new();
        let mut agreed = 0_usize;
        for (c, text) in texts.clone() {
            let (ours, theirs) = (fold(&text), theirs(&text));
            match reason(&text, (ours.as_deref().map_err(|&error| error), theirs.as_deref())) {
                None => agreed += 1,
                Some(reason) => {
                    let (count, characters) = found.entry(reason).or_default();
                    *count += 1;
                    characters.insert(c.into());
                }
            }
        }
        lines.extend(["- ", peer, ": ", &agreed.to_string(), " alike.\n"]);
        for (reason, (count, characters)) in found {
            lines += &wrapped(&format!("  - {count}: {reason}; {}.", ranges(&characters)));
        }
    }
    lines
}

/// Writes characters as ranges.
fn ranges(characters: &BTreeSet<u32>) -> String {
    let mut ranges = Vec::<(u32, u32)>::new();
    for &c in characters {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == c => *last = c,
            _ => ranges.push((c, c)),
        }
    }
    let one = |(first, last): (u32, u32)| match last - first {
        0 => format!("U+{first:04X}"),
        _ => format!("U+{first:04X}–{last:04X}"),
    };
    ranges.into_iter().map(one).collect::<Vec<_>>().join(", ")
}

/// Breaks a line of a list at 120 columns.
fn wrapped(line: &str) -> String {
    let (mut text, mut column) = (String::new(), 0);
    for word in line.split_inclusive(' ') {
        let length = word.chars().count();
        if column + length > 120 {
            text.truncate(text.trim_end().len());
            text.push_str("\n    ");
            column = 4;
        }
        text.push_str(word);
        column += length;
    }
    text + "\n"
}

fn ours(text: &str) -> Result<String, NameError> {
    fold(text).map(|key| key.as_str().to_owned())
}

fn scalars() -> impl Iterator<Item = (char, String)> + Clone {
    ('\0'..=char::MAX).map(|c| (c, c.to_string()))
}

/// The letters of ASCII and the characters of the tables.
fn letters() -> impl Iterator<Item = char> + Clone {
    ('A'..='Z').chain('a'..='z').chain(latin())
}

/// The marks of the tables.
fn known_marks() -> Vec<char> {
    let classes = ('\u{300}'..='\u{36f}').zip(tables::CLASSES);
    classes.filter(|&(_, class)| class != 0).map(|(mark, _)| mark).collect()
}

fn pairs() -> impl Iterator<Item = (char, String)> + Clone {
    letters().flat_map(|c| ('\u{300}'..='\u{36f}').map(move |mark| (c, format!("{c}{mark}"))))
}

fn triples(marks: &[char]) -> impl Iterator<Item = (char, String)> + Clone {
    letters().flat_map(move |c| {
        let seconds = marks.iter().flat_map(move |one| marks.iter().map(move |two| (one, two)));
        seconds.map(move |(one, two)| (c, format!("{c}{one}{two}")))
    })
}

fn of_scalars(text: &str, answers: Answers<'_>) -> Option<&'static str> {
    reason(text.chars().next()?, answers)
}

fn of_marks(text: &str, answers: Answers<'_>) -> Option<&'static str> {
    let unknown = !text.chars().skip(1).all(|mark| known_marks().contains(&mark));
    reason_of_marks(text.chars().next()?, unknown, answers)
}

#[test]
fn every_scalar_value_folds_as_elsewhere_or_for_a_reason() {
    assert_documented("Every scalar value", &counts(ours, &scalars(), of_scalars));
}

#[test]
fn every_letter_with_a_mark_folds_as_elsewhere_or_for_a_reason() {
    assert_documented("Every letter with a mark", &counts(ours, &pairs(), of_marks));
}

#[test]
fn every_letter_with_two_marks_folds_as_elsewhere_or_for_a_reason() {
    let marks = known_marks();
    assert_eq!(marks.len(), 25);
    assert_documented("Every letter with two marks", &counts(ours, &triples(&marks), of_marks));
}

/// What normalization form C makes of the same, against ICU4X; what is refused is none of the peer's
/// composites of what is known.
#[test]
fn every_letter_with_marks_composes_as_in_icu() {
    const NFC: ComposingNormalizerBorrowed<'static> = ComposingNormalizerBorrowed::new_nfc();
    let marks = known_marks();
    let mut composed = 0;
    for (_, text) in scalars().chain(pairs()).chain(triples(&marks)) {
        let mut normal = heapless::String::<32>::new();
        if nfc(&text, &mut normal).is_ok() {
            assert_eq!(normal.as_str(), NFC.normalize(&text), "{text:?}");
            composed += 1;
        }
    }
    // Scalars, pairs and triples that are known.
    assert!(composed > 460_000, "{composed}");
}

/// The control: one letter of the answers in turn, changed.
#[test]
fn a_planted_change_of_a_key_is_caught() {
    let texts = latin().map(|c| (c, c.to_string()));
    let documented = counts(ours, &texts, of_scalars);
    for planted in ['É', 'ÿ', 'ệ', 'Œ', 'ß'] {
        let faulty = |text: &str| {
            let key = ours(text)?;
            Ok(if text.starts_with(planted) { key.replace(['E', 'Y', 'S'], "X") } else { key })
        };
        let found = counts(faulty, &texts, of_scalars);
        assert_ne!(found, documented, "{planted}: a planted change goes unnoticed");
    }
}

/// Fails if `docs/folding.md` does not hold these lines below their heading.
fn assert_documented(heading: &str, lines: &str) {
    assert!(!lines.contains(UNEXPLAINED), "{lines}");
    let document = include_str!("../docs/folding.md");
    let section = format!("## {heading}\n\n{lines}");
    assert!(document.contains(&section), "docs/folding.md should hold:\n{section}");
}
