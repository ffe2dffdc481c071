//! The rules for new passwords over a text of any length, for the gate that counts instructions.
//!
//! Only with the feature `scan-exports`, and no part of the interface: [`PasswordPolicy::check`]
//! bounds the text first.

use crate::password::{PasswordContext, PasswordPolicy, PasswordReasons};

/// Goes over a text as [`PasswordPolicy::check`] does, whatever its length.
#[inline(never)]
pub fn scan(policy: &PasswordPolicy, text: &str, context: &PasswordContext<'_>) -> PasswordReasons {
    policy.scan(text, text.chars().count(), context)
}
