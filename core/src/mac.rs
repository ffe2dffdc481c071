//! HMAC (RFC 2104) over kept midstates, the service's key and the keys separated from it, and tags.
//!
//! HMAC is written here, over the block functions of `sha1` and `sha2`, because a key that is used
//! for thousands of iterations or thousands of codes should absorb its two pads once. The `hmac`
//! crate is the oracle of the tests.

mod hash;
mod key;
mod stream;

use core::hint::black_box;

use subtle::{Choice, ConstantTimeEq};
use zeroize::{Zeroize, ZeroizeOnDrop, optimization_barrier};

#[cfg(feature = "sha1")]
pub(crate) use hash::Sha1;
#[cfg(feature = "sha512")]
pub(crate) use hash::Sha512;
pub(crate) use hash::{Hash, Sha256, write_word};
pub(crate) use key::Role;
pub use key::{KeyError, ServiceKey};
use stream::Stream;
pub(crate) use stream::ct_digest;

/// The number of bytes of a stored tag; never configurable.
pub const TAG_BYTES: usize = 16;

/// A key whose two pads have been absorbed: four block calls less for each message.
pub(crate) struct HmacKey<H: Hash> {
    inner: H::Chain,
    outer: H::Chain,
}

impl<H: Hash> HmacKey<H> {
    pub(crate) fn new(key: &[u8]) -> Self {
        let mut padded = H::ZERO_BLOCK;
        if key.len() > padded.as_ref().len() {
            ct_digest::<H>([key, b""], padded.as_mut());
        } else {
            write_word(padded.as_mut(), key);
        }
        Self::absorb(padded)
    }

    /// As [`HmacKey::new`] for the first `length` of `bytes`, behind which there are zeros: a whole
    /// block is copied, and not a few bytes into one.
    pub(crate) fn of_zero_padded(bytes: &[u8; 128], length: usize) -> Self {
        let mut padded = H::ZERO_BLOCK;
        if length > padded.as_ref().len() {
            return Self::new(bytes.get(..length).unwrap_or_default());
        }
        write_word(padded.as_mut(), bytes);
        Self::absorb(padded)
    }

    /// Never inlined: the stack of one hash function is not that of all.
    #[inline(never)]
    fn absorb(mut padded: H::Block) -> Self {
        // Both blocks before both calls, which then run beside one another.
        let [mut inner_block, mut outer_block] = [0x36, 0x5c].map(|pad| xored::<H>(&padded, pad));
        let mut key = Self { inner: H::INITIAL, outer: H::INITIAL };
        H::compress(&mut key.inner, &inner_block);
        H::compress(&mut key.outer, &outer_block);
        for block in [&mut padded, &mut inner_block, &mut outer_block] {
            block.as_mut().zeroize();
        }
        key
    }

    /// Writes the chaining values behind the two pads: the inner one's words, then the outer one's.
    pub(crate) fn write_midstates(&self, out: &mut [u8]) {
        let (inner, outer) = (H::tag(&self.inner), H::tag(&self.outer));
        let (head, tail) = out.split_at_mut_checked(inner.as_ref().len()).unwrap_or_default();
        write_word(head, inner.as_ref());
        write_word(tail, outer.as_ref());
    }

    /// Takes what [`HmacKey::write_midstates`] wrote.
    pub(crate) fn from_midstates(bytes: &[u8]) -> Self {
        let size = H::tag(&H::INITIAL).as_ref().len();
        let (inner, outer) = bytes.split_at_checked(size).unwrap_or_default();
        Self { inner: H::chain(inner), outer: H::chain(outer) }
    }

    pub(crate) fn start(&self) -> Hmac<H> {
        Hmac { stream: Stream::new(self.inner, 1), outer: self.outer }
    }

    /// Returns the MAC of a counter, as a code's is: two block calls, and no buffer.
    pub(crate) fn mac_of_counter(&self, counter: u64) -> H::Tag {
        let (mut block, mut tag_block) = (*H::COUNTER_BLOCK, *H::TAG_BLOCK);
        write_counter(block.as_mut(), counter);
        let mut chain = self.inner;
        H::compress(&mut chain, &block);
        write_word(tag_block.as_mut(), H::tag(&chain).as_ref());
        chain = self.outer;
        H::compress(&mut chain, &tag_block);
        tag_block.as_mut().zeroize();
        let tag = H::tag(&chain);
        wipe::<H>(&mut chain);
        tag
    }

    /// Replaces the tag in `block`, which is [`tag_block`]'s, by the MAC of that tag: what PBKDF2
    /// does at every iteration, without a buffer.
    ///
    /// Never inlined: beside its caller's bytes the compiler takes the tag's vectors apart.
    #[inline(never)]
    pub(crate) fn iterate(&self, block: &mut H::Block) {
        let mut chain = self.inner;
        H::compress(&mut chain, block);
        write_word(block.as_mut(), H::tag(&chain).as_ref());
        let mut chain = self.outer;
        H::compress(&mut chain, block);
        write_word(block.as_mut(), H::tag(&chain).as_ref());
    }
}

impl<H: Hash> Clone for HmacKey<H> {
    fn clone(&self) -> Self {
        Self { inner: self.inner, outer: self.outer }
    }
}

impl<H: Hash> Drop for HmacKey<H> {
    fn drop(&mut self) {
        wipe::<H>(&mut self.inner);
        wipe::<H>(&mut self.outer);
    }
}

impl<H: Hash> ZeroizeOnDrop for HmacKey<H> {}

/// Returns `tag` padded to the second and last block of an HMAC's message.
pub(crate) fn tag_block<H: Hash>(tag: &H::Tag) -> H::Block {
    let mut block = *H::TAG_BLOCK;
    write_word(block.as_mut(), tag.as_ref());
    block
}

/// A MAC under way.
pub(crate) struct Hmac<H: Hash> {
    stream: Stream<H>,
    outer: H::Chain,
}

impl<H: Hash> Hmac<H> {
    pub(crate) fn update(&mut self, bytes: &[u8]) {
        self.stream.update(bytes);
    }

    /// Absorbs a field of variable length behind its length: 4 bytes, big-endian.
    pub(crate) fn update_field(&mut self, bytes: &[u8]) {
        // From 4 GiB on, the lengths of all fields are one; no account has such a name.
        self.update(&u32::try_from(bytes.len()).unwrap_or(u32::MAX).to_be_bytes());
        self.update(bytes);
    }

    /// Ends the message; in place, as [`Stream::finish`].
    pub(crate) fn finish(&mut self) -> H::Tag {
        let mut inner = self.stream.finish();
        let mut outer = Stream::<H>::new(self.outer, 1);
        wipe::<H>(&mut self.outer);
        outer.update(inner.as_ref());
        inner.as_mut().zeroize();
        outer.finish()
    }
}

impl Hmac<Sha256> {
    /// Returns the MAC as a key, and leaves no copy of it.
    pub(crate) fn into_key(mut self) -> HmacKey<Sha256> {
        let mut bytes = self.finish();
        let key = HmacKey::new(&bytes);
        bytes.zeroize();
        key
    }

    /// Returns the first 16 bytes of the MAC.
    pub(crate) fn finish_tag(mut self) -> [u8; TAG_BYTES] {
        let mut tag = [0; TAG_BYTES];
        write_word(&mut tag, &self.finish());
        tag
    }
}

/// Compares two tags.
///
/// # Timing
///
/// Constant.
pub(crate) fn ct_tags_equal(a: &[u8; TAG_BYTES], b: &[u8; TAG_BYTES]) -> Choice {
    a.ct_eq(b)
}

/// Returns a padded key with each byte XOR one byte of HMAC's pads.
fn xored<H: Hash>(padded: &H::Block, pad: u8) -> H::Block {
    let mut block = *padded;
    for byte in block.as_mut() {
        *byte ^= pad;
    }
    block
}

/// Writes a counter, big-endian, at the beginning of a block that has nothing in its first 16 bytes
/// but the bit that ends the message behind the counter.
///
/// Both words as one vector: who reads a vector behind two narrower writes waits until these, and
/// all that came before them, are done; one code would wait for the code before.
fn write_counter(block: &mut [u8], counter: u64) {
    const LANES: &[[u64; 2]; 2] = &[[u64::MAX, 0], [0, u64::from_be(0x80 << 56)]];
    let [kept, end] = black_box(LANES);
    let words = block.as_chunks_mut().0.iter_mut();
    for (word, (kept, end)) in words.zip(kept.iter().zip(end)) {
        *word = ((counter.to_be() & kept) | end).to_ne_bytes();
    }
}

/// Writes the chaining value of no message over one: `zeroize` would write word by word.
fn wipe<H: Hash>(chain: &mut H::Chain) {
    *chain = H::INITIAL;
    optimization_barrier(chain);
}

#[cfg(test)]
mod tests {
    use std::vec::Vec;

    use hmac::{KeyInit, Mac};

    use super::{HmacKey, Sha256};

    fn bytes(length: usize) -> Vec<u8> {
        (0..length).map(|i| u8::try_from(i * 7 % 251).unwrap()).collect()
    }

    /// Every length around the block boundaries, against the `hmac` crate.
    macro_rules! agrees_with_the_hmac_crate {
        ($name:ident, $ours:ty, $theirs:ty) => {
            #[test]
            fn $name() {
                for key_length in [0, 1, 19, 20, 63, 64, 65, 127, 128, 129, 300] {
                    let key = bytes(key_length);
                    let prepared = HmacKey::<$ours>::new(&key);
                    for length in 0..300 {
                        let message = bytes(length);
                        let mut mac = prepared.start();
                        let (head, tail) = message.split_at(length / 3);
                        mac.update(head);
                        mac.update(tail);
                        let mut oracle = hmac::Hmac::<$theirs>::new_from_slice(&key).unwrap();
                        oracle.update(&message);
                        assert_eq!(mac.finish().as_slice(), &oracle.finalize().into_bytes()[..]);
                    }
                }
            }
        };
    }

    #[cfg(feature = "sha1")]
    agrees_with_the_hmac_crate!(hmac_sha_1_agrees, super::Sha1, sha1::Sha1);
    agrees_with_the_hmac_crate!(hmac_sha_256_agrees, Sha256, sha2::Sha256);
    #[cfg(feature = "sha512")]
    agrees_with_the_hmac_crate!(hmac_sha_512_agrees, super::Sha512, sha2::Sha512);
}
