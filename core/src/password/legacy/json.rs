//! One member of a JSON object (RFC 8259), found without a heap and without recursion.
//!
//! The object is checked as far as finding a member of it takes: its structure, not the spelling of
//! numbers and escapes in members that nobody asks for.

use super::super::PasswordError;

/// What a member's value is.
#[derive(Clone, Copy, Eq, PartialEq)]
pub(super) enum Kind {
    /// A string without escapes; it is returned without its quotes.
    Text,
    /// A number without sign, fraction and exponent.
    Number,
}

/// Returns the value of the one member of this name.
///
/// # Errors
///
/// - [`PasswordError::HashTooLong`]: more than 4,096 bytes.
/// - [`PasswordError::HashExtraField`]: the member is there twice.
/// - [`PasswordError::Malformed`]: it is not there, not of this kind, or this is no JSON object; or
///   arrays and objects are nested more than 16 deep.
pub(super) fn member<'a>(
    object: &'a [u8],
    name: &[u8],
    kind: Kind,
) -> Result<&'a [u8], PasswordError> {
    if object.len() > MAX_BYTES {
        return Err(PasswordError::HashTooLong);
    }
    let mut reader = Reader { rest: object };
    let mut found = None;
    reader.expect(b'{')?;
    if reader.peek() == Some(b'}') {
        reader.expect(b'}')?;
    } else {
        loop {
            let key = reader.string()?;
            reader.expect(b':')?;
            let value = reader.value(kind)?;
            if key == name {
                let value = value.ok_or(PasswordError::Malformed)?;
                if found.replace(value).is_some() {
                    return Err(PasswordError::HashExtraField);
                }
            }
            match reader.next()? {
                b',' => {}
                b'}' => break,
                _ => return Err(PasswordError::Malformed),
            }
        }
    }
    if reader.peek().is_some() {
        return Err(PasswordError::Malformed);
    }
    found.ok_or(PasswordError::Malformed)
}

/// What is left of the text.
struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    /// The next byte that is no white space.
    fn peek(&mut self) -> Option<u8> {
        let blank = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r');
        while self.rest.first().is_some_and(blank) {
            self.skip(1);
        }
        self.rest.first().copied()
    }

    fn skip(&mut self, bytes: usize) {
        self.rest = self.rest.get(bytes..).unwrap_or_default();
    }

    fn next(&mut self) -> Result<u8, PasswordError> {
        let byte = self.peek().ok_or(PasswordError::Malformed)?;
        self.skip(1);
        Ok(byte)
    }

    fn expect(&mut self, byte: u8) -> Result<(), PasswordError> {
        if self.next()? == byte { Ok(()) } else { Err(PasswordError::Malformed) }
    }

    /// Takes as many bytes as `wanted` holds for.
    fn take(&mut self, wanted: impl Fn(u8) -> bool) -> &'a [u8] {
        let length = self.rest.iter().position(|&byte| !wanted(byte)).unwrap_or(self.rest.len());
        let (taken, rest) = self.rest.split_at_checked(length).unwrap_or_default();
        self.rest = rest;
        taken
    }

    /// A string with its escapes as they are written.
    fn string(&mut self) -> Result<&'a [u8], PasswordError> {
        self.expect(b'"')?;
        let whole = self.rest;
        loop {
            self.take(|byte| !matches!(byte, b'"' | b'\\' | 0..=0x1f));
            match self.rest {
                [b'"', ..] => break,
                [b'\\', _, ..] => self.skip(2),
                _ => return Err(PasswordError::Malformed),
            }
        }
        let string = whole.get(..whole.len() - self.rest.len()).unwrap_or_default();
        self.skip(1);
        Ok(string)
    }

    /// Goes past a value; returns it if it is of this kind.
    fn value(&mut self, kind: Kind) -> Result<Option<&'a [u8]>, PasswordError> {
        match self.peek().ok_or(PasswordError::Malformed)? {
            b'"' => {
                let text = self.string()?;
                Ok((kind == Kind::Text && !text.contains(&b'\\')).then_some(text))
            }
            b'{' | b'[' => self.nested().map(|()| None),
            _ => {
                let word = self.scalar()?;
                Ok((kind == Kind::Number && word.iter().all(u8::is_ascii_digit)).then_some(word))
            }
        }
    }

    /// A number, or `true`, `false`, `null`.
    fn scalar(&mut self) -> Result<&'a [u8], PasswordError> {
        let word =
            self.take(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'));
        if word.is_empty() { Err(PasswordError::Malformed) } else { Ok(word) }
    }

    /// Goes past an array or object.
    fn nested(&mut self) -> Result<(), PasswordError> {
        // One bit for each open bracket: 1 for an array.
        let (mut open, mut depth) = (0_u16, 0);
        loop {
            match self.peek().ok_or(PasswordError::Malformed)? {
                b'"' => drop(self.string()?),
                bracket @ (b'{' | b'[') if depth < MAX_DEPTH => {
                    open = open << 1 | u16::from(bracket == b'[');
                    depth += 1;
                    self.skip(1);
                }
                bracket @ (b'}' | b']') if open & 1 == u16::from(bracket == b']') => {
                    open >>= 1;
                    depth -= 1;
                    self.skip(1);
                    if depth == 0 {
                        return Ok(());
                    }
                }
                b',' | b':' => self.skip(1),
                _ => drop(self.scalar()?),
            }
        }
    }
}

/// The most bytes of an object.
const MAX_BYTES: usize = 4_096;
/// The most arrays and objects in one another.
const MAX_DEPTH: u32 = 16;
