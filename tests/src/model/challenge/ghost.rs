//! What the model remembers of a code's row: its own count of everything, kept from the outside.

use sceau::challenge::ChallengePolicy;

use crate::model::{Law, Text, Told, hold};

/// What happened, as the people saw it.
#[derive(Clone, Debug, Default)]
pub struct Ghost {
    /// Codes issued over the whole life: each has entropy of its own.
    pub(super) count: u8,
    /// The code that was issued last, and the one before it.
    pub(super) code: Text,
    pub(super) old: Text,
    /// Whether a code was issued since the row was new or lifted, and when the last one was.
    pub(super) bound: bool,
    pub(super) issued: u64,
    /// What the last code was tried, and whether it was accepted.
    pub(super) tries: u8,
    pub(super) used: bool,
    /// Wrong codes since the last one accepted: now, and when the last code was issued.
    pub(super) wrong: u16,
    pub(super) wrong_at_issue: u16,
    /// When the period began that the last code belongs to, and how many it has so far.
    pub(super) period: u64,
    pub(super) in_period: u8,
}

impl Ghost {
    pub(super) fn rested(&self, policy: &ChallengePolicy) -> u64 {
        self.issued + policy.limits().cooldown.get()
    }

    pub(super) fn expires(&self, policy: &ChallengePolicy) -> u64 {
        self.issued + policy.limits().lifetime.get()
    }

    pub(super) fn period_end(&self, policy: &ChallengePolicy) -> u64 {
        self.period + policy.limits().period.get()
    }

    /// Judges the answer to the wish for a code, and remembers it.
    pub(super) fn issue(
        &mut self,
        told: &Told,
        time: u64,
        policy: &ChallengePolicy,
    ) -> Result<(), Law> {
        let limits = policy.limits();
        let first = !self.bound;
        let full = self.in_period >= limits.issues && time < self.period_end(policy);
        let (disabled, fresh) = (self.wrong >= limits.failures, time < self.rested(policy));
        let expected = if disabled {
            Told::plain("disabled")
        } else if !first && fresh {
            Told::number("too_soon", self.rested(policy))
        } else if !first && full {
            Told::number("too_many", self.period_end(policy))
        } else {
            Told { code: told.code.clone(), ..Told::number("issued", time + limits.lifetime.get()) }
        };
        if told.name == "issued" {
            hold(!disabled, Law::Failures)?;
            hold(first || !fresh, Law::Cooldown)?;
            hold(first || !full, Law::Issues)?;
            hold(told.number <= time + limits.lifetime.get(), Law::Life)?;
            self.renew(told, time, policy);
        }
        hold(*told == expected, Law::Answer)
    }

    fn renew(&mut self, told: &Told, time: u64, policy: &ChallengePolicy) {
        if self.count == 0 || time >= self.period_end(policy) {
            (self.period, self.in_period) = (time, 0);
        }
        self.in_period += 1;
        self.count += 1;
        self.bound = true;
        self.old = std::mem::replace(&mut self.code, told.code.clone());
        (self.issued, self.tries, self.used) = (time, 0, false);
        self.wrong_at_issue = self.wrong;
    }

    /// Remembers that the row was lifted: the period begins anew, and no code lives.
    pub(super) fn lift(&mut self, time: u64) {
        *self = Self {
            count: self.count,
            code: self.code.clone(),
            old: self.old.clone(),
            period: time,
            ..Self::default()
        };
    }

    /// Judges what became of a code that was typed, and remembers it.
    pub(super) fn verify(
        &mut self,
        typed: &str,
        told: &Told,
        time: u64,
        policy: &ChallengePolicy,
    ) -> Result<(), Law> {
        let limits = policy.limits();
        let expected = self.expected(typed, time, policy);
        let accepted = told.name == "accepted";
        if accepted || told.name == "wrong" {
            hold(self.tries < limits.attempts, Law::Attempts)?;
            hold(self.wrong < limits.failures, Law::Failures)?;
            self.tries += 1;
            self.wrong += 1;
        }
        if accepted {
            hold(typed == self.code, Law::Newest)?;
            hold(!self.used, Law::Once)?;
            hold(self.bound && time < self.expires(policy), Law::Life)?;
            (self.used, self.wrong) = (true, 0);
        }
        hold(*told == expected, Law::Answer)
    }

    /// Judges the code that is to be sent again.
    pub(super) fn deliver(
        &self,
        told: &Told,
        time: u64,
        policy: &ChallengePolicy,
    ) -> Result<(), Law> {
        let expected = match self.expected(&self.code, time, policy).name {
            "accepted" => Told { code: self.code.clone(), ..Told::plain("live") },
            name => Told::plain(name),
        };
        hold(*told == expected, Law::Delivery)
    }

    fn expected(&self, typed: &str, time: u64, policy: &ChallengePolicy) -> Told {
        let limits = policy.limits();
        let left = limits.failures - self.wrong_at_issue;
        let allowed = limits.attempts.min(u8::try_from(left).unwrap_or(u8::MAX));
        if typed.len() != self.code.len() || typed == self.malformed() {
            Told::plain("malformed")
        } else if !self.bound || time >= self.expires(policy) {
            Told::plain("expired")
        } else if self.used {
            Told::plain("already_used")
        } else if self.tries >= allowed {
            Told::plain("exhausted")
        } else if typed == self.code {
            Told::plain("accepted")
        } else {
            Told::number("wrong", u64::from(allowed - self.tries - 1))
        }
    }

    /// The code as it is typed by a slip: without its first digit, or with another last letter.
    pub(super) fn malformed(&self) -> Text {
        let code = self.code.as_str();
        let slip = match code.split_at_checked(LETTERS - 1) {
            Some((kept, last)) => format!("{kept}{}", if last == "0" { "1" } else { "0" }),
            None => code.chars().skip(1).collect(),
        };
        Text::try_from(slip.as_str()).expect("as long as a code")
    }

    /// Appends all that decides what is expected, without the digits of the codes.
    pub(super) fn identify(&self, identity: &mut Vec<u8>) {
        for number in [self.issued, self.period] {
            identity.extend(number.to_be_bytes());
        }
        identity.extend(self.wrong.to_be_bytes());
        identity.extend(self.wrong_at_issue.to_be_bytes());
        identity.extend([self.tries, self.in_period, self.used.into()]);
        identity.extend([self.bound, self.code.is_empty(), self.old.is_empty()].map(u8::from));
    }
}

/// The characters of a posted code; those of digits are fewer.
const LETTERS: usize = 13;
