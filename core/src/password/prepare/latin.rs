//! What RFC 8264 bars among the characters that the core's own tables can normalize.

use core::iter::{Empty, once};

use heapless::String;

use super::{MAX_BYTES, Repertoire};
use crate::text::{self, Clusters, TextError};

/// Latin, and what normalization leaves alone beside it.
pub(super) struct Latin;

impl Repertoire for Latin {
    fn normalize(typed: &str, prepared: &mut String<MAX_BYTES>) -> Result<(), TextError> {
        text::opaque_latin(typed, prepared)
    }

    fn bases(c: char) -> impl Iterator<Item = char> {
        Clusters::new(once((0, c))).filter_map(|cluster| cluster.ok()?.base)
    }

    /// None: what is no letter with a key may be one of any script.
    fn fold_case(_: char) -> Option<impl Iterator<Item = char>> {
        None::<Empty<char>>
    }

    /// A soft hyphen, or a middle dot that is not between two l.
    fn barred(typed: &str, prepared: &str) -> Option<usize> {
        let hyphen = typed.find(SOFT_HYPHEN);
        let dot = stray_dot(typed, prepared);
        hyphen.into_iter().chain(dot).min()
    }
}

/// Returns where a middle dot was typed that is not between two l (RFC 5892, appendix A.3).
fn stray_dot(typed: &str, prepared: &str) -> Option<usize> {
    // Preparation neither makes nor takes one: the first here is the first there.
    let mut dots = typed.char_indices().filter(|&(_, character)| character == MIDDLE_DOT);
    let mut characters = prepared.chars().peekable();
    let mut before = None;
    while let Some(character) = characters.next() {
        if character == MIDDLE_DOT {
            let (at, _) = dots.next()?;
            if before != Some('l') || characters.peek() != Some(&'l') {
                return Some(at);
            }
        }
        before = Some(character);
    }
    None
}

/// The one ignorable character (RFC 8264 §9.13) that normalization leaves alone here.
const SOFT_HYPHEN: char = '\u{ad}';
/// The one character here for which RFC 8264 (§9.6) asks for a context.
const MIDDLE_DOT: char = '\u{b7}';
