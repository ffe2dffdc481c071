//! The catalogue of sentences: whole, with room for what stands in a sentence, and no name in it.

use std::collections::BTreeSet;
use std::path::Path;
use std::{fs, io};

use sceau::identifier::{BirthDate, Identifier, Nam};
use sceau::identity::{self, Claim, Document, DocumentKind, Finding};
use sceau::message::{CATALOG, Chapter, Entry, Language};
use sceau::name::NamePolicy;
use sceau::time::Date;

/// Returns every sentence with its key, `Type.name`.
fn said() -> Vec<(String, Entry)> {
    let keyed = |of, entry: Entry| (format!("{of}.{}", entry.name), entry);
    let of = |chapter: &Chapter| {
        let of = chapter.of;
        chapter.entries().map(move |entry| keyed(of, entry))
    };
    CATALOG.iter().flat_map(of).collect()
}

/// The sources of the core, without what is below `#[cfg(test)]`.
fn sources(folder: &Path, into: &mut Vec<String>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            sources(&path, into)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(path)?;
            into.extend(text.split("#[cfg(test)]").next().map(str::to_owned));
        }
    }
    Ok(())
}

/// Returns the identifiers that stand behind `before`.
fn behind(sources: &[String], before: &str) -> BTreeSet<String> {
    let name = |text: &str| text.chars().take_while(|c| c.is_alphanumeric()).collect::<String>();
    let found = sources.iter().flat_map(|text| text.split(before).skip(1).map(name));
    found.filter(|name| !name.is_empty()).collect()
}

/// What has wire names and nothing to say: a caller's choices, and what an outcome carries.
const SILENT: &[&str] = &[
    "ChallengeChannel",
    "ChallengePurpose",
    "DocumentKind",
    "Effect",
    "Field",
    "Grade",
    "IdentityOutcome",
    "Language",
    "Level",
    "NasKind",
    "NeqKind",
    "OtpFactor",
    "OtpReading",
    "PlaceholderKind",
    "Reader",
    "SexCode",
    "Side",
    "StoredFormat",
    "TypedEdit",
    "TypingState",
    "Verdict",
];

/// Returns the types with wire names that neither have a chapter nor are silent, and the chapters
/// and silent types that are none.
fn astray(named: &BTreeSet<String>, chapters: &[&str]) -> Vec<String> {
    let known = chapters.iter().chain(SILENT).filter(|of| !of.contains('.') && **of != "Finding");
    let known: BTreeSet<_> = known.map(|&of| of.to_owned()).collect();
    named.symmetric_difference(&known).cloned().collect()
}

#[test]
fn every_reason_of_the_core_has_its_sentence() {
    let mut texts = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut texts).unwrap();
    let named = behind(&texts, "\nwire_names!(");
    let chapters: Vec<_> = CATALOG.iter().map(|chapter| chapter.of).collect();
    assert_eq!(astray(&named, &chapters), [""; 0]);
    let without_one: Vec<_> =
        chapters.iter().copied().filter(|of| *of != "ChallengeOutcome").collect();
    assert_eq!(astray(&named, &without_one), ["ChallengeOutcome"]);

    let mut speaking = behind(&texts, "sentences! { ");
    speaking.extend(behind(&texts, "impl Reason for "));
    let of = |name: &str| match name {
        "PasswordFinding" => "PasswordReason".to_owned(),
        name => name.to_owned(),
    };
    let speaking: BTreeSet<_> = speaking.iter().map(|name| of(name)).collect();
    let own = chapters.iter().filter(|of| !of.starts_with("Finding"));
    let own: BTreeSet<_> = own.map(|of| of.split('.').next().unwrap().to_owned()).collect();
    assert_eq!(speaking, own);
}

#[test]
fn every_text_of_a_finding_is_in_a_table() {
    let text = include_str!("../src/identity/texts.rs");
    let texts = text.matches(": Both =").count();
    let (findings, others): (Vec<_>, Vec<_>) = said()
        .into_iter()
        .filter(|(key, _)| key.starts_with("Finding."))
        .partition(|(key, _)| key.matches('.').count() == 1);
    assert_eq!(findings.len() + others.len(), texts);
    assert!(findings.len() > 15 && others.len() > 12);
}

#[test]
fn no_key_is_there_twice() {
    let keys: Vec<_> = said().into_iter().map(|(key, _)| key).collect();
    let distinct: BTreeSet<_> = keys.iter().collect();
    assert_eq!(distinct.len(), keys.len());
    assert!(keys.len() > 200, "{}", keys.len());
    for key in keys {
        let letters = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_');
        assert!(key.chars().all(letters), "{key}");
    }
}

#[test]
fn what_a_chapter_counts_is_said_in_it() {
    for chapter in CATALOG {
        let counts = chapter.entries().any(|entry| entry.placeholders().any(|it| it.name == "n"));
        assert_eq!(counts, !chapter.number.is_empty(), "{}", chapter.of);
    }
}

/// The longest text that a placeholder may become, in bytes of UTF-8.
fn longest(name: &str, french: bool) -> usize {
    let of = |chapter: &str| {
        let chapter = CATALOG.iter().find(|known| known.of == chapter).expect("a chapter");
        let texts = chapter.entries().map(|one| if french { one.french } else { one.english });
        texts.map(str::len).max().expect("a text")
    };
    match name {
        "document_a" | "document_b" => of("Finding.document"),
        "separator_a" | "separator_b" => of("Finding.separator"),
        "field" => of("Finding.field"),
        "action" => of("Finding.action"),
        "reason" => of("NameError"),
        "letter_a" | "letter_b" => 4,
        "n" | "age" => 5,
        "until" => 80,
        other => panic!("{other}"),
    }
}

#[test]
fn every_sentence_has_room_for_what_stands_in_it() {
    let room = sceau::message::Sentence::new().capacity();
    for (key, entry) in said() {
        for (text, french) in [(entry.french, true), (entry.english, false)] {
            let added: usize = entry.placeholders().map(|one| longest(one.name, french)).sum();
            assert!(text.len() + added <= room, "{key}: {} of {room}", text.len() + added);
        }
    }
}

/// Letters of names that stand in no text of the catalogue, which differ in case, marks and more.
const STRANGE: &str = "ŽžŁÑŸØ";

fn strange(text: &str) -> usize {
    text.chars().filter(|&c| STRANGE.contains(c)).count()
}

/// Names of up to three strange letters, with a sign between them.
fn strange_names() -> Vec<String> {
    let letters = || STRANGE.chars().map(String::from);
    let pairs = letters().flat_map(|one| letters().map(move |other| [one.clone(), other]));
    let mut names: Vec<_> = letters().collect();
    for [one, other] in pairs {
        names.extend(["", "-", "'", " "].map(|sign| format!("{one}{sign}{other}")));
    }
    names
}

/// Returns what `identity` says of two given names, in both languages.
fn findings(first: &str, second: &str) -> Vec<String> {
    let document = |kind, given_name| Document::new(kind, "Žuk", given_name);
    let report = identity::check(&Claim {
        documents: &[
            document(DocumentKind::HealthCard, first),
            document(DocumentKind::AssessmentNotice, second),
        ],
        nam: &Nam::parse("SERE 7561 3018").expect("a number"),
        birth_date: BirthDate::parse("1975-11-30").expect("a date"),
        today: Date::new(2026, 11, 22).expect("a day"),
        policy: NamePolicy::SAG,
        minimum_age: 14,
    });
    let report = report.expect("two documents");
    let said = |finding: &Finding, language| finding.sentence(language).as_str().to_owned();
    let of = |language| report.findings().iter().map(move |finding| said(finding, language));
    Language::ALL.iter().flat_map(|&language| of(language)).collect()
}

#[test]
fn no_sentence_names_more_than_the_letter_that_differs() {
    for (key, entry) in said() {
        assert_eq!(strange(entry.french) + strange(entry.english), 0, "{key}");
    }
    let (mut letters, names) = (0, strange_names());
    for first in &names {
        for second in &names {
            for sentence in findings(first, second) {
                assert!(!leaks(&sentence, first, second), "{sentence}");
                letters += strange(&sentence);
            }
        }
    }
    assert!(letters > 1_000, "{letters} letters in all sentences");
    assert!(leaks("Le prénom est ŽÑ.", "ŽÑ", "Ñ") && leaks("Ž, Ñ, Ž", "ŽÑ", "Ž"));
    assert!(leaks("Sur la carte, Ž; sur l'avis, Ž.", "Ž", "Ž") && leaks("Ł, Ø", "Ž", "Ñ"));
}

/// Whether a sentence names more than one letter of each name, or a letter that does not differ.
fn leaks(sentence: &str, first: &str, second: &str) -> bool {
    let letters: Vec<_> = sentence.chars().filter(|&c| STRANGE.contains(c)).collect();
    let of_each = |one, other| one != other && first.contains(one) && second.contains(other);
    match letters[..] {
        [] => false,
        [one] => !first.contains(one) && !second.contains(one),
        [one, other] => {
            sentence.contains(&format!("{one}{other}"))
                || !(of_each(one, other) || of_each(other, one))
        }
        _ => true,
    }
}
