//! Fixed-size codes: how many digits, how they come out of a MAC, how a pasted one is read; and
//! codes of letters.

mod letters;

use core::fmt;

use subtle::{Choice, ConditionallySelectable, ConstantTimeEq};
use zeroize::Zeroize;

use crate::mac::{Hash, HmacKey};
use crate::text;

pub use letters::{LetterCode, Letters};

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
                _ if text::is_space(character) || text::is_invisible(character) => continue,
                _ => text::decimal_digit(character),
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

/// The text of a code: at most 21 ASCII characters, wiped on drop.
#[derive(Clone)]
pub struct CodeText {
    bytes: [u8; MAX_TEXT],
    length: usize,
}

impl CodeText {
    fn new() -> Self {
        Self { bytes: [0; MAX_TEXT], length: 0 }
    }

    /// Returns the text.
    pub fn as_str(&self) -> &str {
        self.bytes.get(..self.length).and_then(|text| str::from_utf8(text).ok()).unwrap_or_default()
    }

    fn push(&mut self, byte: u8) {
        if let Some(place) = self.bytes.get_mut(self.length) {
            *place = byte;
            self.length += 1;
        }
    }
}

impl Drop for CodeText {
    fn drop(&mut self) {
        self.bytes.as_mut_slice().zeroize();
    }
}

/// Shows nothing of the code.
impl fmt::Debug for CodeText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CodeText(..)")
    }
}

/// Returns the 31-bit number of a counter under a key (RFC 4226 §5.3).
///
/// # Timing
///
/// Constant for one hash.
pub(crate) fn ct_number<H: Hash>(key: &HmacKey<H>, counter: u64) -> u32 {
    let mut tag = key.mac_of_counter(counter);
    let number = ct_truncate(tag.as_ref());
    tag.as_mut().zeroize();
    number
}

/// Returns the 31-bit integer at the offset that the last nibble of `tag` names (RFC 4226 §5.3).
///
/// `tag` has 20, 32 or 64 bytes, and no offset reaches beyond the first 20.
///
/// # Timing
///
/// Constant for one length: each bit of the offset moves the bytes to the left, or moves them not,
/// by a selection between both.
pub(crate) fn ct_truncate(tag: &[u8]) -> u32 {
    let offset = tag.last().map_or(0, |last| last & 0x0f);
    let bit = |place: u8| Choice::from((offset >> place) & 1);
    let mut words = [0; 5];
    for (word, bytes) in words.iter_mut().zip(tag.as_chunks().0) {
        *word = u32::from_be_bytes(*bytes);
    }
    let [w0, w1, w2, w3, w4] = words;
    let select = u32::conditional_select;
    let eight = bit(3);
    let (w0, w1, w2) = (select(&w0, &w2, eight), select(&w1, &w3, eight), select(&w2, &w4, eight));
    let four = bit(2);
    let (w0, w1) = (select(&w0, &w1, four), select(&w1, &w2, four));
    let mut pair = (u64::from(w0) << 32) | u64::from(w1);
    pair.conditional_assign(&(pair << 16), bit(1));
    pair.conditional_assign(&(pair << 8), bit(0));
    let [word @ .., _, _, _, _] = pair.to_be_bytes();
    u32::from_be_bytes(word) & 0x7fff_ffff
}

/// Returns the last `digits` decimal digits of a number below 2³¹ (RFC 4226 §5.3, the modulo).
///
/// # Timing
///
/// Constant: the divisions are multiplications by reciprocals, since a division instruction, or its
/// replacement on a Cortex-M0, is not.
pub(crate) fn ct_digits(number: u32, digits: Digits) -> Code {
    let mut code = Code { values: [0; MAX_DIGITS], digits };
    // Each number of digits has code of its own, without a loop.
    match digits.get() {
        6 => ct_write_digits::<6>(number, &mut code.values),
        7 => ct_write_digits::<7>(number, &mut code.values),
        8 => ct_write_digits::<8>(number, &mut code.values),
        _ => ct_write_digits::<9>(number, &mut code.values),
    }
    code
}

/// Writes the last `N` decimal digits of a number below 2³¹.
///
/// # Timing
///
/// Constant.
fn ct_write_digits<const N: usize>(number: u32, values: &mut [u8; MAX_DIGITS]) {
    let mut rest = number;
    for (place, power) in values.iter_mut().take(N).rev().zip(&POWERS_OF_TEN) {
        let quotient = ct_quotient(number, power);
        // The remainder is below ten.
        *place = rest.wrapping_sub(quotient.wrapping_mul(10)).to_le_bytes()[0];
        rest = quotient;
    }
}

/// Returns a number below 2³¹ divided by a power of ten, rounded down.
///
/// # Timing
///
/// Constant.
pub(crate) fn ct_quotient(number: u32, power: &PowerOfTen) -> u32 {
    let quotient = u64::from(number).wrapping_mul(power.reciprocal) >> power.shift;
    let [low @ .., _, _, _, _] = quotient.to_le_bytes();
    u32::from_le_bytes(low)
}

/// The reciprocal of a power of ten, times a power of two, rounded up.
///
/// With as many bits beyond 31 as the power has, it is exact for every number below 2³¹ (Granlund
/// and Montgomery, *Division by invariant integers using multiplication*, theorem 4.2).
pub(crate) struct PowerOfTen {
    reciprocal: u64,
    shift: u32,
}

impl PowerOfTen {
    const fn new(exponent: u32) -> Self {
        let power = 10_u64.pow(exponent);
        let shift = 31 + power.next_power_of_two().trailing_zeros();
        Self { reciprocal: (1_u64 << shift).div_ceil(power), shift }
    }
}

/// 10¹ to 10⁹.
pub(crate) const POWERS_OF_TEN: [PowerOfTen; MAX_DIGITS] = [
    PowerOfTen::new(1),
    PowerOfTen::new(2),
    PowerOfTen::new(3),
    PowerOfTen::new(4),
    PowerOfTen::new(5),
    PowerOfTen::new(6),
    PowerOfTen::new(7),
    PowerOfTen::new(8),
    PowerOfTen::new(9),
];

const MAX_DIGITS: usize = 9;
/// Sixteen letters in groups of four, and the check character.
const MAX_TEXT: usize = 16 + 4 + 1;
/// More than any way of writing a code takes.
const MAX_TYPED_BYTES: usize = 128;

#[cfg(test)]
mod tests {
    use super::{Code, Digits, POWERS_OF_TEN, ct_digits, ct_quotient};
    use crate::text;

    #[test]
    fn a_quotient_is_exact_about_multiples_of_the_power() {
        // `make ct` tries every number there is.
        const END: u32 = 1 << 31;
        for (exponent, power) in (1..).zip(&POWERS_OF_TEN) {
            let ten = 10_u32.pow(exponent);
            for multiple in (ten..END).step_by(usize::try_from(ten).unwrap() * 101) {
                for number in [multiple - 1, multiple, multiple + 1] {
                    assert_eq!(ct_quotient(number, power), number / ten);
                }
            }
            assert_eq!(ct_quotient(END - 1, power), (END - 1) / ten);
        }
    }

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
