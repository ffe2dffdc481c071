//! Laws of the code that travels, e-mailed or posted: a random life of one row, beside a model of
//! what must be so.

mod machine;
mod typed;

use sceau::challenge::{
    Challenge, ChallengeLimits, ChallengeOutcome, ChallengePolicy, DeliverOutcome, IssueOutcome,
};
use sceau::code::Digits;
use sceau::state::{EARLIEST, LATEST, MAX_AHEAD, StateError};
use sceau::time::{Seconds, UnixTime};

use super::Input;
pub use machine::{Core, Machine};
use machine::{binding_of, key};
use typed::{ALPHABET, read};

/// A life of at most 64 steps.
pub fn law(bytes: &[u8]) {
    life(bytes, &Core);
}

/// What must be so of the row, kept without looking into it.
struct Model {
    policy: ChallengePolicy,
    row: Option<Challenge>,
    now: u64,
    high_water: u64,
    /// The code that was issued last.
    code: String,
    expires: u64,
    wrong_of_code: u16,
    wrong_in_a_row: u16,
    accepted: bool,
}

/// Leads the row through the steps that the bytes spell, and checks each against the model.
pub fn life(bytes: &[u8], machine: &impl Machine) {
    let mut input = Input::new(bytes);
    let Some(mut model) = Model::new(&mut input) else { return };
    for _ in 0..64 {
        if input.is_empty() {
            return;
        }
        match input.below(9) {
            0 | 1 => model.issue(machine, &input.array()),
            2 => model.verify(machine, &model.code.clone()),
            4 if model.is_posted() => model.verify_mistyped(machine, &mut input),
            3 | 4 => model.verify(machine, &model.wrong_code()),
            5 => model.verify(machine, &input.text()),
            6 => model.pass_time(&mut input),
            8 => model.lift(machine),
            _ => {
                model.deliver();
                model.flip_a_bit(machine, input.word());
            }
        }
    }
}

impl Model {
    fn new(input: &mut Input<'_>) -> Option<Self> {
        let policy = ChallengePolicy::new(ChallengeLimits {
            // Behind nine digits there are none: a posted code.
            digits: Digits::new(6 + input.below(5)),
            lifetime: Seconds::new(60 + u64::from(input.byte())),
            attempts: 1 + input.below(10),
            cooldown: Seconds::new(input.below(60).into()),
            period: Seconds::new(1_000),
            issues: 1 + input.below(100),
            failures: 1 + u16::from(input.below(100)),
        });
        Some(Self {
            policy: policy.ok()?,
            row: None,
            now: START,
            high_water: 0,
            code: String::new(),
            expires: 0,
            wrong_of_code: 0,
            wrong_in_a_row: 0,
            accepted: false,
        })
    }

    fn now(&self) -> UnixTime {
        UnixTime::new(self.now)
    }

    /// Stores the next state, whose generation is the one after the last.
    fn store(&mut self, next: Challenge, clock_back: bool) {
        let before = self.row.map_or(0, |row| row.generation());
        assert_eq!(next.generation(), before + 1, "a transition is one generation");
        let read = Challenge::from_bytes(next.as_bytes());
        assert!(read == Ok(next), "the state changed on its way through bytes");
        assert_eq!(clock_back, self.now < self.high_water, "the flag of a clock that went back");
        self.high_water = self.high_water.max(self.now);
        self.row = Some(next);
    }

    fn issue(&mut self, machine: &impl Machine, entropy: &[u8; 16]) {
        let begun = machine.issue(self.row.as_ref(), entropy, self.now(), &self.policy);
        let Ok(issued) = begun else { return self.assert_clock(begun.err()) };
        self.store(issued.next, issued.clock_back);
        let limits = self.policy.limits();
        match issued.outcome {
            IssueOutcome::Issued { code, expires } => {
                assert!(self.wrong_in_a_row < limits.failures, "issued, and disabled");
                code.compact().as_str().clone_into(&mut self.code);
                let length = limits.digits.map_or(13, |digits| usize::from(digits.get()));
                assert_eq!(self.code.len(), length);
                self.expires = expires.seconds();
                let end = self.high_water.saturating_add(limits.lifetime.get());
                assert_eq!(self.expires, end, "another lifetime");
                (self.wrong_of_code, self.accepted) = (0, false);
            }
            IssueOutcome::TooSoon { until } | IssueOutcome::TooMany { until } => {
                assert!(until.seconds() > self.high_water, "too soon until a time that has come");
            }
            IssueOutcome::Disabled => assert!(self.wrong_in_a_row >= limits.failures),
        }
    }

    fn verify(&mut self, machine: &impl Machine, typed: &str) {
        let Some(row) = self.row else { return };
        let verified = machine.verify(&row, typed, self.now());
        let Ok(verified) = verified else { return self.assert_clock(verified.err()) };
        self.store(verified.next, verified.clock_back);
        let limits = *self.policy.limits();
        match verified.outcome {
            ChallengeOutcome::Accepted => {
                assert!(!self.accepted, "a code was accepted twice");
                assert!(self.high_water < self.expires, "accepted after it expired");
                assert!(self.wrong_of_code < limits.attempts.into(), "one attempt too many");
                let read: String = typed.chars().filter_map(read).collect();
                assert_eq!(read, self.code, "another code was accepted");
                (self.accepted, self.wrong_in_a_row) = (true, 0);
            }
            ChallengeOutcome::Wrong { left } => {
                assert_ne!(typed, self.code, "the right code was wrong");
                self.wrong_of_code += 1;
                self.wrong_in_a_row += 1;
                let attempts = self.wrong_of_code + u16::from(left);
                assert!(attempts <= limits.attempts.into(), "more attempts than the code has");
                assert!(self.wrong_in_a_row <= limits.failures, "more failures than the bound");
            }
            ChallengeOutcome::Expired => assert!(self.high_water >= self.expires),
            ChallengeOutcome::AlreadyUsed => assert!(self.accepted, "used, and never accepted"),
            ChallengeOutcome::Exhausted => assert!(self.wrong_of_code > 0, "no attempt was made"),
            ChallengeOutcome::Malformed => assert_ne!(typed, self.code, "the code is malformed"),
        }
    }

    /// The service lifts the row: no code lives, and a new one can be had, as if nothing had been.
    fn lift(&mut self, machine: &impl Machine) {
        let (Some(row), now) = (self.row, self.now()) else { return };
        let next = match machine.lift(&row, now) {
            Ok(next) => next,
            Err(reason) => {
                assert!(now >= LATEST && reason == StateError::ClockAhead, "{reason:?}");
                return;
            }
        };
        self.store(next, self.now < self.high_water);
        self.high_water = self.now;
        (self.expires, self.wrong_of_code, self.wrong_in_a_row) = (self.now, 0, 0);
        let verified = machine.verify(&next, &self.code, now).expect("a row of this time");
        assert_eq!(verified.outcome, ChallengeOutcome::Expired, "the lifted code lives");
        assert!(!verified.clock_back, "the lifted row is ahead of the clock");
        let issued = machine.issue(Some(&next), &[0; 16], now, &self.policy);
        let issued = issued.expect("a row of this time").outcome;
        // The lifted row remembers 1970 as its last issue, which a clock that is not set can tell.
        let waits = self.now < self.policy.limits().cooldown.get();
        assert!(waits || matches!(issued, IssueOutcome::Issued { .. }), "the lifted row waits");
    }

    fn deliver(&self) {
        let Some(row) = self.row else { return };
        if let Ok(DeliverOutcome::Live { code }) =
            row.deliver(&key(), &binding_of(&row), self.now())
        {
            assert_eq!(code.compact().as_str(), self.code, "another code is delivered");
            assert!(!self.accepted && self.high_water.max(self.now) < self.expires, "not live");
        }
    }

    fn flip_a_bit(&self, machine: &impl Machine, place: u16) {
        let Some(row) = self.row else { return };
        let mut bytes = *row.as_bytes();
        let at = usize::from(place / 8) % bytes.len();
        bytes[at] ^= 1 << (place % 8);
        let flipped = Challenge::from_bytes(&bytes).expect("96 bytes");
        let verified = machine.verify(&flipped, &self.code, self.now());
        assert!(verified.is_err(), "byte {at} of the state was changed, and it was used");
    }

    fn pass_time(&mut self, input: &mut Input<'_>) {
        self.now = match input.below(4) {
            0 => self.now.saturating_sub(input.word().into()),
            1 => self.now.saturating_add(input.byte().into()),
            2 => self.now.saturating_add(input.word().into()),
            _ => input.number(),
        };
    }

    /// A state of this life is refused for nothing but a clock that is far ahead.
    fn assert_clock(&self, reason: Option<StateError>) {
        assert_eq!(reason, Some(StateError::ClockAhead));
        let ahead = self.now > self.high_water.saturating_add(MAX_AHEAD.get());
        let is_known = self.row.is_some() && self.high_water >= EARLIEST.seconds();
        assert!(self.now >= LATEST.seconds() || (is_known && ahead), "not far ahead");
    }

    fn is_posted(&self) -> bool {
        self.policy.limits().digits.is_none()
    }

    /// One wrong character, or two that changed places: seen, and counted as nothing.
    fn verify_mistyped(&mut self, machine: &impl Machine, input: &mut Input<'_>) {
        let mut characters = self.code.clone().into_bytes();
        let (place, other) = (usize::from(input.below(13)), usize::from(input.below(32)));
        let Some(character) = characters.get_mut(place) else { return };
        match input.below(2) {
            0 => *character = ALPHABET[other],
            _ => characters.swap(place, other % 13),
        }
        let typed: String = characters.into_iter().map(char::from).collect();
        let (wrong, is_slip) = (self.wrong_in_a_row, typed != self.code);
        self.verify(machine, &typed);
        assert!(!is_slip || wrong == self.wrong_in_a_row, "a slip was counted");
    }

    /// Another code that could be one.
    fn wrong_code(&self) -> String {
        typed::another(&self.code, self.is_posted())
    }
}

const START: u64 = 1_795_442_400;
