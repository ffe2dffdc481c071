//! A person across documents: the number, the names, the age, and what is said of them.
#![allow(clippy::unwrap_used)]

use sceau::identifier::{BirthDate, Identifier, Nam};
use sceau::identity::{
    Claim, Document, DocumentKind, Field, Finding, IdentityError, IdentityOutcome, MAX_DOCUMENTS,
    MAX_FINDINGS, Report, SAG_MINIMUM_AGE, Verdict, check,
};
use sceau::message::Language;
use sceau::name::{Difference, NamePolicy};
use sceau::time::Date;

const CARD: DocumentKind = DocumentKind::HealthCard;
const NOTICE: DocumentKind = DocumentKind::AssessmentNotice;
const FORM: DocumentKind = DocumentKind::Form;

fn on<'a>(kind: DocumentKind, surname: &'a str, given_name: &'a str) -> Document<'a> {
    Document::new(kind, surname, given_name)
}

fn report_of(
    documents: &[Document<'_>],
    nam: &str,
    born: &str,
    policy: NamePolicy,
) -> Result<Report, IdentityError> {
    check(&Claim {
        documents,
        nam: &Nam::parse(nam).unwrap(),
        birth_date: BirthDate::parse(born).unwrap(),
        today: Date::new(2026, 11, 22).unwrap(),
        policy,
        minimum_age: SAG_MINIMUM_AGE,
    })
}

fn number(nam: &str, born: &str, surname: &str, given_name: &str) -> Vec<Verdict> {
    let report = report_of(&[on(CARD, surname, given_name)], nam, born, NamePolicy::SAG).unwrap();
    report.findings().iter().map(|finding| finding.verdict).collect()
}

/// Compares a given name on the card with one on the notice.
fn given_names(card: &str, notice: &str, policy: NamePolicy) -> Finding {
    let documents = [on(CARD, "Séraphin", card), on(NOTICE, "Séraphin", notice)];
    let report = report_of(&documents, "SERE75613018", "1975-11-30", policy).unwrap();
    *report.findings().last().unwrap()
}

fn sentence(card: &str, notice: &str) -> String {
    let finding = given_names(card, notice, NamePolicy::SAG);
    finding.sentence(Language::French).as_str().to_owned()
}

#[test]
fn accepts_a_person_whose_documents_agree() {
    let person = ["Séraphin", "Élise"];
    let documents = [FORM, CARD, NOTICE].map(|kind| on(kind, person[0], person[1]));
    let report = report_of(&documents, "SERE75613018", "1975-11-30", NamePolicy::SAG).unwrap();
    assert_eq!(report.outcome(), IdentityOutcome::Uniform);
    let fields: Vec<_> = report.findings().iter().map(|finding| finding.field).collect();
    let mut expected = Field::ALL.to_vec();
    expected.extend([Field::Surname, Field::GivenName]);
    assert_eq!(fields, expected);
    assert!(report.findings().iter().all(|finding| finding.verdict == Verdict::Agrees));
}

#[test]
fn takes_one_to_four_documents() {
    let documents = [on(CARD, "Séraphin", "Élise"); MAX_DOCUMENTS + 1];
    let report = |count| {
        let documents = documents.get(..count).unwrap();
        report_of(documents, "SERE75613018", "1975-11-30", NamePolicy::SAG)
    };
    assert_eq!(report(0), Err(IdentityError::NoDocument));
    assert_eq!(report(1).unwrap().findings().len(), 5);
    assert_eq!(report(MAX_DOCUMENTS).unwrap().findings().len(), MAX_FINDINGS);
    assert_eq!(report(MAX_DOCUMENTS + 1), Err(IdentityError::TooManyDocuments));
}

#[test]
fn reads_the_letters_of_a_surname_in_every_known_way() {
    for (nam, surname, agrees) in [
        ("COTS80051012", "Côté", true),
        ("COTS80051012", "COTE", true),
        ("COTS80051012", "Cote\u{301}", true),
        ("COTS80051012", "Cloutier", false),
        ("LIXS80051012", "Li", true),
        ("LIAS80051012", "Li", false),
        ("OXXS80051012", "Ô", true),
        ("OBRS80051012", "O'Brien", true),
        ("COES80051012", "Cœur", true),
        ("CURS80051012", "Cœur", true),
        ("CERS80051012", "Cœur", false),
        ("SAIS80051012", "Saint-Pierre", true),
        ("STPS80051012", "Saint-Pierre", true),
        ("STPS80051012", "St-Pierre", true),
        ("STPS80051012", "St. Pierre", true),
        ("STMS80051012", "Sainte-Marie", true),
        ("STES80051012", "Ste-Marie", true),
        ("STMS80051012", "Ste\u{2011}Marie", true),
        ("TOUS80051012", "Toussaint", true),
        ("STOS80051012", "Saintonge", false),
    ] {
        let verdict = if agrees { Verdict::Agrees } else { Verdict::Warning };
        assert_eq!(number(nam, "1980-05-10", surname, "Sébastien")[1], verdict, "{nam} {surname}");
    }
}

#[test]
fn reads_the_letter_of_a_given_name_in_every_known_way() {
    for (nam, given_name, agrees) in [
        ("SERE75613018", "Élise", true),
        ("SERE75613018", "élise", true),
        ("SERO75613018", "Œnone", true),
        ("SERN75613018", "Œnone", true),
        ("SERE75613018", "Œnone", false),
        ("SERE75613018", "Marie-Élise", false),
    ] {
        let verdict = if agrees { Verdict::Agrees } else { Verdict::Warning };
        assert_eq!(number(nam, "1975-11-30", "Séraphin", given_name)[2], verdict, "{given_name}");
    }
}

#[test]
fn warns_and_refuses_nobody_for_a_name_that_changed() {
    let documents = [on(CARD, "Tremblay", "Élise")];
    let report = report_of(&documents, "SERE75613018", "1975-11-30", NamePolicy::SAG).unwrap();
    assert_eq!(report.outcome(), IdentityOutcome::Tolerated);
}

#[test]
fn tells_a_wrong_digit_from_a_wrong_date() {
    use Verdict::{Agrees, Differs, Unreadable};
    for (nam, born, check_digit, date) in [
        ("SERE75613018", "1975-11-30", Agrees, Agrees),
        ("SERE75613019", "1975-11-30", Differs, Agrees),
        ("SERE75613018", "1975-11-29", Agrees, Differs),
        ("SERE75613018", "1976-11-30", Agrees, Differs),
        ("SERE75613018", "1875-11-30", Differs, Agrees),
        ("SERE75133018", "1975-11-30", Unreadable, Differs),
        ("COTS00022918", "2000-02-29", Agrees, Agrees),
        ("COTS00022918", "1900-02-28", Unreadable, Differs),
    ] {
        let verdicts = number(nam, born, "Séraphin", "Élise");
        assert_eq!((verdicts[0], verdicts[3]), (check_digit, date), "{nam} {born}");
    }
}

#[test]
fn asks_for_the_least_age_and_a_birth_behind_us() {
    let age = |born| number("SERE75613018", born, "Séraphin", "Élise")[4];
    assert_eq!(age("2012-11-22"), Verdict::Agrees);
    assert_eq!(age("2012-11-23"), Verdict::TooYoung);
    let documents = [on(CARD, "Séraphin", "Élise")];
    let report = check(&Claim {
        documents: &documents,
        nam: &Nam::parse("SERE75613018").unwrap(),
        birth_date: BirthDate::parse("2026-11-23").unwrap(),
        today: Date::new(2026, 11, 22).unwrap(),
        policy: NamePolicy::SAG,
        minimum_age: 0,
    });
    let age = *report.unwrap().findings().last().unwrap();
    assert_eq!((age.field, age.verdict), (Field::Age, Verdict::TooYoung));
}

#[test]
fn names_the_difference_that_the_policy_refuses() {
    let finding = given_names("ELISE", "Élise", NamePolicy::SAG);
    assert_eq!((finding.verdict, finding.main), (Verdict::Differs, Some(Difference::Diacritics)));
    assert_eq!((finding.letter_first, finding.letter_second), (Some('E'), Some('É')));
    assert_eq!(finding.differences.iter().count(), 2);
    let finding = given_names("ELISE", "Élise", NamePolicy::TOLERANT);
    assert_eq!((finding.verdict, finding.main), (Verdict::Tolerated, Some(Difference::Diacritics)));
    let accents = sceau::name::Differences::NONE.with(Difference::Diacritics);
    let finding = given_names("ELISE", "Élise", NamePolicy::new(accents).unwrap());
    assert_eq!((finding.verdict, finding.main), (Verdict::Differs, Some(Difference::Case)));
    let finding = given_names("Élise", "Alice", NamePolicy::TOLERANT);
    assert_eq!((finding.verdict, finding.main), (Verdict::Differs, Some(Difference::Different)));
}

#[test]
fn says_which_letter_differs_and_what_to_do() {
    let act = "Faites corriger l'un des deux par l'organisme qui l'a délivré.";
    let sans = "s'écrit sans accent (E); sur";
    assert_eq!(
        sentence("Elise", "Élise"),
        format!(
            "Sur la carte d'assurance maladie, le prénom {sans} l'avis de cotisation, il en porte \
             un (É). {act}"
        ),
    );
    assert_eq!(
        sentence("Élise", "Elise"),
        format!(
            "Sur l'avis de cotisation, le prénom {sans} la carte d'assurance maladie, il en porte \
             un (É). {act}"
        ),
    );
    let ends = |text: &str| format!("{text} {act}");
    let card = "Sur la carte d'assurance maladie, le prénom s'écrit";
    for (one, other, on_card, on_notice) in [
        ("Hélène", "Hélêne", "avec la lettre è", "au même endroit, avec la lettre ê"),
        ("Francois", "François", "avec la lettre c", "au même endroit, avec la lettre ç"),
        ("Marie", "Maria", "avec la lettre e", "au même endroit, avec la lettre a"),
        ("Oenone", "Œnone", "avec deux lettres", "au même endroit, avec une seule (Œ)"),
        ("Jean-Guy", "Jean Guy", "avec un trait d'union", "avec une espace"),
        ("D'Arcy", "Darcy", "avec une apostrophe", "sans signe à cet endroit"),
    ] {
        let said = format!("{card} {on_card}; sur l'avis de cotisation, {on_notice}.");
        assert_eq!(sentence(one, other), ends(&said), "{other}");
    }
    let both = "Sur la carte d'assurance maladie et sur l'avis de cotisation, le prénom";
    for (one, other, said) in [
        ("ÉLISE", "Élise", "ne s'écrit pas avec les mêmes majuscules."),
        ("Marie", "Marielle", "n'est pas le même."),
        ("Marie M\u{303}", "Marie", "n'est pas le même."),
        ("M\u{303}arie", "Marie", "ne porte pas les mêmes accents."),
    ] {
        assert_eq!(sentence(one, other), ends(&format!("{both} {said}")), "{other}");
    }
    assert!(sentence("Œnone", "Oenone").starts_with("Sur l'avis de cotisation, le prénom"));
}

#[test]
fn asks_to_look_again_at_what_was_typed() {
    let documents = [on(FORM, "Seraphin", "Élise"), on(CARD, "Séraphin", "Élise")];
    let report = report_of(&documents, "SERE75613018", "1975-11-30", NamePolicy::SAG).unwrap();
    let surname = report.findings().iter().find(|finding| finding.field == Field::Surname).unwrap();
    assert_eq!(
        surname.sentence(Language::English),
        "On the form, the surname is written without an accent (e); on the health insurance card, \
         with one (é). Check what you typed; if it is right, have the other document corrected by \
         the body that issued it.",
    );
}

#[test]
fn says_which_name_it_cannot_read() {
    let finding = given_names("Élise", "\u{415}lise", NamePolicy::SAG);
    assert_eq!(finding.verdict, Verdict::Unreadable);
    let said = finding.sentence(Language::French);
    assert!(said.starts_with("Sur l'avis de cotisation, le prénom ne peut pas être comparé. "));
    let finding = given_names("\u{415}lise", "Élise", NamePolicy::SAG);
    let said = finding.sentence(Language::English);
    assert!(said.starts_with("On the health insurance card, the given name cannot be compared. "));
    assert_eq!(number("SERE75613018", "1975-11-30", "", "7")[1..3], [Verdict::Unreadable; 2]);
}

#[test]
fn has_a_whole_sentence_for_whatever_it_finds() {
    let names = [
        "Élise",
        "ELISE",
        "Elise",
        "Èlise",
        "Œlise",
        "Oelise",
        "É-lise",
        "É lise",
        "E\u{327}lise",
        "",
        "7",
        "\u{415}lise",
        "É",
        "Tremblay",
    ];
    let mut said = std::collections::BTreeSet::new();
    for (one, other) in names.iter().flat_map(|one| names.map(|other| (one, other))) {
        for kinds in [[FORM, CARD], [CARD, NOTICE], [NOTICE, FORM], [NOTICE, NOTICE]] {
            for policy in [NamePolicy::SAG, NamePolicy::TOLERANT] {
                for (nam, born) in [("SERE75613018", "1975-11-30"), ("SERE75133018", "2020-01-01")]
                {
                    let documents = [on(kinds[0], one, other), on(kinds[1], other, one)];
                    let report = report_of(&documents, nam, born, policy).unwrap();
                    for finding in report.findings() {
                        said.extend(
                            [Language::French, Language::English]
                                .map(|language| finding.sentence(language).as_str().to_owned()),
                        );
                    }
                }
            }
        }
    }
    for sentence in said {
        assert!(sentence.ends_with('.') && sentence.len() < 400, "{sentence}");
        assert!(!sentence.contains(['{', '}']), "{sentence}");
        assert!(!sentence.contains("()") && !sentence.contains("  "), "{sentence}");
        assert!(!names[9..].iter().any(|name| name.len() > 2 && sentence.contains(name)));
    }
}

#[test]
fn shows_types_only() {
    let documents = [on(CARD, "Séraphin", "Élise")];
    let report = report_of(&documents, "SERE75613018", "1975-11-30", NamePolicy::SAG).unwrap();
    let shown = format!("{:?} {report:?} {:?}", documents[0], report.findings()[0]);
    assert_eq!(shown, "Document(..) Report(..) Finding(..)");
}

fn names(first: Document<'_>, second: Document<'_>, policy: NamePolicy) -> [Finding; 2] {
    let report = report_of(&[first, second], "SERE75613018", "1975-11-30", policy).unwrap();
    *report.findings().last_chunk().unwrap()
}

#[test]
fn says_what_became_of_a_word() {
    for (card, notice, said) in [
        (
            "É.",
            "Élise",
            "Sur la carte d'assurance maladie, le prénom est abrégé à la première lettre (É); sur \
             l'avis de cotisation, il s'écrit en entier. Faites corriger l'un des deux par \
             l'organisme qui l'a délivré.",
        ),
        (
            "Élise",
            "Élise Marie",
            "Sur l'avis de cotisation, le prénom compte un mot qui manque sur la carte d'assurance \
             maladie. Faites corriger l'un des deux par l'organisme qui l'a délivré.",
        ),
        (
            "Anne-Élise",
            "Élise",
            "Sur la carte d'assurance maladie, le prénom est composé; sur l'avis de cotisation, il \
             en manque une partie. Faites corriger l'un des deux par l'organisme qui l'a délivré.",
        ),
        (
            "Anne Élise",
            "Élise Anne",
            "Sur la carte d'assurance maladie et sur l'avis de cotisation, les noms ne sont pas \
             dans le même ordre. Faites corriger l'un des deux par l'organisme qui l'a délivré.",
        ),
    ] {
        assert_eq!(sentence(card, notice), said);
    }
}

#[test]
fn tells_a_surname_in_the_place_of_the_given_name() {
    let [surname, given_name] =
        names(on(CARD, "Élise", "SÉRAPHIN"), on(NOTICE, "Séraphin", "Élise"), NamePolicy::SAG);
    for found in [surname, given_name] {
        assert_eq!((found.verdict, found.main), (Verdict::Differs, Some(Difference::Swapped)));
    }
    let [surname, _] =
        names(on(CARD, "Élise", "Roy"), on(NOTICE, "Séraphin", "Élise"), NamePolicy::SAG);
    assert_eq!(surname.main, Some(Difference::Different));
}

#[test]
fn accepts_an_exchange_with_everything_else_that_differs_or_not_at_all() {
    let none = sceau::name::Differences::NONE;
    let case = none.with(Difference::Case);
    let both = |accepted| {
        let policy = NamePolicy::new(accepted).unwrap();
        names(on(CARD, "ELISE", "Séraphin"), on(NOTICE, "Séraphin", "Elise"), policy)
            .map(|found| (found.verdict, found.main))
    };
    let swapped = Some(Difference::Swapped);
    assert_eq!(both(case), [(Verdict::Differs, swapped); 2]);
    assert_eq!(both(case.with(Difference::Swapped)), [(Verdict::Tolerated, swapped); 2]);
    assert_eq!(
        both(none.with(Difference::Swapped)),
        [(Verdict::Differs, Some(Difference::Case)), (Verdict::Tolerated, swapped)],
    );
}

#[test]
fn another_surname_of_a_document_counts_as_well() {
    let both = Document { other_surname: Some("Roy"), ..on(CARD, "Séraphin", "Élise") };
    let verdict = |first, second| names(first, second, NamePolicy::TOLERANT)[0].verdict;
    assert_eq!(verdict(both, on(NOTICE, "Roy", "Élise")), Verdict::Agrees);
    assert_eq!(verdict(on(NOTICE, "Roy", "Élise"), both), Verdict::Agrees);
    assert_eq!(verdict(both, on(NOTICE, "ROY", "Élise")), Verdict::Tolerated);
    assert_eq!(verdict(both, on(NOTICE, "Séraphin", "Élise")), Verdict::Agrees);
    assert_eq!(verdict(both, on(NOTICE, "Gagnon", "Élise")), Verdict::Differs);
    // The number's letters may be of either.
    let report = |card| report_of(&[card], "SERE75613018", "1975-11-30", NamePolicy::SAG).unwrap();
    let born = Document { other_surname: Some("Séraphin"), ..on(CARD, "Roy", "Élise") };
    assert_eq!(report(born).outcome(), IdentityOutcome::Uniform);
    assert_eq!(report(on(CARD, "Roy", "Élise")).outcome(), IdentityOutcome::Tolerated);
    // A surname that cannot be read is not made good by another one.
    let unreadable = Document { other_surname: Some("Roy"), ..on(CARD, "R0y", "Élise") };
    assert_eq!(verdict(unreadable, on(NOTICE, "Roy", "Élise")), Verdict::Unreadable);
}
