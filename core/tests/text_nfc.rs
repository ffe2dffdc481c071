//! `text::nfc` against the `unicode-normalization` crate, over everything that it supports.

use heapless::String;
use sceau::text::{MAX_MARKS, TextError, nfc};
use unicode_normalization::UnicodeNormalization;

fn supported() -> impl Iterator<Item = char> + Clone {
    ['\u{292}']
        .into_iter()
        .chain('\u{20}'..='\u{24f}')
        .chain('\u{1e00}'..='\u{1eff}')
        .chain('\u{2010}'..='\u{2027}')
        .chain('\u{20a0}'..='\u{20bf}')
}

/// The marks of the canonical decompositions of Latin, found with the peer.
fn marks() -> Vec<char> {
    let mut marks: Vec<char> = ('\u{c0}'..='\u{24f}')
        .chain('\u{1e00}'..='\u{1eff}')
        .flat_map(|c| c.nfd().skip(1))
        .collect();
    marks.sort_unstable();
    marks.dedup();
    marks
}

/// Agrees with the peer; or refuses what the peer takes out of the supported characters.
fn agrees(text: &[char], marks: &[char]) {
    let text: std::string::String = text.iter().collect();
    let expected: String<32> = text.nfc().collect();
    let inside = expected.chars().all(|c| supported().any(|s| s == c) || marks.contains(&c));
    let mut out = String::<32>::new();
    match nfc(&text, &mut out) {
        Ok(()) => {
            assert_eq!(out, expected, "{text:?}");
            assert!(out.len() <= 2 * text.len(), "{text:?}");
        }
        Err(error) => {
            assert_eq!(error, TextError::Unnormalizable { at: 0 }, "{text:?}");
            assert!(!inside, "{text:?}");
        }
    }
}

#[test]
fn knows_every_mark_of_latin_and_no_other() {
    let marks = marks();
    assert_eq!(marks.len(), 25);
    for c in '\u{300}'..='\u{36f}' {
        let mut out = String::<4>::new();
        let known = nfc(c.encode_utf8(&mut [0; 4]), &mut out).is_ok();
        assert_eq!(known, marks.contains(&c), "{c:?}");
    }
}

#[test]
fn agrees_on_every_scalar_or_refuses_it() {
    let marks = marks();
    for c in '\0'..=char::MAX {
        let mut out = String::<4>::new();
        let known = supported().any(|s| s == c) || marks.contains(&c);
        match nfc(c.encode_utf8(&mut [0; 4]), &mut out) {
            Ok(()) => assert!(known && out.chars().eq([c].into_iter().nfc()), "{c:?}"),
            Err(error) => {
                assert_eq!(error, TextError::Unnormalizable { at: 0 });
                assert!(!known, "{c:?}");
            }
        }
    }
}

#[test]
fn agrees_on_every_pair_and_triple() {
    let marks = marks();
    for base in supported().chain(marks.iter().copied()) {
        for &first in &marks {
            agrees(&[base, first], &marks);
            for &second in &marks {
                agrees(&[base, first, second], &marks);
            }
        }
    }
}

#[test]
fn refuses_the_six_pairs_whose_composites_lie_outside() {
    for text in ["<\u{338}", "=\u{338}", ">\u{338}"] {
        assert_refused(text, TextError::Unnormalizable { at: 1 });
    }
    assert_refused("\u{a8}\u{342}", TextError::Unnormalizable { at: 2 });
    for text in ["\u{a8}\u{300}", "\u{a8}\u{301}", "\u{a8}\u{323}\u{301}"] {
        assert_refused(text, TextError::Unnormalizable { at: 0 });
    }
}

#[test]
fn names_the_first_mark_too_many() {
    let text = std::string::String::from("xa") + &"\u{301}".repeat(MAX_MARKS);
    assert!(nfc(&text, &mut String::<80>::new()).is_ok());
    assert_refused(&(text.clone() + "\u{301}"), TextError::TooManyMarks { at: 2 + 60 });
    // Ǖ brings two of its own.
    let text = std::string::String::from("Ǖ") + &"\u{323}".repeat(MAX_MARKS - 1);
    assert_refused(&text, TextError::TooManyMarks { at: 2 + 56 });
}

#[test]
fn refuses_a_result_longer_than_the_buffer() {
    assert!(nfc("ÉÉ", &mut String::<4>::new()).is_ok());
    assert_eq!(nfc("ÉÉÉ", &mut String::<4>::new()), Err(TextError::TooLong));
    // Four bytes that become five.
    assert_eq!(nfc("é\u{323}", &mut String::<4>::new()), Err(TextError::TooLong));
}

#[test]
fn refuses_other_scripts_and_controls_where_they_stand() {
    for text in ["ab\u{418}", "ab\n", "ab\u{1f600}", "ab\u{3b1}", "ab\u{200b}", "ab\u{ff21}"] {
        assert_refused(text, TextError::Unnormalizable { at: 2 });
    }
}

#[test]
fn replaces_what_the_buffer_held() {
    let mut out = String::<8>::try_from("before").unwrap();
    nfc("e\u{301}", &mut out).unwrap();
    assert_eq!(out, "é");
}

fn assert_refused(text: &str, error: TextError) {
    assert_eq!(nfc(text, &mut String::<128>::new()), Err(error), "{text:?}");
}
