//! Why a password was neither right nor wrong.

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
    /// The salt for a new hash is not 16 to 64 bytes; or a policy wants one of less than 8.
    SaltLength,
    /// The stored hash has the form of no format that is read: damaged, or something else.
    Malformed,
    /// The stored hash names a scheme that is not read, or not by this build.
    UnsupportedScheme,
    /// The stored hash is well formed, and weaker or costlier than the accept policy allows, of a
    /// format that it does not name, or without the pepper that it requires. Run
    /// [`super::verify_absent`] before answering, and tell the person what to do.
    OutsideAcceptPolicy,
    /// The iterations of a policy are out of range.
    Iterations,
    /// The stored hash is longer than any that is read.
    HashTooLong,
    /// A number in the stored hash is zero, has a sign or leading zeros, or is 2³² or more.
    HashNumber,
    /// The stored hash has a field or parameter too many.
    HashExtraField,
    /// A part of the stored hash has padding where its format has none, or the other way round.
    HashPadding,
    /// A part of the stored hash is not in its encoding, base64 or hexadecimal, or not in the one
    /// canonical way.
    HashEncoding,
    /// The salt or key in the stored hash has a length that is not read: salts have 1 to 128 bytes,
    /// keys 16 to 64.
    HashPartLength,
    /// The stored hash names a pepper that was not given.
    UnknownPepper,
    /// Verifying the stored hash takes working memory that was not given, or not enough of it.
    Memory,
    /// The shortest key of a policy is less than 16 bytes.
    KeyLength,
    /// The bounds on Argon2's memory, passes or lanes are out of range.
    Argon2Limits,
    /// The verification is not at its end: go on with [`super::Verifier::step`].
    Unfinished,
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
    HashTooLong => "hash_too_long",
    HashNumber => "hash_number",
    HashExtraField => "hash_extra_field",
    HashPadding => "hash_padding",
    HashEncoding => "hash_encoding",
    HashPartLength => "hash_part_length",
    UnknownPepper => "unknown_pepper",
    Memory => "memory",
    KeyLength => "key_length",
    Argon2Limits => "argon2_limits",
    Unfinished => "unfinished",
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
