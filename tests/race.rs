//! Clients that race for one row. Who stores with a compare-and-set before replying gains nothing
//! by it; the control, who replies first, does, and the law must say so.
#![allow(clippy::indexing_slicing, clippy::unwrap_used, reason = "a test may panic")]

use std::sync::{Barrier, Mutex};
use std::thread;

use sceau::challenge::{
    Challenge, ChallengeBinding, ChallengeChannel, ChallengeOutcome, ChallengePolicy,
    ChallengePurpose, IssueOutcome,
};
use sceau::mac::ServiceKey;
use sceau::time::UnixTime;

#[test]
fn right_codes_alone_are_accepted_once() {
    let told = race(&[Typed::Right; 8], Reply::Stored);
    assert_eq!(law(&told), Ok(()));
    assert_eq!(count(&told, ChallengeOutcome::Accepted), 1);
    assert_eq!(count(&told, ChallengeOutcome::AlreadyUsed), 7);
}

#[test]
fn wrong_codes_alone_learn_as_much_as_one_after_the_other() {
    let told = race(&[Typed::Wrong; 12], Reply::Stored);
    assert_eq!(law(&told), Ok(()));
    for left in 0..5 {
        assert_eq!(count(&told, ChallengeOutcome::Wrong { left }), 1);
    }
    assert_eq!(count(&told, ChallengeOutcome::Exhausted), 7);
}

#[test]
fn a_right_code_among_wrong_ones_is_accepted_or_exhausted() {
    let mut typed = [Typed::Wrong; 7];
    typed[3] = Typed::Right;
    for _ in 0..50 {
        let told = race(&typed, Reply::Stored);
        assert_eq!(law(&told), Ok(()));
        let accepted = count(&told, ChallengeOutcome::Accepted);
        assert!(accepted == 1 || told.contains(&ChallengeOutcome::Exhausted));
    }
}

#[test]
fn catches_a_service_that_replies_before_it_stores() {
    let told = race(&[Typed::Right; 8], Reply::Early);
    assert_eq!(law(&told), Err("accepted twice"));
    let told = race(&[Typed::Wrong; 12], Reply::Early);
    assert_eq!(law(&told), Err("more guesses than attempts"));
}

/// What the people in the race may be told, all together.
fn law(told: &[ChallengeOutcome]) -> Result<(), &'static str> {
    if count(told, ChallengeOutcome::Accepted) > 1 {
        return Err("accepted twice");
    }
    let wrong = told.iter().filter(|told| matches!(told, ChallengeOutcome::Wrong { .. })).count();
    let attempts = ChallengePolicy::default().limits().attempts;
    if wrong > usize::from(attempts) { Err("more guesses than attempts") } else { Ok(()) }
}

fn count(told: &[ChallengeOutcome], outcome: ChallengeOutcome) -> usize {
    told.iter().filter(|told| **told == outcome).count()
}

/// When a service tells a person the outcome.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Reply {
    /// Once the next state is stored; if another was quicker, it begins again.
    Stored,
    /// At once.
    Early,
}

/// What a client types.
#[derive(Clone, Copy)]
enum Typed {
    Right,
    Wrong,
}

/// Lets every client load the same row before any of them stores; returns what they are told.
fn race(clients: &[Typed], reply: Reply) -> Vec<ChallengeOutcome> {
    let (row, right) = issued();
    let wrong = if right == "000000" { "000001" } else { "000000" };
    let (store, loaded) = (Mutex::new(row), Barrier::new(clients.len()));
    let ask = |typed: &str| {
        let mut row = *store.lock().unwrap();
        loaded.wait();
        loop {
            let verified = row.verify(&key(), &BINDING, typed, NOW).unwrap();
            if compare_and_set(&store, &row, verified.next) || reply == Reply::Early {
                return verified.outcome;
            }
            row = *store.lock().unwrap();
        }
    };
    thread::scope(|scope| {
        let threads: Vec<_> = clients
            .iter()
            .map(|typed| match typed {
                Typed::Right => scope.spawn(|| ask(&right)),
                Typed::Wrong => scope.spawn(|| ask(wrong)),
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    })
}

fn compare_and_set(store: &Mutex<Challenge>, seen: &Challenge, next: Challenge) -> bool {
    let mut row = store.lock().unwrap();
    let unmoved = row.generation() == seen.generation();
    if unmoved {
        *row = next;
    }
    unmoved
}

/// A row with a live code, and the code.
fn issued() -> (Challenge, String) {
    let policy = ChallengePolicy::default();
    let issued = Challenge::issue(None, &key(), &BINDING, &[9; 16], NOW, &policy).unwrap();
    let IssueOutcome::Issued { code, .. } = issued.outcome else { panic!("a first code") };
    (issued.next, code.compact().as_str().to_owned())
}

fn key() -> ServiceKey {
    ServiceKey::new(1, &[7; 32]).unwrap()
}

const NOW: UnixTime = UnixTime::new(1_795_442_400);
const BINDING: ChallengeBinding<'static> = ChallengeBinding {
    purpose: ChallengePurpose::AddressValidation,
    channel: ChallengeChannel::Email,
    user: b"eseraphin",
    destination: b"elise.seraphin@example.org",
};
