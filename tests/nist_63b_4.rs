//! NIST SP 800-63B-4 (August 2025, final): what it asks of a code that travels (§3.1.3, out-of-band)
//! and of throttling (§3.2.2), each rule in its own test, whose name states it.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use sceau::challenge::{
    Challenge, ChallengeBinding, ChallengeChannel, ChallengeLimits, ChallengeOutcome,
    ChallengePolicy, ChallengePolicyError, ChallengePurpose, IssueOutcome,
};
use sceau::code::Digits;
use sceau::mac::ServiceKey;
use sceau::state::StateError;
use sceau::throttle::{
    Throttle, ThrottleLimits, ThrottleOutcome, ThrottlePolicy, ThrottlePolicyError,
};
use sceau::time::{Seconds, UnixTime};

/// Ten minutes after it was issued a code is of no use.
#[test]
fn a_code_is_accepted_for_at_most_ten_minutes() {
    let (mut row, code) = issue(None, 0, &policy());
    let late = row.verify(&key(), &BINDING, &code, at(600)).unwrap();
    assert_eq!(late.outcome, ChallengeOutcome::Expired);
    row = row.verify(&key(), &BINDING, &code, at(599)).unwrap().next;
    assert_eq!(row.verify(&key(), &BINDING, &code, at(599)).unwrap().outcome, USED);

    let longer = ChallengeLimits { lifetime: Seconds::new(601), ..ChallengeLimits::default() };
    assert_eq!(ChallengePolicy::new(longer), Err(ChallengePolicyError::Lifetime));
    assert_eq!(ChallengeLimits::default().lifetime, Seconds::new(600));
}

/// And it is of no use once it was accepted.
#[test]
fn a_code_is_accepted_once() {
    let (row, code) = issue(None, 0, &policy());
    let first = row.verify(&key(), &BINDING, &code, at(1)).unwrap();
    assert_eq!(first.outcome, ChallengeOutcome::Accepted);
    let second = first.next.verify(&key(), &BINDING, &code, at(1)).unwrap();
    assert_eq!(second.outcome, USED);
}

/// The generator is the caller's: sixteen bytes of it, of which every bit reaches the code.
#[test]
fn a_code_has_at_least_six_digits_from_a_generator() {
    assert_eq!(Digits::new(5), None);
    assert_eq!(ChallengeLimits::default().digits, Some(Digits::SIX));
    let code_of = |entropy: &[u8; 16]| {
        let issued = Challenge::issue(None, &key(), &BINDING, entropy, at(0), &policy()).unwrap();
        match issued.outcome {
            IssueOutcome::Issued { code, .. } => code.compact().as_str().to_owned(),
            refused => panic!("{refused:?}"),
        }
    };
    let plain = code_of(&[9; 16]);
    assert_eq!(plain.len(), 6);
    let mut same = 0;
    for bit in 0..128 {
        let entropy = (u128::from_be_bytes([9; 16]) ^ (1 << bit)).to_be_bytes();
        same += u32::from(code_of(&entropy) == plain);
    }
    assert!(same <= 1, "{same} of 128 bits do not reach the code");
}

/// Each code has few attempts, and no policy is without a bound.
#[test]
fn a_code_of_less_than_64_bits_is_throttled() {
    let (mut row, code) = issue(None, 0, &policy());
    for left in (0..5).rev() {
        let step = row.verify(&key(), &BINDING, &wrong(&code), at(1)).unwrap();
        assert_eq!(step.outcome, ChallengeOutcome::Wrong { left });
        row = step.next;
    }
    let right = row.verify(&key(), &BINDING, &code, at(1)).unwrap();
    assert_eq!(right.outcome, ChallengeOutcome::Exhausted);
    for attempts in [0, 11, u8::MAX] {
        let limits = ChallengeLimits { attempts, ..ChallengeLimits::default() };
        assert_eq!(ChallengePolicy::new(limits), Err(ChallengePolicyError::Attempts));
    }
}

/// Over all codes of a row, and no time lifts it.
#[test]
fn a_code_row_bears_at_most_a_hundred_consecutive_failures() {
    let (wrong, row) = fail_until_disabled(ChallengeLimits::default());
    assert_eq!(wrong, 100);
    let much_later =
        Challenge::issue(Some(&row), &key(), &BINDING, &[1; 16], at(9_000_000), &policy());
    assert!(matches!(much_later.unwrap().outcome, IssueOutcome::Disabled));
    let limits = ChallengeLimits { failures: 101, ..ChallengeLimits::default() };
    assert_eq!(ChallengePolicy::new(limits), Err(ChallengePolicyError::Failures));
}

/// The same for the password beside it; the greater bound of addresses is none for an account.
#[test]
fn an_account_bears_at_most_a_hundred_consecutive_failures() {
    let (policy, mut row, mut now, mut allowed) = (ThrottlePolicy::default(), None, 0, 0);
    loop {
        let step = Throttle::begin(row.as_ref(), &key(), b"eseraphin", at(now), &policy).unwrap();
        row = Some(step.next);
        match step.outcome {
            ThrottleOutcome::Allowed => allowed += 1,
            ThrottleOutcome::Delayed { until } | ThrottleOutcome::Suspended { until } => {
                now = until.seconds() - START;
            }
            ThrottleOutcome::Disabled => break,
        }
    }
    assert_eq!(allowed, 100);
    let limits = ThrottleLimits { failures: 101, ..ThrottleLimits::default() };
    assert_eq!(ThrottlePolicy::new(limits), Err(ThrottlePolicyError::Failures));
    let origins = ThrottlePolicy::new(ThrottleLimits::origins()).unwrap();
    let around = Throttle::begin(None, &key(), b"eseraphin", at(0), &origins);
    assert_eq!(around.unwrap_err(), StateError::WrongPolicy);
}

/// Only failures that follow one another count.
#[test]
fn a_success_ends_the_row_of_failures() {
    let limits = ChallengeLimits { failures: 2, ..ChallengeLimits::default() };
    let policy = ChallengePolicy::new(limits).unwrap();
    let (mut row, mut code) = issue(None, 0, &policy);
    for round in 1..=5 {
        row = row.verify(&key(), &BINDING, &wrong(&code), at(60 * round)).unwrap().next;
        let right = row.verify(&key(), &BINDING, &code, at(60 * round)).unwrap();
        assert_eq!(right.outcome, ChallengeOutcome::Accepted, "round {round}");
        (row, code) = issue(Some(&right.next), 60 * round, &policy);
    }
}

/// Whoever asks for a new code before each guess is stopped as soon.
#[test]
fn a_new_code_does_not_reset_the_failure_count() {
    let limits = ChallengeLimits { attempts: 10, failures: 12, ..ChallengeLimits::default() };
    let (wrong, _) = fail_until_disabled(limits);
    assert_eq!(wrong, 12);
}

/// Who signs in by a code needs a text message; e-mail only serves by an escape that can be found.
#[test]
fn e_mail_is_no_channel_of_authentication() {
    let purpose = ChallengePurpose::SignIn;
    let by_email = ChallengeBinding { purpose, ..BINDING };
    let issued = Challenge::issue(None, &key(), &by_email, &[9; 16], at(0), &policy());
    assert_eq!(issued.unwrap_err(), StateError::SignInChannel);
    let by_text = ChallengeBinding { channel: ChallengeChannel::Text, ..by_email };
    assert!(Challenge::issue(None, &key(), &by_text, &[9; 16], at(0), &policy()).is_ok());

    // The escape has a name of its own, and its code serves for nothing else.
    let purpose = ChallengePurpose::SignInUncheckedPolicy;
    let escape = ChallengeBinding { purpose, ..BINDING };
    let row = Challenge::issue(None, &key(), &escape, &[9; 16], at(0), &policy()).unwrap().next;
    for purpose in [ChallengePurpose::AddressValidation, ChallengePurpose::Recovery] {
        let other = row.verify(&key(), &ChallengeBinding { purpose, ..BINDING }, "000000", at(0));
        assert_eq!(other.unwrap_err(), StateError::WrongPurpose);
    }
}

/// A letter takes longer than a message, and a code on paper may be asked for no longer than that.
#[test]
fn a_posted_code_is_accepted_for_21_days_and_at_most_30() {
    const DAY: u64 = 86_400;
    assert_eq!(ChallengeLimits::post().lifetime, Seconds::new(21 * DAY));
    for (lifetime, allowed) in [(30 * DAY, true), (30 * DAY + 1, false), (0, false)] {
        let lifetime = Seconds::new(lifetime);
        let cooldown = lifetime.min(ChallengeLimits::post().cooldown);
        let limits = ChallengeLimits { lifetime, cooldown, ..ChallengeLimits::post() };
        let error = (!allowed).then_some(ChallengePolicyError::Lifetime);
        assert_eq!(ChallengePolicy::new(limits).err(), error);
    }
    let (row, code) = issue_by_post(0);
    let last = row.verify(&key(), &BY_POST, &code, at(21 * DAY - 1)).unwrap();
    assert_eq!(last.outcome, ChallengeOutcome::Accepted);
    let late = row.verify(&key(), &BY_POST, &code, at(21 * DAY)).unwrap();
    assert_eq!(late.outcome, ChallengeOutcome::Expired);

    // The long life is for post alone, and post for it.
    let post = ChallengePolicy::new(ChallengeLimits::post()).unwrap();
    for (binding, policy) in [(&BINDING, &post), (&BY_POST, &policy())] {
        let issued = Challenge::issue(None, &key(), binding, &[9; 16], at(0), policy);
        assert_eq!(issued.unwrap_err(), StateError::WrongPolicy);
    }
}

/// Sixty bits are not enough to be guessed at without a bound.
#[test]
fn a_posted_code_of_less_than_64_bits_is_throttled() {
    let (mut row, code) = issue_by_post(0);
    assert_eq!(code.len(), 13, "twelve letters of five bits, and one that checks them");
    for left in (0..5).rev() {
        // Its check character fits.
        let step = row.verify(&key(), &BY_POST, "0000000000000", at(1)).unwrap();
        assert_eq!(step.outcome, ChallengeOutcome::Wrong { left });
        row = step.next;
    }
    let right = row.verify(&key(), &BY_POST, &code, at(1)).unwrap();
    assert_eq!(right.outcome, ChallengeOutcome::Exhausted);
}

/// Paper is no authenticator either.
#[test]
fn post_is_no_channel_of_authentication() {
    let post = ChallengePolicy::new(ChallengeLimits::post()).unwrap();
    let issue = |purpose| {
        let binding = ChallengeBinding { purpose, ..BY_POST };
        Challenge::issue(None, &key(), &binding, &[9; 16], at(0), &post)
    };
    assert_eq!(issue(ChallengePurpose::SignIn).unwrap_err(), StateError::SignInChannel);
    for purpose in [
        ChallengePurpose::AddressValidation,
        ChallengePurpose::Recovery,
        ChallengePurpose::SignInUncheckedPolicy,
    ] {
        assert!(matches!(issue(purpose).unwrap().outcome, IssueOutcome::Issued { .. }));
    }
}

/// A code by e-mail may show that an address is read, and give an account back.
#[test]
fn address_validation_and_recovery_are_exempt() {
    for purpose in [ChallengePurpose::AddressValidation, ChallengePurpose::Recovery] {
        let binding = ChallengeBinding { purpose, ..BINDING };
        let issued = Challenge::issue(None, &key(), &binding, &[9; 16], at(0), &policy()).unwrap();
        let IssueOutcome::Issued { code, .. } = issued.outcome else { panic!("refused") };
        let code = code.compact();
        let verified = issued.next.verify(&key(), &binding, code.as_str(), at(0)).unwrap();
        assert_eq!(verified.outcome, ChallengeOutcome::Accepted);
    }
}

/// Types wrong codes, and asks for new ones, until there are no more; returns how many were compared.
fn fail_until_disabled(limits: ChallengeLimits) -> (u32, Challenge) {
    let policy = ChallengePolicy::new(limits).unwrap();
    let (mut row, mut code) = issue(None, 0, &policy);
    let (mut now, mut compared) = (0, 0);
    loop {
        let step = row.verify(&key(), &BINDING, &wrong(&code), at(now)).unwrap();
        row = step.next;
        if let ChallengeOutcome::Wrong { .. } = step.outcome {
            compared += 1;
            continue;
        }
        let again =
            Challenge::issue(Some(&row), &key(), &BINDING, &[9; 16], at(now), &policy).unwrap();
        row = again.next;
        match again.outcome {
            IssueOutcome::Issued { code: new, .. } => new.compact().as_str().clone_into(&mut code),
            IssueOutcome::TooSoon { until } | IssueOutcome::TooMany { until } => {
                now = until.seconds() - START;
            }
            IssueOutcome::Disabled => return (compared, row),
        }
    }
}

fn issue(previous: Option<&Challenge>, now: u64, policy: &ChallengePolicy) -> (Challenge, String) {
    let issued = Challenge::issue(previous, &key(), &BINDING, &[9; 16], at(now), policy).unwrap();
    let IssueOutcome::Issued { code, .. } = issued.outcome else { panic!("refused") };
    (issued.next, code.compact().as_str().to_owned())
}

fn issue_by_post(now: u64) -> (Challenge, String) {
    let policy = ChallengePolicy::new(ChallengeLimits::post()).unwrap();
    let issued = Challenge::issue(None, &key(), &BY_POST, &[9; 16], at(now), &policy).unwrap();
    let IssueOutcome::Issued { code, .. } = issued.outcome else { panic!("refused") };
    (issued.next, code.compact().as_str().to_owned())
}

fn wrong(code: &str) -> String {
    let last = if code.ends_with('0') { '1' } else { '0' };
    format!("{}{last}", code.split_at(code.len() - 1).0)
}

fn policy() -> ChallengePolicy {
    ChallengePolicy::default()
}

fn key() -> ServiceKey {
    ServiceKey::new(1, &[7; 32]).unwrap()
}

const fn at(seconds: u64) -> UnixTime {
    UnixTime::new(START + seconds)
}

const START: u64 = 1_795_442_400;
const USED: ChallengeOutcome = ChallengeOutcome::AlreadyUsed;
const BINDING: ChallengeBinding<'static> = ChallengeBinding {
    purpose: ChallengePurpose::AddressValidation,
    channel: ChallengeChannel::Email,
    user: b"eseraphin",
    destination: b"elise.seraphin@example.org",
};
const BY_POST: ChallengeBinding<'static> = ChallengeBinding {
    channel: ChallengeChannel::Post,
    destination: "1000 rue Principale, Québec QC G1R 4P5".as_bytes(),
    ..BINDING
};
