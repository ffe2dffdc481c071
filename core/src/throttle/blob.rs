//! The throttle's 64 bytes, big-endian.
//!
//! | byte | field |
//! |---|---|
//! | 0 | version, 1 |
//! | 1 | kind, 2 |
//! | 2 | kind of subject |
//! | 3 | zero |
//! | 4 | failures (u16) |
//! | 6 | zero (6 bytes) |
//! | 12 | key id (u32) |
//! | 16 | generation (u64) |
//! | 24 | blocked until (u64, seconds) |
//! | 32 | high-water mark (u64) |
//! | 40 | start of an address's window (u64), 0 for an account |
//! | 48 | tag over bytes 0..48 ‖ subject |

use core::fmt;

use super::ThrottleSubject;
use crate::mac::{Role, ServiceKey};
use crate::state::{self, StateError, Writer};
use crate::time::UnixTime;

/// The size of a throttle's stored state, in bytes.
pub const THROTTLE_BYTES: usize = 64;

/// The stored state of one account's or address's failures: 64 opaque bytes.
#[derive(Clone, Copy, Eq, PartialEq)]
pub struct Throttle {
    bytes: [u8; THROTTLE_BYTES],
}

impl Throttle {
    /// Takes the bytes of a stored state.
    ///
    /// # Errors
    ///
    /// [`StateError::Length`] unless there are 64 bytes. All else is checked at use.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, StateError> {
        let bytes = bytes.try_into().map_err(|_| StateError::Length)?;
        Ok(Self { bytes })
    }

    /// Returns the bytes to store.
    pub const fn as_bytes(&self) -> &[u8; THROTTLE_BYTES] {
        &self.bytes
    }

    /// Returns the number for the store's compare-and-set; 1 is the first state's.
    pub fn generation(&self) -> u64 {
        state::generation(&self.bytes)
    }

    pub(super) fn open(
        &self,
        key: &ServiceKey,
        subject: &ThrottleSubject<'_>,
    ) -> Result<Fields, StateError> {
        let fields = [subject.field()];
        let mut reader = state::open(&self.bytes, KIND, key, Role::StateThrottle, &fields)?;
        if reader.u8() != subject.byte() {
            return Err(StateError::WrongPurpose);
        }
        let _zero = reader.u8();
        let failures = reader.u16();
        let _zeros: [u8; 6] = reader.array();
        Ok(Fields {
            failures,
            key_id: reader.u32(),
            generation: reader.u64(),
            blocked_until: reader.time(),
            high_water: reader.time(),
            window_start: reader.time(),
        })
    }
}

/// Shows the type only.
impl fmt::Debug for Throttle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Throttle(..)")
    }
}

/// The fields of an authentic state.
pub(super) struct Fields {
    pub(super) failures: u16,
    key_id: u32,
    pub(super) generation: u64,
    pub(super) blocked_until: UnixTime,
    pub(super) high_water: UnixTime,
    pub(super) window_start: UnixTime,
}

impl Fields {
    /// The state before any attempt.
    pub(super) fn new(key: &ServiceKey, now: UnixTime) -> Self {
        Self {
            failures: 0,
            key_id: key.id(),
            generation: 0,
            blocked_until: UnixTime::MIN,
            high_water: now,
            window_start: UnixTime::MIN,
        }
    }

    pub(super) fn seal(&self, key: &ServiceKey, subject: &ThrottleSubject<'_>) -> Throttle {
        let mut bytes = Writer::<THROTTLE_BYTES>::new(KIND)
            .put(&[subject.byte(), 0])
            .put(&self.failures.to_be_bytes())
            .zeros(6)
            .put(&self.key_id.to_be_bytes())
            .put(&self.generation.to_be_bytes())
            .time(self.blocked_until)
            .time(self.high_water)
            .time(self.window_start)
            .finish();
        state::seal(&mut bytes, key, Role::StateThrottle, &[subject.field()]);
        Throttle { bytes }
    }
}

const KIND: u8 = 2;
