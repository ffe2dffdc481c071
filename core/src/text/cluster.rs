//! A base character with its marks, decomposed and in canonical order.

use core::iter::Peekable;
use core::mem::swap;

use heapless::Vec;

use super::MAX_MARKS;
use super::latin::{Mark, compose, decompose};

/// One base character, fully decomposed, and the marks that follow it in canonical order.
///
/// Two texts are canonically equivalent if and only if their clusters have equal bases and marks.
#[derive(Clone)]
pub(crate) struct Cluster {
    /// Where the cluster begins, in bytes.
    pub(crate) at: usize,
    /// The base; `None` for marks that stand at the beginning of the text.
    ///
    /// A mark that the tables do not know is a base here: whoever uses clusters refuses it.
    pub(crate) base: Option<char>,
    /// The marks, sorted by class; those of one class in the order of the text.
    pub(crate) marks: Vec<Mark, MAX_MARKS>,
}

impl Cluster {
    fn new(at: usize, c: char) -> Option<Self> {
        let mut cluster = Self { at, base: None, marks: Vec::new() };
        if let Some(mark) = Mark::from_char(c) {
            cluster.add(mark)?;
            return Some(cluster);
        }
        let (base, outer) = decompose(c).map_or((c, None), |(base, mark)| (base, Some(mark)));
        let (base, inner) = decompose(base).map_or((base, None), |(base, mark)| (base, Some(mark)));
        cluster.base = Some(base);
        for mark in inner.into_iter().chain(outer) {
            cluster.add(mark)?;
        }
        Some(cluster)
    }

    /// Puts a mark at its place in canonical order; `None` if there is no room.
    fn add(&mut self, mut mark: Mark) -> Option<()> {
        let mut moving = false;
        for slot in &mut self.marks {
            moving = moving || slot.class() > mark.class();
            if moving {
                swap(slot, &mut mark);
            }
        }
        self.marks.push(mark).ok()
    }

    /// Returns the base composed with every mark that it takes, and the marks that are left.
    pub(crate) fn composed(&self) -> (Option<char>, Vec<Mark, MAX_MARKS>) {
        let mut base = self.base;
        let mut left = Vec::<Mark, MAX_MARKS>::new();
        for &mark in &self.marks {
            // A mark behind another one of its class is blocked from the base (UAX #15, D115).
            let blocked = left.last().is_some_and(|last| last.class() >= mark.class());
            match base.and_then(|base| compose(base, mark)) {
                Some(composite) if !blocked => base = Some(composite),
                // There is room: `left` holds no more than `marks`.
                _ => drop(left.push(mark)),
            }
        }
        (base, left)
    }

    /// Returns the cluster as one character of normalization form C, if it is one.
    pub(crate) fn to_char(&self) -> Option<char> {
        let (base, left) = self.composed();
        base.filter(|_| left.is_empty())
    }
}

/// The clusters of a text, given as byte offsets and characters.
///
/// Yields the offset of the first mark too many instead of a cluster; ask for no more then.
#[derive(Clone)]
pub(crate) struct Clusters<I: Iterator<Item = (usize, char)>> {
    chars: Peekable<I>,
}

impl<I: Iterator<Item = (usize, char)>> Clusters<I> {
    pub(crate) fn new(chars: I) -> Self {
        Self { chars: chars.peekable() }
    }
}

impl<I: Iterator<Item = (usize, char)>> Iterator for Clusters<I> {
    type Item = Result<Cluster, usize>;

    fn next(&mut self) -> Option<Self::Item> {
        let (at, c) = self.chars.next()?;
        let Some(mut cluster) = Cluster::new(at, c) else { return Some(Err(at)) };
        while let Some(&(at, c)) = self.chars.peek() {
            let Some(mark) = Mark::from_char(c) else { break };
            if cluster.add(mark).is_none() {
                return Some(Err(at));
            }
            self.chars.next();
        }
        Some(Ok(cluster))
    }
}
