//! Pairs of neighbours: ours, theirs, ours, theirs, and the ratio of each pair.

use std::hint::black_box;
use std::time::{Duration, Instant};

use crate::spread::Spread;

/// Runs of a comparison, and pairs in each. A run's figure is the median of its pairs.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// How many runs.
    pub runs: usize,
    /// How many pairs in each run.
    pub pairs: usize,
}

impl Plan {
    /// Five runs of 101 pairs.
    pub const FIVE: Self = Self { runs: 5, pairs: 101 };
}

/// What a comparison found: ratios of our time to theirs, below 1 where ours is faster.
#[derive(Clone, Copy, Debug)]
pub struct Comparison {
    /// Of the medians of the runs.
    pub runs: Spread,
    /// Of all pairs of all runs.
    pub pairs: Spread,
}

/// Compares two ways of doing the same work, each of which says how long it took.
///
/// The first pair, which warms up, is not counted; who begins alternates from pair to pair.
///
/// # Errors
///
/// The first error of either, and `None` of it if the plan is empty.
pub fn compare<E>(
    plan: Plan,
    mut ours: impl FnMut() -> Result<Duration, E>,
    mut theirs: impl FnMut() -> Result<Duration, E>,
) -> Result<Option<Comparison>, E> {
    let (mut all, mut medians) = (Vec::new(), Vec::new());
    ours()?;
    theirs()?;
    for _ in 0..plan.runs {
        let mut ratios = Vec::with_capacity(plan.pairs);
        for pair in 0..plan.pairs {
            let (mine, other) = if pair % 2 == 0 {
                let mine = ours()?;
                (mine, theirs()?)
            } else {
                let other = theirs()?;
                (ours()?, other)
            };
            ratios.push(mine.as_secs_f64() / other.as_secs_f64());
        }
        medians.extend(Spread::of(&ratios).map(|spread| spread.median));
        all.extend(ratios);
    }
    let (runs, pairs) = (Spread::of(&medians), Spread::of(&all));
    Ok(runs.zip(pairs).map(|(runs, pairs)| Comparison { runs, pairs }))
}

/// Returns how long `work` takes.
pub fn time<T>(work: impl FnOnce() -> T) -> Duration {
    let begin = Instant::now();
    black_box(work());
    begin.elapsed()
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;
    use std::time::Duration;

    use super::{Plan, compare};

    /// Answers with the times of a list, in seconds, over and over.
    fn clock(seconds: &[u64]) -> impl FnMut() -> Result<Duration, Infallible> {
        let mut times = seconds.iter().cycle();
        move || Ok(Duration::from_secs(*times.next().unwrap()))
    }

    #[test]
    fn divides_our_time_by_that_of_the_neighbour() {
        let plan = Plan { runs: 5, pairs: 3 };
        // The first of each list is the warm-up's.
        let Ok(found) = compare(plan, clock(&[9, 1]), clock(&[1, 4]));
        let found = found.unwrap();
        assert_eq!(found.pairs.min.to_bits(), 0.25_f64.to_bits());
        assert_eq!(found.pairs.max.to_bits(), 9.0_f64.to_bits());
    }

    #[test]
    fn one_slow_run_moves_neither_median() {
        let plan = Plan { runs: 5, pairs: 3 };
        let slow = [1, 1, 1, 1, 50, 50, 50, 1, 1, 1, 1, 1, 1, 1, 1, 1];
        let Ok(found) = compare(plan, clock(&slow), clock(&[2]));
        let found = found.unwrap();
        assert_eq!(found.runs.median.to_bits(), 0.5_f64.to_bits());
        assert_eq!(found.runs.max.to_bits(), 25.0_f64.to_bits());
    }

    #[test]
    fn an_error_ends_the_comparison() {
        let plan = Plan { runs: 1, pairs: 1 };
        let ours = || Ok(Duration::from_secs(1));
        assert_eq!(compare(plan, ours, || Err("gone")).unwrap_err(), "gone");
    }

    #[test]
    fn a_plan_without_pairs_finds_nothing() {
        let Ok(found) = compare(Plan { runs: 5, pairs: 0 }, clock(&[1]), clock(&[1]));
        assert!(found.is_none());
    }
}
