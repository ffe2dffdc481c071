//! PHC strings: `$pbkdf2-sha256$i=600000[,l=32]$salt$hash`, base64 without padding.
//!
//! A key of another length than the digest's needs its `l`.

use core::fmt;
use core::ops::RangeInclusive;

use subtle::{Choice, ConstantTimeEq};
use zeroize::Zeroize;

use super::base64::{ct_decode, ct_encode};
use super::policy::{CreatePolicy, PasswordAlgorithm};
use super::{PasswordError, RehashReason};
use crate::mac::write_word;

/// A stored hash: a PHC string of at most 256 ASCII characters, wiped on drop.
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
        // The longest parameters, salt and key take 217 characters.
        let _fits = self.text.push(character);
    }

    fn push_str(&mut self, text: &str) {
        text.chars().for_each(|character| self.push(character));
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

/// The parts of a stored hash, wiped on drop.
pub(crate) struct Stored {
    algorithm: PasswordAlgorithm,
    iterations: u32,
    salt: [u8; MAX_SALT],
    salt_length: usize,
    key: [u8; MAX_KEY],
    key_length: usize,
}

impl Stored {
    /// The parameters of a new hash; its key is yet to be derived.
    pub(super) fn new(create: &CreatePolicy, salt: &[u8]) -> Result<Self, PasswordError> {
        if salt.len() > MAX_SALT {
            return Err(PasswordError::SaltLength);
        }
        let mut stored = Self {
            algorithm: create.algorithm(),
            iterations: create.iterations(),
            salt: [0; MAX_SALT],
            salt_length: salt.len(),
            key: [0; MAX_KEY],
            key_length: create.algorithm().key_bytes(),
        };
        write_word(&mut stored.salt, salt);
        Ok(stored)
    }

    pub(super) fn algorithm(&self) -> PasswordAlgorithm {
        self.algorithm
    }

    pub(super) fn iterations(&self) -> u32 {
        self.iterations
    }

    pub(super) fn set_iterations(&mut self, iterations: u32) {
        self.iterations = iterations;
    }

    pub(super) fn salt_length(&self) -> usize {
        self.salt_length
    }

    pub(super) fn salt_and_key(&mut self) -> (&[u8], &mut [u8]) {
        (
            self.salt.get(..self.salt_length).unwrap_or_default(),
            self.key.get_mut(..self.key_length).unwrap_or_default(),
        )
    }

    /// The same parameters with no key.
    pub(super) fn without_key(&self) -> Self {
        Self { key: [0; MAX_KEY], ..*self }
    }

    /// # Timing
    ///
    /// Constant.
    pub(super) fn ct_same_key(&self, other: &Self) -> Choice {
        self.key.ct_eq(&other.key)
    }

    /// Returns how many iterations of the create policy's algorithm this hash costs at least.
    ///
    /// One of SHA-512 takes 1.3 times as long as one of SHA-256 (portable code, x86-64) to 7 times
    /// (SHA-NI): measured. Here it counts as one, and one of SHA-256 as an eighth.
    pub(super) fn cost_under(&self, create: &CreatePolicy) -> u32 {
        let blocks = if self.key_length > self.algorithm.key_bytes() { 2 } else { 1 };
        let iterations = self.iterations.saturating_mul(blocks);
        match (self.algorithm, create.algorithm()) {
            #[cfg(feature = "sha512")]
            (PasswordAlgorithm::Sha256, PasswordAlgorithm::Sha512) => iterations / 8,
            _ => iterations,
        }
    }

    /// Says in what this hash is weaker than the create policy's.
    pub(super) fn weakness(&self, create: &CreatePolicy) -> Option<RehashReason> {
        let needed = if self.algorithm == create.algorithm() {
            create.iterations()
        } else {
            self.algorithm.recommended_iterations()
        };
        if self.iterations < needed {
            return Some(RehashReason::Cost);
        }
        if self.salt_length < *create.salt_bytes().start() {
            return Some(RehashReason::Salt);
        }
        (self.key_length < self.algorithm.key_bytes()).then_some(RehashReason::Key)
    }
}

impl Drop for Stored {
    fn drop(&mut self) {
        self.salt.zeroize();
        self.key.zeroize();
    }
}

/// Reads a PHC string, and returns whether its base64 is canonical. Strict: no zero-padded numbers,
/// no other fields.
///
/// # Timing
///
/// Depends on everything but the key behind the last `$`; of that, on the length only.
pub(crate) fn ct_parse(text: &[u8]) -> Result<(Stored, Choice), PasswordError> {
    if text.len() > MAX_TEXT {
        return Err(PasswordError::Malformed);
    }
    let mut fields = text.splitn(5, |&byte| byte == b'$');
    let mut field = || fields.next().ok_or(PasswordError::Malformed);
    if !field()?.is_empty() {
        return Err(PasswordError::Malformed);
    }
    let algorithm = PasswordAlgorithm::from_phc(field()?)?;
    let (iterations, length) = parse_parameters(field()?).ok_or(PasswordError::Malformed)?;
    let mut stored = Stored {
        algorithm,
        iterations,
        salt: [0; MAX_SALT],
        salt_length: 0,
        key: [0; MAX_KEY],
        key_length: 0,
    };
    let (salt_length, salt_canonical) = ct_field(field()?, &mut stored.salt, SALT_BYTES)?;
    let (key_length, key_canonical) = ct_field(field()?, &mut stored.key, KEY_BYTES)?;
    (stored.salt_length, stored.key_length) = (salt_length, key_length);
    // Without a length the key has the digest's: PBKDF2's output is a prefix of a longer one, so
    // that a key cut short in a database would still match.
    let length = length.map_or(algorithm.key_bytes(), |length| length as usize);
    if length != stored.key_length {
        return Err(PasswordError::Malformed);
    }
    Ok((stored, salt_canonical & key_canonical))
}

/// Writes a PHC string.
pub(super) fn write(stored: &Stored) -> PasswordHash {
    let mut hash = PasswordHash { text: heapless::String::new() };
    hash.push('$');
    hash.push_str(stored.algorithm.phc_id());
    hash.push_str("$i=");
    push_number(&mut hash, stored.iterations);
    hash.push('$');
    let salt = stored.salt.get(..stored.salt_length).unwrap_or_default();
    ct_encode(salt, |character| hash.push(character));
    hash.push('$');
    let key = stored.key.get(..stored.key_length).unwrap_or_default();
    ct_encode(key, |character| hash.push(character));
    hash
}

/// Decodes one field into `out`; returns how many bytes, and whether all was canonical.
///
/// # Timing
///
/// Depends on the length of `text` only.
fn ct_field(
    text: &[u8],
    out: &mut [u8],
    bytes: RangeInclusive<usize>,
) -> Result<(usize, Choice), PasswordError> {
    let (length, canonical) = ct_decode(text, out).ok_or(PasswordError::Malformed)?;
    if !bytes.contains(&length) {
        return Err(PasswordError::Malformed);
    }
    Ok((length, canonical))
}

/// Reads `i=N` or `i=N,l=L`.
fn parse_parameters(text: &[u8]) -> Option<(u32, Option<u32>)> {
    let mut parameters = text.splitn(2, |&byte| byte == b',');
    let iterations = parse_number(parameters.next()?.strip_prefix(b"i=")?)?;
    let length = match parameters.next() {
        Some(length) => Some(parse_number(length.strip_prefix(b"l=")?)?),
        None => None,
    };
    Some((iterations, length))
}

/// Reads a decimal number from 1 to 2³² − 1 without leading zeros.
fn parse_number(text: &[u8]) -> Option<u32> {
    if text.first().is_none_or(|&first| first == b'0') {
        return None;
    }
    text.iter().try_fold(0_u32, |number, &digit| {
        let digit = char::from(digit).to_digit(10)?;
        number.checked_mul(10)?.checked_add(digit)
    })
}

fn push_number(hash: &mut PasswordHash, number: u32) {
    let mut powers = 1_000_000_000_u32;
    let mut begun = false;
    while powers > 0 {
        let digit = number.checked_div(powers).unwrap_or(0) % 10;
        begun |= digit != 0;
        if begun {
            hash.push(char::from(b'0' + digit.to_le_bytes()[0]));
        }
        powers /= 10;
    }
}

const MAX_SALT: usize = *SALT_BYTES.end();
const MAX_KEY: usize = *KEY_BYTES.end();
const MAX_TEXT: usize = 256;
const SALT_BYTES: RangeInclusive<usize> = 1..=64;
const KEY_BYTES: RangeInclusive<usize> = 16..=64;

#[cfg(all(test, feature = "sha512"))]
mod tests {
    use super::{CreatePolicy, PasswordAlgorithm, Stored};

    #[test]
    fn a_hash_never_counts_for_more_than_it_costs() {
        let policy = CreatePolicy::unchecked_policy;
        let (sha256, sha512) =
            (policy(PasswordAlgorithm::Sha256, 8_000), policy(PasswordAlgorithm::Sha512, 8_000));
        let cost = |made: &CreatePolicy, key_length, create| {
            let mut stored = Stored::new(made, &[7; 16]).unwrap();
            stored.key_length = key_length;
            stored.cost_under(create)
        };
        assert_eq!(cost(&sha256, 32, &sha256), 8_000);
        assert_eq!(cost(&sha256, 33, &sha256), 16_000);
        assert_eq!(cost(&sha512, 64, &sha512), 8_000);
        assert_eq!(cost(&sha512, 64, &sha256), 8_000);
        assert_eq!(cost(&sha256, 32, &sha512), 1_000);
        assert_eq!(cost(&policy(PasswordAlgorithm::Sha256, u32::MAX), 64, &sha256), u32::MAX);
    }
}
