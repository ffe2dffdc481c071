//! The codec of stored state: fixed-size, versioned, canonical, authenticated bytes.
//!
//! A state is what one row of the caller's database holds. The machine is a pure function of it:
//! the caller stores the next state **with a compare-and-set on the generation** before it acts on
//! or shows the outcome; if the compare-and-set is lost, it discards the outcome, loads the row and
//! calls again. A state never leaves the server: no cookie, no hidden field.

use subtle::Choice;

use crate::mac::{Hmac, Role, ServiceKey, Sha256, TAG_BYTES, ct_tags_equal, write_word};
use crate::time::{Seconds, UnixTime};

/// Why a stored state was not used. Nothing is consumed, nothing is to be stored.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
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
    /// Authentic, and older than the token that was presented with it: the store went back to an
    /// earlier row, or the service replied before it stored.
    RolledBack,
    /// The clock is at [`LATEST`] or later, or more than [`MAX_AHEAD`] ahead of the last time that
    /// the state knows.
    ClockAhead,
    /// The generation has reached its greatest number.
    GenerationExhausted,
    /// A code that signs in is asked for over a channel that does not count as authentication.
    SignInChannel,
    /// The policy is one for another kind of subject, or for another channel.
    WrongPolicy,
}

wire_names!(StateError {
    Length => "state_length",
    Version => "state_version",
    Kind => "state_kind",
    UnknownKey => "state_unknown_key",
    Unauthentic => "state_unauthentic",
    WrongPurpose => "state_wrong_purpose",
    RolledBack => "state_rolled_back",
    ClockAhead => "state_clock_ahead",
    GenerationExhausted => "state_generation_exhausted",
    SignInChannel => "state_sign_in_channel",
    WrongPolicy => "state_wrong_policy",
});
error_display!(StateError);

/// How far ahead of a state's last known time the clock may be: 400 days.
///
/// A server whose clock is wrong by more than that cannot lock anyone out. The bound is the shortest
/// that lets a person through who comes once a year. A row that has rested for longer, or whose time
/// a wrong clock has moved ahead by less, is to be lifted on a trusted clock.
pub const MAX_AHEAD: Seconds = Seconds::new(400 * 86_400);

/// The first moment that is no time at all, 2080-01-01T00:00:00Z, not even for a first state.
///
/// A clock that tells milliseconds, or the seconds since 1900 or 1904, or that is at the end of its
/// type, is past it. A later version moves it on.
pub const LATEST: UnixTime = UnixTime::new(3_471_292_800);

/// The first moment that a set clock can tell, 2026-01-01T00:00:00Z: before it there was no Sceau.
///
/// A state whose last known time lies before it comes from a clock that had not been set (1970,
/// say), and the next time, however far ahead, is believed.
pub const EARLIEST: UnixTime = UnixTime::new(1_767_225_600);

/// What a machine makes of an input: the outcome, and the state to store before acting on it.
#[must_use]
#[derive(Clone, Debug)]
pub struct Transition<Outcome, State> {
    /// What became of the input.
    pub outcome: Outcome,
    /// What to store, with a compare-and-set on the generation.
    pub next: State,
    /// The clock was behind the last time that the state knows, which was used instead. Never set
    /// where no clock is used.
    pub clock_back: bool,
}

const VERSION: u8 = 1;
const KEY_ID_AT: usize = 12;

/// Moves a state on: its generation by one, its clock to the later of `now` and the last known time.
/// Returns whether the clock went back.
pub(crate) fn advance(
    generation: &mut u64,
    high_water: &mut UnixTime,
    now: UnixTime,
) -> Result<bool, StateError> {
    if *high_water >= EARLIEST && now > high_water.saturating_add(MAX_AHEAD) {
        return Err(StateError::ClockAhead);
    }
    let last = *high_water;
    set_clock(generation, high_water, now.max(last))?;
    Ok(now < last)
}

/// Moves a state on: its generation by one, its clock to `now`, be it behind the last known time.
pub(crate) fn set_clock(
    generation: &mut u64,
    high_water: &mut UnixTime,
    now: UnixTime,
) -> Result<(), StateError> {
    if now >= LATEST {
        return Err(StateError::ClockAhead);
    }
    *high_water = now;
    advance_generation(generation)
}

/// Moves the generation of a state on by one.
pub(crate) fn advance_generation(generation: &mut u64) -> Result<(), StateError> {
    *generation = generation.checked_add(1).ok_or(StateError::GenerationExhausted)?;
    Ok(())
}

/// Checks the parts of a state that every machine has, and its tag; reads on behind the kind.
///
/// Every state has its version at byte 0, its kind at 1, its key id at 12, its generation at 16,
/// and its tag in the last 16 bytes.
///
/// # Timing
///
/// The tag is compared in constant time; what is public (version, kind, key id) is not.
pub(crate) fn open<'a, const N: usize>(
    bytes: &'a [u8; N],
    kind: u8,
    key: &ServiceKey,
    role: Role,
    fields: &[&[u8]],
) -> Result<Reader<'a>, StateError> {
    let mut header = Reader::new(bytes);
    if header.u8() != VERSION {
        return Err(StateError::Version);
    }
    if header.u8() != kind {
        return Err(StateError::Kind);
    }
    let _machine: [u8; KEY_ID_AT - 2] = header.array();
    if header.u32() != key.id() {
        return Err(StateError::UnknownKey);
    }
    let authentic = bool::from(ct_authentic(bytes, key, role, fields));
    if !authentic {
        return Err(StateError::Unauthentic);
    }
    Ok(machine_fields(bytes))
}

/// Returns whether a state's tag is that of its other bytes and of the fields it is bound to.
///
/// # Timing
///
/// Constant for fixed lengths of the fields.
pub(crate) fn ct_authentic<const N: usize>(
    bytes: &[u8; N],
    key: &ServiceKey,
    role: Role,
    fields: &[&[u8]],
) -> Choice {
    let (body, tag) = split_tag(bytes);
    ct_tags_equal(&ct_tag(body, key, role, fields), &tag)
}

/// Reads on behind the kind of a state, authentic or not.
pub(crate) fn machine_fields<const N: usize>(bytes: &[u8; N]) -> Reader<'_> {
    let mut fields = Reader::new(bytes);
    let _header: [u8; 2] = fields.array();
    fields
}

/// Reads the generation out of a state that need not be authentic.
pub(crate) fn generation<const N: usize>(bytes: &[u8; N]) -> u64 {
    let mut reader = Reader::new(bytes);
    let _before: [u8; KEY_ID_AT + 4] = reader.array();
    reader.u64()
}

/// Writes the tag over everything before it, and the fields that the state is bound to.
pub(crate) fn seal<const N: usize>(
    bytes: &mut [u8; N],
    key: &ServiceKey,
    role: Role,
    fields: &[&[u8]],
) {
    let (body, _) = split_tag(bytes);
    let tag = ct_tag(body, key, role, fields);
    let start = N.saturating_sub(TAG_BYTES);
    for (out, byte) in bytes.iter_mut().skip(start).zip(tag) {
        *out = byte;
    }
}

fn split_tag<const N: usize>(bytes: &[u8; N]) -> (&[u8], [u8; TAG_BYTES]) {
    let (body, end) = bytes.split_at_checked(N.saturating_sub(TAG_BYTES)).unwrap_or_default();
    let mut tag = [0; TAG_BYTES];
    write_word(&mut tag, end);
    (body, tag)
}

/// Returns the tag of a state's other bytes and of the fields it is bound to.
///
/// # Timing
///
/// Constant for fixed lengths of the fields.
fn ct_tag(body: &[u8], key: &ServiceKey, role: Role, fields: &[&[u8]]) -> [u8; TAG_BYTES] {
    let mut mac: Hmac<Sha256> = key.subkey(role).start();
    mac.update(body);
    for field in fields {
        mac.update_field(field);
    }
    mac.finish_tag()
}

/// Reads big-endian fields one after the other; zeros beyond the end, which fixed sizes exclude.
pub(crate) struct Reader<'a> {
    bytes: &'a [u8],
}

impl<'a> Reader<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes }
    }

    pub(crate) fn array<const N: usize>(&mut self) -> [u8; N] {
        let (head, tail) = self.bytes.split_at_checked(N).unwrap_or_default();
        self.bytes = tail;
        let mut array = [0; N];
        write_word(&mut array, head);
        array
    }

    pub(crate) fn u8(&mut self) -> u8 {
        u8::from_be_bytes(self.array())
    }

    pub(crate) fn u16(&mut self) -> u16 {
        u16::from_be_bytes(self.array())
    }

    pub(crate) fn u32(&mut self) -> u32 {
        u32::from_be_bytes(self.array())
    }

    pub(crate) fn u64(&mut self) -> u64 {
        u64::from_be_bytes(self.array())
    }

    pub(crate) fn time(&mut self) -> UnixTime {
        UnixTime::new(self.u64())
    }
}

/// Writes big-endian fields one after the other into a fixed number of bytes.
pub(crate) struct Writer<const N: usize> {
    bytes: [u8; N],
    written: usize,
}

impl<const N: usize> Writer<N> {
    pub(crate) fn new(kind: u8) -> Self {
        Self { bytes: [0; N], written: 0 }.put(&[VERSION, kind])
    }

    pub(crate) fn put(mut self, field: &[u8]) -> Self {
        for (out, byte) in self.bytes.iter_mut().skip(self.written).zip(field) {
            *out = *byte;
        }
        self.written = self.written.saturating_add(field.len());
        self
    }

    pub(crate) fn time(self, time: UnixTime) -> Self {
        self.put(&time.seconds().to_be_bytes())
    }

    /// Skips `count` bytes that stay zero.
    pub(crate) fn zeros(mut self, count: usize) -> Self {
        self.written = self.written.saturating_add(count);
        self
    }

    pub(crate) fn finish(self) -> [u8; N] {
        self.bytes
    }
}
