//! Identifiers as text of other formats; what is refused is never echoed.
#![cfg(feature = "serde")]

use core::fmt::{Display, Formatter, Result};

use sceau::identifier::{BirthDate, Identifier, Nas};
use serde::de::{Deserialize, IntoDeserializer};
use serde::ser::Serialize;

/// What a format would say of an error.
#[derive(Debug, PartialEq)]
struct Said(String);

impl Display for Said {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(&self.0)
    }
}

impl core::error::Error for Said {}

impl serde::de::Error for Said {
    fn custom<T: Display>(reason: T) -> Self {
        Self(reason.to_string())
    }
}

fn read<'de>(value: impl IntoDeserializer<'de, Said>) -> core::result::Result<Nas, Said> {
    Nas::deserialize(value.into_deserializer())
}

/// Serde writes to a formatter what is plain text.
struct Written<'a, T>(&'a T);

impl<T: Serialize> Display for Written<'_, T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        self.0.serialize(f)
    }
}

#[test]
fn writes_the_compact_form_and_reads_it_back() {
    let nas = Nas::parse("130 692 544").unwrap();
    assert_eq!(Written(&nas).to_string(), "130692544");
    assert_eq!(read("130 692 544"), Ok(nas));
    let born = BirthDate::parse("19751130").unwrap();
    assert_eq!(Written(&born).to_string(), "1975-11-30");
}

#[test]
fn never_echoes_what_it_refuses() {
    let said = |reason: &str| Err(Said(reason.to_owned()));
    assert_eq!(read("1306925440"), said("too_long"));
    assert_eq!(read(130_692_544_u64), said("not text"));
    assert_eq!(read(130_692_544_i64), said("not text"));
    assert_eq!(read(130_692_544_u128), said("not text"));
    assert_eq!(read(130_692_544_i128), said("not text"));
    assert_eq!(read(130_692_544_f64), said("not text"));
}
