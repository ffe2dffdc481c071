//! A challenge's code: decimal digits, or the letters of a posted one.

use subtle::Choice;
use zeroize::Zeroize;

use crate::code::{Code, CodeText, Digits, LetterCode, Letters, ct_digits, ct_number};
use crate::mac::{HmacKey, Sha256};

/// The code to send. A live one is a secret: no `PartialEq`, `Hash` or `Display`, wiped on drop.
#[derive(Clone, Debug)]
pub enum ChallengeCode {
    /// To e-mail or to text: 6 to 9 decimal digits.
    Digits(Code),
    /// To post: twelve letters and digits that are not taken for one another, and a check
    /// character.
    Letters(LetterCode),
}

impl ChallengeCode {
    /// What stands for a code where only the kind of outcome matters.
    pub(super) const ZERO: Self = Self::Digits(Code::ZERO);

    /// Returns the characters as they are typed: `996729`, `0123456789ABC`.
    pub fn compact(&self) -> CodeText {
        match self {
            Self::Digits(code) => code.compact(),
            Self::Letters(code) => code.compact(),
        }
    }

    /// Returns the characters in groups, as they are printed: `996 729`, `0123-4567-89AB-C`.
    pub fn display(&self) -> CodeText {
        match self {
            Self::Digits(code) => code.display(),
            Self::Letters(code) => code.display(),
        }
    }

    /// Reads what a person typed: so many digits or, without a number of them, letters.
    ///
    /// # Timing
    ///
    /// Depends on the text, which came from the person.
    pub(super) fn parse(typed: &str, digits: Option<Digits>) -> Option<Self> {
        match digits {
            Some(digits) => Code::parse(typed, digits).map(Self::Digits),
            None => LetterCode::parse(typed, LETTERS).map(Self::Letters),
        }
    }

    /// Makes the code of a counter under a key: so many digits or, without a number of them,
    /// letters.
    ///
    /// # Timing
    ///
    /// Constant for one number of digits.
    pub(super) fn ct_new(key: &HmacKey<Sha256>, counter: u64, digits: Option<Digits>) -> Self {
        if let Some(digits) = digits {
            return Self::Digits(ct_digits(ct_number(key, counter), digits));
        }
        let mut mac = key.mac_of_counter(counter);
        let code = LetterCode::ct_from_mac(&mac, LETTERS);
        mac.zeroize();
        Self::Letters(code)
    }

    /// Returns whether two codes are the same.
    ///
    /// # Timing
    ///
    /// Constant for one kind of code and one length, which are public.
    pub(crate) fn ct_equals(&self, other: &Self) -> Choice {
        match (self, other) {
            (Self::Digits(code), Self::Digits(other)) => code.ct_equals(other),
            (Self::Letters(code), Self::Letters(other)) => code.ct_equals(other),
            (Self::Digits(_), Self::Letters(_)) | (Self::Letters(_), Self::Digits(_)) => {
                Choice::from(0)
            }
        }
    }
}

/// How many letters a posted code has, without its check character: 60 bits.
pub(super) const LETTERS: Letters = Letters::TWELVE;
