//! The names of one document against those of another.

use super::{Document, Field, Finding, IdentityOutcome, Verdict};
use crate::name::{Comparison, Difference, Differences, NamePolicy, compare};

/// Compares surname and given name of two documents.
pub(super) fn names(
    first: &Document<'_>,
    second: &Document<'_>,
    policy: NamePolicy,
) -> [Finding; 2] {
    let given_names = differing(Field::GivenName, first.given_name, second.given_name, policy);
    let found = [surnames(first, second, policy), given_names];
    let exchanged = found.iter().all(is_different) && are_exchanged(first, second);
    found.map(|found| {
        let found = if exchanged { swapped(found.field, policy) } else { found };
        Finding { first: Some(first.kind), second: Some(second.kind), ..found }
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

/// Whether each surname is the other document's given name, whatever else differs in them.
fn are_exchanged(first: &Document<'_>, second: &Document<'_>) -> bool {
    let alike = |one, other| {
        compare(one, other).is_ok_and(|compared| !compared.contains(Difference::Different))
    };
    alike(first.surname, second.given_name) && alike(first.given_name, second.surname)
}

fn swapped(field: Field, policy: NamePolicy) -> Finding {
    let accepted = policy.accepted().contains(Difference::Swapped);
    let verdict = if accepted { Verdict::Tolerated } else { Verdict::Differs };
    Finding {
        differences: Differences::NONE.with(Difference::Swapped),
        main: Some(Difference::Swapped),
        ..Finding::new(field, verdict)
    }
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

/// `Ambiguous` comes last: it always has company, which a sentence can say.
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
