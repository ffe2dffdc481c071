//! `identifier/*.txt`, `name/*.txt` and `identity/check.txt`.

use sceau::identifier::{
    BirthDate, CardExpiry, Identifier, IdentifierError, IdentifierKind, Nam, NamBirth, Nas, Neq,
    PseudonymKey, TypedEdit, TypingState,
};
use sceau::identity::{self, Claim, Document, DocumentKind, Finding, SAG_MINIMUM_AGE, Verdict};
use sceau::mac::ServiceKey;
use sceau::name::{self, Comparison, Difference, NameCompareError, NameError, NamePolicy};
use sceau::time::Date;
use sceau_tests::{Record, to_hex};

use super::error;

pub(crate) fn parse(record: &Record) -> String {
    kind(record).parse(record.text("text")).map_or_else(identifier_error, |identifier| {
        [identifier.compact(), &identifier.display(), &identifier.masked()].join("; ")
    })
}

pub(crate) fn level(record: &Record) -> String {
    let (parsed, today) = (kind(record).parse(record.text("text")), date(record.text("today")));
    parsed.map_or_else(identifier_error, |identifier| identifier.level(today).name().to_owned())
}

/// `text` has a `|` where the caret is, and so has the answer.
pub(crate) fn typing(record: &Record) -> String {
    let edit = record.optional("edit").unwrap_or("insertion");
    let edit = TypedEdit::ALL.iter().find(|one| one.name() == edit).expect("an edit");
    let (before, behind) = record.text("text").split_once('|').expect("a caret");
    let text = [before, behind].concat();
    let typing = kind(record).typing(&text, before.len(), *edit);
    let why = match typing.state {
        TypingState::Impossible { error } => {
            format!(" {} {}", error.name(), error.at().expect("an offset"))
        }
        _ => String::new(),
    };
    let shown = typing.text.as_deref().unwrap_or(&text);
    let (before, behind) = shown.split_at(typing.caret);
    format!("{}{why}; {before}|{behind}", typing.state.name())
}

pub(crate) fn pseudonym(record: &Record) -> String {
    let key = ServiceKey::new(1, &record.bytes("key")).expect("a key");
    let key = PseudonymKey::new(&key, &record.bytes("group"));
    let parsed = kind(record).parse(record.text("text"));
    parsed.map_or_else(identifier_error, |identifier| to_hex(identifier.pseudonym(&key).as_bytes()))
}

pub(crate) fn synthetic(record: &Record) -> String {
    let found = kind(record).synthetic(record.number("number", 0));
    found.map_or_else(|| "none".to_owned(), |found| found.compact().to_owned())
}

fn kind(record: &Record) -> IdentifierKind {
    IdentifierKind::from_name(record.text("kind")).expect("a kind")
}

pub(crate) fn nam(record: &Record) -> String {
    let run = || {
        let nam = Nam::parse(record.text("text"))?;
        let today = date(record.text("today"));
        let birth = match record.optional("born") {
            Some(born) => nam.check_born(date(born)),
            None => nam.check(today),
        };
        let level = nam.level(today).name();
        Ok(format!("{level}; {}", birth.map_or_else(identifier_error, birth_answer)))
    };
    run().unwrap_or_else(identifier_error)
}

fn birth_answer(birth: NamBirth) -> String {
    let born = BirthDate::new(birth.date);
    format!("{} {}", born.compact(), birth.marker.name())
}

pub(crate) fn nas(record: &Record) -> String {
    let checked = Nas::parse(record.text("text")).and_then(|nas| nas.check());
    checked.map_or_else(identifier_error, |kind| kind.name().to_owned())
}

pub(crate) fn neq(record: &Record) -> String {
    let checked = Neq::parse(record.text("text")).and_then(|neq| neq.check());
    checked.map_or_else(identifier_error, |kind| kind.name().to_owned())
}

pub(crate) fn expiry(record: &Record) -> String {
    CardExpiry::parse(record.text("text")).map_or_else(identifier_error, |expiry| {
        BirthDate::new(expiry.last_day()).compact().to_owned()
    })
}

pub(crate) fn age(record: &Record) -> String {
    let born = BirthDate::parse(record.text("born"));
    let age = born.map(|born| born.age_on(date(record.text("today"))));
    age.map_or_else(identifier_error, |age| age.to_string())
}

pub(crate) fn fold(record: &Record) -> String {
    let key = name::fold(record.text("name"));
    key.map_or_else(name_error, |key| key.as_str().to_owned())
}

pub(crate) fn fold_icao(record: &Record) -> String {
    let key = name::fold_icao(record.text("name"));
    key.map_or_else(name_error, |key| key.as_str().to_owned())
}

pub(crate) fn versioned(record: &Record) -> String {
    let name = record.text("name");
    let key = match record.text("rule") {
        "ramq" => name::fold(name).map(|key| key.versioned()),
        "icao" => name::fold_icao(name).map(|key| key.versioned()),
        other => panic!("rule {other}"),
    };
    key.map_or_else(name_error, |key| key.as_str().to_owned())
}

pub(crate) fn matches_icao(record: &Record) -> String {
    let matches = name::matches_icao(record.text("machine"), record.text("name"));
    matches.map_or_else(side_error, |matches| if matches { "yes" } else { "no" }.to_owned())
}

pub(crate) fn distance(record: &Record) -> String {
    let slips = name::distance(record.text("first"), record.text("second"));
    slips.map_or_else(side_error, |slips| {
        slips.map_or_else(|| "more".to_owned(), |slips| slips.to_string())
    })
}

pub(crate) fn compare(record: &Record) -> String {
    match name::compare(record.text("first"), record.text("second")) {
        Ok(comparison) if comparison.is_identical() => "identical".to_owned(),
        Ok(comparison) => differences(&comparison),
        Err(reason) => side_error(reason),
    }
}

/// One part a difference: its name, the offsets on both sides, the characters on both sides.
fn differences(comparison: &Comparison) -> String {
    let part = |&difference: &Difference| {
        let place = comparison.place(difference)?;
        let letter = |letter: Option<char>| letter.map_or("-".to_owned(), |c| format!("[{c}]"));
        let (first, second) = (letter(place.letter_first()), letter(place.letter_second()));
        let name = difference.name();
        Some(format!("{name} {} {} {first} {second}", place.first, place.second))
    };
    Difference::ALL.iter().filter_map(part).collect::<Vec<_>>().join("; ")
}

/// `form`, `card` and `notice` are `surname | given name | other surname`, the last one if there is
/// one; those present are compared in this order.
pub(crate) fn identity(record: &Record) -> String {
    let documents: Vec<_> = DOCUMENTS
        .iter()
        .filter_map(|&(field, kind)| {
            let mut parts = record.optional(field)?.split('|').map(str::trim);
            let document = Document::new(kind, parts.next()?, parts.next()?);
            Some(Document { other_surname: parts.next(), ..document })
        })
        .collect();
    let report = identity::check(&Claim {
        documents: &documents,
        nam: &Nam::parse(record.text("nam")).expect("a NAM"),
        birth_date: BirthDate::new(date(record.text("born"))),
        today: date(record.text("today")),
        policy: match record.text("policy") {
            "sag" => NamePolicy::SAG,
            "tolerant" => NamePolicy::TOLERANT,
            other => panic!("policy {other}"),
        },
        minimum_age: record.number("minimum-age", SAG_MINIMUM_AGE),
    });
    match report {
        Ok(report) => {
            let mut parts = vec![report.outcome().name().to_owned()];
            parts.extend(report.findings().iter().map(finding));
            parts.join("; ")
        }
        Err(reason) => error(reason.name(), None),
    }
}

/// A finding that agrees is its field's name; another adds the verdict, what differs, and where.
fn finding(finding: &Finding) -> String {
    let mut words = vec![finding.field.name().to_owned()];
    if finding.verdict != Verdict::Agrees {
        words.push(finding.verdict.name().to_owned());
        words.extend(finding.differences.iter().map(|difference| difference.name().to_owned()));
        words.extend(finding.letter_first.map(|letter| format!("[{letter}]")));
        words.extend(finding.letter_second.map(|letter| format!("[{letter}]")));
        words.extend(finding.unreadable.map(|reason| reason.side.name().to_owned()));
        words.extend(finding.unreadable.map(|reason| reason.name().to_owned()));
    }
    words.join(" ")
}

const DOCUMENTS: [(&str, DocumentKind); 3] = [
    ("form", DocumentKind::Form),
    ("card", DocumentKind::HealthCard),
    ("notice", DocumentKind::AssessmentNotice),
];

fn date(text: &str) -> Date {
    BirthDate::parse(text).expect("a date").date()
}

fn identifier_error(reason: IdentifierError) -> String {
    error(reason.name(), reason.at())
}

fn name_error(reason: NameError) -> String {
    error(reason.name(), Some(reason.at()))
}

fn side_error(reason: NameCompareError) -> String {
    format!("{} {}", reason.side.name(), name_error(reason.error))
}
