//! Two names word by word, where their letters are not the same.

use heapless::Vec;

use super::unit::SeparatorKind;
use super::walk::Walk;
use super::word::{Joining, Kinship, MAX_WORDS, Word, Words};
use super::{Comparison, Difference, Place, Side};

/// Explains the difference between two names by their words; `None` if it cannot.
///
/// Every word of the name that has fewer must have its counterpart in the other one: in the same
/// order, or else, the same or abbreviated, in another.
pub(super) fn compare(first: &str, second: &str) -> Option<Comparison> {
    [Joining::Particles, Joining::Nothing].into_iter().find_map(|joining| {
        let (first, second) = (Words::new(first, joining)?, Words::new(second, joining)?);
        let (few, many, side) = if first.len() <= second.len() {
            (&first, &second, Side::First)
        } else {
            (&second, &first, Side::Second)
        };
        let counterparts = in_order(few, many).or_else(|| in_any_order(few, many))?;
        let explained = Explained { few, many, side, comparison: Comparison::default() };
        explained.by(&counterparts)
    })
}

/// For each word of the name that has fewer, the number of its counterpart.
type Counterparts = Vec<usize, MAX_WORDS>;

fn in_order(few: &Words<'_>, many: &Words<'_>) -> Option<Counterparts> {
    let mut rest = many.iter().enumerate();
    let mut taken = Counterparts::new();
    for word in few.iter() {
        let (number, _) = rest.find(|(_, other)| word.kinship(other).is_some())?;
        taken.push(number).ok()?;
    }
    Some(taken)
}

fn in_any_order(few: &Words<'_>, many: &Words<'_>) -> Option<Counterparts> {
    let mut taken = Counterparts::new();
    for word in few.iter() {
        let mut free = many.iter().enumerate().filter(|(number, _)| !taken.contains(number));
        let is_same = |(_, other): &(usize, Word<'_>)| {
            matches!(word.kinship(other), Some(Kinship::Same | Kinship::Abbreviation))
        };
        let (number, _) = free.find(is_same)?;
        taken.push(number).ok()?;
    }
    Some(taken)
}

/// Two names whose difference is explained by their words.
struct Explained<'w> {
    few: &'w Words<'w>,
    many: &'w Words<'w>,
    /// Which of the two names has fewer words.
    side: Side,
    comparison: Comparison,
}

impl Explained<'_> {
    fn by(mut self, counterparts: &[usize]) -> Option<Comparison> {
        let mut last = None;
        for (word, &number) in self.few.iter().zip(counterparts) {
            let other = self.many.iter().nth(number)?;
            self.note_words(&word, &other)?;
            if last.is_some_and(|last| number == last + 1) && word.before != other.before {
                let character = |kind: Option<SeparatorKind>| kind.map(SeparatorKind::to_char);
                let (one, another) = (character(word.before), character(other.before));
                self.note(Difference::Typography, (word.at, one), (other.at, another));
            }
            last = Some(number);
        }
        self.note_order(counterparts);
        for (number, word) in self.many.iter().enumerate() {
            if !counterparts.contains(&number) {
                self.note_missing(number, &word, counterparts);
            }
        }
        Some(self.comparison)
    }

    /// Notes in what a word and its counterpart differ.
    fn note_words(&mut self, word: &Word<'_>, other: &Word<'_>) -> Option<()> {
        let (one, another) = ((word.at, None), (other.at, None));
        match word.kinship(other)? {
            Kinship::Same => return self.note_letters(word, other),
            Kinship::Abbreviation => self.note(Difference::Abbreviation, one, another),
            Kinship::PerhapsAbbreviation => {
                self.note(Difference::Abbreviation, one, another);
                self.note(Difference::Ambiguous, one, another);
            }
            Kinship::PerhapsParticle => {
                self.note(Difference::Particle, one, another);
                self.note(Difference::Ambiguous, one, another);
            }
            Kinship::Initial => {
                // The side of the initial is the one that has a letter.
                let initial = |of: &Word<'_>, is: bool| (of.at, of.first.filter(|_| is));
                let is_first = word.is_initial_of(other);
                let (one, another) = (initial(word, is_first), initial(other, !is_first));
                self.note(Difference::InitialOnly, one, another);
            }
        }
        Some(())
    }

    /// Notes in what two words of the same letters differ.
    fn note_letters(&mut self, word: &Word<'_>, other: &Word<'_>) -> Option<()> {
        let (first, second) = match self.side {
            Side::First => (word, other),
            Side::Second => (other, word),
        };
        let letters = Walk::new(first.text, second.text).ok()?.run().ok()?;
        self.comparison.note_part(&letters, first.at, second.at);
        Some(())
    }

    /// Notes the first word whose place another one has.
    fn note_order(&mut self, counterparts: &[usize]) {
        let mut rest = self.few.iter().zip(counterparts);
        while let Some((word, number)) = rest.next() {
            let earlier =
                rest.clone().map(|(_, other)| *other).min().filter(|other| other < number);
            if let Some(other) = earlier.and_then(|earlier| self.many.iter().nth(earlier)) {
                self.note(Difference::Swapped, (word.at, None), (other.at, None));
                return;
            }
        }
    }

    /// Notes a word that only one name has.
    fn note_missing(&mut self, number: usize, word: &Word<'_>, counterparts: &[usize]) {
        let is_hyphen = |word: Word<'_>| word.before == Some(SeparatorKind::Hyphen);
        let next = self.many.iter().nth(number + 1);
        let compound = is_hyphen(*word) || next.is_some_and(is_hyphen);
        let difference = match word {
            particle if particle.is_particle() => Difference::Particle,
            _ if compound => Difference::CompoundPart,
            _ => Difference::SubsetOfGivenNames,
        };
        let mut behind = self.few.iter().zip(counterparts).filter(|(_, other)| **other > number);
        let at = behind.next().map_or(self.few.end(), |(word, _)| word.at);
        // The side that has the word is the one that has a letter.
        self.note(difference, (at, None), (word.at, word.first));
        // Pierre may as well be another family than St-Pierre.
        let saint_alone = word.is_saint() && counterparts.contains(&(number + 1));
        if difference == Difference::Particle || saint_alone {
            self.note(Difference::Ambiguous, (at, None), (word.at, None));
        }
    }

    /// Notes a difference at a place in the name of fewer words and one in the other.
    fn note(
        &mut self,
        difference: Difference,
        few: (usize, Option<char>),
        many: (usize, Option<char>),
    ) {
        let place = match self.side {
            Side::First => Place::new(few, many),
            Side::Second => Place::new(many, few),
        };
        self.comparison.note(difference, place);
    }
}
