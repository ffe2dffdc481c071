//! The texts that a stored hash may have been made from.

use super::RehashReason;
use super::format::StoredFormat;

/// The texts of one password or answer.
pub(super) struct Texts<'a> {
    /// As it was typed.
    typed: &'a [u8],
    /// As a password is prepared.
    prepared: &'a [u8],
    /// As a new hash is made of it.
    new: &'a [u8],
}

impl<'a> Texts<'a> {
    pub(super) const fn of_password(typed: &'a [u8], prepared: &'a [u8]) -> Self {
        Self { typed, prepared, new: prepared }
    }

    pub(super) const fn of_answer(typed: &'a [u8], prepared: &'a [u8], folded: &'a [u8]) -> Self {
        Self { typed, prepared, new: folded }
    }

    /// Returns the text that a hash of this format was made from, and others that it may be.
    pub(super) fn tried(&self, format: StoredFormat) -> (&'a [u8], [Option<&'a [u8]>; 2]) {
        if format == StoredFormat::Phc {
            return (self.new, [None, None]);
        }
        let prepared = Some(self.prepared).filter(|&text| text != self.typed);
        let new = Some(self.new).filter(|&text| text != self.typed && text != self.prepared);
        (self.typed, [prepared, new])
    }
}

/// Returns what there is to say of a match in a foreign format, with these texts yet to try: the last
/// is what a new hash is made of.
pub(super) fn foreign<T>(others: &[Option<T>]) -> RehashReason {
    let is_last = others.iter().all(Option::is_none);
    if is_last { RehashReason::Format } else { RehashReason::Text }
}

/// How many texts there may be: only other systems' hashes were made from more than one form.
pub(super) const TEXTS: usize = if cfg!(feature = "legacy") { 3 } else { 1 };
