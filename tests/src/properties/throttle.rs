//! Laws of the throttle: a random life of one row, beside a model of what must be so.

use sceau::mac::ServiceKey;
use sceau::state::{EARLIEST, LATEST, MAX_AHEAD, StateError, Transition};
use sceau::throttle::{Throttle, ThrottleLimits, ThrottleOutcome, ThrottlePolicy};
use sceau::time::{Seconds, UnixTime};

use super::Input;

/// A life of at most 128 steps.
pub fn law(bytes: &[u8]) {
    life(bytes, begin);
}

/// As [`Throttle::begin`], for the one key and subject of these laws.
///
/// # Errors
///
/// Those of [`Throttle::begin`].
pub fn begin(
    previous: Option<&Throttle>,
    now: UnixTime,
    policy: &ThrottlePolicy,
) -> Result<Transition<ThrottleOutcome, Throttle>, StateError> {
    Throttle::begin(previous, &key(), SUBJECT, now, policy)
}

/// What begins an attempt.
pub trait Begin:
    Fn(
    Option<&Throttle>,
    UnixTime,
    &ThrottlePolicy,
) -> Result<Transition<ThrottleOutcome, Throttle>, StateError>
{
}

impl<B> Begin for B where
    B: Fn(
        Option<&Throttle>,
        UnixTime,
        &ThrottlePolicy,
    ) -> Result<Transition<ThrottleOutcome, Throttle>, StateError>
{
}

/// What must be so of the row, kept without looking into it.
struct Model {
    policy: ThrottlePolicy,
    row: Option<Throttle>,
    now: u64,
    high_water: u64,
    /// Attempts that were allowed since the last success.
    counted: u16,
    blocked_until: u64,
}

/// Leads the row through the steps that the bytes spell, and checks each against the model.
pub fn life(bytes: &[u8], begin: impl Begin) {
    let mut input = Input::new(bytes);
    let free = u16::from(input.below(20));
    let suspend_after = free + 1 + u16::from(input.below(20));
    let policy = ThrottlePolicy::new(ThrottleLimits {
        free,
        delay: Seconds::new(1 + u64::from(input.byte())),
        suspend_after,
        suspension: Seconds::new(1 + u64::from(input.word())),
        failures: suspend_after + u16::from(input.below(60)),
        window: Seconds::new(0),
    });
    let Ok(policy) = policy else { return };
    let mut model =
        Model { policy, row: None, now: START, high_water: 0, counted: 0, blocked_until: 0 };
    for _ in 0..128 {
        if input.is_empty() {
            return;
        }
        match input.below(8) {
            0..4 => model.begin(&begin),
            4 => model.succeed(),
            5 => model.flip_a_bit(input.word()),
            6 => model.now = model.now.max(model.blocked_until),
            _ => model.pass_time(&mut input),
        }
    }
}

impl Model {
    fn store(&mut self, next: Throttle) {
        let before = self.row.map_or(0, |row| row.generation());
        assert_eq!(next.generation(), before + 1, "a transition is one generation");
        let read = Throttle::from_bytes(next.as_bytes());
        assert!(read == Ok(next), "the state changed on its way through bytes");
        self.high_water = self.high_water.max(self.now);
        self.row = Some(next);
    }

    fn begin(&mut self, begin: &impl Begin) {
        let attempt = begin(self.row.as_ref(), UnixTime::new(self.now), &self.policy);
        let Ok(attempt) = attempt else { return self.assert_clock(attempt.err()) };
        assert_eq!(attempt.clock_back, self.now < self.high_water);
        self.store(attempt.next);
        let limits = *self.policy.limits();
        match attempt.outcome {
            ThrottleOutcome::Allowed => {
                assert!(self.high_water >= self.blocked_until, "allowed before the time has come");
                assert!(self.counted < limits.failures, "allowed, and disabled");
                self.counted += 1;
                if self.counted >= limits.suspend_after {
                    self.blocked_until = self.high_water.saturating_add(limits.suspension.get());
                }
            }
            ThrottleOutcome::Delayed { until } | ThrottleOutcome::Suspended { until } => {
                assert!(self.counted > limits.free, "a free attempt was refused");
                assert!(until.seconds() > self.high_water, "until a time that has come");
                let suspended = matches!(attempt.outcome, ThrottleOutcome::Suspended { .. });
                assert_eq!(suspended, self.counted >= limits.suspend_after);
                self.blocked_until = until.seconds();
            }
            ThrottleOutcome::Disabled => assert!(self.counted >= limits.failures),
        }
    }

    fn succeed(&mut self) {
        let Some(row) = self.row else { return };
        match row.succeed(&key(), SUBJECT, UnixTime::new(self.now)) {
            Ok(next) => {
                self.store(next);
                (self.counted, self.blocked_until) = (0, 0);
            }
            Err(reason) => self.assert_clock(Some(reason)),
        }
    }

    fn flip_a_bit(&self, place: u16) {
        let Some(row) = self.row else { return };
        let mut bytes = *row.as_bytes();
        let at = usize::from(place / 8) % bytes.len();
        bytes[at] ^= 1 << (place % 8);
        let flipped = Throttle::from_bytes(&bytes).expect("64 bytes");
        assert!(flipped.succeed(&key(), SUBJECT, UnixTime::new(self.now)).is_err(), "byte {at}");
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
        assert_eq!(reason, Some(StateError::ClockAhead));
        let ahead = self.now > self.high_water.saturating_add(MAX_AHEAD.get());
        let is_known = self.row.is_some() && self.high_water >= EARLIEST.seconds();
        assert!(self.now >= LATEST.seconds() || (is_known && ahead), "not far ahead");
    }
}

fn key() -> ServiceKey {
    ServiceKey::new(1, &[7; 32]).expect("32 bytes")
}

const START: u64 = 1_795_442_400;
const SUBJECT: &[u8] = b"eseraphin";
