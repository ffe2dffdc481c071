//! Luhn's check digit (ISO/IEC 7812-1, annex B).

/// Whether the last digit is the check digit of those before it.
pub(super) fn fits(digits: &str) -> bool {
    sum(digits, 1).is_multiple_of(10)
}

/// Returns a text that is nine digits and nothing else.
#[inline]
pub(super) fn nine(text: &str) -> Option<[u8; 9]> {
    let digits: [u8; 9] = text.as_bytes().try_into().ok()?;
    let [word @ .., last] = digits;
    let word = u64::from_le_bytes(word);
    // The lowest byte above '9' or below '0' has its highest bit in one of the two.
    let others = (word.wrapping_add(EACH * 0x46) | word.wrapping_sub(EACH * 0x30)) & (EACH * 0x80);
    (others == 0 && last.is_ascii_digit()).then_some(digits)
}

/// Whether the last of nine digits is the check digit of those before it, as [`fits`] says, by
/// words of eight digits.
#[inline]
pub(super) fn nine_fit([digits @ .., last]: &[u8; 9]) -> bool {
    let values = u64::from_le_bytes(*digits) & (EACH * 15);
    // Twice a digit from 5 on has two digits, whose sum is 9 less: modulo 10, 1 more.
    let carries = (values.wrapping_add(EVERY_SECOND * 0x7b) >> 7) & EVERY_SECOND;
    // The highest byte of a product is the sum of the bytes, each times its factor.
    let products = values.wrapping_mul(FACTORS).wrapping_add(carries.wrapping_mul(EACH));
    ((products >> 56) + u64::from(last & 15)).is_multiple_of(10)
}

/// One in every byte of a word.
const EACH: u64 = 0x0101_0101_0101_0101;
/// One in the bytes of the second, fourth, sixth and eighth digit, which count twice.
const EVERY_SECOND: u64 = 0x0100_0100_0100_0100;
/// The factors of eight digits, the last one's lowest.
const FACTORS: u64 = 0x0102_0102_0102_0102;

/// Returns the check digit that belongs behind `digits`.
pub(super) fn check_digit(digits: &str) -> char {
    let digit = (10 - sum(digits, 2) % 10) % 10;
    char::from_digit(digit, 10).unwrap_or('0')
}

/// Adds the digits up, from the last on, which counts `times`; the factor is 1 and 2 in turn.
fn sum(digits: &str, times: u32) -> u32 {
    let factors = [times, 3 - times].into_iter().cycle();
    let products = digits.bytes().rev().zip(factors).map(|(c, times)| u32::from(c & 15) * times);
    products.map(|product| product / 10 + product % 10).sum()
}

#[cfg(test)]
mod tests {
    use std::format;
    use std::string::String;

    use super::{fits, nine, nine_fit};

    /// Each digit at each place, beside each at another: the sum is one of places.
    #[test]
    fn nine_digits_fit_as_any_number_of_digits_does() {
        let mut fit = 0;
        for (place, other) in (0..9).flat_map(|place| (0..place).map(move |other| (place, other))) {
            for (digit, another) in (0..10).flat_map(|digit| (0..10).map(move |d| (digit, d))) {
                for ground in 0..10 {
                    let at = |at| {
                        [(place, digit), (other, another)]
                            .iter()
                            .find(|it| it.0 == at)
                            .map_or(ground, |it| it.1)
                    };
                    let text: String = (0..9).map(|i| char::from(b'0' + at(i))).collect();
                    let digits = nine(&text).unwrap();
                    assert_eq!(nine_fit(&digits), fits(&text), "{text}");
                    fit += usize::from(nine_fit(&digits));
                }
            }
        }
        assert!(fit > 3000, "{fit}");
    }

    #[test]
    fn nine_is_nine_digits_and_nothing_else() {
        for place in 0..9 {
            for c in '\0'..='\u{7f}' {
                let text: String = (0..9).map(|i| if i == place { c } else { '7' }).collect();
                assert_eq!(nine(&text).is_some(), c.is_ascii_digit(), "{text:?}");
            }
        }
        // Two bytes, and one digit fewer.
        for c in '\u{80}'..='\u{7ff}' {
            for place in 0..8 {
                let text = format!("{}{c}{}", "1".repeat(place), "1".repeat(7 - place));
                assert_eq!((text.len(), nine(&text)), (9, None), "{text:?}");
            }
        }
        assert_eq!(["", "12345678", "1234567890"].map(nine), [None; 3]);
    }
}
