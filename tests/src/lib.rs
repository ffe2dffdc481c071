//! The reader of the vectors' record format, shared by the conformance runner and the fuzz corpus.

pub mod corpus;
pub mod model;
pub mod properties;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// One scenario: the fields of a record, by name.
pub struct Record {
    fields: BTreeMap<String, String>,
}

impl Record {
    /// Returns a field's text.
    ///
    /// # Panics
    ///
    /// If the record lacks it: a vector is wrong, not the code.
    pub fn text(&self, name: &str) -> &str {
        self.optional(name).unwrap_or_else(|| panic!("no field {name} in {:?}", self.comment()))
    }

    /// Returns a field's text, if the record has the field.
    pub fn optional(&self, name: &str) -> Option<&str> {
        self.fields.get(name).map(String::as_str)
    }

    /// Returns the bytes of a field: of `name-hex` in hexadecimal, else of `name` as UTF-8.
    pub fn bytes(&self, name: &str) -> Vec<u8> {
        match self.optional(&format!("{name}-hex")) {
            Some(hex) => from_hex(hex),
            None => self.text(name).as_bytes().to_vec(),
        }
    }

    /// Returns the number in a field, or `default` if the record lacks it.
    ///
    /// # Panics
    ///
    /// If it is no such number.
    pub fn number<N: std::str::FromStr>(&self, name: &str, default: N) -> N {
        self.optional(name).map_or(default, |text| {
            text.parse().unwrap_or_else(|_| panic!("{name} in {:?}", self.comment()))
        })
    }

    /// Returns what the record says of itself.
    pub fn comment(&self) -> &str {
        self.optional("comment").unwrap_or("?")
    }
}

/// Reads a vector file, of the form that [`parse_records`] reads.
///
/// # Panics
///
/// If there is no such file, or it is not of that form.
pub fn records(path: &Path) -> Vec<Record> {
    parse_records(&fs::read_to_string(path).expect("a vector file"))
}

/// Reads records: `name: value` lines, records apart by empty lines, `#` begins a comment.
///
/// # Panics
///
/// If the text is not of that form.
pub fn parse_records(text: &str) -> Vec<Record> {
    let mut records = Vec::new();
    for block in text.split("\n\n") {
        let lines = block.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        let fields: BTreeMap<_, _> = lines
            .map(|line| line.split_once(':').expect("name: value"))
            .map(|(name, value)| (name.to_owned(), value.trim().to_owned()))
            .collect();
        if !fields.is_empty() {
            records.push(Record { fields });
        }
    }
    records
}

/// Returns every vector file, by its path below `tests/vectors` without the extension.
///
/// # Panics
///
/// If the folder cannot be read.
pub fn vector_files() -> BTreeMap<String, PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors");
    let mut files = BTreeMap::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder of vectors") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "txt") {
                let name = path.strip_prefix(&root).expect("below the root").with_extension("");
                files.insert(name.to_str().expect("UTF-8").to_owned(), path);
            }
        }
    }
    files
}

/// Decodes hexadecimal.
///
/// # Panics
///
/// If it is none.
pub fn from_hex(hex: &str) -> Vec<u8> {
    assert!(hex.len().is_multiple_of(2), "hexadecimal");
    let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
    hex.as_bytes().chunks(2).map(|pair| byte(pair).expect("hexadecimal")).collect()
}

/// Encodes hexadecimal.
pub fn to_hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::new(), |mut hex, byte| {
        write!(hex, "{byte:02x}").expect("a string grows");
        hex
    })
}
