//! Argon2id (RFC 9106) as PHC strings: `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`.
//!
//! Read and never written, with RustCrypto's `argon2`, in working memory of the caller's. That crate
//! keeps a panic path and is no part of the claims on constant time.

use ::argon2::{Algorithm, Argon2, Block, Params, Version};
use zeroize::Zeroize;

use super::PasswordError;
use super::encoding::Encoding;
use super::format::StoredFormat;
use super::reading::{Reading, number};
use super::stored::Recipe;

/// One KiB of working memory, to be borrowed to [`super::Verifier::begin_with_memory`].
pub type Argon2Block = Block;

/// Returns the text if it is a string of Argon2id; Django puts `argon2` before it.
pub(super) fn own(text: &[u8]) -> Option<&[u8]> {
    let text = text.strip_prefix(b"argon2").unwrap_or(text);
    text.starts_with(b"$argon2id$").then_some(text)
}

/// # Timing
///
/// As [`super::StoredPassword::parse`].
pub(super) fn ct_read<'a>(text: &'a [u8], reading: &mut Reading<'a>) -> Result<(), PasswordError> {
    let mut fields = text.splitn(6, |&byte| byte == b'$').skip(2);
    let mut field = || fields.next().ok_or(PasswordError::Malformed);
    // Without a version it is 1.0 (16), which nobody should have.
    if field()? != b"v=19" {
        return Err(PasswordError::UnsupportedScheme);
    }
    let recipe = parameters(field()?)?;
    reading.begin(StoredFormat::Argon2id, recipe);
    reading.salt(Encoding::Bare, field()?)?;
    reading.ct_key(Encoding::Bare, field()?)?;
    if reading.stored.salt.length < ::argon2::MIN_SALT_LEN {
        return Err(PasswordError::HashPartLength);
    }
    Ok(())
}

fn parameters(text: &[u8]) -> Result<Recipe, PasswordError> {
    let mut parameters = text.split(|&byte| byte == b',');
    let mut parameter = |name: &[u8]| {
        let value = parameters.next().and_then(|parameter| parameter.strip_prefix(name));
        number(value.ok_or(PasswordError::Malformed)?)
    };
    let (memory_kib, passes, lanes) = (parameter(b"m=")?, parameter(b"t=")?, parameter(b"p=")?);
    if parameters.next().is_some() {
        return Err(PasswordError::HashExtraField);
    }
    // RFC 9106 §3.1: at most 2²⁴ − 1 lanes, and 8 KiB for each.
    if lanes >= 1 << 24 || memory_kib < 8 * lanes {
        return Err(PasswordError::HashNumber);
    }
    Ok(Recipe::Argon2id { memory_kib, passes, lanes })
}

/// Fills the first `length` bytes of `key`.
///
/// # Timing
///
/// Argon2id's memory accesses of the second half of the first pass and later depend on the password,
/// by design (RFC 9106 §3.4).
pub(super) fn derive(
    recipe: Recipe,
    password: &[u8],
    salt: &[u8],
    key: &mut [u8],
    memory: &mut [Block],
) -> Result<(), PasswordError> {
    let Recipe::Argon2id { memory_kib, passes, lanes } = recipe else { return Ok(()) };
    let params = Params::new(memory_kib, passes, lanes, Some(key.len()));
    let params = params.map_err(|_| PasswordError::HashNumber)?;
    if memory.len() < params.block_count() {
        return Err(PasswordError::Memory);
    }
    let derived = Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into_with_memory(password, salt, key, &mut *memory)
        .map_err(|_| PasswordError::Memory);
    memory.iter_mut().for_each(Zeroize::zeroize);
    derived
}

#[cfg(test)]
mod tests {
    use std::vec;

    use super::super::Verifier;
    use super::super::{AcceptLimits, AcceptPolicy, CreatePolicy, PasswordAlgorithm, Peppers};
    use super::super::{
        PasswordOutcome, RehashReason, StoredFormat, StoredFormats, StoredPassword,
    };
    use super::{Block, PasswordError};

    #[test]
    fn takes_as_many_blocks_as_it_says_and_wipes_them() {
        let limits = AcceptLimits {
            formats: StoredFormats::NONE.with(StoredFormat::Argon2id),
            ..AcceptLimits::DEFAULT
        };
        let accept = AcceptPolicy::new(limits).unwrap();
        let create = CreatePolicy::unchecked_policy(PasswordAlgorithm::Sha256, 1);
        let stored = || StoredPassword::parse(STORED).unwrap();
        assert_eq!(accept.memory_kib(&stored()), 64);
        assert_eq!(AcceptPolicy::default().memory_kib(&stored()), 0);
        let outcome = |memory: &mut [Block]| {
            let password = "Érable".as_bytes();
            Verifier::begin_with_memory(
                password,
                stored(),
                &accept,
                &create,
                &Peppers::NONE,
                memory,
            )
            .map(Verifier::run)
        };
        assert_eq!(outcome(&mut vec![Block::default(); 63]), Err(PasswordError::Memory));
        for blocks in [64, 65] {
            let mut memory = vec![Block::default(); blocks];
            let matched = PasswordOutcome::MatchRehash { why: RehashReason::Format };
            assert_eq!(outcome(&mut memory), Ok(matched));
            assert!(memory.iter().flat_map(AsRef::as_ref).all(|&word| word == 0));
        }
        let without =
            Verifier::begin("Érable".as_bytes(), stored(), &accept, &create, &Peppers::NONE);
        assert_eq!(without.map(Verifier::run), Err(PasswordError::Memory));
    }

    const STORED: &[u8] =
        b"$argon2id$v=19$m=64,t=2,p=1$c2VsIGRlIG1lciAxNiBvYw$9c/YqXSk2oDbUnajxFCvqP6IiKOngzWtYZEhQePGl5k";
}
