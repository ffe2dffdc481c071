//! What is known of Latin against what is known of all of Unicode, and the latter against
//! `unicode-normalization`: over every scalar, and over random texts.
#![allow(clippy::indexing_slicing, clippy::unwrap_used, reason = "a test may panic")]

use std::collections::BTreeMap;
use std::string::String as Text;
use std::vec::Vec;
use std::{format, println};

use icu_normalizer::properties::CanonicalCombiningClassMapBorrowed;
use unicode_normalization::UnicodeNormalization;

use super::freeform::{Freeform, is_barred};
use super::latin::Latin;
use super::{MAX_BYTES, MAX_TYPED_BYTES, Repertoire, String, context, fold, prepare};
use crate::password::PasswordError;
use crate::text::{self, TextError, is_space};

type Answer = Result<String<MAX_BYTES>, PasswordError>;

fn prepared<R: Repertoire>(typed: &str) -> Answer {
    let mut text = String::new();
    prepare::<R>(typed.as_bytes(), &mut text).map(|()| text)
}

/// Asserts that both say the same where the tables know the text; returns whether they do.
fn agrees(typed: &str) -> bool {
    let (latin, all) = (prepared::<Latin>(typed), prepared::<Freeform>(typed));
    let knows = !matches!(latin, Err(PasswordError::Unnormalizable { .. }));
    assert!(!knows || latin == all, "{typed:?}: {latin:?}, and {all:?}");
    knows
}

/// What `OpaqueString` makes of a text by the peer, whatever it bars.
fn peer(typed: &str) -> Text {
    typed.chars().map(|c| if is_space(c) { ' ' } else { c }).nfc().collect()
}

fn opaque(typed: &str) -> Text {
    let mut out = String::<2048>::new();
    text::opaque(typed, &mut out).unwrap();
    out.as_str().into()
}

fn latin_letters() -> impl Iterator<Item = char> {
    ('A'..='Z').chain('a'..='z').chain('\u{c0}'..='\u{24f}').chain('\u{1e00}'..='\u{1eff}')
}

fn marks() -> Vec<char> {
    ('\u{300}'..='\u{331}').filter(|&c| agrees(&Text::from(c))).collect()
}

#[test]
fn both_agree_on_every_scalar_alone_and_beside_a_letter_and_a_mark() {
    let (mut known, mut asked) = (0, 0);
    for c in '\0'..=char::MAX {
        for typed in [
            format!("{c}"),
            format!("e{c}"),
            format!("{c}\u{301}"),
            format!("e{c}\u{301}"),
            format!("l\u{b7}{c}"),
            format!("e\u{323}\u{301}{c}l"),
        ] {
            asked += 1;
            known += u32::from(agrees(&typed));
        }
    }
    println!("{asked} texts, {known} known to both");
    assert!(known > 3_000);
}

#[test]
fn both_agree_on_every_latin_letter_with_every_two_marks() {
    let marks = marks();
    assert_eq!(marks.len(), 25);
    for letter in latin_letters() {
        for first in &marks {
            for second in &marks {
                assert!(agrees(&format!("{letter}{first}{second}")));
            }
        }
    }
}

#[test]
fn both_agree_on_random_texts() {
    let marks = marks();
    let pool: Vec<char> = latin_letters()
        .chain(marks.iter().copied().cycle().take(600))
        .chain(" -·ll\u{a0}\u{3000}\u{ad}«€\u{2019}\u{a8}".chars().cycle().take(200))
        .chain(['Ж', '한', '\u{338}', '\u{200d}', '\n'])
        .collect();
    let mut random = Random(1);
    let known = (0..200_000).filter(|_| agrees(&random.text(&pool, 24))).count();
    println!("{known} of 200000 random texts known to both");
    assert!((100_000..200_000).contains(&known));
}

#[test]
fn both_agree_on_length_and_on_marks() {
    for typed in [
        "e".repeat(MAX_BYTES),
        "e".repeat(MAX_BYTES + 1),
        "\u{3000}".repeat(MAX_BYTES),
        "\u{3000}".repeat(MAX_BYTES + 1),
        "e".repeat(MAX_BYTES + 2) + &"\u{301}".repeat(31),
        "e\u{301}".repeat(256),
        "e\u{301}".repeat(257),
        Text::from("\u{ad}") + &"e".repeat(MAX_BYTES),
    ] {
        assert!(agrees(&typed), "{} bytes", typed.len());
    }
    for before in ["", "Ǖ", "ab\u{301}", "e"] {
        for count in 28..=32 {
            let typed = Text::from(before) + &"\u{323}".repeat(count) + "x";
            assert_eq!(prepared::<Latin>(&typed), prepared::<Freeform>(&typed), "{typed:?}");
        }
    }
}

#[test]
fn refuses_ten_thousand_marks() {
    let typed = Text::from("e") + &"\u{301}\u{327}".repeat(5_000);
    let refused = text::opaque(&typed, &mut String::<32768>::new());
    assert_eq!(refused, Err(TextError::TooManyMarks { at: 1 + 60 }));
}

#[test]
fn the_peer_agrees_on_every_scalar() {
    for c in '\0'..=char::MAX {
        let typed = Text::from(c);
        assert_eq!(opaque(&typed), peer(&typed), "{c:?}");
        let (decomposed, within) = (typed.nfd().collect::<Text>(), format!("a{c}\u{301}"));
        assert_eq!(opaque(&decomposed), peer(&typed), "{c:?}, decomposed");
        assert_eq!(opaque(&within), peer(&within), "{c:?} within");
    }
}

/// Every starter of a composite with every second of one, and with marks of every class.
#[test]
fn the_peer_agrees_on_every_canonical_pair() {
    let composites = || ('\0'..=char::MAX).filter(|&c| ![c].into_iter().nfd().eq([c]));
    let mut firsts: Vec<char> = composites().filter_map(|c| [c].into_iter().nfd().next()).collect();
    let mut seconds: Vec<char> =
        composites().flat_map(|c| [c].into_iter().nfd().skip(1).collect::<Vec<_>>()).collect();
    let classes = CanonicalCombiningClassMapBorrowed::new();
    let by_class: BTreeMap<u8, char> = ('\0'..=char::MAX).map(|c| (classes.get_u8(c), c)).collect();
    assert!(by_class.len() > 50);
    seconds.extend(by_class.into_values());
    firsts.extend(composites());
    for list in [&mut firsts, &mut seconds] {
        list.sort_unstable();
        list.dedup();
    }
    println!("{} firsts, {} seconds", firsts.len(), seconds.len());
    for first in &firsts {
        for second in &seconds {
            let typed = format!("{first}{second}");
            assert_eq!(opaque(&typed), peer(&typed), "{typed:?}");
        }
    }
}

#[test]
fn texts_that_are_canonically_equivalent_are_prepared_alike() {
    let pool: Vec<char> = ('\0'..=char::MAX)
        .filter(|&c| ![c].into_iter().nfd().eq([c]) && !('가'..='힣').contains(&c))
        .chain(('\u{300}'..='\u{36f}').cycle().take(1_000))
        .chain(('\u{1100}'..='\u{11ff}').chain('가'..='갿').cycle().take(1_500))
        .chain("abélΐ·\u{387} क्\u{200d}ب\u{200c}٣۳".chars().cycle().take(500))
        .collect();
    let mut random = Random(2);
    let mut right = 0;
    for _ in 0..200_000 {
        let typed = random.text(&pool, 8);
        let once = prepared::<Freeform>(&typed);
        let forms = [typed.nfc().collect::<Text>(), typed.nfd().collect()];
        for form in forms {
            let other = prepared::<Freeform>(&form);
            let name = |answer: &Answer| answer.clone().map_err(|error| error.name());
            assert_eq!(name(&other), name(&once), "{typed:?}");
        }
        if let Ok(once) = once {
            right += 1;
            assert_eq!(once.as_str(), peer(&typed));
            assert_eq!(prepared::<Freeform>(&once), Ok(once.clone()), "{typed:?} is not stable");
        }
    }
    println!("{right} of 200000 allowed");
    assert!(right > 50_000);
}

/// Jamo that normalization makes into no syllable are barred, at the first of them.
#[test]
fn tells_the_jamo_that_stay_alone() {
    let alone = |text: &str| text.nfc().any(|c| ('\u{1100}'..='\u{11ff}').contains(&c));
    let pool: Vec<char> =
        "\u{1100}\u{1112}\u{1113}\u{1161}\u{1175}\u{1176}\u{11a7}\u{11a8}\u{11c2}\u{11c3}가각힣a"
            .chars()
            .collect();
    let mut random = Random(3);
    for _ in 0..200_000 {
        let typed = random.text(&pool, 7);
        match prepared::<Freeform>(&typed) {
            Ok(_) => assert!(!alone(&typed), "{typed:?}"),
            Err(PasswordError::Disallowed { at }) => {
                let (before, rest) = typed.split_at(at);
                let through = Text::from(before) + &rest[..rest.chars().next().unwrap().len_utf8()];
                assert!(!alone(before) && alone(&through) && alone(&typed), "{typed:?} at {at}");
            }
            Err(other) => panic!("{typed:?}: {other}"),
        }
    }
}

/// What `barred_anywhere` and `out_of_place` take for granted.
#[test]
fn normalization_leaves_what_is_barred_or_in_context_alone() {
    for c in '\0'..=char::MAX {
        let parts: Vec<char> = [c].into_iter().nfd().collect();
        if parts == [c] {
            continue;
        }
        let hangul = ('가'..='힣').contains(&c);
        assert!(!is_barred(c) && !context::has_rule(c), "{c:?} is changed");
        assert!(hangul || !parts.iter().any(|&part| is_barred(part)), "{c:?} hides one");
        let hides_a_dot = parts.iter().any(|&part| context::has_rule(part));
        assert_eq!(hides_a_dot, c == '\u{387}', "{c:?}");
    }
}

/// RFC 8264 §9.17 comes before the categories: a compatibility character is allowed.
#[test]
fn bars_no_compatibility_character_by_its_category() {
    use icu_properties::props::{DefaultIgnorableCodePoint, HangulSyllableType};
    use icu_properties::{CodePointMapData, CodePointSetData};
    let ignorable = CodePointSetData::new::<DefaultIgnorableCodePoint>();
    let hangul = CodePointMapData::<HangulSyllableType>::new();
    for c in ('\0'..=char::MAX).filter(|&c| is_barred(c)) {
        let earlier = ignorable.contains(c)
            || hangul.get(c) != HangulSyllableType::NotApplicable
            || [c].into_iter().nfkc().eq([c]);
        assert!(earlier, "{c:?}");
    }
}

/// The most bytes that can be typed for a byte that is prepared: every part of a character may come
/// as the longest character that is canonically the same.
#[test]
fn reads_as_many_bytes_as_a_prepared_password_may_be_typed_with() {
    let mut longest = BTreeMap::new();
    for c in '\0'..=char::MAX {
        let mut parts = [c].into_iter().nfd();
        if let (Some(part), None) = (parts.next(), parts.next()) {
            let length = longest.entry(part).or_insert(0);
            *length = c.len_utf8().max(*length);
        }
    }
    let typed = |c: char| [c].into_iter().nfd().map(|part| longest[&part]).sum::<usize>();
    let mut worst = (3, 1, ' ');
    for c in '\0'..=char::MAX {
        assert!(c.len_utf8() <= typed(c), "{c:?}");
        let composed = [c].into_iter().nfc().eq([c]);
        if composed && typed(c) * worst.1 > worst.0 * c.len_utf8() {
            worst = (typed(c), c.len_utf8(), c);
        }
    }
    assert_eq!(worst, (7, 2, 'ΐ'));
    assert_eq!(MAX_TYPED_BYTES, 7 * MAX_BYTES / 2);
    let most = "\u{1fbe}\u{308}\u{301}".repeat(MAX_BYTES / 2);
    assert_eq!(prepared::<Freeform>(&most).unwrap().as_str(), "ΐ".repeat(MAX_BYTES / 2));
}

fn folded<R: Repertoire>(typed: &str) -> Answer {
    let (mut text, mut folding) = (String::new(), String::new());
    prepare::<R>(typed.as_bytes(), &mut text)?;
    fold::fold::<R>(typed.as_bytes(), &text, &mut folding)?;
    assert!(!folding.is_empty());
    Ok(folding)
}

/// Asserts that both fold alike where the tables know the text; returns whether they do.
fn folds_alike(typed: &str) -> bool {
    let (latin, all) = (folded::<Latin>(typed), folded::<Freeform>(typed));
    let knows = !matches!(latin, Err(PasswordError::Unnormalizable { .. }));
    assert!(!knows || latin == all, "{typed:?}: {latin:?}, and {all:?}");
    knows
}

#[test]
fn both_fold_every_scalar_alike_alone_and_beside_a_letter_and_a_mark() {
    let mut known = 0;
    for c in '\0'..=char::MAX {
        for typed in [format!("{c}"), format!("e{c}"), format!("E{c}\u{301}œ")] {
            known += u32::from(folds_alike(&typed));
        }
    }
    println!("{known} texts folded by both");
    assert!(known > 2_000);
}

/// What is folded is folded; upper and lower case, decomposed or not, are one answer.
#[test]
fn folding_is_stable_and_blind_to_case_and_form() {
    let mut answers = 0;
    for c in '\0'..=char::MAX {
        let typed = format!("a{c}");
        let Ok(once) = folded::<Freeform>(&typed) else { continue };
        answers += 1;
        assert_eq!(folded::<Freeform>(&once), Ok(once.clone()), "{c:?}");
        for other in [typed.to_uppercase(), typed.to_lowercase(), typed.nfd().collect()] {
            let other = folded::<Freeform>(&other);
            // A letter whose other case is newer than the tables, or barred, has one case.
            let same = other == Ok(once.clone());
            assert!(same || matches!(other, Err(PasswordError::Disallowed { .. })), "{c:?}");
        }
    }
    println!("{answers} scalars fold");
    assert!(answers > 150_000);
}

#[test]
fn names_the_letter_without_a_key_where_it_was_typed() {
    for (typed, at) in [("Ə", 0), ("e\u{301}\u{327}ɐ", 5), ("cote\u{301}ƒ", 6), ("€Ɓ", 3)] {
        let refused = Err(PasswordError::Unnormalizable { at });
        assert_eq!(folded::<Latin>(typed), refused, "{typed:?}");
    }
    assert_eq!(folded::<Freeform>("Ə").unwrap(), "ə");
}

#[test]
fn folds_case_accents_and_typography_away_and_nothing_else() {
    for (typed, answer) in [
        ("Saint-Étienne", "SAINTETIENNE"),
        ("« L'Œuvre », tome 2.", "LOEUVRETOME2"),
        ("12/05/1980", "12051980"),
        ("C++", "C++"),
        ("C#", "C#"),
        ("5 $", "5$"),
        ("5 €", "5€"),
        ("e\u{301}\u{327}", "E"),
        ("\u{301}a", "A"),
        ("ª", "ª"),
        ("2×3", "2×3"),
        ("Straße", "STRASSE"),
    ] {
        assert_eq!(folded::<Latin>(typed).unwrap(), answer, "{typed:?}");
        assert_eq!(folded::<Freeform>(typed).unwrap(), answer, "{typed:?}");
    }
    for (typed, answer) in [
        ("ﬁn", "FIN"),
        ("Ａｂ１", "AB1"),
        ("Ὀδυσσεύς", "οδυσσευσ"),
        ("ΟΔΥΣΣΕΥΣ", "οδυσσευσ"),
        ("Ёлка", "елка"),
        ("한국어", "한국어"),
        ("می\u{200c}خواهم", "میخواهم"),
        ("٣", "٣"),
    ] {
        assert_eq!(folded::<Freeform>(typed).unwrap(), answer, "{typed:?}");
    }
    for typed in ["?!", "…", "-", " ", "\u{301}", "«\u{a0}»"] {
        assert_eq!(folded::<Latin>(typed), Err(PasswordError::Empty), "{typed:?}");
        assert_eq!(folded::<Freeform>(typed), Err(PasswordError::Empty), "{typed:?}");
    }
}

#[test]
fn bars_what_has_no_place() {
    for (typed, at) in [
        ("ab\u{ad}", 2),
        ("\u{200b}", 0),
        ("❤\u{fe0f}", 3),
        ("👩\u{200d}💻", 4),
        ("\u{e000}", 0),
        ("a\u{378}", 1),
        ("\u{fdd0}", 0),
        ("ـ", 0),
        ("a\u{2028}", 1),
        ("l·L", 1),
        ("l\u{387}a", 1),
        ("\u{301}\u{375}a", 2),
        ("a׳", 1),
        ("ab・", 2),
        ("٣۳", 0),
        ("ب\u{200c}a", 2),
        ("a\u{200c}ب", 1),
        ("ab\u{200d}", 2),
    ] {
        assert_eq!(prepared::<Freeform>(typed), Err(PasswordError::Disallowed { at }), "{typed:?}");
    }
}

#[test]
fn allows_what_has_its_place() {
    for typed in [
        "пароль",
        "密码",
        "パス・ワード",
        "כ״ג",
        "ג׳",
        "٣٤",
        "۳۴",
        "क्\u{200d}",
        "क्\u{200c}ष",
        "بی\u{200c}بی",
        "ب\u{64b}\u{200c}\u{64b}ب",
        "͵α",
        "l·l",
        "ﬁ",
        "𝟘",
        "한국어",
        "👩",
        "〇",
        "۽",
    ] {
        assert_eq!(prepared::<Freeform>(typed).unwrap().as_str(), peer(typed), "{typed:?}");
    }
}

/// `SplitMix64`.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z >> 33) % u64::try_from(bound).unwrap()).unwrap()
    }

    fn text(&mut self, pool: &[char], longest: usize) -> Text {
        let length = 1 + self.below(longest);
        (0..length).map(|_| pool[self.below(pool.len())]).collect()
    }
}
