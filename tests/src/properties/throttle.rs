//! Laws of the throttle: a random life of one row, an account's or an address's, beside a model of
//! what must be so.

mod machine;
mod subject;

use std::net::IpAddr;

use sceau::state::{EARLIEST, LATEST, MAX_AHEAD, StateError};
use sceau::throttle::{
    Origin, Throttle, ThrottleLimits, ThrottleOutcome, ThrottlePolicy, ThrottleSubject,
};
use sceau::time::{Seconds, UnixTime};

use super::Input;
pub use machine::{Core, Machine};
use subject::{Subject, written};

/// A life of at most 128 steps.
pub fn law(bytes: &[u8]) {
    life(bytes, &Core);
}

/// What must be so of the row, kept without looking into it.
struct Model<'a, M> {
    machine: &'a M,
    subject: Subject,
    policy: ThrottlePolicy,
    row: Option<Throttle>,
    now: u64,
    high_water: u64,
    /// Attempts that were allowed and did not succeed: of an account in a row, of an address in the
    /// window that began then.
    counted: u16,
    window: u64,
    /// How many they were when the last one was allowed.
    rank: u16,
    blocked_until: u64,
}

/// Leads the row through the steps that the bytes spell, and checks each against the model.
pub fn life(bytes: &[u8], machine: &impl Machine) {
    let mut input = Input::new(bytes);
    let Some(mut model) = Model::new(machine, &mut input) else { return };
    for _ in 0..128 {
        if input.is_empty() {
            return;
        }
        match input.below(12) {
            0..4 => model.begin(0),
            4 => model.succeed(),
            5 => model.flip_a_bit(input.word()),
            6 => model.now = model.now.max(model.blocked_until),
            7 => model.pass_time(&mut input),
            8 => model.lift(),
            9 => model.begin(input.number()),
            10 => model.hear_others(&mut input),
            _ => model.now = model.now.max(model.window_end()),
        }
    }
}

impl<'a, M: Machine> Model<'a, M> {
    fn new(machine: &'a M, input: &mut Input<'_>) -> Option<Self> {
        let first = input.byte();
        let free = u16::from(first % 20);
        let suspend_after = free + 1 + u16::from(input.below(20));
        let mut limits = ThrottleLimits {
            free,
            delay: Seconds::new(1 + u64::from(input.byte())),
            suspend_after,
            suspension: Seconds::new(1 + u64::from(input.word())),
            failures: suspend_after + u16::from(input.below(60)),
            window: Seconds::new(0),
        };
        let subject = if first < 128 { Subject::Account } else { Subject::address(input) };
        if let Subject::Address(_) = subject {
            limits.window = Seconds::new(60 + u64::from(input.word()));
        }
        Some(Self {
            machine,
            subject,
            policy: ThrottlePolicy::new(limits).ok()?,
            row: None,
            now: START,
            high_water: 0,
            counted: 0,
            window: 0,
            rank: 0,
            blocked_until: 0,
        })
    }

    fn now(&self) -> UnixTime {
        UnixTime::new(self.now)
    }

    fn is_account(&self) -> bool {
        matches!(self.subject, Subject::Account)
    }

    fn window_end(&self) -> u64 {
        self.window.saturating_add(self.policy.limits().window.get())
    }

    /// Whose row it is, written in one of many forms.
    fn subject(&self, form: u64) -> ThrottleSubject<'static> {
        match self.subject {
            Subject::Account => SUBJECT.into(),
            Subject::Address(address) => {
                let text = written(address, form);
                self.machine.origin(&text).expect("an address").into()
            }
        }
    }

    fn store(&mut self, next: Throttle) {
        let before = self.row.map_or(0, |row| row.generation());
        assert_eq!(next.generation(), before + 1, "a transition is one generation");
        let read = Throttle::from_bytes(next.as_bytes());
        assert!(read == Ok(next), "the state changed on its way through bytes");
        self.high_water = self.high_water.max(self.now);
        self.row = Some(next);
    }

    fn begin(&mut self, form: u64) {
        let subject = self.subject(form);
        let attempt = self.machine.begin(self.row.as_ref(), subject, self.now(), &self.policy);
        let Ok(attempt) = attempt else { return self.assert_clock(attempt.err()) };
        assert_eq!(attempt.clock_back, self.now < self.high_water, "a clock that went back");
        self.store(attempt.next);
        let limits = *self.policy.limits();
        let full = self.counted >= limits.failures;
        match attempt.outcome {
            ThrottleOutcome::Allowed => {
                assert!(self.high_water >= self.blocked_until, "allowed before the time has come");
                self.count(full);
            }
            ThrottleOutcome::Delayed { until } | ThrottleOutcome::Suspended { until } => {
                assert!(self.rank > limits.free, "a free attempt was refused");
                assert!(until.seconds() > self.high_water, "until a time that has come");
                let suspended = matches!(attempt.outcome, ThrottleOutcome::Suspended { .. });
                let suspends = self.is_account() && self.counted >= limits.suspend_after;
                assert_eq!(suspended, suspends, "an account is suspended, an address delayed");
                if full {
                    assert!(until.seconds() >= self.window_end(), "freed within the window");
                } else {
                    self.blocked_until = until.seconds();
                }
            }
            ThrottleOutcome::Disabled => assert!(self.is_account() && full, "disabled"),
        }
    }

    fn count(&mut self, full: bool) {
        let limits = *self.policy.limits();
        if self.is_account() {
            assert!(!full, "allowed, and disabled");
        } else {
            let is_over = self.high_water >= self.window_end();
            assert!(!full || is_over, "more failures than a window bears");
            if self.counted == 0 || is_over {
                (self.counted, self.window) = (0, self.high_water);
            }
        }
        self.counted += 1;
        self.rank = self.counted;
        if self.counted >= limits.suspend_after {
            self.blocked_until = self.high_water.saturating_add(limits.suspension.get());
        }
    }

    fn succeed(&mut self) {
        let Some(row) = self.row else { return };
        match self.machine.succeed(&row, self.subject(0), self.now()) {
            Ok(next) => {
                self.store(next);
                if self.is_account() {
                    self.forget();
                } else {
                    self.counted = self.counted.saturating_sub(1);
                }
            }
            Err(reason) => self.assert_clock(Some(reason)),
        }
    }

    /// The service lifts the row: what follows is as if nothing had been.
    fn lift(&mut self) {
        let Some(row) = self.row else { return };
        let (subject, now) = (self.subject(0), self.now());
        let next = match self.machine.lift(&row, subject, now) {
            Ok(next) => next,
            Err(reason) => {
                assert!(now >= LATEST && reason == StateError::ClockAhead, "{reason:?}");
                return;
            }
        };
        self.store(next);
        self.high_water = self.now;
        self.forget();
        let begun = self.machine.begin(Some(&next), subject, now, &self.policy);
        let begun = begun.expect("a row of this time");
        assert!(!begun.clock_back, "the lifted row is ahead of the clock");
        assert_eq!(begun.outcome, ThrottleOutcome::Allowed, "the lifted row waits");
    }

    fn forget(&mut self) {
        (self.counted, self.rank, self.blocked_until, self.window) = (0, 0, 0, 0);
    }

    fn flip_a_bit(&self, place: u16) {
        let Some(row) = self.row else { return };
        let mut bytes = *row.as_bytes();
        let at = usize::from(place / 8) % bytes.len();
        bytes[at] ^= 1 << (place % 8);
        let flipped = Throttle::from_bytes(&bytes).expect("64 bytes");
        self.assert_unused(&flipped, self.subject(0), "the row was changed");
    }

    /// Others use the row, or its owner is judged by the policy of the other kind.
    fn hear_others(&self, input: &mut Input<'_>) {
        let (kind, text) = (input.below(3), input.text());
        let parsed = text.parse::<IpAddr>().ok().map(Origin::from);
        assert!(Origin::parse(&text) == parsed, "the standard library reads {text:?} otherwise");
        let Some(row) = self.row else { return };
        match (kind, self.subject, parsed) {
            (0, ..) => self.assert_policy(&row),
            (1, Subject::Account, Some(other)) => {
                self.assert_unused(&row, other.into(), "an address uses an account's row");
            }
            (1, Subject::Address(own), Some(other)) if Origin::from(own) != other => {
                self.assert_unused(&row, other.into(), "the row of another address");
            }
            (2, _, _) if text.as_bytes() != SUBJECT => {
                let other = ThrottleSubject::Account(text.as_bytes());
                self.assert_unused(&row, other, "the row of another");
            }
            _ => {}
        }
    }

    fn assert_policy(&self, row: &Throttle) {
        let limits = match self.subject {
            Subject::Account => ThrottleLimits::origins(),
            Subject::Address(_) => ThrottleLimits::default(),
        };
        let policy = ThrottlePolicy::new(limits).expect("the default numbers");
        let begun = self.machine.begin(Some(row), self.subject(0), self.now(), &policy);
        assert!(begun.err() == Some(StateError::WrongPolicy), "the policy of the other kind");
    }

    fn assert_unused(&self, row: &Throttle, subject: ThrottleSubject<'_>, complaint: &str) {
        let (machine, now) = (self.machine, self.now());
        for limits in [ThrottleLimits::default(), ThrottleLimits::origins()] {
            let policy = ThrottlePolicy::new(limits).expect("the default numbers");
            let begun = machine.begin(Some(row), subject, now, &policy);
            assert!(begun.is_err(), "{complaint}");
        }
        assert!(machine.succeed(row, subject, now).is_err(), "{complaint}");
        assert!(machine.lift(row, subject, now).is_err(), "{complaint}");
    }

    fn pass_time(&mut self, input: &mut Input<'_>) {
        self.now = match input.below(4) {
            0 => self.now.saturating_sub(input.word().into()),
            1 | 2 => self.now.saturating_add(input.word().into()),
            _ => input.number(),
        };
    }

    /// A state of this life is refused for nothing but a clock that is far ahead.
    fn assert_clock(&self, reason: Option<StateError>) {
        assert_eq!(reason, Some(StateError::ClockAhead), "its own row is refused");
        let ahead = self.now > self.high_water.saturating_add(MAX_AHEAD.get());
        let is_known = self.row.is_some() && self.high_water >= EARLIEST.seconds();
        assert!(self.now >= LATEST.seconds() || (is_known && ahead), "not far ahead");
    }
}

const START: u64 = 1_795_442_400;
const SUBJECT: &[u8] = b"eseraphin";
