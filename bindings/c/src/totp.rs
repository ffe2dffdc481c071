//! One-time codes by time (RFC 6238).

use core::ffi::c_char;

use sceau::code::Digits;
use sceau::otp::{OtpAlgorithm, OtpError, OtpSecret, TimeStep, Totp, TotpOutcome, TotpWindow};
use sceau::time::{Seconds, UnixTime};

use crate::code::{SceauCode, digits};
use crate::memory::{Out, answer, bytes, optional, text, value};
use crate::numbers::choice;
use crate::status::SceauStatus;
use crate::status::outcome::SceauTotpOutcome;

/// The parameters of codes by time (RFC 6238), on which both sides agreed.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct SceauTotp {
    /// A number of `sceau_otp_algorithm`.
    pub algorithm: u32,
    /// 6 to 9.
    pub digits: u32,
    /// How long a step lasts: 15 to 120 s; 30 s is what every authenticator app reads.
    pub period_s: u32,
    /// How many steps before the current one are accepted: 0 to 10, best 1.
    pub past: u32,
    /// How many steps after the current one are accepted: 0 to 10, best 1.
    pub future: u32,
    /// For how many seconds after its end a step counts as current: best 0.
    pub past_s: u32,
    /// For how many seconds before its beginning a step counts as current: best 0. Steps and
    /// seconds come to at most 10 steps on either side.
    pub future_s: u32,
    /// How far a clock's drift is followed, in steps: 0, which follows none, to 20. Only
    /// `sceau_prepared_totp_verify_drifting` looks at it.
    pub drift: u32,
}

/// Tells the moment from which on a code of `step` is accepted no longer, its window and no drift
/// counted; `UINT64_MAX` if there is none.
///
/// # Safety
///
/// `totp` points to the parameters, `until_s` to one value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_totp_accepted_until(
    totp: *const SceauTotp,
    step: u64,
    until_s: *mut u64,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (totp, until_s) = unsafe { (value(totp)?, Out::new(until_s)?) };
        until_s.write(totp.core(CHECKED)?.accepted_until(TimeStep::new(step)).seconds());
        Ok(())
    })
}

/// The guard rails: how the bytes of a secret, and the parameters, become what the core takes.
#[derive(Clone, Copy)]
pub(crate) struct Rails {
    pub(crate) secret: fn(&[u8]) -> Result<OtpSecret, OtpError>,
    window: fn(u8, u8) -> Result<TotpWindow, OtpError>,
    totp: fn(OtpAlgorithm, Digits, Seconds, TotpWindow) -> Result<Totp, OtpError>,
}

pub(crate) const CHECKED: Rails =
    Rails { secret: OtpSecret::new, window: TotpWindow::new, totp: Totp::new };

pub(crate) const UNCHECKED: Rails = Rails {
    secret: OtpSecret::new_unchecked_policy,
    window: |past, future| Ok(TotpWindow::new_unchecked_policy(past, future)),
    totp: Totp::new_unchecked_policy,
};

impl SceauTotp {
    pub(crate) fn core(self, rails: Rails) -> Result<Totp, SceauStatus> {
        let steps = |number| u8::try_from(number).map_err(|_| OtpError::Window);
        let seconds = |number| Seconds::new(u64::from(number));
        let window = (rails.window)(steps(self.past)?, steps(self.future)?)?
            .with_seconds(seconds(self.past_s), seconds(self.future_s))?;
        let period = seconds(self.period_s);
        let totp = (rails.totp)(choice(self.algorithm)?, digits(self.digits)?, period, window)?;
        Ok(totp.with_drift(u8::try_from(self.drift).unwrap_or(u8::MAX))?)
    }
}

/// Computes the code at `now_s` for a secret of 16 to 128 bytes.
///
/// # Safety
///
/// `totp` points to the parameters, `secret` to `secret_len` bytes, `code` to one value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_totp_code(
    totp: *const SceauTotp,
    secret: *const u8,
    secret_len: usize,
    now_s: u64,
    code: *mut SceauCode,
) -> SceauStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { code_of(CHECKED, totp, secret, secret_len, now_s, code) }
}

/// Computes the code at `now_s` for a secret of 1 to 128 bytes, any period from 1 s and windows of
/// up to 255 steps and 65,535 s: for what another system made, until its owner has a new one.
///
/// # Safety
///
/// As `sceau_totp_code`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_totp_code_unchecked_policy(
    totp: *const SceauTotp,
    secret: *const u8,
    secret_len: usize,
    now_s: u64,
    code: *mut SceauCode,
) -> SceauStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { code_of(UNCHECKED, totp, secret, secret_len, now_s, code) }
}

/// Verifies a code that a person typed at `now_s`; the whole window is always computed. The secret
/// has 16 to 128 bytes.
///
/// `last` points to the step that was accepted last, or is null if none was. `*outcome` is a number
/// of `sceau_totp_outcome`. `*step` is what to store, and to pass as `last` the next time: the step
/// accepted now, or the one accepted last; 0 if there is neither.
///
/// # Safety
///
/// `totp` points to the parameters, `secret` to `secret_len` bytes, `typed` to `typed_len` bytes,
/// `last`, unless it is null, to one value, `outcome` and `step` to one value each.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_totp_verify(
    totp: *const SceauTotp,
    secret: *const u8,
    secret_len: usize,
    typed: *const c_char,
    typed_len: usize,
    now_s: u64,
    last: *const u64,
    outcome: *mut u32,
    step: *mut u64,
) -> SceauStatus {
    // SAFETY: the caller's promise is the same.
    unsafe {
        verify(CHECKED, totp, secret, secret_len, typed, typed_len, now_s, last, outcome, step)
    }
}

/// Verifies a code as `sceau_totp_verify` does, without the guard rails, as
/// `sceau_totp_code_unchecked_policy`.
///
/// # Safety
///
/// As `sceau_totp_verify`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_totp_verify_unchecked_policy(
    totp: *const SceauTotp,
    secret: *const u8,
    secret_len: usize,
    typed: *const c_char,
    typed_len: usize,
    now_s: u64,
    last: *const u64,
    outcome: *mut u32,
    step: *mut u64,
) -> SceauStatus {
    // SAFETY: the caller's promise is the same.
    unsafe {
        verify(UNCHECKED, totp, secret, secret_len, typed, typed_len, now_s, last, outcome, step)
    }
}

/// Tells the step at `now_s`, and for how many seconds it still lasts: 1 to the period.
///
/// # Safety
///
/// `totp` points to the parameters, `step` and `remaining_s` to one value each.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_totp_step(
    totp: *const SceauTotp,
    now_s: u64,
    step: *mut u64,
    remaining_s: *mut u64,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (totp, step, remaining_s) =
            unsafe { (value(totp)?, Out::new(step)?, Out::new(remaining_s)?) };
        let (totp, now) = (totp.core(CHECKED)?, UnixTime::new(now_s));
        step.write(totp.step(now).get());
        remaining_s.write(totp.remaining(now).get());
        Ok(())
    })
}

unsafe fn code_of(
    rails: Rails,
    totp: *const SceauTotp,
    secret: *const u8,
    secret_len: usize,
    now_s: u64,
    code: *mut SceauCode,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (totp, secret, out) =
            unsafe { (value(totp)?, bytes(secret, secret_len)?, Out::new(code)?) };
        let code = totp.core(rails)?.code(&(rails.secret)(secret)?, UnixTime::new(now_s));
        out.write(SceauCode::from(&code));
        Ok(())
    })
}

unsafe fn verify(
    rails: Rails,
    totp: *const SceauTotp,
    secret: *const u8,
    secret_len: usize,
    typed: *const c_char,
    typed_len: usize,
    now_s: u64,
    last: *const u64,
    outcome: *mut u32,
    step: *mut u64,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (totp, secret, typed) =
            unsafe { (value(totp)?, bytes(secret, secret_len)?, text(typed, typed_len)?) };
        // SAFETY: as above; `last` may be null.
        let (last, out, step) = unsafe { (optional(last), Out::new(outcome)?, Out::new(step)?) };
        let (totp, secret, now) =
            (totp.core(rails)?, (rails.secret)(secret)?, UnixTime::new(now_s));
        let found = totp.verify(&secret, typed, now, last.map(TimeStep::new));
        let kept = last.unwrap_or(0);
        step.write(if let TotpOutcome::Accepted { step } = found { step.get() } else { kept });
        out.write(SceauTotpOutcome::from(found) as u32);
        Ok(())
    })
}
