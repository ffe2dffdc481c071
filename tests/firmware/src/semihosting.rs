//! Semihosting (Arm's specification, 2.0): what the program says, and how it ended, to QEMU.

use core::arch::asm;
use core::fmt;

/// Ends the program; QEMU's exit status is 0 if it is `well`, and 1 if not.
pub fn exit(well: bool) -> ! {
    let reason = if well { APPLICATION_EXIT } else { RUN_TIME_ERROR };
    loop {
        call(SYS_EXIT, reason);
    }
}

/// What the host shows.
pub struct Console;

impl fmt::Write for Console {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for byte in text.bytes() {
            call(SYS_WRITEC, (&raw const byte) as usize);
        }
        Ok(())
    }
}

/// Writes a line to the host.
#[macro_export]
macro_rules! say {
    ($($text:tt)*) => {{
        let _always_written = core::fmt::Write::write_fmt(
            &mut $crate::semihosting::Console,
            format_args!("{}\n", format_args!($($text)*)),
        );
    }};
}

fn call(operation: usize, argument: usize) {
    // SAFETY: the host reads at most the byte that the argument points to, and changes only r0.
    unsafe {
        asm!("bkpt #0xab", inout("r0") operation => _, in("r1") argument, options(nostack));
    }
}

const SYS_WRITEC: usize = 0x03;
const SYS_EXIT: usize = 0x18;
const APPLICATION_EXIT: usize = 0x2_0026;
const RUN_TIME_ERROR: usize = 0x2_0023;
