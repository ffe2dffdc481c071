//! The walk over two names at once.

use heapless::Vec;

use super::particle::{MAX_PARTICLE, is_particle};
use super::unit::{Half, Letter, Separator, SeparatorKind, Unit, Units};
use super::{Comparison, Difference, NameCompareError, NameError, Place, Side};

/// Two names, and where the walk stands in each.
pub(super) struct Walk<'a> {
    first: Cursor<'a>,
    second: Cursor<'a>,
    comparison: Comparison,
    /// Where separators differ, until the letters after them turn out to agree.
    separators: Option<(Difference, Place)>,
    /// Where accents differ, until the letters after them turn out not to spell one (Ü, Ue).
    accents: Option<Accents>,
}

/// A letter with an accent, and the plain one on the other side.
struct Accents {
    place: Place,
    /// The side of the plain letter, and the letter that would follow it there if both spelled the
    /// other one.
    spelled: Option<(Side, u8)>,
}

/// What the walk does next.
enum Step {
    Both,
    First,
    Second,
    Stop,
}

impl<'a> Walk<'a> {
    pub(super) fn new(first: &'a str, second: &'a str) -> Result<Self, NameCompareError> {
        Ok(Self {
            first: Cursor::new(first).map_err(on_first)?,
            second: Cursor::new(second).map_err(on_second)?,
            comparison: Comparison::default(),
            separators: None,
            accents: None,
        })
    }

    /// Walks to the end of both names, or to the first letter that is another one.
    pub(super) fn run(mut self) -> Result<Comparison, NameCompareError> {
        loop {
            let step = self.step();
            if let Step::Stop = step {
                return Ok(self.comparison);
            }
            if let Step::Both | Step::First = step {
                self.first.advance().map_err(on_first)?;
            }
            if let Step::Both | Step::Second = step {
                self.second.advance().map_err(on_second)?;
            }
        }
    }

    fn step(&mut self) -> Step {
        if let Some(accents) = self.accents.take() {
            if let Some(side) = self.spells(&accents) {
                self.comparison.note(Difference::Ligature, accents.place);
                return side;
            }
            self.comparison.note(Difference::Diacritics, accents.place);
        }
        match (&self.first.unit, &self.second.unit) {
            (Some(Unit::Letter(first)), Some(Unit::Letter(second))) if first.key == second.key => {
                note_separators(&mut self.comparison, &mut self.separators);
                self.accents = note_letters(&mut self.comparison, first, second);
                Step::Both
            }
            (Some(Unit::Separator(first)), Some(Unit::Separator(second))) => {
                if first.kind != second.kind {
                    self.hold_separators(Difference::Typography);
                }
                Step::Both
            }
            (Some(Unit::Separator(_)), _) => {
                self.hold_separators(self.first.joined());
                Step::First
            }
            (_, Some(Unit::Separator(_))) => {
                self.hold_separators(self.second.joined());
                Step::Second
            }
            (None, None) => {
                note_separators(&mut self.comparison, &mut self.separators);
                Step::Stop
            }
            _ => {
                let place = Place::new(self.first.letter(), self.second.letter());
                self.comparison.note(Difference::Different, place);
                Step::Stop
            }
        }
    }

    /// Returns the step over the second letter that spells an accent (`e` of `ue` for `ü`), if it
    /// stands on the side of the plain letter and is not the next letter of the other.
    fn spells(&self, accents: &Accents) -> Option<Step> {
        let (side, letter) = accents.spelled?;
        let (plain, other, step) = match side {
            Side::First => (&self.first, &self.second, Step::First),
            Side::Second => (&self.second, &self.first, Step::Second),
        };
        (plain.key() == Some(letter) && other.next_key() != Some(letter)).then_some(step)
    }

    fn hold_separators(&mut self, difference: Difference) {
        let place = Place::new(self.first.separator(), self.second.separator());
        self.separators = self.separators.or(Some((difference, place)));
    }
}

/// Notes separators that differ between letters that agree.
fn note_separators(comparison: &mut Comparison, separators: &mut Option<(Difference, Place)>) {
    if let Some((difference, place)) = separators.take() {
        comparison.note(difference, place);
    }
}

/// Notes in what two letters with one key differ, but for accents, which it returns.
fn note_letters(comparison: &mut Comparison, first: &Letter, second: &Letter) -> Option<Accents> {
    let place = || Place::new((first.at(), first.to_char()), (second.at(), second.to_char()));
    if matches!((first.lower, second.lower), (Some(first), Some(second)) if first != second) {
        comparison.note(Difference::Case, place());
    }
    if (first.half == Half::Whole) != (second.half == Half::Whole) {
        comparison.note(Difference::Ligature, place());
    }
    if first.form == second.form && first.marks() == second.marks() {
        return None;
    }
    let spelled = match (first.spelled(), second.spelled()) {
        (None, Some(letter)) if first.is_plain() => Some((Side::First, letter)),
        (Some(letter), None) if second.is_plain() => Some((Side::Second, letter)),
        _ => None,
    };
    Some(Accents { place: place(), spelled })
}

const fn on_first(error: NameError) -> NameCompareError {
    NameCompareError { side: Side::First, error }
}

const fn on_second(error: NameError) -> NameCompareError {
    NameCompareError { side: Side::Second, error }
}

/// A place in one name.
struct Cursor<'a> {
    units: Units<'a>,
    /// What stands here; `None` at the end.
    unit: Option<Unit>,
    /// The letters of the word that ended here, if it has as few as a particle.
    word: Vec<u8, MAX_PARTICLE>,
    /// Whether it has more.
    long: bool,
    /// The length of the name.
    end: usize,
}

impl<'a> Cursor<'a> {
    fn new(name: &'a str) -> Result<Self, NameError> {
        let (units, word) = (Units::new(name)?, Vec::new());
        let mut cursor = Self { units, unit: None, word, long: false, end: name.len() };
        cursor.advance()?;
        Ok(cursor)
    }

    fn advance(&mut self) -> Result<(), NameError> {
        if let Some(Unit::Letter(letter)) = &self.unit {
            self.long |= self.word.push(letter.key).is_err();
        } else {
            self.word.clear();
            self.long = false;
        }
        self.unit = self.units.next().transpose()?;
        Ok(())
    }

    /// Returns the key letter here, if there is one.
    fn key(&self) -> Option<u8> {
        match &self.unit {
            Some(Unit::Letter(letter)) => Some(letter.key),
            _ => None,
        }
    }

    /// Returns the key letter here or behind the separators here.
    fn next_key(&self) -> Option<u8> {
        let letter = |unit: Unit| match unit {
            Unit::Letter(letter) => Some(letter.key),
            Unit::Separator(_) => None,
        };
        let mut behind = self.units.clone().map_while(Result::ok);
        self.unit.clone().and_then(letter).or_else(|| behind.find_map(letter))
    }

    /// Returns what it is that the other name has nothing where this one has a separator.
    fn joined(&self) -> Difference {
        let space = matches!(&self.unit, Some(Unit::Separator(Separator { kind, .. }))
            if *kind == SeparatorKind::Space);
        if space && !self.long && is_particle(&self.word) {
            Difference::Particle
        } else {
            Difference::Typography
        }
    }

    /// Returns the offset here, and the letter if there is one.
    fn letter(&self) -> (usize, Option<char>) {
        match &self.unit {
            Some(Unit::Letter(letter)) => (letter.at(), letter.to_char()),
            Some(Unit::Separator(Separator { at, .. })) => (*at, None),
            None => (self.end, None),
        }
    }

    /// Returns the offset here, and the separator if there is one.
    fn separator(&self) -> (usize, Option<char>) {
        match &self.unit {
            Some(Unit::Separator(Separator { at, kind })) => (*at, Some(kind.to_char())),
            Some(Unit::Letter(letter)) => (letter.at(), None),
            None => (self.end, None),
        }
    }
}
