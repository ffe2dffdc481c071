//! Every sentence as prose: its form, its spaces, its placeholders, its words.

use std::collections::BTreeSet;

use sceau::message::{CATALOG, Entry, Placeholder, PlaceholderKind};

fn is_phrase(key: &str) -> bool {
    ["Finding.document.", "Finding.field.", "Finding.separator."]
        .iter()
        .any(|chapter| key.starts_with(chapter))
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
        fault(text.contains("{until}") && !text.ends_with(" {until}."), "a moment in the middle");
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
    for chapter in CATALOG {
        for entry in chapter.entries() {
            let key = format!("{}.{}", chapter.of, entry.name);
            assert_eq!(faults(&key, &entry, chapter.number), [""; 0], "{key}: {entry:?}");
        }
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
        ("IssueOutcome.x", ("Le {until} vient.", "Till {until}."), "a moment in the middle"),
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
