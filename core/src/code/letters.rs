//! Codes of letters and digits, for secrets that a person copies from paper: 32 characters that are
//! not taken for one another, and a check character.

mod alphabet;

use core::fmt;

use subtle::{Choice, ConstantTimeEq};
use zeroize::Zeroize;

use super::{CodeText, MAX_TYPED_BYTES};
use crate::text;
use alphabet::{ct_character, ct_times_alpha, value};

/// How many characters a code of letters has, without its check character: 12 to 16.
///
/// Each carries five bits: 12 make 60 bits, 16 make 80.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Letters(u8);

impl Letters {
    /// Twelve characters, 60 bits.
    pub const TWELVE: Self = Self(12);
    /// Sixteen characters, 80 bits.
    pub const SIXTEEN: Self = Self(16);

    /// Takes a number of characters from 12 to 16, or `None`.
    pub const fn new(letters: u8) -> Option<Self> {
        match letters {
            12..=16 => Some(Self(letters)),
            _ => None,
        }
    }

    /// Returns the number of characters, without the check character.
    pub const fn get(self) -> u8 {
        self.0
    }
}

/// A code to print for a person: 12 to 16 characters out of 32, and a check character behind them.
///
/// The characters are the digits and the capital letters without I, L, O and U. The check character
/// detects every single wrong character, and every two that changed places.
///
/// Has no `PartialEq`, `Hash` or `Display`, and its `Debug` shows nothing: a live code is a secret.
/// It is wiped on drop.
///
/// ```compile_fail
/// fn equal(a: sceau::code::LetterCode, b: sceau::code::LetterCode) -> bool {
///     a == b
/// }
/// ```
#[derive(Clone)]
pub struct LetterCode {
    // One byte a character, the value and not the character; those beyond `letters` are zero.
    values: [u8; MAX_LETTERS],
    letters: Letters,
}

impl LetterCode {
    /// What stands for a code before there is one.
    pub(crate) const ZERO: Self = Self { values: [0; MAX_LETTERS], letters: Letters::SIXTEEN };

    /// Returns the characters as they are typed: `0123456789ABCDEFT`.
    pub fn compact(&self) -> CodeText {
        self.text(usize::MAX)
    }

    /// Returns the characters in groups of four, and the check character by itself:
    /// `0123-4567-89AB-CDEF-T`.
    pub fn display(&self) -> CodeText {
        self.text(GROUP)
    }

    /// Reads a code that a person typed or pasted.
    ///
    /// Spaces, no-break spaces, zero-width characters, soft hyphens and hyphens are dropped, the
    /// decimal digits of every script are read, small letters and full-width ones as capitals, O as
    /// 0, I and L as 1. Anything else, another number of characters, or a check character that does
    /// not fit, is `None`.
    ///
    /// # Timing
    ///
    /// Depends on the text, which came from the person.
    pub(crate) fn parse(typed: &str, letters: Letters) -> Option<Self> {
        if typed.len() > MAX_TYPED_BYTES {
            return None;
        }
        let mut code = Self { values: [0; MAX_LETTERS], letters };
        let mut check = None;
        let mut count = 0;
        for character in typed.chars() {
            let dropped = text::is_space(character) || text::is_hyphen(character);
            if dropped || text::is_invisible(character) {
                continue;
            }
            let value = value(character)?;
            if count < usize::from(letters.get()) {
                *code.values.get_mut(count)? = value;
            } else if check.replace(value).is_some() {
                return None;
            }
            count += 1;
        }
        (check? == code.ct_check()).then_some(code)
    }

    /// Takes the first bits of `mac`, five for each character.
    ///
    /// # Timing
    ///
    /// Constant.
    pub(crate) fn ct_from_mac(mac: &[u8; 32], letters: Letters) -> Self {
        let (bits, _) = mac.split_first_chunk().unwrap_or((&[0; 16], &[]));
        let mut bits = u128::from_be_bytes(*bits);
        let mut values = [0; MAX_LETTERS];
        for place in values.iter_mut().take(usize::from(letters.get())) {
            bits = bits.rotate_left(5);
            *place = bits.to_le_bytes()[0] & 0x1f;
        }
        bits.zeroize();
        Self { values, letters }
    }

    /// Returns the values of the characters, 0 to 31, for a MAC; those beyond the code are zero.
    pub(crate) fn values(&self) -> &[u8; MAX_LETTERS] {
        &self.values
    }

    /// Returns whether two codes are the same.
    ///
    /// # Timing
    ///
    /// Constant for one number of characters, which is public.
    pub(crate) fn ct_equals(&self, other: &Self) -> Choice {
        self.values.ct_eq(&other.values) & self.letters.get().ct_eq(&other.letters.get())
    }

    /// Returns the value of the check character.
    ///
    /// In GF(2⁵) with a root α of x⁵ + x² + 1, the sum of every character, the check character
    /// included, times its own power of α is 0. All powers differ, since α is of order 31: one
    /// wrong character, or two that changed places, give another sum.
    ///
    /// # Timing
    ///
    /// Constant for one number of characters.
    fn ct_check(&self) -> u8 {
        let used = self.values.iter().take(usize::from(self.letters.get()));
        used.fold(0, |sum, value| ct_times_alpha(sum ^ value))
    }

    fn text(&self, group: usize) -> CodeText {
        let mut text = CodeText::new();
        let mut left = group;
        let used = self.values.iter().copied().take(usize::from(self.letters.get()));
        for value in used.chain([self.ct_check()]) {
            if left == 0 {
                text.push(b'-');
                left = group;
            }
            text.push(ct_character(value));
            left -= 1;
        }
        text
    }
}

impl Drop for LetterCode {
    fn drop(&mut self) {
        self.values.zeroize();
    }
}

/// Shows nothing of the code.
impl fmt::Debug for LetterCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LetterCode(..)")
    }
}

const MAX_LETTERS: usize = 16;
const GROUP: usize = 4;

#[cfg(test)]
mod tests {
    use std::vec::Vec;

    use super::alphabet::ALPHABET;
    use super::{LetterCode, Letters};

    /// The values 0 to 15, five bits each.
    const ASCENDING: u128 = 0x0044_3214_c742_54b6_35cf_8400_0000_0000;

    /// The code of sixteen bytes of a MAC.
    fn code(bits: u128, letters: Letters) -> LetterCode {
        let mut mac = [0xff; 32];
        mac[..16].copy_from_slice(&bits.to_be_bytes());
        LetterCode::ct_from_mac(&mac, letters)
    }

    /// Codes of every length, of bits that repeat nowhere.
    fn codes() -> impl Iterator<Item = LetterCode> {
        (0..40_u128).flat_map(|i| {
            let bits = (i + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835);
            (12..=16).map(move |letters| code(bits, Letters::new(letters).unwrap()))
        })
    }

    fn reads(characters: &[u8], letters: Letters) -> bool {
        LetterCode::parse(str::from_utf8(characters).unwrap(), letters).is_some()
    }

    #[test]
    fn a_wrong_character_is_always_detected() {
        for code in codes() {
            let text = code.compact().as_str().as_bytes().to_vec();
            for at in 0..text.len() {
                let mut wrong = text.clone();
                for other in ALPHABET.bytes() {
                    wrong[at] = other;
                    assert_eq!(reads(&wrong, code.letters), other == text[at]);
                }
            }
        }
    }

    #[test]
    fn two_characters_that_changed_places_are_always_detected() {
        for code in codes() {
            let text = code.compact().as_str().as_bytes().to_vec();
            for (i, j) in (0..text.len()).flat_map(|j| (0..j).map(move |i| (i, j))) {
                let mut wrong = text.clone();
                wrong.swap(i, j);
                assert_eq!(reads(&wrong, code.letters), text[i] == text[j]);
            }
        }
    }

    #[test]
    fn takes_five_bits_for_each_character() {
        let code = code(ASCENDING, Letters::SIXTEEN);
        assert_eq!(code.values(), &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);
        let code = LetterCode::ct_from_mac(&[0xff; 32], Letters::TWELVE);
        assert_eq!(code.values(), &[31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 0, 0, 0, 0]);
    }

    #[test]
    fn codes_of_two_lengths_are_two_and_none_is_shown() {
        let (twelve, sixteen) = (code(0, Letters::TWELVE), code(0, Letters::SIXTEEN));
        assert!(!bool::from(twelve.ct_equals(&sixteen)));
        assert!(!bool::from(sixteen.ct_equals(&code(1 << 127, Letters::SIXTEEN))));
        assert_eq!(std::format!("{twelve:?}"), "LetterCode(..)");
        assert!(Letters::new(11).is_none() && Letters::new(17).is_none());
    }

    #[test]
    fn the_text_is_read_back() {
        for code in codes() {
            for text in [code.compact(), code.display()] {
                let read = LetterCode::parse(text.as_str(), code.letters).unwrap();
                assert!(bool::from(read.ct_equals(&code)));
            }
            let groups: Vec<usize> = code.display().as_str().split('-').map(str::len).collect();
            let length = groups.iter().sum::<usize>();
            assert_eq!(length, usize::from(code.letters.get()) + 1);
            assert!(groups.iter().rev().skip(1).all(|&group| group == 4));
        }
    }

    #[test]
    fn reads_what_people_type_and_nothing_else() {
        let read =
            |typed: &str| LetterCode::parse(typed, Letters::SIXTEEN).map(|code| code.compact());
        let check = code(ASCENDING, Letters::SIXTEEN).compact().as_str().chars().last().unwrap();
        let right = std::format!("0123456789ABCDEF{check}");
        for beginning in [
            "0123456789ABCDEF",
            "0123-4567-89AB-CDEF-",
            "0123 4567 89ab cdef ",
            "oi23\u{a0}4567\u{2011}89AB\u{ad}CDEF\u{200b}\u{2013}",
            "Ol234567 89ab-cdef",
            "OL23456789ABCDEF",
            "０１２３４５６７８９ａｂＣＤＥＦ",
            "٠١٢٣٤٥٦٧٨٩ＡｂCdＥＦ",
        ] {
            assert_eq!(read(&std::format!("{beginning}{check}")).unwrap().as_str(), right);
        }
        for wrong in ["", "0123456789ABCDEF", "0123-4567-89AB-CDEF-U", "0123456789ABCDE"] {
            assert!(read(wrong).is_none());
        }
        for around in ["+", ".", "_", "\t", "\n", "0", "U", "u", "Ａ", "٠", "О", "\u{301}"] {
            assert!(read(&std::format!("{right}{around}")).is_none());
            assert!(read(&std::format!("{around}{right}")).is_none());
        }
        assert!(read(&std::format!("{right}{}", " ".repeat(200))).is_none());
        assert!(LetterCode::parse(&right, Letters::TWELVE).is_none());
    }
}
