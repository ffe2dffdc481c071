//! Division by ten as the codes do it, held against the real one for every number that there is.

use std::process::ExitCode;

use sceau::ct;

use crate::controls;

/// Tries every 32-bit number, twice as many as RFC 4226's truncation yields, and then a reciprocal
/// that is wrong.
pub(crate) fn check() -> ExitCode {
    let wrong = first_wrong(ct::ct_tenth);
    let control = first_wrong(controls::reciprocal_rounded_down);
    match (wrong, control) {
        (None, Some(control)) => {
            println!("a tenth is exact for all {} numbers", u64::from(u32::MAX) + 1);
            println!("control: a reciprocal that is rounded down is wrong at {control}");
            ExitCode::SUCCESS
        }
        (Some(wrong), _) => {
            println!("a tenth of {wrong} is wrong");
            ExitCode::FAILURE
        }
        (None, None) => {
            println!("control: a wrong reciprocal is not noticed");
            ExitCode::FAILURE
        }
    }
}

fn first_wrong(tenth: impl Fn(u32) -> u32) -> Option<u32> {
    (0..=u32::MAX).find(|&number| tenth(number) != number / 10)
}
