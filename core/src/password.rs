//! Stored passwords: PBKDF2 as PHC strings, verified under two policies, and the rules for new ones.
//!
//! What may still log in (the accept policy) and what may be newly made (the create policy) are two
//! questions: a hash that is weak, old or odd is never silently a wrong password.

pub(crate) mod base64;
mod pbkdf2;
pub(crate) mod phc;
mod policy;
pub(crate) mod prepare;
mod rules;

use subtle::Choice;

use pbkdf2::{burn, ct_derive};
pub use phc::PasswordHash;
use phc::Stored;
pub use policy::{AcceptLimits, AcceptPolicy, CreatePolicy, PasswordAlgorithm};
use prepare::Prepared;
pub use rules::{PasswordContext, PasswordPolicy, PasswordReason, PasswordReasons};

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

/// In what a stored hash is weaker than the create policy. Different and stronger is no reason.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum RehashReason {
    /// Fewer iterations.
    Cost,
    /// A shorter salt than 16 bytes.
    Salt,
    /// A shorter key than the algorithm's digest.
    Key,
}

wire_names!(RehashReason { Cost => "cost", Salt => "salt", Key => "key" });

/// Why a password was neither right nor wrong.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum PasswordError {
    /// No password.
    Empty,
    /// More than 512 bytes once prepared; nothing is ever cut off.
    TooLong,
    /// Not UTF-8 from the byte `at` on.
    InvalidUtf8 {
        /// Byte offset in the password.
        at: usize,
    },
    /// A control character, NUL among them.
    Control {
        /// Byte offset in the password.
        at: usize,
    },
    /// A character that this build cannot normalize, so that two ways of typing it could differ; or
    /// more than 30 combining marks on one.
    Unnormalizable {
        /// Byte offset in the password.
        at: usize,
    },
    /// A character that RFC 8265 bars, anywhere or where it stands: one that cannot be seen, such as
    /// a soft hyphen; a middle dot that is not between two l.
    Disallowed {
        /// Byte offset in the password.
        at: usize,
    },
    /// The salt for a new hash is not 16 to 64 bytes.
    SaltLength,
    /// The stored hash is not a PHC string of PBKDF2: damaged, or of a format that is not read.
    Malformed,
    /// The stored hash names a scheme that is not read.
    UnsupportedScheme,
    /// The stored hash is well formed, and weaker or costlier than the accept policy allows. Run
    /// [`verify_absent`] before answering, and tell the person what to do.
    OutsideAcceptPolicy,
    /// The iterations of a policy are out of range.
    Iterations,
}

wire_names!(PasswordError {
    Empty => "password_empty",
    TooLong => "password_too_long",
    InvalidUtf8 { at: 0 } => "password_invalid_utf8",
    Control { at: 0 } => "password_control",
    Unnormalizable { at: 0 } => "password_unnormalizable",
    Disallowed { at: 0 } => "password_disallowed",
    SaltLength => "salt_length",
    Malformed => "hash_malformed",
    UnsupportedScheme => "hash_unsupported_scheme",
    OutsideAcceptPolicy => "hash_outside_accept_policy",
    Iterations => "iterations",
});
error_display!(PasswordError);

impl PasswordError {
    /// Returns the byte offset that the error carries, if it does.
    pub const fn at(&self) -> Option<usize> {
        match self {
            Self::InvalidUtf8 { at }
            | Self::Control { at }
            | Self::Unnormalizable { at }
            | Self::Disallowed { at } => Some(*at),
            _ => None,
        }
    }
}

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
    let mut prepared = Prepared::empty();
    prepared.fill(password)?;
    ct_hash(&prepared, salt, create)
}

/// Verifies a password against a stored PHC string.
///
/// A mismatch costs at least what the create policy costs, so that a cheap old hash does not tell
/// its account from others; a costlier hash, or one of the other algorithm, takes longer. Whatever
/// the error in the stored hash, run [`verify_absent`] before answering.
///
/// # Errors
///
/// The [`PasswordError`]s of the text, and `Malformed`, `UnsupportedScheme`, `OutsideAcceptPolicy`,
/// which are decided before any hashing.
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
    let mut prepared = Prepared::empty();
    prepared.fill(password)?;
    let (stored, canonical) = phc::ct_parse(stored)?;
    let canonical = bool::from(canonical);
    if !canonical {
        return Err(PasswordError::Malformed);
    }
    if !accept.accepts(&stored) {
        return Err(PasswordError::OutsideAcceptPolicy);
    }
    let right = bool::from(ct_matches(&prepared, &stored));
    if !right {
        burn(&prepared, create, create.iterations().saturating_sub(stored.cost_under(create)));
        return Ok(PasswordOutcome::Mismatch);
    }
    Ok(match stored.weakness(create) {
        Some(why) => PasswordOutcome::MatchRehash { why },
        None => PasswordOutcome::Match,
    })
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
    let mut prepared = Prepared::empty();
    prepared.fill(password)?;
    burn(&prepared, create, create.iterations());
    Ok(PasswordOutcome::Mismatch)
}

/// # Timing
///
/// Constant for one length of password and of salt, and one policy.
pub(crate) fn ct_hash(
    prepared: &Prepared,
    salt: &[u8],
    create: &CreatePolicy,
) -> Result<PasswordHash, PasswordError> {
    if !create.salt_bytes().contains(&salt.len()) {
        return Err(PasswordError::SaltLength);
    }
    let mut stored = Stored::new(create, salt)?;
    ct_derive(prepared, &mut stored);
    Ok(phc::write(&stored))
}

/// Returns whether the password yields the stored key.
///
/// # Timing
///
/// Constant for one length of password and one form of stored hash.
pub(crate) fn ct_matches(prepared: &Prepared, stored: &Stored) -> Choice {
    let mut derived = stored.without_key();
    ct_derive(prepared, &mut derived);
    derived.ct_same_key(stored)
}
