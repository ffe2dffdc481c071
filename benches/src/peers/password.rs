//! PBKDF2-HMAC against those that others sign in with.

use std::error::Error;
use std::hint::black_box;
use std::num::NonZeroU32;
use std::slice;

use sceau_benches::pairs::{Plan, compare as compare_pairs, time};
use sceau_benches::password::{Digest, PASSWORD, SALT, matches};

use crate::table;

/// Compares verifying a stored hash with the derivation of its key by the peers that come built:
/// in C and assembler.
///
/// # Errors
///
/// If a peer derives a key that does not match, since its time would then mean nothing.
pub(crate) fn compare() -> Result<(), Box<dyn Error>> {
    for digest in Digest::ALL {
        for peer in [Peer::AwsLc, Peer::Ring, Peer::OpenSsl] {
            let stored = peer.stored(digest)?;
            row(digest, &peer.name(), || matches(&stored), || peer.derive(digest))?;
        }
    }
    Ok(())
}

/// Compares with `pbkdf2`, which is Rust and calls the same block functions, and both with these
/// calls alone: what no way of calling them can beat.
///
/// # Errors
///
/// As [`compare`].
pub(crate) fn compare_block_calls() -> Result<(), Box<dyn Error>> {
    let (peer, alone) = (Peer::RustCrypto, "(its block calls alone)");
    for digest in Digest::ALL {
        let stored = peer.stored(digest)?;
        row(digest, &peer.name(), || matches(&stored), || peer.derive(digest))?;
        row(digest, alone, || matches(&stored), || block_calls(digest))?;
        let both = format!("{alone}: {}", peer.name());
        row(digest, &both, || block_calls(digest), || peer.derive(digest))?;
    }
    Ok(())
}

/// Measures two ways of doing the same work, and prints the row.
fn row<A, B>(
    digest: Digest,
    peer: &str,
    mut ours: impl FnMut() -> A,
    mut theirs: impl FnMut() -> B,
) -> Result<(), Box<dyn Error>> {
    let found = compare_pairs(
        Plan::FIVE,
        || Ok::<_, Box<dyn Error>>(time(&mut ours)),
        || Ok(time(&mut theirs)),
    )?;
    if let Some(found) = found {
        table::row(&work(digest), peer, &found);
    }
    Ok(())
}

/// Returns what the table calls PBKDF2 over a digest.
pub(crate) fn work(digest: Digest) -> String {
    format!("PBKDF2, {}", digest.name())
}

/// Returns a stored hash for each digest.
pub(crate) fn stored() -> Result<Vec<(Digest, String)>, Box<dyn Error>> {
    let stored = |digest: Digest| Ok((digest, Peer::RustCrypto.stored(digest)?));
    Digest::ALL.into_iter().map(stored).collect()
}

/// Makes as many calls of the block function as PBKDF2 does, each on a block that holds what the
/// last returned. The byte order and the sum are left out.
fn block_calls(digest: Digest) -> u8 {
    let calls = 2 * digest.iterations();
    match digest {
        Digest::Sha1 => {
            let (first, mut block) = black_box(([1_u32; 5], [0x5c_u8; 64]));
            for _ in 0..calls {
                let mut chain = first;
                sha1::block_api::compress(&mut chain, slice::from_ref(&block));
                hold(&mut block, chain.map(u32::to_ne_bytes).as_flattened());
            }
            block.into_iter().fold(0, u8::wrapping_add)
        }
        Digest::Sha256 => {
            let (first, mut block) = black_box(([1_u32; 8], [0x5c_u8; 64]));
            for _ in 0..calls {
                let mut chain = first;
                sha2::block_api::compress256(&mut chain, slice::from_ref(&block));
                hold(&mut block, chain.map(u32::to_ne_bytes).as_flattened());
            }
            block.into_iter().fold(0, u8::wrapping_add)
        }
        Digest::Sha512 => {
            let (first, mut block) = black_box(([1_u64; 8], [0x5c_u8; 128]));
            for _ in 0..calls {
                let mut chain = first;
                sha2::block_api::compress512(&mut chain, slice::from_ref(&block));
                hold(&mut block, chain.map(u64::to_ne_bytes).as_flattened());
            }
            block.into_iter().fold(0, u8::wrapping_add)
        }
    }
}

/// Writes `bytes` at the beginning of `block`.
fn hold(block: &mut [u8], bytes: &[u8]) {
    block.iter_mut().zip(bytes).for_each(|(place, byte)| *place = *byte);
}

#[derive(Clone, Copy)]
enum Peer {
    RustCrypto,
    AwsLc,
    Ring,
    OpenSsl,
}

impl Peer {
    /// Returns the name and the version that was built in.
    fn name(self) -> String {
        match self {
            Self::RustCrypto => concat!("pbkdf2 ", env!("VERSION_PBKDF2")).to_owned(),
            Self::AwsLc => concat!("aws-lc-rs ", env!("VERSION_AWS_LC_RS")).to_owned(),
            Self::Ring => concat!("ring ", env!("VERSION_RING")).to_owned(),
            // As "OpenSSL 3.0.19 27 Jan 2026": without the date.
            Self::OpenSsl => {
                openssl::version::version().split(' ').take(2).collect::<Vec<_>>().join(" ")
            }
        }
    }

    /// Returns a hash whose key the peer derived, after a look at whether it matches.
    fn stored(self, digest: Digest) -> Result<String, Box<dyn Error>> {
        let stored = digest.stored(&self.derive(digest)?);
        if matches(&stored) {
            return Ok(stored);
        }
        Err(format!("{} derives another key with {}", self.name(), digest.name()).into())
    }

    fn derive(self, digest: Digest) -> Result<Vec<u8>, Box<dyn Error>> {
        let mut key = vec![0; digest.bytes()];
        match self {
            Self::RustCrypto => rust_crypto(digest, &mut key)?,
            Self::AwsLc => aws_lc(digest, &mut key)?,
            Self::Ring => ring(digest, &mut key)?,
            Self::OpenSsl => open_ssl(digest, &mut key)?,
        }
        Ok(key)
    }
}

fn rust_crypto(digest: Digest, key: &mut [u8]) -> Result<(), Box<dyn Error>> {
    let iterations = digest.iterations();
    match digest {
        Digest::Sha1 => {
            pbkdf2::pbkdf2::<hmac::Hmac<sha1::Sha1>>(PASSWORD, SALT, iterations, key)?;
        }
        Digest::Sha256 => {
            pbkdf2::pbkdf2::<hmac::Hmac<sha2::Sha256>>(PASSWORD, SALT, iterations, key)?;
        }
        Digest::Sha512 => {
            pbkdf2::pbkdf2::<hmac::Hmac<sha2::Sha512>>(PASSWORD, SALT, iterations, key)?;
        }
    }
    Ok(())
}

fn aws_lc(digest: Digest, key: &mut [u8]) -> Result<(), Box<dyn Error>> {
    use aws_lc_rs::pbkdf2;
    let algorithm = match digest {
        Digest::Sha1 => pbkdf2::PBKDF2_HMAC_SHA1,
        Digest::Sha256 => pbkdf2::PBKDF2_HMAC_SHA256,
        Digest::Sha512 => pbkdf2::PBKDF2_HMAC_SHA512,
    };
    pbkdf2::derive(algorithm, NonZeroU32::try_from(digest.iterations())?, SALT, PASSWORD, key);
    Ok(())
}

fn ring(digest: Digest, key: &mut [u8]) -> Result<(), Box<dyn Error>> {
    use ring::pbkdf2;
    let algorithm = match digest {
        Digest::Sha1 => pbkdf2::PBKDF2_HMAC_SHA1,
        Digest::Sha256 => pbkdf2::PBKDF2_HMAC_SHA256,
        Digest::Sha512 => pbkdf2::PBKDF2_HMAC_SHA512,
    };
    pbkdf2::derive(algorithm, NonZeroU32::try_from(digest.iterations())?, SALT, PASSWORD, key);
    Ok(())
}

fn open_ssl(digest: Digest, key: &mut [u8]) -> Result<(), Box<dyn Error>> {
    use openssl::{hash::MessageDigest, pkcs5};
    let message_digest = match digest {
        Digest::Sha1 => MessageDigest::sha1(),
        Digest::Sha256 => MessageDigest::sha256(),
        Digest::Sha512 => MessageDigest::sha512(),
    };
    let iterations = usize::try_from(digest.iterations())?;
    pkcs5::pbkdf2_hmac(PASSWORD, SALT, iterations, message_digest, key)?;
    Ok(())
}
