//! The keys of names, to be compared and stored.

use core::ffi::c_char;

use sceau::name::{NameError, fold, fold_icao, matches_icao};

use super::sided;
use crate::memory::{Out, OutText, answer, text};
use crate::parse::SceauParseResult;
use crate::status::SceauStatus;

/// Folds a name to the key letters from which RAMQ makes a health insurance number.
///
/// A text that is no name leaves the reason in `*parsed` and an empty key, which equals nothing.
/// `SCEAU_NAME_KEY_MAX` bytes suffice.
///
/// # Safety
///
/// `name` points to `name_len` bytes, `parsed` to one value, `out` to `capacity` bytes, `length` to
/// one value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_name_fold(
    name: *const c_char,
    name_len: usize,
    parsed: *mut SceauParseResult,
    out: *mut c_char,
    capacity: usize,
    length: *mut usize,
) -> SceauStatus {
    let fold = |name: &str, out: OutText| write(&fold(name), |key| key.as_str(), out);
    // SAFETY: the caller's promise is the same.
    unsafe { key(fold, name, name_len, parsed, out, capacity, length) }
}

/// Folds a name as a passport's machine readable zone writes it (ICAO Doc 9303-3): `A` to `Z`, and
/// `<` for spaces and hyphens.
///
/// As `sceau_name_fold` otherwise.
///
/// # Safety
///
/// As `sceau_name_fold`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_name_fold_icao(
    name: *const c_char,
    name_len: usize,
    parsed: *mut SceauParseResult,
    out: *mut c_char,
    capacity: usize,
    length: *mut usize,
) -> SceauStatus {
    let fold = |name: &str, out: OutText| write(&fold_icao(name), |key| key.as_str(), out);
    // SAFETY: the caller's promise is the same.
    unsafe { key(fold, name, name_len, parsed, out, capacity, length) }
}

/// Folds a name as `sceau_name_fold`, to a key that is to be stored: the name of the rule and its
/// version stand before it, as in `ramq1:COTE`.
///
/// A version of Sceau whose rule gives any name another key has another number there, so that keys
/// of two rules are never taken for one another. `SCEAU_NAME_VERSIONED_KEY_MAX` bytes suffice.
///
/// # Safety
///
/// As `sceau_name_fold`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_name_fold_versioned(
    name: *const c_char,
    name_len: usize,
    parsed: *mut SceauParseResult,
    out: *mut c_char,
    capacity: usize,
    length: *mut usize,
) -> SceauStatus {
    let fold = |name: &str, out: OutText| {
        write(&fold(name).map(|key| key.versioned()), |key| key.as_str(), out)
    };
    // SAFETY: the caller's promise is the same.
    unsafe { key(fold, name, name_len, parsed, out, capacity, length) }
}

/// Folds a name as `sceau_name_fold_icao`, to a key that is to be stored, such as `icao1:COTE<ROY`.
///
/// As `sceau_name_fold_versioned` otherwise.
///
/// # Safety
///
/// As `sceau_name_fold`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_name_fold_icao_versioned(
    name: *const c_char,
    name_len: usize,
    parsed: *mut SceauParseResult,
    out: *mut c_char,
    capacity: usize,
    length: *mut usize,
) -> SceauStatus {
    let fold = |name: &str, out: OutText| {
        write(&fold_icao(name).map(|key| key.versioned()), |key| key.as_str(), out)
    };
    // SAFETY: the caller's promise is the same.
    unsafe { key(fold, name, name_len, parsed, out, capacity, length) }
}

/// Tells whether what a machine readable zone has can be a name: under the recommended letters, or
/// under those that ICAO Doc 9303-3 allows beside them (`MUELLER`, `MULLER` or `MUXXLLER` for
/// Müller).
///
/// `machine` has up to 88 of `A` to `Z` and `<`; several `<` count as one, and those around the name
/// as none. A name that the zone cuts short does not match. `*matches` is 1 or 0; 0 if one of the
/// two could not be read: its reason is in `*parsed` then, and `*side` a number of `sceau_side`
/// (`machine` is the first), else 0.
///
/// # Safety
///
/// `machine` points to `machine_len` bytes, `name` to `name_len` bytes, `parsed`, `side` and
/// `matches` to one value each.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_name_matches_icao(
    machine: *const c_char,
    machine_len: usize,
    name: *const c_char,
    name_len: usize,
    parsed: *mut SceauParseResult,
    side: *mut u32,
    matches: *mut u32,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (machine, name) = unsafe { (text(machine, machine_len)?, text(name, name_len)?) };
        // SAFETY: as above.
        let (parsed_out, side_out, out) =
            unsafe { (Out::new(parsed)?, Out::new(side)?, Out::new(matches)?) };
        let found = matches_icao(machine, name);
        let (parsed, side) = sided(&found);
        parsed_out.write(parsed);
        side_out.write(side);
        out.write(u32::from(found == Ok(true)));
        Ok(())
    })
}

/// Makes a key of a name, and writes it and what the name is.
///
/// # Safety
///
/// As `sceau_name_fold`.
unsafe fn key(
    fold: impl Fn(&str, OutText) -> Result<SceauParseResult, SceauStatus>,
    name: *const c_char,
    name_len: usize,
    parsed: *mut SceauParseResult,
    out: *mut c_char,
    capacity: usize,
    length: *mut usize,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (name, parsed_out, out) = unsafe {
            let out = OutText::new(out, capacity, length)?;
            (text(name, name_len)?, Out::new(parsed)?, out)
        };
        parsed_out.write(fold(name, out)?);
        Ok(())
    })
}

/// Writes a key, or an empty one, and returns what the name is.
fn write<K>(
    key: &Result<K, NameError>,
    letters: impl Fn(&K) -> &str,
    out: OutText,
) -> Result<SceauParseResult, SceauStatus> {
    out.write(key.as_ref().map_or("", letters))?;
    Ok(SceauParseResult::of(key))
}
