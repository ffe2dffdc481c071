//! Laws of text and names.

use sceau::name::{
    Comparison, Difference, MAX_NAME_BYTES, NameCompareError, NameError, NameKey, NamePolicy,
    Place, Side, compare, fold,
};
use sceau::text::{TextError, nfc};

use super::{Input, assert_offset};

/// Two texts, each behind its length.
pub fn law(bytes: &[u8]) {
    let mut input = Input::new(bytes);
    let (first, second) = (input.text(), input.text());
    for text in [&first, &second] {
        normalizing_is_idempotent(text, normalize);
        folding_is_idempotent(text, fold_to_key);
        comparing_is_reflexive(text, compare);
    }
    invisible_characters_change_nothing(&first, &second, |a, b| (fold(a), compare(a, b)));
    comparing_is_symmetric(&first, &second, compare);
    keys_agree_unless_letters_differ(&first, &second, compare);
}

/// NFC in a string of its own.
pub fn normalize(text: &str) -> Option<String> {
    let mut out = heapless::String::<1024>::new();
    match nfc(text, &mut out) {
        Ok(()) => return Some(out.as_str().to_owned()),
        Err(TextError::Unnormalizable { at } | TextError::TooManyMarks { at }) => {
            assert_offset(text, at);
        }
        Err(TextError::TooLong) => assert!(text.len() * 2 > out.capacity(), "it would have fit"),
    }
    None
}

/// A key in a string of its own.
pub fn fold_to_key(name: &str) -> Option<String> {
    match fold(name) {
        Ok(key) => {
            assert!(!key.as_str().is_empty(), "a key is never empty");
            assert!(key.as_str().bytes().all(|letter| letter.is_ascii_uppercase()));
            Some(key.as_str().to_owned())
        }
        Err(reason) => {
            assert_offset(name, reason.at());
            None
        }
    }
}

/// What is normal stays as it is.
pub fn normalizing_is_idempotent(text: &str, normalize: impl Fn(&str) -> Option<String>) {
    let Some(once) = normalize(text) else { return };
    assert_eq!(normalize(&once).as_ref(), Some(&once), "normalizing twice");
    assert!(once.len() <= 2 * text.len(), "more than twice as many bytes");
}

/// The key of a key is itself.
pub fn folding_is_idempotent(name: &str, fold: impl Fn(&str) -> Option<String>) {
    let Some(once) = fold(name) else { return };
    assert_eq!(fold(&once).as_ref(), Some(&once), "folding twice");
}

/// A name does not differ from itself, nor from its normal form.
pub fn comparing_is_reflexive(
    name: &str,
    compare: impl Fn(&str, &str) -> Result<Comparison, NameCompareError>,
) {
    let itself = compare(name, name);
    assert_eq!(itself.is_ok(), fold_to_key(name).is_some(), "what has a key can be compared");
    let Ok(itself) = itself else { return };
    assert!(itself.is_identical(), "a name differs from itself");
    assert!(NamePolicy::SAG.accepts(&itself));
    if let Some(normal) = normalize(name).filter(|normal| normal.len() <= 256) {
        let compared = compare(name, &normal);
        assert!(compared.is_ok_and(|compared| compared.is_identical()), "NFC is no difference");
    }
}

/// What a fold and a comparison of two names say.
pub type Said = (Result<NameKey, NameError>, Result<Comparison, NameCompareError>);

/// A character that nobody sees shifts places, and changes nothing else.
///
/// Behind it, names are read the long way: so the short way for names as most are written is held
/// to the long one.
pub fn invisible_characters_change_nothing(
    first: &str,
    second: &str,
    say: impl Fn(&str, &str) -> Said,
) {
    if first.len().max(second.len()) + INVISIBLE.len_utf8() > MAX_NAME_BYTES {
        return;
    }
    let (key, compared) = say(first, second);
    let (hidden_key, hidden) = say(&format!("{INVISIBLE}{first}"), &format!("{INVISIBLE}{second}"));
    let shift = INVISIBLE.len_utf8();
    let reason = |error: NameError, shift: usize| match error {
        NameError::Empty => (error.name(), 0),
        other => (other.name(), other.at() + shift),
    };
    let keys = key.map_err(|it| reason(it, shift)) == hidden_key.map_err(|it| reason(it, 0));
    assert!(keys, "another key behind what nobody sees");
    let places = |found: &Comparison, shift: usize| -> Vec<_> {
        let shifted = |place: Place| {
            let letters = (place.letter_first(), place.letter_second());
            (place.first + shift, place.second + shift, letters)
        };
        Difference::ALL.iter().map(|&it| found.place(it).map(shifted)).collect()
    };
    let of_error = |it: NameCompareError, shift| (it.side, reason(it.error, shift));
    let shown = compared.map_err(|it| of_error(it, shift)).map(|it| places(&it, shift));
    let hidden = hidden.map_err(|it| of_error(it, 0)).map(|it| places(&it, 0));
    assert!(shown == hidden, "other differences behind what nobody sees");
}

const INVISIBLE: char = '\u{2060}';

/// Which of the names comes first changes only the sides.
pub fn comparing_is_symmetric(
    first: &str,
    second: &str,
    compare: impl Fn(&str, &str) -> Result<Comparison, NameCompareError>,
) {
    match (compare(first, second), compare(second, first)) {
        (Ok(there), Ok(back)) => {
            assert_eq!(there.differences(), back.differences(), "other differences");
            // Words in another order have no first place that both sides share.
            if there.contains(Difference::Swapped) {
                return;
            }
            for &difference in Difference::ALL {
                let (Some(there), Some(back)) = (there.place(difference), back.place(difference))
                else {
                    continue;
                };
                assert_offset(first, there.first);
                assert_offset(second, there.second);
                assert_eq!((there.first, there.second), (back.second, back.first), "other places");
                assert_eq!(there.letter_first(), back.letter_second(), "other letters");
                assert_eq!(there.letter_second(), back.letter_first(), "other letters");
            }
        }
        (Err(there), Err(_)) => {
            let at_fault = if there.side == Side::First { first } else { second };
            assert_offset(at_fault, there.error.at());
        }
        _ => panic!("compared in one order only"),
    }
}

/// Names with one key differ in nothing but how it is written; names with two keys differ in more,
/// unless one spells the other's letter (ü, ue).
pub fn keys_agree_unless_letters_differ(
    first: &str,
    second: &str,
    compare: impl Fn(&str, &str) -> Result<Comparison, NameCompareError>,
) {
    let Ok(compared) = compare(first, second) else { return };
    let written = NamePolicy::TOLERANT.accepted().with(Difference::Particle);
    let only_written = compared.differences().is_subset(written);
    let same_key = fold_to_key(first) == fold_to_key(second);
    assert!(!same_key || only_written, "one key, and more than the writing differs");
    let spelled = compared.contains(Difference::Ligature);
    assert!(same_key || !only_written || spelled, "two keys, and only the writing differs");
}
