//! Stored passwords, and the rules for new ones.

pub mod pepper;
pub mod policy;
pub mod reason;
pub mod stored;
pub mod verifier;

use sceau::password::{self, PasswordContext, PasswordError, PasswordReason};

use crate::message::export_words;

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

export_words! { password_reason_words(PasswordReason); }

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
