//! The rules as data: complete, dated, and used as sure as they are.

use sceau::identifier::{Effect, Grade, Identifier, IdentifierKind, Layout, Level, Nas, Neq};
use sceau::time::Date;

#[test]
fn every_kind_has_its_facts() {
    for kind in IdentifierKind::ALL {
        let (facts, name) = (kind.facts(), kind.name());
        assert!(!facts.french.is_empty() && !facts.english.is_empty(), "{name}");
        assert!(!facts.issuer.is_empty() && !facts.rules.is_empty(), "{name}");
        assert_eq!(IdentifierKind::from_name(name), Some(*kind));
        for rule in facts.rules {
            assert!(!rule.text.is_empty() && !rule.source.is_empty(), "{name}");
            let date: Vec<_> = rule.date.split('-').map(|part| part.parse().unwrap()).collect();
            let day = |at: usize| u8::try_from(date[at]).unwrap();
            assert!(Date::new(date[0], day(1), day(2)).is_some(), "{name}: {}", rule.date);
        }
    }
    assert_eq!(IdentifierKind::from_name("passport"), None);
}

#[test]
fn folklore_refuses_nothing() {
    for kind in IdentifierKind::ALL {
        let rules = kind.facts().rules.iter();
        let folklore = rules.filter(|rule| rule.grade == Grade::C);
        for rule in folklore {
            assert!(matches!(rule.effect, Effect::Level | Effect::Told), "{}", rule.text);
        }
    }
}

#[test]
fn every_example_holds_as_far_as_can_be_checked() {
    let today = Date::new(2026, 11, 25).unwrap();
    for kind in IdentifierKind::ALL {
        let (facts, name) = (kind.facts(), kind.name());
        if facts.example.is_empty() {
            assert!(facts.rules.iter().any(|rule| rule.grade == Grade::NotPublic), "{name}");
            continue;
        }
        let example = kind.parse(facts.example).unwrap();
        assert_eq!(example.compact(), facts.example, "{name}");
        let checked = facts.rules.iter().any(|rule| rule.text.contains("check digit,"))
            || matches!(kind, IdentifierKind::Nas);
        if checked {
            assert_eq!(example.level(today), Level::CheckDigit, "{name}");
        }
    }
}

#[test]
fn the_parts_have_every_character_once() {
    for kind in IdentifierKind::ALL {
        let (facts, layout, name) = (kind.facts(), kind.layout(), kind.name());
        let places: usize = facts.parts.iter().map(|part| part.places).sum();
        let example = facts.example.chars().filter(|c| layout == Layout::AS_TYPED || *c != '-');
        assert_eq!(places, example.count(), "{name}");
        assert!(layout == Layout::AS_TYPED || places == layout.places(), "{name}");
        for part in facts.parts {
            assert!(part.places > 0 && part.grade != Grade::NotPublic, "{name}");
            assert!(!part.french.is_empty() && !part.english.is_empty(), "{name}");
            assert!(!part.varies || layout == Layout::AS_TYPED, "{name}: {}", part.english);
        }
    }
}

#[test]
fn refuses_any_one_wrong_digit_of_an_enterprise_number() {
    for right in ["1165326209", "1148601249", "1178789161"] {
        for place in 0..10 {
            for digit in '0'..='9' {
                let mut text = right.to_owned();
                text.replace_range(place..=place, &digit.to_string());
                let checked = Neq::parse(&text).unwrap().check();
                assert_eq!(checked.is_ok(), text == right, "{text}");
            }
        }
    }
}

#[test]
fn the_first_million_synthetic_numbers_differ() {
    let mut seen = std::collections::HashSet::new();
    for number in 0..1_000_000 {
        let nas = Nas::synthetic(number).unwrap();
        assert!(nas.check().is_err() && nas.compact().starts_with('8'));
        assert!(seen.insert(nas.compact().to_owned()), "{number}");
    }
}
