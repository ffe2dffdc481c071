//! Runs: neighbours that are linked, one after the other.

use super::reason::Place;

/// How many links in a row there are, and where they begin.
#[derive(Clone, Copy, Default)]
pub(super) struct Run {
    links: usize,
    from: usize,
}

impl Run {
    /// Goes on to the next link, or begins anew: the run would begin at `from`, and ends at `end`.
    ///
    /// `found` becomes the first run of at least `least` links, as long as it is.
    pub(super) fn step(
        &mut self,
        linked: bool,
        (from, end): (usize, usize),
        least: usize,
        found: &mut Option<Place>,
    ) {
        if !linked {
            self.links = 0;
            return;
        }
        if self.links == 0 {
            self.from = from;
        }
        self.links += 1;
        if self.links < least {
            return;
        }
        // One that began earlier may grow long enough later.
        if found.is_none_or(|place| self.from <= place.at) {
            *found = Some(Place { at: self.from, end });
        }
    }
}
