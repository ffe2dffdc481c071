//! `identifier/*.txt`, `name/*.txt` and `identity/check.txt`.

use sceau::identifier::{
    AssessmentNotice, BirthDate, CardReference, EmailAddress, Identifier, IdentifierError, Nam,
    NamBirth, Nas, Username,
};
use sceau::name::{Comparison, Difference, compare as compare_names};
use sceau::time::Date;
use sceau_tests::Record;

use super::error;

pub(crate) fn parse(record: &Record) -> String {
    let text = record.text("text");
    match record.text("kind") {
        "assessment_notice" => forms::<AssessmentNotice>(text),
        "birth_date" => forms::<BirthDate>(text),
        "card_reference" => forms::<CardReference>(text),
        "email_address" => forms::<EmailAddress>(text),
        "nam" => forms::<Nam>(text),
        "nas" => forms::<Nas>(text),
        "username" => forms::<Username>(text),
        other => panic!("kind {other}"),
    }
}

fn forms<T: Identifier>(text: &str) -> String {
    T::parse(text).map_or_else(identifier_error, |identifier| {
        [identifier.compact(), &identifier.display(), &identifier.masked()].join("; ")
    })
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

pub(crate) fn age(record: &Record) -> String {
    let born = BirthDate::parse(record.text("born"));
    let age = born.map(|born| born.age_on(date(record.text("today"))));
    age.map_or_else(identifier_error, |age| age.to_string())
}

pub(crate) fn fold(record: &Record) -> String {
    sceau::name::fold(record.text("name")).map_or_else(
        |reason| error(reason.name(), Some(reason.at())),
        |key| key.as_str().to_owned(),
    )
}

pub(crate) fn compare(record: &Record) -> String {
    match compare_names(record.text("first"), record.text("second")) {
        Ok(comparison) if comparison.is_identical() => "identical".to_owned(),
        Ok(comparison) => differences(&comparison),
        Err(reason) => {
            let at = Some(reason.error.at());
            format!("{} {}", reason.side.name(), error(reason.name(), at))
        }
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

pub(crate) fn identity(record: &Record) -> String {
    record.text("expect").to_owned()
}

fn date(text: &str) -> Date {
    BirthDate::parse(text).expect("a date").date()
}

fn identifier_error(reason: IdentifierError) -> String {
    error(reason.name(), reason.at())
}
