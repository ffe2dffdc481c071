//! Names as most are written, for which the general walk is long.

use super::MAX_NAME_BYTES;
use super::key::Sixteen;
use crate::text::{Mark, plain_key};

/// Returns the key letters of a name, of which there are at most sixteen, and how many there are.
///
/// `None` says nothing: whatever is refused, and whatever is written in a rarer way, is for
/// [`Units`](super::unit::Units) to decide. A key that is made of one number needs not be moved
/// to where it is returned, which would take as long as to make it.
#[inline]
pub(super) fn fold_short(name: &str) -> Option<(u128, usize)> {
    let (mut key, mut length) = (0, 0);
    runs(name, |letters, run| {
        if length + run > 16 {
            return None;
        }
        key |= u128::from(letters) << (8 * length);
        length += run;
        Some(())
    })?;
    (length > 0).then_some((key, length))
}

/// Writes the key letters of a name, and returns how many there are; `None` says nothing.
#[inline(never)]
pub(super) fn fold_long(name: &str, letters: &mut [Sixteen]) -> Option<usize> {
    let letters = letters.as_flattened_mut();
    let mut length = 0;
    runs(name, |run_letters, run| {
        // Zeros beyond the run, for the next one to write over.
        *letters.get_mut(length..)?.first_chunk_mut()? = run_letters.to_le_bytes();
        length += run;
        Some(())
    })?;
    (length > 0).then_some(length)
}

/// Hands over the key letters of a name, up to eight at a time: the first is the lowest byte, and
/// zeros are beyond the last.
#[inline]
fn runs(name: &str, mut hand_over: impl FnMut(u64, usize) -> Option<()>) -> Option<()> {
    if name.len() > MAX_NAME_BYTES {
        return None;
    }
    let mut rest = name.as_bytes();
    // How many more marks the letter may carry.
    let mut room = 0;
    loop {
        let eight = Eight::begin(rest);
        let run = eight.letters();
        if run > 0 {
            hand_over(eight.capitals(run), run)?;
            (rest, room) = (rest.get(run..)?, MARKS);
        }
        match rest {
            [] => return Some(()),
            _ if run == 8 => {}
            [b' ' | b'-' | b'\'' | b'.', after @ ..] => (rest, room) = (after, 0),
            [lead, after @ ..] => {
                let c;
                (c, rest) = beyond_ascii(*lead, after)?;
                if Mark::from_char(c).is_some() {
                    room = room.checked_sub(1)?;
                    continue;
                }
                let (first, second) = plain_key(c)?;
                let letters = u64::from(first) | u64::from(second.unwrap_or(0)) << 8;
                hand_over(letters, 1 + usize::from(second.is_some()))?;
                room = MARKS;
            }
        }
    }
}

/// The most marks of a letter here, beside the two that it may bring along.
const MARKS: u8 = 4;

/// Eight bytes of a name, or what is left of it and zeros: the first is the lowest.
#[derive(Clone, Copy)]
pub(super) struct Eight(u64);

impl Eight {
    /// Takes the first bytes of a text.
    #[inline]
    pub(super) fn begin(text: &[u8]) -> Self {
        let byte = |at: usize| u64::from(text.get(at).copied().unwrap_or(0)) << (8 * at);
        let four = |four: &[u8; 4]| u64::from(u32::from_le_bytes(*four));
        Self(match (text.first_chunk(), text.first_chunk(), text.last_chunk()) {
            (Some(eight), ..) => u64::from_le_bytes(*eight),
            // The bytes that are in both are the same.
            (_, Some(first), Some(last)) => four(first) | four(last) << (8 * (text.len() - 4)),
            _ => byte(0) | byte(1) | byte(2),
        })
    }

    /// Returns how many letters of ASCII it begins with.
    #[inline]
    pub(super) const fn letters(self) -> usize {
        leading(self.others())
    }

    /// Returns with how many letters of ASCII both begin that are the same; `case` says in any case.
    #[inline]
    pub(super) const fn same_letters(self, other: Self, case: bool) -> usize {
        let ignored = if case { EACH * 0x20 } else { 0 };
        let differ = (self.0 ^ other.0) & !ignored;
        // The highest bit of a byte is set by any other.
        leading(self.others() | differ | (differ & !HIGHEST).wrapping_add(!HIGHEST))
    }

    /// Returns the first `run` letters as capitals, and zeros.
    #[inline]
    const fn capitals(self, run: usize) -> u64 {
        // `run` is 1 to 8.
        let kept = u64::MAX >> (64 - 8 * run);
        self.0 & CAPITAL & kept
    }

    /// Sets the highest bit of each byte that is no letter, up to the first that is beyond ASCII.
    #[inline]
    const fn others(self) -> u64 {
        let capitals = self.0 & CAPITAL;
        // The highest bit tells which are at least `A`, which are beyond `Z`, and which beyond ASCII.
        let from_a = capitals.wrapping_add(EACH * 0x3f);
        !from_a | capitals.wrapping_add(EACH * 0x25) | self.0
    }
}

/// Returns how many bytes stand before the first whose highest bit is set.
#[inline]
const fn leading(bits: u64) -> usize {
    (bits & HIGHEST).trailing_zeros() as usize / 8
}

/// One in every byte.
const EACH: u64 = 0x0101_0101_0101_0101;
const HIGHEST: u64 = EACH * 0x80;
/// All but the bit in which small letters differ.
const CAPITAL: u64 = EACH * 0xdf;

/// Returns the character of two or three bytes that begins with `lead`, and what is behind it.
#[inline]
pub(super) fn beyond_ascii(lead: u8, after: &[u8]) -> Option<(char, &[u8])> {
    let bits = |byte: u8| u32::from(byte & 0x3f);
    let (code, rest) = match (lead, after) {
        (0xc0..0xe0, [second, rest @ ..]) => (u32::from(lead & 0x1f) << 6 | bits(*second), rest),
        (0xe0..0xf0, [second, third, rest @ ..]) => {
            (u32::from(lead & 0x0f) << 12 | bits(*second) << 6 | bits(*third), rest)
        }
        _ => return None,
    };
    Some((char::from_u32(code)?, rest))
}
