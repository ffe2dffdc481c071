//! How the decimal digits of a code come out of a MAC (RFC 4226 §5.3).

use subtle::{Choice, ConditionallySelectable};
use zeroize::Zeroize;

use super::{Code, Digits, MAX_DIGITS};
use crate::mac::{Hash, HmacKey};

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

#[cfg(test)]
mod tests {
    use super::{POWERS_OF_TEN, ct_quotient};

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
}
