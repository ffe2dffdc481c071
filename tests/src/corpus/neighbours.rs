//! How near the surnames of different families lie.

use sceau::name::{NamePolicy, compare, distance};

use super::list;

/// Pairs of two surnames of the lists, of one word or with *St*.
pub struct Neighbours {
    /// How many pairs there are.
    pub pairs: usize,
    /// How many `TOLERANT` takes for one name.
    pub tolerated: usize,
    /// The pairs one slip apart.
    pub one: Vec<(&'static str, &'static str)>,
    /// The pairs two slips apart.
    pub two: Vec<(&'static str, &'static str)>,
}

/// Compares every surname with every other one.
///
/// # Panics
///
/// If a name cannot be compared: the lists are wrong.
pub fn neighbours() -> Neighbours {
    let surnames = [list("surnames"), list("saints")].concat();
    let mut found = Neighbours { pairs: 0, tolerated: 0, one: Vec::new(), two: Vec::new() };
    for (number, first) in surnames.iter().enumerate() {
        for second in surnames.iter().skip(number + 1) {
            let compared = compare(first, second).expect("two names");
            found.pairs += 1;
            found.tolerated += usize::from(NamePolicy::TOLERANT.accepts(&compared));
            match distance(first, second).expect("two names") {
                Some(0 | 1) => found.one.push((first, second)),
                Some(_) => found.two.push((first, second)),
                None => {}
            }
        }
    }
    found
}
