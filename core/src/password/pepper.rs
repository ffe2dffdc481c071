//! The pepper: a key outside the database without which a stolen hash cannot be guessed at.

use core::fmt;

use super::{PasswordError, RehashReason};
use crate::mac::{HmacKey, Role, ServiceKey, Sha256};

/// A key that goes into hashes and is kept apart from them.
///
/// What PBKDF2 hashes then is HMAC-SHA-256(pepper key, `"sceau/pepper/v1"` ‖ key id ‖ password), all
/// 32 bytes of it. The pepper key is the service key's subkey for that role; the key id is the
/// service key's, and stands in the PHC string as `keyid`.
pub struct Pepper {
    id: u32,
    key: HmacKey<Sha256>,
}

impl Pepper {
    /// Derives the pepper of a service key.
    pub fn new(key: &ServiceKey) -> Self {
        Self { id: key.id(), key: key.subkey(Role::Pepper) }
    }

    /// Returns the key id, which is not secret.
    pub const fn id(&self) -> u32 {
        self.id
    }

    /// Returns what is hashed in the password's place.
    ///
    /// # Timing
    ///
    /// Depends on the length of the password only.
    ///
    /// Never inlined: its stack is not that of a password without a pepper.
    #[inline(never)]
    pub(super) fn ct_prehash(&self, prepared: &[u8]) -> [u8; 32] {
        let mut mac = self.key.start();
        mac.update(b"sceau/pepper/v1");
        mac.update(&self.id.to_be_bytes());
        mac.update(prepared);
        mac.finish()
    }
}

/// Shows nothing of the key.
impl fmt::Debug for Pepper {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Pepper(..)")
    }
}

/// The peppers of a service: the one for new hashes, and those that old hashes still name.
#[derive(Clone, Copy, Debug)]
pub struct Peppers<'a> {
    current: Option<&'a Pepper>,
    retired: &'a [Pepper],
}

impl<'a> Peppers<'a> {
    /// No pepper at all.
    pub const NONE: Self = Self { current: None, retired: &[] };

    /// New hashes get `current`; hashes with another of the peppers are verified, and then to be
    /// made again. So are those without one.
    pub const fn new(current: &'a Pepper, retired: &'a [Pepper]) -> Self {
        Self { current: Some(current), retired }
    }

    /// New hashes get no pepper; those that name one of `retired` are still verified.
    pub const fn retired(retired: &'a [Pepper]) -> Self {
        Self { current: None, retired }
    }

    /// Returns the pepper for new hashes.
    pub(crate) const fn current(&self) -> Option<&'a Pepper> {
        self.current
    }

    /// Says whether a hash that names this pepper, or none, is weaker than a new one.
    pub(super) fn weakness(&self, id: Option<u32>) -> Option<RehashReason> {
        let current = self.current?;
        (id != Some(current.id)).then_some(RehashReason::Pepper)
    }

    /// Returns the pepper that a hash names: none, if it names none.
    pub(super) fn named(&self, id: Option<u32>) -> Result<Option<&'a Pepper>, PasswordError> {
        let Some(id) = id else { return Ok(None) };
        let mut all = self.current.into_iter().chain(self.retired);
        all.find(|pepper| pepper.id == id).map(Some).ok_or(PasswordError::UnknownPepper)
    }
}
