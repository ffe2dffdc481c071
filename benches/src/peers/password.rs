//! PBKDF2-HMAC against those that others sign in with.

use std::error::Error;
use std::num::NonZeroU32;

use sceau_benches::pairs::{Plan, compare as compare_pairs, time};
use sceau_benches::password::{Digest, PASSWORD, SALT, derive};

use crate::table;

/// Compares PBKDF2 over every digest with every peer.
///
/// # Errors
///
/// If a peer derives another key than ours, since its time would then mean nothing.
pub(crate) fn compare() -> Result<(), Box<dyn Error>> {
    for digest in Digest::ALL {
        for peer in Peer::ALL {
            let (ours, theirs) = (derive(digest), peer.derive(digest)?);
            if ours.as_ref() != Some(&theirs) {
                let (peer, digest) = (peer.name(), digest.name());
                return Err(format!("{peer} derives another key with {digest}").into());
            }
            let found = compare_pairs(
                Plan::FIVE,
                || Ok::<_, Box<dyn Error>>(time(|| derive(digest))),
                || Ok(time(|| peer.derive(digest))),
            )?;
            if let Some(found) = found {
                table::row(&format!("PBKDF2-{}", digest.name()), &peer.name(), &found);
            }
        }
    }
    Ok(())
}

#[derive(Clone, Copy)]
enum Peer {
    RustCrypto,
    AwsLc,
    Ring,
    OpenSsl,
}

impl Peer {
    const ALL: [Self; 4] = [Self::RustCrypto, Self::AwsLc, Self::Ring, Self::OpenSsl];

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
        Digest::Sha256 => pbkdf2::PBKDF2_HMAC_SHA256,
        Digest::Sha512 => pbkdf2::PBKDF2_HMAC_SHA512,
    };
    pbkdf2::derive(algorithm, NonZeroU32::try_from(digest.iterations())?, SALT, PASSWORD, key);
    Ok(())
}

fn ring(digest: Digest, key: &mut [u8]) -> Result<(), Box<dyn Error>> {
    use ring::pbkdf2;
    let algorithm = match digest {
        Digest::Sha256 => pbkdf2::PBKDF2_HMAC_SHA256,
        Digest::Sha512 => pbkdf2::PBKDF2_HMAC_SHA512,
    };
    pbkdf2::derive(algorithm, NonZeroU32::try_from(digest.iterations())?, SALT, PASSWORD, key);
    Ok(())
}

fn open_ssl(digest: Digest, key: &mut [u8]) -> Result<(), Box<dyn Error>> {
    use openssl::{hash::MessageDigest, pkcs5};
    let message_digest = match digest {
        Digest::Sha256 => MessageDigest::sha256(),
        Digest::Sha512 => MessageDigest::sha512(),
    };
    let iterations = usize::try_from(digest.iterations())?;
    pkcs5::pbkdf2_hmac(PASSWORD, SALT, iterations, message_digest, key)?;
    Ok(())
}
