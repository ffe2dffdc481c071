//! The machine: what each input does to the fields of an authentic state.

use subtle::Choice;

use super::blob::{self, Fields, Status};
use super::{ChallengeBinding, ChallengeCode, ChallengeOutcome, ChallengePolicy, IssueOutcome};
use crate::mac::{Role, ServiceKey};
use crate::time::UnixTime;

impl Fields {
    pub(super) fn is_expired(&self) -> bool {
        self.high_water >= self.expires
    }

    pub(super) fn is_exhausted(&self) -> bool {
        self.attempts >= self.allowed
    }

    /// Says why no new code can be had, if so.
    pub(super) fn refusal(&self, policy: &ChallengePolicy, first: bool) -> Option<IssueOutcome> {
        let limits = policy.limits();
        if self.failures >= limits.failures {
            return Some(IssueOutcome::Disabled);
        }
        if first {
            return None;
        }
        let rested = self.issued.saturating_add(limits.cooldown);
        if self.high_water < rested {
            return Some(IssueOutcome::TooSoon { until: rested });
        }
        let period_end = self.period_start.saturating_add(limits.period);
        if self.issues >= limits.issues && self.high_water < period_end {
            return Some(IssueOutcome::TooMany { until: period_end });
        }
        None
    }

    /// Replaces the code by a new one.
    pub(super) fn renew(
        &mut self,
        key: &ServiceKey,
        binding: &ChallengeBinding<'_>,
        entropy: &[u8; 16],
        policy: &ChallengePolicy,
    ) -> IssueOutcome {
        let limits = policy.limits();
        let now = self.high_water;
        if now >= self.period_start.saturating_add(limits.period) {
            self.period_start = now;
            self.issues = 0;
        }
        // The bound on failures holds without being stored: the last codes get fewer attempts.
        let failures_left = limits.failures.saturating_sub(self.failures);
        self.allowed = limits.attempts.min(u8::try_from(failures_left).unwrap_or(u8::MAX));
        self.attempts = 0;
        self.issues = self.issues.saturating_add(1);
        self.status = Status::Live;
        self.digits = limits.digits;
        self.issued = now;
        self.expires = now.saturating_add(limits.lifetime);
        self.nonce = *entropy;
        IssueOutcome::Issued { code: self.ct_code(key, binding), expires: self.expires }
    }

    /// Ends the live code and every wait, and forgets what was counted.
    pub(super) fn lift(&mut self) {
        self.status = Status::Used;
        (self.attempts, self.allowed, self.issues, self.failures) = (0, 0, 0, 0);
        // Before every cooldown.
        self.issued = UnixTime::MIN;
        (self.expires, self.period_start) = (self.high_water, self.high_water);
    }

    pub(super) fn attempt(
        &mut self,
        key: &ServiceKey,
        binding: &ChallengeBinding<'_>,
        typed: &str,
    ) -> ChallengeOutcome {
        let Some(typed) = ChallengeCode::parse(typed, self.digits) else {
            return ChallengeOutcome::Malformed;
        };
        if self.is_expired() {
            return ChallengeOutcome::Expired;
        }
        if self.status == Status::Used {
            return ChallengeOutcome::AlreadyUsed;
        }
        if self.is_exhausted() {
            return ChallengeOutcome::Exhausted;
        }
        self.attempts = self.attempts.saturating_add(1);
        self.failures = self.failures.saturating_add(1);
        let right: Choice = self.ct_code(key, binding).ct_equals(&typed);
        if bool::from(right) {
            self.status = Status::Used;
            self.failures = 0;
            return ChallengeOutcome::Accepted;
        }
        ChallengeOutcome::Wrong { left: self.allowed.saturating_sub(self.attempts) }
    }

    /// Computes the code.
    ///
    /// # Timing
    ///
    /// Constant for fixed lengths of user and destination.
    pub(crate) fn ct_code(
        &self,
        key: &ServiceKey,
        binding: &ChallengeBinding<'_>,
    ) -> ChallengeCode {
        let mut mac = key.subkey(Role::Code).start();
        mac.update(&self.nonce);
        mac.update(&self.issued.seconds().to_be_bytes());
        mac.update(&[blob::purpose_byte(binding.purpose), blob::channel_byte(binding.channel)]);
        for field in binding.fields() {
            mac.update_field(field);
        }
        ChallengeCode::ct_new(&mac.into_key(), u64::from(self.issues), self.digits)
    }
}
