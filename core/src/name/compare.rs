//! How two names differ, and where.

use core::fmt;

use super::difference::COUNT;
use super::glance::{self, Glance};
use super::walk::Walk;
use super::{Difference, Differences, NameError, fold, words};

/// Compares two names, and says in what they differ and where first.
///
/// Composed and decomposed accents, characters of one kind (`'` and `’`, `-` and `‐`), spaces
/// around a name, several spaces for one, invisible and full-width characters make no difference.
/// A separator that differs counts only if the letters after it agree.
///
/// Where the letters are other ones, the words are compared: one may be missing, cut to its first
/// letter, abbreviated, or stand elsewhere. If that does not explain it, the names are
/// [`Difference::Different`]: what lies behind the first letter that is another one is then not
/// compared.
///
/// # Errors
///
/// What [`fold`] says of either name: neither is empty, and both are Latin.
///
/// # Example
///
/// ```
/// use sceau::name::{Difference, NamePolicy, compare};
///
/// let card_and_notice = compare("ELISE SERAPHIN", "Élise Séraphin")?;
/// assert!(card_and_notice.contains(Difference::Case));
/// let accent = card_and_notice.place(Difference::Diacritics).unwrap();
/// assert_eq!((accent.letter_first(), accent.letter_second()), (Some('E'), Some('É')));
/// assert!(!NamePolicy::SAG.accepts(&card_and_notice));
/// assert!(NamePolicy::TOLERANT.accepts(&card_and_notice));
/// # Ok::<(), sceau::name::NameCompareError>(())
/// ```
pub fn compare(first: &str, second: &str) -> Result<Comparison, NameCompareError> {
    match glance::compare(first, second) {
        Some(glance) => Ok(Comparison::of(glance)),
        None => compare_units(first, second),
    }
}

fn compare_units(first: &str, second: &str) -> Result<Comparison, NameCompareError> {
    // The walk may end early: both names are checked to their ends before.
    fold(first).map_err(|error| NameCompareError { side: Side::First, error })?;
    fold(second).map_err(|error| NameCompareError { side: Side::Second, error })?;
    let letters = Walk::new(first, second)?.run()?;
    if letters.contains(Difference::Different) {
        return Ok(words::compare(first, second).unwrap_or(letters));
    }
    Ok(letters)
}

/// One of two names.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Side {
    /// The first name.
    First,
    /// The second name.
    Second,
}

wire_names!(Side { First => "first", Second => "second" });

/// Why two names could not be compared: which of them is at fault, and its error.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct NameCompareError {
    /// The name at fault; the first one if both are.
    pub side: Side,
    /// What is wrong with it.
    pub error: NameError,
}

impl NameCompareError {
    /// The stable wire name of the error.
    pub const fn name(&self) -> &'static str {
        self.error.name()
    }
}

error_display!(NameCompareError);

/// How two names differ: in nothing, or in a set of ways, each with the first place where it shows.
///
/// Its `Debug` shows the type only.
#[must_use]
#[derive(Clone, Copy, Default, Eq, PartialEq)]
pub struct Comparison {
    places: [Option<Place>; COUNT],
}

impl Comparison {
    /// Whether the names do not differ.
    pub fn is_identical(&self) -> bool {
        self.differences().is_empty()
    }

    /// Whether the names differ so.
    pub fn contains(&self, difference: Difference) -> bool {
        self.place(difference).is_some()
    }

    /// Returns the ways in which the names differ.
    pub fn differences(&self) -> Differences {
        let found = Difference::ALL.iter().filter(|&&difference| self.contains(difference));
        found.fold(Differences::NONE, |set, &difference| set.with(difference))
    }

    /// Returns the ways in which the names differ as bits ([`Differences::bits`]).
    pub fn bits(&self) -> u32 {
        self.differences().bits()
    }

    /// Returns the first place where the names differ so; `None` if they do not.
    pub fn place(&self, difference: Difference) -> Option<Place> {
        self.places.get(difference.place()).copied().flatten()
    }

    /// Makes a comparison of what a glance told, in the order of [`Difference::ALL`].
    const fn of(Glance { case, typography, diacritics, ligature }: Glance) -> Self {
        const NONE: Option<Place> = None;
        Self {
            places: [
                case, typography, diacritics, ligature, NONE, NONE, NONE, NONE, NONE, NONE, NONE,
                NONE,
            ],
        }
    }

    /// Notes a difference, unless it was noted before.
    pub(super) fn note(&mut self, difference: Difference, place: Place) {
        if let Some(noted) = self.places.get_mut(difference.place()) {
            *noted = noted.or(Some(place));
        }
    }

    /// Notes what was found between a part of each name, which begin at these offsets.
    pub(super) fn note_part(&mut self, part: &Self, first: usize, second: usize) {
        for &difference in Difference::ALL {
            if let Some(place) = part.place(difference) {
                self.note(difference, place.moved(first, second));
            }
        }
    }
}

impl fmt::Debug for Comparison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Comparison(..)")
    }
}

/// Where two names differ, and the one letter or separator that does on each side.
///
/// Its `Debug` shows the type only.
#[derive(Clone, Copy, Eq, PartialEq)]
pub struct Place {
    /// The byte offset in the first name; its length if the name ends there.
    pub first: usize,
    /// The byte offset in the second name; its length if the name ends there.
    pub second: usize,
    letter_first: Option<char>,
    letter_second: Option<char>,
}

impl Place {
    /// Returns the letter of the first name with its accents (normalization form C), the whole of a
    /// ligature; for typography the separator, as `'`, `-`, a space or `.`.
    ///
    /// `None` if the name has nothing there, or a letter that is no single character.
    pub const fn letter_first(&self) -> Option<char> {
        self.letter_first
    }

    /// Returns the same for the second name.
    pub const fn letter_second(&self) -> Option<char> {
        self.letter_second
    }

    /// Returns the place in names that begin so many bytes earlier.
    const fn moved(self, first: usize, second: usize) -> Self {
        let (first, second) =
            (self.first.saturating_add(first), self.second.saturating_add(second));
        Self { first, second, ..self }
    }

    /// Makes a place of an offset and a character on each side.
    pub(super) const fn new(first: (usize, Option<char>), second: (usize, Option<char>)) -> Self {
        Self { first: first.0, second: second.0, letter_first: first.1, letter_second: second.1 }
    }
}

impl fmt::Debug for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Place(..)")
    }
}

#[cfg(test)]
mod tests {
    use std::string::{String, ToString};
    use std::vec::Vec;
    use std::{format, vec};

    use super::{Comparison, Difference, compare_units, glance};

    /// Compares in both ways, and says whether the short one knew the answer.
    fn both_agree(first: &str, second: &str) -> bool {
        let Some(short) = glance::compare(first, second).map(Comparison::of) else { return false };
        let long = compare_units(first, second).unwrap();
        assert_eq!(short.bits(), long.bits(), "{first:?} {second:?}");
        for &difference in Difference::ALL {
            let places = [short.place(difference), long.place(difference)];
            assert!(places[0] == places[1], "{difference:?} of {first:?} {second:?}");
        }
        true
    }

    /// Every pair of names of up to three of these characters, alone and behind eight bytes.
    #[test]
    fn short_names_compare_alike_in_both_ways() {
        const SIGNS: [&str; 12] =
            ["e", "E", "é", "È", "Œ", "o", "ü", "U", "\u{301}", "'", "-", " "];
        let mut names = vec![String::new()];
        for length in 1..=3 {
            let longer: Vec<_> =
                names.iter().filter(|name| name.chars().count() + 1 == length).collect();
            let longer: Vec<_> =
                longer.iter().flat_map(|name| SIGNS.map(|sign| format!("{name}{sign}"))).collect();
            names.extend(longer);
        }
        let mut short = 0;
        for first in &names {
            for second in &names {
                short += usize::from(both_agree(first, second));
                if first.len() + second.len() < 5 {
                    for before in ["Bélange", "Tremblay", "tremblay-"] {
                        let [a, b] = [first, second].map(|name| format!("{before}{name}"));
                        both_agree(&a, &b);
                        both_agree(&a, &format!("Tremblay{second}"));
                    }
                }
            }
        }
        assert!(short > 46_500, "{short}");
    }

    /// Every scalar value beside each of some letters and separators.
    #[test]
    fn every_character_compares_alike_in_both_ways() {
        let mut short = 0;
        for c in '\0'..=char::MAX {
            let name = format!("Ab{c}cd");
            for other in ["Ab{}cd", "abECD", "abéCD", "ab-cd", "ABOECD", "ABØCD"] {
                short += usize::from(both_agree(&name, &other.replace("{}", &c.to_string())));
            }
            both_agree(&format!("o{c}\u{302}b"), "OB");
        }
        assert!(short > 590, "{short}");
    }
}
