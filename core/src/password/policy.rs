//! What may still log in, and what may be newly made.

use core::ops::RangeInclusive;

use super::PasswordError;
use super::phc::Stored;

/// The hash under PBKDF2's HMAC.
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
        match self {
            Self::Sha256 => 600_000,
            #[cfg(feature = "sha512")]
            Self::Sha512 => 220_000,
        }
    }

    /// The stable wire name, which is also the PHC string's identifier.
    pub const fn name(&self) -> &'static str {
        self.phc_id()
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

    /// The number of bytes of a new hash's key: the digest's.
    pub(super) const fn key_bytes(self) -> usize {
        match self {
            Self::Sha256 => 32,
            #[cfg(feature = "sha512")]
            Self::Sha512 => 64,
        }
    }
}

/// The numbers of an accept policy.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct AcceptLimits {
    /// The fewest iterations, 1,000 or more; by default 10,000.
    pub min_iterations: u32,
    /// The most iterations, 10,000,000 or fewer; by default 10,000,000. It is checked before any
    /// work, or a planted hash could keep the machine busy.
    pub max_iterations: u32,
    /// The shortest salt in bytes, 8 or more; by default 8.
    pub min_salt_bytes: u8,
}

impl Default for AcceptLimits {
    fn default() -> Self {
        Self { min_iterations: 10_000, max_iterations: MAX_ITERATIONS, min_salt_bytes: 8 }
    }
}

/// Which stored hashes may still log in: PHC strings within these limits.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct AcceptPolicy {
    limits: AcceptLimits,
}

impl AcceptPolicy {
    /// Checks the numbers of a policy.
    ///
    /// # Errors
    ///
    /// [`PasswordError::Iterations`] if the range is empty or reaches beyond 1,000 to 10,000,000;
    /// [`PasswordError::SaltLength`] if fewer than 8 bytes of salt would do.
    pub const fn new(limits: AcceptLimits) -> Result<Self, PasswordError> {
        if limits.min_iterations < 1_000
            || limits.max_iterations > MAX_ITERATIONS
            || limits.min_iterations > limits.max_iterations
        {
            return Err(PasswordError::Iterations);
        }
        if limits.min_salt_bytes < 8 {
            return Err(PasswordError::SaltLength);
        }
        Ok(Self { limits })
    }

    /// Takes any numbers: for published test vectors, and for a migration that knows why.
    pub const fn unchecked_policy(limits: AcceptLimits) -> Self {
        Self { limits }
    }

    pub(super) fn accepts(&self, stored: &Stored) -> bool {
        (self.limits.min_iterations..=self.limits.max_iterations).contains(&stored.iterations())
            && stored.salt_length() >= usize::from(self.limits.min_salt_bytes)
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
        let algorithm = PasswordAlgorithm::Sha256;
        Self { algorithm, iterations: algorithm.recommended_iterations(), min_salt_bytes: 16 }
    }
}

const MAX_ITERATIONS: u32 = 10_000_000;
