//! What may still log in, and what may be newly made.

use std::time::Duration;

use sceau::password::{
    self, AcceptLimits, Argon2Limits, IterationRange, PasswordAlgorithm, PasswordDigest,
    PasswordError, StoredFormat, StoredFormats,
};

use crate::message::export_names;

/// The hash under PBKDF2's HMAC of a new hash.
#[uniffi::remote(Enum)]
pub enum PasswordAlgorithm {
    /// PBKDF2-HMAC-SHA-256.
    Sha256,
    /// PBKDF2-HMAC-SHA-512.
    Sha512,
}

/// A hash function under a stored password.
#[uniffi::remote(Enum)]
pub enum PasswordDigest {
    /// SHA-1.
    Sha1,
    /// SHA-256.
    Sha256,
    /// SHA-512.
    Sha512,
}

/// A format of stored hashes.
#[uniffi::remote(Enum)]
pub enum StoredFormat {
    /// PHC strings of PBKDF2.
    Phc,
    /// Django's PBKDF2.
    Django,
    /// Django's oldest.
    DjangoSha1,
    /// passlib's and libpass's PBKDF2.
    Passlib,
    /// Werkzeug's PBKDF2.
    Werkzeug,
    /// LDAP's PBKDF2.
    LdapPbkdf2,
    /// LDAP's salted digests.
    LdapSalted,
    /// ASP.NET Identity, version 2.
    AspNetV2,
    /// ASP.NET Identity, version 3.
    AspNetV3,
    /// Spring Security's `Pbkdf2PasswordEncoder`.
    Spring,
    /// Keycloak's two JSON values.
    Keycloak,
    /// PHC strings of Argon2id.
    Argon2id,
}

uniffi::custom_type!(StoredFormats, Vec<StoredFormat>, {
    remote,
    lower: |formats| formats.iter().collect(),
    try_lift: |formats| Ok(formats.into_iter().collect()),
});

/// From how many iterations to how many.
#[uniffi::remote(Record)]
pub struct IterationRange {
    /// The fewest iterations.
    pub min: u32,
    /// The most iterations.
    pub max: u32,
}

/// The most that an Argon2id hash may ask for.
#[uniffi::remote(Record)]
pub struct Argon2Limits {
    /// The most working memory in KiB.
    pub max_memory_kib: u32,
    /// The most passes.
    pub max_passes: u32,
    /// The most lanes.
    pub max_lanes: u32,
}

/// The rules of an accept policy.
#[uniffi::remote(Record)]
pub struct AcceptLimits {
    /// The formats that are accepted.
    pub formats: StoredFormats,
    /// The iterations of PBKDF2-HMAC-SHA-1.
    pub sha1: IterationRange,
    /// The iterations of PBKDF2-HMAC-SHA-256.
    pub sha256: IterationRange,
    /// The iterations of PBKDF2-HMAC-SHA-512.
    pub sha512: IterationRange,
    /// The shortest salt in bytes.
    pub min_salt_bytes: u8,
    /// The shortest key in bytes.
    pub min_key_bytes: u8,
    /// The most that Argon2id may ask for.
    pub argon2: Argon2Limits,
    /// Whether a hash without a pepper is refused.
    pub require_pepper: bool,
}

export_names! {
    password_algorithm_name(PasswordAlgorithm);
    password_digest_name(PasswordDigest);
    stored_format_name(StoredFormat);
}

/// Returns the rules of the default accept policy.
#[uniffi::export]
#[must_use]
pub fn accept_limits_default() -> AcceptLimits {
    AcceptLimits::default()
}

/// Returns the iterations that are recommended for an algorithm.
#[uniffi::export]
#[must_use]
pub fn recommended_iterations(algorithm: PasswordAlgorithm) -> u32 {
    algorithm.recommended_iterations()
}

/// Returns how many iterations last `target_ns` on a machine where `done` of them took `taken_ns`.
#[uniffi::export]
#[must_use]
pub fn calibrated_iterations(
    algorithm: PasswordAlgorithm,
    done: u32,
    taken_ns: u64,
    target_ns: u64,
) -> u32 {
    let (taken, target) = (Duration::from_nanos(taken_ns), Duration::from_nanos(target_ns));
    algorithm.calibrated_iterations(done, taken, target)
}

/// Which stored hashes may still log in.
#[derive(uniffi::Object)]
pub struct AcceptPolicy(pub(super) password::AcceptPolicy);

#[uniffi::export]
impl AcceptPolicy {
    /// Checks the rules of a policy.
    ///
    /// # Errors
    ///
    /// [`PasswordError::Iterations`], [`PasswordError::SaltLength`], [`PasswordError::KeyLength`]
    /// and [`PasswordError::Argon2Limits`].
    #[uniffi::constructor]
    pub fn new(limits: AcceptLimits) -> Result<Self, PasswordError> {
        password::AcceptPolicy::new(limits).map(Self)
    }

    /// Takes any numbers.
    #[uniffi::constructor]
    #[must_use]
    pub fn unchecked_policy(limits: AcceptLimits) -> Self {
        Self(password::AcceptPolicy::unchecked_policy(limits))
    }
}

/// How a new password is hashed.
#[derive(uniffi::Object)]
pub struct CreatePolicy(pub(super) password::CreatePolicy);

#[uniffi::export]
impl CreatePolicy {
    /// Sets the algorithm and its iterations.
    ///
    /// # Errors
    ///
    /// [`PasswordError::Iterations`].
    #[uniffi::constructor]
    pub fn new(algorithm: PasswordAlgorithm, iterations: u32) -> Result<Self, PasswordError> {
        password::CreatePolicy::new(algorithm, iterations).map(Self)
    }

    /// Sets any number of iterations.
    #[uniffi::constructor]
    #[must_use]
    pub fn unchecked_policy(algorithm: PasswordAlgorithm, iterations: u32) -> Self {
        Self(password::CreatePolicy::unchecked_policy(algorithm, iterations))
    }
}
