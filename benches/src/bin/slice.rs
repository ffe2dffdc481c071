//! Times slices on demand: for every line of standard input, the name of a digest, one line with the
//! nanoseconds that a slice of PBKDF2 took.
//!
//! A process of its own, so that builds with different compiler options can run in turn.

use std::io::{self, Write};

use sceau_benches::pairs::time;
use sceau_benches::password::{Digest, derive};

fn main() -> io::Result<()> {
    let mut out = io::stdout();
    for line in io::stdin().lines() {
        let line = line?;
        let digest = Digest::ALL.into_iter().find(|digest| digest.name() == line);
        let digest = digest.ok_or_else(|| io::Error::other("no such digest"))?;
        writeln!(out, "{}", time(|| derive(digest)).as_nanos())?;
        out.flush()?;
    }
    Ok(())
}
