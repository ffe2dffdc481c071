//! The words of a name, and how two words are akin.

use heapless::Vec;

use super::MAX_KEY_LETTERS;
use super::particle::is_particle;
use super::unit::{Letter, Separator, SeparatorKind, Unit, Units};

/// The most words of a name that are compared.
pub(super) const MAX_WORDS: usize = 16;

/// Whether a particle counts with the word behind it.
#[derive(Clone, Copy, Eq, PartialEq)]
pub(super) enum Joining {
    Particles,
    Nothing,
}

/// A name in words.
pub(super) struct Words<'a> {
    text: &'a str,
    letters: Vec<u8, MAX_KEY_LETTERS>,
    spans: Vec<Span, MAX_WORDS>,
}

/// Where a word stands.
struct Span {
    start: usize,
    end: usize,
    /// Where its letters begin among all.
    from: usize,
    to: usize,
    /// How many of its letters are particles'.
    particles: usize,
    first: Option<char>,
    before: Option<SeparatorKind>,
    /// Whether an apostrophe stands behind it (L'Abbé): it is cut short, and no initial.
    elided: bool,
}

/// A word, with the particles that are joined to it.
#[derive(Clone, Copy)]
pub(super) struct Word<'w> {
    /// The word as it is written, without what stands around it.
    pub(super) text: &'w str,
    /// Where it begins in the name, in bytes.
    pub(super) at: usize,
    /// What stands before it; a period only if nothing else does.
    pub(super) before: Option<SeparatorKind>,
    /// Its first letter with its accents, if that is one character.
    pub(super) first: Option<char>,
    letters: &'w [u8],
    particles: usize,
    elided: bool,
}

impl<'a> Words<'a> {
    /// Parts a name; `None` if it has too many words, or is none.
    pub(super) fn new(text: &'a str, joining: Joining) -> Option<Self> {
        let mut words = Self { text, letters: Vec::new(), spans: Vec::new() };
        let mut before = None;
        let mut apart = true;
        for unit in Units::new(text).ok()? {
            match unit.ok()? {
                Unit::Separator(separator) => {
                    before = words.separate(separator, before.filter(|_| apart));
                    apart = true;
                }
                Unit::Letter(letter) => {
                    if core::mem::take(&mut apart) {
                        words.begin(&letter, before, joining)?;
                    }
                    words.push(&letter)?;
                }
            }
        }
        Some(words)
    }

    /// Ends a word at its first separator; returns what stands before the next one so far.
    fn separate(
        &mut self,
        separator: Separator,
        before: Option<SeparatorKind>,
    ) -> Option<SeparatorKind> {
        if let (None, Some(span)) = (before, self.spans.last_mut()) {
            span.end = separator.at;
        }
        before.filter(|&kind| kind != SeparatorKind::Period).or(Some(separator.kind))
    }

    /// Begins a word, or goes on with one that has had particles only.
    fn begin(
        &mut self,
        letter: &Letter,
        before: Option<SeparatorKind>,
        joining: Joining,
    ) -> Option<()> {
        let from = self.letters.len();
        if let Some(span) = self.spans.last_mut() {
            let last = self.letters.get(span.from + span.particles..).unwrap_or_default();
            let bound = match before {
                Some(SeparatorKind::Apostrophe) => true,
                Some(SeparatorKind::Space) => last.len() > 1,
                _ => false,
            };
            if joining == Joining::Particles && bound && is_particle(last) {
                span.particles = from - span.from;
                return Some(());
            }
            span.elided = before == Some(SeparatorKind::Apostrophe);
        }
        let (start, end, first) = (letter.at(), self.text.len(), letter.to_char());
        let span = Span { start, end, from, to: from, particles: 0, first, before, elided: false };
        self.spans.push(span).ok()
    }

    fn push(&mut self, letter: &Letter) -> Option<()> {
        self.letters.push(letter.key).ok()?;
        let span = self.spans.last_mut()?;
        (span.end, span.to) = (self.text.len(), self.letters.len());
        Some(())
    }

    /// Returns how many words there are.
    pub(super) fn len(&self) -> usize {
        self.spans.len()
    }

    /// Returns the length of the name, in bytes.
    pub(super) fn end(&self) -> usize {
        self.text.len()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = Word<'_>> + Clone {
        self.spans.iter().map(|span| Word {
            text: self.text.get(span.start..span.end).unwrap_or_default(),
            at: span.start,
            before: span.before,
            first: span.first,
            letters: self.letters.get(span.from..span.to).unwrap_or_default(),
            particles: span.particles,
            elided: span.elided,
        })
    }
}

/// How two words can stand for one another.
#[derive(Clone, Copy, Eq, PartialEq)]
pub(super) enum Kinship {
    /// Their letters are the same.
    Same,
    /// St for Saint, Ste for Sainte.
    Abbreviation,
    /// St for Sainte or Ste for Saint, Mc for Mac: a guess.
    PerhapsAbbreviation,
    /// One has particles, and the other none: a guess.
    PerhapsParticle,
    /// One is the other's first letter.
    Initial,
}

impl Word<'_> {
    /// Returns how two words are akin, if they are.
    pub(super) fn kinship(&self, other: &Self) -> Option<Kinship> {
        if self.letters == other.letters {
            return Some(Kinship::Same);
        }
        if let (Some(one), Some(another)) = (saint(self.letters), saint(other.letters)) {
            let alike = one == another;
            let kinship = if alike { Kinship::Abbreviation } else { Kinship::PerhapsAbbreviation };
            return Some(kinship);
        }
        if are_mac(self.letters, other.letters) || are_mac(other.letters, self.letters) {
            return Some(Kinship::PerhapsAbbreviation);
        }
        if (self.particles == 0 || other.particles == 0) && self.bare() == other.bare() {
            return Some(Kinship::PerhapsParticle);
        }
        (self.is_initial_of(other) || other.is_initial_of(self)).then_some(Kinship::Initial)
    }

    /// Whether the word is a particle and nothing else.
    pub(super) fn is_particle(&self) -> bool {
        is_particle(self.letters)
    }

    /// Whether the word is one of the class of Saint.
    pub(super) fn is_saint(&self) -> bool {
        saint(self.letters).is_some()
    }

    /// Whether the word is the first letter of another, longer one.
    pub(super) fn is_initial_of(&self, other: &Self) -> bool {
        self.letters.len() == 1
            && !self.elided
            && other.letters.len() > 1
            && other.letters.starts_with(self.letters)
    }

    /// Returns the letters without those of particles.
    fn bare(&self) -> &[u8] {
        self.letters.get(self.particles..).unwrap_or_default()
    }
}

/// A word of the class of Saint, and for whom it stands.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Saint {
    Man,
    Woman,
}

fn saint(letters: &[u8]) -> Option<Saint> {
    match letters {
        b"ST" | b"SAINT" => Some(Saint::Man),
        b"STE" | b"SAINTE" => Some(Saint::Woman),
        _ => None,
    }
}

/// Whether two words are one with Mc and with Mac.
fn are_mac(short: &[u8], long: &[u8]) -> bool {
    let rest = (short.strip_prefix(b"MC"), long.strip_prefix(b"MAC"));
    matches!(rest, (Some(short), Some(long)) if short == long)
}
