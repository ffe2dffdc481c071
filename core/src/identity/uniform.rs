//! The names of one document against those of another.

use super::{Document, Field, Finding, Verdict};
use crate::name::{Comparison, Difference, NamePolicy, compare};

/// Compares surname and given name of two documents.
pub(super) fn names(
    first: &Document<'_>,
    second: &Document<'_>,
    policy: NamePolicy,
) -> [Finding; 2] {
    [
        (Field::Surname, first.surname, second.surname),
        (Field::GivenName, first.given_name, second.given_name),
    ]
    .map(|(field, one, other)| {
        let found = match compare(one, other) {
            Ok(comparison) => differing(field, &comparison, policy),
            Err(error) => {
                Finding { unreadable: Some(error), ..Finding::new(field, Verdict::Unreadable) }
            }
        };
        Finding { first: Some(first.kind), second: Some(second.kind), ..found }
    })
}

fn differing(field: Field, comparison: &Comparison, policy: NamePolicy) -> Finding {
    let verdict = match comparison {
        identical if identical.is_identical() => Verdict::Agrees,
        accepted if policy.accepts(accepted) => Verdict::Tolerated,
        _ => Verdict::Differs,
    };
    let refused = |difference: &Difference| {
        verdict == Verdict::Tolerated || !policy.accepted().contains(*difference)
    };
    let main = GRAVEST_FIRST
        .into_iter()
        .filter(|difference| comparison.contains(*difference))
        .find(refused);
    let place = main.and_then(|difference| comparison.place(difference));
    Finding {
        differences: comparison.differences(),
        main,
        letter_first: place.and_then(|place| place.letter_first()),
        letter_second: place.and_then(|place| place.letter_second()),
        ..Finding::new(field, verdict)
    }
}

const GRAVEST_FIRST: [Difference; 5] = [
    Difference::Different,
    Difference::Diacritics,
    Difference::Ligature,
    Difference::Typography,
    Difference::Case,
];
