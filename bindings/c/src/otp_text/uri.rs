//! `otpauth://` URIs.

use core::ffi::c_char;

use sceau::code::Digits;
use sceau::otp::{OtpAlgorithm, OtpFactor, OtpSecret, OtpTextError, OtpUri};
use sceau::time::Seconds;

use super::secret::SceauOtpSecret;
use super::{Empty, parse};
use crate::code::digits;
use crate::limits::{SCEAU_OTP_ACCOUNT_MAX, SCEAU_OTP_ISSUER_MAX};
use crate::memory::{Out, OutText, answer, field, unfield, value};
use crate::numbers::{Numbered, choice};
use crate::parse::SceauParseResult;
use crate::status::SceauStatus;

/// What an `otpauth://` URI says: whose secret this is, and how codes are made of it. Wipe it.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct SceauOtpUri {
    /// A number of `sceau_otp_factor`.
    pub factor: u32,
    /// A number of `sceau_otp_algorithm`.
    pub algorithm: u32,
    /// 6 to 9.
    pub digits: u32,
    /// How long a step lasts, in seconds; 0 for codes by counter.
    pub period_s: u32,
    /// The counter of the first code; 0 for codes by time.
    pub counter: u64,
    /// The secret.
    pub secret: SceauOtpSecret,
    /// The service's name, with a NUL behind it; empty if the URI names none.
    pub issuer: [c_char; SCEAU_OTP_ISSUER_MAX],
    /// The person's name at the service, with a NUL behind it.
    pub account: [c_char; SCEAU_OTP_ACCOUNT_MAX],
}

impl SceauOtpUri {
    const NONE: Self = Self {
        factor: 0,
        algorithm: 0,
        digits: 0,
        period_s: 0,
        counter: 0,
        secret: SceauOtpSecret::NONE,
        issuer: [0; SCEAU_OTP_ISSUER_MAX],
        account: [0; SCEAU_OTP_ACCOUNT_MAX],
    };

    fn of(uri: &OtpUri) -> Self {
        let (period, counter) = match uri.factor() {
            OtpFactor::Period { period } => (period.get(), 0),
            OtpFactor::Counter { counter } => (0, counter),
        };
        Self {
            factor: uri.factor().number(),
            algorithm: uri.algorithm().number(),
            digits: uri.digits().get().into(),
            period_s: u32::try_from(period).unwrap_or(u32::MAX),
            counter,
            secret: SceauOtpSecret::of(uri.secret()),
            issuer: field(uri.issuer()),
            account: field(uri.account()),
        }
    }
}

impl Empty for SceauOtpUri {
    const EMPTY: Self = Self::NONE;
}

/// Reads an `otpauth://` URI whose secret has 16 to 128 bytes and whose period is 15 to 120 s.
///
/// `reading` is a number of `sceau_otp_reading`. If `result->reason` is not 0, the text is no such
/// URI, and `*uri` is all zeros.
///
/// # Safety
///
/// `text` points to `text_len` bytes, `result` and `uri` to one value each.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_otp_uri_parse(
    text: *const c_char,
    text_len: usize,
    reading: u32,
    result: *mut SceauParseResult,
    uri: *mut SceauOtpUri,
) -> SceauStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { parse(OtpUri::parse, SceauOtpUri::of, text, text_len, reading, result, uri) }
}

/// Reads a URI as `sceau_otp_uri_parse` does, with a secret from one byte and a period from one
/// second: for what another system made, until its owner has a new one.
///
/// # Safety
///
/// As `sceau_otp_uri_parse`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_otp_uri_parse_unchecked_policy(
    text: *const c_char,
    text_len: usize,
    reading: u32,
    result: *mut SceauParseResult,
    uri: *mut SceauOtpUri,
) -> SceauStatus {
    let read = OtpUri::parse_unchecked_policy;
    // SAFETY: the caller's promise is the same.
    unsafe { parse(read, SceauOtpUri::of, text, text_len, reading, result, uri) }
}

/// Writes the `otpauth://` URI that pairs an app, with what every app reads: SHA-1, six digits, a
/// period of 30 s, a secret of 16 bytes or more, an issuer and an account.
///
/// If `result->reason` is not 0, no such URI can be, and the text is empty; `result->at` is the
/// place in the issuer or the account.
///
/// # Safety
///
/// `uri` and `result` point to one value each, `out` to `capacity` bytes, `length` to one value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_otp_uri_write(
    uri: *const SceauOtpUri,
    result: *mut SceauParseResult,
    out: *mut c_char,
    capacity: usize,
    length: *mut usize,
) -> SceauStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { write(OtpUri::new, uri, result, out, capacity, length) }
}

/// Writes a URI as `sceau_otp_uri_write` does, with any parameters. Many apps ignore what they do
/// not know, and then show codes that are always wrong: for apps that one has tried.
///
/// # Safety
///
/// As `sceau_otp_uri_write`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_otp_uri_write_unchecked_policy(
    uri: *const SceauOtpUri,
    result: *mut SceauParseResult,
    out: *mut c_char,
    capacity: usize,
    length: *mut usize,
) -> SceauStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { write(OtpUri::new_unchecked_policy, uri, result, out, capacity, length) }
}

/// What makes a URI of its parts.
type Build =
    fn(&str, &str, OtpSecret, OtpAlgorithm, Digits, OtpFactor) -> Result<OtpUri, OtpTextError>;

unsafe fn write(
    build: Build,
    uri: *const SceauOtpUri,
    result: *mut SceauParseResult,
    out: *mut c_char,
    capacity: usize,
    length: *mut usize,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (uri, result, out) =
            unsafe { (value(uri)?, Out::new(result)?, OutText::new(out, capacity, length)?) };
        let (issuer, account) = (unfield(&uri.issuer), unfield(&uri.account));
        let factor = match choice::<OtpFactor>(uri.factor)? {
            OtpFactor::Period { .. } => {
                OtpFactor::Period { period: Seconds::new(uri.period_s.into()) }
            }
            OtpFactor::Counter { .. } => OtpFactor::Counter { counter: uri.counter },
        };
        let (algorithm, digits) = (choice(uri.algorithm)?, digits(uri.digits)?);
        let (issuer, account) = (named(&issuer)?, named(&account)?);
        let made = build(issuer, account, uri.secret.core()?, algorithm, digits, factor);
        match &made {
            Ok(made) => out.write(made.to_text().as_str())?,
            Err(_) => out.write("")?,
        }
        result.write(SceauParseResult::of(&made));
        Ok(())
    })
}

/// Takes the text of a field.
fn named<const N: usize>((bytes, length): &([u8; N], usize)) -> Result<&str, SceauStatus> {
    str::from_utf8(bytes.get(..*length).unwrap_or_default()).map_err(|_| SceauStatus::NotUtf8)
}

const _: () = {
    assert!(SCEAU_OTP_ISSUER_MAX == OtpUri::MAX_ISSUER_BYTES + 1);
    assert!(SCEAU_OTP_ACCOUNT_MAX == OtpUri::MAX_ACCOUNT_BYTES + 1);
};
