//! Input that nobody means to send: each time one precise reason, by name, and never a panic.
#![allow(clippy::indexing_slicing, clippy::unwrap_used, reason = "a test may panic")]

use hmac::{KeyInit, Mac};
use sceau::challenge::{
    Challenge, ChallengeBinding, ChallengeChannel, ChallengeLimits, ChallengeOutcome,
    ChallengePolicy, ChallengePurpose, IssueOutcome,
};
use sceau::code::Digits;
use sceau::device::{Device, DeviceOutcome, DevicePolicy, selector};
use sceau::identifier::{
    ActivationKey, AssessmentNotice, BirthDate, BusinessNumber, CardExpiry, CardReference,
    CardSequence, ClicsequrUserCode, EmailAddress, Identifier, IdentifierError, LicenceNumber,
    LicenceReference, Nam, Nas, Neq, PhoneNumber, PostalCode, PostalSecret, QstNumber,
    TemporaryAccessCode, Username,
};
use sceau::identity::{self, Claim, Document, DocumentKind, Field, IdentityOutcome, Verdict};
use sceau::mac::ServiceKey;
use sceau::name::{NamePolicy, Side, compare, distance, fold, fold_icao, matches_icao};
use sceau::otp::{
    Hotp, OtpAlgorithm, OtpError, OtpReading, OtpSecret, OtpTextError, OtpUri, RecoveryCodes,
    RecoveryOutcome, Totp, TotpOutcome, TotpWindow,
};
use sceau::password::{
    AcceptPolicy, CreatePolicy, PasswordAlgorithm, PasswordContext, PasswordError, PasswordPolicy,
    PasswordReason, hash, verify, verify_absent,
};
use sceau::state::{LATEST, StateError, Transition};
use sceau::text::{TextError, UNICODE, is_invisible, is_space, nfc};
use sceau::throttle::{
    Origin, Throttle, ThrottleLimits, ThrottleOutcome, ThrottlePolicy, ThrottleSubject,
};
use sceau::time::{Date, Seconds, UnixTime};

/// What a parser answers: `ok`, or the name of its reason and the offset.
type Parser = fn(&str) -> String;

/// Every parser of text: its answer to nothing, and to a mebibyte of `A`.
const TEXT: [(&str, Parser, &str, &str); 28] = [
    ("nam", identifier::<Nam>, "empty", "too_long 1024"),
    ("nas", identifier::<Nas>, "empty", "too_long 1024"),
    ("assessment_notice", identifier::<AssessmentNotice>, "empty", "too_long 1024"),
    ("card_reference", identifier::<CardReference>, "empty", "too_long 1024"),
    ("username", identifier::<Username>, "empty", "too_long 1024"),
    ("email_address", identifier::<EmailAddress>, "empty", "too_long 1024"),
    ("birth_date", identifier::<BirthDate>, "empty", "too_long 1024"),
    ("card_sequence", identifier::<CardSequence>, "empty", "too_long 1024"),
    ("card_expiry", identifier::<CardExpiry>, "empty", "too_long 1024"),
    ("activation_key", identifier::<ActivationKey>, "empty", "too_long 1024"),
    ("licence_number", identifier::<LicenceNumber>, "empty", "too_long 1024"),
    ("licence_reference", identifier::<LicenceReference>, "empty", "too_long 1024"),
    ("neq", identifier::<Neq>, "empty", "too_long 1024"),
    ("business_number", identifier::<BusinessNumber>, "empty", "too_long 1024"),
    ("qst_number", identifier::<QstNumber>, "empty", "too_long 1024"),
    ("postal_code", identifier::<PostalCode>, "empty", "too_long 1024"),
    ("phone_number", identifier::<PhoneNumber>, "empty", "too_long 1024"),
    ("postal_secret", identifier::<PostalSecret>, "empty", "too_long 1024"),
    ("temporary_access_code", identifier::<TemporaryAccessCode>, "empty", "too_long 1024"),
    ("clicsequr_user_code", identifier::<ClicsequrUserCode>, "empty", "too_long 1024"),
    ("fold", key, "empty 0", "too_long 256"),
    ("compare", comparison, "empty 0", "too_long 256"),
    ("distance", slips, "empty 0", "too_long 256"),
    ("fold_icao", icao_key, "empty 0", "too_long 256"),
    ("matches_icao", zone, "empty 0", "too_long 88"),
    ("nfc", normal, "ok", "too_long"),
    ("hotp", hotp, "malformed", "malformed"),
    ("totp", totp, "malformed", "malformed"),
];

#[test]
fn nothing_and_a_mebibyte_have_a_reason_each() {
    for (name, parse, nothing, mebibyte) in TEXT {
        assert_eq!(parse(""), nothing, "{name}");
        assert_eq!(parse(&"A".repeat(1 << 20)), mebibyte, "{name}");
        assert_ne!(parse(&"é".repeat(1 << 19)), "ok", "{name}");
        assert_ne!(parse(&"\u{301}".repeat(1 << 19)), "ok", "{name}");
    }
    let spaces = "\u{a0}".repeat(1 << 19);
    assert_eq!(identifier::<Nam>(&spaces), "too_long 1024");
    assert_eq!(identifier::<Nam>(&spaces[..1024]), "empty");
}

#[test]
#[allow(clippy::match_same_arms, reason = "a table, parser by parser")]
fn every_single_character_has_a_reason() {
    let expected = |name: &str, c: char| match (name, c) {
        ("hotp" | "totp", _) => "malformed",
        // Normalization leaves a DEL alone; what may not hold one refuses it.
        ("nfc", ' '..='\x7f') => "ok",
        ("nfc", _) => "unnormalizable 0",
        (name, 'A'..='Z' | 'a'..='z') if NAMES.contains(&name) => "ok",
        (name, ' ' | '-' | '\'' | '.' | '`') if NAMES.contains(&name) => "empty 0",
        (name, _) if NAMES.contains(&name) => "character 0",
        ("matches_icao", 'A'..='Z') => "ok",
        ("matches_icao", '<') => "empty 0",
        ("username" | "email_address" | "birth_date" | "card_expiry", ' ') => "empty",
        (name, ' ') if OPAQUE.contains(&name) => "empty",
        (name, c) if OPAQUE.contains(&name) && !c.is_control() => "ok",
        (name, '0'..='9') if DIGITS.contains(&name) => "too_short 1",
        ("licence_number", c) if c.is_ascii_alphabetic() => "too_short 1",
        ("postal_code", c) if "DFIOQU".contains(c.to_ascii_uppercase()) => "character 0",
        ("postal_code", c) if c.is_ascii_alphabetic() => "too_short 1",
        ("phone_number", '+' | '1'..='9') => "too_short 1",
        ("phone_number", '(' | ')' | '.') => "empty",
        ("username", c) if c.is_ascii_alphanumeric() => "too_short 1",
        ("email_address", '@') => "at_sign 0",
        ("email_address", c) if c.is_ascii_alphanumeric() => "at_sign 1",
        ("email_address", c) if ".!#$%&'*+/=?^_`{|}~-".contains(c) => "at_sign 1",
        ("nam", c) if c.is_ascii_alphabetic() => "too_short 1",
        ("assessment_notice", 'Q' | 'q' | 'M' | 'm') => "too_short 1",
        ("licence_number" | "postal_code" | "phone_number", ' ' | '-') => "empty",
        ("nam" | "assessment_notice", ' ' | '-') => "empty",
        ("birth_date" | "card_expiry", '-') => "character 0",
        (name, ' ' | '-') if DIGITS.contains(&name) => "empty",
        _ => "character 0",
    };
    for (name, parse, ..) in TEXT {
        for c in (0..0x80).map(char::from) {
            assert_eq!(parse(&c.to_string()), expected(name, c), "{name}: {c:?}");
        }
    }
}

/// Where each parser of names says that something stands that is no part of one.
#[test]
fn a_name_with_what_no_name_has_says_where() {
    for (text, reason) in [
        // Look-alikes, first, within, and all of the name: Cyrillic, Greek, Armenian, Cherokee.
        ("Ѕéraphin", "unsupported 0"),
        ("Boucharԁ", "unsupported 7"),
        ("Τremblay", "unsupported 0"),
        ("Tremblаy", "unsupported 6"),
        ("Gagոon", "unsupported 3"),
        ("Ꭱoy", "unsupported 0"),
        ("Séraphin Лавуа", "unsupported 10"),
        ("李 Tremblay", "unsupported 0"),
        ("𝐓remblay", "unsupported 0"),
        // Marks of direction, and what else hides: none of them is left out unseen.
        ("Tremblay\u{200f}", "character 8"),
        ("\u{202e}Tremblay", "character 0"),
        ("Côté\u{2066}", "character 6"),
        ("Trem\u{61c}blay", "unsupported 4"),
        ("Trem\u{fe0f}blay", "unsupported 4"),
        ("Trem\u{e0041}blay", "unsupported 4"),
        ("Trem\u{fffd}blay", "character 4"),
        // Decomposed and full-width names are names.
        ("Ｔｒｅｍｂｌａｙ", "ok"),
        ("Se\u{301}raphin", "ok"),
        ("Ｃｏ\u{302}té", "ok"),
        ("Tremblay\u{ad}", "ok"),
        // An accent on no letter, and one that Latin has not.
        ("\u{301}Tremblay", "character 0"),
        ("Jean-\u{301}Paul", "character 4"),
        ("Tremblay\u{334}", "unsupported 8"),
        ("Roy２", "character 3"),
        ("Roy\t", "character 3"),
        ("   \u{3000}\u{a0}", "empty 0"),
        ("-'.", "empty 0"),
    ] {
        for (name, parse, ..) in TEXT.iter().filter(|(name, ..)| NAMES.contains(name)) {
            assert_eq!(parse(text), reason, "{name}: {text:?}");
        }
    }
    for (name, parse, ..) in TEXT.iter().filter(|(name, ..)| NAMES.contains(name)) {
        for c in (0..0x80).map(char::from) {
            let fits = c.is_ascii_alphabetic() || " -'.`".contains(c);
            let expected = if fits { "ok" } else { "character 7" };
            assert_eq!(parse(&format!("Hélèn{c}e")), expected, "{name}: {c:?}");
        }
    }
}

#[test]
fn ten_thousand_marks_on_a_letter_are_too_long_and_forty_too_many() {
    let marks = |mark: &str, count| format!("E{}", mark.repeat(count));
    for (name, parse, ..) in TEXT.iter().filter(|(name, ..)| NAMES.contains(name)) {
        for (mark, bound) in [("\u{301}", 255), ("\u{327}", 255), ("\u{20dd}", 256)] {
            assert_eq!(parse(&marks(mark, 10_000)), format!("too_long {bound}"), "{name}");
        }
        assert_eq!(parse(&marks("\u{301}", 30)), "ok", "{name}");
        assert_eq!(parse(&marks("\u{301}", 40)), "too_many_marks 61", "{name}");
        // Ê brings one along.
        assert_eq!(parse("Ê\u{301}\u{323}"), "ok", "{name}");
        assert_eq!(parse(&format!("Ê{}", "\u{323}".repeat(40))), "too_many_marks 60", "{name}");
        assert_eq!(parse(&marks("\u{20dd}", 40)), "character 1", "{name}");
    }
    assert_eq!(normal(&marks("\u{301}", 10_000)), "too_many_marks 61");
}

#[test]
fn two_million_names_of_one_letter_are_names() {
    let mut letters = [0_u32; 26];
    for letter in ('A'..='Z').cycle().take(2_000_000) {
        let mut name = [0; 4];
        let key = fold(letter.encode_utf8(&mut name)).unwrap();
        letters[usize::from(key.as_str().as_bytes()[0] - b'A')] += 1;
    }
    assert_eq!((letters[0], letters[25]), (76_924, 76_923));
    // As one name they are too many, at the bound of what is read.
    assert_eq!(key(&"A ".repeat(2_000_000)), "too_long 256");
    assert_eq!(comparison(&"A ".repeat(2_000_000)), "too_long 256");
    assert_eq!(comparison(&"A ".repeat(128)), "ok");
}

#[test]
fn dates_that_are_none_say_what_is_wrong_with_them() {
    for (text, reason) in [
        ("0000-00-00", "date 0"),
        ("0000-01-01", "date 0"),
        ("1900-00-10", "date 5"),
        ("1900-13-10", "date 5"),
        ("1900-02-00", "date 8"),
        ("1900-02-29", "date 8"),
        ("2000-02-29", "ok"),
        ("2023-02-29", "date 8"),
        ("1900-04-31", "date 8"),
        ("9999-12-31", "ok"),
        ("9999-12-32", "date 8"),
        ("10000-01-01", "character 5"),
        ("1900-2-29", "date 5"),
        ("  １９００/０２/２９", "date 22"),
        ("1900\u{2013}02\u{2013}29", "date 12"),
        ("\u{200f}1900-02-28", "character 0"),
        ("1900-02-2\u{669}", "character 9"),
    ] {
        assert_eq!(identifier::<BirthDate>(text), reason, "{text:?}");
    }
    for (text, reason) in
        [("0000-00", "date 0"), ("2026-00", "date 5"), ("2026-13", "date 5"), ("9999-12", "ok")]
    {
        assert_eq!(identifier::<CardExpiry>(text), reason, "{text:?}");
    }
    // In a NAM the date is for `check` to find: month 13, 30 February, month 0.
    let today = Date::new(2026, 11, 25).unwrap();
    for (text, reason) in
        [("SERE75133018", "date 6"), ("SERE75023018", "date 8"), ("SERE00000018", "date 6")]
    {
        let checked = Nam::parse(text).unwrap().check(today);
        let reason_found = checked.map_or_else(|e| told(e.name(), e.at()), |_| "ok".to_owned());
        assert_eq!(reason_found, reason, "{text}");
    }
}

/// Marks of direction, accents, and letters of other scripts, behind what does not count.
#[test]
fn what_is_pasted_into_a_number_is_refused_where_it_stands() {
    const MORE_LETTERS: [&str; 2] = ["username", "email_address"];
    let others = [NAMES, OPAQUE, ["nfc", "hotp", "totp", "matches_icao"]].concat();
    for (name, parse, ..) in TEXT.iter().filter(|(name, ..)| !others.contains(name)) {
        for sign in ["\u{200f}", "\u{202e}", "\u{2066}", "\u{301}", "\u{fe0f}", "é", "李"] {
            if MORE_LETTERS.contains(name) && matches!(sign, "é" | "李") {
                continue;
            }
            assert_eq!(parse(sign), "character 0", "{name}: {sign:?}");
            // Spaces and what is invisible do not count, and shift the place.
            assert_eq!(parse(&format!(" \u{feff}{sign}")), "character 4", "{name}: {sign:?}");
        }
        for nothing in ["   ", "\u{a0}\u{202f}\u{3000}", "\u{200b}\u{ad}"] {
            assert_eq!(parse(nothing), "empty", "{name}: {nothing:?}");
        }
        let marks = format!("A{}", "\u{301}".repeat(10_000));
        assert_eq!(parse(&marks), "too_long 1023", "{name}");
    }
}

#[test]
fn letters_of_other_scripts_are_look_alikes_and_full_width_ones_are_read() {
    // Cyrillic А, Greek Α, mathematical bold 𝐀; a digit of another script looks like no digit.
    for (text, reason) in [
        ("ВERE 7561 3018", "look_alike 0"),
        ("SERЕ 7561 3018", "look_alike 3"),
        ("SERΕ75613018", "look_alike 3"),
        ("SER\u{1d404}75613018", "look_alike 3"),
        ("SERE7561З018", "look_alike 8"),
        ("SERE756130١8", "character 10"),
        ("SEREé5613018", "character 4"),
        ("ＳＥＲＥ　７５６１　３０１８", "ok"),
        ("SERE\u{a0}7561\u{202f}3018", "ok"),
        ("\u{feff}SERE\u{200b}75\u{ad}613018", "ok"),
        ("SERE75613018\0", "too_long 12"),
        ("SERE756130180", "too_long 12"),
        ("SERE756130O8", "differentiator 10"),
    ] {
        assert_eq!(identifier::<Nam>(text), reason, "{text}");
    }
    assert_eq!(identifier::<Nas>("130 692 54O"), "character 10");
    assert_eq!(identifier::<Nas>("130 692 54О"), "look_alike 10");
    assert_eq!(identifier::<Nas>("１３０－６９２－５４４"), "ok");
    assert_eq!(identifier::<Username>("еseraphin"), "look_alike 0");
    assert_eq!(identifier::<EmailAddress>("elise@exаmple.org"), "look_alike 8");
    assert_eq!(identifier::<EmailAddress>("elise@ex ample.org"), "character 8");
    assert_eq!(identifier::<BirthDate>("1975-02-29"), "date 8");
    assert_eq!(identifier::<BirthDate>("1975\u{2011}11\u{2011}30"), "ok");
    assert_eq!(key("Ѕéraphin"), "unsupported 0");
    assert_eq!(key("Séraphin\0"), "character 9");
    assert_eq!(comparison("Séraphin\u{1f600}"), "character 9");
    for typed in
        ["9967２9x", "996729\0", "٩٩٦٧٢٩x", "99672²", "996-729", "-96729", "0x9967", "99672９9"]
    {
        assert_eq!(hotp(typed), "malformed", "{typed}");
    }
}

#[test]
fn the_rules_bear_any_context() {
    const MEBIBYTE: usize = 1 << 20;
    let policy = PasswordPolicy::SAG_2024;
    let password = "plume-eseraphin-verte".as_bytes();
    let reasons = |word: &str| {
        let all = PasswordContext {
            user_name: word,
            email_address: word,
            given_name: word,
            surname: word,
            service: word,
            ..PasswordContext::default()
        };
        let reasons = policy.check(password, &all).expect("a password");
        reasons.iter().map(|finding| finding.reason.name()).collect::<Vec<_>>().join(" ")
    };
    let marks = format!("e{}", "\u{301}".repeat(10_000));
    for nothing in [
        "",
        "\0",
        "...",
        "Жозефина",
        "e\u{441}eraphin",
        &marks,
        &format!("ese{marks}raphin"),
        &"a".repeat(MEBIBYTE),
        &"-".repeat(MEBIBYTE),
        &"é".repeat(MEBIBYTE),
        &format!("eseraphin{}", "x".repeat(MEBIBYTE)),
    ] {
        assert_eq!(reasons(nothing), "", "{:?}", nothing.get(..20));
    }
    let all = "user_name own_email_address person_name service_name";
    assert_eq!(reasons("eseraphin"), all);
    assert_eq!(reasons(&format!("{}eseraphin", "-".repeat(MEBIBYTE))), all);
    for (number, found) in [
        ("130692".to_owned(), true),
        ("-".repeat(MEBIBYTE) + "130692", true),
        ("130692".to_owned() + &"0".repeat(MEBIBYTE), true),
        ("0".repeat(10) + "130692", true),
        ("0".repeat(11) + "130692", false),
        ("0".repeat(MEBIBYTE) + "130692", false),
        ("13069\0".to_owned() + &marks, false),
        ("13069\u{660}".to_owned(), false),
    ] {
        let context = PasswordContext { nam: &number, nas: &number, ..PasswordContext::default() };
        let reasons = policy.check(b"plume-130692-verte", &context).expect("a password");
        assert_eq!(reasons.contains(PasswordReason::OwnNam), found);
        assert_eq!(reasons.contains(PasswordReason::OwnNas), found);
    }
    // Sixteen parts of a name are looked for, and no seventeenth.
    assert_eq!(reasons(&format!("{}seraphin", "xxxx ".repeat(15))), "person_name");
    assert_eq!(reasons(&format!("{}seraphin", "xxxx ".repeat(16))), "");
    // A word of more than 64 letters is looked for by its first 64.
    let long = "ab".repeat(32);
    let context = PasswordContext { user_name: &format!("{long}x"), ..Default::default() };
    let found = policy.check(long.as_bytes(), &context).expect("a password");
    assert!(found.contains(PasswordReason::UserName));
}

#[test]
fn passwords_of_bytes_have_a_reason_at_the_byte() {
    let (create, accept) = (cheap(), AcceptPolicy::default());
    let stored = hash(b"Erable-a-sucre", &[7; 16], &CREATE).unwrap();
    for (password, reason) in [
        (&b""[..], "password_empty"),
        (b"caf\xe9", "password_invalid_utf8 3"),
        (b"\xff", "password_invalid_utf8 0"),
        (b"\xc3", "password_invalid_utf8 0"),
        (b"a\xed\xa0\x80", "password_invalid_utf8 1"),
        (b"a\xf4\x90\x80\x80", "password_invalid_utf8 1"),
        (b"a\0b", "password_control 1"),
        (b"a\x7f", "password_control 1"),
        ("a\u{85}".as_bytes(), "password_control 1"),
        ("Жar".as_bytes(), if UNICODE { "ok" } else { UNKNOWN }),
        ("a\u{ad}".as_bytes(), "password_disallowed 1"),
        (format!("a{}", "\u{301}".repeat(31)).as_bytes(), "password_unnormalizable 61"),
        (format!("e{}", "\u{301}".repeat(10_000)).as_bytes(), "password_too_long"),
        (&[b'a'; 513], "password_too_long"),
        (&vec![b'a'; 1 << 20], "password_too_long"),
        (&vec![0xff; 1 << 20], "password_too_long"),
        // Seven bytes that are prepared to two, as often as there is room for; one byte more is
        // not read.
        ("\u{1fbe}\u{308}\u{301}".repeat(256).as_bytes(), if UNICODE { "ok" } else { UNKNOWN }),
        (&[0xff; 1_792], "password_invalid_utf8 0"),
        (&[0xff; 1_793], "password_too_long"),
    ] {
        assert_eq!(password_reason(hash(password, &[7; 16], &create).err()), reason);
        assert_eq!(password_reason(verify_absent(password, &create).err()), reason);
        let verified = verify(password, stored.as_bytes(), &accept, &create);
        assert_eq!(password_reason(verified.err()), reason);
        let checked = PasswordPolicy::SAG_2024.check(password, &PasswordContext::default());
        assert_eq!(password_reason(checked.err()), reason);
    }
    for byte in 0..=255 {
        let expected = match byte {
            0..0x20 | 0x7f => "password_control 0",
            0x20..0x7f => "ok",
            0x80.. => "password_invalid_utf8 0",
        };
        assert_eq!(password_reason(hash(&[byte], &[7; 16], &create).err()), expected);
    }
    for length in [0, 15, 65, 1 << 20] {
        let salted = hash(b"Erable-a-sucre", &vec![7; length], &CreatePolicy::default());
        assert_eq!(password_reason(salted.err()), "salt_length", "{length}");
    }
}

#[test]
fn stored_hashes_are_whole_or_have_a_reason() {
    let stored = hash(b"Erable-a-sucre", &[7; 16], &CREATE).unwrap();
    let reason = |stored: &[u8]| {
        let accept = AcceptPolicy::default();
        password_reason(verify(b"Erable-a-sucre", stored, &accept, &cheap()).err())
    };
    let whole = stored.as_bytes();
    assert_eq!(reason(whole), "ok");
    assert_eq!(reason(b""), "hash_malformed");
    assert_eq!(reason(&vec![b'$'; 1 << 20]), "hash_too_long");
    assert_eq!(reason(&vec![0xff; 1 << 20]), "hash_too_long");
    for byte in 0..=255 {
        assert_eq!(reason(&[byte]), "hash_malformed", "{byte}");
        let extended = [whole, &[byte]].concat();
        let expected = match byte {
            b'$' => "hash_extra_field",
            b'=' => "hash_padding",
            // Forty-four characters are thirty-three bytes, whatever they are.
            _ => "hash_part_length",
        };
        assert_eq!(reason(&extended), expected, "{byte} behind the hash");
    }
    for length in 0..whole.len() {
        let found = reason(&whole[..length]);
        // PBKDF2's first bytes are those of a shorter key, so that a cut one would match.
        let expected: &[&str] = match length {
            2..14 => &["hash_unsupported_scheme"],
            17 => &["hash_number", "hash_malformed"],
            0..=22 => &["hash_malformed"],
            _ => &["hash_malformed", "hash_part_length", "hash_encoding"],
        };
        assert!(expected.contains(&found.as_str()), "cut to {length}: {found}");
    }
    for (text, expected) in [
        ("$argon2i$v=19$m=65536,t=3,p=4$c2FsdA$aGFzaA", "hash_unsupported_scheme"),
        ("$2b$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW", "hash_unsupported_scheme"),
        (
            "$pbkdf2-sha256$i=1$c2FsdHNhbHRzYWx0c2FsdA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            OUTSIDE,
        ),
        (
            "$pbkdf2-sha256$i=4294967295$c2FsdHNhbHRzYWx0$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            OUTSIDE,
        ),
        (
            "$pbkdf2-sha256$i=4294967296$c2FsdHNhbHRzYWx0$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            "hash_number",
        ),
        (
            "$pbkdf2-sha256$i=010000$c2FsdHNhbHRzYWx0$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            "hash_number",
        ),
        ("$pbkdf2-sha256$i=10000$c2FsdHNhbHRzYWx0$AAAAAAAAAAAAAAAAAAAAAB", "hash_part_length"),
        ("$pbkdf2-sha256$i=10000$c2FsdHNhbHRzYWx0$AAAAAAAAAAAAAAAAAAAAA=", "hash_padding"),
        ("$pbkdf2-sha256$i=10000$$AAAAAAAAAAAAAAAAAAAAAA", "hash_part_length"),
        ("$pbkdf2-sha256$i=10000$c2FsdHNhbHRzYWx0$", "hash_part_length"),
        (
            "＄pbkdf2-sha256$i=10000$c2FsdHNhbHRzYWx0$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            "hash_malformed",
        ),
    ] {
        assert_eq!(reason(text.as_bytes()), expected, "{text}");
    }
}

#[test]
fn a_challenge_is_whole_or_has_a_reason() {
    let (key, row) = (service_key(1), challenge(UnixTime::new(NOW)));
    let reason = |bytes: &[u8]| {
        let read = Challenge::from_bytes(bytes);
        let Ok(row) = read else { return state_reason(read.err()) };
        let (policy, now) = (ChallengePolicy::default(), at(NOW));
        let issued = Challenge::issue(Some(&row), &key, &BINDING, &[9; 16], now, &policy);
        let delivered = row.deliver(&key, &BINDING, now).err();
        let lifted = row.lift(&key, &BINDING, now).err();
        let verified = row.verify(&key, &BINDING, "000000", now).err();
        assert_eq!([issued.err(), delivered, lifted], [verified; 3], "another reason");
        state_reason(verified)
    };
    assert_states(row.as_bytes(), reason);
    let purpose = ChallengePurpose::Recovery;
    let other = |binding| state_reason(row.verify(&key, &binding, "1", at(NOW)).err());
    assert_eq!(other(ChallengeBinding { purpose, ..BINDING }), "state_wrong_purpose");
    let purpose = ChallengePurpose::SignIn;
    assert_eq!(other(ChallengeBinding { purpose, ..BINDING }), "state_sign_in_channel");
    assert_eq!(
        other(ChallengeBinding { channel: ChallengeChannel::Text, ..BINDING }),
        "state_wrong_purpose"
    );
    let (user, destination) = (&b"eseraphi"[..], &b"nelise.seraphin@example.org"[..]);
    assert_eq!(other(ChallengeBinding { user, ..BINDING }), "state_unauthentic");
    assert_eq!(other(ChallengeBinding { user, destination, ..BINDING }), "state_unauthentic");
    let mebibyte = vec![0; 1 << 20];
    assert_eq!(other(ChallengeBinding { user: &mebibyte, ..BINDING }), "state_unauthentic");
    let elsewhere = row.verify(&service_key(2), &BINDING, "1", at(NOW));
    assert_eq!(state_reason(elsewhere.err()), "state_unknown_key");
}

#[test]
fn what_is_typed_and_is_no_code_is_malformed_and_counts_nothing() {
    let (key, mut row) = (service_key(1), challenge(at(NOW)));
    let spaces = |count| format!("{}000000", " ".repeat(count));
    let long = [spaces(1 << 20), "\u{2007}".repeat(1 << 20), "0".repeat(1 << 20), spaces(123)];
    let odd = [
        "",
        " ",
        "00000",
        "0000000",
        "+000000",
        "-00000",
        "00000.",
        "0.00000",
        "000,000",
        "000-000",
        "O00000",
        "00000o",
        "00000О",
        "l11111",
        "І11111",
        "00000²",
        "00000①",
        "0x0000",
        "000000\0",
        "000000\n",
        "\t000000",
        "00000\u{301}0",
        "（000000）",
        "〇00000",
        "1e5",
    ];
    for typed in odd.into_iter().chain(long.iter().map(String::as_str)) {
        let step = row.verify(&key, &BINDING, typed, at(NOW)).unwrap();
        assert_eq!(step.outcome, ChallengeOutcome::Malformed, "{typed:.40?}");
        row = step.next;
    }
    let step = row.verify(&key, &BINDING, &spaces(122), at(NOW)).unwrap();
    let four = matches!(step.outcome, ChallengeOutcome::Wrong { left: 4 });
    assert!(four, "an attempt was counted, or the first comparison found the code");
}

#[test]
fn a_posted_challenge_is_whole_or_has_a_reason() {
    let (key, row) = (service_key(1), posted(at(NOW)).next);
    let reason = |bytes: &[u8]| {
        let read = Challenge::from_bytes(bytes);
        state_reason(read.and_then(|row| row.verify(&key, &BY_POST, "0", at(NOW))).err())
    };
    assert_states(row.as_bytes(), reason);
    for channel in [ChallengeChannel::Email, ChallengeChannel::Text] {
        let binding = ChallengeBinding { channel, ..BY_POST };
        let other = row.verify(&key, &binding, "0", at(NOW));
        assert_eq!(state_reason(other.err()), "state_wrong_purpose");
        let policy = ChallengePolicy::new(ChallengeLimits::post()).unwrap();
        let issued = Challenge::issue(Some(&row), &key, &binding, &[9; 16], at(NOW), &policy);
        assert_eq!(state_reason(issued.err()), "state_wrong_policy");
    }
    let policy = ChallengePolicy::default();
    let issued = Challenge::issue(Some(&row), &key, &BY_POST, &[9; 16], at(NOW), &policy);
    assert_eq!(state_reason(issued.err()), "state_wrong_policy");
}

#[test]
fn what_is_copied_from_paper_and_is_no_code_is_malformed_and_counts_nothing() {
    let issued = posted(at(NOW));
    let IssueOutcome::Issued { code, .. } = issued.outcome else { panic!("a first code") };
    let (key, mut row, code) = (service_key(1), issued.next, code.compact());
    let code = code.as_str();
    let spaces = |count| format!("{}{code}", " ".repeat(count));
    let long = [spaces(1 << 20), "-".repeat(1 << 20), "0".repeat(1 << 20), spaces(116)];
    let around =
        ["+", ".", "_", "\t", "\n", "\0", "0", "U", "u", "О", "І", "²", "①", "〇", "\u{301}"];
    let around = around.iter().flat_map(|odd| [format!("{code}{odd}"), format!("{odd}{code}")]);
    let cut = (0..13).map(|length| code[..length].to_owned());
    for typed in around.chain(cut).chain(long) {
        let step = row.verify(&key, &BY_POST, &typed, at(NOW)).unwrap();
        assert_eq!(step.outcome, ChallengeOutcome::Malformed, "{typed:.40?}");
        row = step.next;
    }
    let step = row.verify(&key, &BY_POST, "0000-0000-0000-0", at(NOW)).unwrap();
    assert_eq!(step.outcome, ChallengeOutcome::Wrong { left: 4 }, "an attempt was counted");
    let step = step.next.verify(&key, &BY_POST, &spaces(115), at(NOW)).unwrap();
    assert_eq!(step.outcome, ChallengeOutcome::Accepted);
}

#[test]
fn a_throttle_is_whole_or_has_a_reason() {
    let (key, now, accounts) = (service_key(1), at(NOW), ThrottlePolicy::default());
    let origins = ThrottlePolicy::new(ThrottleLimits::origins()).unwrap();
    let account = ThrottleSubject::Account(b"eseraphin");
    let origin = ThrottleSubject::Origin(Origin::parse("2001:db8:0:7::1").unwrap());
    for (subject, policy) in [(account, accounts), (origin, origins)] {
        let row = Throttle::begin(None, &key, subject, now, &policy).unwrap().next;
        let reason = |bytes: &[u8]| {
            let read = Throttle::from_bytes(bytes);
            let Ok(row) = read else { return state_reason(read.err()) };
            let begun = Throttle::begin(Some(&row), &key, subject, now, &policy).err();
            let succeeded = row.succeed(&key, subject, now).err();
            let lifted = row.lift(&key, subject, now).err();
            assert_eq!([begun, lifted], [succeeded; 2], "another reason");
            state_reason(succeeded)
        };
        assert_states(row.as_bytes(), reason);
        let mebibyte = vec![0; 1 << 20];
        for other in [&b""[..], b"eseraphin ", &mebibyte] {
            let other = ThrottleSubject::Account(other);
            let begun = Throttle::begin(Some(&row), &key, other, now, &accounts);
            assert_eq!(state_reason(begun.err()), "state_unauthentic");
            assert_eq!(state_reason(row.lift(&key, other, now).err()), "state_unauthentic");
        }
    }
}

#[test]
fn an_address_is_an_address_or_none() {
    for text in [
        "",
        " ",
        ".",
        ":",
        "::%",
        "203.0.113",
        "203.0.113.",
        "203.0.113.7.",
        ".203.0.113.7",
        "203.0.113.256",
        "203.0.113.007",
        "203.0.113.7 ",
        "203.0.113.7\0",
        "203.0.113.7\n",
        "203.0.113.7:443",
        "203.0.113.7/32",
        "+203.0.113.7",
        "0xcb.0.113.7",
        "3405803783",
        "２０３.0.113.7",
        "٢٠٣.0.113.7",
        "203。0。113。7",
        ":::",
        "2001:db8::1::",
        "2001:db8:0:7:0:0:0:0:0",
        "2001:db8::g",
        "20010:db8::1",
        "2001:db8::1%eth0",
        "[2001:db8::1]",
        "1.2.3.4::",
        "::1.2.3.4:5",
    ] {
        assert!(Origin::parse(text).is_none(), "{text:?}");
    }
    for filled in ["0", "1", ":", ".", " ", "0:", "1.", "f", "\u{a0}", "é"] {
        assert!(Origin::parse(&filled.repeat(1 << 20)).is_none(), "{filled:?}");
    }
}

#[test]
fn a_device_is_whole_or_has_a_reason() {
    let key = service_key(1);
    let remembered =
        Device::remember(&key, b"eseraphin", &[9; 32], at(NOW), &DevicePolicy::default());
    let (row, token) = (remembered.state, remembered.token.as_str().as_bytes());
    let reason = |bytes: &[u8]| {
        let read = Device::from_bytes(bytes);
        let verified = read.and_then(|row| row.verify(&key, b"eseraphin", token, at(NOW)));
        state_reason(verified.err())
    };
    assert_states(row.as_bytes(), reason);
    let revoked = |bytes: &[u8]| {
        let read = Device::from_bytes(bytes);
        state_reason(read.and_then(|row| row.revoke(&key, b"eseraphin", at(NOW))).err())
    };
    assert_states(row.as_bytes(), revoked);
    for user in [&b"eseraphi"[..], b"eseraphin ", b"", &vec![0; 1 << 20]] {
        let other = row.verify(&key, user, token, at(NOW));
        assert_eq!(state_reason(other.err()), "state_unauthentic");
    }
    let elsewhere = row.verify(&service_key(2), b"eseraphin", token, at(NOW));
    assert_eq!(state_reason(elsewhere.err()), "state_unknown_key");
}

#[test]
fn a_devices_token_is_its_own_or_noise() {
    let key = service_key(1);
    let remembered =
        Device::remember(&key, b"eseraphin", &[9; 32], at(NOW), &DevicePolicy::default());
    let (row, token) = (remembered.state, remembered.token.as_str().as_bytes());
    let said = |sent: &[u8]| {
        let verified = row.verify(&key, b"eseraphin", sent, at(NOW)).unwrap();
        let changed = verified.next != row;
        assert_eq!(changed, matches!(verified.outcome, DeviceOutcome::Accepted { .. }));
        assert_eq!(selector(sent).is_none(), verified.outcome.name() == "malformed");
        verified.outcome.name()
    };
    assert_eq!(said(token), "accepted");
    for length in 0..token.len() {
        assert_eq!(said(&token[..length]), "malformed", "cut to {length}");
    }
    for place in 0..token.len() {
        for byte in 0..=255 {
            let mut changed = token.to_vec();
            changed[place] = byte;
            let expected = match byte {
                _ if byte == token[place] => "accepted",
                b'0'..=b'9' | b'a'..=b'f' => "unknown",
                _ => "malformed",
            };
            assert_eq!(said(&changed), expected, "{byte} at {place}");
        }
    }
    for long in [b' ', b'0', b'f', 0, 0xff] {
        assert_eq!(said(&[token, &[long]].concat()), "malformed");
        assert_eq!(said(&[&[long], token].concat()), "malformed");
        assert_eq!(said(&vec![long; 1 << 20]), "malformed");
    }
}

#[test]
fn recovery_codes_are_whole_or_have_a_reason() {
    let key = service_key(1);
    let row = RecoveryCodes::generate(None, &key, b"eseraphin", &[9; 16]).unwrap().next;
    let reason = |bytes: &[u8]| {
        let read = RecoveryCodes::from_bytes(bytes);
        state_reason(read.and_then(|row| row.verify(&key, b"eseraphin", "")).err())
    };
    assert_states(row.as_bytes(), reason);
    for user in [&b""[..], b"eseraphi", b"eseraphin ", &vec![0; 1 << 20]] {
        assert_eq!(state_reason(row.verify(&key, user, "").err()), "state_unauthentic");
        assert_eq!(state_reason(row.left(&key, user).err()), "state_unauthentic");
        let made = RecoveryCodes::generate(Some(&row), &key, user, &[9; 16]);
        assert_eq!(state_reason(made.err()), "state_unauthentic");
    }
    let elsewhere = row.left(&service_key(2), b"eseraphin");
    assert_eq!(state_reason(elsewhere.err()), "state_unknown_key");
    // What another machine stored is of another kind, even in the right length.
    let mut bytes = [0; 208];
    bytes[..96].copy_from_slice(challenge(at(NOW)).as_bytes());
    assert_eq!(reason(&bytes), "state_kind");
}

#[test]
fn a_recovery_code_is_well_formed_or_malformed() {
    let key = service_key(1);
    let made = RecoveryCodes::generate(None, &key, b"eseraphin", &[9; 16]).unwrap();
    let (row, code) = (made.next, made.outcome[0].compact().as_str().to_owned());
    let outcome = |typed: &str| row.verify(&key, b"eseraphin", typed).unwrap().outcome;
    assert_eq!(outcome(&code), RecoveryOutcome::Accepted { left: 9 });
    for typed in ["", "0", "-", "\0", "+0123456789ABCDEFG", "0123.4567.89AB.CDEF.G"] {
        assert_eq!(outcome(typed), RecoveryOutcome::Malformed, "{typed:?}");
    }
    for filled in [" ", "-", "0", "U", "\u{200b}", "\u{a0}", "é"] {
        let filled = filled.repeat((1 << 20) / filled.len());
        assert_eq!(outcome(&filled), RecoveryOutcome::Malformed);
        assert_eq!(outcome(&format!("{code}{filled}")), RecoveryOutcome::Malformed);
    }
    // A letter that looks like the right one is not the right one.
    for (i, right) in code.char_indices() {
        for wrong in ["\u{391}", "\u{410}", "\u{425}", "\u{1d400}", "\u{2160}", "U", "u", "$", "\t"]
        {
            let mistyped = format!("{}{wrong}{}", &code[..i], &code[i + right.len_utf8()..]);
            assert_eq!(outcome(&mistyped), RecoveryOutcome::Malformed, "{mistyped:?}");
        }
    }
    assert_eq!(format!("{row:?} {:?}", made.outcome[0]), "RecoveryCodes(..) LetterCode(..)");
    // Nothing is consumed by any of them.
    assert_eq!(row.left(&key, b"eseraphin"), Ok(10));
}

/// Cut, extended, every bit flipped, versions of the future, kinds of other machines.
fn assert_states(whole: &[u8], reason: impl Fn(&[u8]) -> String) {
    assert_eq!(reason(whole), "ok");
    assert_eq!(reason(&vec![1; 1 << 20]), "state_length");
    for length in 0..whole.len() {
        assert_eq!(reason(&whole[..length]), "state_length", "cut to {length}");
    }
    for byte in 0..=255 {
        assert_eq!(reason(&[whole, &[byte]].concat()), "state_length", "extended by {byte}");
        let changed = |at: usize| {
            let mut changed = whole.to_vec();
            changed[at] = byte;
            reason(&changed)
        };
        assert_eq!(changed(0), if byte == 1 { "ok" } else { "state_version" }, "version {byte}");
        assert_eq!(changed(1), if byte == whole[1] { "ok" } else { "state_kind" }, "kind {byte}");
    }
    for bit in 0..8 * whole.len() {
        let mut flipped = whole.to_vec();
        flipped[bit / 8] ^= 1 << (bit % 8);
        let expected = match bit / 8 {
            0 => "state_version",
            1 => "state_kind",
            12..16 => "state_unknown_key",
            _ => "state_unauthentic",
        };
        assert_eq!(reason(&flipped), expected, "bit {bit}");
    }
}

#[test]
fn the_last_generation_is_the_last() {
    let mut bytes = *challenge(at(NOW)).as_bytes();
    bytes[16..24].copy_from_slice(&[0xff; 8]);
    let subkey = mac(&[7; 32], &[b"sceau/v1/state-challenge"]);
    let (user, destination) = (BINDING.user, BINDING.destination);
    let lengths = [user.len(), destination.len()].map(|n| u32::try_from(n).unwrap().to_be_bytes());
    let fields = [&bytes[..80], &lengths[0], user, &lengths[1], destination];
    let tag = mac(&subkey, &fields);
    bytes[80..].copy_from_slice(&tag[..16]);

    let row = Challenge::from_bytes(&bytes).unwrap();
    assert_eq!(row.generation(), u64::MAX);
    let verified = row.verify(&service_key(1), &BINDING, "000000", at(NOW));
    assert_eq!(state_reason(verified.err()), "state_generation_exhausted");

    let made = RecoveryCodes::generate(None, &service_key(1), b"eseraphin", &[9; 16]).unwrap();
    let mut bytes = *made.next.as_bytes();
    bytes[16..24].copy_from_slice(&[0xff; 8]);
    let subkey = mac(&[7; 32], &[b"sceau/v1/state-recovery"]);
    let tag = mac(&subkey, &[&bytes[..192], &9_u32.to_be_bytes(), b"eseraphin"]);
    bytes[192..].copy_from_slice(&tag[..16]);

    let row = RecoveryCodes::from_bytes(&bytes).unwrap();
    let code = made.outcome[0].compact();
    let verified = row.verify(&service_key(1), b"eseraphin", code.as_str());
    assert_eq!(state_reason(verified.err()), "state_generation_exhausted");
    let made = RecoveryCodes::generate(Some(&row), &service_key(1), b"eseraphin", &[9; 16]);
    assert_eq!(state_reason(made.err()), "state_generation_exhausted");
    assert_eq!(row.left(&service_key(1), b"eseraphin"), Ok(10));
}

#[test]
fn the_first_and_the_last_moment_are_moments() {
    let (key, policy) = (service_key(1), ChallengePolicy::default());
    let last = at(LATEST.seconds() - 1);
    for now in [UnixTime::MIN, last] {
        let row = challenge(now);
        let typed = row.verify(&key, &BINDING, "x", now).unwrap();
        assert_eq!(typed.outcome, ChallengeOutcome::Malformed);
        let again = Challenge::issue(Some(&row), &key, &BINDING, &[9; 16], now, &policy).unwrap();
        assert!(matches!(again.outcome, IssueOutcome::TooSoon { .. }));

        let limits = ThrottlePolicy::default();
        let mut row = Throttle::begin(None, &key, b"s", now, &limits).unwrap();
        for _ in 0..6 {
            row = Throttle::begin(Some(&row.next), &key, b"s", now, &limits).unwrap();
        }
        assert!(matches!(row.outcome, ThrottleOutcome::Delayed { .. }));
    }
    for now in [LATEST, UnixTime::MAX] {
        let issued = Challenge::issue(None, &key, &BINDING, &[9; 16], now, &policy);
        assert_eq!(state_reason(issued.err()), "state_clock_ahead");
        let begun = Throttle::begin(None, &key, b"s", now, &ThrottlePolicy::default());
        assert_eq!(state_reason(begun.err()), "state_clock_ahead");
        let ahead = challenge(UnixTime::MIN).verify(&key, &BINDING, "000000", now);
        assert_eq!(state_reason(ahead.err()), "state_clock_ahead");
    }
    let back = challenge(last).verify(&key, &BINDING, "x", UnixTime::MIN).unwrap();
    assert!(back.clock_back);

    for now in [UnixTime::MIN, last, UnixTime::MAX] {
        let policy = DevicePolicy::default();
        let remembered = Device::remember(&key, b"s", &[9; 32], now, &policy);
        let token = remembered.token.as_str().as_bytes();
        let verified = remembered.state.verify(&key, b"s", token, now);
        let said = verified.map_or_else(|reason| reason.name(), |verified| verified.outcome.name());
        assert_eq!(said, if now < LATEST { "accepted" } else { "state_clock_ahead" });
    }

    let totp = Totp::new(OtpAlgorithm::Sha1, Digits::SIX, Seconds::new(30), TotpWindow::DEFAULT);
    for now in [UnixTime::MIN, UnixTime::MAX] {
        let (totp, secret) = (totp.unwrap(), OtpSecret::new(&[7; 20]).unwrap());
        let code = totp.code(&secret, now);
        let verified = totp.verify(&secret, code.compact().as_str(), now, None);
        assert!(matches!(verified, TotpOutcome::Accepted { .. }));
    }
    let hotp = Hotp::new(OtpAlgorithm::Sha1, Digits::SIX, 100).unwrap();
    let secret = OtpSecret::new(&[7; 20]).unwrap();
    let exhausted = hotp.verify(&secret, "000000", u64::MAX);
    assert_eq!(exhausted.unwrap_err().name(), "otp_counter_exhausted");
    assert!(hotp.verify(&secret, "000000", u64::MAX - 1).is_ok());

    let nam = Nam::parse("SERE75613018").unwrap();
    let check = |year, month, day| {
        let checked = nam.check(Date::new(year, month, day).unwrap());
        checked.map_or_else(|reason| reason.name(), |_| "ok")
    };
    assert_eq!(check(1, 1, 1), "date");
    assert_eq!(check(2026, 11, 22), "ok");
    assert_eq!(check(9999, 12, 31), "check_digit");
}

#[test]
fn a_claim_has_one_to_four_documents_and_names_that_can_be_read_or_not() {
    let nam = Nam::parse("SERE75613018").unwrap();
    let day = Date::new(1975, 11, 30).unwrap();
    let check = |documents: &[Document<'_>]| {
        identity::check(&Claim {
            documents,
            nam: &nam,
            birth_date: BirthDate::new(day),
            today: day,
            policy: NamePolicy::SAG,
            minimum_age: u16::MAX,
        })
    };
    let kind = DocumentKind::HealthCard;
    let named = |surname| Document::new(kind, surname, "Élise");
    assert_eq!(check(&[]).unwrap_err().name(), "no_document");
    assert_eq!(check(&[named("Séraphin"); 5]).unwrap_err().name(), "too_many_documents");
    let mebibyte = "é".repeat(1 << 19);
    for (surname, reason) in [
        ("", "empty"),
        (&mebibyte[..], "too_long"),
        ("Séraphin\0", "character"),
        ("Ѕéraphin", "unsupported"),
    ] {
        let report = check(&[named("Séraphin"), named(surname)]).unwrap();
        assert_eq!(report.outcome(), IdentityOutcome::Refused);
        let finding = report.findings().iter().find(|finding| finding.field == Field::Surname);
        let unreadable = finding.and_then(|finding| finding.unreadable).unwrap();
        assert_eq!((unreadable.side, unreadable.name()), (Side::Second, reason));
        // As another surname it changes nothing.
        let other = Document { other_surname: Some(surname), ..named("Séraphin") };
        for documents in [[named("Séraphin"), other], [other, named("Séraphin")]] {
            let report = check(&documents).unwrap();
            let mut compared = report.findings().iter().filter(|found| found.second.is_some());
            assert!(compared.all(|found| found.verdict == Verdict::Agrees));
        }
        let refused = check(&[named("Roy"), other]).unwrap();
        let finding = refused.findings().iter().find(|finding| finding.field == Field::Surname);
        assert_eq!(finding.unwrap().verdict, Verdict::Differs);
    }
}

#[test]
fn keys_and_secrets_have_a_length() {
    let key = |length| ServiceKey::new(0, &vec![7; length]).err().map_or("ok", |e| e.name());
    for (length, reason) in [
        (0, "key_too_short"),
        (31, "key_too_short"),
        (32, "ok"),
        (1024, "ok"),
        (1025, "key_too_long"),
        (1 << 20, "key_too_long"),
    ] {
        assert_eq!(key(length), reason, "{length}");
    }
    let secret = |length| OtpSecret::new(&vec![7; length]).err().map_or("ok", |e| e.name());
    for (length, reason) in [
        (0, "otp_secret_too_short"),
        (15, "otp_secret_too_short"),
        (16, "ok"),
        (128, "ok"),
        (129, "otp_secret_too_long"),
        (1 << 20, "otp_secret_too_long"),
    ] {
        assert_eq!(secret(length), reason, "{length}");
    }
}

#[test]
fn numbers_out_of_range_are_refused_by_the_constructor() {
    let sha1 = OtpAlgorithm::Sha1;
    for period in [0, 14, 121, u64::MAX] {
        let totp = Totp::new(sha1, Digits::SIX, Seconds::new(period), TotpWindow::DEFAULT);
        assert_eq!(totp, Err(OtpError::Period), "{period}");
    }
    assert_eq!(TotpWindow::new(11, 0), Err(OtpError::Window));
    assert_eq!(TotpWindow::new(0, u8::MAX), Err(OtpError::Window));
    assert_eq!(Hotp::new(sha1, Digits::SIX, 101), Err(OtpError::LookAhead));
    assert!([0, 5, 10, u8::MAX].into_iter().all(|digits| Digits::new(digits).is_none()));
    for iterations in [0, 599_999, 10_000_001, u32::MAX] {
        let create = CreatePolicy::new(PasswordAlgorithm::Sha256, iterations);
        assert_eq!(create, Err(PasswordError::Iterations), "{iterations}");
    }
    for (year, month, day) in [(0, 1, 1), (10_000, 1, 1), (2026, 0, 1), (2026, 13, 1), (2026, 2, 0)]
    {
        assert!(Date::new(year, month, day).is_none(), "{year}-{month}-{day}");
    }
}

fn identifier<I: Identifier>(text: &str) -> String {
    I::parse(text).map_or_else(
        |reason: IdentifierError| told(reason.name(), reason.at()),
        |identifier| {
            assert!(I::parse(identifier.compact()).is_ok());
            "ok".to_owned()
        },
    )
}

fn key(text: &str) -> String {
    fold(text).map_or_else(|e| told(e.name(), Some(e.at())), |_| "ok".to_owned())
}

fn comparison(text: &str) -> String {
    let [there, back] = [compare(text, "Élise"), compare("Élise", text)].map(|compared| {
        compared.map_or_else(|e| told(e.name(), Some(e.error.at())), |_| "ok".to_owned())
    });
    assert_eq!(there, back);
    there
}

fn slips(text: &str) -> String {
    let [there, back] = [distance(text, "Élise"), distance("Élise", text)].map(|counted| {
        counted.map_or_else(|e| told(e.name(), Some(e.error.at())), |_| "ok".to_owned())
    });
    assert_eq!(there, back);
    there
}

/// Read as a name by itself, and against a zone.
fn icao_key(text: &str) -> String {
    let key = fold_icao(text).map_or_else(|e| told(e.name(), Some(e.at())), |_| "ok".to_owned());
    let matched = matches_icao("ELISE", text);
    assert!(matched.is_ok() || matched.is_err_and(|e| e.side == Side::Second));
    assert_eq!(key, matched.map_or_else(|e| told(e.name(), Some(e.error.at())), |_| "ok".into()));
    key
}

fn zone(text: &str) -> String {
    matches_icao(text, "Élise")
        .map_or_else(|e| told(e.name(), Some(e.error.at())), |_| "ok".to_owned())
}

fn normal(text: &str) -> String {
    let mut out = heapless::String::<512>::new();
    match nfc(text, &mut out) {
        Ok(()) => "ok".to_owned(),
        Err(reason @ (TextError::Unnormalizable { at } | TextError::TooManyMarks { at })) => {
            told(reason.name(), Some(at))
        }
        Err(reason @ TextError::TooLong) => told(reason.name(), None),
    }
}

fn hotp(typed: &str) -> String {
    let hotp = Hotp::new(OtpAlgorithm::Sha1, Digits::SIX, 0).unwrap();
    let verified = hotp.verify(&OtpSecret::new(&[7; 20]).unwrap(), typed, 0);
    verified.unwrap().name().to_owned()
}

fn totp(typed: &str) -> String {
    let totp = Totp::new(OtpAlgorithm::Sha1, Digits::SIX, Seconds::new(30), TotpWindow::DEFAULT);
    let verified = totp.unwrap().verify(&OtpSecret::new(&[7; 20]).unwrap(), typed, at(NOW), None);
    verified.name().to_owned()
}

fn told(name: &str, at: Option<usize>) -> String {
    at.map_or_else(|| name.to_owned(), |at| format!("{name} {at}"))
}

fn password_reason(reason: Option<PasswordError>) -> String {
    reason.map_or_else(|| "ok".to_owned(), |reason| told(reason.name(), reason.at()))
}

fn state_reason(reason: Option<StateError>) -> String {
    reason.map_or("ok", |reason| reason.name()).to_owned()
}

fn service_key(id: u32) -> ServiceKey {
    ServiceKey::new(id, &[7; 32]).unwrap()
}

fn challenge(now: UnixTime) -> Challenge {
    let policy = ChallengePolicy::default();
    Challenge::issue(None, &service_key(1), &BINDING, &[9; 16], now, &policy).unwrap().next
}

fn posted(now: UnixTime) -> Transition<IssueOutcome, Challenge> {
    let policy = ChallengePolicy::new(ChallengeLimits::post()).unwrap();
    Challenge::issue(None, &service_key(1), &BY_POST, &[9; 16], now, &policy).unwrap()
}

/// HMAC-SHA-256 by another implementation.
fn mac(key: &[u8], parts: &[&[u8]]) -> Vec<u8> {
    let mut mac = hmac::Hmac::<sha2::Sha256>::new_from_slice(key).unwrap();
    for part in parts {
        mac.update(part);
    }
    mac.finalize().into_bytes().to_vec()
}

const fn at(seconds: u64) -> UnixTime {
    UnixTime::new(seconds)
}

const fn cheap() -> CreatePolicy {
    CreatePolicy::unchecked_policy(PasswordAlgorithm::Sha256, 1)
}

/// What reads a name.
const NAMES: [&str; 4] = ["fold", "compare", "distance", "fold_icao"];
/// Kinds that begin with a digit.
const DIGITS: [&str; 9] = [
    "nas",
    "card_reference",
    "birth_date",
    "card_sequence",
    "card_expiry",
    "activation_key",
    "neq",
    "business_number",
    "qst_number",
];
/// Kinds whose format nobody has published.
const OPAQUE: [&str; 4] =
    ["licence_reference", "postal_secret", "temporary_access_code", "clicsequr_user_code"];
const NOW: u64 = 1_795_442_400;
const CREATE: CreatePolicy = CreatePolicy::unchecked_policy(PasswordAlgorithm::Sha256, 10_000);
const OUTSIDE: &str = "hash_outside_accept_policy";
const UNKNOWN: &str = "password_unnormalizable 0";
const BINDING: ChallengeBinding<'static> = ChallengeBinding {
    purpose: ChallengePurpose::AddressValidation,
    channel: ChallengeChannel::Email,
    user: b"eseraphin",
    destination: b"elise.seraphin@example.org",
};
const BY_POST: ChallengeBinding<'static> = ChallengeBinding {
    channel: ChallengeChannel::Post,
    destination: "1000 rue Principale, Québec QC G1R 4P5".as_bytes(),
    ..BINDING
};

#[test]
fn uris_of_a_mebibyte_and_of_ten_thousand_parameters_have_a_reason() {
    const BEGINNING: &str = "otpauth://totp/elise?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    let read = |text: &str| {
        let lenient = OtpUri::parse(text, OtpReading::Lenient);
        let strict = OtpUri::parse(text, OtpReading::Strict);
        assert!(strict.is_err(), "{text:.80}");
        lenient.map_or_else(|e| format!("{} {}", e.name(), e.at()), |_| "ok".to_owned())
    };
    assert_eq!(read(""), "otp_text_scheme 0");
    for fill in ["A", "%41", "&a=b", "=", "%", "&", "?", ":", "\u{a0}", "+"] {
        let long = |before: &str| format!("{before}{}", fill.repeat((1 << 20) / fill.len()));
        assert_eq!(read(&long(BEGINNING)), "otp_text_too_long 2048", "{fill}");
        let said = read(&long("otpauth://totp/é"));
        assert!(said.starts_with("otp_text_too_long 204"), "{fill}: {said}");
    }
    let parameters = (0..10_000).map(|i| format!("&p{i}=x")).collect::<Vec<_>>().concat();
    assert_eq!(read(&format!("{BEGINNING}{parameters}")), "otp_text_too_long 2048");
    // As many as there is room for: dropped one by one.
    let parameters = "&p".repeat((2048 - BEGINNING.len()) / 2);
    assert_eq!(read(&format!("{BEGINNING}{parameters}")), "ok");
    let twice = format!("{BEGINNING}{}&secret=A", "&p".repeat(900));
    assert_eq!(read(&twice), format!("otp_text_duplicate {}", BEGINNING.len() + 1801));
}

#[test]
fn every_percent_escape_has_an_answer_in_a_label() {
    for byte in 0..=255_u8 {
        for escape in [format!("%{byte:02X}"), format!("%{byte:02x}")] {
            let text =
                format!("otpauth://totp/Sceau:a{escape}b?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
            let read = OtpUri::parse(&text, OtpReading::Lenient);
            let expected = match byte {
                b':' | 0..=0x1f | 0x7f => Err(OtpTextError::Label { at: 22 }),
                0x80.. => Err(OtpTextError::Percent { at: 22 }),
                _ => Ok(format!("a{}b", char::from(byte))),
            };
            assert_eq!(read.map(|uri| uri.account().to_owned()), expected, "{escape}");
        }
    }
    for first in 0x20..0x7f_u8 {
        for second in 0x20..0x7f_u8 {
            let pair = [first, second].map(char::from);
            let text = format!(
                "otpauth://totp/a%{}{}b?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ",
                pair[0], pair[1]
            );
            let hexadecimal = pair.iter().all(char::is_ascii_hexdigit);
            let read = OtpUri::parse(&text, OtpReading::Lenient).map(drop);
            if !hexadecimal && !pair.contains(&'#') {
                assert!(read.is_err(), "{text}");
            }
        }
    }
}

#[test]
fn every_single_character_in_base32_has_a_reason() {
    let characters = (0..0x300_u32).chain([0x2010, 0x3000, 0xff21, 0xfffd, 0x1f511]);
    for character in characters.filter_map(char::from_u32) {
        let text = format!("{character}GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        let read = OtpSecret::from_base32(&text, OtpReading::Lenient);
        let expected = match character {
            // A character too many: 33 are as many as no bytes have.
            'A'..='Z' | 'a'..='z' | '2'..='7' => Err(OtpTextError::Length { at: 33 }),
            '0' | '1' | '8' | '9' => Err(OtpTextError::Digit { at: 0 }),
            '=' => Err(OtpTextError::Padding { at: 1 }),
            '-' => Ok(20),
            c if is_space(c) || is_invisible(c) => Ok(20),
            _ => Err(OtpTextError::Character { at: 0 }),
        };
        assert_eq!(read.map(|secret| secret.expose().len()), expected, "{character:?}");
    }
}
