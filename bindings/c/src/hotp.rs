//! One-time codes by counter (RFC 4226).

use core::ffi::c_char;

use sceau::code::Digits;
use sceau::otp::{Hotp, HotpOutcome, OtpAlgorithm, OtpError, OtpSecret};

use crate::code::{SceauCode, digits};
use crate::memory::{Out, answer, bytes, text, value};
use crate::numbers::choice;
use crate::status::SceauStatus;
use crate::status::outcome::SceauHotpOutcome;

/// The parameters of codes by counter (RFC 4226), on which both sides agreed.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct SceauHotp {
    /// A number of `sceau_otp_algorithm`.
    pub algorithm: u32,
    /// 6 to 9.
    pub digits: u32,
    /// How many counters beyond the expected one are tried: 0 to 100.
    pub look_ahead: u32,
    /// How many counters beyond the expected one two codes are searched for: 0 to 1,000. Only
    /// `sceau_prepared_hotp_resynchronize` looks at it.
    pub resync: u32,
}

/// The guard rails: how the bytes of a secret, and the parameters, become what the core takes.
#[derive(Clone, Copy)]
pub(crate) struct Rails {
    pub(crate) secret: fn(&[u8]) -> Result<OtpSecret, OtpError>,
    hotp: fn(OtpAlgorithm, Digits, u8) -> Result<Hotp, OtpError>,
}

pub(crate) const CHECKED: Rails = Rails { secret: OtpSecret::new, hotp: Hotp::new };

pub(crate) const UNCHECKED: Rails = Rails {
    secret: OtpSecret::new_unchecked_policy,
    hotp: |algorithm, digits, ahead| Ok(Hotp::new_unchecked_policy(algorithm, digits, ahead)),
};

impl SceauHotp {
    pub(crate) fn core(self, rails: Rails) -> Result<Hotp, SceauStatus> {
        let ahead = u8::try_from(self.look_ahead).map_err(|_| OtpError::LookAhead)?;
        let hotp = (rails.hotp)(choice(self.algorithm)?, digits(self.digits)?, ahead)?;
        Ok(hotp.with_resync(u16::try_from(self.resync).unwrap_or(u16::MAX))?)
    }
}

/// Computes the code of `counter` for a secret of 16 to 128 bytes.
///
/// # Safety
///
/// `hotp` points to the parameters, `secret` to `secret_len` bytes, `code` to one value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_hotp_code(
    hotp: *const SceauHotp,
    secret: *const u8,
    secret_len: usize,
    counter: u64,
    code: *mut SceauCode,
) -> SceauStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { code_of(CHECKED, hotp, secret, secret_len, counter, code) }
}

/// Computes the code of `counter` for a secret of 1 to 128 bytes and a look-ahead of up to 255: for
/// what another system made, until its owner has a new one.
///
/// # Safety
///
/// As `sceau_hotp_code`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_hotp_code_unchecked_policy(
    hotp: *const SceauHotp,
    secret: *const u8,
    secret_len: usize,
    counter: u64,
    code: *mut SceauCode,
) -> SceauStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { code_of(UNCHECKED, hotp, secret, secret_len, counter, code) }
}

/// Verifies a code that a person typed against the counters from `counter` to the end of the
/// look-ahead, all of which are computed. The secret has 16 to 128 bytes.
///
/// `*outcome` is a number of `sceau_hotp_outcome`. `*next` is what to store, and to pass as
/// `counter` the next time: the counter behind the accepted one, or `counter` itself.
///
/// # Safety
///
/// `hotp` points to the parameters, `secret` to `secret_len` bytes, `typed` to `typed_len` bytes,
/// `outcome` and `next` to one value each.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_hotp_verify(
    hotp: *const SceauHotp,
    secret: *const u8,
    secret_len: usize,
    typed: *const c_char,
    typed_len: usize,
    counter: u64,
    outcome: *mut u32,
    next: *mut u64,
) -> SceauStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { verify(CHECKED, hotp, secret, secret_len, typed, typed_len, counter, outcome, next) }
}

/// Verifies a code as `sceau_hotp_verify` does, without the guard rails, as
/// `sceau_hotp_code_unchecked_policy`.
///
/// # Safety
///
/// As `sceau_hotp_verify`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_hotp_verify_unchecked_policy(
    hotp: *const SceauHotp,
    secret: *const u8,
    secret_len: usize,
    typed: *const c_char,
    typed_len: usize,
    counter: u64,
    outcome: *mut u32,
    next: *mut u64,
) -> SceauStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { verify(UNCHECKED, hotp, secret, secret_len, typed, typed_len, counter, outcome, next) }
}

unsafe fn code_of(
    rails: Rails,
    hotp: *const SceauHotp,
    secret: *const u8,
    secret_len: usize,
    counter: u64,
    code: *mut SceauCode,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (hotp, secret, out) =
            unsafe { (value(hotp)?, bytes(secret, secret_len)?, Out::new(code)?) };
        let code = hotp.core(rails)?.code(&(rails.secret)(secret)?, counter);
        out.write(SceauCode::from(&code));
        Ok(())
    })
}

unsafe fn verify(
    rails: Rails,
    hotp: *const SceauHotp,
    secret: *const u8,
    secret_len: usize,
    typed: *const c_char,
    typed_len: usize,
    counter: u64,
    outcome: *mut u32,
    next: *mut u64,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (hotp, secret, typed) =
            unsafe { (value(hotp)?, bytes(secret, secret_len)?, text(typed, typed_len)?) };
        // SAFETY: as above.
        let (out, next_out) = unsafe { (Out::new(outcome)?, Out::new(next)?) };
        let found = hotp.core(rails)?.verify(&(rails.secret)(secret)?, typed, counter)?;
        next_out.write(if let HotpOutcome::Accepted { next } = found { next } else { counter });
        out.write(SceauHotpOutcome::from(found) as u32);
        Ok(())
    })
}
