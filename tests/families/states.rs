//! `challenge/life.txt` and `throttle/life.txt`: a record is one row's life, step by step.
//!
//! `steps` and `expect` have the same number of parts between `; `. `set AT HEX` overwrites bytes of
//! the stored state, `cut N` keeps its first N bytes, `user`, `purpose`, `channel`, `key-id`,
//! `subject` and `origin` change who asks; these answer `-`. `policy: origins` begins with the
//! numbers for addresses of origin.

use sceau::challenge::{
    Challenge, ChallengeBinding, ChallengeChannel, ChallengeLimits, ChallengeOutcome,
    ChallengePolicy, ChallengePurpose, DeliverOutcome, IssueOutcome,
};
use sceau::code::Digits;
use sceau::mac::ServiceKey;
use sceau::state::StateError;
use sceau::throttle::{
    Origin, Throttle, ThrottleLimits, ThrottleOutcome, ThrottlePolicy, ThrottleSubject,
};
use sceau::time::{Seconds, UnixTime};
use sceau_tests::{Record, from_hex, to_hex};

use super::error;

pub(crate) fn challenge(record: &Record) -> String {
    let policy = match ChallengePolicy::new(challenge_limits(record)) {
        Ok(policy) => policy,
        Err(reason) => return error(reason.name(), None),
    };
    let mut row = ChallengeRow { record, policy, who: Who::new(record), state: None };
    steps(record, |step| row.step(step))
}

pub(crate) fn throttle(record: &Record) -> String {
    let of_origins = record.optional("policy") == Some("origins");
    let defaults = if of_origins { ThrottleLimits::origins() } else { ThrottleLimits::default() };
    let limits = ThrottleLimits {
        free: record.number("free", defaults.free),
        delay: Seconds::new(record.number("delay", defaults.delay.get())),
        suspend_after: record.number("suspend-after", defaults.suspend_after),
        suspension: Seconds::new(record.number("suspension", defaults.suspension.get())),
        failures: record.number("failures", defaults.failures),
        window: Seconds::new(record.number("window", defaults.window.get())),
    };
    let policy = match ThrottlePolicy::new(limits) {
        Ok(policy) => policy,
        Err(reason) => return error(reason.name(), None),
    };
    let mut row = ThrottleRow { policy, who: Who::new(record), state: None };
    steps(record, |step| row.step(step))
}

/// Runs a record's steps, and joins their answers.
pub(super) fn steps(
    record: &Record,
    mut run: impl FnMut(&str) -> Result<String, StateError>,
) -> String {
    let answers = record
        .text("steps")
        .split("; ")
        .map(|step| run(step).unwrap_or_else(|reason| error(reason.name(), None)));
    answers.collect::<Vec<_>>().join("; ")
}

/// Who asks, with which key.
pub(super) struct Who {
    key: Vec<u8>,
    key_id: u32,
    pub(super) user: String,
    origin: Option<Origin>,
    purpose: String,
    channel: String,
}

impl Who {
    pub(super) fn new(record: &Record) -> Self {
        let user = record.optional("user").or(record.optional("subject"));
        Self {
            key: from_hex(record.text("key")),
            key_id: record.number("key-id", 1),
            user: user.unwrap_or_default().to_owned(),
            origin: record.optional("origin").and_then(Origin::parse),
            purpose: record.optional("purpose").unwrap_or("address_validation").to_owned(),
            channel: record.optional("channel").unwrap_or("email").to_owned(),
        }
    }

    pub(super) fn key(&self) -> ServiceKey {
        ServiceKey::new(self.key_id, &self.key).expect("a service key")
    }

    fn binding<'a>(&'a self, record: &'a Record) -> ChallengeBinding<'a> {
        let purpose = *ChallengePurpose::ALL
            .iter()
            .find(|purpose| purpose.name() == self.purpose)
            .expect("a purpose");
        let channel = *ChallengeChannel::ALL
            .iter()
            .find(|channel| channel.name() == self.channel)
            .expect("a channel");
        ChallengeBinding {
            purpose,
            channel,
            user: self.user.as_bytes(),
            destination: record.text("destination").as_bytes(),
        }
    }

    /// Runs the steps that all machines have, on the bytes of the state.
    pub(super) fn common(&mut self, step: &str, state: &mut Option<Vec<u8>>) -> String {
        let (verb, rest) = step.split_once(' ').unwrap_or((step, ""));
        match verb {
            "user" | "subject" => (self.user, self.origin) = (rest.to_owned(), None),
            "origin" => match Origin::parse(rest) {
                Some(origin) => self.origin = Some(origin),
                None => return "not_an_address".to_owned(),
            },
            "channel" => rest.clone_into(&mut self.channel),
            "purpose" => rest.clone_into(&mut self.purpose),
            "key-id" => self.key_id = rest.parse().expect("a number"),
            "state" => return to_hex(state.as_deref().unwrap_or_default()),
            "cut" => state.as_mut().expect("a state").truncate(rest.parse().expect("a number")),
            "set" => {
                let (at, hex) = rest.split_once(' ').expect("an offset and bytes");
                let (at, bytes): (usize, _) = (at.parse().expect("an offset"), from_hex(hex));
                let places = state.iter_mut().flatten().skip(at);
                places.zip(bytes).for_each(|(place, byte)| *place = byte);
            }
            other => panic!("step {other}"),
        }
        "-".to_owned()
    }
}

struct ChallengeRow<'a> {
    record: &'a Record,
    policy: ChallengePolicy,
    who: Who,
    state: Option<Vec<u8>>,
}

impl ChallengeRow<'_> {
    fn step(&mut self, step: &str) -> Result<String, StateError> {
        let (key, binding) = (self.who.key(), self.who.binding(self.record));
        let (verb, rest) = step.split_once(' ').unwrap_or((step, ""));
        let (now, typed) = rest.split_once(' ').unwrap_or((rest, ""));
        let stored = || self.state.as_deref().map(Challenge::from_bytes).transpose();
        let (answer, next, clock_back) = match verb {
            "issue" => {
                let entropy = from_hex(self.record.text("entropy")).try_into().expect("16 bytes");
                let previous = stored()?;
                let issued = Challenge::issue(
                    previous.as_ref(),
                    &key,
                    &binding,
                    &entropy,
                    time(now),
                    &self.policy,
                )?;
                (issue_answer(&issued.outcome), issued.next, issued.clock_back)
            }
            "verify" => {
                let state = stored()?.expect("a state");
                let verified = state.verify(&key, &binding, typed, time(now))?;
                (challenge_answer(verified.outcome), verified.next, verified.clock_back)
            }
            "lift" => {
                let lifted = stored()?.expect("a state").lift(&key, &binding, time(now))?;
                ("done".to_owned(), lifted, false)
            }
            "deliver" => {
                let state = stored()?.expect("a state");
                return Ok(match state.deliver(&key, &binding, time(now))? {
                    DeliverOutcome::Live { code } => format!("live {}", code.compact().as_str()),
                    other => other.name().to_owned(),
                });
            }
            "generation" => return Ok(stored()?.expect("a state").generation().to_string()),
            _ => return Ok(self.who.common(step, &mut self.state)),
        };
        self.state = Some(next.as_bytes().to_vec());
        Ok(if clock_back { answer + " clock_back" } else { answer })
    }
}

fn issue_answer(outcome: &IssueOutcome) -> String {
    let name = outcome.name();
    match outcome {
        IssueOutcome::Issued { code, expires } => {
            format!("{name} {} {}", code.compact().as_str(), expires.seconds())
        }
        IssueOutcome::TooSoon { until } | IssueOutcome::TooMany { until } => {
            format!("{name} {}", until.seconds())
        }
        IssueOutcome::Disabled => name.to_owned(),
    }
}

fn challenge_answer(outcome: ChallengeOutcome) -> String {
    match outcome {
        ChallengeOutcome::Wrong { left } => format!("wrong {left}"),
        other => other.name().to_owned(),
    }
}

fn challenge_limits(record: &Record) -> ChallengeLimits {
    let by_post = record.optional("policy") == Some("post");
    let defaults = if by_post { ChallengeLimits::post() } else { ChallengeLimits::default() };
    let digits = record.number("digits", defaults.digits.map_or(0, Digits::get));
    ChallengeLimits {
        digits: (digits != 0).then(|| Digits::new(digits).expect("6 to 9 digits")),
        lifetime: Seconds::new(record.number("lifetime", defaults.lifetime.get())),
        attempts: record.number("attempts", defaults.attempts),
        cooldown: Seconds::new(record.number("cooldown", defaults.cooldown.get())),
        period: Seconds::new(record.number("period", defaults.period.get())),
        issues: record.number("issues", defaults.issues),
        failures: record.number("failures", defaults.failures),
    }
}

struct ThrottleRow {
    policy: ThrottlePolicy,
    who: Who,
    state: Option<Vec<u8>>,
}

impl ThrottleRow {
    fn step(&mut self, step: &str) -> Result<String, StateError> {
        let (key, user) = (self.who.key(), self.who.user.clone());
        let subject = match self.who.origin {
            Some(origin) => ThrottleSubject::Origin(origin),
            None => ThrottleSubject::Account(user.as_bytes()),
        };
        let (verb, now) = step.split_once(' ').unwrap_or((step, ""));
        let stored = || self.state.as_deref().map(Throttle::from_bytes).transpose();
        let (answer, next) = match verb {
            "begin" => {
                let previous = stored()?;
                let begun =
                    Throttle::begin(previous.as_ref(), &key, subject, time(now), &self.policy)?;
                let answer = throttle_answer(begun.outcome);
                (if begun.clock_back { answer + " clock_back" } else { answer }, begun.next)
            }
            "succeed" => {
                let state = stored()?.expect("a state");
                ("done".to_owned(), state.succeed(&key, subject, time(now))?)
            }
            "lift" => {
                let state = stored()?.expect("a state");
                ("done".to_owned(), state.lift(&key, subject, time(now))?)
            }
            "generation" => return Ok(stored()?.expect("a state").generation().to_string()),
            _ => return Ok(self.who.common(step, &mut self.state)),
        };
        self.state = Some(next.as_bytes().to_vec());
        Ok(answer)
    }
}

fn throttle_answer(outcome: ThrottleOutcome) -> String {
    match outcome {
        ThrottleOutcome::Delayed { until } | ThrottleOutcome::Suspended { until } => {
            format!("{} {}", outcome.name(), until.seconds())
        }
        other => other.name().to_owned(),
    }
}

/// Reads a time in seconds.
pub(super) fn time(text: &str) -> UnixTime {
    UnixTime::new(text.parse().expect("seconds"))
}
