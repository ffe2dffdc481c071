//! Writes the rules of all identifiers, from the core's own data: `identifiers json`, or the page that
//! shows them, `identifiers markdown`. `scripts/identifiers.sh` keeps docs/ as this writes it.

use std::error::Error;
use std::fmt::Write;

use sceau::identifier::{AnyIdentifier, Facts, IdentifierKind, Part, Rule};

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = String::new();
    match std::env::args().nth(1).as_deref() {
        Some("json") => json(&mut out)?,
        Some("markdown") => markdown(&mut out)?,
        _ => return Err("say json or markdown".into()),
    }
    print!("{out}");
    Ok(())
}

fn json(out: &mut String) -> std::fmt::Result {
    writeln!(out, "{{\n  \"identifiers\": [")?;
    for (i, kind) in IdentifierKind::ALL.iter().enumerate() {
        let Facts { french, english, issuer, example, parts, rules } = kind.facts();
        let parsed = kind.parse(example).ok();
        let display = parsed.as_ref().map(AnyIdentifier::display);
        let masked = parsed.as_ref().map(AnyIdentifier::masked);
        let synthetic = kind.synthetic(1);
        let fields = [
            ("kind", Some(kind.name())),
            ("french", Some(french)),
            ("english", Some(english)),
            ("issuer", Some(issuer)),
            ("pattern", Some(kind.layout().pattern()).filter(|it| !it.is_empty())),
            ("example", Some(example).filter(|it| !it.is_empty())),
            ("display", display.as_deref()),
            ("masked", masked.as_deref()),
            ("synthetic", synthetic.as_ref().map(AnyIdentifier::compact)),
        ];
        writeln!(out, "    {{")?;
        for (name, value) in fields {
            let value = value.map_or_else(|| "null".to_owned(), quoted);
            writeln!(out, "      {}: {value},", quoted(name))?;
        }
        array(out, "segments", segments(parts, kind.layout().pattern()).into_iter(), ",")?;
        array(out, "rules", rules.iter().map(rule), "")?;
        let comma = if i + 1 < IdentifierKind::ALL.len() { "," } else { "" };
        writeln!(out, "    }}{comma}")?;
    }
    writeln!(out, "  ]\n}}")
}

/// Returns the parts with the first and the last character of each, counted from 1 without what is
/// written between the groups.
fn segments(parts: &[Part], pattern: &str) -> Vec<String> {
    let always = pattern.split_once('[').map_or(usize::MAX, |(always, _)| {
        always.chars().filter(|c| c.is_ascii_alphanumeric() || "*#".contains(*c)).count()
    });
    let mut last = 0;
    let segment = |Part { places, varies, grade, french, english }: &Part| {
        let first = last + 1;
        last += places;
        let optional = first > always;
        let meaning = format!("\"french\": {}, \"english\": {}", quoted(french), quoted(english));
        format!(
            "{{\"first\": {first}, \"last\": {last}, {meaning}, \"grade\": {}, \
             \"varies\": {varies}, \"optional\": {optional}}}",
            quoted(grade.name())
        )
    };
    parts.iter().map(segment).collect()
}

fn array(
    out: &mut String,
    name: &str,
    items: impl Iterator<Item = String>,
    behind: &str,
) -> std::fmt::Result {
    let items: Vec<_> = items.map(|item| format!("\n        {item}")).collect();
    let end = if items.is_empty() { "" } else { "\n      " };
    writeln!(out, "      {}: [{}{end}]{behind}", quoted(name), items.join(","))
}

fn rule(rule: &Rule) -> String {
    let Rule { text, source, grade, effect, date } = rule;
    let fields = [
        ("rule", *text),
        ("source", source),
        ("grade", grade.name()),
        ("effect", effect.name()),
        ("date", date),
    ];
    let fields = fields.map(|(name, value)| format!("{}: {}", quoted(name), quoted(value)));
    format!("{{{}}}", fields.join(", "))
}

/// The core's own words need no other escapes; a test reads the result with another program.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

fn markdown(out: &mut String) -> std::fmt::Result {
    out.push_str(HEAD);
    for kind in IdentifierKind::ALL {
        let Facts { french, english, issuer, example, parts, rules } = kind.facts();
        writeln!(out, "\n## `{}`\n\n*{french}*; {english}. Issuer: {issuer}.\n", kind.name())?;
        if let Ok(example) = kind.parse(example) {
            let (display, masked) = (example.display(), example.masked());
            writeln!(
                out,
                "Compact `{}`, shown `{display}`, masked `{masked}`.",
                example.compact()
            )?;
        }
        if !kind.layout().pattern().is_empty() {
            writeln!(out, "Pattern `{}`.", kind.layout().pattern())?;
        }
        match kind.synthetic(1) {
            Some(number) => writeln!(out, "Synthetic: `{}` and others.\n", number.compact())?,
            None => writeln!(out, "No number of this kind is known to be nobody's.\n")?,
        }
        if !parts.is_empty() {
            writeln!(out, "![The parts of {english}](anatomy/{}.svg)\n", kind.name())?;
            out.push_str(
                "| part | characters | mean | en français | grade |\n|---|---|---|---|---|\n",
            );
            let (mut first, any_length) = (1, parts.iter().any(|part| part.varies));
            for (count, part) in (1..).zip(parts) {
                let Part { places, grade, french, english, .. } = part;
                let last = first + places - 1;
                let range = match places {
                    _ if any_length => format!("`{}`", &example[first - 1..last]),
                    1 => last.to_string(),
                    _ => format!("{first}–{last}"),
                };
                writeln!(out, "| {count} | {range} | {english} | *{french}* | {} |", grade.name())?;
                first += places;
            }
            out.push('\n');
        }
        out.push_str("| rule | source | grade | effect | date |\n|---|---|---|---|---|\n");
        for Rule { text, source, grade, effect, date } in rules {
            let (grade, effect) = (grade.name(), effect.name());
            writeln!(out, "| {text} | {source} | {grade} | {effect} | {date} |")?;
        }
    }
    Ok(())
}

const HEAD: &str = "# Identifiers

What each identifier is, who issues it, and the rules that it follows, as the core has them. This page and
[identifiers.json](identifiers.json) are written by `scripts/identifiers.sh`, and `scripts/anatomy` draws the pictures,
and all of them on one page in French and English, [anatomy.html](anatomy.html), from the JSON; `make docs` compares them.

**Grades.** `a`: published by the issuer or a standard, or confirmed by government code and recomputed. `b`: one solid
public source. `c`: folklore, or derived; nothing is ever refused because of it. `not_public`: the issuer has published
nothing, and the bound is Sceau's own.

**Effects.** `parse`: what breaks the rule is refused when it is read. `check`: it is refused by `check`, and the level
tells. `level`: the level tells, and nothing is refused. `told`: for the reader only. The date is the day on which the
rule was last held against its source.

**Patterns.** `9` a digit, `2` one from 2 to 9, `A` a letter, `*` either, `#` 1 to 9 or a letter other than I and O, `p` a
letter of postal codes, `q` Q or M; `R`, `Q` and `T` stand for themselves; the number may end before `[`; anything else is
written between the groups.

**Synthetic numbers** are for tests: no issuer can have given them to anybody, and `check` refuses them. A number that
`check` accepts may be somebody's. No NAS begins with 8 (a business number may: it is no person's). A NAM and an NEQ
have check digits of grade A: one that does not fit is on no card. For the other kinds no such proof is known.
";
