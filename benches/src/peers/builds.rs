//! The same code in another build: the trap of SHA-NI and AVX-512 (LLVM issue 142368).

use std::error::Error;
use std::io::{self, BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::Duration;

use sceau_benches::pairs::{Plan, compare as compare_pairs};
use sceau_benches::password::Digest;

use crate::table;

/// Compares the program `slice` of other builds with the first one's.
///
/// `arguments` are a name and a program for each build, the default build first.
pub(crate) fn compare(arguments: &[String]) -> Result<(), Box<dyn Error>> {
    let mut builds = arguments.chunks_exact(2);
    let Some([_, default]) = builds.next() else { return Ok(()) };
    let mut default = Slice::start(default)?;
    for build in builds {
        let [name, program] = build else { continue };
        let mut other = Slice::start(program)?;
        for digest in Digest::ALL {
            let run = |slice: &mut Slice| slice.time(digest);
            let found = compare_pairs(Plan::FIVE, || run(&mut other), || run(&mut default))?;
            let work = format!("PBKDF2-{}", digest.name());
            if let Some(found) = found {
                table::row(&work, &format!("default; ours {name}"), &found);
            }
        }
    }
    Ok(())
}

/// A running `slice`, which ends when its input does.
struct Slice {
    child: Child,
    input: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
}

impl Slice {
    fn start(program: &str) -> io::Result<Self> {
        let mut child =
            Command::new(program).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        let gone = || io::Error::other("no pipe");
        let input = Some(child.stdin.take().ok_or_else(gone)?);
        let output = BufReader::new(child.stdout.take().ok_or_else(gone)?);
        Ok(Self { child, input, output })
    }

    fn time(&mut self, digest: Digest) -> io::Result<Duration> {
        let input = self.input.as_mut().ok_or_else(|| io::Error::other("closed"))?;
        writeln!(input, "{}", digest.name())?;
        let mut answer = String::new();
        self.output.read_line(&mut answer)?;
        answer.trim().parse().map(Duration::from_nanos).map_err(io::Error::other)
    }
}

impl Drop for Slice {
    fn drop(&mut self) {
        self.input = None;
        let _ = self.child.wait();
    }
}
