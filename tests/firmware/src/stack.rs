//! How deep a call reaches into the stack.

use core::arch::asm;

unsafe extern "C" {
    static _stack_bottom: u32;
}

/// Returns the answer of `call`, and how many bytes of stack it used at most: its own frame and
/// those below it. The caller's frame, and what it holds, are not counted.
#[inline(never)]
pub fn depth<A, R>(call: fn(&A) -> R, argument: &A) -> (R, usize) {
    let bottom = (&raw const _stack_bottom) as usize;
    let top: usize;
    // SAFETY: reads the stack pointer.
    unsafe { asm!("mov {}, sp", out(reg) top, options(nomem, nostack, preserves_flags)) };
    let mut at = bottom;
    while at < top {
        // SAFETY: below the stack pointer nothing is in use, and this loop calls nothing.
        unsafe { (at as *mut u32).write_volatile(PAINT) };
        at += 4;
    }
    let answer = call(argument);
    at = bottom;
    // SAFETY: from the bottom of the stack to this frame, all of it is memory.
    while at < top && unsafe { (at as *const u32).read_volatile() } == PAINT {
        at += 4;
    }
    (answer, top - at)
}

const PAINT: u32 = 0xcccc_cccc;
