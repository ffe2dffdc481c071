//! How many instructions a call takes: QEMU's `-icount shift=0` runs one in a nanosecond.

/// Returns how many instructions `call` takes, to the nearest 40: at most 600 million.
pub fn instructions(call: impl FnOnce()) -> u32 {
    // SAFETY: the system timer is this function's alone; no interrupt is on.
    unsafe {
        RELOAD.write_volatile(LONGEST);
        CURRENT.write_volatile(0);
        CONTROL.write_volatile(ENABLED | PROCESSOR_CLOCK);
    }
    let start = now();
    call();
    start.wrapping_sub(now()) % (LONGEST + 1) * INSTRUCTIONS_PER_TICK
}

/// The timer counts down.
fn now() -> u32 {
    // SAFETY: reads the system timer.
    unsafe { CURRENT.read_volatile() }
}

// Arm v7-M Architecture Reference Manual, B3.3.
const CONTROL: *mut u32 = 0xe000_e010 as *mut u32;
const RELOAD: *mut u32 = 0xe000_e014 as *mut u32;
const CURRENT: *mut u32 = 0xe000_e018 as *mut u32;
const ENABLED: u32 = 1;
const PROCESSOR_CLOCK: u32 = 4;
const LONGEST: u32 = 0x00ff_ffff;
/// The board's processor clock is 25 MHz.
const INSTRUCTIONS_PER_TICK: u32 = 40;
