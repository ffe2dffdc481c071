//! The device's 104 bytes, big-endian.
//!
//! | byte | field | byte | field |
//! |---|---|---|---|
//! | 0 | version, 1 | 32 | rotated (u64, seconds) |
//! | 1 | kind, 3 | 40 | expires (u64) |
//! | 2 | status | 48 | high-water mark (u64) |
//! | 3 | zero (9 bytes) | 56 | selector (16 bytes) |
//! | 12 | key id (u32) | 72 | seed (16 bytes) |
//! | 16 | generation (u64) | 88 | tag over bytes 0..88 ‖ user |
//! | 24 | number of the token (u64) | | |

use core::fmt;

use super::token::DEVICE_SELECTOR_BYTES;
use super::{DEVICE_ENTROPY_BYTES, DevicePolicy};
use crate::mac::{Role, ServiceKey};
use crate::state::{self, Reader, StateError, Writer};
use crate::time::UnixTime;

/// The size of a remembered device's stored state, in bytes.
pub const DEVICE_BYTES: usize = 104;

/// The stored state of a remembered device: 104 opaque bytes.
///
/// Whether they are authentic is checked wherever they are used. They hold no part of the token but
/// its selector and its number.
#[derive(Clone, Copy, Eq, PartialEq)]
pub struct Device {
    bytes: [u8; DEVICE_BYTES],
}

impl Device {
    /// Takes the bytes of a stored state.
    ///
    /// # Errors
    ///
    /// [`StateError::Length`] unless there are 104 bytes. All else is checked at use.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, StateError> {
        let bytes = bytes.try_into().map_err(|_| StateError::Length)?;
        Ok(Self { bytes })
    }

    /// Returns the bytes to store.
    pub const fn as_bytes(&self) -> &[u8; DEVICE_BYTES] {
        &self.bytes
    }

    /// Returns the number for the store's compare-and-set; 1 is the first state's.
    pub fn generation(&self) -> u64 {
        state::generation(&self.bytes)
    }

    /// Returns the key of the device's row, which [`super::selector`] reads out of a token. It is
    /// not secret.
    pub fn selector(&self) -> [u8; DEVICE_SELECTOR_BYTES] {
        Fields::read(state::machine_fields(&self.bytes)).selector
    }

    pub(super) fn open(&self, key: &ServiceKey, user: &[u8]) -> Result<Fields, StateError> {
        state::open(&self.bytes, KIND, key, Role::StateDevice, &[user]).map(Fields::read)
    }
}

/// Shows the type only.
impl fmt::Debug for Device {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Device(..)")
    }
}

/// Whether the device's tokens can still be accepted.
#[derive(Clone, Copy, Eq, PartialEq)]
pub(super) enum Status {
    Live,
    Revoked,
    Stolen,
}

impl Status {
    const fn byte(self) -> u8 {
        match self {
            Self::Live => 0,
            Self::Revoked => 1,
            Self::Stolen => 2,
        }
    }

    const fn of(byte: u8) -> Self {
        match byte {
            0 => Self::Live,
            1 => Self::Revoked,
            _ => Self::Stolen,
        }
    }
}

/// The fields of an authentic state.
pub(crate) struct Fields {
    pub(super) status: Status,
    key_id: u32,
    pub(super) generation: u64,
    pub(super) number: u64,
    pub(super) rotated: UnixTime,
    pub(super) expires: UnixTime,
    pub(super) high_water: UnixTime,
    pub(super) selector: [u8; DEVICE_SELECTOR_BYTES],
    pub(super) seed: [u8; 16],
}

impl Fields {
    /// The state of a device that has its first token.
    pub(super) fn new(
        key: &ServiceKey,
        entropy: &[u8; DEVICE_ENTROPY_BYTES],
        now: UnixTime,
        policy: &DevicePolicy,
    ) -> Self {
        let mut entropy = Reader::new(entropy);
        Self {
            status: Status::Live,
            key_id: key.id(),
            generation: 1,
            number: 1,
            rotated: now,
            expires: now.saturating_add(policy.lifetime()),
            high_water: now,
            selector: entropy.array(),
            seed: entropy.array(),
        }
    }

    /// Reads the fields from the status on.
    pub(crate) fn read(mut reader: Reader<'_>) -> Self {
        let status = Status::of(reader.u8());
        let _zeros: [u8; 9] = reader.array();
        Self {
            status,
            key_id: reader.u32(),
            generation: reader.u64(),
            number: reader.u64(),
            rotated: reader.time(),
            expires: reader.time(),
            high_water: reader.time(),
            selector: reader.array(),
            seed: reader.array(),
        }
    }

    pub(super) fn seal(&self, key: &ServiceKey, user: &[u8]) -> Device {
        let mut bytes = Writer::<DEVICE_BYTES>::new(KIND)
            .put(&[self.status.byte()])
            .zeros(9)
            .put(&self.key_id.to_be_bytes())
            .put(&self.generation.to_be_bytes())
            .put(&self.number.to_be_bytes())
            .time(self.rotated)
            .time(self.expires)
            .time(self.high_water)
            .put(&self.selector)
            .put(&self.seed)
            .finish();
        state::seal(&mut bytes, key, Role::StateDevice, &[user]);
        Device { bytes }
    }
}

const KIND: u8 = 3;
