//! A first look at two names, which settles most comparisons.

use super::plain::{Eight, beyond_ascii};
use super::unit::Half;
use super::{MAX_KEY_LETTERS, Place};
use crate::text::{Mark, compose, key_and_mark, plain_key};

/// Where two names differ first, in each way that a glance can tell.
#[derive(Clone, Copy, Default)]
pub(super) struct Glance {
    pub(super) case: Option<Place>,
    pub(super) typography: Option<Place>,
    pub(super) diacritics: Option<Place>,
    pub(super) ligature: Option<Place>,
}

/// Compares two names that differ at most in case, accents, ligatures and separators.
///
/// `None` says nothing: in what else names differ, and what is wrong with one, is for
/// [`Walk`](super::walk::Walk) to find.
#[inline]
pub(super) fn compare(first: &str, second: &str) -> Option<Glance> {
    if first.len() > MAX_KEY_LETTERS || second.len() > MAX_KEY_LETTERS {
        return None;
    }
    let (mut first, mut second) = (Signs::new(first), Signs::new(second));
    let mut glance = Glance::default();
    // Where separators differ, until the letters after them turn out to agree.
    let mut separators: Option<Place> = None;
    loop {
        if separators.is_none() && first.half.is_none() && second.half.is_none() {
            glance.skip_letters(&mut first, &mut second)?;
            if first.rest.is_empty() && second.rest.is_empty() {
                return first.has_letter().then_some(glance);
            }
        }
        let (mut one, mut other) = (first.next()?, second.next()?);
        while one.key != other.key {
            if !one.is_alone(&other) && !other.is_alone(&one) {
                return None;
            }
            let place = Place::new(one.separator(), other.separator());
            separators = separators.or(Some(place));
            let (is_first, is_second) = (one.is_separator(), other.is_separator());
            one = if is_first { first.next()? } else { one };
            other = if is_second { second.next()? } else { other };
        }
        if !one.is_separator() {
            glance.typography = glance.typography.or(separators.take());
        }
        if one.key == END {
            return first.has_letter().then_some(glance);
        }
        if one.look != other.look {
            glance.note(one, other)?;
        }
    }
}

impl Glance {
    /// Skips letters of one key, and separators that both names have.
    #[inline]
    fn skip_letters(&mut self, first: &mut Signs<'_>, second: &mut Signs<'_>) -> Option<()> {
        let (mut one, mut other) = (first.rest, second.rest);
        loop {
            // Of letters that differ in case only the first is told.
            let case = self.case.is_some();
            let run = Eight::begin(one).same_letters(Eight::begin(other), case);
            (one, other) = (one.get(run..)?, other.get(run..)?);
            if run == 8 {
                continue;
            }
            if let Some(behind) = same_sign(one, other) {
                (one, other) = behind;
                continue;
            }
            let at = (first.name.len() - one.len(), second.name.len() - other.len());
            let (Some((a, behind)), Some((b, behind_other))) =
                (Sign::letter(one, at.0), Sign::letter(other, at.1))
            else {
                break;
            };
            if a.key != b.key {
                break;
            }
            if a.look != b.look {
                self.note(a, b)?;
            }
            (one, other) = (behind, behind_other);
        }
        if begins_mark(one) || begins_mark(other) {
            // The letters before it may differ in that.
            (one, other) = (first.before(one)?, second.before(other)?);
        }
        (first.rest, second.rest) = (one, other);
        Some(())
    }

    /// Notes in what two letters with one key differ; `None` if the next letter may spell an accent
    /// (Ü is UE).
    fn note(&mut self, one: Sign, other: Sign) -> Option<()> {
        let place = || Some(Place::new((one.at, one.to_char()), (other.at, other.to_char())));
        let (a, b) = (one.look, other.look);
        if a.lower.zip(b.lower).is_some_and(|(a, b)| a != b) {
            self.case = self.case.or_else(place);
        }
        if a.form != b.form || a.mark != b.mark {
            if one.is_spelled() || other.is_spelled() {
                return None;
            }
            self.diacritics = self.diacritics.or_else(place);
        }
        if (a.half == Half::Whole) != (b.half == Half::Whole) {
            self.ligature = self.ligature.or_else(place);
        }
        Some(())
    }
}

/// Returns what is behind one separator or letter beyond ASCII that both texts begin with.
#[inline]
fn same_sign<'a, 'b>(one: &'a [u8], other: &'b [u8]) -> Option<(&'a [u8], &'b [u8])> {
    let behind = match (one, other) {
        ([a @ (b'-' | b'\'' | b'.'), one @ ..], [b, other @ ..]) if a == b => (one, other),
        ([a @ 0xc3..=0xc9, c, one @ ..], [b, d, other @ ..]) if (a, c) == (b, d) => {
            let (letter, _) = beyond_ascii(*a, &[*c])?;
            plain_key(letter)?;
            (one, other)
        }
        _ => return None,
    };
    (!begins_mark(behind.0) && !begins_mark(behind.1)).then_some(behind)
}

/// One key letter, a separator, or the end.
#[derive(Clone, Copy)]
struct Sign {
    /// `A` to `Z`, the separator, or [`END`].
    key: u8,
    look: Look,
    /// Where it begins in the name, in bytes.
    at: usize,
    /// The character as it is written, without a mark behind it.
    character: char,
}

/// How a letter is written.
#[derive(Clone, Copy, Eq, PartialEq)]
struct Look {
    lower: Option<bool>,
    half: Half,
    form: u8,
    mark: Option<Mark>,
}

impl Sign {
    /// Reads one letter of one key letter, with at most one mark, which it brings along; `None` for
    /// anything else.
    #[inline]
    fn letter(text: &[u8], at: usize) -> Option<(Self, &[u8])> {
        let (sign, rest) = match text {
            [byte, rest @ ..] if byte.is_ascii_alphabetic() => {
                let lower = Some(byte & 0x20 != 0);
                let look = Look { lower, half: Half::Whole, form: 0, mark: None };
                (Self { key: byte & 0xdf, look, at, character: char::from(*byte) }, rest)
            }
            [lead @ 0xc3..=0xc9, behind @ ..] => {
                let (character, rest) = beyond_ascii(*lead, behind)?;
                let (key, mark) = key_and_mark(character)?;
                let look = Look { lower: Some(key.lower), half: Half::Whole, form: key.form, mark };
                let sign = Self { key: key.first, look, at, character };
                (key.second.is_none().then_some(sign)?, rest)
            }
            _ => return None,
        };
        (!begins_mark(rest)).then_some((sign, rest))
    }

    const fn is_separator(&self) -> bool {
        matches!(self.key, b' ' | b'-' | b'\'' | b'.')
    }

    /// Whether it is a separator that another sign has no counterpart for, and that joins nothing.
    const fn is_alone(&self, other: &Self) -> bool {
        self.is_separator() && (other.is_separator() || self.key != b' ')
    }

    /// Returns where it is, and the separator that it is.
    fn separator(&self) -> (usize, Option<char>) {
        (self.at, self.is_separator().then_some(self.character))
    }

    /// Returns the letter with its marks, if it is one character.
    fn to_char(self) -> Option<char> {
        match self.look.mark {
            Some(mark) if self.character.is_ascii() => compose(self.character, mark),
            _ => Some(self.character),
        }
    }

    /// Whether two letters are written for this one where it cannot be: Ä, Ö, Ø, Ü, Å.
    fn is_spelled(self) -> bool {
        let spelled = || {
            matches!(
                self.to_char(),
                Some('Ä' | 'ä' | 'Å' | 'å' | 'Ö' | 'ö' | 'Ø' | 'ø' | 'Ü' | 'ü')
            )
        };
        matches!(self.key, b'A' | b'O' | b'U') && spelled()
    }
}

/// The signs of a name.
struct Signs<'a> {
    name: &'a [u8],
    rest: &'a [u8],
    /// The second half of a ligature.
    half: Option<Sign>,
}

impl<'a> Signs<'a> {
    const fn new(name: &'a str) -> Self {
        Self { name: name.as_bytes(), rest: name.as_bytes(), half: None }
    }

    /// Returns what is left of the name, and the letter of ASCII before it.
    fn before(&self, rest: &[u8]) -> Option<&'a [u8]> {
        let from = self.name.len().checked_sub(rest.len() + 1)?;
        self.name.get(from..).filter(|rest| matches!(rest, [c, ..] if c.is_ascii_alphabetic()))
    }

    /// Whether a name that was read to its end has a letter.
    fn has_letter(&self) -> bool {
        self.name.iter().any(|byte| byte.is_ascii_alphabetic() || !byte.is_ascii())
    }

    /// Returns the next sign; `None` for what is written in a rarer way.
    #[inline]
    fn next(&mut self) -> Option<Sign> {
        if let Some(half) = self.half.take() {
            return Some(half);
        }
        let at = self.name.len() - self.rest.len();
        let look = Look { lower: None, half: Half::Whole, form: 0, mark: None };
        let [byte, rest @ ..] = self.rest else {
            return Some(Sign { key: END, look, at, character: '\0' });
        };
        self.rest = rest;
        let (key, character) = (byte & 0xdf, char::from(*byte));
        if key.is_ascii_uppercase() {
            let look = Look { lower: Some(byte & 0x20 != 0), ..look };
            let sign = Sign { key, look, at, character };
            return if begins_mark(rest) { self.marked(sign) } else { Some(sign) };
        }
        match byte {
            b'-' | b'\'' | b'.' if !begins_mark(rest) => {}
            // Spaces around a name are none, and several are one.
            b' ' if at > 0 && !begins_mark(rest) && !matches!(rest, [] | [b' ', ..]) => {}
            _ => return self.beyond_ascii(*byte, at),
        }
        Some(Sign { key: *byte, look, at, character })
    }

    /// Reads the one mark behind a letter.
    fn marked(&mut self, sign: Sign) -> Option<Sign> {
        let [lead, rest @ ..] = self.rest else { return None };
        let (mark, rest) = beyond_ascii(*lead, rest)?;
        self.rest = rest;
        let look = Look { mark: Some(Mark::from_char(mark)?), ..sign.look };
        (!begins_mark(rest)).then_some(Sign { look, ..sign })
    }

    /// Reads a letter beyond ASCII, with at most one mark.
    fn beyond_ascii(&mut self, lead: u8, at: usize) -> Option<Sign> {
        let (character, rest) = beyond_ascii(lead, self.rest)?;
        self.rest = rest;
        let (key, mark) = key_and_mark(character)?;
        let (half, form) =
            if key.second.is_some() { (Half::First, 0) } else { (Half::Whole, key.form) };
        let look = Look { lower: Some(key.lower), half, form, mark };
        let sign = Sign { key: key.first, look, at, character };
        self.half = key.second.map(|second| {
            let lower = key.lower.then_some(true);
            let look = Look { lower, half: Half::Second, form: 0, mark: None };
            Sign { key: second, look, ..sign }
        });
        (!begins_mark(rest)).then_some(sign)
    }
}

/// Whether a text begins with a character from U+0300 to U+037F.
const fn begins_mark(text: &[u8]) -> bool {
    matches!(text, [0xcc | 0xcd, ..])
}

/// What stands behind the last sign.
const END: u8 = 0;
