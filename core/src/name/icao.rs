//! The ICAO key of a name: how a passport's machine readable zone writes it.

use core::iter::once;
use core::{fmt, slice};

use heapless::String;

use super::key::{VersionedKey, versioned};
use super::unit::{Letter, SeparatorKind, Unit, Units};
use super::{MAX_KEY_LETTERS, NameCompareError, NameError, Side};

/// A name as a machine readable zone writes it: one to [`MAX_KEY_LETTERS`] of `A` to `Z` and `<`.
///
/// Its `Debug` shows the type only.
#[derive(Clone, Eq, Hash, PartialEq)]
pub struct IcaoKey(String<MAX_KEY_LETTERS>);

impl IcaoKey {
    /// Returns the letters and fillers.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the key behind the name of its rule and its version, to be stored: `icao1:MUELLER`.
    pub fn versioned(&self) -> VersionedKey {
        versioned("icao1:", &self.0)
    }
}

/// The longest writing that [`matches_icao`] reads: both lines of a passport's zone.
pub const MAX_ZONE_LETTERS: usize = 88;

impl fmt::Debug for IcaoKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("IcaoKey(..)")
    }
}

/// Folds a name as ICAO Doc 9303-3 (8th edition, section 6) recommends.
///
/// `Ä` is `AE`, `Å` `AA`, `Ö` and `Ø` `OE`, `Ü` `UE`; all other letters are as in the RAMQ key
/// ([`super::fold`]). Spaces and hyphens are a filler, `<`; apostrophes and periods are left out (of
/// periods the document says nothing).
///
/// # Errors
///
/// As [`super::fold`].
///
/// # Example
///
/// ```
/// let key = sceau::name::fold_icao("Jean-Luc D'Åström")?;
/// assert_eq!(key.as_str(), "JEAN<LUC<DAASTROEM");
/// # Ok::<(), sceau::name::NameError>(())
/// ```
pub fn fold_icao(name: &str) -> Result<IcaoKey, NameError> {
    let mut key = String::new();
    let mut filler = false;
    for unit in Units::new(name)? {
        match unit? {
            Unit::Separator(separator) => filler |= is_filler(separator.kind),
            Unit::Letter(letter) => {
                let too_long = |_| NameError::TooLong { at: letter.at() };
                if core::mem::take(&mut filler) && !key.is_empty() {
                    key.push(char::from(FILLER)).map_err(too_long)?;
                }
                for letter in [letter.key].into_iter().chain(letter.spelled()) {
                    key.push(char::from(letter)).map_err(too_long)?;
                }
            }
        }
    }
    if key.is_empty() { Err(NameError::Empty) } else { Ok(IcaoKey(key)) }
}

/// Whether a machine readable zone's writing of a name, `machine`, can be that of `name`: under the
/// recommended letters, or under those that the document allows beside them (`A` for `Ä` and `Å`,
/// `O` for `Ö`, `U` or `UXX` for `Ü`, `NXX` for `Ñ`).
///
/// `machine` has the letters `A` to `Z` and fillers, several of which count as one; a name that the
/// zone cuts short does not match.
///
/// # Errors
///
/// What [`super::fold`] says of `name`, which is [`Side::Second`]; of `machine`, [`Side::First`],
/// `Empty`, `TooLong` beyond [`MAX_ZONE_LETTERS`], and `Character` where it is another one.
///
/// # Example
///
/// ```
/// use sceau::name::matches_icao;
///
/// assert!(matches_icao("MUELLER<<", "Müller")?);
/// assert!(matches_icao("MULLER", "Müller")?);
/// assert!(!matches_icao("MOLLER", "Müller")?);
/// # Ok::<(), sceau::name::NameCompareError>(())
/// ```
pub fn matches_icao(machine: &str, name: &str) -> Result<bool, NameCompareError> {
    let zone = zone(machine).map_err(|error| NameCompareError { side: Side::First, error })?;
    let on_name = |error| NameCompareError { side: Side::Second, error };
    fold_icao(name).map_err(on_name)?;
    let mut ends = Ends::new(&zone);
    let (mut filler, mut begun) = (false, false);
    for unit in Units::new(name).map_err(on_name)? {
        match unit.map_err(on_name)? {
            Unit::Separator(separator) => filler |= is_filler(separator.kind),
            Unit::Letter(letter) => {
                if core::mem::take(&mut filler) && begun {
                    ends.add(&once([FILLER].as_slice()));
                }
                begun = true;
                ends.add(&writings(&letter));
            }
        }
    }
    Ok(ends.reach_the_end())
}

/// Returns a zone's text without fillers around it, and with one where there are several.
fn zone(machine: &str) -> Result<String<MAX_ZONE_LETTERS>, NameError> {
    let mut zone = String::new();
    let mut filler = false;
    for (at, c) in machine.char_indices() {
        match c {
            'A'..='Z' => {
                let before = (core::mem::take(&mut filler) && !zone.is_empty()).then_some('<');
                for c in before.into_iter().chain([c]) {
                    zone.push(c).map_err(|_| NameError::TooLong { at })?;
                }
            }
            '<' => filler = true,
            _ => return Err(NameError::Character { at }),
        }
    }
    if zone.is_empty() { Err(NameError::Empty) } else { Ok(zone) }
}

/// Returns the ways in which a zone may write a letter.
fn writings(letter: &Letter) -> impl Iterator<Item = &[u8]> + Clone {
    let also: &[&[u8]] = match letter.to_char() {
        Some('Ä' | 'ä') => &[b"AE"],
        Some('Å' | 'å') => &[b"AA"],
        Some('Ö' | 'ö' | 'Ø' | 'ø') => &[b"OE"],
        Some('Ü' | 'ü') => &[b"UE", b"UXX"],
        Some('Ñ' | 'ñ') => &[b"NXX"],
        _ => &[],
    };
    once(slice::from_ref(&letter.key)).chain(also.iter().copied())
}

/// Where in a zone the writings of the letters so far can end.
struct Ends<'a> {
    zone: &'a [u8],
    /// Bit *n* for the place before letter *n*, from 0 to the length.
    set: u128,
}

impl<'a> Ends<'a> {
    /// At the beginning, before any letter.
    fn new(zone: &'a str) -> Self {
        Self { zone: zone.as_bytes(), set: 1 }
    }

    /// Adds one of these writings.
    fn add<'w>(&mut self, writings: &(impl Iterator<Item = &'w [u8]> + Clone)) {
        let mut next = 0;
        let (mut here, mut rest) = (1_u128, self.zone);
        loop {
            let fitting = writings.clone().filter(|writing| rest.starts_with(writing));
            for writing in fitting.filter(|_| self.set & here != 0) {
                next |= (0..writing.len()).fold(here, |end, _| end << 1);
            }
            let [_, after @ ..] = rest else { break };
            (here, rest) = (here << 1, after);
        }
        self.set = next;
    }

    /// Whether they can end where the zone does.
    fn reach_the_end(&self) -> bool {
        let end = self.zone.iter().fold(1_u128, |end, _| end << 1);
        self.set & end != 0
    }
}

const fn is_filler(kind: SeparatorKind) -> bool {
    matches!(kind, SeparatorKind::Hyphen | SeparatorKind::Space)
}

const FILLER: u8 = b'<';
