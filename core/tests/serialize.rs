//! Identifiers and states as text of other formats; what is refused is never echoed.
#![cfg(feature = "serde")]

use core::fmt::{Display, Formatter, Result};

use sceau::challenge::Challenge;
use sceau::identifier::{BirthDate, Identifier, Nas};
use sceau::otp::RecoveryCodes;
use sceau::throttle::Throttle;
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

fn read<'de, T: Deserialize<'de>>(
    value: impl IntoDeserializer<'de, Said>,
) -> core::result::Result<T, Said> {
    T::deserialize(value.into_deserializer())
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
fn recovery_codes_are_hexadecimal_like_every_state() {
    let stored = RecoveryCodes::from_bytes(&[0xa5; 208]).unwrap();
    let text = "a5".repeat(208);
    assert_eq!(Written(&stored).to_string(), text);
    assert_eq!(read::<RecoveryCodes>(&*text), Ok(stored));
    let said = |reason: &str| Err::<RecoveryCodes, _>(Said(reason.to_owned()));
    assert_eq!(read(&text[2..]), said("state_length"));
}

#[test]
fn never_echoes_what_it_refuses() {
    let said = |reason: &str| Err::<Nas, _>(Said(reason.to_owned()));
    assert_eq!(read("1306925440"), said("too_long"));
    assert_eq!(read(130_692_544_u64), said("not text"));
    assert_eq!(read(130_692_544_i64), said("not text"));
    assert_eq!(read(130_692_544_u128), said("not text"));
    assert_eq!(read(130_692_544_i128), said("not text"));
    assert_eq!(read(130_692_544_f64), said("not text"));
}

#[test]
fn writes_a_state_in_hexadecimal_and_reads_that_alone() {
    let hex = "00ff".repeat(48);
    let state: Challenge = read(hex.as_str()).unwrap();
    assert_eq!(state.as_bytes().first_chunk(), Some(&[0, 0xff]));
    assert_eq!(Written(&state).to_string(), hex);

    let said = |reason: &str| Err::<Throttle, _>(Said(reason.to_owned()));
    assert_eq!(read(hex.as_str()), said("state_length"));
    assert_eq!(read(""), said("state_length"));
    assert_eq!(read("00F"), said("not hexadecimal"));
    assert_eq!(read("00FF"), said("not hexadecimal"));
    assert_eq!(read("é0"), said("not hexadecimal"));
    assert_eq!(read(&*"00".repeat(97)), said("state_length"));
    assert_eq!(read(&*"00".repeat(105)), said("state_length"));
}
