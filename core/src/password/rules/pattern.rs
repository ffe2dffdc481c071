//! Repetitions, sequences and rows of a keyboard, in one pass.

use heapless::Deque;

use super::PasswordRules;
use super::keyboard::Keyboards;
use super::reason::Place;
use super::run::Run;
use super::unit::{Unit, units};

/// The first place of each pattern.
#[derive(Default)]
pub(super) struct Patterns {
    pub(super) repetition: Option<Place>,
    pub(super) sequence: Option<Place>,
    pub(super) keyboard: Option<Place>,
}

/// Goes once over the text.
pub(super) fn find(text: &str, rules: &PasswordRules) -> Patterns {
    let mut found = Patterns::default();
    let mut repetitions = Repetitions::default();
    let (mut climbing, mut falling) = (Run::default(), Run::default());
    let mut keyboards = Keyboards::new();
    let mut before: Option<Unit> = None;
    for unit in units(text) {
        if let Some(times) = usize::from(rules.repetition).checked_sub(1) {
            repetitions.step(&unit, times, &mut found.repetition);
        }
        if let (Some(before), 1..) = (&before, rules.sequence) {
            let (least, place) = (usize::from(rules.sequence) - 1, (before.at, unit.end));
            climbing.step(follows(before, &unit), place, least, &mut found.sequence);
            falling.step(follows(&unit, before), place, least, &mut found.sequence);
        }
        if let (Some(before), 1..) = (&before, rules.keyboard) {
            let least = usize::from(rules.keyboard) - 1;
            keyboards.step(before, &unit, least, &mut found.keyboard);
        }
        before = Some(unit);
    }
    found
}

/// Returns whether `after` is the next letter or digit. 0 follows 9; a does not follow z.
fn follows(before: &Unit, after: &Unit) -> bool {
    match (before.in_alphabet(), after.in_alphabet()) {
        (Some(b'9'), Some(after)) => after == b'0',
        (Some(before), Some(after)) => before + 1 == after,
        _ => false,
    }
}

/// Groups of 1 to [`MAX_GROUP`] characters that come again and again.
#[derive(Default)]
struct Repetitions {
    behind: Deque<Unit, MAX_GROUP>,
    runs: [Run; MAX_GROUP],
}

impl Repetitions {
    /// A group of n that comes `times` + 1 times is n · `times` characters, each the same as the
    /// one n before it.
    fn step(&mut self, unit: &Unit, times: usize, found: &mut Option<Place>) {
        for (group, (run, before)) in (1..).zip(self.runs.iter_mut().zip(self.behind.iter().rev()))
        {
            run.step(before.is_same(unit), (before.at, unit.end), group * times, found);
        }
        if self.behind.is_full() {
            drop(self.behind.pop_front());
        }
        drop(self.behind.push_back(unit.clone()));
    }
}

/// The longest group that is looked at.
const MAX_GROUP: usize = 8;
