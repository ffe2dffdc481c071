//! The health insurance number: the vectors of FACTS 1.1 and laws on all of its characters.
#![allow(clippy::unwrap_used)]

use sceau::identifier::{Identifier, IdentifierError, Level, Nam, NamBirth, SexCode};
use sceau::time::Date;

fn date(year: u16, month: u8, day: u8) -> Date {
    Date::new(year, month, day).unwrap()
}

fn today() -> Date {
    date(2026, 11, 22)
}

fn check(text: &str) -> Result<NamBirth, IdentifierError> {
    Nam::parse(text).unwrap().check(today())
}

fn born(year: u16, month: u8, day: u8, marker: SexCode) -> NamBirth {
    NamBirth { date: date(year, month, day), marker }
}

#[test]
fn accepts_the_published_numbers() {
    for end in ["14", "25", "36", "47", "58", "69", "70", "81", "92"] {
        let nam = format!("TREM041219{end}");
        assert_eq!(check(&nam), Ok(born(2004, 12, 19, SexCode::M)), "{nam}");
    }
    let published = [
        ("TREM04121916", Ok(born(1904, 12, 19, SexCode::M))),
        ("COTS80051012", Ok(born(1980, 5, 10, SexCode::M))),
        ("COTS800510A4", Ok(born(1980, 5, 10, SexCode::M))),
        ("SERE75613018", Ok(born(1975, 11, 30, SexCode::F))),
        ("SERE756130A0", Ok(born(1975, 11, 30, SexCode::F))),
        ("LIXM04121918", Ok(born(2004, 12, 19, SexCode::M))),
        ("COTS00022918", Ok(born(2000, 2, 29, SexCode::M))),
        ("BOUF94011417", Ok(born(1994, 1, 14, SexCode::M))),
        ("BOUF94511411", Ok(born(1994, 1, 14, SexCode::F))),
    ];
    for (nam, expected) in published {
        assert_eq!(check(nam), expected, "{nam}");
    }
}

#[test]
fn refuses_the_published_wrong_numbers() {
    for nam in ["TREM04121935", "COTS00022910", "BOUF94011419"] {
        assert_eq!(check(nam), Err(IdentifierError::CheckDigit { at: 11 }), "{nam}");
    }
}

#[test]
fn takes_a_declared_birth_year_at_its_word() {
    let nam = Nam::parse("TREM04121916").unwrap();
    let (old, young) = (date(1904, 12, 19), date(2004, 12, 19));
    assert_eq!(nam.check_born(old), Ok(born(1904, 12, 19, SexCode::M)));
    assert_eq!(nam.check_born(young), Err(IdentifierError::CheckDigit { at: 11 }));
    assert_eq!(nam.check_born(date(1, 1, 1)), Err(IdentifierError::CheckDigit { at: 11 }));
    let leap = Nam::parse("COTS00022918").unwrap();
    assert_eq!(leap.check_born(date(2000, 2, 29)), Ok(born(2000, 2, 29, SexCode::M)));
    assert_eq!(leap.check_born(date(1900, 3, 1)), Err(IdentifierError::Date { at: 8 }));
    assert_eq!(leap.check_born(date(50, 3, 1)), Err(IdentifierError::Date { at: 8 }));
}

#[test]
fn tries_the_hundred_years_that_end_today_first() {
    let born_today = Nam::parse("TREM04121914").unwrap();
    assert_eq!(born_today.check(date(2004, 12, 19)), Ok(born(2004, 12, 19, SexCode::M)));
    let error = Err(IdentifierError::CheckDigit { at: 11 });
    assert_eq!(born_today.check(date(2004, 12, 18)), error);
    assert_eq!(born_today.check(date(2104, 12, 18)), Ok(born(2004, 12, 19, SexCode::M)));
    assert_eq!(born_today.check(date(2104, 12, 19)), Ok(born(2004, 12, 19, SexCode::M)));
    assert_eq!(born_today.check(date(2204, 12, 19)), error);
}

#[test]
fn survives_the_first_and_the_last_day() {
    let nam = Nam::parse("SERE75613018").unwrap();
    for today in [date(1, 1, 1), date(60, 1, 1), date(99, 12, 31), date(9999, 12, 31)] {
        assert!(nam.check(today).is_err());
    }
}

#[test]
fn tells_three_levels_apart() {
    let level = |text: &str| Nam::parse(text).unwrap().level(today());
    assert_eq!(level("SERE75613018"), Level::CheckDigit);
    assert_eq!(level("SERE75613019"), Level::Plausible);
    assert_eq!(level("SERE75133018"), Level::WellFormed);
    assert_eq!(level("SERE75023018"), Level::WellFormed);
    assert_eq!(check("SERE75133018"), Err(IdentifierError::Date { at: 6 }));
    assert_eq!(check("SERE75633018"), Err(IdentifierError::Date { at: 6 }));
    assert_eq!(check("SERE75003018"), Err(IdentifierError::Date { at: 6 }));
    assert_eq!(check("SERE75503018"), Err(IdentifierError::Date { at: 6 }));
    assert_eq!(check("SERE75023018"), Err(IdentifierError::Date { at: 8 }));
    assert_eq!(check("SERE75610018"), Err(IdentifierError::Date { at: 8 }));
    assert!(Level::WellFormed < Level::Plausible && Level::Plausible < Level::CheckDigit);
}

#[test]
fn ignores_spaces_dashes_case_width_and_what_is_invisible() {
    let ways = [
        "SERE75613018",
        "sere 7561 3018",
        " SERE-7561-3018 ",
        "SERE\u{a0}7561\u{202f}3018",
        "SERE\u{2011}7561\u{2013}3018",
        "\u{feff}SE\u{200b}RE\u{ad}75613018",
        "ＳＥＲＥ　７５６１－３０１８",
    ];
    for text in ways {
        let nam = Nam::parse(text).unwrap();
        assert_eq!(nam.compact(), "SERE75613018", "{text}");
        assert_eq!(nam.display(), "SERE 7561 3018");
        assert_eq!(Nam::parse(&nam.display()), Ok(nam));
    }
}

#[test]
fn says_what_is_wrong_and_where() {
    let refused = [
        ("", IdentifierError::Empty),
        (" - \u{200b}", IdentifierError::Empty),
        ("SERE", IdentifierError::TooShort { at: 4 }),
        ("SERE 7561 301 ", IdentifierError::TooShort { at: 14 }),
        ("SERE 7561 3018 1", IdentifierError::TooLong { at: 15 }),
        ("SERE_75613018", IdentifierError::Character { at: 4 }),
        ("S\u{c9}RE75613018", IdentifierError::Character { at: 1 }),
        ("SEREO5613018", IdentifierError::Character { at: 4 }),
        ("SE1E75613018", IdentifierError::Character { at: 2 }),
        ("SERE\u{0667}5613018", IdentifierError::Character { at: 4 }),
        ("SERE7561301A", IdentifierError::Character { at: 11 }),
        ("\u{410}ERE75613018", IdentifierError::LookAlike { at: 0 }),
        ("SER\u{395}75613018", IdentifierError::LookAlike { at: 3 }),
        ("SERE75613008", IdentifierError::Differentiator { at: 10 }),
        ("sere 7561 30i8", IdentifierError::Differentiator { at: 12 }),
        ("SERE756130O8", IdentifierError::Differentiator { at: 10 }),
        ("SERE756130\u{cb}8", IdentifierError::Character { at: 10 }),
    ];
    for (text, error) in refused {
        assert_eq!(Nam::parse(text), Err(error), "{text:?}");
    }
}

#[test]
fn accepts_every_other_letter_and_digit_as_differentiator() {
    for differentiator in ('1'..='9').chain('A'..='Z').filter(|c| !"IO".contains(*c)) {
        let fits = (0..10).filter(|digit| {
            let nam = Nam::parse(&format!("SERE756130{differentiator}{digit}")).unwrap();
            nam.check_born(date(1975, 11, 30)).is_ok()
        });
        assert_eq!(fits.count(), 1, "{differentiator}");
    }
}

#[test]
fn refuses_any_one_wrong_digit_with_an_odd_weight_but_five_in_a_known_century() {
    let right = "SERE75613018";
    // Both digits of the year, the last one of the day, and the differentiator.
    for place in [4, 5, 9, 10] {
        for digit in '1'..='9' {
            let mut typed = right.to_owned();
            typed.replace_range(place..=place, &digit.to_string());
            let checked = Nam::parse(&typed).unwrap().check_born(date(1975, 11, 30));
            assert_eq!(checked.is_ok(), typed == right, "{typed}");
        }
    }
}

#[test]
fn hides_all_but_two_digits() {
    let nam = Nam::parse("SERE75613018").unwrap();
    assert_eq!(nam.masked(), "···· ···· ··18");
    assert_eq!(Nam::parse("SERE756130A0").unwrap().masked(), "···· ···· ···0");
    assert_eq!(format!("{nam:?} {:?}", nam.check(today()).unwrap()), "Nam(..) NamBirth(..)");
}
