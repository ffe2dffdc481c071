//! Laws of text and names.

use sceau::name::{
    Comparison, Difference, MAX_DISTANCE, MAX_NAME_BYTES, MAX_ZONE_LETTERS, NameCompareError,
    NameError, NameKey, NamePolicy, Place, Side, compare, distance, fold, fold_icao, matches_icao,
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
        icao_key_is_a_zone(text, fold_to_icao_key);
    }
    invisible_characters_change_nothing(&first, &second, |a, b| (fold(a), compare(a, b)));
    comparing_is_symmetric(&first, &second, compare);
    keys_agree_unless_letters_differ(&first, &second, compare);
    distance_is_counted(&first, &second, distance);
    matching_begins_alike(&first, &second, matches_icao);
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

/// An ICAO key in a string of its own.
pub fn fold_to_icao_key(name: &str) -> Option<String> {
    match (fold_icao(name), fold(name)) {
        (Ok(key), Ok(plain)) => {
            assert_eq!(plain.versioned().strip_prefix("ramq1:"), Some(plain.as_str()));
            assert_eq!(key.versioned().strip_prefix("icao1:"), Some(key.as_str()));
            Some(key.as_str().to_owned())
        }
        // Letters that are spelled, and fillers, make it longer, whatever comes then.
        (Err(NameError::TooLong { at }), _) => {
            assert_offset(name, at);
            None
        }
        (Err(reason), plain) => {
            assert_eq!(plain.err(), Some(reason), "two reasons");
            None
        }
        (Ok(_), Err(_)) => panic!("an ICAO key where RAMQ has none"),
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

/// An ICAO key has letters with single fillers between them, is its own key, and stands for its
/// name.
pub fn icao_key_is_a_zone(name: &str, fold: impl Fn(&str) -> Option<String>) {
    let Some(key) = fold(name) else { return };
    for word in key.split('<') {
        assert!(!word.is_empty(), "a filler at an end, or two");
        assert!(word.bytes().all(|letter| letter.is_ascii_uppercase()), "no letter");
    }
    assert_eq!(fold(&key.replace('<', " ")).as_ref(), Some(&key), "the key's key is another");
    if key.len() <= MAX_ZONE_LETTERS {
        assert_eq!(matches_icao(&key, name), Ok(true), "a name that does not match its key");
    }
}

/// A zone that can be a name's begins with the letter that the name begins with.
pub fn matching_begins_alike(
    machine: &str,
    name: &str,
    matches: impl Fn(&str, &str) -> Result<bool, NameCompareError>,
) {
    match matches(machine, name) {
        Ok(matches) => {
            let name = fold_to_key(name).expect("what matches has a key");
            let zone = machine.trim_matches('<');
            assert!(!matches || zone.bytes().next() == name.bytes().next(), "another beginning");
        }
        Err(reason) => {
            let at_fault = if reason.side == Side::First { machine } else { name };
            assert_offset(at_fault, reason.error.at());
        }
    }
}

/// A distance is what a table of all beginnings says (optimal string alignment), if it is small.
pub fn distance_is_counted(
    first: &str,
    second: &str,
    distance: impl Fn(&str, &str) -> Result<Option<u8>, NameCompareError>,
) {
    let keys = [first, second].map(fold_to_key);
    match (distance(first, second), keys) {
        (Ok(found), [Some(first), Some(second)]) => {
            let slips = slips(first.as_bytes(), second.as_bytes());
            let counted = u8::try_from(slips).ok().filter(|&slips| slips <= MAX_DISTANCE);
            assert_eq!(found, counted, "another distance");
        }
        (Err(_), [None, _] | [_, None]) => {}
        _ => panic!("a distance of what is no name, or none of names"),
    }
}

/// Counts slips without a bound, beginning by beginning.
fn slips(first: &[u8], second: &[u8]) -> usize {
    let mut table = vec![vec![0; second.len() + 1]; first.len() + 1];
    for i in 0..=first.len() {
        for j in 0..=second.len() {
            table[i][j] = match (i, j) {
                (0, longer) | (longer, 0) => longer,
                _ => {
                    let replaced = usize::from(first[i - 1] != second[j - 1]);
                    let one = table[i - 1][j - 1] + replaced;
                    let one = one.min(table[i - 1][j] + 1).min(table[i][j - 1] + 1);
                    let exchanged = i > 1
                        && j > 1
                        && (first[i - 1], first[i - 2]) == (second[j - 2], second[j - 1]);
                    if exchanged { one.min(table[i - 2][j - 2] + 1) } else { one }
                }
            };
        }
    }
    table[first.len()][second.len()]
}
