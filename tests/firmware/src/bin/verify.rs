//! Verifies one password and does nothing else: what that adds to `nothing` is its size.

#![no_std]
#![no_main]

use core::hint::black_box;

use sceau::password::{PasswordOutcome, verify};
use sceau_firmware::cases::{ACCEPT, CREATE, PASSWORD, STORED};
use sceau_firmware::semihosting::exit;

#[unsafe(no_mangle)]
extern "C" fn reset() -> ! {
    let (password, stored) = (black_box(PASSWORD.as_bytes()), black_box(STORED));
    exit(verify(password, stored, &ACCEPT, &CREATE) == Ok(PasswordOutcome::MatchRehash {
        why: sceau::password::RehashReason::Cost,
    }))
}
