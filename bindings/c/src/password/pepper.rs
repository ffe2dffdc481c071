//! The pepper: a key outside the database without which a stolen hash cannot be guessed at.

use sceau::password::{Pepper, Peppers};

use crate::key::SceauServiceKey;
use crate::memory::{items, optional};
use crate::status::SceauStatus;

/// The peppers of a service: the one for new hashes, and those that old hashes still name.
///
/// A hash with another pepper than the current one, or without one while there is one, is verified
/// and then to be made again. The service key's id stands in the stored hash.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct SceauPeppers {
    /// The service key of the pepper for new hashes; null for none.
    pub current: *const SceauServiceKey,
    /// The service keys of the other peppers; null only if there is none.
    pub retired: *const SceauServiceKey,
    /// How many keys `retired` points to.
    pub retired_count: usize,
}

/// The peppers that one call needs.
pub(super) struct Chosen {
    current: Option<Pepper>,
    retired: Option<Pepper>,
}

impl Chosen {
    /// Takes the keys in, and derives the current pepper and the retired one that is `named`.
    ///
    /// # Safety
    ///
    /// The pointers of `peppers` and of its keys point to what they say.
    pub(super) unsafe fn new(
        peppers: Option<SceauPeppers>,
        named: Option<u32>,
    ) -> Result<Self, SceauStatus> {
        let mut chosen = Self { current: None, retired: None };
        let Some(peppers) = peppers else { return Ok(chosen) };
        // SAFETY: the caller vouches for the pointers.
        let (current, retired) =
            unsafe { (optional(peppers.current), items(peppers.retired, peppers.retired_count)?) };
        if let Some(key) = current {
            // SAFETY: as above.
            chosen.current = Some(Pepper::new(&unsafe { key.key()? }));
        }
        for key in retired {
            // SAFETY: as above.
            let key = unsafe { key.key()? };
            if chosen.retired.is_none() && named == Some(key.id()) {
                chosen.retired = Some(Pepper::new(&key));
            }
        }
        Ok(chosen)
    }

    pub(super) fn peppers(&self) -> Peppers<'_> {
        let retired = self.retired.as_slice();
        match &self.current {
            Some(current) => Peppers::new(current, retired),
            None => Peppers::retired(retired),
        }
    }
}
