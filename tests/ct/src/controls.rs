//! Planted leaks: what the gate must report, or its silence means nothing.
//!
//! Lengths come in at run time; for `[u8; 32]` the compiler writes a comparison without branches.

use std::hint::black_box;

use subtle::ConstantTimeEq;

/// Compares byte by byte and stops at the first difference.
#[inline(never)]
pub(crate) fn early_exit(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a == b)
}

/// RFC 4226 §5.3 as its own text and most libraries have it: the offset becomes an address.
#[inline(never)]
pub(crate) fn textbook_truncation(tag: &[u8]) -> u32 {
    let offset = usize::from(tag[tag.len() - 1] & 0x0f);
    let word = tag[offset..offset + 4].iter().fold(0, |word, &byte| word << 8 | u32::from(byte));
    word & 0x7fff_ffff
}

/// Encodes base64 by looking each character up.
#[inline(never)]
pub(crate) fn table_lookup(bytes: &[u8], out: &mut [u8]) {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (out, byte) in out.iter_mut().zip(bytes) {
        *out = black_box(ALPHABET)[usize::from(byte >> 2)];
    }
}

/// Decodes Base32 by looking each character's value up, as most libraries do.
#[inline(never)]
pub(crate) fn base32_lookup(text: &[u8], out: &mut [u8]) {
    let mut values = [255_u8; 256];
    for (value, character) in (0..).zip(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567") {
        values[usize::from(*character)] = value;
    }
    for (out, byte) in out.iter_mut().zip(text) {
        *out = black_box(&values)[usize::from(*byte)];
    }
}

/// Writes a code of letters by looking each character up.
#[inline(never)]
pub(crate) fn letters_lookup(values: &[u8], out: &mut [u8]) {
    const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    for (out, value) in out.iter_mut().zip(values) {
        *out = black_box(ALPHABET)[usize::from(value & 0x1f)];
    }
}

/// Compares a code's tag with one stored tag after the other, and stops at the one that fits.
#[inline(never)]
pub(crate) fn first_that_fits(tags: &[[u8; 16]], tag: &[u8; 16]) -> bool {
    tags.iter().any(|stored| bool::from(stored[..].ct_eq(tag)))
}

/// Branches on a code's digits.
#[inline(never)]
pub(crate) fn branch_on_code(code: &str) -> u32 {
    let mut odd = 0;
    for digit in code.bytes() {
        if digit & 1 == 1 {
            odd = black_box(odd + 1);
        }
    }
    odd
}

/// Divides by a number that the compiler does not know: nothing that Valgrind reports, and what
/// `division.sh` must find.
#[inline(never)]
pub(crate) fn ct_control_divides(number: u32) -> u32 {
    number / black_box(10)
}

/// Divides by ten, which is a multiplication here and a call of a division on a Cortex-M0: what
/// `division.sh` must find in the sources.
#[inline(never)]
pub(crate) fn ct_control_divides_by_ten(number: u32) -> u32 {
    number / 10
}

/// Multiplies by a reciprocal that is rounded down: not a tenth of every number.
pub(crate) fn reciprocal_rounded_down(number: u32) -> u32 {
    let [_, _, _, _, high @ ..] = ((u64::from(number) * 0xcccc_cccc) >> 3).to_le_bytes();
    u32::from_le_bytes(high)
}
