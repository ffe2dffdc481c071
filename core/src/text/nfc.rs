//! Normalization form C (UAX #15), restricted to Latin.

use heapless::String;

#[cfg(any(test, not(feature = "unicode")))]
use super::is_space;
use super::latin::is_latin;
use super::{Cluster, Clusters, TextError};

/// Writes the normalization form C of `text` into `out`, in place of what `out` held.
///
/// Known are Latin letters (U+00C0–024F, U+1E00–1EFF, U+0292), the 25 combining marks of their
/// canonical decompositions, and characters that normalization leaves alone: U+0020–00BF,
/// U+2010–2027 and U+20A0–20BF. For these the result is that of UAX #15, and at most twice as many
/// bytes as `text`.
///
/// # Errors
///
/// - [`TextError::Unnormalizable`]: another character; or a grave or acute accent that would
///   combine with a lone diaeresis (U+00A8) into a Greek character.
/// - [`TextError::TooManyMarks`]: more than 30 marks on one letter, once decomposed.
/// - [`TextError::TooLong`]: the result is longer than `N` bytes.
///
/// After an error `out` holds the part before it.
///
/// # Timing
///
/// Depends on the text.
///
/// # Example
///
/// ```
/// let mut out = heapless::String::<16>::new();
/// sceau::text::nfc("E\u{301}lise", &mut out)?;
/// assert_eq!(out, "Élise");
/// # Ok::<(), sceau::text::TextError>(())
/// ```
pub fn nfc<const N: usize>(text: &str, out: &mut String<N>) -> Result<(), TextError> {
    nfc_of(text.char_indices(), out)
}

/// Brings a password's text to the form of `OpaqueString` (RFC 8265 §4.2.2): spaces of every
/// kind become U+0020, then normalization form C. The controls that it bars are the caller's to
/// refuse.
#[cfg(any(test, not(feature = "unicode")))]
pub(crate) fn opaque_latin<const N: usize>(
    text: &str,
    out: &mut String<N>,
) -> Result<(), TextError> {
    nfc_of(text.char_indices().map(|(at, c)| (at, if is_space(c) { ' ' } else { c })), out)
}

fn nfc_of<const N: usize>(
    chars: impl Iterator<Item = (usize, char)>,
    out: &mut String<N>,
) -> Result<(), TextError> {
    out.clear();
    for cluster in Clusters::new(chars) {
        let cluster = cluster.map_err(|at| TextError::TooManyMarks { at })?;
        check(&cluster)?;
        let (base, marks) = cluster.composed();
        for c in base.into_iter().chain(marks.iter().filter_map(|mark| mark.to_char())) {
            out.push(c).map_err(|_| TextError::TooLong)?;
        }
    }
    Ok(())
}

/// Refuses a base that is not known, and a mark that would compose out of what is known.
fn check(cluster: &Cluster) -> Result<(), TextError> {
    let known = match cluster.base {
        None => true,
        // U+00A8 with U+0300 or U+0301 is U+1FED or U+0385, unless another mark above is between.
        Some('\u{a8}') => {
            let above = cluster.marks.iter().find(|mark| mark.class() == CLASS_ABOVE);
            !matches!(above.and_then(|mark| mark.to_char()), Some('\u{300}' | '\u{301}'))
        }
        Some(base) => is_inert(base) || is_latin(base),
    };
    if known { Ok(()) } else { Err(TextError::Unnormalizable { at: cluster.at }) }
}

/// Whether normalization leaves a character alone, though it is no letter with an accent or a mark.
pub(crate) const fn is_inert(c: char) -> bool {
    matches!(c, '\u{20}'..='\u{bf}' | '\u{2010}'..='\u{2027}' | '\u{20a0}'..='\u{20bf}')
}

/// The combining class of the marks above (Unicode, table 4-3).
const CLASS_ABOVE: u8 = 230;
