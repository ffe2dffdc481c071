//! PBKDF2 (RFC 8018 §5.2) over kept midstates: two block calls an iteration and nothing else.

use core::hint::black_box;

use zeroize::Zeroize;

use super::phc::Stored;
use super::policy::{CreatePolicy, PasswordAlgorithm};
use super::prepare::Prepared;
#[cfg(feature = "sha512")]
use crate::mac::Sha512;
use crate::mac::{Hash, HmacKey, Sha256, tag_block, write_word};

/// Derives the key of `stored` from the password and the parameters in it.
///
/// # Timing
///
/// Constant for one length of password; depends on the parameters.
pub(super) fn ct_derive(prepared: &Prepared, stored: &mut Stored) {
    let password = prepared.as_bytes();
    let (algorithm, iterations) = (stored.algorithm(), stored.iterations());
    let (salt, key) = stored.salt_and_key();
    match algorithm {
        PasswordAlgorithm::Sha256 => ct_pbkdf2::<Sha256>(password, salt, iterations, key),
        #[cfg(feature = "sha512")]
        PasswordAlgorithm::Sha512 => ct_pbkdf2::<Sha512>(password, salt, iterations, key),
    }
}

/// Spends `iterations` of the create policy's algorithm on nothing.
pub(super) fn burn(prepared: &Prepared, create: &CreatePolicy, iterations: u32) {
    if iterations == 0 {
        return;
    }
    if let Ok(mut stored) = Stored::new(create, &[0; 16]) {
        stored.set_iterations(iterations);
        ct_derive(prepared, &mut stored);
        black_box(&stored);
    }
}

/// Fills `key` with PBKDF2's output. Zero iterations count as one.
///
/// # Timing
///
/// Depends on the lengths and the iterations.
fn ct_pbkdf2<H: Hash>(password: &[u8], salt: &[u8], iterations: u32, key: &mut [u8]) {
    let prepared = HmacKey::<H>::new(password);
    let size = H::tag(&H::INITIAL).as_ref().len();
    for (index, part) in (1_u32..).zip(key.chunks_mut(size)) {
        let mut mac = prepared.start();
        mac.update(salt);
        mac.update(&index.to_be_bytes());
        let mut sum = mac.finish();
        let mut block = tag_block::<H>(&sum);
        for _ in 1..iterations {
            prepared.iterate(&mut block);
            for (sum, byte) in sum.as_mut().iter_mut().zip(block.as_ref()) {
                *sum ^= byte;
            }
        }
        write_word(part, sum.as_ref());
        sum.zeroize();
        block.zeroize();
    }
}

#[cfg(test)]
mod tests {
    use super::ct_pbkdf2;
    use crate::mac::Sha256;

    #[test]
    fn agrees_with_the_pbkdf2_crate() {
        for length in [1, 31, 32, 33, 64, 100] {
            for iterations in [1, 2, 3, 1000] {
                let (mut ours, mut theirs) = ([0; 100], [0; 100]);
                ct_pbkdf2::<Sha256>(b"motdepasse", b"sel de mer", iterations, &mut ours[..length]);
                let theirs = &mut theirs[..length];
                pbkdf2::pbkdf2::<hmac::Hmac<sha2::Sha256>>(
                    b"motdepasse",
                    b"sel de mer",
                    iterations,
                    theirs,
                )
                .unwrap();
                assert_eq!(&ours[..length], theirs);
            }
        }
    }

    #[cfg(feature = "sha512")]
    #[test]
    fn agrees_with_the_pbkdf2_crate_over_sha_512() {
        let (mut ours, mut theirs) = ([0; 100], [0; 100]);
        ct_pbkdf2::<crate::mac::Sha512>(&[b'x'; 200], &[3; 64], 77, &mut ours);
        pbkdf2::pbkdf2::<hmac::Hmac<sha2::Sha512>>(&[b'x'; 200], &[3; 64], 77, &mut theirs)
            .unwrap();
        assert_eq!(ours, theirs);
    }
}
