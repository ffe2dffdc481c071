//! Québec's identifiers.
//!
//! A text goes in as it was typed, or as it was stored (a compact form parses back to itself), so
//! there is no value to keep.

pub mod check;
pub mod pseudonym;
pub mod typing;

use core::ffi::c_char;

use sceau::identifier::{IdentifierError, IdentifierKind};

use crate::memory::{Out, OutText, answer, text, value};
use crate::numbers::{Numbered, choice};
use crate::parse::SceauParseResult;
use crate::status::SceauStatus;
use crate::time::SceauDate;

/// Parses an identifier and writes its compact form: what to store, compare and send.
///
/// `kind` is a number of `sceau_identifier_kind`. A text that is no such identifier leaves the
/// reason in `*parsed` and an empty text in `out`. `SCEAU_IDENTIFIER_MAX` bytes suffice.
///
/// # Safety
///
/// `typed` points to `typed_len` bytes, `parsed` to one value, `out` to `capacity` bytes, `length`
/// to one value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_identifier_parse(
    kind: u32,
    typed: *const c_char,
    typed_len: usize,
    parsed: *mut SceauParseResult,
    out: *mut c_char,
    capacity: usize,
    length: *mut usize,
) -> SceauStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { form(Form::Compact, kind, typed, typed_len, parsed, out, capacity, length) }
}

/// Parses an identifier and writes the form that people read, which parses back to the same value.
///
/// As `sceau_identifier_parse` otherwise.
///
/// # Safety
///
/// As `sceau_identifier_parse`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_identifier_display(
    kind: u32,
    typed: *const c_char,
    typed_len: usize,
    parsed: *mut SceauParseResult,
    out: *mut c_char,
    capacity: usize,
    length: *mut usize,
) -> SceauStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { form(Form::Display, kind, typed, typed_len, parsed, out, capacity, length) }
}

/// Parses an identifier and writes its display form with a dot for every letter and digit; of a
/// number the last two characters stay where they are digits.
///
/// As `sceau_identifier_parse` otherwise; `SCEAU_IDENTIFIER_MASKED_MAX` bytes suffice.
///
/// # Safety
///
/// As `sceau_identifier_parse`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_identifier_mask(
    kind: u32,
    typed: *const c_char,
    typed_len: usize,
    parsed: *mut SceauParseResult,
    out: *mut c_char,
    capacity: usize,
    length: *mut usize,
) -> SceauStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { form(Form::Masked, kind, typed, typed_len, parsed, out, capacity, length) }
}

/// Tells how much of an identifier could be checked, on the civil date `today`.
///
/// `*level` is a number of `sceau_level`, or 0 if the text is no such identifier.
///
/// # Safety
///
/// `typed` points to `typed_len` bytes, `today` to a date, `parsed` and `level` to one value each.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_identifier_level(
    kind: u32,
    typed: *const c_char,
    typed_len: usize,
    today: *const SceauDate,
    parsed: *mut SceauParseResult,
    level: *mut u32,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (typed, today, parsed_out, out) = unsafe {
            (text(typed, typed_len)?, value(today)?, Out::new(parsed)?, Out::new(level)?)
        };
        let (kind, today) = (choice::<IdentifierKind>(kind)?, today.try_into()?);
        let found = kind.parse(typed).map(|identifier| identifier.level(today));
        out.write(found.map_or(0, |level| level.number()));
        parsed_out.write(SceauParseResult::of(&found));
        Ok(())
    })
}

/// The three ways of writing an identifier.
#[derive(Clone, Copy)]
enum Form {
    Compact,
    Display,
    Masked,
}

unsafe fn form(
    form: Form,
    kind: u32,
    typed: *const c_char,
    typed_len: usize,
    parsed: *mut SceauParseResult,
    out: *mut c_char,
    capacity: usize,
    length: *mut usize,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (typed, parsed_out, out) = unsafe {
            let out = OutText::new(out, capacity, length)?;
            (text(typed, typed_len)?, Out::new(parsed)?, out)
        };
        let parsed = write_form(form, choice(kind)?, typed, out)?;
        parsed_out.write(SceauParseResult::of(&parsed));
        Ok(())
    })
}

/// Writes nothing unless the text fits; an identifier that there is none of is an empty text.
fn write_form(
    form: Form,
    kind: IdentifierKind,
    typed: &str,
    out: OutText,
) -> Result<Result<(), IdentifierError>, SceauStatus> {
    let identifier = match kind.parse(typed) {
        Ok(identifier) => identifier,
        Err(reason) => return out.write("").map(|()| Err(reason)),
    };
    match form {
        Form::Compact => out.write(identifier.compact()),
        Form::Display => out.write(&identifier.display()),
        Form::Masked => out.write(&identifier.masked()),
    }
    .map(Ok)
}
