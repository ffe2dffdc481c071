//! Runs every record of `tests/vectors` against the core, and prints how many each file has.
//!
//! The runners of the other languages are ports of this file, and print the same lines.

#[path = "families/mod.rs"]
mod families;

use sceau_tests::{records, vector_files};

#[test]
fn every_record_of_every_file_holds() {
    let mut failures = Vec::new();
    for (name, path) in vector_files() {
        let Some(run) = families::handler(&name) else {
            panic!("no handler for {name}.txt");
        };
        let records = records(&path);
        for record in &records {
            let (actual, expected) = (run(record), record.text("expect"));
            if actual != expected {
                let comment = record.comment();
                failures.push(format!("{name}: {comment}\n  not {actual}\n  but {expected}"));
            }
        }
        println!("{name}: {}", records.len());
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
