//! The hash functions under stored passwords.

use crate::mac;

/// A hash function under a stored password. SHA-1 is read and never written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum PasswordDigest {
    /// SHA-1.
    #[cfg(feature = "sha1")]
    Sha1,
    /// SHA-256.
    Sha256,
    /// SHA-512.
    #[cfg(feature = "sha512")]
    Sha512,
}

impl PasswordDigest {
    /// Every hash function that this build has.
    pub const ALL: &'static [Self] = &[
        #[cfg(feature = "sha1")]
        Self::Sha1,
        Self::Sha256,
        #[cfg(feature = "sha512")]
        Self::Sha512,
    ];

    /// The stable wire name.
    pub const fn name(&self) -> &'static str {
        match self {
            #[cfg(feature = "sha1")]
            Self::Sha1 => "sha1",
            Self::Sha256 => "sha256",
            #[cfg(feature = "sha512")]
            Self::Sha512 => "sha512",
        }
    }

    /// Returns how many bytes the digest has.
    pub const fn bytes(self) -> usize {
        match self {
            #[cfg(feature = "sha1")]
            Self::Sha1 => 20,
            Self::Sha256 => 32,
            #[cfg(feature = "sha512")]
            Self::Sha512 => 64,
        }
    }

    /// PBKDF2's iterations that OWASP's Password Storage Cheat Sheet recommends, revision of
    /// 17 August 2026.
    pub const fn recommended_iterations(self) -> u32 {
        match self {
            #[cfg(feature = "sha1")]
            Self::Sha1 => 1_400_000,
            Self::Sha256 => 600_000,
            #[cfg(feature = "sha512")]
            Self::Sha512 => 220_000,
        }
    }

    /// Returns SHA-1, SHA-256 or SHA-512 by its place among the three, if this build has it.
    #[cfg(feature = "legacy")]
    pub(super) const fn numbered(number: usize) -> Option<Self> {
        match number {
            #[cfg(feature = "sha1")]
            0 => Some(Self::Sha1),
            1 => Some(Self::Sha256),
            #[cfg(feature = "sha512")]
            2 => Some(Self::Sha512),
            _ => None,
        }
    }

    /// Returns the digest of this name in a format that names all three, if this build has it.
    #[cfg(feature = "legacy")]
    pub(super) fn named(text: &[u8], names: [&[u8]; 3]) -> Option<Self> {
        Self::numbered(names.iter().position(|name| *name == text)?)
    }

    /// Writes the digest of `parts`, one after the other, into `out`.
    ///
    /// # Timing
    ///
    /// Depends on the lengths.
    pub(super) fn ct_digest(self, parts: [&[u8]; 2], out: &mut [u8]) {
        match self {
            #[cfg(feature = "sha1")]
            Self::Sha1 => mac::ct_digest::<mac::Sha1>(parts, out),
            Self::Sha256 => mac::ct_digest::<mac::Sha256>(parts, out),
            #[cfg(feature = "sha512")]
            Self::Sha512 => mac::ct_digest::<mac::Sha512>(parts, out),
        }
    }
}
