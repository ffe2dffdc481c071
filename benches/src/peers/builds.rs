//! The same code in another build: the trap of SHA-NI and AVX (LLVM issue 142368).

use std::error::Error;
use std::io::{self, BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::Duration;

use sceau_benches::pairs::{Plan, compare as compare_pairs};

use crate::{password, table};

/// Compares the program `slice` of other builds with the first one's.
///
/// `arguments` are a name and a program for each build, the default build first.
pub(crate) fn compare(arguments: &[String]) -> Result<(), Box<dyn Error>> {
    let mut builds = arguments.chunks_exact(2);
    let Some([_, default]) = builds.next() else { return Ok(()) };
    let mut default = Slice::start(default)?;
    let stored = password::stored()?;
    for build in builds {
        let [name, program] = build else { continue };
        let mut other = Slice::start(program)?;
        for (digest, stored) in &stored {
            let work = password::work(*digest);
            let run = |slice: &mut Slice| slice.time(stored);
            match compare_pairs(Plan::FIVE, || run(&mut other), || run(&mut default)) {
                Ok(Some(found)) => table::row(&work, &format!("built for {name}: default"), &found),
                Ok(None) => {}
                Err(_) => println!("{work:<15} built for {name}: does not run on this processor"),
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

    fn time(&mut self, stored: &str) -> io::Result<Duration> {
        let input = self.input.as_mut().ok_or_else(|| io::Error::other("closed"))?;
        writeln!(input, "{stored}")?;
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
