//! Division by powers of ten as the codes do it, held against the real one for every number.

use std::process::ExitCode;
use std::thread;

use sceau::ct;

use crate::controls;

/// Tries every number that RFC 4226's truncation yields, for each power; then a reciprocal that is
/// wrong.
pub(crate) fn check() -> ExitCode {
    let wrong = thread::scope(|scope| {
        let tries = (1..=9).map(|exponent| {
            scope.spawn(move || first_wrong(exponent, |number| ct::ct_quotient(number, exponent)))
        });
        let tries: Vec<_> = tries.collect();
        tries.into_iter().find_map(|tried| tried.join().unwrap_or(Some((0, 0))))
    });
    let control = first_wrong(1, |number| Some(controls::reciprocal_rounded_down(number)));
    match (wrong, control) {
        (None, Some((number, _))) => {
            println!("quotients by 10 to 10^9 are exact for all {NUMBERS} numbers");
            println!("control: a reciprocal that is rounded down is wrong at {number}");
            ExitCode::SUCCESS
        }
        (Some((number, exponent)), _) => {
            println!("{number} divided by 10^{exponent} is wrong");
            ExitCode::FAILURE
        }
        (None, None) => {
            println!("control: a wrong reciprocal is not noticed");
            ExitCode::FAILURE
        }
    }
}

/// Goes from quotient to quotient: the real division would take most of the time.
fn first_wrong(exponent: usize, quotient: impl Fn(u32) -> Option<u32>) -> Option<(u32, usize)> {
    let power = 10_usize.pow(u32::try_from(exponent).ok()?);
    (0..).zip((0..NUMBERS).step_by(power)).find_map(|(expected, first)| {
        let behind = NUMBERS.min(first + u32::try_from(power).ok()?);
        let wrong = (first..behind).find(|&number| quotient(number) != Some(expected));
        wrong.map(|number| (number, exponent))
    })
}

const NUMBERS: u32 = 1 << 31;
