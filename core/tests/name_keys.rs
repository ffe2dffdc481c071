//! The ICAO key, versioned keys, and the distance of two names.

#![allow(clippy::indexing_slicing, clippy::unwrap_used)]

use sceau::name::{
    MAX_DISTANCE, MAX_ZONE_LETTERS, NameError, Side, distance, fold, fold_icao, matches_icao,
};

fn icao(name: &str) -> String {
    fold_icao(name).unwrap().as_str().to_owned()
}

#[test]
fn writes_a_name_as_a_machine_readable_zone() {
    // ICAO Doc 9303-3, section 6: the letters; spaces and hyphens a filler, apostrophes left out.
    for (name, key) in [
        ("Élise Séraphin", "ELISE<SERAPHIN"),
        ("Jean-Luc  D’Amours", "JEAN<LUC<DAMOURS"),
        ("Müller", "MUELLER"),
        ("Mu\u{308}ller", "MUELLER"),
        ("Ångström", "AANGSTROEM"),
        ("Ærø Œuvray Ĳssel", "AEROE<OEUVRAY<IJSSEL"),
        ("Weiß Þór", "WEISS<THOR"),
        ("Łukasz Đặng Ðorđe", "LUKASZ<DANG<DORDE"),
        ("Ħal Ŋara Ŧa ıl", "HAL<NARA<TA<IL"),
        ("Peña Noël Çelik", "PENA<NOEL<CELIK"),
        ("St. Pierre", "ST<PIERRE"),
        (" -Roy- ", "ROY"),
    ] {
        assert_eq!(icao(name), key, "{name}");
    }
    assert_eq!(fold_icao("--"), Err(NameError::Empty));
    assert_eq!(fold_icao("Иванов"), Err(NameError::Unsupported { at: 0 }));
    assert_eq!(fold_icao(&"a-".repeat(65)).unwrap_err(), NameError::TooLong { at: 128 });
}

#[test]
fn a_zone_may_use_the_other_letters_that_the_document_allows() {
    for (zone, name) in [
        ("MUELLER", "Müller"),
        ("MULLER", "Müller"),
        ("MUXXLLER", "Müller"),
        ("ANGSTROM", "Ångström"),
        ("AANGSTROM", "Ångström"),
        ("PENA", "Peña"),
        ("PENXXA", "Peña"),
        ("ELISE<SERAPHIN<<<<<<", "Élise Séraphin"),
        ("<<JEAN<<LUC", "Jean-Luc"),
        ("UEE", "Üe"),
        ("UE", "Üe"),
    ] {
        assert_eq!(matches_icao(zone, name), Ok(true), "{zone} {name}");
    }
    for (zone, name) in [
        ("MOLLER", "Müller"),
        ("MUELLE", "Müller"),
        ("MUELLERS", "Müller"),
        ("MUXLLER", "Müller"),
        ("JEANLUC", "Jean-Luc"),
        ("PENYA", "Peña"),
        ("A", "B"),
    ] {
        assert_eq!(matches_icao(zone, name), Ok(false), "{zone} {name}");
    }
}

#[test]
fn every_name_matches_its_own_key() {
    for name in ["Élise Séraphin", "D'Œuvray-Côté", "Müller Ångström-Peña", "Øystein Þór"]
    {
        assert_eq!(matches_icao(&icao(name), name), Ok(true), "{name}");
        let plain = fold(name).unwrap();
        let joined: String = icao(name).split('<').collect();
        assert!(joined.len() >= plain.as_str().len(), "{name}");
    }
}

#[test]
fn a_zone_has_capitals_and_fillers_only() {
    let refused = |zone: &str, error| {
        let found = matches_icao(zone, "Roy").unwrap_err();
        assert_eq!((found.side, found.error), (Side::First, error), "{zone}");
    };
    refused("", NameError::Empty);
    refused("<<<", NameError::Empty);
    refused("Roy", NameError::Character { at: 1 });
    refused("RO Y", NameError::Character { at: 2 });
    refused("ROÝ", NameError::Character { at: 2 });
    assert_eq!(matches_icao(&"A".repeat(MAX_ZONE_LETTERS), "Roy"), Ok(false));
    refused(&"A".repeat(MAX_ZONE_LETTERS + 1), NameError::TooLong { at: MAX_ZONE_LETTERS });
    let name = matches_icao("ROY", "R0y").unwrap_err();
    assert_eq!((name.side, name.error), (Side::Second, NameError::Character { at: 1 }));
}

#[test]
fn a_stored_key_names_its_rule_and_version() {
    assert_eq!(fold("Côté").unwrap().versioned(), "ramq1:COTE");
    assert_eq!(fold_icao("Côté-Roy").unwrap().versioned(), "icao1:COTE<ROY");
    let longest = fold(&"a".repeat(128)).unwrap();
    assert_eq!(longest.versioned().len(), 134);
}

#[test]
fn counts_slips_up_to_two() {
    for (first, second, slips) in [
        ("Tremblay", "Tremblay", Some(0)),
        ("Tremblay", "TRÉMBLAY", Some(0)),
        ("Tremblay", "Trembley", Some(1)),
        ("Tremblay", "Tremblays", Some(1)),
        ("Tremblay", "remblay", Some(1)),
        ("Tremblay", "Trembaly", Some(1)),
        ("Tremblay", "rTembaly", Some(2)),
        ("Séraphin", "Serafin", Some(2)),
        ("Roy", "Gagnon", None),
        ("ab", "bca", None),
        ("a", "abc", Some(2)),
        ("a", "abcd", None),
    ] {
        assert_eq!(distance(first, second), Ok(slips), "{first} {second}");
    }
    assert_eq!(distance("", "a").unwrap_err().side, Side::First);
    assert_eq!(distance("a", "5").unwrap_err().side, Side::Second);
}

/// Against `strsim`, which counts without a bound.
#[test]
fn the_distance_is_that_of_an_independent_count() {
    let mut texts = vec![String::new()];
    for _ in 0..5 {
        let longer = texts.iter().flat_map(|text| ["A", "B", "C"].map(|c| text.clone() + c));
        texts = longer.chain(texts.clone()).collect();
    }
    texts.sort_unstable();
    texts.dedup();
    for first in texts.iter().filter(|text| !text.is_empty()) {
        for second in texts.iter().filter(|text| !text.is_empty()) {
            let theirs = u8::try_from(strsim::osa_distance(first, second)).unwrap();
            let ours = distance(first, second).unwrap();
            assert_eq!(ours, (theirs <= MAX_DISTANCE).then_some(theirs), "{first} {second}");
        }
    }
}
