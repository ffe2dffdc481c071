//! Every release has golden blobs of every kind of state, so that later ones are held to read them.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::collections::BTreeSet;

use sceau_tests::{Record, parse_records, records, vector_files};

#[test]
fn every_release_has_golden_blobs_of_every_kind() {
    let log = include_str!("../CHANGELOG.md");
    let golden: Vec<_> =
        vector_files().into_iter().filter(|(name, _)| name.starts_with("golden/")).collect();
    assert!(golden.len() >= 4, "challenge, device, recovery and throttle");
    for (name, path) in golden {
        assert_eq!(without(log, &records(&path)), Vec::<&str>::new(), "{name}");
    }
}

/// The control.
#[test]
fn notices_a_release_without_golden_blobs() {
    let log = "## [Unreleased]\n\n## [0.2.0] - 2027-01-01\n\n## [0.1.0] - 2026-12-01\n";
    assert_eq!(without(log, &parse_records("version: 0.1.0\nexpect: -\n")), ["0.2.0"]);
}

/// The releases that the change log names and no record has.
fn without<'a>(log: &'a str, records: &[Record]) -> Vec<&'a str> {
    let has: BTreeSet<_> = records.iter().map(|record| record.text("version")).collect();
    let named = log.lines().filter_map(|line| line.strip_prefix("## ["));
    let releases = named.filter_map(|line| line.split(']').next());
    releases.filter(|name| *name != "Unreleased" && !has.contains(name)).collect()
}
