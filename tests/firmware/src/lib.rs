//! What a program needs on a bare Cortex-M4: a start, an end, a voice, and a measure of the stack.

#![no_std]

pub mod cases;
pub mod clock;
pub mod semihosting;
pub mod stack;



// The vector table: the initial stack pointer, the entry, and faults for all that is not expected.
core::arch::global_asm!(
    ".section .vectors, \"a\"",
    ".word _stack_top",
    ".word reset",
    ".rept 14",
    ".word fault",
    ".endr",
);

/// Whatever faults, or overflows the stack, ends the program as a failure.
#[unsafe(no_mangle)]
extern "C" fn fault() -> ! {
    semihosting::exit(false)
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    fault()
}
