//! Keys side by side in one row of a keyboard.

use super::reason::Place;
use super::run::Run;
use super::unit::Unit;

/// The runs in every row, both ways.
pub(super) struct Keyboards {
    runs: [(Run, Run); ROWS.len()],
}

impl Keyboards {
    pub(super) fn new() -> Self {
        Self { runs: [(Run::default(), Run::default()); ROWS.len()] }
    }

    pub(super) fn step(
        &mut self,
        before: &Unit,
        unit: &Unit,
        least: usize,
        found: &mut Option<Place>,
    ) {
        let (from, to) = (before.on_keyboard(), unit.on_keyboard());
        let place = (before.at, unit.end);
        for (row, (right, left)) in ROWS.iter().zip(&mut self.runs) {
            let (goes_right, goes_left) = match (from, to) {
                (Some(from), Some(to)) => directions(row, from, to),
                _ => (false, false),
            };
            right.step(goes_right, place, least, found);
            left.step(goes_left, place, least, found);
        }
    }
}

/// Returns whether `to` stands next to `from` in the row: to its right, to its left.
fn directions(row: &str, from: char, to: char) -> (bool, bool) {
    if let (true, true, Ok(from), Ok(to)) =
        (from.is_ascii(), to.is_ascii(), u8::try_from(from), u8::try_from(to))
    {
        // No byte of a longer character is ASCII.
        let keys = row.as_bytes();
        let Some(at) = keys.iter().position(|key| *key == from) else { return (false, false) };
        let left = at.checked_sub(1).and_then(|left| keys.get(left));
        return (keys.get(at + 1) == Some(&to), left == Some(&to));
    }
    let mut pairs = row.chars().zip(row.chars().skip(1));
    let right = pairs.clone().any(|pair| pair == (from, to));
    (right, pairs.any(|pair| pair == (to, from)))
}

/// The rows of the layouts, keys without and with Shift apart, small letters. Rows that are part of
/// another one are left out.
const ROWS: [&str; 22] = [
    // QWERTY, United States (ANSI INCITS 154).
    "`1234567890-=",
    "~!@#$%^&*()_+",
    "qwertyuiop[]\\",
    "qwertyuiop{}|",
    "asdfghjkl;'",
    "asdfghjkl:\"",
    "zxcvbnm,./",
    "zxcvbnm<>?",
    // AZERTY, France.
    "²&é\"'(-è_çà)=",
    "1234567890°+",
    "azertyuiop^$",
    "azertyuiop¨£",
    "qsdfghjklmù*",
    "<wxcvbn,;:!",
    ">wxcvbn?./§",
    // Canadian French.
    "#1234567890-=",
    "|!\"/$%?&*()_+",
    "qwertyuiop^¸",
    "«zxcvbnm,.é",
    // Canadian Multilingual Standard (CAN/CSA Z243.200).
    "/1234567890-=",
    "qwertyuiop^ç",
    "asdfghjkl;èà",
];
