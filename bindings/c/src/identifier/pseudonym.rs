//! Pseudonyms, and numbers that nobody can have been given.

use core::ffi::c_char;

use sceau::identifier::{IdentifierKind, PSEUDONYM_BYTES, PseudonymKey};

use crate::key::SceauServiceKey;
use crate::limits::SCEAU_PSEUDONYM_BYTES;
use crate::memory::{Out, OutText, answer, bytes, text, value};
use crate::numbers::choice;
use crate::parse::SceauParseResult;
use crate::status::SceauStatus;

/// What stands for an identifier in the tables of one group. It stays personal information.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct SceauPseudonym {
    /// The bytes; all 0 if there is no pseudonym.
    pub bytes: [u8; SCEAU_PSEUDONYM_BYTES],
}

const _: () = assert!(SCEAU_PSEUDONYM_BYTES == PSEUDONYM_BYTES);

/// Computes the pseudonym of an identifier in the group of tables whose label is `group`.
///
/// Two groups have different pseudonyms for one number and cannot join. Who holds the key can try
/// all numbers and has them back: a pseudonym stays personal information. A text that is no such
/// identifier leaves the reason in `*parsed` and zeros in `*pseudonym`.
///
/// # Safety
///
/// `typed` points to `typed_len` bytes, `key` to a key, `group` to `group_len` bytes, `parsed` and
/// `pseudonym` to one value each.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_identifier_pseudonym(
    kind: u32,
    typed: *const c_char,
    typed_len: usize,
    key: *const SceauServiceKey,
    group: *const u8,
    group_len: usize,
    parsed: *mut SceauParseResult,
    pseudonym: *mut SceauPseudonym,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (typed, key, group) =
            unsafe { (text(typed, typed_len)?, value(key)?.key()?, bytes(group, group_len)?) };
        // SAFETY: the caller vouches for the pointers.
        let (parsed_out, out) = unsafe { (Out::new(parsed)?, Out::new(pseudonym)?) };
        let key = PseudonymKey::new(&key, group);
        let found = choice::<IdentifierKind>(kind)?.parse(typed).map(|it| it.pseudonym(&key));
        let bytes = found.map_or([0; SCEAU_PSEUDONYM_BYTES], |found| *found.as_bytes());
        out.write(SceauPseudonym { bytes });
        parsed_out.write(SceauParseResult::of(&found));
        Ok(())
    })
}

/// Writes the number that `number` chooses among those that nobody can have been given, in its
/// compact form; an empty text for a kind of which none are known to be such.
///
/// # Safety
///
/// `out` points to `capacity` bytes, `length` to one value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_identifier_synthetic(
    kind: u32,
    number: u64,
    out: *mut c_char,
    capacity: usize,
    length: *mut usize,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let out = unsafe { OutText::new(out, capacity, length)? };
        let found = choice::<IdentifierKind>(kind)?.synthetic(number);
        out.write(found.as_ref().map_or("", |found| found.compact()))
    })
}
