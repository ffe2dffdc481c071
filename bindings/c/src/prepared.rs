//! One-time codes of one secret, whose pads are absorbed once for as many codes as there are.

use core::ffi::c_char;

use sceau::otp::{
    Hotp, HotpOutcome, MIDSTATE_BYTES, PreparedHotp, PreparedTotp, TimeStep, TotpDrift, TotpOutcome,
};
use sceau::time::UnixTime;

use crate::code::SceauCode;
use crate::hotp::{self, SceauHotp};
use crate::limits::SCEAU_MIDSTATE_BYTES;
use crate::memory::{Out, answer, bytes, optional, text, value};
use crate::status::SceauStatus;
use crate::status::outcome::{SceauHotpOutcome, SceauTotpOutcome};
use crate::totp::{self, SceauTotp};

const _: () = assert!(SCEAU_MIDSTATE_BYTES == MIDSTATE_BYTES);

/// Codes by time for one secret. As secret as the secret: wipe it, and store it nowhere.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct SceauPreparedTotp {
    /// The parameters.
    pub totp: SceauTotp,
    /// What HMAC made of the secret.
    pub midstates: [u8; SCEAU_MIDSTATE_BYTES],
}

impl SceauPreparedTotp {
    fn core(&self) -> Result<PreparedTotp, SceauStatus> {
        // What has no rails was prepared without them.
        Ok(self.totp.core(totp::UNCHECKED)?.resume(&self.midstates))
    }
}

/// Codes by counter for one secret. As secret as the secret: wipe it, and store it nowhere.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct SceauPreparedHotp {
    /// The parameters.
    pub hotp: SceauHotp,
    /// What HMAC made of the secret.
    pub midstates: [u8; SCEAU_MIDSTATE_BYTES],
}

impl SceauPreparedHotp {
    fn core(&self) -> Result<PreparedHotp, SceauStatus> {
        let hotp: Hotp = self.hotp.core(hotp::UNCHECKED)?;
        Ok(hotp.resume(&self.midstates))
    }
}

/// Prepares a secret of 16 to 128 bytes for many codes by time.
///
/// # Safety
///
/// `totp` points to the parameters, `secret` to `secret_len` bytes, `prepared` to one value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_totp_prepare(
    totp: *const SceauTotp,
    secret: *const u8,
    secret_len: usize,
    prepared: *mut SceauPreparedTotp,
) -> SceauStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { prepare_totp(totp::CHECKED, totp, secret, secret_len, prepared) }
}

/// Prepares a secret without the guard rails, as `sceau_totp_code_unchecked_policy`.
///
/// # Safety
///
/// As `sceau_totp_prepare`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_totp_prepare_unchecked_policy(
    totp: *const SceauTotp,
    secret: *const u8,
    secret_len: usize,
    prepared: *mut SceauPreparedTotp,
) -> SceauStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { prepare_totp(totp::UNCHECKED, totp, secret, secret_len, prepared) }
}

/// Computes the code at `now_s`.
///
/// # Safety
///
/// `prepared` and `code` point to one value each.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_prepared_totp_code(
    prepared: *const SceauPreparedTotp,
    now_s: u64,
    code: *mut SceauCode,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (prepared, code) = unsafe { (value(prepared)?, Out::new(code)?) };
        code.write(SceauCode::from(&prepared.core()?.code(UnixTime::new(now_s))));
        Ok(())
    })
}

/// Verifies a code that a person typed at `now_s` on an authenticator whose clock is ahead by
/// `drift` steps, or behind where it is negative. Without drift, as `sceau_totp_verify`.
///
/// `drift` is 0 at first, and counts as the bound of the parameters if it is beyond; `*learned` is
/// what to store, with `*step`, and to pass the next time: the accepted code's, or the old one. The
/// rest is as with `sceau_totp_verify`.
///
/// # Safety
///
/// `prepared` points to one value, `typed` to `typed_len` bytes, `last`, unless it is null, to one
/// value, `outcome`, `step` and `learned` to one value each.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_prepared_totp_verify_drifting(
    prepared: *const SceauPreparedTotp,
    typed: *const c_char,
    typed_len: usize,
    now_s: u64,
    last: *const u64,
    drift: i32,
    outcome: *mut u32,
    step: *mut u64,
    learned: *mut i32,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (prepared, typed) = unsafe { (value(prepared)?, text(typed, typed_len)?) };
        // SAFETY: as above; `last` may be null.
        let (last, out, step, learned) =
            unsafe { (optional(last), Out::new(outcome)?, Out::new(step)?, Out::new(learned)?) };
        let edge = if drift < 0 { i8::MIN } else { i8::MAX };
        let drift = TotpDrift::new(i8::try_from(drift).unwrap_or(edge));
        let (now, before) = (UnixTime::new(now_s), last.map(TimeStep::new));
        let found = prepared.core()?.verify_drifting(typed, now, before, drift);
        let kept = last.unwrap_or(0);
        step.write(match found.outcome {
            TotpOutcome::Accepted { step } => step.get(),
            _ => kept,
        });
        learned.write(found.drift.steps().into());
        out.write(SceauTotpOutcome::from(found.outcome) as u32);
        Ok(())
    })
}

/// Prepares a secret of 16 to 128 bytes for many codes by counter.
///
/// # Safety
///
/// `hotp` points to the parameters, `secret` to `secret_len` bytes, `prepared` to one value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_hotp_prepare(
    hotp: *const SceauHotp,
    secret: *const u8,
    secret_len: usize,
    prepared: *mut SceauPreparedHotp,
) -> SceauStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { prepare_hotp(hotp::CHECKED, hotp, secret, secret_len, prepared) }
}

/// Prepares a secret without the guard rails, as `sceau_hotp_code_unchecked_policy`.
///
/// # Safety
///
/// As `sceau_hotp_prepare`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_hotp_prepare_unchecked_policy(
    hotp: *const SceauHotp,
    secret: *const u8,
    secret_len: usize,
    prepared: *mut SceauPreparedHotp,
) -> SceauStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { prepare_hotp(hotp::UNCHECKED, hotp, secret, secret_len, prepared) }
}

/// Computes the code of `counter`.
///
/// # Safety
///
/// `prepared` and `code` point to one value each.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_prepared_hotp_code(
    prepared: *const SceauPreparedHotp,
    counter: u64,
    code: *mut SceauCode,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (prepared, code) = unsafe { (value(prepared)?, Out::new(code)?) };
        code.write(SceauCode::from(&prepared.core()?.code(counter)));
        Ok(())
    })
}

/// Verifies a code as `sceau_hotp_verify` does.
///
/// # Safety
///
/// `prepared` points to one value, `typed` to `typed_len` bytes, `outcome` and `next` to one value
/// each.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_prepared_hotp_verify(
    prepared: *const SceauPreparedHotp,
    typed: *const c_char,
    typed_len: usize,
    counter: u64,
    outcome: *mut u32,
    next: *mut u64,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (prepared, typed) = unsafe { (value(prepared)?, text(typed, typed_len)?) };
        // SAFETY: as above.
        let (out, next_out) = unsafe { (Out::new(outcome)?, Out::new(next)?) };
        let found = prepared.core()?.verify(typed, counter)?;
        next_out.write(if let HotpOutcome::Accepted { next } = found { next } else { counter });
        out.write(SceauHotpOutcome::from(found) as u32);
        Ok(())
    })
}

/// Finds a token that ran far ahead by two codes that it showed one after the other, from
/// `counter` on (RFC 4226 section 7.4). Count an attempt for each call.
///
/// `*outcome` and `*next` are as with `sceau_hotp_verify`. The counters 2^64 - 2 and 2^64 - 1 are
/// `SCEAU_STATUS_OTP_COUNTER_EXHAUSTED`.
///
/// # Safety
///
/// `prepared` points to one value, `first` to `first_len` bytes, `second` to `second_len` bytes,
/// `outcome` and `next` to one value each.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_prepared_hotp_resynchronize(
    prepared: *const SceauPreparedHotp,
    first: *const c_char,
    first_len: usize,
    second: *const c_char,
    second_len: usize,
    counter: u64,
    outcome: *mut u32,
    next: *mut u64,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (prepared, first, second) =
            unsafe { (value(prepared)?, text(first, first_len)?, text(second, second_len)?) };
        // SAFETY: as above.
        let (out, next_out) = unsafe { (Out::new(outcome)?, Out::new(next)?) };
        let found = prepared.core()?.resynchronize(first, second, counter)?;
        next_out.write(if let HotpOutcome::Accepted { next } = found { next } else { counter });
        out.write(SceauHotpOutcome::from(found) as u32);
        Ok(())
    })
}

unsafe fn prepare_totp(
    rails: totp::Rails,
    totp: *const SceauTotp,
    secret: *const u8,
    secret_len: usize,
    prepared: *mut SceauPreparedTotp,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (totp, secret, out) =
            unsafe { (value(totp)?, bytes(secret, secret_len)?, Out::new(prepared)?) };
        let midstates = totp.core(rails)?.prepare(&(rails.secret)(secret)?).midstates();
        out.write(SceauPreparedTotp { totp, midstates });
        Ok(())
    })
}

unsafe fn prepare_hotp(
    rails: hotp::Rails,
    hotp: *const SceauHotp,
    secret: *const u8,
    secret_len: usize,
    prepared: *mut SceauPreparedHotp,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (hotp, secret, out) =
            unsafe { (value(hotp)?, bytes(secret, secret_len)?, Out::new(prepared)?) };
        let midstates = hotp.core(rails)?.prepare(&(rails.secret)(secret)?).midstates();
        out.write(SceauPreparedHotp { hotp, midstates });
        Ok(())
    })
}
