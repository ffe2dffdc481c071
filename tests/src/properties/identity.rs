//! Laws of a person across documents.

use sceau::identifier::{BirthDate, Identifier, Nam};
use sceau::identity::{
    self, Claim, Document, DocumentKind, Field, IdentityError, IdentityOutcome, MAX_DOCUMENTS,
    Report, Verdict,
};
use sceau::message::Language;
use sceau::name::NamePolicy;
use sceau::time::Date;

use super::Input;

/// A claim that the bytes spell.
pub fn law(bytes: &[u8]) {
    report_is_whole(bytes, identity::check);
}

/// Every field has its finding in its place; what does not agree has a sentence in each language;
/// SAG tolerates no difference; the report comes to its worst finding.
pub fn report_is_whole(bytes: &[u8], check: impl Fn(&Claim<'_>) -> Result<Report, IdentityError>) {
    let mut input = Input::new(bytes);
    let policy = if input.below(2) == 0 { NamePolicy::SAG } else { NamePolicy::TOLERANT };
    let count = usize::from(input.below(6));
    let (Some(born), Some(today)) = (date(&mut input), date(&mut input)) else { return };
    let minimum_age = input.byte().into();
    let nam = nam(&mut input);
    let names: Vec<_> = (0..count).map(|_| [input.text(), input.text()]).collect();
    let documents: Vec<_> = names
        .iter()
        .zip(DocumentKind::ALL.iter().cycle())
        .map(|([surname, given_name], &kind)| Document::new(kind, surname, given_name))
        .collect();

    let claim = Claim {
        documents: &documents,
        nam: &nam,
        birth_date: BirthDate::new(born),
        today,
        policy,
        minimum_age,
    };
    let report = match check(&claim) {
        Ok(report) => report,
        Err(IdentityError::NoDocument) => return assert_eq!(count, 0),
        Err(IdentityError::TooManyDocuments) => return assert!(count > MAX_DOCUMENTS),
    };
    assert_order(&report, count);
    let worst = report.findings().iter().map(|finding| finding.verdict.outcome()).max();
    assert_eq!(Some(report.outcome()), worst);
    for finding in report.findings() {
        for language in [Language::French, Language::English] {
            assert!(!finding.sentence(language).as_str().is_empty(), "nothing to say");
        }
        let names = matches!(finding.field, Field::Surname | Field::GivenName);
        if names && policy == NamePolicy::SAG && !finding.differences.is_empty() {
            let refused = finding.verdict.outcome() == IdentityOutcome::Refused;
            assert!(refused, "SAG tolerates no difference");
        }
        if names && finding.differences.is_empty() {
            assert!(matches!(finding.verdict, Verdict::Agrees | Verdict::Unreadable));
        }
    }
}

/// The number's five findings come first, then two for each document after the first.
fn assert_order(report: &Report, documents: usize) {
    let number = [
        Field::NamCheckDigit,
        Field::NamSurname,
        Field::NamGivenName,
        Field::NamBirthDate,
        Field::Age,
    ];
    let others = [Field::Surname, Field::GivenName].into_iter().cycle();
    let expected = number.into_iter().chain(others.take(2 * documents.saturating_sub(1)));
    assert!(report.findings().iter().map(|finding| finding.field).eq(expected), "another order");
}

fn date(input: &mut Input<'_>) -> Option<Date> {
    Date::new(1_880 + input.word() % 200, 1 + input.below(12), 1 + input.below(31))
}

fn nam(input: &mut Input<'_>) -> Nam {
    let letters = input.array::<4>().map(|byte| char::from(b'A' + byte % 26));
    let letters: String = letters.into_iter().collect();
    let (year, month, day) = (input.below(100), input.below(100), input.below(100));
    let (differentiator, check) = (1 + input.below(9), input.below(10));
    let text = format!("{letters}{year:02}{month:02}{day:02}{differentiator}{check}");
    Nam::parse(&text).expect("four letters and eight digits")
}
