//! Stored passwords, and the rules for new ones.

use sceau::password::{
    self, AcceptLimits, PasswordAlgorithm, PasswordContext, PasswordError, PasswordOutcome,
    PasswordReason, RehashReason,
};

use crate::message::{Offset, export_names, export_words};

/// The hash under PBKDF2's HMAC.
#[uniffi::remote(Enum)]
pub enum PasswordAlgorithm {
    /// PBKDF2-HMAC-SHA-256.
    Sha256,
    /// PBKDF2-HMAC-SHA-512.
    Sha512,
}

/// What became of a password.
#[uniffi::remote(Enum)]
pub enum PasswordOutcome {
    /// The password is right.
    Match,
    /// The password is right, and its hash weaker than what is made today.
    MatchRehash {
        /// What is weaker.
        why: RehashReason,
    },
    /// The password is wrong.
    Mismatch,
}

/// In what a stored hash is weaker than the create policy.
#[uniffi::remote(Enum)]
pub enum RehashReason {
    /// Fewer iterations.
    Cost,
    /// A shorter salt.
    Salt,
    /// A shorter key.
    Key,
}

/// Why a password was neither right nor wrong.
#[uniffi::remote(Error)]
pub enum PasswordError {
    /// No password.
    Empty,
    /// More than 512 bytes once prepared.
    TooLong,
    /// Not UTF-8.
    InvalidUtf8 {
        /// Byte offset in the password.
        at: Offset,
    },
    /// A control character.
    Control {
        /// Byte offset in the password.
        at: Offset,
    },
    /// A character that cannot be normalized.
    Unnormalizable {
        /// Byte offset in the password.
        at: Offset,
    },
    /// A character that RFC 8265 bars.
    Disallowed {
        /// Byte offset in the password.
        at: Offset,
    },
    /// The salt has the wrong length.
    SaltLength,
    /// The stored hash is damaged, or of a format that is not read.
    Malformed,
    /// The stored hash names a scheme that is not read.
    UnsupportedScheme,
    /// The stored hash is weaker or costlier than the accept policy allows.
    OutsideAcceptPolicy,
    /// The iterations of a policy are out of range.
    Iterations,
}

/// A rule that a password breaks.
#[uniffi::remote(Enum)]
pub enum PasswordReason {
    /// Fewer characters than the profile asks for.
    TooShort,
    /// A character three times or more in a row.
    Repetition,
    /// Four or more letters or digits in order.
    Sequence,
    /// The user name is in it.
    UserName,
    /// It is an e-mail address.
    EmailAddress,
}

/// The numbers of an accept policy.
#[uniffi::remote(Record)]
pub struct AcceptLimits {
    /// The fewest iterations.
    pub min_iterations: u32,
    /// The most iterations.
    pub max_iterations: u32,
    /// The shortest salt in bytes.
    pub min_salt_bytes: u8,
}

export_words! {
    password_outcome_words(PasswordOutcome);
    rehash_reason_words(RehashReason);
    password_error_words(PasswordError);
    password_reason_words(PasswordReason);
}

export_names! { password_algorithm_name(PasswordAlgorithm); }

/// Returns the numbers of the default accept policy.
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

/// Which stored hashes may still log in.
#[derive(uniffi::Object)]
pub struct AcceptPolicy(password::AcceptPolicy);

#[uniffi::export]
impl AcceptPolicy {
    /// Checks the numbers of a policy.
    ///
    /// # Errors
    ///
    /// [`PasswordError::Iterations`] and [`PasswordError::SaltLength`].
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
pub struct CreatePolicy(password::CreatePolicy);

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

/// Hashes a new password with `salt`; returns the PHC string to store.
///
/// # Errors
///
/// The [`PasswordError`]s of the text and `SaltLength`.
#[uniffi::export]
pub fn password_hash(
    password: &[u8],
    salt: Vec<u8>,
    create: &CreatePolicy,
) -> Result<String, PasswordError> {
    password::hash(password, &salt, &create.0).map(|hash| hash.as_str().to_owned())
}

/// Verifies a password against a stored PHC string.
///
/// # Errors
///
/// The [`PasswordError`]s of the text and of the stored hash.
#[uniffi::export]
pub fn password_verify(
    password: &[u8],
    stored: Vec<u8>,
    accept: &AcceptPolicy,
    create: &CreatePolicy,
) -> Result<PasswordOutcome, PasswordError> {
    password::verify(password, &stored, &accept.0, &create.0)
}

/// Does the work of a verification for an account that does not exist.
///
/// # Errors
///
/// The [`PasswordError`]s of the text.
#[uniffi::export]
pub fn password_verify_absent(
    password: &[u8],
    create: &CreatePolicy,
) -> Result<PasswordOutcome, PasswordError> {
    password::verify_absent(password, &create.0)
}

/// A profile of rules for new passwords.
#[derive(Clone, Copy, uniffi::Enum)]
pub enum PasswordPolicy {
    /// SAG's rules.
    Sag2024,
}

/// Checks a password that a person chose against every rule of a profile.
///
/// # Errors
///
/// The [`PasswordError`]s of the text.
#[uniffi::export]
pub fn password_check(
    policy: PasswordPolicy,
    password: &[u8],
    user_name: &str,
) -> Result<Vec<PasswordReason>, PasswordError> {
    let policy = match policy {
        PasswordPolicy::Sag2024 => password::PasswordPolicy::SAG_2024,
    };
    let reasons = policy.check(password, &PasswordContext { user_name })?;
    Ok(reasons.iter().collect())
}
