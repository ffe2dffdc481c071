//! The service's key.

use sceau::mac::{self, KeyError};

use crate::message::export_words;

/// Why bytes are no service key.
#[uniffi::remote(Error)]
pub enum KeyError {
    /// Fewer than 32 bytes.
    TooShort,
    /// More than 1,024 bytes.
    TooLong,
}

export_words! { key_error_words(KeyError); }

/// The service's key, wiped when it is freed.
///
/// Whatever needs a key is a method of it: methods, and not functions that take it, are safe from a
/// caller that closes the key before or meanwhile.
#[derive(uniffi::Object)]
pub struct ServiceKey(pub(crate) mac::ServiceKey);

#[uniffi::export]
impl ServiceKey {
    /// Takes `key`, 32 to 1,024 bytes from the system's generator, under the key id `id`.
    ///
    /// # Errors
    ///
    /// [`KeyError::TooShort`] and [`KeyError::TooLong`], as the names say.
    #[uniffi::constructor]
    pub fn new(id: u32, key: &[u8]) -> Result<Self, KeyError> {
        mac::ServiceKey::new(id, key).map(Self)
    }
}
