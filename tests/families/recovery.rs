//! `otp/recovery.txt`: a record is one row's life, step by step, as in `states.rs`.

use sceau::otp::{RecoveryCodes, RecoveryOutcome};
use sceau::state::StateError;
use sceau_tests::{Record, from_hex};

use super::states::{Who, steps};

pub(crate) fn recovery(record: &Record) -> String {
    let mut row = Row { record, who: Who::new(record), state: None, display: Vec::new() };
    steps(record, |step| row.step(step))
}

struct Row<'a> {
    record: &'a Record,
    who: Who,
    state: Option<Vec<u8>>,
    /// The forms to show of the codes that were made last.
    display: Vec<String>,
}

impl Row<'_> {
    fn step(&mut self, step: &str) -> Result<String, StateError> {
        let (key, user) = (self.who.key(), self.who.user.clone());
        let (verb, rest) = step.split_once(' ').unwrap_or((step, ""));
        let stored = || self.state.as_deref().map(RecoveryCodes::from_bytes).transpose();
        let (answer, next) = match verb {
            "generate" => {
                let own = if rest.is_empty() { self.record.text("entropy") } else { rest };
                let entropy = from_hex(own).try_into().expect("16 bytes");
                let previous = stored()?;
                let user = user.as_bytes();
                let made = RecoveryCodes::generate(previous.as_ref(), &key, user, &entropy)?;
                let shown = made.outcome.iter().map(|code| code.display().as_str().to_owned());
                self.display = shown.collect();
                let codes = made.outcome.iter().map(|code| code.compact().as_str().to_owned());
                let codes: Vec<_> = codes.collect();
                (format!("made {}", codes.join(" ")), made.next)
            }
            "verify" => {
                let state = stored()?.expect("a state");
                let verified = state.verify(&key, user.as_bytes(), rest)?;
                let name = verified.outcome.name();
                let answer = match verified.outcome {
                    RecoveryOutcome::Accepted { left } => format!("{name} {left}"),
                    _ => name.to_owned(),
                };
                (answer, verified.next)
            }
            "left" => {
                let left = stored()?.expect("a state").left(&key, user.as_bytes())?;
                return Ok(left.to_string());
            }
            "display" => {
                let place: usize = rest.parse().expect("a place");
                return Ok(self.display.get(place - 1).expect("a code").clone());
            }
            "generation" => return Ok(stored()?.expect("a state").generation().to_string()),
            _ => return Ok(self.who.common(step, &mut self.state)),
        };
        self.state = Some(next.as_bytes().to_vec());
        Ok(answer)
    }
}
