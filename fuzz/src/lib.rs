//! A fuzz target is a law of `sceau_tests::properties`, and nothing else.
//!
//! With the feature `libfuzzer` it is libFuzzer's; without, it replays the files that it is given,
//! one input each, which is the way to look at a crash.

use std::process::ExitCode;

use sceau_tests::properties::Law;

/// Makes a law the program.
#[macro_export]
macro_rules! target {
    ($law:path) => {
        #[cfg(feature = "libfuzzer")]
        libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
            $crate::planted(bytes);
            $law(bytes);
        });

        #[cfg(not(feature = "libfuzzer"))]
        fn main() -> std::process::ExitCode {
            $crate::replay($law)
        }
    };
}

/// Runs the law on every file that the command line names.
pub fn replay(law: Law) -> ExitCode {
    for path in std::env::args_os().skip(1) {
        match std::fs::read(&path) {
            Ok(bytes) => law(&bytes),
            Err(error) => {
                eprintln!("{}: {error}", path.display());
                return ExitCode::FAILURE;
            }
        }
    }
    ExitCode::SUCCESS
}

/// Crashes on what begins with `seal`, with the feature `planted-crash`.
///
/// # Panics
///
/// Then.
pub fn planted(bytes: &[u8]) {
    if cfg!(feature = "planted-crash") {
        // As one number: libFuzzer learns what numbers are compared with.
        let first = bytes.first_chunk().map(|first| u32::from_be_bytes(*first));
        assert!(first != Some(u32::from_be_bytes(*b"seal")), "the planted crash");
    }
}
