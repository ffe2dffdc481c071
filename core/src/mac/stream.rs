//! A hash function fed piece by piece.

use zeroize::Zeroize;

use super::hash::{Hash, write_word};
use super::wipe;

/// A hash under way: the chaining value, and the block that is being filled.
pub(super) struct Stream<H: Hash> {
    chain: H::Chain,
    block: H::Block,
    filled: usize,
    blocks: u64,
}

impl<H: Hash> Stream<H> {
    /// Starts from `chain`, into which `blocks` blocks have been absorbed already.
    pub(super) fn new(chain: H::Chain, blocks: u64) -> Self {
        Self { chain, block: H::ZERO_BLOCK, filled: 0, blocks }
    }

    pub(super) fn update(&mut self, mut bytes: &[u8]) {
        let size = self.block.as_ref().len();
        while !bytes.is_empty() {
            let Some(room) = self.block.as_mut().get_mut(self.filled..) else { return };
            let taken = room.len().min(bytes.len());
            let Some((now, later)) = bytes.split_at_checked(taken) else { return };
            write_word(room, now);
            bytes = later;
            self.filled += taken;
            if self.filled == size {
                H::compress(&mut self.chain, &self.block);
                self.blocks = self.blocks.wrapping_add(1);
                self.filled = 0;
            }
        }
    }

    /// Ends the message; in place, for a stream is too big to be moved about on a small stack.
    pub(super) fn finish(&mut self) -> H::Tag {
        let size = self.block.as_ref().len();
        let bytes = self.blocks.wrapping_mul(size as u64).wrapping_add(self.filled as u64);
        end_message::<H>(&mut self.block, self.filled);
        if self.filled + H::LENGTH_BYTES >= size {
            H::compress(&mut self.chain, &self.block);
            self.block = H::ZERO_BLOCK;
        }
        write_length::<H>(&mut self.block, bytes.wrapping_mul(8));
        H::compress(&mut self.chain, &self.block);
        H::tag(&self.chain)
    }
}

impl<H: Hash> Drop for Stream<H> {
    fn drop(&mut self) {
        wipe::<H>(&mut self.chain);
        self.block.as_mut().zeroize();
    }
}

/// Writes the bit that ends a message at `filled`, and zeros after it.
fn end_message<H: Hash>(block: &mut H::Block, filled: usize) {
    let mut end = 0x80;
    for byte in block.as_mut().iter_mut().skip(filled) {
        *byte = end;
        end = 0;
    }
}

/// Writes the message's length in bits at the end of its last block.
fn write_length<H: Hash>(block: &mut H::Block, bits: u64) {
    for (byte, length) in block.as_mut().iter_mut().rev().zip(bits.to_le_bytes()) {
        *byte = length;
    }
}

/// Writes the digest of `parts`, one after the other, into `out`.
///
/// # Timing
///
/// Depends on the lengths.
///
/// Never inlined: where a long key is the exception, its stack is.
#[inline(never)]
pub(crate) fn ct_digest<H: Hash>(parts: [&[u8]; 2], out: &mut [u8]) {
    let mut stream = Stream::<H>::new(H::INITIAL, 0);
    for part in parts {
        stream.update(part);
    }
    let mut digest = stream.finish();
    write_word(out, digest.as_ref());
    digest.as_mut().zeroize();
}
