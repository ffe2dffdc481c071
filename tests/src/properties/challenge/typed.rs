//! What people type: another code, and the digits and letters of every form.

use sceau::text::{decimal_digit, narrow};

/// The digit or capital letter that a typed one stands for.
pub(super) fn read(character: char) -> Option<char> {
    if let Some(digit) = decimal_digit(character) {
        return char::from_digit(digit.into(), 10);
    }
    let letter = Some(narrow(character).to_ascii_uppercase()).filter(char::is_ascii_uppercase)?;
    Some(match letter {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    })
}

/// Returns another code that could be one. Of letters it is this one's multiple: the code is linear.
pub(super) fn another(code: &str, is_posted: bool) -> String {
    if is_posted && !code.is_empty() {
        let value = |byte| ALPHABET.iter().position(|&known| known == byte).expect("a letter");
        let double = |value: usize| (value << 1) ^ (0b10_0101 * (value >> 4));
        let doubled = code.bytes().map(|byte| ALPHABET[double(value(byte))]);
        return doubled.map(char::from).collect();
    }
    let mut digits = code.to_owned().into_bytes();
    let Some(last) = digits.last_mut() else { return "000000".to_owned() };
    *last = if *last == b'9' { b'0' } else { *last + 1 };
    digits.into_iter().map(char::from).collect()
}

pub(super) const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
