//! What the model remembers of failures: its own count and its own table of pauses.

use sceau::throttle::ThrottlePolicy;

use crate::model::{Law, Told, hold};

/// What happened, as the person saw it.
#[derive(Clone, Debug, Default)]
pub struct Ghost {
    /// Attempts in a row that were allowed, and of which none succeeded.
    pub(super) failures: u16,
    /// When the last of them was allowed.
    pub(super) last: u64,
}

impl Ghost {
    /// When the next attempt is allowed, if the bound is not reached.
    pub(super) fn until(&self, policy: &ThrottlePolicy) -> u64 {
        let limits = policy.limits();
        let mut pause = 0;
        for failure in 1..=self.failures {
            pause = if failure >= limits.suspend_after {
                limits.suspension.get()
            } else if failure > limits.free {
                (pause * 2).max(limits.delay.get()).min(limits.suspension.get())
            } else {
                0
            };
        }
        self.last + pause
    }

    /// Judges the answer to an attempt that begins, and remembers it.
    pub(super) fn begin(
        &mut self,
        told: &Told,
        time: u64,
        policy: &ThrottlePolicy,
    ) -> Result<(), Law> {
        let (limits, until) = (policy.limits(), self.until(policy));
        let expected = if self.failures >= limits.failures {
            Told::plain("disabled")
        } else if time >= until {
            Told::plain("allowed")
        } else if self.failures >= limits.suspend_after {
            Told::number("suspended", until)
        } else {
            Told::number("delayed", until)
        };
        if told.name == "allowed" {
            hold(self.failures < limits.failures, Law::Failures)?;
            hold(time >= until, Law::Pause)?;
            self.failures += 1;
            self.last = time;
        }
        hold(*told == expected, Law::Answer)
    }

    /// Appends all that decides what is expected.
    pub(super) fn identify(&self, identity: &mut Vec<u8>) {
        for number in [self.last, self.failures.into()] {
            identity.extend(number.to_be_bytes());
        }
    }
}
