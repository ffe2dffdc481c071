//! Writes every sentence of the core, for translators and app teams: `messages json`, or `messages
//! xliff` (1.2). `scripts/messages.sh` keeps docs/ as this writes it.
//!
//! The notes are the core's own documentation of its reasons.

use std::error::Error;
use std::fmt::Write;

use notes::Notes;
use sceau::message::{CATALOG, Chapter, Entry, Language, Placeholder};

mod notes;

fn main() -> Result<(), Box<dyn Error>> {
    let notes = Notes::read()?;
    let mut out = String::new();
    match std::env::args().nth(1).as_deref() {
        Some("json") => json(&mut out, &notes)?,
        Some("xliff") => xliff(&mut out, &notes)?,
        _ => return Err("say json or xliff".into()),
    }
    print!("{out}");
    Ok(())
}

fn json(out: &mut String, notes: &Notes) -> Result<(), Box<dyn Error>> {
    let [french, english] = [Language::French, Language::English].map(region);
    writeln!(out, "{{\n  \"format\": 1,")?;
    writeln!(out, "  \"languages\": {{\"fr\": {french:?}, \"en\": {english:?}}},")?;
    let placeholders = Placeholder::ALL.iter().map(|one| {
        let kind = one.kind.name();
        object(&[("name", one.name), ("type", kind), ("meaning", one.meaning)], "")
    });
    let placeholders: Vec<_> = placeholders.map(|one| format!("    {one}")).collect();
    writeln!(out, "  \"placeholders\": [\n{}\n  ],", placeholders.join(",\n"))?;
    writeln!(out, "  \"chapters\": [")?;
    for (i, chapter) in CATALOG.iter().enumerate() {
        let messages = notes.with(chapter)?.map(|(entry, note)| message(&entry, note));
        let messages: Vec<_> = messages.map(|one| format!("        {one}")).collect();
        let number = if chapter.number.is_empty() { "null" } else { &quoted(chapter.number) };
        writeln!(out, "    {{\n      \"type\": {},", quoted(chapter.of))?;
        writeln!(out, "      \"reader\": {},", quoted(chapter.reader.name()))?;
        writeln!(out, "      \"note\": {},", quoted(notes.of(chapter)?))?;
        writeln!(out, "      \"n\": {number},")?;
        writeln!(out, "      \"messages\": [\n{}\n      ]", messages.join(",\n"))?;
        writeln!(out, "    }}{}", if i + 1 < CATALOG.len() { "," } else { "" })?;
    }
    writeln!(out, "  ]\n}}")?;
    Ok(())
}

fn message(entry: &Entry, note: &str) -> String {
    let names: Vec<_> = entry.placeholders().map(|one| quoted(one.name)).collect();
    let (french, english) = (entry.french, entry.english);
    let fields = [("name", entry.name), ("fr", french), ("en", english), ("note", note)];
    object(&fields, &format!(", \"placeholders\": [{}]", names.join(", ")))
}

fn object(fields: &[(&str, &str)], more: &str) -> String {
    let fields: Vec<_> =
        fields.iter().map(|(name, value)| format!("{}: {}", quoted(name), quoted(value))).collect();
    format!("{{{}{more}}}", fields.join(", "))
}

/// A no-break space is written as an escape, so that a reader of the file sees it.
fn quoted(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace('"', "\\\"").replace('\u{a0}', "\\u00a0");
    format!("\"{text}\"")
}

fn xliff(out: &mut String, notes: &Notes) -> Result<(), Box<dyn Error>> {
    let [french, english] = [Language::French, Language::English].map(region);
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    writeln!(out, "<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\">")?;
    for chapter in CATALOG {
        writeln!(
            out,
            "  <file original=\"{}\" source-language=\"{english}\" target-language=\"{french}\" \
             datatype=\"plaintext\">\n    <header>\n      <note>{}</note>\n    </header>\n    \
             <body>",
            chapter.of,
            escaped(notes.of(chapter)?)
        )?;
        for (entry, note) in notes.with(chapter)? {
            unit(out, chapter, &entry, note)?;
        }
        writeln!(out, "    </body>\n  </file>")?;
    }
    writeln!(out, "</xliff>")?;
    Ok(())
}

fn unit(out: &mut String, chapter: &Chapter, entry: &Entry, note: &str) -> std::fmt::Result {
    let key = format!("{}.{}", chapter.of, entry.name);
    writeln!(
        out,
        "      <trans-unit id=\"{key}\" resname=\"{key}\" approved=\"yes\" xml:space=\"preserve\">"
    )?;
    writeln!(out, "        <source>{}</source>", inline(entry.english, entry))?;
    writeln!(out, "        <target state=\"final\">{}</target>", inline(entry.french, entry))?;
    let reader = format!("Reader: {}.", chapter.reader.name().replace('_', " "));
    let placeholders = entry.placeholders().map(|one| {
        let meaning = if one.name == "n" { chapter.number } else { one.meaning };
        format!("{{{}}}: {}, {meaning}.", one.name, one.kind.name())
    });
    let notes: Vec<_> = [note.to_owned(), reader].into_iter().chain(placeholders).collect();
    writeln!(out, "        <note from=\"developer\">{}</note>", escaped(notes.join(" ").trim()))?;
    writeln!(out, "      </trans-unit>")
}

/// Returns the text with its placeholders as elements, which translators' tools protect.
fn inline(text: &str, entry: &Entry) -> String {
    let text = escaped(text);
    entry.placeholders().fold(text, |text, Placeholder { name, kind, .. }| {
        let element = format!(
            "<ph id=\"{name}\" ctype=\"x-{}\" equiv-text=\"{{{name}}}\">{{{name}}}</ph>",
            kind.name()
        );
        text.replace(&format!("{{{name}}}"), &element)
    })
}

fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    text.replace('\u{a0}', "&#160;")
}

fn region(language: Language) -> String {
    format!("{}-CA", language.name())
}
