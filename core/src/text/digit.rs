//! The decimal digits of every script: Unicode's general category Nd.

/// Returns the value of a decimal digit of any script (general category Nd of Unicode 17.0), 0 to 9.
///
/// Superscript, circled and Roman numerals are numbers and no decimal digits (categories No and
/// Nl), and neither are letters that look like digits.
pub const fn decimal_digit(c: char) -> Option<u8> {
    let mut zeros: &[u32] = &ZEROS;
    while let [zero, rest @ ..] = zeros {
        // Below the first zero, the difference is none.
        match (c as u32).checked_sub(*zero) {
            Some(value @ 0..=9) => return Some(value.to_le_bytes()[0]),
            Some(_) => zeros = rest,
            None => return None,
        }
    }
    None
}

/// The zeros, in order; each begins a run of ten digits. `tests/peers/digits.py` and the tests
/// below compare them with other copies of Unicode's data.
const ZEROS: [u32; 77] = [
    0x0030, 0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6,
    0x0d66, 0x0de6, 0x0e50, 0x0ed0, 0x0f20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80,
    0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0,
    0xff10, 0x104a0, 0x10d30, 0x10d40, 0x11066, 0x110f0, 0x11136, 0x111d0, 0x112f0, 0x11450,
    0x114d0, 0x11650, 0x116c0, 0x116d0, 0x116da, 0x11730, 0x118e0, 0x11950, 0x11bf0, 0x11c50,
    0x11d50, 0x11da0, 0x11de0, 0x11f50, 0x16130, 0x16a60, 0x16ac0, 0x16b50, 0x16d70, 0x1ccf0,
    0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6, 0x1e140, 0x1e2f0, 0x1e4f0, 0x1e5f1, 0x1e950,
    0x1fbf0,
];

#[cfg(test)]
mod tests {
    use icu_properties::CodePointMapData;
    use icu_properties::props::GeneralCategory;

    use super::{ZEROS, decimal_digit};

    /// Every scalar value against ICU4X's data.
    #[test]
    fn exactly_the_category_nd_is_digits() {
        let category = CodePointMapData::<GeneralCategory>::new();
        let mut digits = 0;
        for c in '\0'..=char::MAX {
            let is_digit = category.get(c) == GeneralCategory::DecimalNumber;
            assert_eq!(decimal_digit(c).is_some(), is_digit, "U+{:04X}", u32::from(c));
            assert!(!is_digit || c.is_numeric(), "U+{:04X}", u32::from(c));
            digits += usize::from(is_digit);
        }
        assert_eq!(digits, 10 * ZEROS.len());
    }

    #[test]
    fn a_digit_has_its_value() {
        for zero in ZEROS {
            for value in 0..10 {
                let digit = char::from_u32(zero + u32::from(value)).unwrap();
                assert_eq!(decimal_digit(digit), Some(value));
            }
        }
        for (digit, value) in [('7', 7), ('٩', 9), ('۴', 4), ('६', 6), ('７', 7), ('𝟚', 2)]
        {
            assert_eq!(decimal_digit(digit), Some(value));
        }
        for other in ['O', 'l', 'О', '²', '①', 'Ⅷ', '½', '-', '.', '/', ':', '〇', '七'] {
            assert_eq!(decimal_digit(other), None, "{other}");
        }
    }
}
