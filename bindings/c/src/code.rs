//! Codes, as both families of them give them out.

use core::ffi::c_char;

use sceau::challenge::ChallengeCode;
use sceau::code::{Code, Digits};

use crate::limits::{SCEAU_CODE_DISPLAY_MAX, SCEAU_CODE_MAX};
use crate::memory::field;
use crate::status::SceauStatus;

/// A code to show to a person, in both ways of writing it. A live code is a secret: wipe it.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct SceauCode {
    /// The characters as they are typed, `996729` or `0123456789ABC`, with a NUL behind them.
    pub compact: [c_char; SCEAU_CODE_MAX],
    /// The characters in groups, `996 729` or `0123-4567-89AB-C`, with a NUL behind them.
    pub display: [c_char; SCEAU_CODE_DISPLAY_MAX],
}

impl SceauCode {
    /// Two empty texts: no code.
    pub(crate) const NONE: Self =
        Self { compact: [0; SCEAU_CODE_MAX], display: [0; SCEAU_CODE_DISPLAY_MAX] };
}

impl From<&Code> for SceauCode {
    fn from(code: &Code) -> Self {
        Self { compact: field(code.compact().as_str()), display: field(code.display().as_str()) }
    }
}

impl From<&ChallengeCode> for SceauCode {
    fn from(code: &ChallengeCode) -> Self {
        Self { compact: field(code.compact().as_str()), display: field(code.display().as_str()) }
    }
}

/// Takes a number of digits.
pub(crate) fn digits(number: u32) -> Result<Digits, SceauStatus> {
    u8::try_from(number).ok().and_then(Digits::new).ok_or(SceauStatus::Digits)
}
