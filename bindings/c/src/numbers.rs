//! Enums of the core as C numbers, and back. All live in one space, so a number says what it is.

use crate::status::SceauStatus;

/// An enum of the core whose variants have C numbers.
pub(crate) trait Numbered: Sized + 'static {
    /// One value of each variant.
    const VARIANTS: &'static [Self];
    /// The wire names in the same order, each with a NUL behind it.
    const NAMES: &'static [Name];

    /// Returns the C number of a value's variant.
    fn number(&self) -> u32;
}

/// A wire name, padded with NULs.
pub(crate) type Name = [u8; 32];

/// Pads a wire name; it does not compile for one that leaves no room for a NUL.
pub(crate) const fn terminated(name: &str) -> Name {
    let mut padded = [0; 32];
    assert!(name.len() < padded.len());
    let (mut places, mut bytes): (&mut [u8], _) = (&mut padded, name.as_bytes());
    while let ([place, places_left @ ..], [byte, bytes_left @ ..]) = (places, bytes) {
        *place = *byte;
        (places, bytes) = (places_left, bytes_left);
    }
    padded
}

/// Returns the value that a number coming in stands for.
pub(crate) fn choice<T: Numbered + Copy>(number: u32) -> Result<T, SceauStatus> {
    find(number).map(|(value, _)| *value).ok_or(SceauStatus::UnknownNumber)
}

/// Returns the boolean that a number coming in stands for.
pub(crate) fn boolean(number: u32) -> Result<bool, SceauStatus> {
    match number {
        0 => Ok(false),
        1 => Ok(true),
        _ => Err(SceauStatus::UnknownNumber),
    }
}

/// Returns the value with this number, and its name.
pub(crate) fn find<T: Numbered>(number: u32) -> Option<(&'static T, &'static Name)> {
    T::VARIANTS.iter().zip(T::NAMES).find(|(value, _)| value.number() == number)
}

/// Ties an enum of the core to C's, variant by variant: a new variant must stop compiling.
macro_rules! numbers {
    ($core:ident => $ours:ident { $($(#[$if:meta])? $variant:ident => $name:ident),+ $(,)? }) => {
        numbers!($core, $core::ALL => $ours { $($(#[$if])? $variant => $name),+ });
    };
    ($core:ident, $all:expr => $ours:ident {
        $($(#[$if:meta])? $variant:ident => $name:ident),+ $(,)?
    }) => {
        impl From<&$core> for $ours {
            fn from(value: &$core) -> Self {
                match value {
                    $($(#[$if])? $core::$variant { .. } => Self::$name),+
                }
            }
        }

        impl From<$core> for $ours {
            fn from(value: $core) -> Self {
                Self::from(&value)
            }
        }

        impl $crate::numbers::Numbered for $core {
            const VARIANTS: &'static [Self] = $all;
            const NAMES: &'static [$crate::numbers::Name] = &{
                let all: &[$core] = $all;
                let mut names = [[0; 32]; {
                    let all: &[$core] = $all;
                    all.len()
                }];
                let (mut rest, mut places): (_, &mut [_]) = (all, &mut names);
                while let ([value, values @ ..], [place, behind @ ..]) = (rest, places) {
                    *place = $crate::numbers::terminated(value.name());
                    (rest, places) = (values, behind);
                }
                names
            };

            fn number(&self) -> u32 {
                $ours::from(self) as u32
            }
        }
    };
}
