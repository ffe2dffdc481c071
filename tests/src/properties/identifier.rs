//! Laws of the identifiers.

use sceau::identifier::{
    AssessmentNotice, BirthDate, CardReference, EmailAddress, Identifier, IdentifierError, Nam,
    Nas, Username,
};
use sceau::time::Date;

use super::{Input, assert_offset};

/// The first byte chooses what the text is read as; the rest is the text.
pub fn law(bytes: &[u8]) {
    let mut input = Input::new(bytes);
    let kind = input.below(9);
    let rest = input.rest();
    let text = String::from_utf8_lossy(rest);
    match kind {
        0 => forms::<Nam>(&text),
        1 => forms::<Nas>(&text),
        2 => forms::<AssessmentNotice>(&text),
        3 => forms::<CardReference>(&text),
        4 => forms::<Username>(&text),
        5 => forms::<EmailAddress>(&text),
        6 => forms::<BirthDate>(&text),
        7 => one_check_digit(rest, nas_fits),
        _ => nam_has_one_check_digit(rest, nam_fits),
    }
}

/// What is refused is refused at a place in the text; what is read comes back from each form.
pub fn forms<I: Identifier + PartialEq>(text: &str) {
    let identifier = match I::parse(text) {
        Ok(identifier) => identifier,
        Err(reason) => return reason.at().into_iter().for_each(|at| assert_offset(text, at)),
    };
    let (compact, display) = (identifier.compact(), identifier.display());
    assert!(I::parse(compact).as_ref() == Ok(&identifier), "the compact form is read as another");
    assert!(I::parse(&display).as_ref() == Ok(&identifier), "the display form is read as another");

    let masked = identifier.masked();
    assert_eq!(masked.chars().count(), display.chars().count(), "the mask shifts");
    assert!(!masked.contains(char::is_alphabetic), "a letter shows through the mask");
    assert!(masked.matches(char::is_numeric).count() <= 2, "digits show through the mask");

    for (year, month, day) in [(1, 1, 1), (1999, 12, 31), (2026, 11, 22), (9999, 12, 31)] {
        let Some(today) = Date::new(year, month, day) else { continue };
        assert_eq!(identifier.level(today), identifier.level(today));
    }
}

/// Whether the check digit of a NAS fits.
pub fn nas_fits(text: &str) -> bool {
    let checked = Nas::parse(text).and_then(|nas| nas.check());
    !matches!(checked, Err(IdentifierError::CheckDigit { .. }))
}

/// Eight digits have one check digit (Luhn), and with it any one wrong digit is refused.
pub fn one_check_digit(bytes: &[u8], fits: impl Fn(&str) -> bool) {
    let mut input = Input::new(bytes);
    let mut digits = input.array::<9>().map(|byte| b'0' + byte % 10);
    let right: Vec<u8> = (b'0'..=b'9')
        .filter(|&last| {
            digits[8] = last;
            fits(&text_of(&digits))
        })
        .collect();
    assert_eq!(right.len(), 1, "a number has one check digit");
    digits[8] = right[0];
    for place in 0..9 {
        for wrong in (b'0'..=b'9').filter(|&wrong| wrong != digits[place]) {
            let mut mistyped = digits;
            mistyped[place] = wrong;
            assert!(!fits(&text_of(&mistyped)), "a wrong digit at {place} passes");
        }
    }
}

/// Whether the date of a NAM exists and its check digit fits, in the century of a birth.
pub fn nam_fits(text: &str, born: Date) -> bool {
    Nam::parse(text).and_then(|nam| nam.check_born(born)).is_ok()
}

/// In a century, a NAM whose date exists has one check digit, and any other has none.
pub fn nam_has_one_check_digit(bytes: &[u8], fits: impl Fn(&str, Date) -> bool) {
    let mut input = Input::new(bytes);
    let letters = input.array::<4>().map(|byte| b'A' + byte % 26);
    let (year, month, day) = (input.below(100), input.below(64), input.below(34));
    let century = 1800 + 100 * u16::from(input.below(3));
    let differentiator = b'1' + input.below(9);
    let Some(born) = Date::new(century, 1, 1) else { return };

    let month_born = if month > 50 { month - 50 } else { month };
    let exists = Date::new(century + u16::from(year), month_born, day).is_some();
    let head = format!("{}{year:02}{month:02}{day:02}", text_of(&letters));
    let fitting = (0..10).filter(|last| {
        let text = format!("{head}{}{last}", char::from(differentiator));
        fits(&text, born)
    });
    assert_eq!(fitting.count(), usize::from(exists), "one check digit, if there is such a date");
}

fn text_of(ascii: &[u8]) -> String {
    ascii.iter().copied().map(char::from).collect()
}
