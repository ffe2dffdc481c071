//! Numbers against the rules of their dates and check digits, and birth dates.

use core::ffi::c_char;

use sceau::identifier::{
    BirthDate, CardExpiry, Identifier, IdentifierError, Nam, NamBirth, Nas, Neq,
};
use sceau::time::Date;

use crate::memory::{Out, answer, text, value};
use crate::numbers::Numbered;
use crate::parse::SceauParseResult;
use crate::status::SceauStatus;
use crate::time::SceauDate;

/// What a NAM whose check digit fits says of a birth; it does not say whose.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct SceauNamBirth {
    /// The birth date, in the century that the check digit tells; all 0 if nothing is said.
    pub date: SceauDate,
    /// The code of the month, a number of `sceau_sex_code`; 0 if nothing is said.
    pub marker: u32,
}

/// Checks the date and the check digit of a NAM whose century nobody told.
///
/// It tries the hundred years that end `today`, then the hundred before; the check digit decides.
/// `sceau_nam_check_born` misses fewer mistakes, where a birth date is declared. The reason in
/// `*parsed` is one of parsing, with its place in the text, or `SCEAU_STATUS_IDENTIFIER_DATE` or
/// `SCEAU_STATUS_IDENTIFIER_CHECK_DIGIT`, with its place in the compact form.
///
/// # Safety
///
/// `typed` points to `typed_len` bytes, `today` to a date, `parsed` and `birth` to one value each.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_nam_check(
    typed: *const c_char,
    typed_len: usize,
    today: *const SceauDate,
    parsed: *mut SceauParseResult,
    birth: *mut SceauNamBirth,
) -> SceauStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { nam_check(Nam::check, typed, typed_len, today, parsed, birth) }
}

/// Checks the date and the check digit of a NAM, in the century of a declared birth date.
///
/// The date found may be another day than `born`: to compare them is the caller's. As
/// `sceau_nam_check` otherwise.
///
/// # Safety
///
/// As `sceau_nam_check`, with `born` for `today`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_nam_check_born(
    typed: *const c_char,
    typed_len: usize,
    born: *const SceauDate,
    parsed: *mut SceauParseResult,
    birth: *mut SceauNamBirth,
) -> SceauStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { nam_check(Nam::check_born, typed, typed_len, born, parsed, birth) }
}

/// Checks the check digit (Luhn) and the class of a NAS.
///
/// `*kind` is a number of `sceau_nas_kind`, or 0 with a reason in `*parsed`: one of parsing, with
/// its place in the text, or `SCEAU_STATUS_IDENTIFIER_CHECK_DIGIT` or
/// `SCEAU_STATUS_IDENTIFIER_NOT_A_SIN`, with its place in the compact form.
///
/// # Safety
///
/// `typed` points to `typed_len` bytes, `parsed` and `kind` to one value each.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_nas_check(
    typed: *const c_char,
    typed_len: usize,
    parsed: *mut SceauParseResult,
    kind: *mut u32,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (typed, parsed_out, out) =
            unsafe { (text(typed, typed_len)?, Out::new(parsed)?, Out::new(kind)?) };
        let found = Nas::parse(typed).and_then(|nas| nas.check());
        out.write(found.map_or(0, |kind| kind.number()));
        parsed_out.write(SceauParseResult::of(&found));
        Ok(())
    })
}

/// Checks how an NEQ begins, and the check digit (Luhn) of the eight digits behind.
///
/// `*kind` is a number of `sceau_neq_kind`, or 0 with a reason in `*parsed`: one of parsing, with its
/// place in the text, or `SCEAU_STATUS_IDENTIFIER_CHARACTER` (the first two digits) or
/// `SCEAU_STATUS_IDENTIFIER_CHECK_DIGIT`, with its place in the compact form.
///
/// # Safety
///
/// `typed` points to `typed_len` bytes, `parsed` and `kind` to one value each.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_neq_check(
    typed: *const c_char,
    typed_len: usize,
    parsed: *mut SceauParseResult,
    kind: *mut u32,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (typed, parsed_out, out) =
            unsafe { (text(typed, typed_len)?, Out::new(parsed)?, Out::new(kind)?) };
        let found = Neq::parse(typed).and_then(|neq| neq.check());
        out.write(found.map_or(0, |kind| kind.number()));
        parsed_out.write(SceauParseResult::of(&found));
        Ok(())
    })
}

/// Parses a card's expiry, `AAAA-MM`, into the last day of its month; `*last_day` is all 0 with a
/// reason in `*parsed`. That the card is good until then is an assumption: refuse nobody on it.
///
/// # Safety
///
/// `typed` points to `typed_len` bytes, `parsed` and `last_day` to one value each.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_card_expiry_parse(
    typed: *const c_char,
    typed_len: usize,
    parsed: *mut SceauParseResult,
    last_day: *mut SceauDate,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (typed, parsed_out, out) =
            unsafe { (text(typed, typed_len)?, Out::new(parsed)?, Out::new(last_day)?) };
        let found = CardExpiry::parse(typed);
        out.write(found.as_ref().map_or(SceauDate::NONE, |expiry| expiry.last_day().into()));
        parsed_out.write(SceauParseResult::of(&found));
        Ok(())
    })
}

/// Parses a birth date, `AAAA-MM-JJ`, into a date; `*date` is all 0 with a reason in `*parsed`.
///
/// # Safety
///
/// `typed` points to `typed_len` bytes, `parsed` and `date` to one value each.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_birth_date_parse(
    typed: *const c_char,
    typed_len: usize,
    parsed: *mut SceauParseResult,
    date: *mut SceauDate,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (typed, parsed_out, out) =
            unsafe { (text(typed, typed_len)?, Out::new(parsed)?, Out::new(date)?) };
        let found = BirthDate::parse(typed);
        out.write(found.as_ref().map_or(SceauDate::NONE, |born| born.date().into()));
        parsed_out.write(SceauParseResult::of(&found));
        Ok(())
    })
}

unsafe fn nam_check(
    check: fn(&Nam, Date) -> Result<NamBirth, IdentifierError>,
    typed: *const c_char,
    typed_len: usize,
    date: *const SceauDate,
    parsed: *mut SceauParseResult,
    birth: *mut SceauNamBirth,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (typed, date, parsed_out, out) =
            unsafe { (text(typed, typed_len)?, value(date)?, Out::new(parsed)?, Out::new(birth)?) };
        let date = date.try_into()?;
        let found = Nam::parse(typed).and_then(|nam| check(&nam, date));
        out.write(found.map_or(SceauNamBirth { date: SceauDate::NONE, marker: 0 }, |birth| {
            SceauNamBirth { date: birth.date.into(), marker: birth.marker.number() }
        }));
        parsed_out.write(SceauParseResult::of(&found));
        Ok(())
    })
}
