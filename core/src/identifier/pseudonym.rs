//! Pseudonyms: one keyed value for an identifier, so that tables can be joined without it.

use core::fmt;

use super::Identifier;
use crate::mac::{HmacKey, Role, ServiceKey, Sha256};

/// The key of one group of tables that may be joined.
///
/// Derived from a service key and the group's label, so that two groups, as two ministries, have
/// different pseudonyms for one number and cannot join: neither with one service key and two labels
/// nor, of course, with two keys.
pub struct PseudonymKey(HmacKey<Sha256>);

impl PseudonymKey {
    /// Takes the key of the group whose label is `group`, any bytes.
    ///
    /// # Timing
    ///
    /// Depends on the length of `group` only.
    pub fn new(key: &ServiceKey, group: &[u8]) -> Self {
        let mut mac = key.subkey(Role::Pseudonym).start();
        mac.update_field(group);
        Self(mac.into_key())
    }

    /// Returns the pseudonym of an identifier: HMAC-SHA-256 over its kind and compact form.
    ///
    /// It stays personal information: who holds the key tries all numbers of nine digits in minutes
    /// and has them back. It is stable across languages and versions.
    ///
    /// # Timing
    ///
    /// Depends on the length of the compact form only.
    pub fn pseudonym<I: Identifier>(&self, identifier: &I) -> Pseudonym {
        self.of(I::KIND, identifier.compact())
    }

    pub(super) fn of(&self, kind: &str, compact: &str) -> Pseudonym {
        let mut mac = self.0.start();
        mac.update_field(kind.as_bytes());
        mac.update_field(compact.as_bytes());
        Pseudonym(mac.finish())
    }
}

/// Shows nothing of the key.
impl fmt::Debug for PseudonymKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PseudonymKey(..)")
    }
}

/// What stands for an identifier in the tables of one group: 32 bytes.
///
/// It stays personal information ([`PseudonymKey::pseudonym`]), so `Debug` shows nothing of it.
#[derive(Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Pseudonym([u8; PSEUDONYM_BYTES]);

impl Pseudonym {
    /// Returns the bytes.
    pub const fn as_bytes(&self) -> &[u8; PSEUDONYM_BYTES] {
        &self.0
    }
}

impl fmt::Debug for Pseudonym {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Pseudonym(..)")
    }
}

/// The number of bytes of a pseudonym.
pub const PSEUDONYM_BYTES: usize = 32;
