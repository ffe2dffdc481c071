//! How the rules read a text: one unit for each letter with its marks.

use crate::text::{Cluster, Clusters, Mark, base, is_space, key, narrow};

/// A character with its marks, as the rules read it.
#[derive(Clone)]
pub(super) struct Unit {
    /// Where it begins, in bytes.
    pub(super) at: usize,
    /// Where the next one begins.
    pub(super) end: usize,
    cluster: Cluster,
}

impl Unit {
    /// Returns whether two units are the same character, case and accents included.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        self.cluster.base == other.cluster.base && self.cluster.marks == other.cluster.marks
    }

    /// Returns the unit as one character, without regard to case where a keyboard has its key.
    pub(super) fn on_keyboard(&self) -> Option<char> {
        Some(match self.cluster.to_char()? {
            'À' => 'à',
            'Ç' => 'ç',
            'È' => 'è',
            'É' => 'é',
            'Ù' => 'ù',
            c => c.to_ascii_lowercase(),
        })
    }

    /// Returns the unit as a letter without case, or a digit; `None` for all but ASCII.
    pub(super) fn in_alphabet(&self) -> Option<u8> {
        let c = self.cluster.base.filter(char::is_ascii_alphanumeric)?;
        self.cluster.marks.is_empty().then(|| u8::try_from(c.to_ascii_lowercase()).ok())?
    }
}

/// Goes through the units of a text, up to a letter with more marks than a text may have.
pub(super) fn units(text: &str) -> impl Iterator<Item = Unit> {
    let spaced = text.char_indices().map(|(at, c)| (at, if is_space(c) { ' ' } else { c }));
    let mut clusters = Clusters::new(spaced).map_while(Result::ok).peekable();
    core::iter::from_fn(move || {
        let cluster = clusters.next()?;
        let end = clusters.peek().map_or(text.len(), |next| next.at);
        Some(Unit { at: cluster.at, end, cluster })
    })
}

/// A letter or digit of a folded text, or what stands between.
#[derive(Clone, Copy)]
pub(super) struct Symbol {
    pub(super) at: usize,
    pub(super) end: usize,
    pub(super) value: char,
}

/// Goes through a text without regard to case and accents: a letter is the letters of its key, as
/// names have them, every other character itself, and a combining mark nothing.
pub(super) fn symbols(text: &str) -> impl Iterator<Item = Symbol> {
    let mut bases = text.char_indices().filter(|&(_, c)| Mark::from_char(c).is_none()).peekable();
    let mut second = None;
    core::iter::from_fn(move || {
        if let Some(symbol) = second.take() {
            return Some(symbol);
        }
        let (at, c) = bases.next()?;
        let end = bases.peek().map_or(text.len(), |&(next, _)| next);
        let (first, other) = folded(c);
        second = other.map(|value| Symbol { at, end, value });
        Some(Symbol { at, end, value: first })
    })
}

fn folded(c: char) -> (char, Option<char>) {
    if c.is_ascii() {
        return (c.to_ascii_uppercase(), None);
    }
    let c = if is_space(c) { ' ' } else { base(narrow(c)) };
    match key(c) {
        Some(key) => (char::from(key.first), key.second.map(char::from)),
        None => (c, None),
    }
}

/// Returns whether a character stands between words: a space, or punctuation that a password can
/// have.
pub(super) const fn is_separator(c: char) -> bool {
    match c {
        '\0'..='\u{bf}' => !c.is_ascii_alphanumeric(),
        _ => matches!(c, '×' | '÷' | '\u{2000}'..='\u{206f}' | '\u{20a0}'..='\u{20cf}'),
    }
}
