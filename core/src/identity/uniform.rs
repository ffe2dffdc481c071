//! The names of one document against those of another.

use super::{Document, Field, Finding, IdentityOutcome, Verdict};
use crate::name::{Comparison, Difference, NamePolicy, compare};

/// Compares surname and given name of two documents.
pub(super) fn names(
    first: &Document<'_>,
    second: &Document<'_>,
    policy: NamePolicy,
) -> [Finding; 2] {
    let given_names = differing(Field::GivenName, first.given_name, second.given_name, policy);
    let found = [surnames(first, second, policy), given_names];
    let are_other_names = found.iter().all(is_different);
    let exchanged = exchanged(first, second, policy).filter(|_| are_other_names);
    exchanged.unwrap_or(found).map(|found| Finding {
        first: Some(first.kind),
        second: Some(second.kind),
        ..found
    })
}

/// Compares every surname of one document with every one of the other; returns the best finding.
fn surnames(first: &Document<'_>, second: &Document<'_>, policy: NamePolicy) -> Finding {
    let found = |one, other| differing(Field::Surname, one, other, policy);
    let mut best = found(first.surname, second.surname);
    let ones = [Some(first.surname), first.other_surname].into_iter().flatten();
    let others = [Some(second.surname), second.other_surname].into_iter().flatten();
    for (one, other) in ones.flat_map(|one| others.clone().map(move |other| (one, other))) {
        let other = found(one, other);
        if rank(&other) < rank(&best) && !is_unreadable(&best) {
            best = other;
        }
    }
    best
}

/// Orders findings from the best to the worst: one that cannot be read says less than any other.
fn rank(found: &Finding) -> (IdentityOutcome, bool, bool) {
    (found.verdict.outcome(), is_unreadable(found), is_different(found))
}

fn is_unreadable(found: &Finding) -> bool {
    found.verdict == Verdict::Unreadable
}

/// Returns the findings if each surname is the other document's given name, whatever else differs
/// in them.
fn exchanged(
    first: &Document<'_>,
    second: &Document<'_>,
    policy: NamePolicy,
) -> Option<[Finding; 2]> {
    let alike = |one, other| {
        compare(one, other).ok().filter(|compared| !compared.contains(Difference::Different))
    };
    let surname = alike(first.surname, second.given_name)?;
    let given_name = alike(first.given_name, second.surname)?;
    Some([
        swapped(&compared(Field::Surname, &surname, policy), policy),
        swapped(&compared(Field::GivenName, &given_name, policy), policy),
    ])
}

/// Adds to a finding that its name stands in the other one's place.
fn swapped(found: &Finding, policy: NamePolicy) -> Finding {
    let differences = found.differences.with(Difference::Swapped);
    if found.verdict == Verdict::Differs && policy.accepted().contains(Difference::Swapped) {
        return Finding { differences, ..*found };
    }
    let accepted = differences.is_subset(policy.accepted());
    let verdict = if accepted { Verdict::Tolerated } else { Verdict::Differs };
    let main = Some(Difference::Swapped);
    Finding { differences, main, ..Finding::new(found.field, verdict) }
}

fn is_different(found: &Finding) -> bool {
    found.differences.contains(Difference::Different)
}

fn differing(field: Field, one: &str, other: &str, policy: NamePolicy) -> Finding {
    match compare(one, other) {
        Ok(comparison) => compared(field, &comparison, policy),
        Err(error) => {
            Finding { unreadable: Some(error), ..Finding::new(field, Verdict::Unreadable) }
        }
    }
}

fn compared(field: Field, comparison: &Comparison, policy: NamePolicy) -> Finding {
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

/// `Ambiguous` comes last: it always has company, and that company says more.
const GRAVEST_FIRST: [Difference; 12] = [
    Difference::Different,
    Difference::Swapped,
    Difference::SubsetOfGivenNames,
    Difference::CompoundPart,
    Difference::InitialOnly,
    Difference::Abbreviation,
    Difference::Particle,
    Difference::Diacritics,
    Difference::Ligature,
    Difference::Typography,
    Difference::Case,
    Difference::Ambiguous,
];

const _: () = assert!(GRAVEST_FIRST.len() == Difference::ALL.len());
