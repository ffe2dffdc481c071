//! A stored hash, read: how it was made, its salt and its key.

use core::fmt;

use subtle::{Choice, ConstantTimeEq};
use zeroize::Zeroize;

#[cfg(feature = "argon2")]
use super::argon2;
#[cfg(feature = "argon2")]
pub(super) use super::argon2::Argon2Block;
use super::digest::PasswordDigest;
use super::format::StoredFormat;
#[cfg(feature = "legacy")]
use super::legacy::{self, StoredParts};
use super::policy::CreatePolicy;
use super::reading::Reading;
use super::{PasswordError, RehashReason, phc};
use crate::mac::write_word;

/// There is no Argon2id in this build, and no memory for it.
#[cfg(not(feature = "argon2"))]
pub(super) type Argon2Block = ();

/// A stored hash that has been read, wiped on drop.
///
/// Whoever has it can guess passwords offline, so it is a secret: no `PartialEq`, no `Display`, and
/// `Debug` shows the format only.
pub struct StoredPassword {
    pub(super) format: StoredFormat,
    pub(super) recipe: Recipe,
    /// The id of the pepper's key.
    pub(super) key_id: Option<u32>,
    pub(super) salt: Part<MAX_SALT>,
    pub(super) key: Part<MAX_KEY>,
}

/// How a key is made from a password and a salt.
#[derive(Clone, Copy)]
pub(super) enum Recipe {
    /// PBKDF2.
    Pbkdf2 { digest: PasswordDigest, iterations: u32 },
    /// One digest of both.
    #[cfg_attr(not(feature = "legacy"), allow(dead_code))]
    Salted { digest: PasswordDigest, salt_first: bool },
    /// Argon2id, version 1.3.
    #[cfg(feature = "argon2")]
    Argon2id { memory_kib: u32, passes: u32, lanes: u32 },
}

impl StoredPassword {
    /// Reads a string that says itself how it was made: of every format but Spring's and Keycloak's,
    /// which [`Self::parse_as`] reads. Which formats may log in is the accept policy's to say.
    ///
    /// Strict: no number with leading zeros, no other field, no base64 with stray bits.
    ///
    /// # Errors
    ///
    /// - [`PasswordError::Malformed`]: the form of no format.
    /// - [`PasswordError::UnsupportedScheme`]: a scheme that is not read, or not by this build.
    /// - [`PasswordError::HashTooLong`]: more than 512 bytes.
    /// - [`PasswordError::HashNumber`], [`PasswordError::HashExtraField`],
    ///   [`PasswordError::HashPadding`], [`PasswordError::HashEncoding`],
    ///   [`PasswordError::HashPartLength`]: as their names say.
    ///
    /// # Timing
    ///
    /// Depends on everything but the key; of that, on its length, its padding, and on whether it is
    /// sound. A key that is not sound is looked at to say why.
    pub fn parse(text: &[u8]) -> Result<Self, PasswordError> {
        let mut reading = Reading::new();
        Self::ct_parse(text, &mut reading)?;
        reading.finish()
    }

    /// Reads the parts of a hash of which other columns say how it was made.
    ///
    /// # Errors
    ///
    /// As [`Self::parse`].
    ///
    /// # Timing
    ///
    /// As [`Self::parse`]. Keycloak's JSON is also searched for the quotes that end its values.
    #[cfg(feature = "legacy")]
    pub fn parse_as(parts: &StoredParts<'_>) -> Result<Self, PasswordError> {
        let mut reading = Reading::new();
        Self::ct_parse_as(parts, &mut reading)?;
        reading.finish()
    }

    /// # Timing
    ///
    /// As [`Self::parse_as`], without the branch on whether the key is sound.
    #[cfg(feature = "legacy")]
    pub(crate) fn ct_parse_as<'a>(
        parts: &StoredParts<'a>,
        reading: &mut Reading<'a>,
    ) -> Result<(), PasswordError> {
        legacy::ct_read_parts(parts, reading)
    }

    /// # Timing
    ///
    /// As [`Self::parse`], without the branch on whether the key is sound.
    pub(crate) fn ct_parse<'a>(
        text: &'a [u8],
        reading: &mut Reading<'a>,
    ) -> Result<(), PasswordError> {
        if text.len() > MAX_TEXT {
            return Err(PasswordError::HashTooLong);
        }
        #[cfg(feature = "argon2")]
        if let Some(text) = argon2::own(text) {
            return argon2::ct_read(text, reading);
        }
        #[cfg(feature = "legacy")]
        if let Some(read) = legacy::ct_read(text, reading) {
            return read;
        }
        phc::ct_read(text, reading)
    }

    /// No hash: its recipe is yet to come, too.
    pub(super) const EMPTY: Self = Self::of(
        StoredFormat::Phc,
        Recipe::Pbkdf2 { digest: PasswordDigest::Sha256, iterations: 0 },
    );

    /// The parameters of a new hash; its key is yet to be derived.
    pub(super) fn new(create: &CreatePolicy, salt: &[u8]) -> Self {
        let digest = create.algorithm().digest();
        let mut stored =
            Self::of(StoredFormat::Phc, Recipe::Pbkdf2 { digest, iterations: create.iterations() });
        stored.salt.set(salt);
        stored.key.length = digest.bytes();
        stored
    }

    /// A hash without salt and key.
    pub(super) const fn of(format: StoredFormat, recipe: Recipe) -> Self {
        Self { format, recipe, key_id: None, salt: Part::EMPTY, key: Part::EMPTY }
    }

    /// Returns the format that the hash was read in.
    pub const fn format(&self) -> StoredFormat {
        self.format
    }

    /// Returns the id of the pepper's key, which is not secret, if the hash has a pepper.
    pub const fn key_id(&self) -> Option<u32> {
        self.key_id
    }

    /// Fills `derived` with the key of what cannot be cut: one digest, or Argon2id.
    ///
    /// # Timing
    ///
    /// A digest's depends on the lengths; Argon2id's also on the password (RFC 9106 §3.4).
    #[cfg_attr(not(feature = "argon2"), allow(clippy::unnecessary_wraps))]
    pub(super) fn ct_derive_at_once(
        &self,
        password: &[u8],
        derived: &mut [u8; MAX_KEY],
        memory: &mut [Argon2Block],
    ) -> Result<(), PasswordError> {
        let (salt, key) =
            (self.salt.as_bytes(), derived.get_mut(..self.key.length).unwrap_or_default());
        match self.recipe {
            Recipe::Salted { digest, salt_first } => {
                let parts = if salt_first { [salt, password] } else { [password, salt] };
                digest.ct_digest(parts, key);
            }
            #[cfg(feature = "argon2")]
            Recipe::Argon2id { .. } => argon2::derive(self.recipe, password, salt, key, memory)?,
            Recipe::Pbkdf2 { .. } => {}
        }
        let _ = memory;
        Ok(())
    }

    /// # Timing
    ///
    /// Constant.
    pub(crate) fn ct_same_key(&self, derived: &[u8; MAX_KEY]) -> Choice {
        self.key.bytes.ct_eq(derived)
    }

    /// Returns how many of the digest's blocks the key takes: each costs all the iterations.
    pub(super) fn blocks(&self) -> u32 {
        let Recipe::Pbkdf2 { digest, .. } = self.recipe else { return 1 };
        // No division by what is known at run time only: 64 bytes are at most four blocks of SHA-1.
        (1..4).find(|&blocks| digest.bytes() * blocks as usize >= self.key.length).unwrap_or(4)
    }

    /// Returns how many iterations of the create policy's algorithm this hash costs at least.
    ///
    /// One of SHA-512 takes 1.3 times as long as one of SHA-256 (portable code, x86-64) to 7 times
    /// (SHA-NI): measured. Here it counts as one, and one of SHA-256 as an eighth. One of SHA-1
    /// takes about half as long as one of SHA-256, and counts as a quarter.
    pub(super) fn cost_under(&self, create: &CreatePolicy) -> u32 {
        let Recipe::Pbkdf2 { digest, iterations } = self.recipe else { return 0 };
        let iterations = iterations.saturating_mul(self.blocks());
        match (digest, create.algorithm().digest()) {
            #[cfg(feature = "sha1")]
            (PasswordDigest::Sha1, PasswordDigest::Sha256) => iterations / 4,
            #[cfg(all(feature = "sha1", feature = "sha512"))]
            (PasswordDigest::Sha1, PasswordDigest::Sha512) => iterations / 32,
            #[cfg(feature = "sha512")]
            (PasswordDigest::Sha256, PasswordDigest::Sha512) => iterations / 8,
            _ => iterations,
        }
    }

    /// Says in what this hash is weaker than the create policy's.
    pub(super) fn weakness(&self, create: &CreatePolicy) -> Option<RehashReason> {
        let (StoredFormat::Phc, Recipe::Pbkdf2 { digest, iterations }) = (self.format, self.recipe)
        else {
            return Some(RehashReason::Format);
        };
        let needed = if digest == create.algorithm().digest() {
            create.iterations()
        } else {
            digest.recommended_iterations()
        };
        if iterations < needed {
            return Some(RehashReason::Cost);
        }
        if self.salt.length < *create.salt_bytes().start() {
            return Some(RehashReason::Salt);
        }
        (self.key.length < digest.bytes()).then_some(RehashReason::Key)
    }
}

/// Shows the format, and nothing of the hash.
impl fmt::Debug for StoredPassword {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "StoredPassword({}, ..)", self.format.name())
    }
}

impl Drop for StoredPassword {
    fn drop(&mut self) {
        self.salt.bytes.zeroize();
        self.key.bytes.zeroize();
    }
}

/// A salt or a key: the first `length` bytes, and zeros.
pub(super) struct Part<const N: usize> {
    pub(super) bytes: [u8; N],
    pub(super) length: usize,
}

impl<const N: usize> Part<N> {
    pub(super) const EMPTY: Self = Self { bytes: [0; N], length: 0 };

    pub(super) fn as_bytes(&self) -> &[u8] {
        self.bytes.get(..self.length).unwrap_or_default()
    }

    /// Puts bytes behind those that it holds; returns whether there was room.
    #[cfg(feature = "legacy")]
    pub(super) fn append(&mut self, bytes: &[u8]) -> bool {
        let Some(room) = self.bytes.get_mut(self.length..) else { return false };
        write_word(room, bytes);
        let fits = bytes.len() <= room.len();
        self.length += bytes.len().min(room.len());
        fits
    }

    /// Holds as many of `bytes` as there is room for.
    pub(super) fn set(&mut self, bytes: &[u8]) {
        self.bytes = [0; N];
        write_word(&mut self.bytes, bytes);
        self.length = bytes.len().min(N);
    }
}

/// The most bytes of salt. A new hash has 64 at most; Spring's salts end in a secret.
pub(super) const MAX_SALT: usize = if cfg!(feature = "legacy") { 128 } else { 64 };
/// The most bytes of key.
pub(crate) const MAX_KEY: usize = 64;
/// The most bytes of a string that is read.
const MAX_TEXT: usize = 512;

#[cfg(all(test, feature = "sha512", feature = "sha1"))]
mod tests {
    use super::super::policy::{CreatePolicy, PasswordAlgorithm};
    use super::{PasswordDigest, Recipe, StoredFormat, StoredPassword};

    #[test]
    fn a_hash_never_counts_for_more_than_it_costs() {
        let cost = |digest, iterations, key_length, create| {
            let recipe = Recipe::Pbkdf2 { digest, iterations };
            let mut stored = StoredPassword::of(StoredFormat::Django, recipe);
            stored.key.length = key_length;
            stored.cost_under(&CreatePolicy::unchecked_policy(create, 8_000))
        };
        let (sha256, sha512) = (PasswordAlgorithm::Sha256, PasswordAlgorithm::Sha512);
        assert_eq!(cost(PasswordDigest::Sha256, 8_000, 32, sha256), 8_000);
        assert_eq!(cost(PasswordDigest::Sha256, 8_000, 33, sha256), 16_000);
        assert_eq!(cost(PasswordDigest::Sha512, 8_000, 64, sha512), 8_000);
        assert_eq!(cost(PasswordDigest::Sha512, 8_000, 64, sha256), 8_000);
        assert_eq!(cost(PasswordDigest::Sha256, 8_000, 32, sha512), 1_000);
        assert_eq!(cost(PasswordDigest::Sha1, 8_000, 20, sha256), 2_000);
        assert_eq!(cost(PasswordDigest::Sha1, 8_000, 20, sha512), 250);
        assert_eq!(cost(PasswordDigest::Sha256, u32::MAX, 64, sha256), u32::MAX);
    }
}
