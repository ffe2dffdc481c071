//! HOTP-SHA-1 against those that others make codes with, and a window against its codes.

use std::error::Error;
use std::ffi::CStr;
use std::hint::black_box;
use std::time::Duration;

use hmac::{Hmac, KeyInit, Mac};
use sceau::code::Digits;
use sceau::otp::{Hotp, OtpAlgorithm, OtpSecret, PreparedHotp, Totp, TotpOutcome, TotpWindow};
use sceau::time::{Seconds, UnixTime};
use sceau_benches::pairs::{Plan, compare as compare_pairs, time};
use sha1::Sha1;
use totp_rs::Builder;

use crate::table;

/// Compares codes from the bytes of a key, codes from a prepared key, and the verification of a
/// window.
///
/// # Errors
///
/// If a peer makes another code, since its time would then mean nothing.
pub(crate) fn compare() -> Result<(), Box<dyn Error>> {
    let hotp = Hotp::new(OtpAlgorithm::Sha1, Digits::SIX, 0)?;
    // Every peer keeps the bytes of the key, and absorbs them again for each code.
    let secret = OtpSecret::new(KEY)?;
    let prepared = hotp.prepare(&secret);
    let from_key = |counter| hotp.code(black_box(&secret), counter);
    let text = |counter| from_key(counter).compact();
    let totp = Builder::new().with_secret(KEY).with_step_duration(1).build_noncompliant();

    for counter in 0..100 {
        let ours = text(counter);
        agrees("totp-rs", ours.as_str(), &totp.generate(counter).to_string())?;
        agrees("hmac", ours.as_str(), &format!("{:06}", rust_crypto(counter)?))?;
        agrees("liboath", ours.as_str(), std::str::from_utf8(&liboath(counter)?)?)?;
    }

    let peer = concat!("totp-rs ", env!("VERSION_TOTP_RS"));
    row("HOTP, key", peer, || codes(from_key), || codes(|counter| totp.generate(counter)))?;
    let peer = concat!("liboath ", env!("VERSION_LIBOATH"));
    row("HOTP, key", peer, || codes(text), || codes(liboath))?;
    let peer = concat!("hmac ", env!("VERSION_HMAC"));
    row("HOTP, key", peer, || codes(from_key), || codes(rust_crypto))?;
    let code = |counter| prepared.code(counter);
    row("HOTP, prepared", peer, || codes(code), || codes(rust_crypto))?;
    windows(&prepared)
}

/// Compares the verification of a window of one step on either side with three codes.
fn windows(prepared: &PreparedHotp) -> Result<(), Box<dyn Error>> {
    let period = Seconds::new(30);
    let totp = Totp::new(OtpAlgorithm::Sha1, Digits::SIX, period, TotpWindow::DEFAULT)?;
    let secret = OtpSecret::new(KEY)?;
    let key = totp.prepare(&secret);
    let now = |step: u64| UnixTime::new(30 * (1_000_000 + step));
    let absent = (0..3 * CODES).all(|step| key.code(now(step)).compact().as_str() != TYPED);
    if !absent || key.verify(TYPED, now(0), None) != TotpOutcome::Mismatch {
        return Err("the code of the benchmark is one of the window's".into());
    }
    let three = |step| [step, step + 1, step + 2].map(|step| prepared.code(step));
    let ours = |step| key.verify(TYPED, now(step), None);
    row("TOTP, prepared", "(three codes)", || codes(ours), || codes(three))?;
    let ours = |step| totp.verify(&secret, TYPED, now(step), None);
    let three = |step| [step, step + 1, step + 2].map(|step| key.totp().code(&secret, now(step)));
    row("TOTP, key", "(three codes)", || codes(ours), || codes(three))
}

fn row(
    work: &str,
    peer: &str,
    mut ours: impl FnMut() -> Duration,
    mut theirs: impl FnMut() -> Duration,
) -> Result<(), Box<dyn Error>> {
    let found = compare_pairs(Plan::FIVE, || Ok::<_, Box<dyn Error>>(ours()), || Ok(theirs()))?;
    if let Some(found) = found {
        table::row(work, peer, &found);
    }
    Ok(())
}

/// Returns how long it takes to make many codes.
fn codes<T>(code: impl Fn(u64) -> T) -> Duration {
    time(|| {
        for counter in 0..CODES {
            black_box(code(black_box(counter)));
        }
    })
}

fn agrees(peer: &str, ours: &str, theirs: &str) -> Result<(), Box<dyn Error>> {
    if ours == theirs { Ok(()) } else { Err(format!("{peer} makes another code").into()) }
}

/// HOTP as RFC 4226 writes it, over RustCrypto's HMAC.
fn rust_crypto(counter: u64) -> Result<u32, Box<dyn Error>> {
    let mut mac = Hmac::<Sha1>::new_from_slice(black_box(KEY))?;
    mac.update(&counter.to_be_bytes());
    let tag = mac.finalize().into_bytes();
    let offset = usize::from(tag.last().copied().unwrap_or_default() & 0x0f);
    let word = tag.get(offset..).and_then(<[u8]>::first_chunk).copied().unwrap_or_default();
    Ok((u32::from_be_bytes(word) & 0x7fff_ffff) % 1_000_000)
}

/// Returns liboath's code.
fn liboath(counter: u64) -> Result<[u8; 6], Box<dyn Error>> {
    let mut text = [0; 7];
    // SAFETY: the key is as long as it says, and the text has room for six digits and the zero.
    let status = unsafe {
        oath_hotp_generate(
            black_box(KEY).as_ptr().cast(),
            KEY.len(),
            counter,
            6,
            false,
            usize::MAX,
            text.as_mut_ptr().cast(),
        )
    };
    let ended = CStr::from_bytes_until_nul(&text).is_ok_and(|text| text.count_bytes() == 6);
    match text {
        [code @ .., 0] if status == 0 && ended => Ok(code),
        _ => Err("liboath made no code".into()),
    }
}

unsafe extern "C" {
    /// `liboath/oath.h`, 2.6; the offset `usize::MAX` is `OATH_HOTP_DYNAMIC_TRUNCATION`.
    fn oath_hotp_generate(
        secret: *const std::ffi::c_char,
        secret_length: usize,
        moving_factor: u64,
        digits: std::ffi::c_uint,
        add_checksum: bool,
        truncation_offset: usize,
        output_otp: *mut std::ffi::c_char,
    ) -> std::ffi::c_int;
}

const KEY: &[u8] = b"12345678901234567890";
const TYPED: &str = "000000";
/// Half a millisecond of codes, more or less.
const CODES: u64 = 1_000;
