//! The hash functions of FIPS 180-4 as what HMAC needs of them: a chaining value and a block call.

/// A Merkle–Damgård hash, reduced to its compression function.
pub(crate) trait Hash {
    /// The chaining value.
    type Chain: Copy;
    /// A block of input: 64 or 128 bytes.
    type Block: Copy + AsRef<[u8]> + AsMut<[u8]> + 'static;
    /// The digest: 20, 32 or 64 bytes.
    type Tag: Copy + AsRef<[u8]> + AsMut<[u8]>;

    /// The chaining value before the first block.
    const INITIAL: Self::Chain;
    /// A block of zeros.
    const ZERO_BLOCK: Self::Block;
    /// The second and last block of an HMAC's message that is a tag, with zeros in its place.
    const TAG_BLOCK: &'static Self::Block;
    /// The second and last block of an HMAC's message that has eight bytes, with zeros in their
    /// place.
    const COUNTER_BLOCK: &'static Self::Block;
    /// The number of bytes that the message length takes at the end of the last block.
    const LENGTH_BYTES: usize;

    /// Absorbs one block.
    fn compress(chain: &mut Self::Chain, block: &Self::Block);

    /// Writes the chaining value out as bytes, big-endian.
    fn tag(chain: &Self::Chain) -> Self::Tag;

    /// Reads a chaining value that [`Hash::tag`] wrote.
    fn chain(tag: &[u8]) -> Self::Chain;
}

/// SHA-1, for HOTP and TOTP only.
#[cfg(feature = "sha1")]
#[derive(Clone, Copy)]
pub(crate) struct Sha1;

#[cfg(feature = "sha1")]
impl Hash for Sha1 {
    type Chain = [u32; 5];
    type Block = [u8; 64];
    type Tag = [u8; 20];

    const INITIAL: [u32; 5] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0];
    const ZERO_BLOCK: [u8; 64] = [0; 64];
    const TAG_BLOCK: &'static [u8; 64] = &second_block(20);
    const COUNTER_BLOCK: &'static [u8; 64] = &second_block(8);
    const LENGTH_BYTES: usize = 8;

    fn compress(chain: &mut [u32; 5], block: &[u8; 64]) {
        compress_sha1(chain, block);
    }

    fn tag(chain: &[u32; 5]) -> [u8; 20] {
        let mut tag = [0; 20];
        for (out, word) in tag.as_chunks_mut().0.iter_mut().zip(chain) {
            *out = word.to_be_bytes();
        }
        tag
    }

    fn chain(tag: &[u8]) -> [u32; 5] {
        let mut chain = [0; 5];
        for (word, bytes) in chain.iter_mut().zip(tag.as_chunks().0) {
            *word = u32::from_be_bytes(*bytes);
        }
        chain
    }
}

/// SHA-256.
#[derive(Clone, Copy)]
pub(crate) struct Sha256;

impl Hash for Sha256 {
    type Chain = [u32; 8];
    type Block = [u8; 64];
    type Tag = [u8; 32];

    const INITIAL: [u32; 8] = [
        0x6a09_e667,
        0xbb67_ae85,
        0x3c6e_f372,
        0xa54f_f53a,
        0x510e_527f,
        0x9b05_688c,
        0x1f83_d9ab,
        0x5be0_cd19,
    ];
    const ZERO_BLOCK: [u8; 64] = [0; 64];
    const TAG_BLOCK: &'static [u8; 64] = &second_block(32);
    const COUNTER_BLOCK: &'static [u8; 64] = &second_block(8);
    const LENGTH_BYTES: usize = 8;

    fn compress(chain: &mut [u32; 8], block: &[u8; 64]) {
        compress_sha256(chain, block);
    }

    fn tag(chain: &[u32; 8]) -> [u8; 32] {
        let mut tag = [0; 32];
        for (out, word) in tag.as_chunks_mut().0.iter_mut().zip(chain) {
            *out = word.to_be_bytes();
        }
        tag
    }

    fn chain(tag: &[u8]) -> [u32; 8] {
        let mut chain = [0; 8];
        for (word, bytes) in chain.iter_mut().zip(tag.as_chunks().0) {
            *word = u32::from_be_bytes(*bytes);
        }
        chain
    }
}

/// The one place where SHA-1 runs; apart for the same reason as [`compress_sha256`].
#[cfg(feature = "sha1")]
#[inline(never)]
fn compress_sha1(chain: &mut [u32; 5], block: &[u8; 64]) {
    sha1::block_api::compress(chain, core::slice::from_ref(block));
}

/// The one place where SHA-256 runs.
///
/// Never inlined: on some processors the SHA-NI instructions run about a hundred times slower in a
/// function that also has 256-bit values, as code built for AVX has under fat LTO (LLVM issue
/// 142368). `tests/sha_ni` checks what is built.
#[inline(never)]
fn compress_sha256(chain: &mut [u32; 8], block: &[u8; 64]) {
    sha2::block_api::compress256(chain, core::slice::from_ref(block));
}

/// SHA-512.
#[cfg(feature = "sha512")]
#[derive(Clone, Copy)]
pub(crate) struct Sha512;

#[cfg(feature = "sha512")]
impl Hash for Sha512 {
    type Chain = [u64; 8];
    type Block = [u8; 128];
    type Tag = [u8; 64];

    const INITIAL: [u64; 8] = [
        0x6a09_e667_f3bc_c908,
        0xbb67_ae85_84ca_a73b,
        0x3c6e_f372_fe94_f82b,
        0xa54f_f53a_5f1d_36f1,
        0x510e_527f_ade6_82d1,
        0x9b05_688c_2b3e_6c1f,
        0x1f83_d9ab_fb41_bd6b,
        0x5be0_cd19_137e_2179,
    ];
    const ZERO_BLOCK: [u8; 128] = [0; 128];
    const TAG_BLOCK: &'static [u8; 128] = &second_block(64);
    const COUNTER_BLOCK: &'static [u8; 128] = &second_block(8);
    const LENGTH_BYTES: usize = 16;

    fn compress(chain: &mut [u64; 8], block: &[u8; 128]) {
        sha2::block_api::compress512(chain, core::slice::from_ref(block));
    }

    fn tag(chain: &[u64; 8]) -> [u8; 64] {
        let mut tag = [0; 64];
        for (out, word) in tag.as_chunks_mut().0.iter_mut().zip(chain) {
            *out = word.to_be_bytes();
        }
        tag
    }

    fn chain(tag: &[u8]) -> [u64; 8] {
        let mut chain = [0; 8];
        for (word, bytes) in chain.iter_mut().zip(tag.as_chunks().0) {
            *word = u64::from_be_bytes(*bytes);
        }
        chain
    }
}

/// Returns the second and last block of a message that is a block and `length` bytes, with zeros
/// in their place.
#[allow(clippy::indexing_slicing, reason = "run by the compiler alone, for six constants")]
const fn second_block<const N: usize>(length: usize) -> [u8; N] {
    let mut block = [0; N];
    block[length] = 0x80;
    // Less than 2¹⁶ bits.
    let bits = 8 * (N + length);
    [block[N - 1], block[N - 2], ..] = bits.to_le_bytes();
    block
}

/// Copies as many bytes as both have; unlike `copy_from_slice` it has no panic path.
pub(crate) fn write_word(out: &mut [u8], word: &[u8]) {
    for (out, byte) in out.iter_mut().zip(word) {
        *out = *byte;
    }
}
