//! Explores every life of a code's row, of a throttle's (an account's and an address's), of a
//! remembered device's and of recovery codes', up to a number of steps, and prints how many states
//! that is. Each law has a machine or a store with a planted
//! fault, which it must see.
#![allow(clippy::indexing_slicing, clippy::unwrap_used, reason = "a test may panic")]

mod faults;

use faults::codes::Fault;
use sceau::challenge::{ChallengeLimits, ChallengePolicy};
use sceau::code::Digits;
use sceau::device::DevicePolicy;
use sceau::throttle::{ThrottleLimits, ThrottlePolicy};
use sceau::time::Seconds;
use sceau_tests::model::challenge::{self, Codes, EMAILED, POSTED};
use sceau_tests::model::device::{self, Devices};
use sceau_tests::model::recovery::{self, Lists};
use sceau_tests::model::throttle::{self, ACCOUNT, Attempts, HOUSE, People, SCHOOL};
use sceau_tests::model::{Law, System, explore};

/// One test for each policy, so that they run side by side.
macro_rules! every_life_keeps_the_laws {
    ($($name:ident: $depth:literal, $least:literal, $system:expr;)+) => {$(
        #[test]
        fn $name() {
            let found = explore(&$system, $depth).unwrap_or_else(|broken| panic!("{broken}"));
            println!("{}: {found}", stringify!($name));
            assert!(found.states >= $least, "fewer states than were seen before");
        }
    )+};
}

every_life_keeps_the_laws! {
    every_life_of_a_code: 9, 600_000, codes(&CODES);
    every_life_of_a_code_of_one_attempt: 9, 100_000, codes(&ONE_ATTEMPT);
    every_life_of_a_code_without_cooldown: 9, 400_000, codes(&NO_COOLDOWN);
    every_life_of_a_posted_code: 8, 150_000, codes(&LETTERS);
    every_life_of_a_device: 10, 200_000, remembered(&MINUTES);
    every_life_of_a_device_shorter_than_the_grace: 10, 100_000, remembered(&SECONDS);
    every_life_of_a_throttle: 12, 400_000, throttled(&ATTEMPTS, &ACCOUNT);
    every_life_of_a_throttle_that_delays_at_once: 11, 200_000, throttled(&NONE_FREE, &ACCOUNT);
    every_life_of_a_throttle_that_delays_long: 11, 150_000, throttled(&LONG_DELAYS, &ACCOUNT);
    every_life_of_a_house: 9, 300_000, throttled(&WINDOW, &HOUSE);
    every_life_of_a_school: 8, 100_000, throttled(&WINDOW_OF_MANY, &SCHOOL);
}

/// There is no clock: the states are few, and lives of whatever length lead to no other.
#[test]
fn every_life_of_recovery_codes() {
    let system = Lists { machine: recovery::Core };
    let found = explore(&system, 64).unwrap_or_else(|broken| panic!("{broken}"));
    println!("every_life_of_recovery_codes: {found}, and no more");
    assert!(found.states >= 1_000, "fewer states than were seen before");
    assert!(found.depth < 64, "lives that were not led to their end");
}

#[test]
fn each_law_sees_the_fault_that_is_planted_for_it() {
    let mut seen = Vec::new();
    for (fault, law) in faults::codes::FAULTS {
        let honest = match fault {
            // Nothing is left after each attempt, forgotten or not.
            Fault::AttemptForgotten => codes(&ONE_ATTEMPT),
            // A new code is refused for the failures alone.
            Fault::OneFailureMore => codes(&ONE_FAILURE),
            Fault::SlipCounted => codes(&LETTERS),
            _ => codes(&CODES),
        };
        let (policy, people) = (honest.policy, honest.people);
        let machine = faults::codes::Faulty::new(fault);
        seen.push(assert_seen(&Codes { machine, policy, people }, law, fault));
    }
    for (fault, law) in faults::attempts::FAULTS {
        let (limits, people) = match law {
            // With so few failures borne, the bound comes before any pause.
            Law::Failures => (&FEW, &ACCOUNT),
            Law::Address | Law::GivenBack | Law::Network => (&WINDOW, &HOUSE),
            Law::Window => (&FEW_IN_WINDOW, &HOUSE),
            _ => (&ATTEMPTS, &ACCOUNT),
        };
        let machine = faults::attempts::Faulty::new(fault);
        let policy = throttled(limits, people).policy;
        seen.push(assert_seen(&Attempts { machine, policy, people }, law, fault));
    }
    for (fault, law) in faults::devices::FAULTS {
        let machine = faults::devices::Faulty::new(fault);
        seen.push(assert_seen(&Devices { machine, policy: MINUTES }, law, fault));
    }
    for (fault, law) in faults::lists::FAULTS {
        let machine = faults::lists::Faulty::new(fault);
        seen.push(assert_seen(&Lists { machine }, law, fault));
    }
    for law in Law::ALL {
        assert!(seen.contains(&law), "no fault is planted for {law:?}");
    }
}

/// Demands that exactly this law does not hold, and prints the life that shows it.
fn assert_seen<S: System>(system: &S, law: Law, fault: impl std::fmt::Debug) -> Law {
    let broken = explore(system, 7).expect_err(&format!("{fault:?} is not seen"));
    println!("{fault:?}: {broken}");
    assert_eq!(broken.law, law, "{fault:?} is seen by another law");
    law
}

fn codes(limits: &ChallengeLimits) -> Codes<challenge::Core> {
    let people = if limits.digits.is_some() { &EMAILED } else { &POSTED };
    Codes { machine: challenge::Core, policy: ChallengePolicy::new(*limits).unwrap(), people }
}

fn remembered(policy: &DevicePolicy) -> Devices<device::Core> {
    Devices { machine: device::Core, policy: *policy }
}

fn throttled(limits: &ThrottleLimits, people: &'static People) -> Attempts<throttle::Core> {
    let policy = ThrottlePolicy::new(*limits).unwrap();
    Attempts { machine: throttle::Core, policy, people }
}

/// Small numbers, so that the boundaries are within a few steps of one another.
const CODES: ChallengeLimits = ChallengeLimits {
    digits: Some(Digits::SIX),
    lifetime: Seconds::new(3),
    attempts: 2,
    cooldown: Seconds::new(1),
    period: Seconds::new(6),
    issues: 2,
    failures: 3,
};
const ONE_ATTEMPT: ChallengeLimits = ChallengeLimits {
    lifetime: Seconds::new(2),
    attempts: 1,
    cooldown: Seconds::new(2),
    period: Seconds::new(2),
    issues: 1,
    failures: 2,
    ..CODES
};
const NO_COOLDOWN: ChallengeLimits = ChallengeLimits {
    lifetime: Seconds::new(1),
    attempts: 3,
    cooldown: Seconds::new(0),
    period: Seconds::new(3),
    issues: 3,
    failures: 4,
    ..CODES
};
/// For the laws it is no matter that so short a life would be over before the post comes.
const LETTERS: ChallengeLimits = ChallengeLimits { digits: None, ..CODES };
const ONE_FAILURE: ChallengeLimits = ChallengeLimits { attempts: 1, failures: 1, ..NO_COOLDOWN };
const ATTEMPTS: ThrottleLimits = ThrottleLimits {
    free: 1,
    delay: Seconds::new(1),
    suspend_after: 3,
    suspension: Seconds::new(5),
    failures: 4,
    window: Seconds::new(0),
};
const NONE_FREE: ThrottleLimits = ThrottleLimits {
    free: 0,
    delay: Seconds::new(2),
    suspend_after: 2,
    suspension: Seconds::new(3),
    failures: 6,
    ..ATTEMPTS
};
const LONG_DELAYS: ThrottleLimits = ThrottleLimits {
    free: 2,
    suspend_after: 6,
    suspension: Seconds::new(4),
    failures: 8,
    ..ATTEMPTS
};
const FEW: ThrottleLimits = ThrottleLimits { suspend_after: 2, failures: 2, ..ATTEMPTS };
const WINDOW: ThrottleLimits =
    ThrottleLimits { suspension: Seconds::new(7), window: Seconds::new(61), ..ATTEMPTS };
const WINDOW_OF_MANY: ThrottleLimits = ThrottleLimits {
    free: 2,
    delay: Seconds::new(40),
    suspend_after: 5,
    suspension: Seconds::new(50),
    failures: 6,
    window: Seconds::new(60),
};
const FEW_IN_WINDOW: ThrottleLimits = ThrottleLimits { suspend_after: 2, failures: 2, ..WINDOW };
/// Longer than two graces, shorter than three.
const MINUTES: DevicePolicy = policy(130);
const SECONDS: DevicePolicy = policy(30);

const fn policy(seconds: u64) -> DevicePolicy {
    match DevicePolicy::new(Seconds::new(seconds)) {
        Ok(policy) => policy,
        Err(_) => panic!("a lifetime"),
    }
}
