//! What an agency learns from the figures.

use std::fmt::{Error, Write};

use sceau_tests::corpus::{Damage, IDENTITIES, Neighbours, Row};

use crate::page::{percent, thousands};

/// Writes what follows from the figures, with them.
pub(crate) fn lessons(out: &mut String, rows: &[Row], families: &Neighbours) -> Result<(), Error> {
    let of = |damage| rows.iter().find(|row| row.damage == damage).expect("a row of each");
    let share = |damage: Damage| percent(of(damage).people, IDENTITIES);
    let passed = |damage: Damage, policies: usize| {
        let row = of(damage);
        percent(row.standings.iter().take(policies).sum(), row.people)
    };
    let guessed = |damage: Damage| {
        let [.., guessed, _, _] = of(damage).standings;
        percent(guessed, of(damage).people)
    };
    let lessons = [
        format!(
            "**Capitals block everybody, lost accents half.** A file in capitals differs from \
             the civil status for {} of the people, one without accents for {}. `TOLERANT` \
             passes both, and both together: {}. The letters are all there, so the RAMQ key is \
             the same too.",
            share(Damage::UpperCase),
            share(Damage::AccentsLost),
            passed(Damage::Capitals, 2),
        ),
        format!(
            "**What a reader cannot see, `SAG` passes.** Decomposed accents, typographic \
             apostrophes and no-break spaces are no difference, though the bytes differ for {} \
             and {} of the people. A comparison of bytes would refuse them all, and nobody could \
             see why.",
            share(Damage::Decomposed),
            share(Damage::TypeSet),
        ),
        format!(
            "**`TOLERANT` does not pass a missing word.** A second given name that is lost ({} \
             of the people have one), a second surname ({}), *Saint* for *St* ({}), initials: \
             each is *explained*, and a service that wants to accept it says so by name \
             (`NamePolicy::new`).",
            share(Damage::SecondGivenNameLost),
            share(Damage::SecondSurnameLost),
            share(Damage::SaintInFull),
        ),
        format!(
            "**`Ambiguous` marks the guesses.** Without its particle, or with *Ste* for *St*, a \
             name may be another family's: {} and {} of these are marked. So are {} of the slips \
             of the finger, those that hit a particle or an *St*. A policy that accepts \
             `Particle` or `Abbreviation` and not `Ambiguous` passes what is certain, and leaves \
             the rest to a clerk.",
            guessed(Damage::ParticleLost),
            guessed(Damage::SaintExchanged),
            guessed(Damage::Typo),
        ),
        format!(
            "**A field that is too short destroys.** At 20 characters for each of the two names \
             {} of the people lose letters, at 14 characters {}, at 10 characters {}. `TOLERANT` \
             passes none of them. Of those cut at 10, {} are cut behind a word or its first \
             letter, and look like a name left out or an initial. No rule tells a name that was \
             cut from another name: widen the field.",
            share(Damage::CutAt20),
            share(Damage::CutAt14),
            share(Damage::CutAt10),
            passed(Damage::CutAt10, 3),
        ),
        format!(
            "**A wrong character set is worse than none.** `?` for *é*, or `Ã©`, leaves no name \
             to compare: {} of the people are unreadable, and are told so. Without their accents \
             they would have passed.",
            share(Damage::Misread),
        ),
        format!(
            "**A slip of the finger is another name.** `TOLERANT` passes {} of them. `distance` \
             finds every one within two letters, for a clerk's list of suggestions. No policy asks \
             for it: of the {} pairs of two families in the lists {} are one letter apart ({}) and \
             {} are two; `TOLERANT` takes {} of the pairs for one name.",
            passed(Damage::Typo, 2),
            thousands(families.pairs),
            thousands(families.one.len()),
            some(&families.one),
            thousands(families.two.len()),
            families.tolerated,
        ),
        format!(
            "**Nobody passes for somebody else.** Of {} people compared with the next one, a \
             policy of all explained differences passes {}, and of those who took a spouse's \
             surname {}. Of those who added it, it passes {}: it is too wide to sign in with.",
            thousands(of(Damage::SomebodyElse).people),
            percent(of(Damage::SomebodyElse).standings.iter().take(3).sum(), IDENTITIES),
            percent(of(Damage::SpouseTaken).standings.iter().take(3).sum(), IDENTITIES),
            passed(Damage::SpouseAdded, 3),
        ),
        format!(
            "**The two keys forgive different things.** The RAMQ key joins over case, accents, \
             hyphens, apostrophes and ligatures. The ICAO key has a filler for a hyphen, so that \
             {} of those who lose theirs match, and `Ü` is `UE` there: of those without accents \
             {} do. `matches_icao` accepts either writing of an `Ü`.",
            percent(of(Damage::HyphenLost).icao, of(Damage::HyphenLost).people),
            percent(of(Damage::AccentsLost).icao, of(Damage::AccentsLost).people),
        ),
    ];
    lessons.iter().try_for_each(|lesson| wrapped(out, lesson))
}

/// Writes a few of the pairs, from all over the list.
fn some(pairs: &[(&str, &str)]) -> String {
    let few = pairs.iter().step_by(pairs.len().div_ceil(4).max(1));
    few.map(|(one, other)| format!("*{one}*, *{other}*")).collect::<Vec<_>>().join("; ")
}

/// Writes an item of a list in lines of at most 120 columns.
fn wrapped(out: &mut String, item: &str) -> Result<(), Error> {
    let mut columns = 1;
    out.push('-');
    for word in item.split(' ') {
        let length = word.chars().count() + 1;
        if columns + length > 120 {
            out.push_str("\n ");
            columns = 1;
        }
        write!(out, " {word}")?;
        columns += length;
    }
    writeln!(out)
}
