//! Times slices on demand: for every line of standard input, a stored hash, one line with the
//! nanoseconds that verifying it took.
//!
//! A process of its own, so that builds with different compiler options can run in turn.

use std::io::{self, Write};

use sceau_benches::pairs::time;
use sceau_benches::password::matches;

fn main() -> io::Result<()> {
    let mut out = io::stdout();
    for stored in io::stdin().lines() {
        let stored = stored?;
        let mut matched = false;
        let elapsed = time(|| matched = matches(&stored));
        if !matched {
            return Err(io::Error::other("not the hash of this password"));
        }
        writeln!(out, "{}", elapsed.as_nanos())?;
        out.flush()?;
    }
    Ok(())
}
