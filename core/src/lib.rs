//! The verified core of signing in to a government service.
//!
//! No clock, no randomness, no storage, no heap, no globals and no `unsafe`: everything comes in as
//! an argument, and what to store goes out with the outcome. See `README.md` for how to read an
//! outcome and `SECURITY.md` for what is claimed and which command proves it.
#![no_std]
#![forbid(unsafe_code)]

#[cfg(test)]
extern crate std;

#[macro_use]
mod names;

pub mod code;
mod hex;
pub mod mac;
pub mod state;
pub mod text;
pub mod time;

pub mod challenge;
pub mod device;
pub mod otp;
pub mod password;
pub mod throttle;

pub mod identifier;
pub mod name;

pub mod identity;
pub mod message;

#[cfg(feature = "ct-exports")]
#[doc(hidden)]
pub mod ct;

#[cfg(feature = "scan-exports")]
#[doc(hidden)]
pub mod scan;

#[cfg(feature = "serde")]
mod serialize;
