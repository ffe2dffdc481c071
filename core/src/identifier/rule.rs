//! The rules of the world that an identifier follows, as data: where each comes from, how sure it
//! is, and what Sceau makes of it.

/// One rule of an identifier.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Rule {
    /// What the rule says.
    pub text: &'static str,
    /// Who says so.
    pub source: &'static str,
    /// How sure it is.
    pub grade: Grade,
    /// What Sceau does with it.
    pub effect: Effect,
    /// The day on which it was last held against its source, `AAAA-MM-JJ`.
    pub date: &'static str,
}

/// What an identifier is, who issues it, and the rules that it follows.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Facts {
    /// Its name in French.
    pub french: &'static str,
    /// Its name in English.
    pub english: &'static str,
    /// Who issues it.
    pub issuer: &'static str,
    /// An example in its compact form, whose check digit fits if there is one; empty where the
    /// format is not public. It may be somebody's.
    pub example: &'static str,
    /// What the characters of the example mean, part by part; empty where nothing is known.
    pub parts: &'static [Part],
    /// Its rules.
    pub rules: &'static [Rule],
}

/// What some characters of an identifier mean.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Part {
    /// How many characters of the compact form it has.
    pub places: usize,
    /// Whether other identifiers of the kind can have more or fewer.
    pub varies: bool,
    /// How sure its place and meaning are.
    pub grade: Grade,
    /// What it means, in French.
    pub french: &'static str,
    /// What it means, in English.
    pub english: &'static str,
}

impl Part {
    pub(super) const fn new(
        places: usize,
        grade: Grade,
        french: &'static str,
        english: &'static str,
    ) -> Self {
        Self { places, varies: false, grade, french, english }
    }

    /// A part that has so many characters in the example.
    pub(super) const fn varying(
        places: usize,
        grade: Grade,
        french: &'static str,
        english: &'static str,
    ) -> Self {
        Self { varies: true, ..Self::new(places, grade, french, english) }
    }
}

/// How sure a rule is.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Grade {
    /// Published by the issuer or a standard, or confirmed by government code and recomputed.
    A,
    /// One solid public source.
    B,
    /// Folklore, or derived: nothing is ever refused because of it.
    C,
    /// The issuer has published nothing: the bound is Sceau's own.
    NotPublic,
}

wire_names!(Grade { A => "a", B => "b", C => "c", NotPublic => "not_public" });

/// What Sceau does with a rule.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Effect {
    /// `parse` refuses what breaks it.
    Parse,
    /// `check` refuses what breaks it, and the level tells.
    Check,
    /// The level tells whether it holds; nothing is refused.
    Level,
    /// It is told, and not used.
    Told,
}

wire_names!(Effect {
    Parse => "parse",
    Check => "check",
    Level => "level",
    Told => "told",
});

impl Rule {
    /// A rule that `parse` holds.
    pub(super) const fn parse(grade: Grade, source: &'static str, text: &'static str) -> Self {
        Self { text, source, grade, effect: Effect::Parse, date: DATE }
    }

    /// A rule that `check` holds.
    pub(super) const fn check(grade: Grade, source: &'static str, text: &'static str) -> Self {
        Self { effect: Effect::Check, ..Self::parse(grade, source, text) }
    }

    /// A rule that the level tells of.
    pub(super) const fn level(grade: Grade, source: &'static str, text: &'static str) -> Self {
        Self { effect: Effect::Level, ..Self::parse(grade, source, text) }
    }

    /// A rule that is told only.
    pub(super) const fn told(grade: Grade, source: &'static str, text: &'static str) -> Self {
        Self { effect: Effect::Told, ..Self::parse(grade, source, text) }
    }
}

/// The day of the last review of all rules.
const DATE: &str = "2026-11-23";
