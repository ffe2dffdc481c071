//! PBKDF2 (RFC 8018 §5.2) over kept midstates, in as many steps as one likes: two block calls an
//! iteration and nothing else.

use zeroize::{Zeroize, Zeroizing};

use super::digest::PasswordDigest;
use super::pepper::Pepper;
#[cfg(feature = "sha1")]
use crate::mac::Sha1;
#[cfg(feature = "sha512")]
use crate::mac::Sha512;
use crate::mac::{Hash, HmacKey, Sha256, tag_block, write_word};

/// A derivation under way, wiped on drop.
pub(super) enum Derivation {
    #[cfg(feature = "sha1")]
    Sha1(Pbkdf2<Sha1>),
    Sha256(Pbkdf2<Sha256>),
    #[cfg(feature = "sha512")]
    Sha512(Pbkdf2<Sha512>),
}

/// Does the same with whichever derivation it is.
macro_rules! with {
    ($derivation:expr, $pbkdf2:ident => $do:expr) => {
        match $derivation {
            #[cfg(feature = "sha1")]
            Derivation::Sha1($pbkdf2) => $do,
            Derivation::Sha256($pbkdf2) => $do,
            #[cfg(feature = "sha512")]
            Derivation::Sha512($pbkdf2) => $do,
        }
    };
}

impl Derivation {
    /// Takes the password in; zero iterations count as one.
    ///
    /// # Timing
    ///
    /// Depends on the length of the password only.
    pub(super) fn ct_new(digest: PasswordDigest, iterations: u32, password: &[u8]) -> Self {
        Keyed::ct_new(digest, password).begin(iterations)
    }

    /// Takes the password in, with a pepper if there is one.
    ///
    /// # Timing
    ///
    /// As [`Self::ct_new`].
    pub(super) fn ct_peppered(
        pepper: Option<&Pepper>,
        digest: PasswordDigest,
        iterations: u32,
        password: &[u8],
    ) -> Self {
        Keyed::ct_peppered(pepper, digest, password).begin(iterations)
    }

    /// Does at most `budget` iterations towards filling `key`; returns how many were not needed,
    /// and whether it is filled. Every call is given the same salt and key.
    ///
    /// # Timing
    ///
    /// Depends on the lengths and the number of iterations.
    pub(super) fn ct_step(&mut self, salt: &[u8], key: &mut [u8], budget: u32) -> (u32, bool) {
        with!(self, pbkdf2 => pbkdf2.ct_step(salt, key, budget))
    }

    /// Fills `key` in one go.
    ///
    /// # Timing
    ///
    /// As [`Self::ct_step`].
    pub(super) fn ct_fill(mut self, salt: &[u8], key: &mut [u8]) {
        while !self.ct_step(salt, key, u32::MAX).1 {}
    }
}

/// A password that is taken in and has not been derived from, a third of a derivation's size.
pub(super) enum Keyed {
    #[cfg(feature = "sha1")]
    Sha1(HmacKey<Sha1>),
    Sha256(HmacKey<Sha256>),
    #[cfg(feature = "sha512")]
    Sha512(HmacKey<Sha512>),
}

impl Keyed {
    /// # Timing
    ///
    /// Depends on the length of the password only.
    pub(super) fn ct_new(digest: PasswordDigest, password: &[u8]) -> Self {
        match digest {
            #[cfg(feature = "sha1")]
            PasswordDigest::Sha1 => Self::Sha1(HmacKey::new(password)),
            PasswordDigest::Sha256 => Self::Sha256(HmacKey::new(password)),
            #[cfg(feature = "sha512")]
            PasswordDigest::Sha512 => Self::Sha512(HmacKey::new(password)),
        }
    }

    /// Takes the password in, with a pepper if there is one.
    ///
    /// # Timing
    ///
    /// As [`Self::ct_new`].
    pub(super) fn ct_peppered(
        pepper: Option<&Pepper>,
        digest: PasswordDigest,
        password: &[u8],
    ) -> Self {
        match pepper {
            None => Self::ct_new(digest, password),
            Some(pepper) => {
                let hashed = Zeroizing::new(pepper.ct_prehash(password));
                Self::ct_new(digest, hashed.as_slice())
            }
        }
    }

    /// Begins a derivation; zero iterations count as one.
    pub(super) fn begin(self, iterations: u32) -> Derivation {
        match self {
            #[cfg(feature = "sha1")]
            Self::Sha1(password) => Derivation::Sha1(Pbkdf2::new(iterations, password)),
            Self::Sha256(password) => Derivation::Sha256(Pbkdf2::new(iterations, password)),
            #[cfg(feature = "sha512")]
            Self::Sha512(password) => Derivation::Sha512(Pbkdf2::new(iterations, password)),
        }
    }
}

/// PBKDF2 under one hash function.
pub(super) struct Pbkdf2<H: Hash> {
    password: HmacKey<H>,
    iterations: u32,
    /// How many blocks of the key are filled.
    filled: u32,
    /// How many iterations the block under way still needs: all of them before its first.
    left: u32,
    sum: H::Tag,
    block: H::Block,
}

impl<H: Hash> Pbkdf2<H> {
    fn new(iterations: u32, password: HmacKey<H>) -> Self {
        let iterations = iterations.max(1);
        Self {
            password,
            iterations,
            filled: 0,
            left: iterations,
            sum: H::tag(&H::INITIAL),
            block: H::ZERO_BLOCK,
        }
    }

    fn ct_step(&mut self, salt: &[u8], key: &mut [u8], mut budget: u32) -> (u32, bool) {
        let size = self.sum.as_ref().len();
        for part in key.chunks_mut(size).skip(self.filled as usize) {
            if budget == 0 {
                return (0, false);
            }
            if self.left == self.iterations {
                self.ct_begin_block(salt);
                budget -= 1;
            }
            let now = budget.min(self.left);
            self.ct_iterate(now);
            budget -= now;
            if self.left > 0 {
                return (0, false);
            }
            write_word(part, self.sum.as_ref());
            self.filled += 1;
            self.left = self.iterations;
        }
        (budget, true)
    }

    /// The first iteration of a block, which takes the salt in.
    ///
    /// Never inlined: the stack of one hash function is not that of all.
    #[inline(never)]
    fn ct_begin_block(&mut self, salt: &[u8]) {
        let mut mac = self.password.start();
        mac.update(salt);
        mac.update(&self.filled.wrapping_add(1).to_be_bytes());
        self.sum = mac.finish();
        self.block = tag_block::<H>(&self.sum);
        self.left -= 1;
    }

    fn ct_iterate(&mut self, times: u32) {
        for _ in 0..times {
            self.password.iterate(&mut self.block);
            for (sum, byte) in self.sum.as_mut().iter_mut().zip(self.block.as_ref()) {
                *sum ^= byte;
            }
        }
        self.left -= times;
    }
}

impl<H: Hash> Drop for Pbkdf2<H> {
    fn drop(&mut self) {
        self.sum.as_mut().zeroize();
        self.block.as_mut().zeroize();
    }
}

#[cfg(test)]
mod tests {
    use super::{Derivation, PasswordDigest};

    /// Every slicing of a derivation, against the `pbkdf2` crate.
    fn agrees<H>(digest: PasswordDigest)
    where
        hmac::Hmac<H>: hmac::Mac + hmac::KeyInit + Clone + Sync,
        H: hmac::EagerHash,
    {
        for (length, password) in [(1, 1), (19, 20), (33, 64), (64, 65), (100, 200)] {
            for iterations in [1, 2, 3, 50] {
                let password = &[b'x'; 200][..password];
                let (mut ours, mut theirs) = ([0; 100], [0; 100]);
                let (ours, theirs) = (&mut ours[..length], &mut theirs[..length]);
                pbkdf2::pbkdf2::<hmac::Hmac<H>>(password, b"sel de mer", iterations, theirs)
                    .unwrap();
                for slice in [1, 2, 7, 1_000] {
                    ours.fill(0);
                    let mut derivation = Derivation::ct_new(digest, iterations, password);
                    while !derivation.ct_step(b"sel de mer", ours, slice).1 {}
                    assert_eq!(ours, theirs, "in steps of {slice}");
                }
            }
        }
    }

    #[test]
    fn agrees_with_the_pbkdf2_crate() {
        #[cfg(feature = "sha1")]
        agrees::<sha1::Sha1>(PasswordDigest::Sha1);
        agrees::<sha2::Sha256>(PasswordDigest::Sha256);
        #[cfg(feature = "sha512")]
        agrees::<sha2::Sha512>(PasswordDigest::Sha512);
    }
}
