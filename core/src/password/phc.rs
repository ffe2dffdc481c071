//! PHC strings: `$pbkdf2-sha256$i=600000[,l=32][,keyid=7]$salt$hash`, base64 without padding.
//!
//! A key of another length than the digest's needs its `l`. `keyid` is ours: the id of the pepper.

use core::fmt;

use zeroize::Zeroize;

use super::PasswordError;
use super::base64::ct_encode;
use super::encoding::Encoding;
use super::format::StoredFormat;
use super::policy::PasswordAlgorithm;
use super::reading::{Reading, number};
use super::stored::{Recipe, StoredPassword};

/// A new hash: a PHC string of at most 256 ASCII characters, wiped on drop.
///
/// Whoever has it can guess passwords offline, so it is a secret: no `PartialEq`, no `Display`, and
/// `Debug` shows nothing.
#[derive(Clone)]
pub struct PasswordHash {
    text: heapless::String<256>,
}

impl PasswordHash {
    /// Returns the PHC string to store.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Returns the PHC string as bytes, as [`super::verify`] takes it.
    pub fn as_bytes(&self) -> &[u8] {
        self.text.as_bytes()
    }

    fn push(&mut self, character: char) {
        // The longest parameters, salt and key take 218 characters.
        let _fits = self.text.push(character);
    }

    fn push_str(&mut self, text: &str) {
        text.chars().for_each(|character| self.push(character));
    }

    fn push_number(&mut self, number: u32) {
        let mut powers = 1_000_000_000_u32;
        let mut begun = false;
        while powers > 0 {
            let digit = number.checked_div(powers).unwrap_or(0) % 10;
            begun |= digit != 0 || powers == 1;
            if begun {
                self.push(char::from(b'0' + digit.to_le_bytes()[0]));
            }
            powers /= 10;
        }
    }
}

impl Drop for PasswordHash {
    fn drop(&mut self) {
        self.text.zeroize();
    }
}

/// Shows nothing of the hash.
impl fmt::Debug for PasswordHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PasswordHash(..)")
    }
}

/// Reads a PHC string of PBKDF2. Strict: no zero-padded numbers, no other fields.
///
/// # Timing
///
/// Depends on everything but the key behind the last `$`; of that, on the length only.
///
/// Never inlined: what it holds is off the stack when the reading is finished.
#[inline(never)]
pub(super) fn ct_read<'a>(text: &'a [u8], reading: &mut Reading<'a>) -> Result<(), PasswordError> {
    let mut fields = text.splitn(5, |&byte| byte == b'$');
    let mut field = || fields.next().ok_or(PasswordError::Malformed);
    if !field()?.is_empty() {
        return Err(PasswordError::Malformed);
    }
    let digest = PasswordAlgorithm::from_phc(field()?)?.digest();
    let parameters = Parameters::parse(field()?)?;
    let recipe = Recipe::Pbkdf2 { digest, iterations: parameters.iterations };
    reading.begin(StoredFormat::Phc, recipe);
    reading.stored.key_id = parameters.key_id;
    reading.salt(Encoding::Bare, field()?)?;
    reading.ct_key(Encoding::Bare, field()?)?;
    // Without a length the key has the digest's: PBKDF2's output is a prefix of a longer one, so
    // that a key cut short in a database would still match.
    let length = parameters.length.map_or(digest.bytes(), |length| length as usize);
    if reading.stored.salt.length > MAX_SALT {
        return Err(PasswordError::HashPartLength);
    }
    reading.with_key_of(length)
}

/// Writes a PHC string.
pub(super) fn write(algorithm: PasswordAlgorithm, stored: &StoredPassword) -> PasswordHash {
    let mut hash = PasswordHash { text: heapless::String::new() };
    hash.push('$');
    hash.push_str(algorithm.phc_id());
    if let Recipe::Pbkdf2 { iterations, .. } = stored.recipe {
        hash.push_str("$i=");
        hash.push_number(iterations);
    }
    if let Some(key_id) = stored.key_id {
        hash.push_str(",keyid=");
        hash.push_number(key_id);
    }
    hash.push('$');
    ct_encode(stored.salt.as_bytes(), |character| hash.push(character));
    hash.push('$');
    ct_encode(stored.key.as_bytes(), |character| hash.push(character));
    hash
}

/// The parameters of a PHC string, in this order.
struct Parameters {
    iterations: u32,
    length: Option<u32>,
    key_id: Option<u32>,
}

impl Parameters {
    fn parse(text: &[u8]) -> Result<Self, PasswordError> {
        let mut parameters = text.split(|&byte| byte == b',').peekable();
        let mut value = |name: &[u8]| {
            let value = parameters.peek().and_then(|parameter| parameter.strip_prefix(name))?;
            parameters.next();
            Some(value)
        };
        let (iterations, length, key_id) = (value(b"i="), value(b"l="), value(b"keyid="));
        let iterations = iterations.ok_or(PasswordError::Malformed)?;
        if parameters.next().is_some() {
            return Err(PasswordError::HashExtraField);
        }
        Ok(Self {
            iterations: number(iterations)?,
            length: length.map(number).transpose()?,
            key_id: key_id.map(key_id_number).transpose()?,
        })
    }
}

/// Reads a key id: a number that may be zero.
fn key_id_number(text: &[u8]) -> Result<u32, PasswordError> {
    if text == b"0" { Ok(0) } else { number(text) }
}

/// The most bytes of salt in a PHC string.
const MAX_SALT: usize = 64;
