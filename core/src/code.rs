//! Fixed-size codes: how many digits, how they come out of a MAC, how a pasted one is read; and
//! codes of letters.

mod decimal;
mod letters;
mod text;

use core::fmt;

use subtle::{Choice, ConstantTimeEq};
use zeroize::Zeroize;

use crate::text::{decimal_digit, is_invisible, is_space};

#[cfg(feature = "ct-exports")]
pub(crate) use decimal::{POWERS_OF_TEN, ct_quotient, ct_truncate};
pub(crate) use decimal::{ct_digits, ct_number};
pub use letters::{LetterCode, Letters};
pub use text::CodeText;

/// How many decimal digits a code has: 6 to 9.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Digits(u8);

impl Digits {
    /// Six digits, the default everywhere.
    pub const SIX: Self = Self(6);

    /// Takes a number of digits from 6 to 9, or `None`.
    pub const fn new(digits: u8) -> Option<Self> {
        match digits {
            6..=9 => Some(Self(digits)),
            _ => None,
        }
    }

    /// Returns the number of digits.
    pub const fn get(self) -> u8 {
        self.0
    }
}

/// A code to show to a person: 6 to 9 ASCII digits, leading zeros kept.
///
/// Has no `PartialEq`, `Hash` or `Display`, and its `Debug` shows nothing: a live code is a secret.
/// It is wiped on drop.
///
/// ```compile_fail
/// fn equal(a: sceau::code::Code, b: sceau::code::Code) -> bool {
///     a == b
/// }
/// ```
#[derive(Clone)]
pub struct Code {
    // One byte a digit, the value and not the character; those beyond `digits` are zero.
    values: [u8; MAX_DIGITS],
    digits: Digits,
}

impl Code {
    /// What stands for a code where only the kind of outcome matters.
    pub(crate) const ZERO: Self = Self { values: [0; MAX_DIGITS], digits: Digits::SIX };

    /// Returns the digits as they are typed: `996729`.
    pub fn compact(&self) -> CodeText {
        self.text(usize::MAX)
    }

    /// Returns the digits in two or three groups, as the sign-up screens print them: `996 729`,
    /// `1234 567`, `1234 5678`, `123 456 789`.
    pub fn display(&self) -> CodeText {
        self.text(if self.digits.get().is_multiple_of(3) { 3 } else { 4 })
    }

    /// Reads a code that a person typed or pasted.
    ///
    /// Spaces, no-break spaces, zero-width characters and soft hyphens are dropped, the decimal
    /// digits of every script are read; anything else, or another number of digits, is `None`.
    ///
    /// # Timing
    ///
    /// Depends on the text, which came from the person.
    pub(crate) fn parse(typed: &str, digits: Digits) -> Option<Self> {
        if typed.len() > MAX_TYPED_BYTES {
            return None;
        }
        let mut values = [0; MAX_DIGITS];
        let mut count = 0;
        for character in typed.chars() {
            let value = match character {
                '0'..='9' => character.to_digit(10).and_then(|value| u8::try_from(value).ok()),
                _ if is_space(character) || is_invisible(character) => continue,
                _ => decimal_digit(character),
            }?;
            if count == usize::from(digits.get()) {
                return None;
            }
            *values.get_mut(count)? = value;
            count += 1;
        }
        (count == usize::from(digits.get())).then_some(Self { values, digits })
    }

    /// Returns whether two codes are the same.
    ///
    /// # Timing
    ///
    /// Constant for one number of digits, which is public.
    pub(crate) fn ct_equals(&self, other: &Self) -> Choice {
        let pairs = self.values.iter().zip(&other.values);
        let difference = pairs.fold(0, |difference, (a, b)| difference | (a ^ b));
        difference.ct_eq(&0) & self.digits.get().ct_eq(&other.digits.get())
    }

    fn text(&self, group: usize) -> CodeText {
        let mut text = CodeText::new();
        for (i, value) in self.values.iter().take(usize::from(self.digits.get())).enumerate() {
            if i == group || (group == 3 && i == 6) {
                text.push(b' ');
            }
            // Or, not plus: the mask says what is so anyway, that the character is ASCII, so that
            // what reads the text as UTF-8 does not depend on the digits.
            text.push(b'0' | (value & 0x0f));
        }
        text
    }
}

impl Drop for Code {
    fn drop(&mut self) {
        self.values.as_mut_slice().zeroize();
    }
}

/// Shows nothing of the code.
impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Code(..)")
    }
}

const MAX_DIGITS: usize = 9;
/// More than any way of writing a code takes.
const MAX_TYPED_BYTES: usize = 128;

#[cfg(test)]
mod tests {
    use super::{Code, Digits, ct_digits};
    use crate::text;

    #[test]
    fn groups_the_digits_as_the_screens_do() {
        for (digits, text) in
            [(6, "996 729"), (7, "4996 729"), (8, "2499 6729"), (9, "124 996 729")]
        {
            let code = ct_digits(2_124_996_729, Digits::new(digits).unwrap());
            assert_eq!(code.display().as_str(), text);
        }
    }

    #[test]
    fn reads_what_people_paste_and_nothing_else() {
        let read = |typed| Code::parse(typed, Digits::SIX).map(|code| code.compact());
        for typed in [
            "996729",
            "996 729",
            "\u{a0}996\u{202f}729\u{200b}",
            "９９６７２９",
            "99\u{ad}6729",
            "٩٩٦٧٢٩",
            "९९६ ७२९",
            "𝟿𝟿𝟼𝟽𝟸𝟿",
        ] {
            assert_eq!(read(typed).unwrap().as_str(), "996729", "{typed}");
        }
        for typed in [
            "",
            "99672",
            "9967290",
            "+96729",
            "99672O",
            "-996729",
            "9.96729",
            "996-729",
            "996,729",
            "٩٩٦٧٢٩x",
            "99672²",
            "99672②",
            "99672\t9",
            "99672\n9",
            "99672З",
            "99672l",
            "996729\0",
        ] {
            assert!(read(typed).is_none(), "{typed:?}");
        }
        assert!(read(&std::format!("{}996729", " ".repeat(1 << 20))).is_none());
    }

    /// Every scalar value, beside five digits and beside six.
    #[test]
    fn every_character_is_a_digit_or_dropped_or_refused() {
        let (mut digits, mut dropped) = (0, 0);
        for c in '\0'..=char::MAX {
            let with = |typed: &str| Code::parse(&std::format!("{typed}{c}"), Digits::SIX);
            let (is_digit, is_dropped) = (with("99672").is_some(), with("996729").is_some());
            assert_eq!(is_digit, text::decimal_digit(c).is_some(), "{c:?}");
            assert_eq!(is_dropped, text::is_space(c) || text::is_invisible(c), "{c:?}");
            digits += u32::from(is_digit);
            dropped += u32::from(is_dropped);
        }
        // 77 scripts' digits; 17 spaces (Zs) and 6 characters that nobody sees.
        assert_eq!((digits, dropped), (770, 23));
    }
}
