//! What the tables say of one Latin character.

use super::tables::{CLASSES, COMPOSITES, SHAPES, VALUES};

/// One of the 25 combining marks of Latin's canonical decompositions: its distance from U+0300.
#[derive(Clone, Copy, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct Mark(u8);

impl Mark {
    /// Returns the mark that `c` is, if it is one.
    pub(crate) fn from_char(c: char) -> Option<Self> {
        let distance = u32::from(c).checked_sub(FIRST_MARK)?;
        let mark = Self(u8::try_from(distance).ok()?);
        (mark.class() != 0).then_some(mark)
    }

    /// Returns the mark as a character.
    pub(crate) fn to_char(self) -> Option<char> {
        char::from_u32(FIRST_MARK + u32::from(self.0))
    }

    /// Returns the canonical combining class; 0 for what is no mark.
    pub(crate) fn class(self) -> u8 {
        CLASSES.get(usize::from(self.0)).copied().unwrap_or(0)
    }
}

/// What a letter without a decomposition is to the comparison of names.
#[derive(Clone, Copy, Eq, PartialEq)]
pub(crate) struct Key {
    /// The key letter, `A` to `Z`.
    pub(crate) first: u8,
    /// The second key letter of a letter that stands for two (Æ, Œ, Ĳ, ß, Þ).
    pub(crate) second: Option<u8>,
    /// 0 for a plain letter; otherwise what tells apart the letters of one key (Đ and Ð).
    pub(crate) form: u8,
    /// Whether the letter is lower case.
    pub(crate) lower: bool,
}

/// Returns the key of a letter that has no decomposition, or `None` if no rule gives it one.
pub(crate) fn key(c: char) -> Option<Key> {
    if let 'A'..='Z' | 'a'..='z' = c {
        // The cast is exact: `c` is ASCII.
        let first = (c as u8).to_ascii_uppercase();
        return Some(Key { first, second: None, form: 0, lower: c.is_ascii_lowercase() });
    }
    match entry(c)? {
        (0, _) | (_, 0x80..) => None,
        (letters, shape) => {
            let [first, second] = letters.to_be_bytes();
            let second = (second != 0).then_some(second);
            Some(Key { first, second, form: shape >> 1, lower: shape & 1 == 1 })
        }
    }
}

/// Returns the key letters of a letter beyond ASCII under its accents.
#[inline]
pub(crate) fn plain_key(c: char) -> Option<(u8, Option<u8>)> {
    match entry(c)? {
        (base @ 0..0x80, 0x80..) => Some((base.to_le_bytes()[0] & 0xdf, None)),
        (0x80.., 0x80..) => key(base(c)).map(|key| (key.first, key.second)),
        _ => key(c).map(|key| (key.first, key.second)),
    }
}

/// Returns the key of a letter beyond ASCII under its one accent, if it has one; `None` also for
/// two accents.
#[inline]
pub(crate) fn key_and_mark(c: char) -> Option<(Key, Option<Mark>)> {
    match entry(c)? {
        (base @ 0..0x80, shape @ 0x80..) => {
            let base = base.to_le_bytes()[0];
            let (first, lower) = (base & 0xdf, base & 0x20 != 0);
            Some((Key { first, second: None, form: 0, lower }, Some(Mark(shape & 0x7f))))
        }
        (base, shape @ 0x80..) => Some((key(character(base)?)?, Some(Mark(shape & 0x7f)))),
        _ => Some((key(c)?, None)),
    }
}

/// Returns the canonical decomposition of `c` into a base, which may decompose once more, and a
/// mark.
pub(crate) fn decompose(c: char) -> Option<(char, Mark)> {
    match entry(c)? {
        (base, shape @ 0x80..) => Some((char::from_u32(u32::from(base))?, Mark(shape & 0x7f))),
        _ => None,
    }
}

/// Returns the letter under the accents of `c`; any other character unchanged.
pub(crate) fn base(c: char) -> char {
    // Two decompositions at most: ấ is â with an accent.
    let outer = decompose(c).map_or(c, |(base, _)| base);
    decompose(outer).map_or(outer, |(base, _)| base)
}

/// Returns the character that decomposes into `base` and `mark`.
pub(crate) fn compose(base: char, mark: Mark) -> Option<char> {
    let pair = Some((base, mark));
    let at = COMPOSITES.binary_search_by_key(&pair, |&code| decompose(character(code)?)).ok()?;
    character(*COMPOSITES.get(at)?)
}

/// Whether `c` is Latin as the tables know it: U+00C0–024F, U+1E00–1EFF, or U+0292, base of U+01EF.
pub(crate) fn is_latin(c: char) -> bool {
    c == '\u{292}' || entry(c).is_some()
}

/// Whether `c` is a Latin letter: ASCII, U+00C0–024F but × and ÷, U+0292, or U+1E00–1EFF.
pub(crate) fn is_latin_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || is_latin(c) && !matches!(c, '×' | '÷')
}

fn entry(c: char) -> Option<(u16, u8)> {
    let at = match c {
        '\u{c0}'..='\u{24f}' => u32::from(c) - 0xc0,
        '\u{1e00}'..='\u{1eff}' => u32::from(c) - 0x1e00 + SECOND_BLOCK,
        _ => return None,
    };
    let at = usize::try_from(at).ok()?;
    Some((*VALUES.get(at)?, *SHAPES.get(at)?))
}

fn character(code: u16) -> Option<char> {
    char::from_u32(u32::from(code))
}

const FIRST_MARK: u32 = 0x300;
/// Where U+1E00 stands in the tables.
const SECOND_BLOCK: u32 = 0x250 - 0xc0;
