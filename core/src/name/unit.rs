//! A name as a stream of letters and separators.

use core::str::CharIndices;

use super::{MAX_NAME_BYTES, NameError};
use crate::text::{
    Cluster, Clusters, Key, Mark, is_apostrophe, is_hyphen, is_invisible, is_look_alike, is_space,
    key, narrow,
};

/// What comparison walks over.
#[derive(Clone)]
pub(super) enum Unit {
    Letter(Letter),
    Separator(Separator),
}

/// One key letter; Œ is two.
#[derive(Clone)]
pub(super) struct Letter {
    /// `A` to `Z`.
    pub(super) key: u8,
    /// Whether it is lower case; `None` for the second half of a capital, so that Œ is OE and Oe.
    pub(super) lower: Option<bool>,
    /// Tells a letter from its plain one: 0 for L, another number for Ł; 0 for a ligature, which
    /// `half` tells.
    pub(super) form: u8,
    /// Which half of a letter that stands for two it is.
    pub(super) half: Half,
    cluster: Cluster,
}

/// Which half of a ligature a key letter is.
#[derive(Clone, Copy, Eq, PartialEq)]
pub(super) enum Half {
    /// The letter is not a ligature.
    Whole,
    First,
    Second,
}

/// What stands between letters; all characters of one kind are the same.
#[derive(Clone, Copy)]
pub(super) struct Separator {
    pub(super) kind: SeparatorKind,
    pub(super) at: usize,
}

/// The four kinds of separators.
#[derive(Clone, Copy, Eq, PartialEq)]
pub(super) enum SeparatorKind {
    Apostrophe,
    Hyphen,
    Space,
    Period,
}

/// The letters and separators of a name; spaces are trimmed, and several are one.
///
/// Ask for no more after an error.
#[derive(Clone)]
pub(super) struct Units<'a> {
    clusters: Clusters<Cleaned<'a>>,
    /// Whether anything but spaces has come.
    begun: bool,
    /// What a space was put before.
    held: Option<Unit>,
    /// The second half of a ligature.
    half: Option<Letter>,
}

/// The characters of a text, the invisible ones left out, the full-width ones narrowed.
#[derive(Clone)]
struct Cleaned<'a>(CharIndices<'a>);

impl Letter {
    fn new(cluster: Cluster, key: Key) -> Self {
        let (half, form) =
            if key.second.is_some() { (Half::First, 0) } else { (Half::Whole, key.form) };
        Self { key: key.first, lower: Some(key.lower), form, half, cluster }
    }

    fn second(&self, key: u8) -> Self {
        let lower = self.lower.filter(|&lower| lower);
        Self { key, lower, half: Half::Second, ..self.clone() }
    }

    /// Where the letter begins, in bytes.
    pub(super) fn at(&self) -> usize {
        self.cluster.at
    }

    /// Whether the letter is one of `A` to `Z`, in either case and without marks.
    pub(super) fn is_plain(&self) -> bool {
        self.half == Half::Whole && self.form == 0 && self.cluster.marks.is_empty()
    }

    /// Returns the marks in canonical order; a ligature's count with its first half.
    pub(super) fn marks(&self) -> &[Mark] {
        if self.half == Half::Second { &[] } else { &self.cluster.marks }
    }

    /// Returns the second letter of those that ICAO Doc 9303-3 recommends for this one (Ü is UE),
    /// beside what its key has.
    pub(super) fn spelled(&self) -> Option<u8> {
        match self.to_char()? {
            'Ä' | 'ä' | 'Ö' | 'ö' | 'Ø' | 'ø' | 'Ü' | 'ü' => Some(b'E'),
            'Å' | 'å' => Some(b'A'),
            _ => None,
        }
    }

    /// Returns the letter with its marks as one character, the whole of a ligature; `None` if
    /// normalization form C has no such character.
    pub(super) fn to_char(&self) -> Option<char> {
        self.cluster.to_char()
    }
}

impl SeparatorKind {
    fn of(c: char) -> Option<Self> {
        match c {
            '.' => Some(Self::Period),
            _ if is_space(c) => Some(Self::Space),
            _ if is_hyphen(c) => Some(Self::Hyphen),
            _ if is_apostrophe(c) => Some(Self::Apostrophe),
            _ => None,
        }
    }

    /// Returns the plainest character of the kind.
    pub(super) const fn to_char(self) -> char {
        match self {
            Self::Apostrophe => '\'',
            Self::Hyphen => '-',
            Self::Space => ' ',
            Self::Period => '.',
        }
    }
}

impl<'a> Units<'a> {
    pub(super) fn new(name: &'a str) -> Result<Self, NameError> {
        if name.len() > MAX_NAME_BYTES {
            return Err(NameError::TooLong { at: name.floor_char_boundary(MAX_NAME_BYTES) });
        }
        let clusters = Clusters::new(Cleaned(name.char_indices()));
        Ok(Self { clusters, begun: false, held: None, half: None })
    }

    /// Makes a unit of a cluster, and keeps the second half of a ligature for later.
    fn unit(&mut self, cluster: Cluster) -> Result<Unit, NameError> {
        let at = cluster.at;
        // Marks that begin the text have no letter to stand on.
        let base = cluster.base.ok_or(NameError::Character { at })?;
        if let Some(key) = key(base) {
            let letter = Letter::new(cluster, key);
            self.half = key.second.map(|second| letter.second(second));
            return Ok(Unit::Letter(letter));
        }
        match SeparatorKind::of(base) {
            Some(kind) if cluster.marks.is_empty() => Ok(Unit::Separator(Separator { kind, at })),
            None if !is_no_letter(base) => Err(NameError::Unsupported { at }),
            _ => Err(NameError::Character { at }),
        }
    }

    fn advance(&mut self) -> Result<Option<Unit>, NameError> {
        let mut space = None;
        while let Some(cluster) = self.clusters.next() {
            let cluster = cluster.map_err(|at| NameError::TooManyMarks { at })?;
            let unit = self.unit(cluster)?;
            if let Unit::Separator(Separator { kind: SeparatorKind::Space, .. }) = unit {
                space = space.or(self.begun.then_some(unit));
                continue;
            }
            self.begun = true;
            if space.is_some() {
                self.held = Some(unit);
                return Ok(space);
            }
            return Ok(Some(unit));
        }
        Ok(None)
    }
}

impl Iterator for Units<'_> {
    type Item = Result<Unit, NameError>;

    fn next(&mut self) -> Option<Self::Item> {
        let kept = self.held.take().or_else(|| self.half.take().map(Unit::Letter));
        kept.map_or_else(|| self.advance().transpose(), |unit| Some(Ok(unit)))
    }
}

impl Iterator for Cleaned<'_> {
    type Item = (usize, char);

    fn next(&mut self) -> Option<Self::Item> {
        let (at, c) = self.0.find(|&(_, c)| !is_invisible(c))?;
        Some((at, narrow(c)))
    }
}

/// Whether a character that is no separator is a digit, a control or a symbol, by its block.
const fn is_no_letter(c: char) -> bool {
    let block = matches!(
        c,
        '\0'..='\u{bf}' | '×' | '÷'
            | '\u{2000}'..='\u{206f}' | '\u{20a0}'..='\u{2bff}'
            | '\u{e000}'..='\u{f8ff}' | '\u{fff0}'..='\u{ffff}'
            | '\u{1f000}'..='\u{1fbff}'
    );
    block && !matches!(c, 'ª' | 'µ' | 'º') && !is_look_alike(c)
}
