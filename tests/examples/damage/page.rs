//! The page: its tables, and what stands around them.

use std::fmt::{Error, Write};

use sceau::name::Differences;
use sceau_tests::corpus::{Damage, Example, Group, Identity, Neighbours, Row};

use crate::lessons::lessons;

/// Returns the page as Markdown.
pub(crate) fn page(rows: &[Row], families: &Neighbours) -> Result<String, Error> {
    let mut out = String::from(HEAD);
    lessons(&mut out, rows, families)?;
    out.push_str(PASSES);
    for row in rows {
        passes(&mut out, row)?;
    }
    out.push_str(SIMPLER);
    for row in rows.iter().filter(|row| tolerated(row) > 0) {
        simpler(&mut out, row)?;
    }
    out.push_str(SAYS);
    for row in rows {
        says(&mut out, row)?;
    }
    out.push_str(READS);
    for row in rows {
        if let Some(example) = &row.example {
            reads(&mut out, row.damage, example)?;
        }
    }
    out.push_str(FOOT);
    Ok(out)
}

fn passes(out: &mut String, row: &Row) -> Result<(), Error> {
    write!(out, "| {} | {} |", row.damage.label(), thousands(row.people))?;
    for policies in 1..=4 {
        let passed = row.standings.iter().take(policies).sum();
        write!(out, " {} |", percent(passed, row.people))?;
    }
    for kept in [row.ramq, row.icao, row.letters] {
        write!(out, " {} |", percent(kept, row.people))?;
    }
    writeln!(out)
}

fn simpler(out: &mut String, row: &Row) -> Result<(), Error> {
    let [bytes, plain, tolerated] =
        [row.bytes, row.plain, tolerated(row)].map(|people| percent(people, row.people));
    writeln!(out, "| {} | {bytes} | {plain} | {tolerated} |", row.damage.label())
}

fn tolerated(row: &Row) -> usize {
    row.standings.iter().take(2).sum()
}

fn says(out: &mut String, row: &Row) -> Result<(), Error> {
    let mut sets: Vec<_> = row.differences.iter().collect();
    sets.sort_by_key(|&(bits, people)| (std::cmp::Reverse(people), bits));
    let mut told = Vec::new();
    let [.., unreadable] = row.standings;
    if unreadable > 0 {
        told.push(format!("an error, {}", percent(unreadable, row.people)));
    }
    for &(&bits, &people) in sets.iter().take(4) {
        let set = Differences::from_bits(bits).expect("differences of the core");
        let names: Vec<_> = set.iter().map(|one| format!("`{}`", one.name())).collect();
        let names = if names.is_empty() { "nothing".to_owned() } else { names.join(" + ") };
        told.push(format!("{names}, {}", percent(people, row.people)));
    }
    let more = sets.len().saturating_sub(4);
    if more > 0 {
        let people = sets.iter().skip(4).map(|(_, people)| **people).sum();
        let sets = if more == 1 { "another set".to_owned() } else { format!("{more} other sets") };
        told.push(format!("{sets}, {}", percent(people, row.people)));
    }
    writeln!(out, "| {} | {} |", row.damage.label(), told.join("; "))
}

fn reads(out: &mut String, damage: Damage, example: &Example) -> Result<(), Error> {
    let Example { before, after, sentences } = example;
    let said = if sentences.is_empty() { "–".to_owned() } else { sentences.join("<br>") };
    let (before, after) = (shown(before), shown(after));
    writeln!(out, "| {} | {before} | {after} | {said} |", damage.label())
}

fn shown(names: &Identity) -> String {
    format!("{}, {}", names.surname, names.given_name)
}

pub(crate) const fn group(group: Group) -> &'static str {
    match group {
        Group::Bytes => "Other bytes, the same to a reader",
        Group::Writing => "The same letters, written otherwise",
        Group::Words => "Words shortened, joined, lost, exchanged",
        Group::Letters => "Other letters",
        Group::Several => "Several at once",
    }
}

/// Writes a share with one decimal, never as all or none unless it is.
pub(crate) fn percent(part: usize, whole: usize) -> String {
    let mills = (part * 1000 + whole / 2) / whole;
    match mills {
        _ if part == 0 => "0 %".to_owned(),
        _ if part == whole => "100 %".to_owned(),
        0 => "under 0.1 %".to_owned(),
        1000 => "99.9 %".to_owned(),
        _ => format!("{}.{} %", mills / 10, mills % 10),
    }
}

pub(crate) fn thousands(number: usize) -> String {
    match (number / 1000, number % 1000) {
        (0, number) => number.to_string(),
        (thousands, rest) => format!("{thousands},{rest:03}"),
    }
}

const HEAD: &str = "# Damaged names

Ten thousand generated identities of Québec, and what Sceau says when one file has a name as the civil status wrote it,
and another file has it as some system left it. `scripts/damage.sh` writes this page and the picture from the core;
`make docs` compares them, and `make properties` checks for every one of the people that `compare` names what was done
to them and nothing else.

![One bar for each kind of damage: how many of the people the policies pass. The table has the figures.](damage.svg)

## What an agency learns from it

";

const PASSES: &str = "
## Which policy passes what, and which key still matches

Of the *people* whose names can be damaged so, the share that a policy passes. *Explained* is a policy of every
difference but `Ambiguous` and `Different`; *guesses too* accepts `Ambiguous` as well. A key matches if those of both
names do. *Letters of the NAM*: the number's four letters still fit the names.

| damage | people | `SAG` | `TOLERANT` | explained | guesses too | RAMQ key | ICAO key | letters of the NAM |
|---|--:|--:|--:|--:|--:|--:|--:|--:|
";

const SIMPLER: &str = "
## What simpler comparisons pass

The same people, by equal bytes; and by small letters without marks, the few lines of `NFKD` that most languages have.
Those know nothing of hyphens, apostrophes and ligatures, and join names that are empty. Of the damage that is not in
the table none of the three passes any.

| damage | equal bytes | small letters without marks | `TOLERANT` |
|---|--:|--:|--:|
";

const SAYS: &str = "
## What `compare` says

The differences that are found, surname and given name together, from the most frequent set on. What stands in the
other field (*fields exchanged*) is found by `identity::check`, which sees both.

| damage | differences, and of how many of the people |
|---|---|
";

const READS: &str = "
## What a citizen reads

What `identity::check` says under `SAG` to the first person of those who stand as most do: one sentence for each name
that does not agree. Every number of these people is synthetic, so a report says of each that a character is wrong;
that finding is left out here.

| damage | on the card | on the notice | sentence |
|---|---|---|---|
";

const FOOT: &str = "
## How it was made, and what it cannot tell

- **The names** are public ones, a few hundred, without counts: family names that the Institut de la statistique du
  Québec lists among its thousand most frequent, given names of Retraite Québec's bank (`tests/corpus/names.txt`). They
  are drawn apart, with a fixed seed: nobody is meant. Every health insurance number is synthetic, with a check digit
  that fits in no century.
- **The frequencies are ours.** Of a hundred surnames 8 begin with *St*, 8 have a particle, 5 an apostrophe, 4 a
  ligature, 3 letters from elsewhere, 14 are two; of a hundred given names 20 have a hyphen and 22 are two. Real
  registers have fewer. So the page says what happens to a name *if* it is damaged so, never how often that is: of
  the 7 % of sign-ups that fail, it cannot say which damage they had. To know that, run `compare` over your own file.
- **The damage is clean.** A real file has several kinds in one column, and mistakes that have no rule. The last group
  shows four mixtures.
- **One side is right here.** Sceau does not know which, and never says.
";
