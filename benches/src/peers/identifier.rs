//! A social insurance number, read and checked, against Luhn's check of its digits alone.

use std::error::Error;
use std::hint::black_box;
use std::time::Duration;

use sceau::identifier::{Identifier, IdentifierError, Nas};
use sceau_benches::pairs::{Plan, compare as compare_pairs, time};

use crate::table;

/// Compares numbers as they are stored, one in ten with a wrong check digit, and as they are read.
///
/// # Errors
///
/// If a peer decides otherwise, since its time would then mean nothing.
pub(crate) fn compare() -> Result<(), Box<dyn Error>> {
    let numbers: Vec<String> = (0..COUNT).map(number).collect();
    let spaced: Vec<String> = numbers.iter().map(|it| spaced(it)).collect();
    for (number, spaced) in numbers.iter().zip(&spaced) {
        let fits = |text: &str| {
            let checked = Nas::parse(text).and_then(|nas| nas.check());
            !matches!(checked, Err(IdentifierError::CheckDigit { .. }))
        };
        let theirs = luhn3::decimal::valid(number.as_bytes());
        if [fits(number), fits(spaced), luhn3::valid(number.as_bytes())] != [theirs; 3] {
            return Err("luhn3 decides otherwise".into());
        }
    }
    let peer = concat!("luhn3 ", env!("VERSION_LUHN3"));
    let ours = |text: &str| Nas::parse(text).and_then(|nas| nas.check());
    let theirs = |text: &str| luhn3::decimal::valid(text.as_bytes());
    row("NAS, digits", peer, || each(&numbers, ours), || each(&numbers, theirs))?;
    row("NAS, spaced", peer, || each(&spaced, ours), || each(&numbers, theirs))
}

fn row(
    work: &str,
    peer: &str,
    mut ours: impl FnMut() -> Duration,
    mut theirs: impl FnMut() -> Duration,
) -> Result<(), Box<dyn Error>> {
    let found = compare_pairs(Plan::FIVE, || Ok::<_, Box<dyn Error>>(ours()), || Ok(theirs()))?;
    if let Some(found) = found {
        table::row(work, peer, &found);
    }
    Ok(())
}

/// Returns how long it takes to do the work on each text, many times.
fn each<T>(texts: &[String], work: impl Fn(&str) -> T) -> Duration {
    time(|| {
        for _ in 0..TURNS {
            for text in texts {
                black_box(work(black_box(text)));
            }
        }
    })
}

/// Returns nine digits, scattered; of one in ten the check digit does not fit.
fn number(index: u64) -> String {
    let digits = index.wrapping_mul(0x9e37_79b9_7f4a_7c15) % 100_000_000;
    let last = (0..10).find(|last| luhn3::decimal::valid(format!("{digits:08}{last}").as_bytes()));
    format!("{digits:08}{}", (last.unwrap_or(0) + u64::from(index.is_multiple_of(10))) % 10)
}

fn spaced(number: &str) -> String {
    let mut text = number.to_owned();
    text.insert(6, ' ');
    text.insert(3, ' ');
    text
}

const COUNT: u64 = 1_000;
/// A tenth of a millisecond, more or less.
const TURNS: u64 = 20;
