//! The service's key, and the keys of single roles that are derived from it.

use core::fmt;

use super::{HmacKey, Sha256};

/// The key from which all keys of one service are derived.
///
/// Subkeys are HMAC-SHA-256(key, `"sceau/v1/"` ‖ role): a subkey of one role says nothing of
/// another's. The key id is public; it is written into what the key authenticates.
#[derive(Clone)]
pub struct ServiceKey {
    id: u32,
    prepared: HmacKey<Sha256>,
}

impl ServiceKey {
    /// The least number of bytes of a service key.
    pub const MIN_BYTES: usize = 32;
    /// The greatest number of bytes of a service key.
    pub const MAX_BYTES: usize = 1024;

    /// Takes `key`, 32 to 1,024 bytes from the system's generator, under the key id `id`.
    ///
    /// # Errors
    ///
    /// [`KeyError::TooShort`] and [`KeyError::TooLong`], as the names say.
    ///
    /// # Timing
    ///
    /// Depends on the length of `key` only.
    pub fn new(id: u32, key: &[u8]) -> Result<Self, KeyError> {
        if key.len() < Self::MIN_BYTES {
            return Err(KeyError::TooShort);
        }
        if key.len() > Self::MAX_BYTES {
            return Err(KeyError::TooLong);
        }
        Ok(Self { id, prepared: HmacKey::new(key) })
    }

    /// Returns the key id, which is not secret.
    pub const fn id(&self) -> u32 {
        self.id
    }

    /// Derives the key of one role.
    pub(crate) fn subkey(&self, role: Role) -> HmacKey<Sha256> {
        let mut mac = self.prepared.start();
        mac.update(b"sceau/v1/");
        mac.update(role.label());
        mac.into_key()
    }
}

/// Shows nothing of the key.
impl fmt::Debug for ServiceKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ServiceKey(..)")
    }
}

/// Why bytes are no service key.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum KeyError {
    /// Fewer than 32 bytes.
    TooShort,
    /// More than 1,024 bytes.
    TooLong,
}

wire_names!(KeyError { TooShort => "key_too_short", TooLong => "key_too_long" });
error_display!(KeyError);

/// What a subkey is for.
#[derive(Clone, Copy)]
pub(crate) enum Role {
    Code,
    Device,
    Pepper,
    Recovery,
    StateChallenge,
    StateDevice,
    StateRecovery,
    StateThrottle,
    Pseudonym,
}

impl Role {
    const fn label(self) -> &'static [u8] {
        match self {
            Self::Code => b"code",
            Self::Device => b"device",
            Self::Pepper => b"pepper",
            Self::Recovery => b"recovery",
            Self::StateChallenge => b"state-challenge",
            Self::StateDevice => b"state-device",
            Self::StateRecovery => b"state-recovery",
            Self::StateThrottle => b"state-throttle",
            Self::Pseudonym => b"pseudonym",
        }
    }
}

#[cfg(test)]
mod tests {
    use std::vec::Vec;

    use hmac::{KeyInit, Mac};

    use super::{Role, ServiceKey};

    fn bytes(length: usize) -> Vec<u8> {
        (0..length).map(|i| u8::try_from(i * 7 % 251).unwrap()).collect()
    }

    #[test]
    fn derives_a_subkey_as_the_mac_of_prefix_and_role() {
        let key = ServiceKey::new(1, &bytes(32)).unwrap();
        let mut mac = key.subkey(Role::Code).start();
        mac.update(b"message");
        let mut derivation = hmac::Hmac::<sha2::Sha256>::new_from_slice(&bytes(32)).unwrap();
        derivation.update(b"sceau/v1/code");
        let subkey = derivation.finalize().into_bytes();
        let mut oracle = hmac::Hmac::<sha2::Sha256>::new_from_slice(&subkey).unwrap();
        oracle.update(b"message");
        assert_eq!(mac.finish().as_slice(), &oracle.finalize().into_bytes()[..]);
    }

    #[test]
    fn refuses_a_key_of_31_bytes_and_one_of_1025() {
        assert_eq!(ServiceKey::new(1, &bytes(31)).unwrap_err().name(), "key_too_short");
        assert_eq!(ServiceKey::new(1, &bytes(1025)).unwrap_err().name(), "key_too_long");
        assert!(ServiceKey::new(1, &bytes(1024)).is_ok());
    }
}
