//! The remembered device ("Se souvenir de moi"): a token that changes at each use, so that a copy of
//! it shows itself.
//!
//! The device keeps a [`DeviceToken`], in a cookie say; the service one row for each device, under
//! the token's selector, which [`selector`] reads out of the cookie. Nothing of the token is stored:
//! its MAC is computed again from the row and the service's key.
//!
//! [`Device::verify`] accepts the current token and gives the next one. Two browser tabs may send
//! one token at once, and a reply can be lost: so the token before it is still accepted for
//! [`DEVICE_GRACE`] after the change, and answered with the current one. An older token is a copy,
//! and the row is [`DeviceOutcome::Stolen`] from then on. A text that anybody can make up is
//! `Unknown` or `Malformed` and changes nothing: noise locks nobody out.
//!
//! Store the next state with a compare-and-set on [`Device::generation`] **before** acting on an
//! outcome. A lost compare-and-set discards the outcome and begins again from the stored row; of
//! two tabs in a race, the slower one's token is then the one before, and it is accepted.

pub(crate) mod blob;
mod machine;
mod policy;
pub(crate) mod token;

use crate::mac::ServiceKey;
use crate::state::{StateError, Transition, advance};
use crate::time::{Seconds, UnixTime};

use blob::Fields;
pub use blob::{DEVICE_BYTES, Device};
pub use policy::{DevicePolicy, DevicePolicyError};
use token::Presented;
pub use token::{DEVICE_SELECTOR_BYTES, DEVICE_TOKEN_CHARACTERS, DeviceToken, selector};

/// How long the token before the current one is accepted: 60 s after the change, half-open.
pub const DEVICE_GRACE: Seconds = Seconds::new(60);

/// How many bytes of entropy remembering takes: 16 for the selector, 16 for the seed.
pub const DEVICE_ENTROPY_BYTES: usize = 32;

/// A device that is remembered from now on.
#[must_use]
#[derive(Clone, Debug)]
pub struct RememberedDevice {
    /// What the device is to keep and to send, once `state` is stored.
    pub token: DeviceToken,
    /// The new row, stored under [`Device::selector`].
    pub state: Device,
    /// The first moment at which the device is no longer remembered.
    pub expires: UnixTime,
}

/// What became of a token that a device sent.
#[must_use]
#[derive(Clone, Debug)]
pub enum DeviceOutcome {
    /// The device is the remembered one. Whatever it sent, it keeps `token` from now on.
    Accepted {
        /// What the device is to keep and to send the next time.
        token: DeviceToken,
        /// The first moment at which the device is no longer remembered; never later than before.
        expires: UnixTime,
        /// Whether `token` is new; else it is the current one, and the device sent the one before.
        rotated: bool,
    },
    /// A token that was replaced for good was used: it, or its successor, is a copy. The row is
    /// refused from now on; end every session of the person, and say so.
    Stolen,
    /// The device's time is over.
    Expired,
    /// The device was forgotten.
    Revoked,
    /// Not a token of this row. Nothing is changed, not even the generation.
    Unknown,
    /// Not the text of a token. Nothing is changed, not even the generation.
    Malformed,
}

wire_names!(DeviceOutcome {
    Accepted { token: DeviceToken::ZERO, expires: UnixTime::MIN, rotated: true } => "accepted",
    Stolen => "stolen",
    Expired => "expired",
    Revoked => "revoked",
    Unknown => "unknown",
    Malformed => "malformed",
});

impl Device {
    /// Remembers a device of `user`, who has just signed in: the only constructor.
    ///
    /// `user` is the account as the service names it: any bytes. `entropy` is 32 bytes of the
    /// system's generator, used for nothing else.
    ///
    /// # Timing
    ///
    /// Depends on the length of `user`.
    ///
    /// # Example
    ///
    /// ```
    /// use sceau::device::{Device, DeviceOutcome, DevicePolicy, selector};
    /// use sceau::mac::ServiceKey;
    /// use sceau::time::UnixTime;
    ///
    /// let key = ServiceKey::new(1, &[7; 32])?;
    /// let (policy, now) = (DevicePolicy::default(), UnixTime::new(1_800_000_000));
    ///
    /// let remembered = Device::remember(&key, b"eseraphin", &[9; 32], now, &policy);
    /// // Insert remembered.state under its selector; when that succeeded, set the cookie.
    /// let cookie = remembered.token.as_str().as_bytes();
    ///
    /// // Later: find the row by the cookie's selector.
    /// assert_eq!(selector(cookie), Some(remembered.state.selector()));
    /// let verified = remembered.state.verify(&key, b"eseraphin", cookie, now)?;
    /// // Store verified.next; when that succeeded, sign in and replace the cookie.
    /// let DeviceOutcome::Accepted { token, .. } = verified.outcome else { panic!("it is known") };
    /// assert_ne!(token.as_str().as_bytes(), cookie);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn remember(
        key: &ServiceKey,
        user: &[u8],
        entropy: &[u8; DEVICE_ENTROPY_BYTES],
        now: UnixTime,
        policy: &DevicePolicy,
    ) -> RememberedDevice {
        let fields = Fields::new(key, entropy, now, policy);
        RememberedDevice {
            token: fields.ct_token(key, user),
            state: fields.seal(key, user),
            expires: fields.expires,
        }
    }

    /// Verifies the token that a device of `user` sent, at `now`. `user` is the row's; `token` is
    /// what came with the request, whatever it is.
    ///
    /// `Malformed` and `Unknown` are decided first, and change nothing. A token of this row then is
    /// `Stolen` or `Revoked` if the row is, `Expired`, `Stolen` if it is older than the one before
    /// the current one or that one's grace is over, and `Accepted` otherwise.
    ///
    /// # Errors
    ///
    /// Every [`StateError`] but `Length` and `WrongPurpose`; nothing is to be stored then.
    /// `RolledBack` says that the token is one that this row has yet to give: sign the person in
    /// anew, and look after the store.
    ///
    /// # Timing
    ///
    /// Depends on the lengths of `user` and `token`, on the selector and number that it begins
    /// with, and on public state. The token's MAC is computed and compared in constant time, and
    /// the one branch on the result is the outcome's.
    pub fn verify(
        &self,
        key: &ServiceKey,
        user: &[u8],
        token: &[u8],
        now: UnixTime,
    ) -> Result<Transition<DeviceOutcome, Self>, StateError> {
        let mut fields = self.open(key, user)?;
        let clock_back = advance(&mut fields.generation, &mut fields.high_water, now)?;
        let unchanged = |outcome| Ok(Transition { outcome, next: *self, clock_back });
        let Some(presented) = Presented::parse(token) else {
            return unchanged(DeviceOutcome::Malformed);
        };
        let authentic = bool::from(fields.ct_is_own(key, user, &presented));
        if !authentic {
            return unchanged(DeviceOutcome::Unknown);
        }
        let outcome = fields.receive(key, user, presented.number())?;
        Ok(Transition { outcome, next: fields.seal(key, user), clock_back })
    }

    /// Forgets the device: every token of it is `Revoked` from now on. A stolen row stays stolen.
    ///
    /// Where a password is changed, or an account recovered, every row of the person is revoked.
    ///
    /// # Errors
    ///
    /// As [`Device::verify`], but never `RolledBack`.
    ///
    /// # Timing
    ///
    /// Depends on the length of `user` and on public state; the state's tag is compared in constant
    /// time.
    pub fn revoke(&self, key: &ServiceKey, user: &[u8], now: UnixTime) -> Result<Self, StateError> {
        let mut fields = self.open(key, user)?;
        let _clock_back = advance(&mut fields.generation, &mut fields.high_water, now)?;
        fields.revoke();
        Ok(fields.seal(key, user))
    }
}
