//! The challenge's 96 bytes, big-endian.
//!
//! | byte | field | byte | field |
//! |---|---|---|---|
//! | 0 | version, 1 | 12 | key id (u32) |
//! | 1 | kind, 1 | 16 | generation (u64) |
//! | 2 | purpose | 24 | issued (u64, seconds) |
//! | 3 | channel | 32 | expires (u64) |
//! | 4 | alphabet (high nibble), length | 40 | start of the period (u64) |
//! | 5 | status | 48 | high-water mark (u64) |
//! | 6 | attempts | 56 | nonce (16 bytes) |
//! | 7 | attempts allowed | 72 | zero (8 bytes) |
//! | 8 | issues in the period | 80 | tag over bytes 0..80 ‖ user ‖ destination |
//! | 9 | zero | | |
//! | 10 | failures (u16) | | |

use core::fmt;

use super::code::LETTERS;
use super::{ChallengeBinding, ChallengeChannel, ChallengePurpose};
use crate::code::Digits;
use crate::mac::{Role, ServiceKey};
use crate::state::{self, Reader, StateError, Writer};
use crate::time::UnixTime;

/// The size of a challenge's stored state, in bytes.
pub const CHALLENGE_BYTES: usize = 96;

/// The stored state of a code that is e-mailed, texted or posted: 96 opaque bytes.
///
/// Whether they are authentic is checked wherever they are used. They hold no part of the code.
#[derive(Clone, Copy, Eq, PartialEq)]
pub struct Challenge {
    bytes: [u8; CHALLENGE_BYTES],
}

impl Challenge {
    /// Takes the bytes of a stored state.
    ///
    /// # Errors
    ///
    /// [`StateError::Length`] unless there are 96 bytes. All else is checked at use.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, StateError> {
        let bytes = bytes.try_into().map_err(|_| StateError::Length)?;
        Ok(Self { bytes })
    }

    /// Returns the bytes to store.
    pub const fn as_bytes(&self) -> &[u8; CHALLENGE_BYTES] {
        &self.bytes
    }

    /// Returns the number for the store's compare-and-set; 1 is the first state's.
    pub fn generation(&self) -> u64 {
        state::generation(&self.bytes)
    }

    pub(super) fn open(
        &self,
        key: &ServiceKey,
        binding: &ChallengeBinding<'_>,
    ) -> Result<Fields, StateError> {
        binding.check()?;
        let reader = state::open(&self.bytes, KIND, key, Role::StateChallenge, &binding.fields())?;
        let fields = Fields::read(reader);
        if fields.purpose != purpose_byte(binding.purpose)
            || fields.channel != channel_byte(binding.channel)
        {
            return Err(StateError::WrongPurpose);
        }
        Ok(fields)
    }
}

/// Shows the type only.
impl fmt::Debug for Challenge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Challenge(..)")
    }
}

/// Whether the code can still be accepted.
#[derive(Clone, Copy, Eq, PartialEq)]
pub(super) enum Status {
    Live,
    Used,
}

impl Status {
    const fn byte(self) -> u8 {
        match self {
            Self::Live => 0,
            Self::Used => 1,
        }
    }
}

/// The fields of an authentic state.
pub(crate) struct Fields {
    purpose: u8,
    channel: u8,
    pub(super) digits: Option<Digits>,
    pub(super) status: Status,
    pub(super) attempts: u8,
    pub(super) allowed: u8,
    pub(super) issues: u8,
    pub(super) failures: u16,
    key_id: u32,
    pub(super) generation: u64,
    pub(super) issued: UnixTime,
    pub(super) expires: UnixTime,
    pub(super) period_start: UnixTime,
    pub(super) high_water: UnixTime,
    pub(super) nonce: [u8; 16],
}

impl Fields {
    /// Reads the fields from the purpose on.
    pub(crate) fn read(mut reader: Reader<'_>) -> Self {
        let (purpose, channel) = (reader.u8(), reader.u8());
        let digits = digits_of(reader.u8());
        let status = if reader.u8() == Status::Live.byte() { Status::Live } else { Status::Used };
        let (attempts, allowed, issues, _zero) =
            (reader.u8(), reader.u8(), reader.u8(), reader.u8());
        let (failures, key_id) = (reader.u16(), reader.u32());
        Self {
            purpose,
            channel,
            digits,
            status,
            attempts,
            allowed,
            issues,
            failures,
            key_id,
            generation: reader.u64(),
            issued: reader.time(),
            expires: reader.time(),
            period_start: reader.time(),
            high_water: reader.time(),
            nonce: reader.array(),
        }
    }

    /// The state before any code: nothing live, nothing counted, the period begins now.
    pub(super) fn new(key: &ServiceKey, binding: &ChallengeBinding<'_>, now: UnixTime) -> Self {
        Self {
            purpose: purpose_byte(binding.purpose),
            channel: channel_byte(binding.channel),
            digits: Some(Digits::SIX),
            status: Status::Used,
            attempts: 0,
            allowed: 0,
            issues: 0,
            failures: 0,
            key_id: key.id(),
            generation: 0,
            issued: now,
            expires: now,
            period_start: now,
            high_water: now,
            nonce: [0; 16],
        }
    }

    pub(super) fn seal(&self, key: &ServiceKey, binding: &ChallengeBinding<'_>) -> Challenge {
        let mut bytes = Writer::<CHALLENGE_BYTES>::new(KIND)
            .put(&[self.purpose, self.channel, alphabet_byte(self.digits)])
            .put(&[self.status.byte(), self.attempts, self.allowed, self.issues])
            .zeros(1)
            .put(&self.failures.to_be_bytes())
            .put(&self.key_id.to_be_bytes())
            .put(&self.generation.to_be_bytes())
            .time(self.issued)
            .time(self.expires)
            .time(self.period_start)
            .time(self.high_water)
            .put(&self.nonce)
            .finish();
        state::seal(&mut bytes, key, Role::StateChallenge, &binding.fields());
        Challenge { bytes }
    }
}

pub(super) const fn purpose_byte(purpose: ChallengePurpose) -> u8 {
    match purpose {
        ChallengePurpose::AddressValidation => 1,
        ChallengePurpose::Recovery => 2,
        ChallengePurpose::SignIn => 3,
        ChallengePurpose::SignInUncheckedPolicy => 4,
    }
}

pub(super) const fn channel_byte(channel: ChallengeChannel) -> u8 {
    match channel {
        ChallengeChannel::Email => 1,
        ChallengeChannel::Text => 2,
        ChallengeChannel::Post => 3,
    }
}

/// The alphabet in the high nibble, and the number of characters in the low one.
const fn alphabet_byte(digits: Option<Digits>) -> u8 {
    match digits {
        Some(digits) => DECIMAL << 4 | digits.get(),
        None => LETTER << 4 | (LETTERS.get() + 1),
    }
}

/// The number of digits that a state's byte 4 holds, or none if its code is of letters.
fn digits_of(byte: u8) -> Option<Digits> {
    match byte >> 4 {
        LETTER => None,
        _ => Some(Digits::new(byte & 0x0f).unwrap_or(Digits::SIX)),
    }
}

const KIND: u8 = 1;
/// The alphabet of decimal digits, in byte 4's high nibble.
const DECIMAL: u8 = 0;
/// That of letters, of which the last one is the check character.
const LETTER: u8 = 1;
