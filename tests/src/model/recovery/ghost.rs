//! What the model remembers of recovery codes: the lists as they were printed, crossed out by hand.

use std::collections::BTreeSet;

use sceau::otp::RECOVERY_CODES;

use super::Which;
use super::machine::FOREIGN;
use crate::model::{Law, Text, Told, hold};

/// What happened, as the person saw it.
#[derive(Clone, Debug, Default)]
pub struct Ghost {
    /// The list that was made last, and the one before it.
    list: Vec<Text>,
    old: Vec<Text>,
    /// The places of the codes that were accepted.
    used: BTreeSet<usize>,
}

impl Ghost {
    /// What is typed, if there is such a code.
    pub(super) fn typed(&self, which: Which) -> Option<Text> {
        match which {
            Which::Own(place) => self.list.get(place).cloned(),
            Which::Old(place) => self.old.get(place).cloned(),
            Which::Foreign => FOREIGN.first().cloned(),
            Which::Mistyped => self.list.first().map(|code| mistyped(code)),
        }
    }

    /// Remembers a list that was made: all of its codes are new.
    pub(super) fn make(&mut self, list: &[Text]) -> Result<(), Law> {
        let known = |code: &Text| [&self.list, &self.old].iter().any(|known| known.contains(code));
        hold(!list.iter().any(known), Law::Newest)?;
        hold(!list.iter().any(|code| FOREIGN.contains(code)), Law::Stranger)?;
        self.old = std::mem::replace(&mut self.list, list.to_vec());
        self.used.clear();
        Ok(())
    }

    /// Judges what became of a code that was typed, and remembers it.
    pub(super) fn verify(&mut self, which: Which, told: &Told) -> Result<(), Law> {
        let accepted = told.name == "accepted";
        let expected = match which {
            Which::Own(place) if self.used.contains(&place) => Told::plain("already_used"),
            Which::Own(_) => Told::number("accepted", u64::from(self.left()) - 1),
            Which::Old(_) | Which::Foreign => Told::plain("wrong"),
            Which::Mistyped => Told::plain("malformed"),
        };
        if let Which::Own(place) = which
            && accepted
        {
            hold(self.used.insert(place), Law::Once)?;
        }
        hold(!accepted || !matches!(which, Which::Old(_)), Law::Newest)?;
        hold(!accepted || which != Which::Foreign, Law::Stranger)?;
        hold(*told == expected, Law::Answer)
    }

    /// How many codes are left.
    pub(super) fn left(&self) -> u8 {
        u8::try_from(RECOVERY_CODES - self.used.len()).expect("ten at most")
    }

    /// Appends all that decides what is expected, without the codes.
    pub(super) fn identify(&self, identity: &mut Vec<u8>) {
        identity.push(self.old.is_empty().into());
        identity.extend(self.used.iter().flat_map(|place| place.to_be_bytes()));
    }
}

/// Returns the code with another last character.
fn mistyped(code: &str) -> Text {
    let (kept, last) = code.split_at(code.len() - 1);
    let text = format!("{kept}{}", if last == "0" { "1" } else { "0" });
    Text::try_from(text.as_str()).expect("as long as a code")
}
