//! The keys of a name.

use sceau::name::{self, NameError, Side};

/// A key of a name, or why it has none.
#[derive(uniffi::Enum)]
pub enum NameFolded {
    /// The name has a key.
    Folded {
        /// The letters, and fillers where the rule has them.
        letters: String,
        /// The key behind the name of its rule and its version.
        versioned: String,
    },
    /// The text is no such name.
    Refused {
        /// Why.
        error: NameError,
    },
}

/// Whether a machine readable zone's writing can be that of a name.
#[derive(uniffi::Enum)]
pub enum NameMatched {
    /// Both were read.
    Matched {
        /// Whether it can.
        matches: bool,
    },
    /// A text is no such writing, or no such name.
    Refused {
        /// The first for the writing, the second for the name.
        side: Side,
        /// Why.
        error: NameError,
    },
}

/// Folds a name to its RAMQ key.
#[uniffi::export]
#[must_use]
pub fn name_fold(name: &str) -> NameFolded {
    folded(name::fold(name).map(|key| [key.as_str().to_owned(), key.versioned().to_string()]))
}

/// Folds a name to its ICAO key.
#[uniffi::export]
#[must_use]
pub fn name_fold_icao(name: &str) -> NameFolded {
    folded(name::fold_icao(name).map(|key| [key.as_str().to_owned(), key.versioned().to_string()]))
}

/// Tells whether a machine readable zone's writing can be that of a name.
#[uniffi::export]
#[must_use]
pub fn name_matches_icao(machine: &str, name: &str) -> NameMatched {
    match name::matches_icao(machine, name) {
        Ok(matches) => NameMatched::Matched { matches },
        Err(refused) => NameMatched::Refused { side: refused.side, error: refused.error },
    }
}

fn folded(key: Result<[String; 2], NameError>) -> NameFolded {
    match key {
        Ok([letters, versioned]) => NameFolded::Folded { letters, versioned },
        Err(error) => NameFolded::Refused { error },
    }
}
