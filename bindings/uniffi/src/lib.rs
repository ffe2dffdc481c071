//! The shell that Kotlin and Swift call: the core's API, said once more for `uniffi`.
//!
//! It decides nothing: a function borrows what came, calls the core, and passes on what the core
//! says. The sources generated from it are internal to the Kotlin and Swift packages; what their
//! developers see is the façade written by hand in `kotlin/` and `swift/`.

uniffi::setup_scaffolding!();

mod memory;
pub mod time;
