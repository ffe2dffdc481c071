//! Stored passwords: PBKDF2 as PHC strings, verified under two policies, and the rules for new ones.
//!
//! What may still log in (the accept policy) and what may be newly made (the create policy) are two
//! questions: a hash that is weak, old or odd is never silently a wrong password. Hashes of other
//! systems are read, each format switched on by name in the accept policy, and never written.

mod answer;
#[cfg(feature = "argon2")]
mod argon2;
pub(crate) mod base64;
mod calibrate;
mod derive;
mod digest;
mod encoding;
mod error;
mod format;
#[cfg(feature = "legacy")]
mod legacy;
mod pepper;
mod phc;
mod policy;
pub(crate) mod prepare;
pub(crate) mod reading;
mod rules;
mod stored;
mod texts;
mod verifier;

pub use answer::{check_answer, hash_answer, verify_answer, verify_answer_absent};
#[cfg(feature = "argon2")]
pub use argon2::Argon2Block;
use derive::Derivation;
pub use digest::PasswordDigest;
pub use error::PasswordError;
pub use format::{StoredFormat, StoredFormats};
#[cfg(feature = "legacy")]
pub use legacy::{SpringParameters, StoredParts};
pub use pepper::{Pepper, Peppers};
pub use phc::PasswordHash;
pub use policy::{
    AcceptLimits, AcceptPolicy, Argon2Limits, CreatePolicy, IterationRange, PasswordAlgorithm,
};
use prepare::Prepared;
pub use rules::{
    PasswordContext, PasswordFinding, PasswordPolicy, PasswordPolicyError, PasswordProfile,
    PasswordReason, PasswordReasons, PasswordRules,
};
pub use stored::StoredPassword;
pub use verifier::{Progress, Verifier};

/// Whether hashes of Argon2id can be verified (the feature `argon2`).
pub const ARGON2: bool = cfg!(feature = "argon2");

/// What became of a password.
#[must_use]
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum PasswordOutcome {
    /// The password is right.
    Match,
    /// The password is right, and its hash weaker than what is made today: hash it again and store
    /// that.
    MatchRehash {
        /// What is weaker.
        why: RehashReason,
    },
    /// The password is wrong.
    Mismatch,
}

wire_names!(PasswordOutcome {
    Match => "match",
    MatchRehash { why: RehashReason::Cost } => "match_rehash",
    Mismatch => "mismatch",
});

/// Why a hash is to be made again. Different and stronger is no reason.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum RehashReason {
    /// Fewer iterations.
    Cost,
    /// A shorter salt than 16 bytes.
    Salt,
    /// A shorter key than the algorithm's digest.
    Key,
    /// A format of another system.
    Format,
    /// A format of another system, and a text that was hashed as it was typed, not normalized: typed
    /// elsewhere it may be another one.
    Text,
    /// No pepper, or one that is retired.
    Pepper,
}

wire_names!(RehashReason {
    Cost => "cost",
    Salt => "salt",
    Key => "key",
    Format => "format",
    Text => "text",
    Pepper => "pepper",
});

/// Hashes a new password with `salt`, 16 to 64 bytes of the system's generator.
///
/// `password` is UTF-8 of at most 512 bytes; it is prepared as RFC 8265's `OpaqueString`.
///
/// # Errors
///
/// The [`PasswordError`]s of the text (`Empty` to `Disallowed`) and `SaltLength`.
///
/// # Timing
///
/// Preparation depends on the text; hashing on its length beyond 64 or 128 bytes only, and on the
/// policy.
///
/// # Example
///
/// ```
/// use sceau::password::{AcceptPolicy, CreatePolicy, PasswordOutcome, hash, verify};
///
/// let (accept, create) = (AcceptPolicy::default(), CreatePolicy::default());
/// let stored = hash("Érable-à-sucre".as_bytes(), &[7; 16], &create)?;
/// let outcome = verify("Érable-à-sucre".as_bytes(), stored.as_bytes(), &accept, &create)?;
/// assert_eq!(outcome, PasswordOutcome::Match);
/// # Ok::<(), sceau::password::PasswordError>(())
/// ```
pub fn hash(
    password: &[u8],
    salt: &[u8],
    create: &CreatePolicy,
) -> Result<PasswordHash, PasswordError> {
    hash_peppered(password, salt, create, &Peppers::NONE)
}

/// Hashes a new password as [`hash`] does, with the current one of `peppers`.
///
/// # Errors
///
/// As [`hash`].
///
/// # Timing
///
/// As [`hash`].
pub fn hash_peppered(
    password: &[u8],
    salt: &[u8],
    create: &CreatePolicy,
    peppers: &Peppers<'_>,
) -> Result<PasswordHash, PasswordError> {
    let mut prepared = Prepared::empty();
    prepared.fill(password)?;
    ct_hash(&prepared, salt, create, peppers)
}

/// Verifies a password against a stored string that says itself how it was made.
///
/// A mismatch costs at least what the create policy costs, so that a cheap old hash does not tell
/// its account from others; a costlier hash, or one of the other algorithm, takes longer. Whatever
/// the error in the stored hash, run [`verify_absent`] before answering.
///
/// # Errors
///
/// The [`PasswordError`]s of the text; those of [`StoredPassword::parse`] and
/// `OutsideAcceptPolicy`, which are decided before any hashing; `UnknownPepper`, if the hash has a
/// pepper; `Memory`, if it is of Argon2id ([`Verifier`] is given some).
///
/// # Timing
///
/// Preparation depends on the text, parsing on the form of `stored`; deriving and comparing on
/// neither the password nor the stored key.
pub fn verify(
    password: &[u8],
    stored: &[u8],
    accept: &AcceptPolicy,
    create: &CreatePolicy,
) -> Result<PasswordOutcome, PasswordError> {
    verify_peppered(password, stored, accept, create, &Peppers::NONE)
}

/// Verifies a password as [`verify`] does, against a hash that may have one of `peppers`.
///
/// # Errors
///
/// As [`verify`]; `UnknownPepper`, if the hash names none of them.
///
/// # Timing
///
/// As [`verify`].
pub fn verify_peppered(
    password: &[u8],
    stored: &[u8],
    accept: &AcceptPolicy,
    create: &CreatePolicy,
    peppers: &Peppers<'_>,
) -> Result<PasswordOutcome, PasswordError> {
    let mut verifier = Verifier::new(create);
    verifier.read(stored).map_err(|reason| Prepared::blame(password, reason))?;
    verifier.take_password(password, accept, create, peppers, &mut [])?;
    Ok(verifier.run_on())
}

/// Does the work of a [`verify`] for an account that does not exist; the outcome is `Mismatch`.
///
/// # Errors
///
/// The [`PasswordError`]s of the text, as for an account that exists.
///
/// # Timing
///
/// As [`verify`] with a hash that the create policy made.
pub fn verify_absent(
    password: &[u8],
    create: &CreatePolicy,
) -> Result<PasswordOutcome, PasswordError> {
    let mut verifier = Verifier::new(create);
    verifier.take_absent_password(password)?;
    Ok(verifier.run_on())
}

/// # Timing
///
/// Constant for one length of password and of salt, and one policy.
pub(crate) fn ct_hash(
    prepared: &Prepared,
    salt: &[u8],
    create: &CreatePolicy,
    peppers: &Peppers<'_>,
) -> Result<PasswordHash, PasswordError> {
    if !create.salt_bytes().contains(&salt.len()) {
        return Err(PasswordError::SaltLength);
    }
    let mut stored = StoredPassword::new(create, salt);
    stored.key_id = peppers.current().map(Pepper::id);
    let (digest, iterations) = (create.algorithm().digest(), create.iterations());
    let text = prepared.as_bytes();
    let derivation = Derivation::ct_peppered(peppers.current(), digest, iterations, text);
    let key = stored.key.bytes.get_mut(..stored.key.length).unwrap_or_default();
    derivation.ct_fill(stored.salt.as_bytes(), key);
    Ok(phc::write(create.algorithm(), &stored))
}

/// Returns whether the password yields the stored key: what a [`Verifier`] compares, in one go.
///
/// # Timing
///
/// Constant for one length of password and one form of stored hash.
#[cfg(feature = "ct-exports")]
pub(crate) fn ct_matches(password: &[u8], stored: &StoredPassword) -> subtle::Choice {
    let mut derived = [0; stored::MAX_KEY];
    if let stored::Recipe::Pbkdf2 { digest, iterations } = stored.recipe {
        let key = derived.get_mut(..stored.key.length).unwrap_or_default();
        Derivation::ct_new(digest, iterations, password).ct_fill(stored.salt.as_bytes(), key);
    } else {
        // Without memory it is no Argon2id, which is outside the claim.
        let _digest = stored.ct_derive_at_once(password, &mut derived, &mut []);
    }
    stored.ct_same_key(&derived)
}
