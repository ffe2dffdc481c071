//! The shell that Kotlin and Swift call: the core's API, said once more for `uniffi`.
//!
//! It decides nothing: a function borrows what came, calls the core, and passes on what the core
//! says. The mirrors of the core's enums and records do not compile when they drift. The sources
//! generated from it are internal to the Kotlin and Swift packages; what their developers see is
//! the façade written by hand in `kotlin/` and `swift/`.
// What crosses the border arrives owned, whatever a function does with it.
#![allow(clippy::needless_pass_by_value)]

uniffi::setup_scaffolding!();

pub mod message;
pub mod time;

pub mod code;
pub mod key;
pub mod state;

pub mod challenge;
pub mod device;
pub mod otp;
pub mod otp_uri;
pub mod password;
pub mod password_rules;
pub mod recovery;
pub mod throttle;

pub mod identifier;
pub mod name;

pub mod identity;

mod memory;
