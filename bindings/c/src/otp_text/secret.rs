//! Secrets as Base32.

use core::ffi::c_char;

use sceau::otp::OtpSecret;

use super::{Empty, parse};
use crate::limits::SCEAU_OTP_SECRET_MAX;
use crate::memory::{OutText, answer, bytes};
use crate::parse::SceauParseResult;
use crate::status::SceauStatus;

/// The bytes of a secret. Wipe it.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct SceauOtpSecret {
    /// How many bytes it has: 1 to `SCEAU_OTP_SECRET_MAX`; 0 for none.
    pub length: usize,
    /// The bytes, and zeros behind them.
    pub bytes: [u8; SCEAU_OTP_SECRET_MAX],
}

impl SceauOtpSecret {
    pub(super) const NONE: Self = Self { length: 0, bytes: [0; SCEAU_OTP_SECRET_MAX] };

    pub(super) fn of(secret: &OtpSecret) -> Self {
        let mut out = Self { length: secret.expose().len(), ..Self::NONE };
        out.bytes.iter_mut().zip(secret.expose()).for_each(|(place, byte)| *place = *byte);
        out
    }

    pub(super) fn core(&self) -> Result<OtpSecret, SceauStatus> {
        let bytes = self.bytes.get(..self.length).ok_or(SceauStatus::OtpSecretTooLong)?;
        Ok(OtpSecret::new_unchecked_policy(bytes)?)
    }
}

impl Empty for SceauOtpSecret {
    const EMPTY: Self = Self::NONE;
}

/// Reads a secret of 16 to 128 bytes from Base32 (RFC 4648 section 6). The digits 0, 1, 8 and 9 are
/// no Base32, and are taken for no letter.
///
/// `reading` is a number of `sceau_otp_reading`. If `result->reason` is not 0, the text is no such
/// secret, and `*secret` is empty.
///
/// # Safety
///
/// `base32` points to `base32_len` bytes, `result` and `secret` to one value each.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_otp_secret_parse(
    base32: *const c_char,
    base32_len: usize,
    reading: u32,
    result: *mut SceauParseResult,
    secret: *mut SceauOtpSecret,
) -> SceauStatus {
    let read = OtpSecret::from_base32;
    // SAFETY: the caller's promise is the same.
    unsafe { parse(read, SceauOtpSecret::of, base32, base32_len, reading, result, secret) }
}

/// Reads a secret as `sceau_otp_secret_parse` does, from one byte on: for one that another system
/// made too short, until its owner has a new one.
///
/// # Safety
///
/// As `sceau_otp_secret_parse`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_otp_secret_parse_unchecked_policy(
    base32: *const c_char,
    base32_len: usize,
    reading: u32,
    result: *mut SceauParseResult,
    secret: *mut SceauOtpSecret,
) -> SceauStatus {
    let read = OtpSecret::from_base32_unchecked_policy;
    // SAFETY: the caller's promise is the same.
    unsafe { parse(read, SceauOtpSecret::of, base32, base32_len, reading, result, secret) }
}

/// Writes a secret of 1 to 128 bytes as upper-case Base32 without padding, which every app reads.
///
/// # Safety
///
/// `secret` points to `secret_len` bytes, `out` to `capacity` bytes, `length` to one value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_otp_secret_base32(
    secret: *const u8,
    secret_len: usize,
    out: *mut c_char,
    capacity: usize,
    length: *mut usize,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (secret, out) =
            unsafe { (bytes(secret, secret_len)?, OutText::new(out, capacity, length)?) };
        out.write(OtpSecret::new_unchecked_policy(secret)?.to_base32().as_str())
    })
}

/// Writes a secret as `sceau_otp_secret_base32` does, in groups of four, to be typed by a person.
///
/// # Safety
///
/// As `sceau_otp_secret_base32`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_otp_secret_base32_groups(
    secret: *const u8,
    secret_len: usize,
    out: *mut c_char,
    capacity: usize,
    length: *mut usize,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (secret, out) =
            unsafe { (bytes(secret, secret_len)?, OutText::new(out, capacity, length)?) };
        out.write(OtpSecret::new_unchecked_policy(secret)?.to_base32_groups().as_str())
    })
}

const _: () = assert!(SCEAU_OTP_SECRET_MAX == OtpSecret::MAX_BYTES);
