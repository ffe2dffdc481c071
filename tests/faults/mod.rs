//! Machines and stores with one planted fault each, and the law that must see it.

pub(crate) mod attempts;
pub(crate) mod codes;
pub(crate) mod devices;
pub(crate) mod lists;

use std::ops::Range;

use hmac::{KeyInit, Mac};

/// A row whose bytes are changed, under the tag that the core would give it (DESIGN.md, *Stored
/// state*): what a fault in the core would store.
pub(crate) struct Forged<const N: usize> {
    bytes: [u8; N],
}

impl<const N: usize> Forged<N> {
    pub(crate) fn of(bytes: &[u8; N]) -> Self {
        Self { bytes: *bytes }
    }

    /// Puts other bytes there.
    pub(crate) fn put(mut self, at: usize, bytes: &[u8]) -> Self {
        self.bytes[at..at + bytes.len()].copy_from_slice(bytes);
        self
    }

    /// Puts what another row has there.
    pub(crate) fn keep(self, range: Range<usize>, other: &[u8; N]) -> Self {
        self.put(range.start, &other[range])
    }

    /// Moves the generation on.
    pub(crate) fn next(self, generation: u64) -> Self {
        self.put(16, &(generation + 1).to_be_bytes())
    }

    /// Returns the bytes with the tag of the role, for what the row is bound to.
    pub(crate) fn sealed(self, role: &str, bound: &[&[u8]]) -> [u8; N] {
        let subkey = mac(&[7; 32], &[format!("sceau/v1/{role}").as_bytes()]);
        let (body, mut bytes) = (N - 16, self.bytes);
        let fields = bound.iter().flat_map(|field| {
            let length = u32::try_from(field.len()).unwrap();
            [length.to_be_bytes().to_vec(), field.to_vec()].concat()
        });
        let message: Vec<u8> = bytes[..body].iter().copied().chain(fields).collect();
        bytes[body..].copy_from_slice(&mac(&subkey, &[&message])[..16]);
        bytes
    }
}

/// HMAC-SHA-256 by another implementation.
fn mac(key: &[u8], parts: &[&[u8]]) -> Vec<u8> {
    let mut mac = hmac::Hmac::<sha2::Sha256>::new_from_slice(key).unwrap();
    for part in parts {
        mac.update(part);
    }
    mac.finalize().into_bytes().to_vec()
}
