//! Secrets as text: Base32, and `otpauth://` URIs.

use core::ffi::c_char;

use sceau::otp::{OtpReading, OtpTextError};

use crate::memory::{Out, answer, text};
use crate::numbers::choice;
use crate::parse::SceauParseResult;
use crate::status::SceauStatus;

pub mod secret;
pub mod uri;

/// What has an empty value, for a text that is refused.
trait Empty {
    const EMPTY: Self;
}

unsafe fn parse<T, Ours: Empty>(
    read: fn(&str, OtpReading) -> Result<T, OtpTextError>,
    ours: fn(&T) -> Ours,
    characters: *const c_char,
    length: usize,
    reading: u32,
    result: *mut SceauParseResult,
    out: *mut Ours,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (text, result, out) =
            unsafe { (text(characters, length)?, Out::new(result)?, Out::new(out)?) };
        let parsed = read(text, choice(reading)?);
        result.write(SceauParseResult::of(&parsed));
        out.write(parsed.map_or(Ours::EMPTY, |value| ours(&value)));
        Ok(())
    })
}
