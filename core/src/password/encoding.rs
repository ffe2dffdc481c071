//! The encodings in which stored hashes write salts and keys.

use subtle::Choice;

use super::PasswordError;
use super::base64::{self, Base64};
#[cfg(feature = "legacy")]
use crate::hex;

/// How a part of a stored hash is written.
#[derive(Clone, Copy)]
pub(super) enum Encoding {
    /// Base64 without padding, as PHC strings have it.
    Bare,
    /// Base64 with padding (RFC 4648 §4).
    #[cfg(feature = "legacy")]
    Padded,
    /// Base64 with `.` for `+`, without padding: passlib's.
    #[cfg(feature = "legacy")]
    Adapted,
    /// What LDAP servers write: 389's padded one, or OpenLDAP's adapted one.
    #[cfg(feature = "legacy")]
    Ldap,
    /// Hexadecimal, in small letters.
    #[cfg(feature = "legacy")]
    Hex,
    /// Nothing: printable ASCII that stands for itself.
    #[cfg(feature = "legacy")]
    Plain,
}

impl Encoding {
    /// Decodes `text` into the first bytes of `out`; returns how many, and whether all was sound.
    ///
    /// # Timing
    ///
    /// Depends on the length of `text`, and where padding may be on whether it is there.
    pub(super) fn ct_decode(
        self,
        text: &[u8],
        out: &mut [u8],
    ) -> Result<(usize, Choice), PasswordError> {
        let decoded = match self {
            Self::Bare => base64::ct_decode(Base64::Standard, text, out),
            #[cfg(feature = "legacy")]
            Self::Padded => base64::ct_decode(Base64::Standard, unpadded(text)?, out),
            #[cfg(feature = "legacy")]
            Self::Adapted => base64::ct_decode(Base64::Adapted, text, out),
            #[cfg(feature = "legacy")]
            Self::Ldap if text.last() == Some(&b'=') => {
                base64::ct_decode(Base64::Standard, unpadded(text)?, out)
            }
            #[cfg(feature = "legacy")]
            Self::Ldap => base64::ct_decode(Base64::Either, text, out),
            #[cfg(feature = "legacy")]
            Self::Hex => hex::ct_decode(text, out),
            #[cfg(feature = "legacy")]
            Self::Plain => copy(text, out),
        };
        decoded.ok_or(if self.is_ragged(text) {
            PasswordError::HashEncoding
        } else {
            PasswordError::HashPartLength
        })
    }

    /// Returns a text without the padding that its encoding asks for.
    pub(super) fn inner(self, text: &[u8]) -> &[u8] {
        match self {
            #[cfg(feature = "legacy")]
            Self::Padded | Self::Ldap => unpadded(text).unwrap_or(text),
            _ => text,
        }
    }

    /// Returns whether no number of bytes is written in that many characters.
    const fn is_ragged(self, text: &[u8]) -> bool {
        match self {
            #[cfg(feature = "legacy")]
            Self::Hex => text.len() % 2 == 1,
            #[cfg(feature = "legacy")]
            Self::Plain => false,
            _ => text.len() % 4 == 1,
        }
    }
}

/// Takes the padding away, which must be what the length asks for.
#[cfg(feature = "legacy")]
fn unpadded(text: &[u8]) -> Result<&[u8], PasswordError> {
    if !text.len().is_multiple_of(4) {
        return Err(PasswordError::HashPadding);
    }
    Ok(match text {
        [bare @ .., b'=', b'='] | [bare @ .., b'='] | bare => bare,
    })
}

#[cfg(feature = "legacy")]
fn copy(text: &[u8], out: &mut [u8]) -> Option<(usize, Choice)> {
    crate::mac::write_word(out.get_mut(..text.len())?, text);
    let sound = text.iter().all(u8::is_ascii_graphic);
    Some((text.len(), Choice::from(u8::from(sound))))
}
