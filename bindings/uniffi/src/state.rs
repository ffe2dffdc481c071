//! Why a stored state was not used.

use sceau::state::StateError;

use crate::message::export_words;

/// Why a stored state was not used. Nothing is consumed, nothing is to be stored.
#[uniffi::remote(Error)]
pub enum StateError {
    /// Not the size of this kind of state.
    Length,
    /// Written by another version of the format.
    Version,
    /// The state of another machine.
    Kind,
    /// Made under a key with another key id.
    UnknownKey,
    /// Not made with this key for this user and destination, or changed since.
    Unauthentic,
    /// Authentic, and made for another purpose, channel or kind of subject.
    WrongPurpose,
    /// Authentic, and older than the token that was presented with it.
    RolledBack,
    /// The clock is in 2080 or later, or more than 400 days ahead of the state's last known time.
    ClockAhead,
    /// The generation has reached its greatest number.
    GenerationExhausted,
    /// A code that signs in is asked for over a channel that does not count as authentication.
    SignInChannel,
    /// The policy is one for another kind of subject or channel.
    WrongPolicy,
}

export_words! { state_error_words(StateError); }

/// Sixteen bytes of the system's generator, as two big-endian numbers: no other length can cross.
#[derive(Clone, Copy, uniffi::Record)]
pub struct Entropy {
    /// The first eight bytes.
    pub high: u64,
    /// The last eight bytes.
    pub low: u64,
}

impl Entropy {
    pub(crate) fn bytes(self) -> [u8; 16] {
        (u128::from(self.high) << 64 | u128::from(self.low)).to_be_bytes()
    }
}
