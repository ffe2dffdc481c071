//! What the model remembers of a device: the tokens that it was given, and when.

use sceau::device::DEVICE_GRACE;

use crate::model::{Law, Text, Told, hold};

/// What happened, as the device and its owner saw it.
#[derive(Clone, Debug, Default)]
pub struct Ghost {
    /// The token that was given last, the one before it, and the one before that.
    pub(super) current: Text,
    pub(super) before: Text,
    pub(super) older: Text,
    /// When the current token was given, and when the device's time is over.
    pub(super) rotated: u64,
    pub(super) expires: u64,
    /// What has ended the row: the wire name of the answer, empty if nothing has.
    pub(super) ended: &'static str,
}

impl Ghost {
    /// When the token before the current one is no longer excused.
    pub(super) fn grace_end(&self) -> u64 {
        self.rotated + DEVICE_GRACE.get()
    }

    /// Judges the answer to a token of this row, and remembers it.
    pub(super) fn receive(&mut self, sent: &Text, told: &Told, time: u64) -> Result<(), Law> {
        let excused = *sent == self.before && time < self.grace_end();
        let live = self.ended.is_empty() && time < self.expires;
        let expected = if !self.ended.is_empty() {
            Told::plain(self.ended)
        } else if !live {
            Told::plain("expired")
        } else if *sent == self.current {
            Told { code: told.code.clone(), ..Told::number("accepted", self.expires) }
        } else if excused {
            Told { code: self.current.clone(), ..Told::number("excused", self.expires) }
        } else {
            self.ended = "stolen";
            Told::plain(self.ended)
        };
        if told.name == "accepted" || told.name == "excused" {
            hold(self.ended.is_empty() || self.ended == expected.name && live, Law::Ended)?;
            hold(time < self.expires, Law::Life)?;
            hold(*sent == self.current || excused, Law::Theft)?;
        }
        if told.name == "accepted" {
            let known = [&self.current, &self.before, &self.older];
            hold(!known.contains(&&told.code), Law::Answer)?;
            self.older = std::mem::replace(&mut self.before, self.current.clone());
            (self.current, self.rotated) = (told.code.clone(), time);
        }
        hold(*told == expected, Law::Answer)
    }

    /// Remembers that the device was forgotten.
    pub(super) fn revoke(&mut self) {
        if self.ended.is_empty() {
            self.ended = "revoked";
        }
    }

    /// Appends all that decides what is expected, without the text of the tokens.
    pub(super) fn identify(&self, identity: &mut Vec<u8>) {
        identity.extend(self.rotated.to_be_bytes());
        identity.extend(self.ended.as_bytes());
        identity.extend([u8::from(self.before.is_empty()), self.older.is_empty().into()]);
    }
}
