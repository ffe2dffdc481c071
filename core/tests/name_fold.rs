//! Facts and laws of the RAMQ key.

#![allow(clippy::unwrap_used)]

use sceau::name::{MAX_KEY_LETTERS, MAX_NAME_BYTES, NameError, fold};
use unicode_normalization::UnicodeNormalization;

fn key(name: &str) -> String {
    fold(name).unwrap().as_str().into()
}

#[test]
fn drops_accents_case_and_separators() {
    for (name, expected) in [
        ("Élise Séraphin", "ELISESERAPHIN"),
        ("E\u{301}lise", "ELISE"),
        ("D'Œuvray-Côté", "DOEUVRAYCOTE"),
        ("L’Écuyer", "LECUYER"),
        ("Nguyễn Thị", "NGUYENTHI"),
        ("  St. Jean\u{a0}Baptiste ", "STJEANBAPTISTE"),
        ("Jean\u{ad}Pierre\u{200b}", "JEANPIERRE"),
        ("Ｌｉ", "LI"),
        ("Ǘ", "U"),
    ] {
        assert_eq!(key(name), expected, "{name}");
    }
}

#[test]
fn gives_letters_without_a_decomposition_their_keys() {
    for (letters, expected) in [
        ("ÆæǼ", "AEAEAE"),
        ("Œœ", "OEOE"),
        ("ßẞ", "SSSS"),
        ("ØøǾ", "OOO"),
        ("ĐđÐð", "DDDD"),
        ("Þþ", "THTH"),
        ("Ħħ", "HH"),
        ("ıİ", "II"),
        ("Łł", "LL"),
        ("Ŋŋŉ", "NNN"),
        ("Ŧŧ", "TT"),
        ("Ĳĳ", "IJIJ"),
        ("Ŀŀ", "LL"),
        ("ſẛ", "SS"),
        ("ĸ", "K"),
    ] {
        assert_eq!(key(letters), expected, "{letters}");
    }
}

#[test]
fn refuses_a_name_without_letters() {
    for name in ["", " ", "\u{a0}\u{2009}", "-", "'.'", "\u{ad}\u{200b}\u{feff}"] {
        assert_eq!(fold(name), Err(NameError::Empty), "{name:?}");
    }
}

#[test]
fn refuses_other_scripts_and_letters_without_a_key() {
    for (name, at) in [
        ("Иванов", 0),
        ("Bouch\u{410}rd", 5),
        ("Ελένη", 0),
        ("Ə", 0),
        ("aƁ", 1),
        ("aª", 1),
        ("aº", 1),
        ("aµ", 1),
        ("aǮ", 1),
        ("aǄ", 1),
        ("李", 0),
        ("a\u{5d0}", 1),
        ("a\u{338}", 1),
        ("a\u{212a}", 1),
        ("a\u{1d400}", 1),
    ] {
        assert_eq!(fold(name), Err(NameError::Unsupported { at }), "{name:?}");
    }
}

#[test]
fn refuses_digits_controls_symbols_and_stray_accents() {
    for (name, at) in [
        ("Jean2", 4),
        ("é２", 2),
        ("a\n", 1),
        ("a\0", 1),
        ("a\u{85}", 1),
        ("a,b", 1),
        ("a×b", 1),
        ("a€", 1),
        ("a→", 1),
        ("a\u{1f600}", 1),
        ("a\u{202e}", 1),
        ("a\u{fffd}", 1),
        ("\u{301}a", 0),
        ("a -\u{301}", 2),
        ("a¨\u{301}", 1),
    ] {
        assert_eq!(fold(name), Err(NameError::Character { at }), "{name:?}");
    }
}

#[test]
fn refuses_more_than_thirty_marks_on_a_letter() {
    let name = String::from("xe") + &"\u{301}".repeat(30);
    assert_eq!(key(&name), "XE");
    assert_eq!(fold(&(name + "\u{301}")), Err(NameError::TooManyMarks { at: 62 }));
}

#[test]
fn refuses_a_name_or_a_key_that_is_too_long() {
    assert_eq!(key(&"a".repeat(MAX_KEY_LETTERS)).len(), MAX_KEY_LETTERS);
    assert_eq!(fold(&"a".repeat(MAX_KEY_LETTERS + 1)), Err(NameError::TooLong { at: 128 }));
    assert_eq!(fold(&("a".repeat(127) + "œ")), Err(NameError::TooLong { at: 127 }));
    let spaces = " ".repeat(MAX_NAME_BYTES - 1) + "a";
    assert_eq!(key(&spaces), "A");
    assert_eq!(fold(&(spaces + " ")), Err(NameError::TooLong { at: 256 }));
    assert_eq!(fold(&"é".repeat(1 << 19)), Err(NameError::TooLong { at: 256 }));
}

#[test]
fn folds_every_character_alike_composed_or_not_and_only_once() {
    let mut folded = 0;
    for c in '\0'..=char::MAX {
        let composed = String::from(c);
        let decomposed: String = composed.nfd().collect();
        match fold(&composed) {
            // U+212A and U+212B are singletons: their decompositions are Latin, they are not.
            Err(_) if matches!(c, '\u{212a}' | '\u{212b}') => {}
            Err(NameError::Character { at: 0 } | NameError::Empty) => {
                // Unicode calls an apostrophe, Roman numerals and letters in circles alphabetic.
                let no_letter = matches!(c, 'ʼ' | '\u{2150}'..='\u{218f}' | '\u{24b6}'..='\u{24e9}'
                    | '\u{1f130}'..='\u{1f189}');
                assert!(no_letter || !c.is_alphabetic(), "{c:?}");
            }
            Err(error) => {
                assert_eq!(error, NameError::Unsupported { at: 0 }, "{c:?}");
                if decomposed.chars().all(|c| c != '\u{338}') {
                    assert!(fold(&decomposed).is_err(), "{c:?}");
                }
            }
            Ok(letters) => {
                folded += 1;
                assert_eq!(fold(&decomposed).as_ref(), Ok(&letters), "{c:?}");
                assert_eq!(fold(letters.as_str()).as_ref(), Ok(&letters), "{c:?}");
                assert!(letters.as_str().bytes().all(|b| b.is_ascii_uppercase()));
            }
        }
    }
    // ASCII and full-width, composites but Ǯ ǯ, and the letters with keys of their own.
    assert_eq!(folded, 2 * 52 + 495 + 30);
}

#[test]
fn hides_the_letters_from_debug() {
    assert_eq!(format!("{:?}", fold("Tremblay").unwrap()), "NameKey(..)");
}
