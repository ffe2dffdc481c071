//! What became of a text that a person typed.

use sceau::identifier::IdentifierError;
use sceau::name::NameError;
use sceau::otp::OtpTextError;
use sceau::password::PasswordError;

use crate::numbers::Numbered;

/// Whether a text that a person typed is what it should be, and if not, why and where.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct SceauParseResult {
    /// `SCEAU_OK`, or a number of `sceau_status` from 320 on, which has a sentence for the person.
    pub reason: u32,
    /// 1 if the reason has a place in the text, else 0.
    pub has_at: u32,
    /// The place, in bytes from the start of the text; 0 if there is none.
    pub at: usize,
}

impl SceauParseResult {
    /// Says that the text is what it should be.
    pub(crate) const OK: Self = Self { reason: 0, has_at: 0, at: 0 };

    pub(crate) fn of<T, E: Located>(parsed: &Result<T, E>) -> Self {
        let Err(error) = parsed else { return Self::OK };
        let at = error.located();
        Self { reason: error.number(), has_at: u32::from(at.is_some()), at: at.unwrap_or(0) }
    }
}

/// An error that knows its place in a text.
pub(crate) trait Located: Numbered {
    fn located(&self) -> Option<usize>;
}

impl Located for IdentifierError {
    fn located(&self) -> Option<usize> {
        self.at()
    }
}

impl Located for NameError {
    fn located(&self) -> Option<usize> {
        Some(self.at())
    }
}

impl Located for OtpTextError {
    fn located(&self) -> Option<usize> {
        Some(self.at())
    }
}

impl Located for PasswordError {
    fn located(&self) -> Option<usize> {
        self.at()
    }
}
