//! Runs the core's secret-dependent operations on poisoned secrets, under Valgrind.
//!
//! A case is an operation and whether it leaks: the core's must not, the controls must. Secrets are
//! marked undefined where they lie; Valgrind then counts every branch and every address that
//! depends on them. A division is not counted: `division.sh` looks for those.
#![allow(clippy::indexing_slicing, reason = "the planted leaks index; the gate may panic")]

mod cases;
mod controls;
mod passwords;
mod quotients;
mod valgrind;

use std::process::ExitCode;

/// What a case is to show.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Expected {
    Clean,
    Leak,
}

fn main() -> ExitCode {
    if std::env::args().any(|argument| argument == "quotients") {
        return quotients::check();
    }
    if !valgrind::is_running() {
        println!("not under Valgrind: nothing can be seen, so nothing passes");
        return ExitCode::FAILURE;
    }
    println!("code path: {}", code_path());
    let (mut passed, mut failed) = (0, 0);
    for case in cases::ALL {
        let uses = (case.run)();
        let leaks = uses > 0;
        let holds = leaks == (case.expected == Expected::Leak);
        let (verdict, count) = if holds { ("ok  ", &mut passed) } else { ("FAIL", &mut failed) };
        *count += 1;
        let expected = if case.expected == Expected::Leak { "some" } else { "none" };
        println!("{verdict} {}: {uses} secret-dependent uses (expected {expected})", case.name);
    }
    println!("{passed} passed, {failed} failed");
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Says which code of `sha1` and `sha2` runs: they ask the processor, and Valgrind answers.
#[cfg(target_arch = "x86_64")]
fn code_path() -> &'static str {
    let sha = std::is_x86_feature_detected!("sha");
    let avx2 = std::is_x86_feature_detected!("avx2");
    match (sha, avx2) {
        (false, false) => "SHA-1, SHA-256 and SHA-512 portable (Valgrind hides SHA-NI and AVX2)",
        (false, true) => "SHA-1 and SHA-256 portable, SHA-512 with AVX2 (Valgrind hides SHA-NI)",
        (true, _) => "SHA-1 and SHA-256 with SHA-NI, SHA-512 with AVX2 if there is any",
    }
}

#[cfg(not(target_arch = "x86_64"))]
fn code_path() -> &'static str {
    "portable"
}
