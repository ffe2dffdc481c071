//! How long the calls of every day take: `make bench`.
//!
//! One file for each family. Passwords run at a small cost, so that a change of one iteration shows;
//! what an application waits for is that time, times its iterations.

use criterion::{criterion_group, criterion_main};

mod code;
mod identifier;
mod name;
mod password;
mod state;

criterion_group!(
    everyday,
    password::bench,
    code::bench,
    state::challenge,
    state::recovery,
    state::throttle,
    identifier::bench,
    name::bench,
);
criterion_main!(everyday);
