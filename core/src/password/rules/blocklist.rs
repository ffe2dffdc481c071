//! The most common passwords, as an xor filter (Graf and Lemire 2020).
//!
//! `core/tables/blocklist.py` makes the table. A password of the list is always found; another one
//! is taken for one of the list once in 65,536 times.

use super::unit::symbols;

/// Returns whether the whole password is one of the list, without regard to case and accents.
pub(super) fn contains(text: &str) -> bool {
    is_in(TABLE, text)
}

fn is_in(table: &[u8], text: &str) -> bool {
    let hash = mix(hash(text) ^ SEED);
    let third = |by: u32| {
        // The upper half of the product of 32 bits and a length is below the length.
        let [_, _, _, _, a, b, c, d] = hash.rotate_left(by).to_be_bytes();
        let product = u64::from(u32::from_be_bytes([a, b, c, d])) * THIRD as u64;
        usize::try_from(product >> 32).unwrap_or(0)
    };
    let places = [third(0), THIRD + third(21), 2 * THIRD + third(42)];
    let [.., high, low] = (hash ^ hash >> 32).to_be_bytes();
    let expected = u16::from_be_bytes([high, low]);
    places.into_iter().fold(expected, |rest, place| rest ^ fingerprint(table, place)) == 0
}

fn fingerprint(table: &[u8], place: usize) -> u16 {
    let at = HEADER + 2 * place;
    match table.get(at..at + 2) {
        Some(&[low, high]) => u16::from_le_bytes([low, high]),
        _ => 0,
    }
}

/// FNV-1a, 64 bits, over the folded characters in UTF-8.
fn hash(text: &str) -> u64 {
    symbols(text).fold(0xcbf2_9ce4_8422_2325, |hash, symbol| {
        let mut bytes = [0; 4];
        symbol
            .value
            .encode_utf8(&mut bytes)
            .bytes()
            .fold(hash, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
    })
}

/// The finalizer of `SplitMix64`.
const fn mix(mut hash: u64) -> u64 {
    hash = (hash ^ hash >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    hash = (hash ^ hash >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ hash >> 31
}

/// The seed, 8 bytes, and three equal parts of fingerprints, 2 bytes each; all little-endian.
static TABLE: &[u8] = include_bytes!("blocklist.bin");
const HEADER: usize = 8;
const THIRD: usize = (TABLE.len() - HEADER) / 6;
const SEED: u64 = match TABLE.first_chunk() {
    Some(seed) => u64::from_le_bytes(*seed),
    None => panic!("a table"),
};

const _: () = assert!(TABLE.len() <= 48 * 1024 && TABLE.len() == HEADER + 6 * THIRD);

#[cfg(test)]
mod tests {
    use std::string::String;

    use super::{HEADER, TABLE, THIRD, is_in};

    /// The control of `core/tests/password_blocklist.rs`, which finds every password of the lists.
    #[test]
    fn a_damaged_table_misses_some() {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tables/blocklist.py");
        let printed = std::process::Command::new("python3").args([script, "--list"]).output();
        let listed = String::from_utf8(printed.expect("python3").stdout).expect("ASCII");
        let mut damaged = TABLE.to_vec();
        assert_eq!(listed.lines().filter(|text| !is_in(&damaged, text)).count(), 0);
        if let Some(byte) = damaged.get_mut(HEADER + 3 * THIRD) {
            *byte ^= 1;
        }
        let missed = listed.lines().filter(|text| !is_in(&damaged, text)).count();
        assert!((1..20).contains(&missed), "{missed} are missed");
    }
}
