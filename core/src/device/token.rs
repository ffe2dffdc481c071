//! The token's text, as a cookie holds it: 80 hexadecimal digits in small letters.
//!
//! | characters | what they say |
//! |---|---|
//! | 0 to 31 | the selector: 16 bytes, the key of the row |
//! | 32 to 47 | the number of the token: u64, big-endian |
//! | 48 to 79 | the MAC: 16 bytes |

use core::fmt;

use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::hex;
use crate::mac::TAG_BYTES;
use crate::state::Reader;

/// The size of a selector, in bytes.
pub const DEVICE_SELECTOR_BYTES: usize = 16;

/// The length of a token's text: 80 ASCII characters, digits and `a` to `f`.
pub const DEVICE_TOKEN_CHARACTERS: usize = 2 * TOKEN_BYTES;

/// Returns the selector of a token's text, which is the key of the device's row, or `None` if the
/// text is no token's. Whether the token is authentic is [`super::Device::verify`]'s to say.
///
/// # Timing
///
/// Depends on the length of the text, and on whether it is a token's.
pub fn selector(token: &[u8]) -> Option<[u8; DEVICE_SELECTOR_BYTES]> {
    Presented::parse(token).map(|presented| presented.selector)
}

/// The token that a device keeps: a secret.
///
/// Has no `PartialEq`, `Hash` or `Display`, and its `Debug` shows nothing. It is wiped on drop.
/// A cookie that holds it is `Secure`, `HttpOnly` and `SameSite`.
///
/// ```compile_fail
/// fn equal(a: sceau::device::DeviceToken, b: sceau::device::DeviceToken) -> bool {
///     a == b
/// }
/// ```
#[derive(Clone)]
pub struct DeviceToken {
    text: [u8; DEVICE_TOKEN_CHARACTERS],
}

impl DeviceToken {
    /// What stands for a token where only the kind of outcome matters.
    pub(crate) const ZERO: Self = Self { text: [b'0'; DEVICE_TOKEN_CHARACTERS] };

    /// Returns the text for the device: 80 characters, which need no quoting in a cookie or a URL.
    pub fn as_str(&self) -> &str {
        str::from_utf8(&self.text).unwrap_or_default()
    }

    /// Writes a token down.
    ///
    /// # Timing
    ///
    /// Constant.
    pub(super) fn ct_write(
        selector: &[u8; DEVICE_SELECTOR_BYTES],
        number: u64,
        tag: &[u8; TAG_BYTES],
    ) -> Self {
        let mut text = [0; DEVICE_TOKEN_CHARACTERS];
        let mut rest = text.as_mut_slice();
        for part in [selector.as_slice(), &number.to_be_bytes(), tag] {
            let Some((head, tail)) = rest.split_at_mut_checked(2 * part.len()) else { break };
            hex::ct_encode(part, head);
            rest = tail;
        }
        Self { text }
    }
}

impl Drop for DeviceToken {
    fn drop(&mut self) {
        self.text.zeroize();
    }
}

impl ZeroizeOnDrop for DeviceToken {}

/// Shows nothing of the token.
impl fmt::Debug for DeviceToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DeviceToken(..)")
    }
}

/// The parts of a token that came from a device, authentic or not.
pub(crate) struct Presented {
    selector: [u8; DEVICE_SELECTOR_BYTES],
    number: u64,
    tag: [u8; TAG_BYTES],
}

impl Presented {
    /// Reads the text of a token, as it was written and in no other way.
    ///
    /// # Timing
    ///
    /// Depends on the length of the text, and on whether it is a token's.
    pub(crate) fn parse(token: &[u8]) -> Option<Self> {
        if token.len() != DEVICE_TOKEN_CHARACTERS {
            return None;
        }
        let mut bytes = [0; TOKEN_BYTES];
        let (_length, sound) = hex::ct_decode(token, &mut bytes)?;
        let mut reader = Reader::new(&bytes);
        let presented =
            Self { selector: reader.array(), number: reader.u64(), tag: reader.array() };
        bytes.zeroize();
        let is_token = bool::from(sound);
        is_token.then_some(presented)
    }

    pub(super) const fn selector(&self) -> &[u8; DEVICE_SELECTOR_BYTES] {
        &self.selector
    }

    pub(super) const fn number(&self) -> u64 {
        self.number
    }

    pub(crate) const fn tag(&self) -> &[u8; TAG_BYTES] {
        &self.tag
    }
}

impl Drop for Presented {
    fn drop(&mut self) {
        self.tag.zeroize();
    }
}

const TOKEN_BYTES: usize = DEVICE_SELECTOR_BYTES + 8 + TAG_BYTES;
