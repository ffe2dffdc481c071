//! Stored passwords.

pub mod answer;
pub mod pepper;
pub mod policy;
pub mod reason;
pub mod stored;
pub mod verifier;
