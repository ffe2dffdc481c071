//! Sceau against others that do the same work: one run, in turn, as ratios.
//!
//! One file for each family of comparisons; each prints rows of the same table.

mod builds;
mod identifier;
mod name;
mod otp;
mod password;
mod table;

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let builds: Vec<String> = std::env::args().skip(1).collect();
    table::head();
    // Another build of the same program is asked for the peer whose code depends on the build.
    if builds.first().is_some_and(|only| only == "pbkdf2") {
        return password::compare_block_calls();
    }
    if builds.first().is_some_and(|only| only == "names") {
        identifier::compare()?;
        return name::compare();
    }
    identifier::compare()?;
    name::compare()?;
    otp::compare()?;
    password::compare()?;
    password::compare_block_calls()?;
    builds::compare(&builds)
}
