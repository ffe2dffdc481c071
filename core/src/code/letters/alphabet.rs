//! The 32 characters that are not taken for one another, and the field that they are.

use crate::text;

/// Returns the value of a typed character, 0 to 31, or `None` if it has none.
///
/// U has none: it would be read as V. O, I and L are read as the digits that they look like.
pub(super) fn value(character: char) -> Option<u8> {
    if let Some(digit) = text::decimal_digit(character) {
        return Some(digit);
    }
    let letter = u8::try_from(text::narrow(character).to_ascii_uppercase()).ok()?;
    match letter {
        b'O' => Some(0),
        b'I' | b'L' => Some(1),
        b'A'..=b'H' => Some(letter - b'A' + 10),
        b'J' | b'K' => Some(letter - b'J' + 18),
        b'M' | b'N' => Some(letter - b'M' + 20),
        b'P'..=b'T' => Some(letter - b'P' + 22),
        b'V'..=b'Z' => Some(letter - b'V' + 27),
        _ => None,
    }
}

/// Returns the character of a value from 0 to 31.
///
/// # Timing
///
/// Constant: a letter is as many places beyond the digits as are left out before it.
pub(super) fn ct_character(value: u8) -> u8 {
    let letter = ct_reaches(value, 10) & (b'A' - b'9' - 1);
    // I, L, O and U.
    let omitted = [18, 20, 22, 27].map(|first| ct_reaches(value, first) & 1);
    let places = omitted.iter().fold(letter, |places, omitted| places.wrapping_add(*omitted));
    // The mask says what is so anyway, that the character is ASCII, so that what reads the text as
    // UTF-8 does not depend on the code.
    b'0'.wrapping_add(value).wrapping_add(places) & 0x7f
}

/// Returns 255 (all bits set) if `value >= least`, else 0; both are below 128.
///
/// # Timing
///
/// Constant.
fn ct_reaches(value: u8, least: u8) -> u8 {
    // The highest bit of a difference of two such numbers says that it is negative.
    (value.wrapping_sub(least) >> 7).wrapping_sub(1)
}

/// Returns a value of GF(2⁵) times α, which is 2: x⁵ is x² + 1.
///
/// # Timing
///
/// Constant.
pub(super) fn ct_times_alpha(value: u8) -> u8 {
    let carry = value >> 4;
    ((value << 1) & 0x1f) ^ carry ^ (carry << 2)
}

#[cfg(test)]
pub(super) const ALPHABET: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

#[cfg(test)]
mod tests {
    use std::collections::HashSet;
    use std::string::String;

    use super::{ALPHABET, ct_character, ct_reaches, ct_times_alpha, value};

    #[test]
    fn the_alphabet_is_the_digits_and_letters_without_i_l_o_u() {
        let characters: String = (0..32).map(|value| char::from(ct_character(value))).collect();
        assert_eq!(characters, ALPHABET);
        for (i, character) in (0..).zip(ALPHABET.chars()) {
            assert_eq!(value(character), Some(i));
            assert_eq!(value(character.to_ascii_lowercase()), Some(i));
        }
        // 77 scripts' digits, and 25 letters, small and capital, each in two widths.
        assert_eq!(('\0'..=char::MAX).filter(|&c| value(c).is_some()).count(), 770 + 25 * 2 * 2);
    }

    #[test]
    fn reaches_what_is_not_below() {
        for (value, least) in (0..128).flat_map(|value| (0..128).map(move |least| (value, least))) {
            assert_eq!(ct_reaches(value, least), if value >= least { 255 } else { 0 });
        }
    }

    #[test]
    fn the_powers_of_alpha_are_all_that_is_not_zero() {
        let powers: HashSet<u8> = (0..31)
            .scan(1, |power, _| Some(core::mem::replace(power, ct_times_alpha(*power))))
            .collect();
        assert_eq!(powers, (1..32).collect());
        for (a, b) in (0..32).flat_map(|a| (0..32).map(move |b| (a, b))) {
            assert_eq!(ct_times_alpha(a ^ b), ct_times_alpha(a) ^ ct_times_alpha(b));
        }
    }
}
