//! The C interface of Sceau. Every function borrows, calls the core, and writes; it decides
//! nothing.
//!
//! The contract is said once, at the top of `include/sceau.h`, which is generated from these files.
#![no_std]
// C has no default arguments, and a buffer is two of them.
#![allow(clippy::too_many_arguments)]

#[cfg(feature = "unicode")]
extern crate std;
#[cfg(all(feature = "unicode", feature = "prove-no-panic"))]
compile_error!("what needs a heap lies outside the proof");

#[macro_use]
mod numbers;
pub mod memory;
pub mod status;

pub mod challenge;
pub mod code;
pub mod device;
pub mod hotp;
pub mod identifier;
pub mod identity;
pub mod key;
pub mod limits;
pub mod message;
pub mod name;
pub mod otp_text;
pub mod parse;
pub mod password;
pub mod prepared;
pub mod recovery;
pub mod rules;
pub mod throttle;
pub mod time;
pub mod totp;

/// Never runs: that no panic is reachable is proved at link time (`tests/nopanic`).
#[cfg(not(feature = "unicode"))]
#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    #[cfg(feature = "prove-no-panic")]
    {
        unsafe extern "C" {
            fn sceau_a_panic_is_reachable() -> !;
        }
        // SAFETY: nobody defines it, so what calls it does not link.
        unsafe { sceau_a_panic_is_reachable() }
    }
    #[cfg(all(not(feature = "prove-no-panic"), not(target_os = "none")))]
    {
        unsafe extern "C" {
            fn abort() -> !;
        }
        // SAFETY: C's `abort` takes nothing and does not return.
        unsafe { abort() }
    }
    #[cfg(all(not(feature = "prove-no-panic"), target_os = "none"))]
    loop {
        core::hint::spin_loop();
    }
}

/// Reads the byte at `index`, and panics behind the end: what the proof must catch.
///
/// cbindgen:ignore
///
/// # Safety
///
/// `bytes` points to `length` bytes.
#[cfg(feature = "planted-panic")]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_planted_panic(bytes: *const u8, length: usize, index: usize) -> u32 {
    // SAFETY: the caller vouches for the pointer.
    let bytes = unsafe { memory::bytes(bytes, length) }.unwrap_or_default();
    #[expect(clippy::indexing_slicing, reason = "the panic that is planted")]
    u32::from(bytes[index])
}
