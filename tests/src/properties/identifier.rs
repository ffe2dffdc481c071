//! Laws of the identifiers.

use sceau::identifier::{
    BusinessNumber, Identifier, IdentifierError, IdentifierKind, Level, Nam, Nas, PseudonymKey,
};
use sceau::mac::ServiceKey;
use sceau::time::Date;

use super::{Input, assert_offset};

/// The first byte chooses what the text is read as; the rest is the text.
pub fn law(bytes: &[u8]) {
    let mut input = Input::new(bytes);
    let kind = input.below(24);
    let rest = input.rest();
    let text = String::from_utf8_lossy(rest);
    match kind {
        7 => {
            one_check_digit(rest, nas_fits);
            one_check_digit(rest, bn_fits);
        }
        8 => nam_has_one_check_digit(rest, nam_fits),
        22 => synthetic_numbers_are_refused(rest),
        23 => pseudonyms_differ_with_what_they_are_of(rest),
        _ => {
            let kind = IdentifierKind::ALL[usize::from(if kind < 7 { kind } else { kind - 2 })];
            forms_of(&text, |text| {
                let identifier = kind.parse(text)?;
                let (display, masked) = (identifier.display(), identifier.masked());
                check_levels(|today| identifier.level(today));
                Ok([identifier.compact(), &display, &masked].map(str::to_owned))
            });
            one_call_says_the_level_that_two_say(kind, &text);
        }
    }
}

/// [`forms_of`] a type.
pub fn forms<I: Identifier>(text: &str) {
    forms_of(text, |text| {
        let identifier = I::parse(text)?;
        let (display, masked) = (identifier.display(), identifier.masked());
        check_levels(|today| identifier.level(today));
        Ok([identifier.compact(), &display, &masked].map(str::to_owned))
    });
}

/// What is refused is refused at a place in the text; what is read comes back from each form.
///
/// `parse` returns the compact, the display and the masked form.
pub fn forms_of(text: &str, parse: impl Fn(&str) -> Result<[String; 3], IdentifierError>) {
    invisible_characters_change_nothing(text, &parse);
    let forms = match parse(text) {
        Ok(forms) => forms,
        Err(reason) => return reason.at().into_iter().for_each(|at| assert_offset(text, at)),
    };
    let [compact, display, masked] = &forms;
    assert!(parse(compact).as_ref() == Ok(&forms), "the compact form is read as another");
    assert!(parse(display).as_ref() == Ok(&forms), "the display form is read as another");
    assert_eq!(masked.chars().count(), display.chars().count(), "the mask shifts");
    assert!(!masked.contains(char::is_alphabetic), "a letter shows through the mask");
    assert!(masked.matches(char::is_numeric).count() <= 2, "digits show through the mask");
}

/// A character that nobody sees shifts the place of what is wrong, and changes nothing else.
///
/// Behind it, numbers are read the long way: so the short way for letters and digits is held to it.
fn invisible_characters_change_nothing(
    text: &str,
    parse: impl Fn(&str) -> Result<[String; 3], IdentifierError>,
) {
    const INVISIBLE: &str = "\u{2060}";
    if text.len() + INVISIBLE.len() <= 1024 {
        let hidden = parse(&format!("{INVISIBLE}{text}"));
        let reason = |shift: usize| {
            move |error: IdentifierError| (error.name(), error.at().map(|at| at + shift))
        };
        let shown = parse(text).map_err(reason(INVISIBLE.len()));
        assert!(shown == hidden.map_err(reason(0)), "read as another behind what nobody sees");
    }
}

fn one_call_says_the_level_that_two_say(kind: IdentifierKind, text: &str) {
    for (year, month, day) in [(1999, 12, 31), (2026, 11, 22)] {
        let Some(today) = Date::new(year, month, day) else { continue };
        let two = kind.parse(text).map(|identifier| identifier.level(today));
        assert_eq!(kind.level(text, today), two);
    }
}

fn check_levels(level: impl Fn(Date) -> Level) {
    for (year, month, day) in [(1, 1, 1), (1999, 12, 31), (2026, 11, 22), (9999, 12, 31)] {
        let Some(today) = Date::new(year, month, day) else { continue };
        assert_eq!(level(today), level(today));
    }
}

/// A synthetic number has the shape of its kind, and `check` refuses it, from 1981 to
/// 2099.
fn synthetic_numbers_are_refused(bytes: &[u8]) {
    let number = Input::new(bytes).number();
    for kind in IdentifierKind::ALL {
        let Some(synthetic) = kind.synthetic(number) else { continue };
        assert!(kind.parse(synthetic.compact()).is_ok(), "a synthetic number has no shape");
        for year in [1981, 2000, 2026, 2080, 2099] {
            let Some(today) = Date::new(year, 6, 1) else { continue };
            assert!(synthetic.level(today) < Level::CheckDigit, "it may be somebody's");
            let born = Nam::parse(synthetic.compact()).map(|nam| nam.check_born(today));
            assert!(!matches!(born, Ok(Ok(_))), "it may be somebody's");
        }
    }
}

/// Pseudonyms are equal where kind, compact form and group are, and differ elsewhere.
fn pseudonyms_differ_with_what_they_are_of(bytes: &[u8]) {
    let mut input = Input::new(bytes);
    let groups = [input.bytes(), input.bytes()];
    let Ok(key) = ServiceKey::new(0, &[7; 32]) else { return };
    let [first, second] = groups.map(|group| PseudonymKey::new(&key, group));
    let texts = [input.text(), input.text()];
    let kinds = IdentifierKind::ALL.iter();
    let all: Vec<_> = kinds.flat_map(|kind| texts.iter().map(|it| kind.parse(it))).collect();
    for a in all.iter().flatten() {
        let same_group = a.pseudonym(&first) == a.pseudonym(&second);
        assert_eq!(same_group, groups[0] == groups[1], "groups join");
        for b in all.iter().flatten() {
            let same = a.kind() == b.kind() && a.compact() == b.compact();
            assert_eq!(a.pseudonym(&first) == b.pseudonym(&first), same, "numbers join");
        }
    }
}

/// Whether the check digit of a business number fits.
pub fn bn_fits(text: &str) -> bool {
    let Some(today) = Date::new(2026, 11, 22) else { return false };
    BusinessNumber::parse(text).is_ok_and(|number| number.level(today) == Level::CheckDigit)
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
