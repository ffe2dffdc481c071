//! What is stored of a password: a string that says itself how it was made, or its parts.

use core::ffi::c_char;

use sceau::password::{PasswordDigest, StoredPassword};

use crate::memory::{Out, answer, characters};
use crate::numbers::choice;
use crate::status::SceauStatus;

/// In which form a stored hash comes.
#[repr(u32)]
#[derive(Clone, Copy)]
pub enum SceauStoredKind {
    /// A string that says itself how it was made: every format but Spring's and Keycloak's.
    Text = 4000,
    /// Spring Security's `Pbkdf2PasswordEncoder`.
    Spring = 4001,
    /// Keycloak's two columns.
    Keycloak = 4002,
}

/// In which form a stored hash comes.
#[derive(Clone, Copy)]
pub(crate) enum StoredKind {
    Text,
    Spring,
    Keycloak,
}

impl StoredKind {
    const ALL: &[Self] = &[Self::Text, Self::Spring, Self::Keycloak];

    const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Spring => "spring",
            Self::Keycloak => "keycloak",
        }
    }
}

numbers!(StoredKind => SceauStoredKind { Text => Text, Spring => Spring, Keycloak => Keycloak });

/// A hash function under a stored password. SHA-1 is read and never written.
#[repr(u32)]
#[derive(Clone, Copy)]
pub enum SceauPasswordDigest {
    /// SHA-1.
    Sha1 = 3900,
    /// SHA-256.
    Sha256 = 3901,
    /// SHA-512.
    Sha512 = 3902,
}

numbers!(PasswordDigest => SceauPasswordDigest {
    #[cfg(feature = "sha1")]
    Sha1 => Sha1,
    Sha256 => Sha256,
    #[cfg(feature = "sha512")]
    Sha512 => Sha512,
});

/// How a `Pbkdf2PasswordEncoder` of Spring Security was set up: its strings do not say it.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct SceauSpringParameters {
    /// A number of `sceau_password_digest`.
    pub digest: u32,
    /// The iterations.
    pub iterations: u32,
    /// The bytes of salt: the rest is the key.
    pub salt_bytes: u32,
    /// The encoder's secret, at most 112 bytes; usually none.
    pub secret: *const u8,
    /// How many bytes `secret` points to.
    pub secret_len: usize,
}

/// What is stored of a password, borrowed for one call.
///
/// Fields that are not of its kind are not looked at.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct SceauStoredPassword {
    /// A number of `sceau_stored_kind`.
    pub kind: u32,
    /// The stored string; of Spring, without a delegating encoder's `{id}`; of Keycloak, the column
    /// `credential_data`.
    pub text: *const c_char,
    /// How many bytes `text` points to.
    pub text_len: usize,
    /// Of Keycloak, the column `secret_data`.
    pub secret_data: *const c_char,
    /// How many bytes `secret_data` points to.
    pub secret_data_len: usize,
    /// Of Spring, how the encoder was set up.
    pub spring: SceauSpringParameters,
}

impl SceauStoredPassword {
    /// Reads the hash.
    ///
    /// # Safety
    ///
    /// The pointers of its kind point to as many bytes as their lengths say.
    pub(super) unsafe fn read(self) -> Result<StoredPassword, SceauStatus> {
        // SAFETY: the caller vouches for the pointers.
        let text = unsafe { characters(self.text, self.text_len)? };
        match choice(self.kind)? {
            StoredKind::Text => Ok(StoredPassword::parse(text)?),
            // SAFETY: as above.
            StoredKind::Spring => unsafe { parts::spring(text, self.spring) },
            StoredKind::Keycloak => {
                // SAFETY: as above.
                let secret_data = unsafe { characters(self.secret_data, self.secret_data_len)? };
                parts::keycloak(text, secret_data)
            }
        }
    }
}

/// Writes the defaults of Spring Security 5.8 and later: 310,000 iterations of SHA-256, no secret.
///
/// # Safety
///
/// `parameters` points to one value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_spring_parameters_v5_8(
    parameters: *mut SceauSpringParameters,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointer.
        let out = unsafe { Out::new(parameters)? };
        out.write(parts::v5_8()?);
        Ok(())
    })
}

/// Writes the defaults of Spring Security until 5.5: 185,000 iterations of SHA-1, no secret.
///
/// # Safety
///
/// `parameters` points to one value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_spring_parameters_v5_5(
    parameters: *mut SceauSpringParameters,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointer.
        let out = unsafe { Out::new(parameters)? };
        out.write(parts::v5_5()?);
        Ok(())
    })
}

/// The parts of hashes that do not say how they were made.
#[cfg(feature = "legacy")]
mod parts {
    use core::ptr;

    use sceau::password::{SpringParameters, StoredParts, StoredPassword};

    use super::SceauSpringParameters;
    use crate::memory::bytes;
    use crate::numbers::{Numbered, choice};
    use crate::status::SceauStatus;

    /// # Safety
    ///
    /// The secret's pointer points to as many bytes as its length says.
    pub(super) unsafe fn spring(
        hash: &[u8],
        parameters: SceauSpringParameters,
    ) -> Result<StoredPassword, SceauStatus> {
        let parameters = SpringParameters {
            digest: choice(parameters.digest)?,
            iterations: parameters.iterations,
            // No hash is as long.
            salt_bytes: u8::try_from(parameters.salt_bytes).unwrap_or(u8::MAX),
            // SAFETY: the caller vouches for the pointer.
            secret: unsafe { bytes(parameters.secret, parameters.secret_len)? },
        };
        Ok(StoredPassword::parse_as(&StoredParts::Spring { hash, parameters })?)
    }

    pub(super) fn keycloak(
        credential_data: &[u8],
        secret_data: &[u8],
    ) -> Result<StoredPassword, SceauStatus> {
        Ok(StoredPassword::parse_as(&StoredParts::Keycloak { credential_data, secret_data })?)
    }

    #[expect(clippy::unnecessary_wraps, reason = "a library that reads none refuses")]
    pub(super) fn v5_8() -> Result<SceauSpringParameters, SceauStatus> {
        Ok(SpringParameters::V5_8.into())
    }

    #[cfg(feature = "sha1")]
    #[expect(clippy::unnecessary_wraps, reason = "a library that reads none refuses")]
    pub(super) fn v5_5() -> Result<SceauSpringParameters, SceauStatus> {
        Ok(SpringParameters::V5_5.into())
    }

    #[cfg(not(feature = "sha1"))]
    pub(super) fn v5_5() -> Result<SceauSpringParameters, SceauStatus> {
        Err(SceauStatus::PasswordUnsupportedScheme)
    }

    /// The defaults have no secret.
    impl From<SpringParameters<'static>> for SceauSpringParameters {
        fn from(parameters: SpringParameters<'static>) -> Self {
            Self {
                digest: parameters.digest.number(),
                iterations: parameters.iterations,
                salt_bytes: u32::from(parameters.salt_bytes),
                secret: ptr::null(),
                secret_len: 0,
            }
        }
    }
}

/// A library that reads no such hash says so.
#[cfg(not(feature = "legacy"))]
mod parts {
    use sceau::password::StoredPassword;

    use super::SceauSpringParameters;
    use crate::status::SceauStatus;

    const UNSUPPORTED: SceauStatus = SceauStatus::PasswordUnsupportedScheme;

    /// # Safety
    ///
    /// Nothing is read.
    pub(super) unsafe fn spring(
        _: &[u8],
        _: SceauSpringParameters,
    ) -> Result<StoredPassword, SceauStatus> {
        Err(UNSUPPORTED)
    }

    pub(super) fn keycloak(_: &[u8], _: &[u8]) -> Result<StoredPassword, SceauStatus> {
        Err(UNSUPPORTED)
    }

    pub(super) fn v5_8() -> Result<SceauSpringParameters, SceauStatus> {
        Err(UNSUPPORTED)
    }

    pub(super) fn v5_5() -> Result<SceauSpringParameters, SceauStatus> {
        Err(UNSUPPORTED)
    }
}
