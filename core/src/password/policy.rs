//! What may still log in, and what may be newly made.

use core::ops::RangeInclusive;

use super::PasswordError;
use super::digest::PasswordDigest;
use super::format::{StoredFormat, StoredFormats};
use super::stored::{Recipe, StoredPassword};

/// The hash under PBKDF2's HMAC of a new hash.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum PasswordAlgorithm {
    /// PBKDF2-HMAC-SHA-256.
    Sha256,
    /// PBKDF2-HMAC-SHA-512.
    #[cfg(feature = "sha512")]
    Sha512,
}

impl PasswordAlgorithm {
    /// The iterations that OWASP's Password Storage Cheat Sheet recommends, revision of
    /// 17 August 2026: 600,000 for SHA-256, 220,000 for SHA-512.
    pub const fn recommended_iterations(self) -> u32 {
        self.digest().recommended_iterations()
    }

    /// The stable wire name, which is also the PHC string's identifier.
    pub const fn name(&self) -> &'static str {
        self.phc_id()
    }

    /// Returns the hash function.
    pub const fn digest(self) -> PasswordDigest {
        match self {
            Self::Sha256 => PasswordDigest::Sha256,
            #[cfg(feature = "sha512")]
            Self::Sha512 => PasswordDigest::Sha512,
        }
    }

    pub(super) const fn phc_id(self) -> &'static str {
        match self {
            Self::Sha256 => "pbkdf2-sha256",
            #[cfg(feature = "sha512")]
            Self::Sha512 => "pbkdf2-sha512",
        }
    }

    pub(super) fn from_phc(id: &[u8]) -> Result<Self, PasswordError> {
        match id {
            b"pbkdf2-sha256" => Ok(Self::Sha256),
            #[cfg(feature = "sha512")]
            b"pbkdf2-sha512" => Ok(Self::Sha512),
            b"" => Err(PasswordError::Malformed),
            _ => Err(PasswordError::UnsupportedScheme),
        }
    }
}

/// From how many iterations to how many.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct IterationRange {
    /// The fewest iterations, 1,000 or more.
    pub min: u32,
    /// The most iterations, 10,000,000 or fewer. It is checked before any work, or a planted hash
    /// could keep the machine busy.
    pub max: u32,
}

impl IterationRange {
    /// 10,000 to 10,000,000.
    pub const DEFAULT: Self = Self { min: 10_000, max: MAX_ITERATIONS };

    const fn is_sound(self) -> bool {
        self.min >= 1_000 && self.max <= MAX_ITERATIONS && self.min <= self.max
    }
}

/// The most of everything that an Argon2id hash may ask for. It is checked before any memory is
/// touched.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Argon2Limits {
    /// The most working memory in KiB, 1,048,576 or less.
    pub max_memory_kib: u32,
    /// The most passes over it, 64 or fewer.
    pub max_passes: u32,
    /// The most lanes, 64 or fewer.
    pub max_lanes: u32,
}

impl Argon2Limits {
    /// 131,072 KiB, 10 passes, 16 lanes.
    pub const DEFAULT: Self = Self { max_memory_kib: 131_072, max_passes: 10, max_lanes: 16 };

    const fn are_sound(self) -> bool {
        self.max_memory_kib >= 8
            && self.max_memory_kib <= 1_048_576
            && self.max_passes >= 1
            && self.max_passes <= 64
            && self.max_lanes >= 1
            && self.max_lanes <= 64
    }
}

/// The rules of an accept policy.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct AcceptLimits {
    /// The formats that are accepted; by default PHC strings of PBKDF2 only. A format whose cost is
    /// fixed ([`StoredFormat::DjangoSha1`], [`StoredFormat::LdapSalted`],
    /// [`StoredFormat::AspNetV2`]) is accepted by its name alone.
    pub formats: StoredFormats,
    /// The iterations of PBKDF2-HMAC-SHA-1, which only legacy formats have.
    pub sha1: IterationRange,
    /// The iterations of PBKDF2-HMAC-SHA-256.
    pub sha256: IterationRange,
    /// The iterations of PBKDF2-HMAC-SHA-512.
    pub sha512: IterationRange,
    /// The shortest salt in bytes, 8 or more; by default 8.
    pub min_salt_bytes: u8,
    /// The shortest key in bytes, 16 or more; by default 16.
    pub min_key_bytes: u8,
    /// The most that Argon2id may ask for.
    pub argon2: Argon2Limits,
    /// Whether a hash without a pepper is refused; by default not. Who can write to the database
    /// could otherwise plant one. Turn it on once every hash has been made again.
    pub require_pepper: bool,
}

impl AcceptLimits {
    /// The default rules.
    pub const DEFAULT: Self = Self {
        formats: StoredFormats::PHC,
        sha1: IterationRange::DEFAULT,
        sha256: IterationRange::DEFAULT,
        sha512: IterationRange::DEFAULT,
        min_salt_bytes: 8,
        min_key_bytes: 16,
        argon2: Argon2Limits::DEFAULT,
        require_pepper: false,
    };

    const fn iterations(&self, digest: PasswordDigest) -> IterationRange {
        match digest {
            #[cfg(feature = "sha1")]
            PasswordDigest::Sha1 => self.sha1,
            PasswordDigest::Sha256 => self.sha256,
            #[cfg(feature = "sha512")]
            PasswordDigest::Sha512 => self.sha512,
        }
    }
}

impl Default for AcceptLimits {
    fn default() -> Self {
        Self::DEFAULT
    }
}

/// Which stored hashes may still log in.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct AcceptPolicy {
    limits: AcceptLimits,
}

impl AcceptPolicy {
    /// Checks the rules of a policy.
    ///
    /// # Errors
    ///
    /// - [`PasswordError::Iterations`]: a range is empty or reaches beyond 1,000 to 10,000,000.
    /// - [`PasswordError::SaltLength`]: fewer than 8 bytes of salt would do.
    /// - [`PasswordError::KeyLength`]: fewer than 16 bytes of key would do.
    /// - [`PasswordError::Argon2Limits`]: a bound is zero or out of its range.
    pub const fn new(limits: AcceptLimits) -> Result<Self, PasswordError> {
        if !(limits.sha1.is_sound() && limits.sha256.is_sound() && limits.sha512.is_sound()) {
            return Err(PasswordError::Iterations);
        }
        if limits.min_salt_bytes < 8 {
            return Err(PasswordError::SaltLength);
        }
        if limits.min_key_bytes < 16 {
            return Err(PasswordError::KeyLength);
        }
        if !limits.argon2.are_sound() {
            return Err(PasswordError::Argon2Limits);
        }
        Ok(Self { limits })
    }

    /// Takes any numbers: for published test vectors, and for a migration that knows why.
    pub const fn unchecked_policy(limits: AcceptLimits) -> Self {
        Self { limits }
    }

    /// Returns how much working memory verifying a hash takes, in KiB: none but for Argon2id, and
    /// none for a hash that this policy refuses. It is safe to allocate.
    pub fn memory_kib(&self, stored: &StoredPassword) -> u32 {
        match stored.recipe {
            #[cfg(feature = "argon2")]
            Recipe::Argon2id { memory_kib, .. } if self.check(stored).is_ok() => memory_kib,
            _ => 0,
        }
    }

    /// Refuses what is outside, before any work.
    pub(super) fn check(&self, stored: &StoredPassword) -> Result<(), PasswordError> {
        let limits = &self.limits;
        let inside = limits.formats.contains(stored.format)
            && (stored.key_id.is_some() || !limits.require_pepper)
            && stored.key.length >= usize::from(limits.min_key_bytes)
            && self.bears(stored);
        if inside { Ok(()) } else { Err(PasswordError::OutsideAcceptPolicy) }
    }

    /// Returns whether the cost and the salt are within the limits.
    fn bears(&self, stored: &StoredPassword) -> bool {
        let salted = stored.salt.length >= usize::from(self.limits.min_salt_bytes);
        match stored.recipe {
            Recipe::Pbkdf2 { digest, iterations } => {
                let range = self.limits.iterations(digest);
                let fixed = stored.format == StoredFormat::AspNetV2;
                salted && (fixed || (range.min..=range.max).contains(&iterations))
            }
            Recipe::Salted { .. } => true,
            #[cfg(feature = "argon2")]
            Recipe::Argon2id { memory_kib, passes, lanes } => {
                let argon2 = self.limits.argon2;
                salted
                    && memory_kib <= argon2.max_memory_kib
                    && passes <= argon2.max_passes
                    && lanes <= argon2.max_lanes
            }
        }
    }
}

/// How a new password is hashed. Salts have 16 to 64 bytes, keys the length of the digest.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct CreatePolicy {
    algorithm: PasswordAlgorithm,
    iterations: u32,
    min_salt_bytes: usize,
}

impl CreatePolicy {
    /// OWASP's figure of 17 August 2026 for PBKDF2-HMAC-SHA-256: 600,000 iterations. The default.
    pub const OWASP_2026_SHA256: Self = Self {
        algorithm: PasswordAlgorithm::Sha256,
        iterations: PasswordAlgorithm::Sha256.recommended_iterations(),
        min_salt_bytes: 16,
    };

    /// OWASP's figure of 17 August 2026 for PBKDF2-HMAC-SHA-512: 220,000 iterations.
    #[cfg(feature = "sha512")]
    pub const OWASP_2026_SHA512: Self = Self {
        algorithm: PasswordAlgorithm::Sha512,
        iterations: PasswordAlgorithm::Sha512.recommended_iterations(),
        min_salt_bytes: 16,
    };

    /// Sets the algorithm and its iterations: OWASP's figure for it
    /// ([`PasswordAlgorithm::recommended_iterations`]) to 10,000,000.
    ///
    /// # Errors
    ///
    /// [`PasswordError::Iterations`] if they are out of that range.
    pub const fn new(algorithm: PasswordAlgorithm, iterations: u32) -> Result<Self, PasswordError> {
        if iterations < algorithm.recommended_iterations() || iterations > MAX_ITERATIONS {
            return Err(PasswordError::Iterations);
        }
        Ok(Self { algorithm, iterations, min_salt_bytes: 16 })
    }

    /// Sets any number of iterations, zero counting as one, and any salt of 1 to 64 bytes: for
    /// published test vectors, and for tests that cannot wait.
    pub const fn unchecked_policy(algorithm: PasswordAlgorithm, iterations: u32) -> Self {
        let iterations = if iterations == 0 { 1 } else { iterations };
        Self { algorithm, iterations, min_salt_bytes: 1 }
    }

    /// Returns the algorithm.
    pub const fn algorithm(&self) -> PasswordAlgorithm {
        self.algorithm
    }

    /// Returns the iterations.
    pub const fn iterations(&self) -> u32 {
        self.iterations
    }

    pub(super) const fn salt_bytes(&self) -> RangeInclusive<usize> {
        self.min_salt_bytes..=64
    }
}

impl Default for CreatePolicy {
    fn default() -> Self {
        Self::OWASP_2026_SHA256
    }
}

/// The most iterations that any policy takes.
pub(super) const MAX_ITERATIONS: u32 = 10_000_000;
