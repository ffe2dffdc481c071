//! What the core says of each kind of damage.

use std::collections::BTreeMap;

use sceau::identifier::BirthDate;
use sceau::identity::{
    Claim, Document, DocumentKind, Field, Finding, Report, SAG_MINIMUM_AGE, Verdict, check,
};
use sceau::message::Language;
use sceau::name::{Difference, Differences, NamePolicy, fold, fold_icao};
use sceau::time::Date;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::{Damage, Group, Identity};

/// The least policy that passes two writings of a person's names, or why none does.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Standing {
    /// `SAG`: they do not differ.
    Identical,
    /// `TOLERANT`: in case, separators, accents, ligatures.
    Tolerated,
    /// A policy of every difference that is no guess.
    Explained,
    /// The same with `Ambiguous`.
    Guessed,
    /// None: other letters.
    Different,
    /// None: what arrived is no name.
    Unreadable,
}

impl Standing {
    /// All, from the best to the worst.
    pub const ALL: [Self; 6] = [
        Self::Identical,
        Self::Tolerated,
        Self::Explained,
        Self::Guessed,
        Self::Different,
        Self::Unreadable,
    ];
}

/// What became of all who can be damaged so.
pub struct Row {
    /// The damage.
    pub damage: Damage,
    /// How many can be damaged so.
    pub people: usize,
    /// How many of them stand how, in the order of [`Standing::ALL`].
    pub standings: [usize; 6],
    /// How many differ in which ways, the surname and the given name together; not the unreadable.
    pub differences: BTreeMap<u32, usize>,
    /// Of how many both names stay equal to a comparison of bytes.
    pub bytes: usize,
    /// Of how many they do in small letters without marks: NFKD, as a few lines of most languages
    /// can have it.
    pub plain: usize,
    /// Of how many both names keep their RAMQ key.
    pub ramq: usize,
    /// Of how many both names keep their ICAO key.
    pub icao: usize,
    /// Of how many the letters of the health insurance number still fit.
    pub letters: usize,
    /// The first person of the most frequent standing; of several kinds at once, one who has most.
    pub example: Option<Example>,
}

/// A person, what became of their names, and what is said to them.
pub struct Example {
    /// The names on the card.
    pub before: Identity,
    /// The names on the notice.
    pub after: Identity,
    /// What `identity::check` says in French of each name that does not agree.
    pub sentences: Vec<String>,
}

/// Damages everybody in every way, and asks the core.
pub fn survey(people: &[Identity]) -> Vec<Row> {
    Damage::ALL.iter().map(|&damage| Row::new(damage, people)).collect()
}

impl Row {
    fn new(damage: Damage, people: &[Identity]) -> Self {
        let (standings, differences, example) = ([0; 6], BTreeMap::new(), None);
        let mut row = Self {
            damage,
            people: 0,
            standings,
            differences,
            bytes: 0,
            plain: 0,
            ramq: 0,
            icao: 0,
            letters: 0,
            example,
        };
        // For each standing, who stands so, and how many differences they have.
        let mut shown: [Option<(u32, &Identity, Identity)>; 6] = [const { None }; 6];
        for (number, before) in people.iter().enumerate() {
            let Some(after) = damage.apply(before, people, number) else { continue };
            let (standing, bits) = row.add(before, &after);
            let Some(shown) = shown.get_mut(standing as usize) else { continue };
            let several = damage.group() == Group::Several;
            let count = if several { bits.count_ones() } else { 0 };
            if shown.as_ref().is_none_or(|(most, ..)| *most < count) {
                *shown = Some((count, before, after));
            }
        }
        let most = shown.into_iter().zip(row.standings).max_by_key(|(_, count)| *count);
        row.example = most.and_then(|(shown, _)| shown).map(|(_, before, after)| {
            let sentences = sentences(before, &after);
            Example { before: before.clone(), after, sentences }
        });
        row
    }

    /// Counts one person; returns how they stand, and their differences as bits.
    fn add(&mut self, before: &Identity, after: &Identity) -> (Standing, u32) {
        let report = report(before, &[before, after]);
        let names = on_names(&report);
        let standing = standing(names);
        self.people += 1;
        if let Some(count) = self.standings.get_mut(standing as usize) {
            *count += 1;
        }
        let bits = names.iter().fold(0, |bits, finding| bits | finding.differences.bits());
        if standing != Standing::Unreadable {
            *self.differences.entry(bits).or_default() += 1;
        }
        self.bytes += usize::from(before == after);
        self.plain += usize::from(keeps(before, after, |one, other| plain(one) == plain(other)));
        self.ramq += usize::from(keeps(before, after, |one, other| {
            fold(one).is_ok_and(|one| Ok(one) == fold(other))
        }));
        self.icao += usize::from(keeps(before, after, |one, other| {
            fold_icao(one).is_ok_and(|one| Ok(one) == fold_icao(other))
        }));
        self.letters += usize::from(letters_fit(before, after));
        (standing, bits)
    }
}

/// Whether something of both names is kept.
fn keeps(before: &Identity, after: &Identity, kept: impl Fn(&str, &str) -> bool) -> bool {
    kept(&before.surname, &after.surname) && kept(&before.given_name, &after.given_name)
}

fn plain(name: &str) -> String {
    name.nfkd().filter(|&c| !is_combining_mark(c)).flat_map(char::to_lowercase).collect()
}

fn letters_fit(before: &Identity, after: &Identity) -> bool {
    let report = report(before, &[after]);
    report.findings().iter().all(|finding| match finding.field {
        Field::NamSurname | Field::NamGivenName => finding.verdict == Verdict::Agrees,
        _ => true,
    })
}

/// Checks a person's card, and the notice if there is one, under the strictest policy.
fn report(person: &Identity, documents: &[&Identity]) -> Report {
    let kinds = [DocumentKind::HealthCard, DocumentKind::AssessmentNotice];
    let documents: Vec<_> = kinds
        .into_iter()
        .zip(documents)
        .map(|(kind, names)| Document::new(kind, &names.surname, &names.given_name))
        .collect();
    let (Some(birth_date), Some(today)) = (Date::new(1980, 5, 10), Date::new(2026, 11, 25)) else {
        unreachable!("both days exist")
    };
    check(&Claim {
        documents: &documents,
        nam: &person.nam(),
        birth_date: BirthDate::new(birth_date),
        today,
        policy: NamePolicy::SAG,
        minimum_age: SAG_MINIMUM_AGE,
    })
    .expect("one or two documents")
}

/// Returns what was found of the names, without the number's findings.
fn on_names(report: &Report) -> &[Finding] {
    let names = |finding: &Finding| matches!(finding.field, Field::Surname | Field::GivenName);
    let first = report.findings().iter().position(names).unwrap_or(report.findings().len());
    report.findings().get(first..).unwrap_or_default()
}

fn standing(names: &[Finding]) -> Standing {
    if names.iter().any(|finding| finding.verdict == Verdict::Unreadable) {
        return Standing::Unreadable;
    }
    let passes = |policy: &NamePolicy| {
        names.iter().all(|finding| finding.differences.is_subset(policy.accepted()))
    };
    let least = policies().iter().position(passes);
    least.and_then(|least| Standing::ALL.get(least).copied()).unwrap_or(Standing::Different)
}

/// Each wider than the one before.
fn policies() -> [NamePolicy; 4] {
    let guessed = Difference::ALL.iter().filter(|&&difference| difference != Difference::Different);
    let explained = guessed.clone().filter(|&&difference| difference != Difference::Ambiguous);
    let set = |set: Differences, &difference: &Difference| set.with(difference);
    let policy = |accepted| NamePolicy::new(accepted).expect("it does not accept other letters");
    [
        NamePolicy::SAG,
        NamePolicy::TOLERANT,
        policy(explained.fold(Differences::NONE, set)),
        policy(guessed.fold(Differences::NONE, set)),
    ]
}

fn sentences(before: &Identity, after: &Identity) -> Vec<String> {
    let report = report(before, &[before, after]);
    let said = on_names(&report).iter().filter(|finding| finding.verdict != Verdict::Agrees);
    said.map(|finding| finding.sentence(Language::French).as_str().to_owned()).collect()
}
