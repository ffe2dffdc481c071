//! Does one verification of a password, or a thousand of a code, or reads a thousand names, so that
//! `run.sh` can count the instructions: sceau-cost SCENARIO.
//!
//! The create policy has 20,000 iterations: what differs between accounts, differs by less than it.

mod short;

use std::hint::black_box;
use std::process::ExitCode;

use sceau::code::Digits;
use sceau::otp::{OtpAlgorithm, OtpSecret, PreparedTotp, Totp, TotpOutcome, TotpWindow};
use sceau::password::{
    AcceptLimits, AcceptPolicy, CreatePolicy, IterationRange, PasswordAlgorithm, PasswordError,
    PasswordOutcome, StoredFormat, hash, verify, verify_absent,
};
use sceau::time::{Seconds, UnixTime};

fn main() -> ExitCode {
    let scenario = std::env::args().nth(1).unwrap_or_default();
    let create = CreatePolicy::unchecked_policy(PasswordAlgorithm::Sha256, ITERATIONS);
    let expected = match scenario.as_str() {
        // What every scenario does besides.
        "nothing" => return ExitCode::SUCCESS,
        "absent" => Ok(PasswordOutcome::Mismatch) == verify_absent(black_box(WRONG), &create),
        "current" => mismatches(stored(&create), &create),
        "weak" => mismatches(stored(&cheap(500)), &create),
        "django" => mismatches(DJANGO, &create),
        "django_sha1" => mismatches(DJANGO_SHA1, &create),
        "ldap_salted" => mismatches(SSHA, &create),
        "aspnet_v2" => mismatches(ASPNET_V2, &create),
        // Refused before any work.
        "costly" => refuses("$pbkdf2-sha256$i=4294967295$", &create),
        "not_named" => refuses("pbkdf2_sha256$20000$", &create),
        "three_codes" => codes(3),
        "window" => windows(1),
        // The control: a step more on either side.
        "wider_window" => windows(2),
        "numbers" => short::numbers(),
        "keys" => short::keys(""),
        "comparisons" => short::comparisons(""),
        // The controls: the same, read the long way.
        "long_keys" => short::keys("\u{2060}"),
        "long_comparisons" => short::comparisons("\u{2060}"),
        // The control: the same cheap hash, and nothing to top it up to.
        "not_topped_up" => mismatches(DJANGO, &cheap(1)),
        _ => false,
    };
    if expected { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn cheap(iterations: u32) -> CreatePolicy {
    CreatePolicy::unchecked_policy(PasswordAlgorithm::Sha256, iterations)
}

/// A hash with iterations of its own; its making is counted as well, so it has few.
fn stored(create: &CreatePolicy) -> String {
    // The string of a hash does not depend on the work that was done for it: any key will do.
    let made = hash(b"x", &[7; 16], &cheap(1)).map(|made| made.as_str().to_owned());
    made.unwrap_or_default().replace("i=1$", &format!("i={}$", create.iterations()))
}

fn mismatches(stored: impl AsRef<[u8]>, create: &CreatePolicy) -> bool {
    let range = IterationRange { min: 1, max: 1_000_000 };
    let accept = AcceptPolicy::unchecked_policy(AcceptLimits {
        formats: StoredFormat::ALL.iter().copied().collect(),
        sha1: range,
        sha256: range,
        min_salt_bytes: 1,
        ..AcceptLimits::DEFAULT
    });
    let outcome = verify(black_box(WRONG), stored.as_ref(), &accept, create);
    outcome == Ok(PasswordOutcome::Mismatch)
}

fn refuses(prefix: &str, create: &CreatePolicy) -> bool {
    let key = if prefix.starts_with('$') { "AAECAwQFBgcICQoLDA0ODw$" } else { "saltsalt$" };
    let end = if prefix.starts_with('$') { "A" } else { "A=" };
    let stored = format!("{prefix}{key}{}{end}", "A".repeat(42));
    let outcome = verify(black_box(WRONG), stored.as_bytes(), &AcceptPolicy::default(), create);
    outcome == Err(PasswordError::OutsideAcceptPolicy)
}

/// A thousand times, as many codes of a prepared key as a window has.
fn codes(count: u64) -> bool {
    let (totp, mut differ) = (totp(1), false);
    for now in times() {
        for step in 0..count {
            let code = totp.code(UnixTime::new(black_box(now) + 30 * step));
            differ |= code.compact().as_str() != TYPED;
        }
    }
    differ
}

/// A thousand verifications with a window of so many steps on either side.
fn windows(steps: u8) -> bool {
    let totp = totp(steps);
    let verify = |now| totp.verify(black_box(TYPED), UnixTime::new(black_box(now)), None);
    times().filter(|now| verify(*now) == TotpOutcome::Mismatch).count() > 990
}

fn totp(steps: u8) -> PreparedTotp {
    let window = TotpWindow::new(steps, steps).unwrap_or(TotpWindow::DEFAULT);
    let totp = Totp::new(OtpAlgorithm::Sha1, Digits::SIX, Seconds::new(30), window);
    let secret = OtpSecret::new(b"12345678901234567890");
    totp.and_then(|totp| Ok(totp.prepare(&secret?))).expect("parameters and a secret")
}

fn times() -> impl Iterator<Item = u64> {
    (1..=1_000).map(|step| 1_800_000_000 + 30 * step)
}

const TYPED: &str = "000000";
const ITERATIONS: u32 = 20_000;
const WRONG: &[u8] = "Érable-à-sucre".as_bytes();
const DJANGO: &str = "pbkdf2_sha256$5000$saltsalt$8xBlGd3jVgvJ+92hWPxi5ww0uuAuAnKgC45eudxro7c=";
const DJANGO_SHA1: &str = "sha1$seasalt$cff36ea83f5706ce9aa7454e63e431fc726b2dc8";
const SSHA: &str = "{SSHA}UGF8ZBMrQUTT3jYqzw6F4MsPLK4B/xCA";
const ASPNET_V2: &str = "AAABAgMEBQYHCAkKCwwNDg+ukCEMDf0yyQ29NYubggHIVY0sdEUfdyeM+E1LtH1uJg==";
