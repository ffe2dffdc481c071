//! The ways in which agencies damage names.

use sceau::name::{Difference, Differences};
use unicode_normalization::UnicodeNormalization;

use super::Identity;
use super::change::{
    cut, first_of, initials, joined, keyed, other_order, parts, saint, share_a_word, slip, spelled,
    spouse, type_set, without_accents, without_particle,
};
use super::draw::Draw;

/// What the kinds of damage have in common.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Group {
    /// The bytes differ, and a reader sees no difference.
    Bytes,
    /// The same letters, written otherwise.
    Writing,
    /// Words abbreviated, joined, left out, exchanged.
    Words,
    /// Other letters, or none.
    Letters,
    /// Several kinds at once.
    Several,
}

/// Declares the kinds of damage with their group and what they are called.
macro_rules! damages {
    ($($(#[$doc:meta])* $name:ident: $group:ident, $label:literal;)+) => {
        /// One way in which a name is damaged between two files.
        #[derive(Clone, Copy, Debug, Eq, PartialEq)]
        pub enum Damage {
            $($(#[$doc])* $name,)+
        }

        impl Damage {
            /// Every kind, group by group.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// Returns what kinds it is akin to.
            pub const fn group(self) -> Group {
                match self { $(Self::$name => Group::$group),+ }
            }

            /// Returns what it is called in a table.
            pub const fn label(self) -> &'static str {
                match self { $(Self::$name => $label),+ }
            }
        }
    };
}

damages! {
    /// The control: everybody.
    Nothing: Bytes, "nothing (control)";
    /// Letters and marks apart (NFD), as some file systems and databases keep them.
    Decomposed: Bytes, "accents decomposed (NFD)";
    /// `’`, `‐` and the no-break space, as a word processor writes them.
    TypeSet: Bytes, "’, ‐ and no-break spaces";
    /// All in capitals.
    UpperCase: Writing, "upper case";
    /// Every letter without its accent.
    AccentsLost: Writing, "accents lost";
    /// `œ` as `oe`.
    LigatureSpelled: Writing, "ligature in two letters";
    /// A space for every hyphen.
    HyphenAsSpace: Writing, "hyphen as a space";
    /// The parts of a compound joined.
    HyphenLost: Writing, "hyphen lost";
    /// The letters around an apostrophe joined.
    ApostropheLost: Writing, "apostrophe lost";
    /// St and Ste written out.
    SaintInFull: Words, "St, Ste written out";
    /// Ste for St, and St for Ste.
    SaintExchanged: Words, "St for Ste, Ste for St";
    /// `Degrandpré` for `De Grandpré`.
    ParticleJoined: Words, "particle joined";
    /// `Grandpré` for `De Grandpré`.
    ParticleLost: Words, "particle lost";
    /// The first of two surnames.
    SecondSurnameLost: Words, "second surname lost";
    /// A spouse's surname behind one's own.
    SpouseAdded: Words, "spouse's surname added";
    /// The first of two given names.
    SecondGivenNameLost: Words, "second given name lost";
    /// The first part of a given name with a hyphen.
    CompoundCut: Words, "half of a given name lost";
    /// Initials for given names.
    Initials: Words, "given names as initials";
    /// Given names, or surnames, in the other order.
    OrderChanged: Words, "names in the other order";
    /// The surname in the field of the given name.
    FieldsExchanged: Words, "fields exchanged";
    /// Every field cut to 20 characters.
    CutAt20: Letters, "cut at 20 characters";
    /// Every field cut to 14 characters.
    CutAt14: Letters, "cut at 14 characters";
    /// Every field cut to 10 characters.
    CutAt10: Letters, "cut at 10 characters";
    /// One letter left out, doubled, replaced or exchanged with its neighbour.
    Typo: Letters, "one slip of the finger";
    /// Letters outside of ASCII as question marks.
    QuestionMarks: Letters, "accented letters as ?";
    /// UTF-8 read as Latin-1 (`Ã©`).
    Misread: Letters, "UTF-8 read as Latin-1 (Ã©)";
    /// A spouse's surname for one's own.
    SpouseTaken: Letters, "spouse's surname taken";
    /// The other control: the next person of the corpus.
    SomebodyElse: Letters, "somebody else (control)";
    /// Upper case, accents lost.
    Capitals: Several, "capitals without accents";
    /// Upper case; accents, hyphens, apostrophes lost; ligatures spelled.
    Keyed: Several, "capitals A to Z and spaces only";
    /// The same, and second given names lost.
    KeyedFirstOnly: Several, "the same, first given name only";
    /// The same as `Keyed`, cut at 14 characters.
    KeyedAndCut: Several, "the same, cut at 14 characters";
}

impl Damage {
    /// Returns what becomes of a person's names; `None` where there is nothing to be damaged.
    /// `others` is whom they marry, or are taken for.
    pub fn apply(self, person: &Identity, others: &[Identity], number: usize) -> Option<Identity> {
        let mut draw = Draw::new(u64::try_from(number).ok()?);
        let damaged = self.damaged(person, others, number, &mut draw)?;
        (self == Self::Nothing || damaged != *person).then_some(damaged)
    }

    fn damaged(
        self,
        person: &Identity,
        others: &[Identity],
        number: usize,
        draw: &mut Draw,
    ) -> Option<Identity> {
        let both = |change: &dyn Fn(&str) -> String| {
            let (surname, given_name) = (change(&person.surname), change(&person.given_name));
            Some(Identity { surname, given_name })
        };
        let surname = |surname| Some(Identity { surname, ..person.clone() });
        let given_name = |given_name| Some(Identity { given_name, ..person.clone() });
        match self {
            Self::Nothing => Some(person.clone()),
            Self::Decomposed => both(&|name| name.nfd().collect()),
            Self::TypeSet => both(&type_set),
            Self::UpperCase => both(&|name| name.to_uppercase()),
            Self::AccentsLost => both(&without_accents),
            Self::LigatureSpelled => both(&spelled),
            Self::HyphenAsSpace => both(&|name| name.replace('-', " ")),
            Self::HyphenLost => both(&|name| joined(name, '-')),
            Self::ApostropheLost => both(&|name| joined(name, '\'')),
            Self::SaintInFull => surname(saint(&person.surname, ["Saint", "Sainte"])),
            Self::SaintExchanged => surname(saint(&person.surname, ["Ste", "St"])),
            Self::ParticleJoined => surname(joined(&person.surname, ' ')),
            Self::ParticleLost => surname(without_particle(&person.surname)),
            Self::SecondSurnameLost => surname(parts(&person.surname)?.0.to_owned()),
            Self::SpouseAdded => {
                let own = parts(&person.surname).is_none().then_some(&person.surname)?;
                surname(format!("{own}-{}", spouse(person, others, number)?))
            }
            Self::SpouseTaken => surname(spouse(person, others, number)?.to_owned()),
            Self::SecondGivenNameLost => given_name(first_of(&person.given_name, ' ')),
            Self::CompoundCut => given_name(first_of(&person.given_name, '-')),
            Self::Initials => given_name(initials(&person.given_name)),
            Self::OrderChanged => other_order(person),
            // Raymond, Francis Raymond: the field of the surname would have it still.
            Self::FieldsExchanged if share_a_word(&person.surname, &person.given_name) => None,
            Self::FieldsExchanged => {
                let (surname, given_name) = (person.given_name.clone(), person.surname.clone());
                Some(Identity { surname, given_name })
            }
            Self::CutAt20 => both(&|name| cut(name, 20)),
            Self::CutAt14 => both(&|name| cut(name, 14)),
            Self::CutAt10 => both(&|name| cut(name, 10)),
            Self::Typo if draw.below(2) == 0 => surname(slip(&person.surname, draw)),
            Self::Typo => given_name(slip(&person.given_name, draw)),
            Self::QuestionMarks => both(&|name| name.replace(|c: char| !c.is_ascii(), "?")),
            Self::Misread => both(&|name| name.bytes().map(char::from).collect()),
            Self::SomebodyElse => others.get((number + 1) % others.len()).cloned(),
            Self::Capitals => both(&|name| without_accents(&name.to_uppercase())),
            Self::Keyed => both(&keyed),
            Self::KeyedFirstOnly => given_name(first_of(&person.given_name, ' '))
                .and_then(|first| Self::Keyed.damaged(&first, others, number, draw)),
            Self::KeyedAndCut => both(&|name| cut(&keyed(name), 14)),
        }
    }

    /// Returns the differences that such damage always makes, and those that it can make as well:
    /// what `compare` may say of it, and nothing else.
    pub fn makes(self) -> (Differences, Differences) {
        use Difference::{
            Abbreviation, Ambiguous, Case, CompoundPart, Diacritics, Different, InitialOnly,
            Ligature, Particle, SubsetOfGivenNames, Swapped, Typography,
        };
        let (always, sometimes): (&[Difference], &[Difference]) = match self {
            Self::Nothing | Self::Decomposed | Self::TypeSet | Self::QuestionMarks => (&[], &[]),
            Self::UpperCase => (&[Case], &[]),
            Self::AccentsLost => (&[Diacritics], &[]),
            Self::LigatureSpelled => (&[Ligature], &[]),
            Self::HyphenAsSpace => (&[Typography], &[]),
            Self::HyphenLost | Self::ApostropheLost => (&[Case, Typography], &[]),
            Self::SaintInFull => (&[Abbreviation], &[]),
            Self::SaintExchanged => (&[Abbreviation, Ambiguous], &[]),
            Self::ParticleJoined => (&[Case, Particle], &[]),
            Self::ParticleLost => (&[Particle, Ambiguous], &[]),
            Self::SecondSurnameLost | Self::SpouseAdded | Self::CompoundCut => {
                (&[CompoundPart], &[])
            }
            Self::SecondGivenNameLost => (&[SubsetOfGivenNames], &[]),
            Self::Initials => (&[InitialOnly], &[]),
            Self::OrderChanged | Self::FieldsExchanged => (&[Swapped], &[]),
            Self::CutAt20 | Self::CutAt14 | Self::CutAt10 => {
                (&[], &[CompoundPart, SubsetOfGivenNames, InitialOnly, Different])
            }
            Self::Capitals => (&[Case], &[Diacritics]),
            Self::Keyed => (&[Case], &[Diacritics, Ligature, Typography]),
            Self::KeyedFirstOnly => {
                (&[Case], &[Diacritics, Ligature, Typography, SubsetOfGivenNames])
            }
            Self::KeyedAndCut => (&[Case], Difference::ALL),
            Self::SpouseTaken => (&[Different], &[Case, Typography, Diacritics, Particle]),
            Self::Typo | Self::Misread | Self::SomebodyElse => (&[], Difference::ALL),
        };
        let all = |set: Differences, &difference: &Difference| set.with(difference);
        let always = always.iter().fold(Differences::NONE, all);
        (always, sometimes.iter().fold(always, all))
    }
}
