//! What became of a password, and why it was neither right nor wrong.

use sceau::password::{PasswordError, PasswordOutcome, RehashReason};

use crate::message::{Offset, export_words};

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

/// Why a hash is to be made again.
#[uniffi::remote(Enum)]
pub enum RehashReason {
    /// Fewer iterations.
    Cost,
    /// A shorter salt.
    Salt,
    /// A shorter key.
    Key,
    /// A format of another system.
    Format,
    /// A format of another system, and a text that is not normalized.
    Text,
    /// No pepper, or one that is retired.
    Pepper,
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
    /// The salt has the wrong length, or a policy wants too short a one.
    SaltLength,
    /// The stored hash has the form of no format that is read.
    Malformed,
    /// The stored hash names a scheme that is not read.
    UnsupportedScheme,
    /// The stored hash is outside what the accept policy allows.
    OutsideAcceptPolicy,
    /// The iterations of a policy are out of range.
    Iterations,
    /// The stored hash is longer than any that is read.
    HashTooLong,
    /// A number in the stored hash is not written as it should be.
    HashNumber,
    /// The stored hash has a field too many.
    HashExtraField,
    /// Padding is missing, or stands where there is none.
    HashPadding,
    /// A part of the stored hash is not in its encoding.
    HashEncoding,
    /// The salt or key in the stored hash has a length that is not read.
    HashPartLength,
    /// The stored hash names a pepper that was not given.
    UnknownPepper,
    /// There is no working memory to verify the stored hash.
    Memory,
    /// The shortest key of a policy is too short.
    KeyLength,
    /// The bounds on Argon2 are out of range.
    Argon2Limits,
    /// The verification is not at its end.
    Unfinished,
}

export_words! {
    password_outcome_words(PasswordOutcome);
    rehash_reason_words(RehashReason);
    password_error_words(PasswordError);
}
