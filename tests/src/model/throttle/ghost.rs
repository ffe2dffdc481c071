//! What the model remembers of failures: its own count and its own table of pauses.

use sceau::throttle::ThrottlePolicy;

use crate::model::{Law, Told, hold};

/// What happened, as the person saw it.
#[derive(Clone, Debug, Default)]
pub struct Ghost {
    /// Attempts that were allowed and of which none succeeded: of an account in a row, of an
    /// address in a window.
    failures: u16,
    /// When the last of them was allowed, and which one it was.
    last: u64,
    rank: u16,
    /// When the window of an address began.
    window: u64,
}

impl Ghost {
    /// When the pause ends that the last attempt costs.
    pub(super) fn pause_end(&self, policy: &ThrottlePolicy) -> u64 {
        let limits = policy.limits();
        let mut pause = 0;
        for failure in 1..=self.rank {
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

    /// When the window of an address ends.
    pub(super) fn window_end(&self, policy: &ThrottlePolicy) -> u64 {
        self.window + policy.limits().window.get()
    }

    /// Judges the answer to an attempt that begins, and remembers it.
    pub(super) fn begin(
        &mut self,
        told: &Told,
        time: u64,
        policy: &ThrottlePolicy,
    ) -> Result<(), Law> {
        let full = self.failures >= policy.limits().failures;
        let (expected, allowed) = (self.expected(time, policy), told.name == "allowed");
        if is_of_origins(policy) {
            hold(allowed || told.name == "delayed", Law::Address)?;
            let window_decides = full && self.window_end(policy) >= self.pause_end(policy);
            hold(!window_decides || *told == expected, Law::Window)?;
        } else {
            hold(!(allowed && full), Law::Failures)?;
        }
        if allowed {
            hold(time >= self.pause_end(policy), Law::Pause)?;
            self.count(time, policy);
        }
        hold(*told == expected, Law::Answer)
    }

    /// What an attempt is to be told.
    pub(super) fn expected(&self, time: u64, policy: &ThrottlePolicy) -> Told {
        let (limits, until) = (policy.limits(), self.pause_end(policy));
        let full = self.failures >= limits.failures;
        let (full, until) = match is_of_origins(policy) {
            true if full => (false, until.max(self.window_end(policy))),
            true => (false, until),
            false => (full, until),
        };
        if full {
            Told::plain("disabled")
        } else if time >= until {
            Told::plain("allowed")
        } else if self.failures >= limits.suspend_after && !is_of_origins(policy) {
            Told::number("suspended", until)
        } else {
            Told::number("delayed", until)
        }
    }

    /// Remembers an attempt that was allowed.
    pub(super) fn count(&mut self, time: u64, policy: &ThrottlePolicy) {
        if is_of_origins(policy) && (self.failures == 0 || time >= self.window_end(policy)) {
            (self.failures, self.window) = (0, time);
        }
        self.failures += 1;
        (self.rank, self.last) = (self.failures, time);
    }

    /// Remembers an attempt that succeeded.
    pub(super) fn succeed(&mut self, policy: &ThrottlePolicy) {
        if is_of_origins(policy) {
            self.failures = self.failures.saturating_sub(1);
        } else {
            *self = Self::default();
        }
    }

    /// Appends all that decides what is expected.
    pub(super) fn identify(&self, identity: &mut Vec<u8>) {
        for number in [self.last, self.failures.into(), self.rank.into(), self.window] {
            identity.extend(number.to_be_bytes());
        }
    }
}

/// Whether a policy is one for addresses of origin.
pub(super) fn is_of_origins(policy: &ThrottlePolicy) -> bool {
    policy.limits().window.get() > 0
}
