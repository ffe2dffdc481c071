//! Text: the characters that stand for one another, and normalization form C without a heap.
//!
//! Only Latin is known here, with tables of about 3 KB ([`nfc()`] says exactly what), so that a
//! build for a card reader treats a name as a server does. What is not known is an error, never a
//! silent difference. Passwords alone can be of all of Unicode, with the feature `unicode`.

mod cluster;
mod digit;
mod latin;
mod nfc;
#[rustfmt::skip]
mod tables;
#[cfg(feature = "unicode")]
mod unicode;

pub(crate) use cluster::{Cluster, Clusters};
pub use digit::decimal_digit;
pub(crate) use latin::{Key, Mark, base, compose, is_latin_letter, key, key_and_mark, plain_key};
pub(crate) use nfc::is_inert;
pub use nfc::nfc;
#[cfg(any(test, not(feature = "unicode")))]
pub(crate) use nfc::opaque_latin;
#[cfg(feature = "unicode")]
pub(crate) use unicode::{bases, opaque};

/// Whether passwords of every script can be prepared (the feature `unicode`), or Latin ones only.
pub const UNICODE: bool = cfg!(feature = "unicode");

/// Why a text has no normalization form C here; `at` is a byte offset in the text.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum TextError {
    /// The character is neither Latin nor one that normalization leaves alone, or a mark would
    /// make one that is neither.
    Unnormalizable {
        /// Where the character begins.
        at: usize,
    },
    /// A letter carries more than [`MAX_MARKS`] combining marks (UAX #15, Stream-Safe format).
    TooManyMarks {
        /// Where the first mark too many begins, or the letter that brings it.
        at: usize,
    },
    /// The result does not fit in the buffer.
    TooLong,
}

wire_names!(TextError {
    Unnormalizable { at: 0 } => "unnormalizable",
    TooManyMarks { at: 0 } => "too_many_marks",
    TooLong => "too_long",
});
error_display!(TextError);

/// The most combining marks that one letter may carry once decomposed (UAX #15 §13).
pub const MAX_MARKS: usize = 30;

/// Whether `c` is a space: one of Unicode's 17 space separators (general category Zs).
///
/// Tabs and line ends are controls, not spaces.
pub const fn is_space(c: char) -> bool {
    match c {
        ' ' | '\u{a0}' | '\u{1680}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => true,
        _ => matches!(c, '\u{2000}'..='\u{200a}'),
    }
}

/// Whether `c` is written for an apostrophe: U+0027, U+2018, U+2019, U+02BC, U+00B4, U+0060 or
/// U+FF07.
pub const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '`' | '\u{b4}' | '\u{2bc}' | '\u{2018}' | '\u{2019}' | '\u{ff07}')
}

/// Whether `c` is written for a hyphen: U+002D, U+2010 to U+2013, U+2212, U+FE63 or U+FF0D.
///
/// The soft hyphen is not: it is invisible ([`is_invisible`]).
pub const fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2013}' | '\u{2212}' | '\u{fe63}' | '\u{ff0d}')
}

/// Whether `c` is pasted along unseen: a soft hyphen (U+00AD), a zero-width character (U+200B to
/// U+200D), a word joiner (U+2060) or a byte order mark (U+FEFF).
pub const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// Returns the ASCII character that a full-width one (U+FF01 to U+FF5E) stands for; any other
/// character unchanged.
pub const fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => match char::from_u32(c as u32 - 0xfee0) {
            Some(ascii) => ascii,
            None => c,
        },
        _ => c,
    }
}

/// Whether `c` belongs to a block whose letters pass for Latin ones: Greek, Cyrillic, Armenian,
/// Cherokee, letter-like symbols or mathematical letters.
///
/// True of the whole blocks, for their marks and punctuation too.
pub const fn is_look_alike(c: char) -> bool {
    matches!(
        c,
        '\u{370}'..='\u{58f}'
            | '\u{13a0}'..='\u{13ff}'
            | '\u{1c80}'..='\u{1c8f}'
            | '\u{1f00}'..='\u{1fff}'
            | '\u{2100}'..='\u{214f}'
            | '\u{2de0}'..='\u{2dff}'
            | '\u{a640}'..='\u{a69f}'
            | '\u{ab70}'..='\u{abbf}'
            | '\u{1d400}'..='\u{1d7ff}'
    )
}
