//! The table: what is compared, with whom, and the ratio of our time to theirs.

use sceau_benches::pairs::Comparison;

/// Prints what the columns are.
pub(crate) fn head() {
    println!("Time of Sceau over time of the peer, run in turn: below 1, Sceau is faster.");
    println!("ratio: the median of five runs, each the median of its pairs; runs: the least and");
    println!("greatest of the five; quartiles, range: of all pairs.");
    println!();
    println!("{}", line("work", "peer", "ratio", "runs", "quartiles", "range"));
}

/// Prints one row.
pub(crate) fn row(work: &str, peer: &str, found: &Comparison) {
    let Comparison { runs, pairs } = found;
    let ratio = format!("{:.3}", runs.median);
    let span = |low: f64, high: f64| format!("{low:.3}..{high:.3}");
    let runs = span(runs.min, runs.max);
    let quartiles = span(pairs.lower, pairs.upper);
    println!("{}", line(work, peer, &ratio, &runs, &quartiles, &span(pairs.min, pairs.max)));
}

fn line(work: &str, peer: &str, ratio: &str, runs: &str, quartiles: &str, range: &str) -> String {
    format!("{work:<15} {peer:<38} {ratio:>6}  {runs:<13} {quartiles:<13} {range}")
}
