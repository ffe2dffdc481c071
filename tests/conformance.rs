//! Runs every record of `tests/vectors` against the core, and prints how many each file has.
//!
//! The runners of the other languages are ports of this file, and print the same lines.

#[path = "families/mod.rs"]
mod families;

use families::Handler;
use sceau::password::ARGON2;
use sceau::text::UNICODE;
use sceau_tests::{Record, parse_records, records, vector_files};

/// One test for each folder, so that they run side by side, and a family's run alone.
macro_rules! every_record_holds {
    ($($folder:ident)+) => {
        $(#[test]
        fn $folder() {
            assert_records(stringify!($folder));
        })+

        #[test]
        fn every_folder_has_a_test() {
            let folders = [$(stringify!($folder)),+];
            for name in vector_files().keys() {
                assert!(folders.iter().any(|folder| is_in(name, folder)), "no test for {name}.txt");
            }
        }
    };
}

every_record_holds! { challenge device golden identifier identity name otp password throttle }

fn assert_records(folder: &str) {
    let mut failures = Vec::new();
    for (name, path) in vector_files().into_iter().filter(|(name, _)| is_in(name, folder)) {
        let Some(run) = families::handler(&name) else {
            panic!("no handler for {name}.txt");
        };
        let records = records(&path);
        failures.extend(records.iter().filter_map(|record| failure(&name, run, record)));
        // On a line of its own, whatever the harness printed before.
        println!("\n{name}: {}", records.len());
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

fn is_in(name: &str, folder: &str) -> bool {
    name.split_once('/').is_some_and(|(before, _)| before == folder)
}

/// The control: without it, a runner that compares nothing would pass.
#[test]
fn notices_a_wrong_answer_and_a_file_without_a_handler() {
    let record = if UNICODE {
        "text: 130692544\nexpect: temporary\nexpect-latin: permanent\n"
    } else {
        "text: 130692544\nexpect: permanent\nexpect-latin: temporary\n"
    };
    let run = families::handler("identifier/nas").unwrap();
    let failures: Vec<_> = parse_records(record)
        .iter()
        .filter_map(|record| failure("identifier/nas", run, record))
        .collect();
    assert_eq!(failures, ["identifier/nas: ?\n  not permanent\n  but temporary"]);
    assert!(families::handler("identifier/passport").is_none());
}

/// Returns the right answer of this build: `expect-latin` is that of a core without the feature
/// `unicode`, `expect-without-argon2` that of one without `argon2`, where it is another.
fn expected(record: &Record) -> &str {
    let latin = record.optional("expect-latin").filter(|_| !UNICODE);
    let without = record.optional("expect-without-argon2").filter(|_| !ARGON2);
    latin.or(without).unwrap_or_else(|| record.text("expect"))
}

/// Says how the core's answer to a record differs from the one expected, if it does.
fn failure(name: &str, run: Handler, record: &Record) -> Option<String> {
    let (actual, expected) = (run(record), expected(record));
    let comment = record.comment();
    (actual != expected).then(|| format!("{name}: {comment}\n  not {actual}\n  but {expected}"))
}
