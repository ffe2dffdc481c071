//! What the core's documentation says of each reason: the translator's context.

use std::collections::HashMap;
use std::error::Error;
use std::path::Path;
use std::{fs, io};

use sceau::message::{Chapter, Entry};

/// What was read of the sources.
pub(crate) struct Notes {
    /// Of a type or table by name: its own line, and those of its variants in their order.
    of: HashMap<String, (String, Vec<String>)>,
}

impl Notes {
    /// Reads the sources of the core.
    pub(crate) fn read() -> io::Result<Self> {
        let mut of = HashMap::new();
        each_source(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut |text| {
            items(text, &mut of);
        })?;
        Ok(Self { of })
    }

    /// Returns what the documentation says of a chapter's type.
    pub(crate) fn of(&self, chapter: &Chapter) -> Result<&str, Box<dyn Error>> {
        self.item(chapter).map(|(note, _)| note.as_str())
    }

    /// Returns a chapter's sentences, each with its note: empty where there is no variant.
    pub(crate) fn with(
        &self,
        chapter: &Chapter,
    ) -> Result<impl Iterator<Item = (Entry, &str)>, Box<dyn Error>> {
        let (_, variants) = self.item(chapter)?;
        let entries: Vec<_> = chapter.entries().collect();
        if !variants.is_empty() && variants.len() != entries.len() {
            return Err(format!("{}: {} variants", chapter.of, variants.len()).into());
        }
        let notes = variants.iter().map(String::as_str).chain(std::iter::repeat(""));
        Ok(entries.into_iter().zip(notes))
    }

    fn item(&self, chapter: &Chapter) -> Result<&(String, Vec<String>), Box<dyn Error>> {
        let name = match chapter.of {
            "Finding" => "FINDINGS".to_owned(),
            of => match of.split_once('.') {
                Some(("Finding", table)) => format!("{}S", table.to_uppercase()),
                Some((_, of)) => of.to_owned(),
                None => of.to_owned(),
            },
        };
        let item = self.of.get(&name).filter(|(note, _)| !note.is_empty());
        item.ok_or_else(|| format!("{name} has no documentation").into())
    }
}

fn each_source(folder: &Path, read: &mut impl FnMut(&str)) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            each_source(&path, read)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            read(&fs::read_to_string(path)?);
        }
    }
    Ok(())
}

/// Takes the public enums and the tables of a source, with their documentation.
fn items(text: &str, into: &mut HashMap<String, (String, Vec<String>)>) {
    let (mut note, mut open): (Vec<&str>, Option<String>) = (Vec::new(), None);
    for line in text.lines() {
        let inner = if open.is_some() { line.strip_prefix("    ") } else { Some(line) };
        let Some(inner) = inner.filter(|inner| !inner.starts_with(' ')) else {
            if line == "}" {
                open = None;
            }
            continue;
        };
        if let Some(said) = inner.strip_prefix("///") {
            note.push(said.trim());
            continue;
        }
        if inner.starts_with("#[") {
            continue;
        }
        let first = paragraph(&std::mem::take(&mut note));
        match &open {
            Some(of) if inner.starts_with(char::is_uppercase) => {
                into.entry(of.clone()).or_default().1.push(first);
            }
            Some(_) => {}
            None => {
                let table = inner.strip_prefix("pub(crate) const ");
                let name = inner.strip_prefix("pub enum ").or(table).map(word);
                if let Some(name) = name {
                    into.insert(name.clone(), (first, Vec::new()));
                    open = table.is_none().then_some(name);
                }
            }
        }
    }
}

fn word(text: &str) -> String {
    text.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default().to_owned()
}

/// Returns the first paragraph of a documentation, without Rust's marks.
fn paragraph(lines: &[&str]) -> String {
    let text = lines.split(|line| line.is_empty()).next().unwrap_or_default().join(" ");
    let mut plain = String::new();
    let mut rest = text.as_str();
    while let Some((before, (name, behind))) =
        rest.split_once('[').and_then(|(before, link)| Some((before, link.split_once(']')?)))
    {
        plain.extend([before, name]);
        let target = behind.strip_prefix('(').and_then(|target| target.split_once(')'));
        rest = target.map_or(behind, |(_, after)| after);
    }
    plain.push_str(rest);
    plain.replace('`', "")
}
