//! The laws: what holds for every input, whatever the numbers come to.
//!
//! A law takes arbitrary bytes and panics where it does not hold. The fuzz targets call the same
//! functions as the replay on stable (`tests/properties.rs`), which also runs each law on a subject
//! with a planted bug, and demands that it panics. So most laws take what they judge as an argument;
//! the function named `law` in each family judges the core.
#![allow(
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    reason = "a law panics where it does not hold"
)]

pub mod answer;
pub mod challenge;
pub mod device;
pub mod identifier;
pub mod identifier_typing;
pub mod identity;
mod input;
pub mod name;
pub mod otp;
pub mod otp_text;
pub mod password;
pub mod password_rules;
pub mod password_stored;
pub mod recovery;
pub mod throttle;

pub use input::Input;

/// A law over arbitrary bytes.
pub type Law = fn(&[u8]);

/// Every law of the core, by the name of its fuzz target.
pub const ALL: &[(&str, Law)] = &[
    ("challenge", challenge::law),
    ("device", device::law),
    ("identifier", identifier::law),
    ("identifier_typing", identifier_typing::law),
    ("identity", identity::law),
    ("name", name::law),
    ("otp_text", otp_text::law),
    ("otp_verify", otp::law),
    ("password_answer", answer::law),
    ("password_policy", password_rules::law),
    ("password_stored", password_stored::law),
    ("password_verify", password::law),
    ("recovery", recovery::law),
    ("throttle", throttle::law),
];

/// Asserts that an offset lies within the text, at the beginning of a character or at the end.
fn assert_offset(text: &str, at: usize) {
    assert!(text.is_char_boundary(at), "the offset {at} is no boundary of {} bytes", text.len());
}
