//! `device/life.txt`: a record is the life of one remembered device's row, step by step, as in
//! `states.rs`. `find` reads the selector of a token's text, `selector` that of the row.

use sceau::device::{Device, DeviceOutcome, DevicePolicy, selector};
use sceau::state::StateError;
use sceau::time::Seconds;
use sceau_tests::{Record, from_hex, to_hex};

use super::error;
use super::states::{Who, steps, time};

pub(crate) fn device(record: &Record) -> String {
    let lifetime = record.number("lifetime", DevicePolicy::default().lifetime().get());
    let policy = match DevicePolicy::new(Seconds::new(lifetime)) {
        Ok(policy) => policy,
        Err(reason) => return error(reason.name(), None),
    };
    let mut row = DeviceRow { record, policy, who: Who::new(record), state: None };
    steps(record, |step| row.step(step))
}

struct DeviceRow<'a> {
    record: &'a Record,
    policy: DevicePolicy,
    who: Who,
    state: Option<Vec<u8>>,
}

impl DeviceRow<'_> {
    fn step(&mut self, step: &str) -> Result<String, StateError> {
        let (key, user) = (self.who.key(), self.who.user.clone());
        let (verb, rest) = step.split_once(' ').unwrap_or((step, ""));
        let (now, token) = rest.split_once(' ').unwrap_or((rest, ""));
        let stored = || Device::from_bytes(self.state.as_deref().expect("a state"));
        let (answer, next) = match verb {
            "remember" => self.remember(now),
            "verify" => {
                let verified =
                    stored()?.verify(&key, user.as_bytes(), token.as_bytes(), time(now))?;
                let answer = answer(&verified.outcome);
                (if verified.clock_back { answer + " clock_back" } else { answer }, verified.next)
            }
            "revoke" => ("done".to_owned(), stored()?.revoke(&key, user.as_bytes(), time(now))?),
            "find" => {
                return Ok(
                    selector(rest.as_bytes()).map_or("none".to_owned(), |found| to_hex(&found))
                );
            }
            "selector" => return Ok(to_hex(&stored()?.selector())),
            "generation" => return Ok(stored()?.generation().to_string()),
            _ => return Ok(self.who.common(step, &mut self.state)),
        };
        self.state = Some(next.as_bytes().to_vec());
        Ok(answer)
    }

    fn remember(&self, now: &str) -> (String, Device) {
        let entropy = from_hex(self.record.text("entropy")).try_into().expect("32 bytes");
        let (key, user) = (self.who.key(), self.who.user.as_bytes());
        let remembered = Device::remember(&key, user, &entropy, time(now), &self.policy);
        let (token, expires) = (remembered.token.as_str(), remembered.expires.seconds());
        (format!("remembered {token} {expires}"), remembered.state)
    }
}

fn answer(outcome: &DeviceOutcome) -> String {
    match outcome {
        DeviceOutcome::Accepted { token, expires, rotated } => {
            let rotated = if *rotated { " rotated" } else { "" };
            format!("accepted {} {}{rotated}", token.as_str(), expires.seconds())
        }
        other => other.name().to_owned(),
    }
}
