//! The identifiers beside the NAM: FACTS 1, 1.2, 1.4 and 1.5.

use sceau::identifier::{
    AssessmentNotice, BirthDate, CardReference, EmailAddress, Identifier, IdentifierError, Level,
    Nam, Nas, NasKind, Username,
};
use sceau::time::Date;

fn refuses<T: Identifier + PartialEq + core::fmt::Debug>(cases: &[(&str, IdentifierError)]) {
    for (text, error) in cases {
        assert_eq!(T::parse(text), Err(*error), "{text:?}");
    }
}

#[test]
fn checks_the_published_social_insurance_numbers() {
    let check = |text: &str| Nas::parse(text).unwrap().check();
    assert_eq!(check("130 692 544"), Ok(NasKind::Permanent));
    assert_eq!(check("123-456-782"), Ok(NasKind::Permanent));
    assert_eq!(check("999999998"), Ok(NasKind::Temporary));
    assert_eq!(check("123456789"), Err(IdentifierError::CheckDigit { at: 8 }));
    assert_eq!(check("046454286"), Err(IdentifierError::NotASin { at: 0 }));
    assert_eq!(check("823456785"), Err(IdentifierError::NotASin { at: 0 }));
    assert_eq!(check("000000000"), Err(IdentifierError::NotASin { at: 0 }));
}

#[test]
fn refuses_any_one_wrong_digit_of_a_social_insurance_number() {
    for place in 0..9 {
        for digit in '0'..='9' {
            let mut text = "130692544".to_owned();
            text.replace_range(place..=place, &digit.to_string());
            let level = Nas::parse(&text).unwrap().level(Date::new(2026, 1, 1).unwrap());
            let expected = if text == "130692544" { Level::CheckDigit } else { Level::WellFormed };
            assert_eq!(level, expected, "{text}");
        }
    }
}

#[test]
fn groups_and_masks_numbers() {
    let nas = Nas::parse("１３０\u{2212}692\u{a0}544").unwrap();
    assert_eq!((nas.compact(), nas.display().as_str()), ("130692544", "130 692 544"));
    assert_eq!(nas.masked(), "··· ··· ·44");
    let card = CardReference::parse("125 478 569").unwrap();
    assert_eq!((card.compact(), card.display().as_str()), ("125478569", "125 478 569"));
    assert_eq!(card.masked(), "··· ··· ·69");
    let notice = AssessmentNotice::parse("q-ab1 c2d3-e4 5").unwrap();
    assert_eq!((notice.compact(), notice.display().as_str()), ("QAB1C2D3E45", "QAB1C2D3E45"));
}

#[test]
fn says_what_is_wrong_with_a_number() {
    refuses::<Nas>(&[
        ("", IdentifierError::Empty),
        ("130 692 54", IdentifierError::TooShort { at: 10 }),
        ("130 692 5444", IdentifierError::TooLong { at: 11 }),
        ("130 692 54O", IdentifierError::Character { at: 10 }),
        ("13\u{41e}692544", IdentifierError::LookAlike { at: 2 }),
        ("130.692.544", IdentifierError::Character { at: 3 }),
        ("130\n692544", IdentifierError::Character { at: 3 }),
    ]);
    refuses::<CardReference>(&[
        ("12547856", IdentifierError::TooShort { at: 8 }),
        ("A25478569", IdentifierError::Character { at: 0 }),
    ]);
    refuses::<AssessmentNotice>(&[
        ("", IdentifierError::Empty),
        ("A1234567890", IdentifierError::Character { at: 0 }),
        ("Q123456789", IdentifierError::TooShort { at: 10 }),
        ("Q12345678901", IdentifierError::TooLong { at: 11 }),
        ("Q12345678É0", IdentifierError::Character { at: 9 }),
        ("\u{41c}1234567890", IdentifierError::LookAlike { at: 0 }),
    ]);
}

#[test]
fn never_takes_a_letter_for_a_digit_in_a_notice() {
    let [letter, digit] = ["QO1I2345678", "Q011234567O"].map(AssessmentNotice::parse);
    assert_eq!(letter.unwrap().compact(), "QO1I2345678");
    let digit = digit.unwrap();
    assert_eq!(digit.masked(), "·········7·");
    assert_eq!(digit.level(Date::new(2026, 1, 1).unwrap()), Level::WellFormed);
}

#[test]
fn keeps_a_user_name_as_typed() {
    for (text, compact) in [
        ("Elise75", "Elise75"),
        ("  Élise75 ", "Élise75"),
        ("E\u{301}lise75", "Élise75"),
        ("ｅｌｉｓｅ", "elise"),
        ("Œuvre", "Œuvre"),
    ] {
        let name = Username::parse(text).unwrap();
        assert_eq!((name.compact(), name.display().as_str()), (compact, compact));
        assert_eq!(name.masked(), "·".repeat(compact.chars().count()).as_str());
    }
    let longest = "\u{1ef9}".repeat(64);
    assert_eq!(Username::parse(&longest).unwrap().display(), longest.as_str());
}

#[test]
fn says_what_is_wrong_with_a_user_name() {
    let long = "a".repeat(65);
    refuses::<Username>(&[
        ("", IdentifierError::Empty),
        (" \u{200b} ", IdentifierError::Empty),
        ("abcd", IdentifierError::TooShort { at: 4 }),
        (&long, IdentifierError::TooLong { at: 64 }),
        ("elise seraphin", IdentifierError::Character { at: 5 }),
        ("elise-s", IdentifierError::Character { at: 5 }),
        ("elise_s", IdentifierError::Character { at: 5 }),
        ("\u{301}elise", IdentifierError::Character { at: 0 }),
        ("elis\u{435}", IdentifierError::LookAlike { at: 4 }),
        ("elise\u{0661}", IdentifierError::Character { at: 5 }),
    ]);
}

#[test]
fn keeps_the_local_part_and_lowers_the_domain() {
    for (text, compact) in [
        ("Elise.Seraphin@Exemple.QC.CA", "Elise.Seraphin@exemple.qc.ca"),
        (" elise+sag@exemple.ca\u{a0}", "elise+sag@exemple.ca"),
        ("o\u{2019}neil@ex\u{2011}emple.ca", "o'neil@ex-emple.ca"),
        ("a`b@1.2", "a`b@1.2"),
        ("ｅｌｉｓｅ＠exemple.ca", "elise@exemple.ca"),
    ] {
        assert_eq!(EmailAddress::parse(text).unwrap().compact(), compact);
    }
    let address = EmailAddress::parse("elise+sag@ex-emple.ca").unwrap();
    assert_eq!(address.masked(), "·········@··-·····.··");
    assert_eq!(format!("{address:?}"), "EmailAddress(..)");
}

#[test]
fn says_what_is_wrong_with_an_address() {
    let local = format!("{}@exemple.ca", "a".repeat(65));
    let label = format!("a@{}.ca", "b".repeat(64));
    refuses::<EmailAddress>(&[
        ("", IdentifierError::Empty),
        ("elise", IdentifierError::AtSign { at: 5 }),
        ("@exemple.ca", IdentifierError::AtSign { at: 0 }),
        ("a@b@exemple.ca", IdentifierError::AtSign { at: 3 }),
        ("a@exemple", IdentifierError::Domain { at: 9 }),
        ("a@", IdentifierError::Label { at: 2 }),
        ("a@exemple.", IdentifierError::Label { at: 10 }),
        ("a@.ca", IdentifierError::Label { at: 2 }),
        ("a@b..ca", IdentifierError::Label { at: 4 }),
        ("a@-b.ca", IdentifierError::Label { at: 2 }),
        ("a@b-.ca", IdentifierError::Label { at: 4 }),
        ("a@b.ca-", IdentifierError::Label { at: 7 }),
        (&label, IdentifierError::Label { at: 65 }),
        (&local, IdentifierError::TooLong { at: 64 }),
        ("elise seraphin@exemple.ca", IdentifierError::Character { at: 5 }),
        ("élise@exemple.ca", IdentifierError::Character { at: 0 }),
        ("elise@ex_emple.ca", IdentifierError::Character { at: 8 }),
        ("\u{435}lise@exemple.ca", IdentifierError::LookAlike { at: 0 }),
        ("a@ex\u{435}mple.ca", IdentifierError::LookAlike { at: 4 }),
        ("\"a\"@exemple.ca", IdentifierError::Character { at: 0 }),
    ]);
}

#[test]
fn bounds_an_address_at_254_bytes() {
    let address = |last: usize| {
        let labels = ["b".repeat(63), "b".repeat(63), "b".repeat(last)].join(".");
        format!("{}@{labels}", "a".repeat(64))
    };
    assert_eq!(EmailAddress::parse(&address(61)).unwrap().display(), address(61).as_str());
    assert_eq!(EmailAddress::parse(&address(62)), Err(IdentifierError::TooLong { at: 254 }));
}

#[test]
fn reads_a_date_three_ways() {
    for text in ["1975-11-30", "1975/11/30", "19751130", " 1975 11 30 ", "1975\u{2011}11\u{2013}30"]
    {
        let date = BirthDate::parse(text).unwrap();
        assert_eq!((date.compact(), date.display().as_str()), ("1975-11-30", "1975-11-30"));
        assert_eq!(date.date(), Date::new(1975, 11, 30).unwrap());
        assert_eq!(date.masked(), "····-··-··");
        assert_eq!(date.level(Date::new(2026, 1, 1).unwrap()), Level::Plausible);
    }
    let born = BirthDate::new(Date::new(1, 2, 3).unwrap());
    assert_eq!(born.compact(), "0001-02-03");
    assert_eq!(BirthDate::parse(born.compact()), Ok(born));
}

#[test]
fn says_what_is_wrong_with_a_date() {
    refuses::<BirthDate>(&[
        ("", IdentifierError::Empty),
        ("1975-11", IdentifierError::TooShort { at: 7 }),
        ("1975-11-301", IdentifierError::TooLong { at: 10 }),
        ("197511301", IdentifierError::TooLong { at: 8 }),
        ("1975-11/30", IdentifierError::Character { at: 7 }),
        ("1975-1130", IdentifierError::Character { at: 7 }),
        ("197511-30", IdentifierError::Character { at: 6 }),
        ("30-11-1975", IdentifierError::Character { at: 2 }),
        ("1975-1-30", IdentifierError::Character { at: 6 }),
        ("1975-13-30", IdentifierError::Date { at: 5 }),
        ("1975-00-30", IdentifierError::Date { at: 5 }),
        ("1975-11-31", IdentifierError::Date { at: 8 }),
        ("1900/02/29", IdentifierError::Date { at: 8 }),
        ("19750001", IdentifierError::Date { at: 4 }),
        (" 0000-01-01", IdentifierError::Date { at: 1 }),
        ("197\u{417}-11-30", IdentifierError::LookAlike { at: 3 }),
    ]);
}

#[test]
fn counts_the_years_up_to_the_birthday() {
    let born = BirthDate::parse("2012-11-22").unwrap();
    assert_eq!(born.age_on(Date::new(2026, 11, 21).unwrap()), 13);
    assert_eq!(born.age_on(Date::new(2026, 11, 22).unwrap()), 14);
}

fn survives<T: Identifier>() {
    for character in "\0\n '-.@0AZaz\u{e9}\u{410}\u{ff21}\u{200b}\u{10ffff}".chars() {
        let mebibyte = character.to_string().repeat((1 << 20) / character.len_utf8());
        let Err(IdentifierError::TooLong { at }) = T::parse(&mebibyte) else {
            panic!("{} takes a mebibyte of {character:?}", T::KIND);
        };
        assert!(mebibyte.is_char_boundary(at) && at <= 1024);
    }
    for character in (0..0x3000).filter_map(char::from_u32) {
        assert!(T::parse(&character.to_string()).is_err());
    }
}

#[test]
fn survives_a_mebibyte_and_every_single_character() {
    survives::<Nam>();
    survives::<Nas>();
    survives::<AssessmentNotice>();
    survives::<CardReference>();
    survives::<Username>();
    survives::<EmailAddress>();
    survives::<BirthDate>();
}

#[test]
fn names_every_reason_once() {
    let mut names: Vec<_> = IdentifierError::ALL.iter().map(IdentifierError::name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), IdentifierError::ALL.len());
    assert_eq!(IdentifierError::CheckDigit { at: 11 }.to_string(), "check_digit");
    assert_eq!(IdentifierError::ALL.iter().filter(|error| error.at().is_none()).count(), 1);
}
