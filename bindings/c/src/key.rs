//! The service's key.

use sceau::mac::ServiceKey;

use crate::memory::bytes;
use crate::status::SceauStatus;

/// The key from which all keys of one service are derived.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct SceauServiceKey {
    /// The key's number, which is not secret.
    pub id: u32,
    /// The key: 32 to 1,024 bytes of the system's generator.
    pub bytes: *const u8,
    /// How many bytes `bytes` points to.
    pub bytes_len: usize,
}

impl SceauServiceKey {
    /// Takes the key in.
    ///
    /// # Safety
    ///
    /// `bytes` points to `bytes_len` bytes.
    pub(crate) unsafe fn key(self) -> Result<ServiceKey, SceauStatus> {
        // SAFETY: the caller's promise is the same.
        Ok(ServiceKey::new(self.id, unsafe { bytes(self.bytes, self.bytes_len)? })?)
    }
}
