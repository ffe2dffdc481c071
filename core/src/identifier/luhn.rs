//! Luhn's check digit (ISO/IEC 7812-1, annex B).

/// Whether the last digit is the check digit of those before it.
pub(super) fn fits(digits: &str) -> bool {
    sum(digits, 1).is_multiple_of(10)
}

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
