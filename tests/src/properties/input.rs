//! What a law makes of the bytes that it is given.

use std::borrow::Cow;

/// Arbitrary bytes, taken from the front; zeros when there are none left.
pub struct Input<'a> {
    bytes: &'a [u8],
}

impl<'a> Input<'a> {
    /// Begins with all of the bytes.
    pub const fn new(bytes: &'a [u8]) -> Self {
        Self { bytes }
    }

    /// Returns whether no bytes are left.
    pub const fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// Takes as many bytes as the array has.
    pub fn array<const N: usize>(&mut self) -> [u8; N] {
        let mut array = [0; N];
        let (head, tail) = self.bytes.split_at(N.min(self.bytes.len()));
        self.bytes = tail;
        array.iter_mut().zip(head).for_each(|(out, byte)| *out = *byte);
        array
    }

    /// Takes a byte.
    pub fn byte(&mut self) -> u8 {
        let [byte] = self.array();
        byte
    }

    /// Takes a byte and returns a number below `bound`.
    pub fn below(&mut self, bound: u8) -> u8 {
        self.byte() % bound
    }

    /// Takes two bytes.
    pub fn word(&mut self) -> u16 {
        u16::from_be_bytes(self.array())
    }

    /// Takes eight bytes.
    pub fn number(&mut self) -> u64 {
        u64::from_be_bytes(self.array())
    }

    /// Takes a length byte and as many bytes.
    pub fn bytes(&mut self) -> &'a [u8] {
        let length = usize::from(self.byte());
        let (head, tail) = self.bytes.split_at(length.min(self.bytes.len()));
        self.bytes = tail;
        head
    }

    /// Takes a length byte and a text, in which U+FFFD stands for what is no UTF-8.
    pub fn text(&mut self) -> Cow<'a, str> {
        String::from_utf8_lossy(self.bytes())
    }

    /// Takes all that is left.
    pub fn rest(&mut self) -> &'a [u8] {
        std::mem::take(&mut self.bytes)
    }
}
