//! Ten thousand generated identities, each damaged in every way: what may be said of a kind of
//! damage is known from how it was made. Controls: answers that overlook a difference, that tell one
//! too many, that let somebody else pass.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};

use sceau::name::{Difference, Differences, distance};
use sceau_tests::corpus::{
    Damage, Group, IDENTITIES, Neighbours, Row, identities, neighbours, survey,
};

#[test]
fn compare_says_of_each_damage_what_was_done() {
    let mut rows = survey(&identities());
    assert_eq!(rows.len(), Damage::ALL.len());
    rows.iter().for_each(keeps_the_law);
    for difference in Difference::ALL {
        let bit = Differences::NONE.with(*difference).bits();
        let seen = rows.iter().any(|row| row.differences.keys().any(|bits| bits & bit != 0));
        assert!(seen, "{} never arises", difference.name());
    }
    let mut planted = |damage, fault: fn(&mut Row)| {
        let row = rows.iter_mut().find(|row| row.damage == damage).unwrap();
        fault(row);
        let caught = catch_unwind(AssertUnwindSafe(|| keeps_the_law(row)));
        assert!(caught.is_err(), "a planted fault in {} was not noticed", damage.label());
    };
    planted(Damage::AccentsLost, |row| {
        // One person's accent is overlooked.
        row.differences.insert(0, 1);
    });
    planted(Damage::UpperCase, |row| {
        // One person's names are said to be swapped as well.
        let both = Differences::NONE.with(Difference::Case).with(Difference::Swapped);
        row.differences.insert(both.bits(), 1);
    });
    planted(Damage::SomebodyElse, |row| {
        // One person passes for another.
        row.standings = [0, 1, 0, 0, row.people - 1, 0];
    });
}

#[test]
fn a_slip_of_the_finger_is_one_slip() {
    let people = identities();
    let mut of_two = 0;
    for (number, before) in people.iter().enumerate() {
        let after = Damage::Typo.apply(before, &people, number).unwrap();
        let surnames = distance(&before.surname, &after.surname).unwrap();
        let given_names = distance(&before.given_name, &after.given_name).unwrap();
        match (surnames, given_names) {
            (Some(0), Some(1)) | (Some(1), Some(0)) => {}
            // Two letters of the key.
            (Some(2), Some(0)) if before.surname.contains('œ') => of_two += 1,
            (Some(0), Some(2)) if before.given_name.contains(['œ', 'æ']) => of_two += 1,
            other => panic!("{other:?} slips between person {number} and what was typed"),
        }
    }
    assert!(of_two > 0);
    assert_eq!(people.iter().collect::<BTreeSet<_>>().len(), IDENTITIES);
}

#[test]
fn tolerant_takes_no_two_families_for_one() {
    let Neighbours { pairs, tolerated, one, two } = neighbours();
    assert!(pairs > 70_000 && tolerated == 0, "{tolerated} of {pairs}");
    // What no policy asks for would.
    assert!(!one.is_empty() && two.len() > one.len());
}

/// What is told of a kind of damage is what it makes; keys and policies follow from it.
fn keeps_the_law(row: &Row) {
    let (label, (always, possible)) = (row.damage.label(), row.damage.makes());
    assert!(row.people > 0 && row.people <= IDENTITIES, "{label}: {} people", row.people);
    assert_eq!(row.standings.iter().sum::<usize>(), row.people, "{label}: not all stand somewhere");
    for (bits, people) in &row.differences {
        let told = Differences::from_bits(*bits).unwrap();
        assert!(told.is_subset(possible), "{label}: {people} people, {bits:#x} told");
        assert!(always.is_subset(told), "{label}: {people} people, only {bits:#x} told");
    }
    let [identical, tolerated, .., unreadable] = row.standings;
    match row.damage.group() {
        Group::Bytes => assert_eq!(identical, row.people, "{label}"),
        Group::Writing => assert_eq!(tolerated, row.people, "{label}"),
        Group::Words | Group::Letters => assert_eq!(identical + tolerated, 0, "{label}"),
        Group::Several => assert_eq!(identical, 0, "{label}"),
    }
    assert!(row.bytes <= identical && row.plain <= identical + tolerated, "{label}: simpler");
    assert!(row.ramq >= identical + tolerated, "{label}: what is tolerated keeps its RAMQ key");
    let never_a_name = row.damage == Damage::QuestionMarks;
    assert_eq!(unreadable == row.people, never_a_name || row.damage == Damage::Misread, "{label}");
    let said = row.example.as_ref().is_some_and(|example| !example.sentences.is_empty());
    assert_eq!(said, row.damage.group() != Group::Bytes, "{label}: something is said");
}
