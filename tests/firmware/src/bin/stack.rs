//! Measures the stack of each call on passwords, and prints a line for each: its bytes, its name.

#![no_std]
#![no_main]

use core::hint::black_box;

use sceau::mac::ServiceKey;
use sceau::password::{
    CreatePolicy, PasswordAlgorithm, PasswordError, PasswordOutcome, Pepper, Peppers, RehashReason,
    StoredPassword, Verifier, hash, verify, verify_absent, verify_peppered,
};
use sceau_firmware::cases::{self, ACCEPT, CREATE, PASSWORD};
use sceau_firmware::clock::instructions;
use sceau_firmware::say;
use sceau_firmware::semihosting::exit;
use sceau_firmware::stack::depth;

type Answer = Result<PasswordOutcome, PasswordError>;

const MATCH: Answer = Ok(PasswordOutcome::Match);
/// The hash has fewer iterations than the policy wants.
const WEAK: Answer = Ok(PasswordOutcome::MatchRehash { why: RehashReason::Cost });
const MISMATCH: Answer = Ok(PasswordOutcome::Mismatch);

#[unsafe(no_mangle)]
extern "C" fn reset() -> ! {
    let mut well = true;
    let Ok(key) = ServiceKey::new(7, &[1; 32]) else { exit(false) };
    let pepper = Pepper::new(&key);
    let mut measure = |name: &str, call: fn(&Pepper) -> Answer, expected: Answer| {
        let (answer, bytes) = depth(call, &pepper);
        if answer != expected {
            say!("0 {name}: {answer:?} is not the outcome that it is about");
            well = false;
        }
        say!("{bytes} {name}");
    };
    measure("nothing", |_| black_box(MATCH), MATCH);
    measure("array_of_1000", array::<1_000>, MATCH);
    measure("array_of_3000", array::<3_000>, MATCH);
    measure("verify_match", |_| verified(PASSWORD, cases::STORED), WEAK);
    measure("verify_mismatch", |_| verified(cases::WRONG, cases::STORED), MISMATCH);
    measure("verify_longest", |_| verified(cases::LONGEST, cases::STORED_LONG), WEAK);
    measure("verify_damaged", |_| verified(PASSWORD, cases::STORED_DAMAGED), DAMAGED);
    measure("verify_peppered", peppered, WEAK);
    measure("verify_absent", |_| verify_absent(black_box(PASSWORD.as_bytes()), &CREATE), MISMATCH);
    measure("verify_in_steps", in_steps, WEAK);
    measure("hash", hashed, MATCH);
    #[cfg(feature = "sha512")]
    measure("verify_sha512", |_| verified(PASSWORD, cases::STORED_SHA512), WEAK);
    #[cfg(feature = "legacy")]
    {
        measure("verify_django", |_| verified(PASSWORD, cases::STORED_DJANGO), FOREIGN);
        let typed_apart = |_: &_| verified(cases::DECOMPOSED, cases::STORED_DJANGO);
        measure("verify_django_twice", typed_apart, FOREIGN);
        measure("verify_keycloak", keycloak, FOREIGN);
    }
    say!("{} the_verifier", size_of::<Verifier>());
    let (few, many) = (instructions(|| absent(1)), instructions(|| absent(1_001)));
    say!("{} instructions_an_iteration", (many - few) / 1_000);
    exit(well)
}

const DAMAGED: Answer = Err(PasswordError::HashEncoding);
#[cfg(feature = "legacy")]
const FOREIGN: Answer = Ok(PasswordOutcome::MatchRehash { why: RehashReason::Format });

/// The control: a call that is known to hold `N` bytes.
fn array<const N: usize>(_pepper: &Pepper) -> Answer {
    let mut bytes = [0_u8; N];
    black_box(&mut bytes);
    MATCH
}

fn verified(password: &str, stored: &[u8]) -> Answer {
    verify(black_box(password.as_bytes()), black_box(stored), &ACCEPT, &CREATE)
}

fn peppered(pepper: &Pepper) -> Answer {
    let (password, stored) = (black_box(PASSWORD.as_bytes()), black_box(cases::STORED_PEPPERED));
    verify_peppered(password, stored, &ACCEPT, &CREATE, &Peppers::new(pepper, &[]))
}

/// With the verifier, which is the caller's.
fn in_steps(_pepper: &Pepper) -> Answer {
    step_through(StoredPassword::parse(black_box(cases::STORED))?)
}

#[cfg(feature = "legacy")]
fn keycloak(_pepper: &Pepper) -> Answer {
    step_through(StoredPassword::parse_as(black_box(&cases::KEYCLOAK))?)
}

fn step_through(stored: StoredPassword) -> Answer {
    let password = black_box(PASSWORD.as_bytes());
    let mut verifier = Verifier::begin(password, stored, &ACCEPT, &CREATE, &Peppers::NONE)?;
    while verifier.step(1).left() > 0 {}
    verifier.finish()
}

/// With the hash, which is the caller's.
fn hashed(_pepper: &Pepper) -> Answer {
    let made = hash(black_box(PASSWORD.as_bytes()), black_box(&[7; 16]), &CREATE)?;
    black_box(made.as_bytes());
    MATCH
}

fn absent(iterations: u32) {
    let create = CreatePolicy::unchecked_policy(PasswordAlgorithm::Sha256, iterations);
    let _mismatch = black_box(verify_absent(PASSWORD.as_bytes(), &create));
}
