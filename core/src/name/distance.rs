//! How many slips of the finger lie between two names.

use super::{NameCompareError, Side, fold};

/// The greatest distance that is counted.
pub const MAX_DISTANCE: u8 = 2;

/// Counts the letters that were left out, put in, replaced or exchanged with their neighbour
/// between the RAMQ keys of two names (optimal string alignment): 0 to [`MAX_DISTANCE`], `None` for
/// more.
///
/// For a clerk's list of suggestions. No policy asks for it, and it is evidence of nothing: Roy and
/// Ray are one letter apart, and two families.
///
/// # Errors
///
/// What [`fold`] says of either name.
///
/// # Example
///
/// ```
/// use sceau::name::distance;
///
/// assert_eq!(distance("Séraphin", "SERAFIN")?, Some(2));
/// assert_eq!(distance("Tremblay", "Trembaly")?, Some(1));
/// assert_eq!(distance("Tremblay", "Gagnon")?, None);
/// # Ok::<(), sceau::name::NameCompareError>(())
/// ```
pub fn distance(first: &str, second: &str) -> Result<Option<u8>, NameCompareError> {
    let first = fold(first).map_err(|error| NameCompareError { side: Side::First, error })?;
    let second = fold(second).map_err(|error| NameCompareError { side: Side::Second, error })?;
    let (first, second) = (first.as_str().as_bytes(), second.as_str().as_bytes());
    Ok((0..=MAX_DISTANCE).find(|&slips| is_within(first, second, slips)))
}

/// Whether so many slips lead from one text to the other; they are tried at the first letter that
/// differs, so at most 4^[`MAX_DISTANCE`] times.
fn is_within(first: &[u8], second: &[u8], slips: u8) -> bool {
    let same = first.iter().zip(second).take_while(|(first, second)| first == second).count();
    let first = first.get(same..).unwrap_or_default();
    let second = second.get(same..).unwrap_or_default();
    let Some(slips) = slips.checked_sub(1) else { return first.is_empty() && second.is_empty() };
    match (first, second) {
        ([], []) => true,
        ([], [_, rest @ ..]) | ([_, rest @ ..], []) => is_within(&[], rest, slips),
        ([a, first_rest @ ..], [b, second_rest @ ..]) => {
            is_within(first_rest, second_rest, slips)
                || is_within(first_rest, second, slips)
                || is_within(first, second_rest, slips)
                || matches!((first_rest, second_rest), ([c, first_rest @ ..], [d, second_rest @ ..])
                    if a == d && b == c && is_within(first_rest, second_rest, slips))
        }
    }
}
