//! Valgrind's client requests, as `valgrind.h` and `memcheck.h` encode them for x86-64.
//!
//! Elsewhere than on x86-64, and outside Valgrind, they do nothing and answer 0.
#![allow(
    clippy::inline_always,
    reason = "a call would promise the compiler that what a shared reference points to stays"
)]

use std::hint::black_box;

/// Returns whether the program runs under Valgrind.
pub(crate) fn is_running() -> bool {
    request(RUNNING_ON_VALGRIND, 0, 0, 0) != 0
}

/// Poisons `value`: whatever branches on it, or indexes with it, is counted from now on.
#[inline(always)]
pub(crate) fn poison<T: ?Sized>(value: &T) {
    request(MAKE_MEM_UNDEFINED, address(value), size_of_val(value), 0);
    black_box(value);
}

/// Returns `value`, poisoned.
pub(crate) fn poisoned<T>(value: T) -> T {
    poison(&value);
    // Through memory, where the poison is, and not through a register that still holds the value.
    black_box(value)
}

/// Declares `value` public: the poison ends here.
#[inline(always)]
pub(crate) fn declassify<T: ?Sized>(value: &T) {
    request(MAKE_MEM_DEFINED, address(value), size_of_val(value), 0);
    black_box(value);
}

/// Returns how many uses of poisoned values `run` makes in a branch or an address.
pub(crate) fn uses(run: impl FnOnce()) -> usize {
    let before = request(COUNT_ERRORS, 0, 0, 0);
    run();
    request(COUNT_ERRORS, 0, 0, 0) - before
}

/// Returns whether any bit of `value` depends on a poisoned one.
pub(crate) fn is_poisoned<T: ?Sized>(value: &T) -> bool {
    let shadow = vec![0_u8; size_of_val(value)];
    request(GET_VBITS, address(value), address(&shadow[..]), shadow.len());
    // Valgrind wrote where the compiler saw no write.
    black_box(shadow).iter().any(|&bits| bits != 0)
}

fn address<T: ?Sized>(value: &T) -> usize {
    std::ptr::from_ref(value).cast::<u8>() as usize
}

#[cfg(target_arch = "x86_64")]
#[inline(never)]
fn request(number: usize, first: usize, second: usize, third: usize) -> usize {
    let arguments = [number, first, second, third, 0, 0];
    let mut answer = 0;
    // SAFETY: the four rotations add up to 128 bits and the exchange is with itself, so outside
    // Valgrind nothing changes; Valgrind reads `arguments` and writes `rdx`.
    unsafe {
        core::arch::asm!(
            "rol rdi, 3", "rol rdi, 13", "rol rdi, 61", "rol rdi, 51", "xchg rbx, rbx",
            inout("rdx") answer,
            in("rax") arguments.as_ptr(),
            options(nostack),
        );
    }
    answer
}

#[cfg(not(target_arch = "x86_64"))]
fn request(_number: usize, _first: usize, _second: usize, _third: usize) -> usize {
    0
}

const RUNNING_ON_VALGRIND: usize = 0x1001;
const COUNT_ERRORS: usize = 0x1201;
const MAKE_MEM_UNDEFINED: usize = 0x4d43_0001;
const MAKE_MEM_DEFINED: usize = 0x4d43_0002;
const GET_VBITS: usize = 0x4d43_0008;
