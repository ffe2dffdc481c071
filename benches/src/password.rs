//! PBKDF2 as Sceau does it, for whoever compares it: the public way, as an application calls it.

use sceau::ct;
use sceau::password::{CreatePolicy, PasswordAlgorithm, hash};

/// The password of every comparison.
pub const PASSWORD: &[u8] = "Érable-à-sucre".as_bytes();
/// Its salt.
pub const SALT: &[u8; 16] = b"sel de l'erable!";

/// The hash functions under PBKDF2.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Digest {
    /// The default.
    Sha256,
    /// The other one.
    Sha512,
}

impl Digest {
    /// Every one.
    pub const ALL: [Self; 2] = [Self::Sha256, Self::Sha512];

    /// Returns its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sha256 => "SHA-256",
            Self::Sha512 => "SHA-512",
        }
    }

    /// Returns the bytes of its digest, which is the key's length in every comparison.
    pub const fn bytes(self) -> usize {
        match self {
            Self::Sha256 => 32,
            Self::Sha512 => 64,
        }
    }

    /// Returns the iterations of one slice: a few milliseconds of work.
    pub const fn iterations(self) -> u32 {
        match self {
            Self::Sha256 => 20_000,
            Self::Sha512 => 4_000,
        }
    }
}

/// Derives a key from [`PASSWORD`] and [`SALT`] in a slice's iterations.
pub fn derive(digest: Digest) -> Option<Vec<u8>> {
    let algorithm = match digest {
        Digest::Sha256 => PasswordAlgorithm::Sha256,
        Digest::Sha512 => PasswordAlgorithm::Sha512,
    };
    let create = CreatePolicy::unchecked_policy(algorithm, digest.iterations());
    let stored = hash(PASSWORD, SALT, &create).ok()?;
    let mut key = vec![0; digest.bytes()];
    let encoded = stored.as_str().rsplit('$').next()?;
    let (_, canonical) = ct::ct_base64_decode(encoded.as_bytes(), &mut key)?;
    bool::from(canonical).then_some(key)
}
