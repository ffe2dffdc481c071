//! A word of the person's, looked for in a text of any length in linear time, without a heap.

use heapless::Vec;

use super::reason::Place;
use super::unit::{Symbol, is_separator, symbols};
use crate::text::is_space;

/// A word, folded, and how to go on after a symbol that does not fit (Knuth, Morris and Pratt 1977).
pub(super) struct Word {
    symbols: Vec<char, MAX_SYMBOLS>,
    /// How many symbols of the beginning are also the end, of the word up to each symbol.
    borders: Vec<u8, MAX_SYMBOLS>,
    over_spaces: bool,
}

impl Word {
    /// Takes the letters and digits of a word, if they are `least` or more.
    ///
    /// A space in the text ends a word, unless the word has one itself.
    pub(super) fn new(word: &str, least: u8) -> Option<Self> {
        let over_spaces = word.contains(is_space);
        let mut new = Self { symbols: Vec::new(), borders: Vec::new(), over_spaces };
        for symbol in letters(word, true).take(MAX_SYMBOLS) {
            let longest = new.borders.last().copied().unwrap_or(0);
            let border = if new.symbols.is_empty() { 0 } else { new.next(longest, symbol.value) };
            // There is room: no more were taken.
            let _fits = new.symbols.push(symbol.value);
            let _fits = new.borders.push(border);
        }
        (new.symbols.len() >= usize::from(least)).then_some(new)
    }

    /// Returns the first place of the word in the text.
    pub(super) fn find(&self, text: &str) -> Option<Place> {
        let length = self.symbols.len();
        let mut state = 0;
        for (index, symbol) in letters(text, self.over_spaces).enumerate() {
            // A word has no space, so that one begins anew.
            state = self.next(state, symbol.value);
            if usize::from(state) == length {
                let first = (index + 1).checked_sub(length)?;
                let at = letters(text, self.over_spaces).nth(first)?.at;
                return Some(Place { at, end: symbol.end });
            }
        }
        None
    }

    /// Returns how many symbols of the word fit, if `state` fitted before `symbol`.
    fn next(&self, mut state: u8, symbol: char) -> u8 {
        loop {
            if self.symbols.get(usize::from(state)) == Some(&symbol) {
                return state + 1;
            }
            let Some(before) = state.checked_sub(1) else { return 0 };
            // Always shorter than the state: the loop ends.
            state = self.borders.get(usize::from(before)).copied().unwrap_or(0);
        }
    }
}

/// Returns whether text and word are the same letters and digits, and at least `least`.
pub(super) fn is_whole(text: &str, word: &str, least: u8) -> bool {
    let values = |text| letters(text, true).map(|symbol| symbol.value);
    values(text).eq(values(word)) && values(word).take(usize::from(least)).count() >= least.into()
}

/// Returns the first place where the text has [`NUMBER_PART`] or more symbols of a number in a row.
pub(super) fn find_number(text: &str, number: &str) -> Option<Place> {
    let mut symbols = Vec::<char, MAX_NUMBER>::new();
    for symbol in letters(number, true).take(MAX_NUMBER) {
        // There is room; `collect` would keep a panic path.
        let _fits = symbols.push(symbol.value);
    }
    // How many symbols in a row fit up to each of the number, and where they begin.
    let mut runs = [(0_u8, 0_usize); MAX_NUMBER];
    let mut found: Option<Place> = None;
    for symbol in letters(text, true) {
        let mut behind = (0, symbol.at);
        for (run, expected) in runs.iter_mut().zip(&symbols) {
            let (length, at) = behind;
            behind = *run;
            *run = if *expected != symbol.value {
                (0, 0)
            } else if length == 0 {
                (1, symbol.at)
            } else {
                (length + 1, at)
            };
            match &mut found {
                _ if run.0 < NUMBER_PART => {}
                Some(place) if place.at == run.1 => place.end = symbol.end,
                Some(_) => {}
                None => found = Some(Place { at: run.1, end: symbol.end }),
            }
        }
    }
    found
}

/// Goes through the letters and digits of a text, and its spaces as U+0020 unless they are passed
/// over too.
fn letters(text: &str, over_spaces: bool) -> impl Iterator<Item = Symbol> {
    symbols(text)
        .filter(move |symbol| !is_separator(symbol.value) || symbol.value == ' ' && !over_spaces)
}

/// The most symbols of a word that are looked for.
const MAX_SYMBOLS: usize = 64;
/// The most symbols of a number that are looked for; a NAM has 12.
const MAX_NUMBER: usize = 16;
/// How many symbols of a number in a row are too many.
const NUMBER_PART: u8 = 6;
