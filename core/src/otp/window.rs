//! How far from the current step a code may be: a window, and a clock's learned drift.

use super::OtpError;
use crate::time::{Seconds, UnixTime};

/// How much before and after the current step is accepted: 0 to 10 steps each, and seconds.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct TotpWindow {
    past: u8,
    future: u8,
    past_s: u16,
    future_s: u16,
}

impl TotpWindow {
    /// The greatest number of steps on either side.
    pub const MAX_STEPS: u8 = 10;
    /// One step of delay, as RFC 6238 §5.2 recommends, and one of a fast clock.
    pub const DEFAULT: Self = Self { past: 1, future: 1, past_s: 0, future_s: 0 };

    /// Sets the window in steps.
    ///
    /// # Errors
    ///
    /// [`OtpError::Window`] if either is more than 10.
    pub const fn new(past: u8, future: u8) -> Result<Self, OtpError> {
        if past > Self::MAX_STEPS || future > Self::MAX_STEPS {
            return Err(OtpError::Window);
        }
        Ok(Self::new_unchecked_policy(past, future))
    }

    /// Sets the window in steps, up to 255 on either side: for what another system accepts so far,
    /// until it need no longer be. Every step multiplies what a guess is worth.
    pub const fn new_unchecked_policy(past: u8, future: u8) -> Self {
        Self { past, future, past_s: 0, future_s: 0 }
    }

    /// Widens the window by seconds: a step counts as current for `past` seconds after its end, and
    /// from `future` seconds before its beginning. With no steps, the window is in seconds alone.
    ///
    /// How many of these are too many depends on the period: `Totp::new` checks it.
    ///
    /// # Errors
    ///
    /// [`OtpError::Window`] if either is more than 65,535.
    pub const fn with_seconds(self, past: Seconds, future: Seconds) -> Result<Self, OtpError> {
        if past.get() > u16::MAX as u64 || future.get() > u16::MAX as u64 {
            return Err(OtpError::Window);
        }
        let ([past_0, past_1, ..], [future_0, future_1, ..]) =
            (past.get().to_le_bytes(), future.get().to_le_bytes());
        let past_s = u16::from_le_bytes([past_0, past_1]);
        Ok(Self { past_s, future_s: u16::from_le_bytes([future_0, future_1]), ..self })
    }

    /// Returns whether steps and seconds come to at most 10 steps of `period` on either side.
    pub(super) const fn fits(self, period: Seconds) -> bool {
        let most = period.get().saturating_mul(Self::MAX_STEPS as u64);
        self.past_seconds(period) <= most && self.future_seconds(period) <= most
    }

    /// Returns for how long after its end a step is accepted.
    pub(super) const fn past_seconds(self, period: Seconds) -> u64 {
        (self.past_s as u64).saturating_add(period.get().saturating_mul(self.past as u64))
    }

    const fn future_seconds(self, period: Seconds) -> u64 {
        (self.future_s as u64).saturating_add(period.get().saturating_mul(self.future as u64))
    }

    /// Returns the first and the last moment whose steps are accepted at `now`.
    pub(super) const fn moments(self, now: UnixTime, period: Seconds) -> (UnixTime, UnixTime) {
        let first = now.seconds().saturating_sub(self.past_seconds(period));
        let last = now.saturating_add(Seconds::new(self.future_seconds(period)));
        (UnixTime::new(first), last)
    }
}

/// By how many steps an authenticator's clock is ahead (or, below zero, behind), as its last
/// accepted code told (RFC 6238 §6). A plain number that the caller stores beside the step.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct TotpDrift(i8);

impl TotpDrift {
    /// The greatest bound of the drift that is learned, in steps: some five years of a token.
    pub const MAX_STEPS: u8 = 20;
    /// No drift: where a stored one begins.
    pub const NONE: Self = Self(0);

    /// Takes a number of steps. One beyond the bound of a [`super::Totp`] counts as that bound.
    pub const fn new(steps: i8) -> Self {
        Self(steps)
    }

    /// Returns the number of steps.
    pub const fn steps(self) -> i8 {
        self.0
    }

    /// Returns the drift, or the bound on its side if it is beyond.
    pub(super) fn within(self, bound: u8) -> Self {
        let bound = i8::try_from(bound).unwrap_or(i8::MAX);
        Self(self.0.clamp(-bound, bound))
    }

    /// Returns by how much `step` is ahead of `current`.
    pub(super) fn between(step: u64, current: u64) -> Self {
        let ahead = i8::try_from(step.abs_diff(current)).unwrap_or(i8::MAX);
        Self(if step < current { -ahead } else { ahead })
    }
}
