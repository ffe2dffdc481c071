//! `serde`: identifiers as compact text, states as hexadecimal, secrets never. What is read comes
//! through the types' own constructors, and no error echoes the input.

use core::fmt::{Formatter, Result as FmtResult};

use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde::ser::{Serialize, Serializer};

use crate::challenge::Challenge;
use crate::device::Device;
use crate::identifier::{
    AssessmentNotice, BirthDate, BusinessNumber, CardExpiry, CardReference, CardSequence,
    ClicsequrUserCode, EmailAddress, Identifier, LicenceNumber, LicenceReference, Nam, Nas, Neq,
    PhoneNumber, PostalCode, QstNumber, Username,
};
use crate::otp::RecoveryCodes;
use crate::state::StateError;
use crate::throttle::Throttle;

macro_rules! as_compact_text {
    ($($type:ident),+) => {$(
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.compact())
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let read = |text: &str| Self::parse(text).map_err(|reason| reason.name());
                deserializer.deserialize_str(Text { expected: Self::KIND, read })
            }
        }
    )+};
}

as_compact_text!(Nam, Nas, AssessmentNotice, CardReference, Username, EmailAddress, BirthDate);
as_compact_text!(CardSequence, CardExpiry, LicenceNumber, LicenceReference, Neq, BusinessNumber);
as_compact_text!(QstNumber, PostalCode, PhoneNumber, ClicsequrUserCode);

macro_rules! as_hexadecimal {
    ($($type:ident),+) => {$(
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&to_hex(self.as_bytes()))
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let read = |text: &str| {
                    if text.len() > MAX_HEX {
                        return Err(StateError::Length.name());
                    }
                    let bytes = from_hex(text).ok_or(NOT_HEXADECIMAL)?;
                    Self::from_bytes(&bytes).map_err(|reason| reason.name())
                };
                deserializer.deserialize_str(Text { expected: stringify!($type), read })
            }
        }
    )+};
}

as_hexadecimal!(Challenge, Device, RecoveryCodes, Throttle);

/// Reads a value from text, and from nothing else.
struct Text<T> {
    expected: &'static str,
    read: fn(&str) -> Result<T, &'static str>,
}

impl<T> Visitor<'_> for Text<T> {
    type Value = T;

    fn expecting(&self, f: &mut Formatter<'_>) -> FmtResult {
        f.write_str(self.expected)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        (self.read)(text).map_err(E::custom)
    }

    // Left alone, these would name the number that they refuse.

    fn visit_i64<E: Error>(self, _: i64) -> Result<T, E> {
        Err(E::custom(NOT_TEXT))
    }

    fn visit_i128<E: Error>(self, _: i128) -> Result<T, E> {
        Err(E::custom(NOT_TEXT))
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<T, E> {
        Err(E::custom(NOT_TEXT))
    }

    fn visit_u128<E: Error>(self, _: u128) -> Result<T, E> {
        Err(E::custom(NOT_TEXT))
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<T, E> {
        Err(E::custom(NOT_TEXT))
    }
}

/// Writes a state in lower-case hexadecimal.
fn to_hex(bytes: &[u8]) -> heapless::String<MAX_HEX> {
    let mut hex = heapless::String::new();
    for nibble in bytes.iter().flat_map(|byte| [byte >> 4, byte & 0x0f]) {
        // The longest state fits.
        let _fits = hex.push(char::from_digit(u32::from(nibble), 16).unwrap_or('0'));
    }
    hex
}

/// Reads lower-case hexadecimal: one text for one state.
fn from_hex(hex: &str) -> Option<heapless::Vec<u8, MAX_STATE>> {
    let nibble = |digit: &u8| match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    };
    let mut bytes = heapless::Vec::new();
    for pair in hex.as_bytes().chunks(2) {
        let [high, low] = pair else { return None };
        bytes.push(nibble(high)? << 4 | nibble(low)?).ok()?;
    }
    Some(bytes)
}

const NOT_TEXT: &str = "not text";
const NOT_HEXADECIMAL: &str = "not hexadecimal";
const MAX_STATE: usize = crate::otp::RECOVERY_BYTES;
const MAX_HEX: usize = 2 * MAX_STATE;
