//! The walk over two names at once.

use super::unit::{Half, Letter, Separator, Unit, Units};
use super::{Comparison, Difference, NameCompareError, NameError, Place, Side};

/// Two names, and where the walk stands in each.
pub(super) struct Walk<'a> {
    first: Cursor<'a>,
    second: Cursor<'a>,
    comparison: Comparison,
    /// Where separators differ, until the letters after them turn out to agree.
    separators: Option<Place>,
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
        match (&self.first.unit, &self.second.unit) {
            (Some(Unit::Letter(first)), Some(Unit::Letter(second))) if first.key == second.key => {
                note_separators(&mut self.comparison, &mut self.separators);
                note_letters(&mut self.comparison, first, second);
                Step::Both
            }
            (Some(Unit::Separator(first)), Some(Unit::Separator(second))) => {
                if first.kind != second.kind {
                    self.hold_separators();
                }
                Step::Both
            }
            (Some(Unit::Separator(_)), _) => {
                self.hold_separators();
                Step::First
            }
            (_, Some(Unit::Separator(_))) => {
                self.hold_separators();
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

    fn hold_separators(&mut self) {
        let place = Place::new(self.first.separator(), self.second.separator());
        self.separators = self.separators.or(Some(place));
    }
}

/// Notes separators that differ between letters that agree.
fn note_separators(comparison: &mut Comparison, separators: &mut Option<Place>) {
    if let Some(place) = separators.take() {
        comparison.note(Difference::Typography, place);
    }
}

/// Notes in what two letters with one key differ.
fn note_letters(comparison: &mut Comparison, first: &Letter, second: &Letter) {
    let place = || Place::new((first.at(), first.to_char()), (second.at(), second.to_char()));
    if matches!((first.lower, second.lower), (Some(first), Some(second)) if first != second) {
        comparison.note(Difference::Case, place());
    }
    if first.form != second.form || first.marks() != second.marks() {
        comparison.note(Difference::Diacritics, place());
    }
    if (first.half == Half::Whole) != (second.half == Half::Whole) {
        comparison.note(Difference::Ligature, place());
    }
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
    /// The length of the name.
    end: usize,
}

impl<'a> Cursor<'a> {
    fn new(name: &'a str) -> Result<Self, NameError> {
        let mut cursor = Self { units: Units::new(name)?, unit: None, end: name.len() };
        cursor.advance()?;
        Ok(cursor)
    }

    fn advance(&mut self) -> Result<(), NameError> {
        self.unit = self.units.next().transpose()?;
        Ok(())
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
