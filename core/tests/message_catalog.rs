//! The catalogue of sentences: whole, and each sentence as such sentences are.

use std::collections::BTreeSet;
use std::path::Path;
use std::{fs, io};

use sceau::message::{CATALOG, Entry, Placeholder, PlaceholderKind};

/// A sentence with its key, `Type.name`, and the chapter's number.
type Said = (String, Entry, &'static str);

fn said() -> Vec<Said> {
    let of = |chapter: &sceau::message::Chapter| {
        let (of, number) = (chapter.of, chapter.number);
        let entries = chapter.entries();
        entries
            .map(move |entry| (format!("{of}.{}", entry.name), entry, number))
            .collect::<Vec<_>>()
    };
    CATALOG.iter().flat_map(of).collect()
}

fn is_phrase(key: &str) -> bool {
    ["Finding.document.", "Finding.field.", "Finding.separator."]
        .iter()
        .any(|chapter| key.starts_with(chapter))
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
    let text = include_str!("../src/identity/sentences.rs");
    let texts = text.matches(": Both = (").count();
    let (findings, others): (Vec<_>, Vec<_>) = said()
        .into_iter()
        .filter(|(key, ..)| key.starts_with("Finding."))
        .partition(|(key, ..)| key.matches('.').count() == 1);
    assert_eq!(findings.len() + others.len(), texts);
    assert!(findings.len() > 15 && others.len() > 12);
}

#[test]
fn no_key_is_there_twice() {
    let keys: Vec<_> = said().into_iter().map(|(key, ..)| key).collect();
    let distinct: BTreeSet<_> = keys.iter().collect();
    assert_eq!(distinct.len(), keys.len());
    assert!(keys.len() > 200, "{}", keys.len());
    for key in keys {
        let letters = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_');
        assert!(key.chars().all(letters), "{key}");
    }
}

/// Returns what is wrong with one sentence in both languages, in words.
fn faults(key: &str, entry: &Entry, number: &str) -> Vec<&'static str> {
    let mut faults = Vec::new();
    let mut fault = |is: bool, words| {
        if is {
            faults.push(words);
        }
    };
    let (french, english) = (braces(entry.french), braces(entry.english));
    let known = |name: &&str| Placeholder::ALL.iter().any(|known| known.name == *name);
    let sorted = |names: &[&'static str]| {
        let mut names = names.to_vec();
        names.sort_unstable();
        names
    };
    fault(sorted(&french) != sorted(&english), "placeholders differ");
    fault(!french.iter().all(known), "unknown placeholder");
    fault(french.iter().collect::<BTreeSet<_>>().len() != french.len(), "placeholder twice");
    fault(french.contains(&"n") && number.is_empty(), "what {n} counts");
    let letters = Placeholder::ALL.iter().filter(|one| one.kind == PlaceholderKind::Letter);
    let letters = letters.filter(|one| french.contains(&one.name)).count();
    fault(letters > 2 || (letters > 0 && !key.starts_with("Finding.")), "too many letters");

    for (text, is_french) in [(entry.french, true), (entry.english, false)] {
        let whole = text.ends_with('.') || text.ends_with("{action}") || text.ends_with("{reason}");
        fault(text.len() < 6 || text.len() > 400, "too short or too long");
        fault(is_phrase(key) == whole, "a phrase with a period, or a sentence without");
        fault(text.contains("  ") || text.trim() != text, "stray spaces");
        fault(text.contains(['“', '”']) && is_french, "English quotation marks");
        fault(text.contains(['«', '»']) && !is_french, "French quotation marks");
        fault(text.contains(['\u{2019}', '"', '\t', '\n', '!', '…']), "another sign");
        fault(!opens_well(text, is_phrase(key)), "the first letter");
    }
    fault(entry.french == entry.english, "the same in both languages");
    fault(!spaced_as_french(entry.french), "French spaces");
    fault(entry.english.contains('\u{a0}') || entry.english.contains(" :"), "English spaces");
    fault(holds_any(entry.french, NOT_FRENCH), "not Québec's French");
    fault(holds_any(entry.english, NOT_ENGLISH), "not our English");
    faults
}

fn braces(template: &'static str) -> Vec<&'static str> {
    let parts = template.split('{').skip(1);
    parts.map(|part| part.split_once('}').map_or("?", |(name, _)| name)).collect()
}

fn opens_well(text: &str, phrase: bool) -> bool {
    text.chars().next().is_some_and(|first| first == '{' || first.is_uppercase() != phrase)
}

/// As the Office québécois de la langue française has it: a no-break space before a colon and
/// within guillemets and numbers; nothing before a semicolon or a question mark.
fn spaced_as_french(text: &str) -> bool {
    let characters: Vec<_> = text.chars().collect();
    let at = |place: usize| characters.get(place).copied();
    characters.iter().enumerate().all(|(place, character)| {
        let (before, after) = (place.checked_sub(1).and_then(at), at(place + 1));
        match character {
            ':' | '»' => before == Some('\u{a0}'),
            '«' => after == Some('\u{a0}'),
            ';' | '?' => before.is_some_and(|c| !c.is_whitespace()),
            '\u{a0}' => {
                matches!(after, Some(':' | '»'))
                    || before == Some('«')
                    || [before, after].iter().all(|c| c.is_some_and(|c| c.is_ascii_digit()))
            }
            _ => true,
        }
    })
}

fn holds_any(text: &str, words: &[&str]) -> bool {
    let apart = text.to_lowercase().replace(|c: char| !c.is_alphanumeric() && c != '-', " ");
    words.iter().any(|word| format!(" {apart} ").contains(&format!(" {word} ")))
}

/// English, and what is said in France and not in Québec.
const NOT_FRENCH: &[&str] = &[
    "e-mail",
    "email",
    "mail",
    "mél",
    "mails",
    "password",
    "the",
    "login",
    "loguer",
    "se connecter",
    "connexion",
    "code de vérification",
    "avis d imposition",
    "carte vitale",
    "sms",
    "ok",
    "token",
    "cookie",
    "hash",
    "pin",
    "device",
    "and",
    "or",
    "of",
    "with",
    "digital",
    "identifiant",
];

const NOT_ENGLISH: &[&str] = &[
    "email",
    "emails",
    "mail",
    "courriel",
    "log in",
    "login",
    "verification code",
    "sin",
    "le",
    "la",
    "les",
    "un",
    "une",
    "et",
    "ou",
    "avec",
    "cellphone",
    "mobile",
];

#[test]
fn every_sentence_is_as_such_sentences_are() {
    for (key, entry, number) in said() {
        assert_eq!(faults(&key, &entry, number), [""; 0], "{key}: {entry:?}");
    }
}

#[test]
fn what_a_chapter_counts_is_said_in_it() {
    for chapter in CATALOG {
        let counts = chapter.entries().any(|entry| entry.placeholders().any(|it| it.name == "n"));
        assert_eq!(counts, !chapter.number.is_empty(), "{}", chapter.of);
    }
}

/// What the test before must notice: each fault once, in a sentence that has no other.
#[test]
fn notices_each_planted_fault() {
    let good = ("Essais restants\u{a0}: {n}.", "Attempts left: {n}.");
    for (key, (french, english), fault) in [
        ("ChallengeOutcome.wrong", good, ""),
        ("NameError.x", good, "what {n} counts"),
        ("ChallengeOutcome.wrong", (good.0, "Attempts are left."), "placeholders differ"),
        ("Finding.case", ("Il y a {x}.", "There is {x}."), "unknown placeholder"),
        ("Finding.case", ("Il y a {age} {age}.", "It is {age} {age}."), "placeholder twice"),
        ("NameError.x", ("Lettre {letter_a}.", "Letter {letter_a}."), "too many letters"),
        ("NameError.x", ("", ""), "too short or too long"),
        (
            "NameError.x",
            ("Ce nom est vide", "This name is empty."),
            "a phrase with a period, or a sentence without",
        ),
        ("NameError.x", ("Ce  nom est vide.", "This name is empty."), "stray spaces"),
        ("NameError.x", ("Ce nom, “a”, suffit.", "This name will do."), "English quotation marks"),
        ("NameError.x", ("Ce nom suffit.", "This name, «a», will do."), "French quotation marks"),
        ("NameError.x", ("Ce nom suffit!", "This name will do."), "another sign"),
        ("NameError.x", ("ce nom est vide.", "This name is empty."), "the first letter"),
        (
            "NameError.x",
            ("Le nom «\u{a0}a\u{a0}».", "Le nom «\u{a0}a\u{a0}»."),
            "the same in both languages",
        ),
        ("NameError.x", ("Ce nom: vide.", "This name: empty."), "French spaces"),
        ("NameError.x", ("Ce nom est vide\u{a0}; voilà.", "This name is empty."), "French spaces"),
        ("NameError.x", ("Ce nom, « a », est vide.", "This name is empty."), "French spaces"),
        ("NameError.x", ("Ce nom\u{a0}: vide.", "This name\u{a0}: empty."), "English spaces"),
        ("NameError.x", ("Votre e-mail est vide.", "Your e-mail is empty."), "not Québec's French"),
        ("NameError.x", ("Votre mail est vide.", "Your e-mail is empty."), "not Québec's French"),
        ("NameError.x", ("Votre courriel est vide.", "Your email is empty."), "not our English"),
    ] {
        let number = if key == "ChallengeOutcome.wrong" { "attempts left" } else { "" };
        let found = faults(key, &Entry { name: "x", french, english }, number);
        assert_eq!(found.contains(&fault), !fault.is_empty(), "{french}: {found:?}");
        assert_eq!(found.is_empty(), fault.is_empty(), "{french}: {found:?}");
    }
}
