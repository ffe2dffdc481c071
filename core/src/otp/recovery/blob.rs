//! The recovery codes' 208 bytes, big-endian.
//!
//! | byte | field |
//! |---|---|
//! | 0 | version, 1 |
//! | 1 | kind, 4 |
//! | 2 | used codes (u16): bit 0 is the first code's |
//! | 4 | zero (8 bytes) |
//! | 12 | key id (u32) |
//! | 16 | generation (u64) |
//! | 24 | generation at which the codes were made (u64) |
//! | 32 | a MAC of each code (10 × 16 bytes) |
//! | 192 | tag over bytes 0..192 ‖ user |

use core::fmt;

use crate::mac::{Role, ServiceKey, TAG_BYTES};
use crate::state::{self, StateError, Writer};

/// The size of the stored state of recovery codes, in bytes.
pub const RECOVERY_BYTES: usize = 208;

/// How many recovery codes there are.
pub const RECOVERY_CODES: usize = 10;

/// The stored state of one user's recovery codes: 208 opaque bytes.
///
/// Whether they are authentic is checked wherever they are used. They hold no code.
#[derive(Clone, Copy, Eq, PartialEq)]
pub struct RecoveryCodes {
    bytes: [u8; RECOVERY_BYTES],
}

impl RecoveryCodes {
    /// Takes the bytes of a stored state.
    ///
    /// # Errors
    ///
    /// [`StateError::Length`] unless there are 208 bytes. All else is checked at use.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, StateError> {
        let bytes = bytes.try_into().map_err(|_| StateError::Length)?;
        Ok(Self { bytes })
    }

    /// Returns the bytes to store.
    pub const fn as_bytes(&self) -> &[u8; RECOVERY_BYTES] {
        &self.bytes
    }

    /// Returns the number for the store's compare-and-set; 1 is the first state's.
    pub fn generation(&self) -> u64 {
        state::generation(&self.bytes)
    }

    pub(super) fn open(&self, key: &ServiceKey, user: &[u8]) -> Result<Fields, StateError> {
        let reader = state::open(&self.bytes, KIND, key, Role::StateRecovery, &[user])?;
        Ok(Fields::read(reader))
    }
}

/// Shows the type only.
impl fmt::Debug for RecoveryCodes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryCodes(..)")
    }
}

/// The fields of an authentic state.
pub(crate) struct Fields {
    /// A bit for each code that was accepted, the lowest for the first.
    pub(super) used: u16,
    key_id: u32,
    pub(super) generation: u64,
    pub(super) made: u64,
    pub(super) tags: [[u8; TAG_BYTES]; RECOVERY_CODES],
}

impl Fields {
    /// Reads the fields behind the kind.
    pub(crate) fn read(mut reader: state::Reader<'_>) -> Self {
        let used = reader.u16();
        let _zeros: [u8; 8] = reader.array();
        let (key_id, generation, made) = (reader.u32(), reader.u64(), reader.u64());
        let mut tags = [[0; TAG_BYTES]; RECOVERY_CODES];
        for tag in &mut tags {
            *tag = reader.array();
        }
        Self { used, key_id, generation, made, tags }
    }

    /// The state before any codes.
    pub(super) fn new(key: &ServiceKey) -> Self {
        let tags = [[0; TAG_BYTES]; RECOVERY_CODES];
        Self { used: 0, key_id: key.id(), generation: 0, made: 0, tags }
    }

    pub(super) fn seal(&self, key: &ServiceKey, user: &[u8]) -> RecoveryCodes {
        let mut bytes = Writer::<RECOVERY_BYTES>::new(KIND)
            .put(&self.used.to_be_bytes())
            .zeros(8)
            .put(&self.key_id.to_be_bytes())
            .put(&self.generation.to_be_bytes())
            .put(&self.made.to_be_bytes())
            .put(self.tags.as_flattened())
            .finish();
        state::seal(&mut bytes, key, Role::StateRecovery, &[user]);
        RecoveryCodes { bytes }
    }
}

const KIND: u8 = 4;
