//! Codes of 6 to 9 decimal digits, and codes of letters.

use sceau::challenge::ChallengeCode;
use sceau::code::{Code, Digits, LetterCode};

// The façades have a type with these four values, so no other number crosses.
uniffi::custom_type!(Digits, u8, {
    remote,
    lower: |digits| digits.get(),
    try_lift: |digits| {
        Digits::new(digits).ok_or_else(|| uniffi::deps::anyhow::anyhow!("not 6 to 9 digits"))
    },
});

/// A code to send: a secret while it lives.
#[derive(uniffi::Record)]
pub struct CodeText {
    /// The characters as they are typed.
    pub compact: String,
    /// The characters in groups, as they are shown.
    pub display: String,
}

impl From<&Code> for CodeText {
    fn from(code: &Code) -> Self {
        let display = code.display().as_str().to_owned();
        Self { compact: code.compact().as_str().to_owned(), display }
    }
}

impl From<&ChallengeCode> for CodeText {
    fn from(code: &ChallengeCode) -> Self {
        match code {
            ChallengeCode::Digits(code) => Self::from(code),
            ChallengeCode::Letters(code) => Self::from(code),
        }
    }
}

impl From<&LetterCode> for CodeText {
    fn from(code: &LetterCode) -> Self {
        let display = code.display().as_str().to_owned();
        Self { compact: code.compact().as_str().to_owned(), display }
    }
}
