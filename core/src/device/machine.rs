//! The machine: what a token does to the fields of an authentic state.

use subtle::{Choice, ConstantTimeEq};

use super::blob::{Fields, Status};
use super::token::{DeviceToken, Presented};
use super::{DEVICE_GRACE, DeviceOutcome};
use crate::mac::{Role, ServiceKey, TAG_BYTES, ct_tags_equal};
use crate::state::StateError;

impl Fields {
    /// Judges a token of this row by its number.
    pub(super) fn receive(
        &mut self,
        key: &ServiceKey,
        user: &[u8],
        number: u64,
    ) -> Result<DeviceOutcome, StateError> {
        match self.status {
            Status::Stolen => return Ok(DeviceOutcome::Stolen),
            Status::Revoked => return Ok(DeviceOutcome::Revoked),
            Status::Live => {}
        }
        if self.high_water >= self.expires {
            return Ok(DeviceOutcome::Expired);
        }
        if number > self.number {
            return Err(StateError::RolledBack);
        }
        let rotated = number == self.number;
        if rotated {
            // It is never greater than the generation, which has just been counted up.
            self.number = self.number.saturating_add(1);
            self.rotated = self.high_water;
        } else if !self.is_excused(number) {
            self.status = Status::Stolen;
            return Ok(DeviceOutcome::Stolen);
        }
        let token = self.ct_token(key, user);
        Ok(DeviceOutcome::Accepted { token, expires: self.expires, rotated })
    }

    /// Returns whether a token that was replaced may still come from the device itself: from a
    /// second tab, or because the reply with the next one was lost.
    fn is_excused(&self, number: u64) -> bool {
        let previous = number.saturating_add(1) == self.number;
        previous && self.high_water < self.rotated.saturating_add(DEVICE_GRACE)
    }

    /// Ends the device's life, unless theft has ended it.
    pub(super) fn revoke(&mut self) {
        if self.status == Status::Live {
            self.status = Status::Revoked;
        }
    }

    /// Computes the current token.
    ///
    /// # Timing
    ///
    /// Constant for one length of user.
    pub(crate) fn ct_token(&self, key: &ServiceKey, user: &[u8]) -> DeviceToken {
        let tag = self.ct_tag(key, user, self.number);
        DeviceToken::ct_write(&self.selector, self.number, &tag)
    }

    /// Returns whether this row has given, or will give, the token.
    ///
    /// # Timing
    ///
    /// Constant for one length of user.
    pub(crate) fn ct_is_own(&self, key: &ServiceKey, user: &[u8], presented: &Presented) -> Choice {
        let tag = self.ct_tag(key, user, presented.number());
        presented.selector().ct_eq(&self.selector) & ct_tags_equal(&tag, presented.tag())
    }

    /// Computes the MAC of a token.
    ///
    /// # Timing
    ///
    /// Constant for one length of user.
    fn ct_tag(&self, key: &ServiceKey, user: &[u8], number: u64) -> [u8; TAG_BYTES] {
        let mut mac = key.subkey(Role::Device).start();
        mac.update(&self.selector);
        mac.update(&number.to_be_bytes());
        mac.update(&self.seed);
        mac.update_field(user);
        mac.finish_tag()
    }
}
