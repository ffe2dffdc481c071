//! The machine: what an attempt does to the fields of an authentic state.

use super::blob::Fields;
use super::{ThrottleOutcome, ThrottlePolicy};
use crate::time::UnixTime;

impl Fields {
    /// Counts an attempt, or says why it may not be made.
    pub(super) fn attempt(&mut self, policy: &ThrottlePolicy) -> ThrottleOutcome {
        if let Some(refusal) = self.refusal(policy) {
            return refusal;
        }
        if policy.is_of_origins() {
            self.open_window(policy);
        }
        self.failures = self.failures.saturating_add(1);
        self.blocked_until = self.high_water.saturating_add(policy.pause(self.failures));
        ThrottleOutcome::Allowed
    }

    /// Forgets what was counted, and ends every wait.
    pub(super) fn forget(&mut self) {
        self.failures = 0;
        (self.blocked_until, self.window_start) = (UnixTime::MIN, UnixTime::MIN);
    }

    fn refusal(&self, policy: &ThrottlePolicy) -> Option<ThrottleOutcome> {
        let limits = policy.limits();
        let until = self.blocked_until;
        let (is_full, is_blocked) = (self.failures >= limits.failures, self.high_water < until);
        if policy.is_of_origins() {
            // The window's end frees an address, and nothing before it.
            let end = self.window_start.saturating_add(limits.window);
            let until = if is_full { until.max(end) } else { until };
            return (self.high_water < until).then_some(ThrottleOutcome::Delayed { until });
        }
        if is_full {
            return Some(ThrottleOutcome::Disabled);
        }
        is_blocked.then_some(if self.failures >= limits.suspend_after {
            ThrottleOutcome::Suspended { until }
        } else {
            ThrottleOutcome::Delayed { until }
        })
    }

    /// Begins a window where the last one is over, or where nothing is counted.
    fn open_window(&mut self, policy: &ThrottlePolicy) {
        let end = self.window_start.saturating_add(policy.limits().window);
        if self.failures == 0 || self.high_water >= end {
            (self.failures, self.window_start) = (0, self.high_water);
        }
    }
}
