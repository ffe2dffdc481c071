//! The rules for new passwords.

use core::ffi::c_char;

use sceau::password::{PasswordContext, PasswordReasons};

use crate::limits::SCEAU_PASSWORD_REASONS_MAX;
use crate::memory::{Out, OutItems, answer, characters, text};
use crate::numbers::{Numbered, choice};
use crate::parse::SceauParseResult;
use crate::status::SceauStatus;
use crate::status::choice::Profile;

/// Checks a password that a person chose against every rule of a profile.
///
/// `policy` is a number of `sceau_password_policy`; `user_name` may be empty. `*parsed` says
/// whether the text can be a password at all, and else where it cannot; the broken rules, numbers
/// of `sceau_password_reason`, go to `reasons`, and how many they are to `*count`: at most
/// `SCEAU_PASSWORD_REASONS_MAX`, and none if the text cannot be a password.
///
/// # Safety
///
/// `password` points to `password_len` bytes, `user_name` to `user_name_len` bytes, `parsed` to one
/// value, `reasons` to `capacity` values, `count` to one value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_password_check(
    policy: u32,
    password: *const c_char,
    password_len: usize,
    user_name: *const c_char,
    user_name_len: usize,
    parsed: *mut SceauParseResult,
    reasons: *mut u32,
    capacity: usize,
    count: *mut usize,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (password, user_name) =
            unsafe { (characters(password, password_len)?, text(user_name, user_name_len)?) };
        // SAFETY: as above.
        let (parsed_out, out) =
            unsafe { (Out::new(parsed)?, OutItems::new(reasons, capacity, count)?) };
        let rules = choice::<Profile>(policy)?.rules();
        let checked = rules.check(password, &PasswordContext { user_name });
        let (broken, counted) = numbers_of(checked.unwrap_or_default());
        out.write(broken.get(..counted).unwrap_or_default())?;
        parsed_out.write(SceauParseResult::of(&checked));
        Ok(())
    })
}

/// Returns the numbers of the broken rules, and how many they are.
fn numbers_of(reasons: PasswordReasons) -> ([u32; SCEAU_PASSWORD_REASONS_MAX], usize) {
    let mut broken = [0; SCEAU_PASSWORD_REASONS_MAX];
    let mut counted = 0;
    for (place, reason) in broken.iter_mut().zip(reasons.iter()) {
        *place = reason.number();
        counted += 1;
    }
    (broken, counted)
}
