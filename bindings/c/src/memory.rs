//! The one place where pointers become slices and values, and where outputs are written.

use core::ffi::c_char;
use core::ptr::{self, NonNull};

use crate::status::SceauStatus;

/// Ends a function: nothing was written unless `run` came to its end.
pub(crate) fn answer(run: impl FnOnce() -> Result<(), SceauStatus>) -> SceauStatus {
    match run() {
        Ok(()) => SceauStatus::Ok,
        Err(status) => status,
    }
}

/// Borrows `length` items. A null pointer stands for none.
///
/// # Safety
///
/// Unless it is null, `pointer` points to `length` items that nobody writes to meanwhile.
pub(crate) unsafe fn items<'a, T: Copy>(
    pointer: *const T,
    length: usize,
) -> Result<&'a [T], SceauStatus> {
    if length > isize::MAX.unsigned_abs() / size_of::<T>().max(1) {
        return Err(SceauStatus::Length);
    }
    match (pointer.is_null(), length) {
        (_, 0) => Ok(&[]),
        (true, _) => Err(SceauStatus::NullPointer),
        // SAFETY: the caller vouches for the items, and no more than `isize::MAX` bytes are theirs.
        (false, _) => Ok(unsafe { core::slice::from_raw_parts(pointer, length) }),
    }
}

/// Borrows `length` bytes. A null pointer stands for none.
///
/// # Safety
///
/// As [`items`].
pub(crate) unsafe fn bytes<'a>(pointer: *const u8, length: usize) -> Result<&'a [u8], SceauStatus> {
    // SAFETY: the caller's promise is the same.
    unsafe { items(pointer, length) }
}

/// Borrows `length` bytes of text, of any encoding.
///
/// # Safety
///
/// As [`bytes`].
pub(crate) unsafe fn characters<'a>(
    pointer: *const c_char,
    length: usize,
) -> Result<&'a [u8], SceauStatus> {
    // SAFETY: the caller's promise is the same.
    unsafe { bytes(pointer.cast(), length) }
}

/// Borrows `length` bytes of UTF-8.
///
/// # Safety
///
/// As [`bytes`].
pub(crate) unsafe fn text<'a>(
    pointer: *const c_char,
    length: usize,
) -> Result<&'a str, SceauStatus> {
    // SAFETY: the caller's promise is the same.
    str::from_utf8(unsafe { characters(pointer, length)? }).map_err(|_| SceauStatus::NotUtf8)
}

/// Copies a value in.
///
/// # Safety
///
/// Unless it is null, `pointer` points to a value.
pub(crate) unsafe fn value<T: Copy>(pointer: *const T) -> Result<T, SceauStatus> {
    // SAFETY: the caller's promise is the same.
    unsafe { optional(pointer) }.ok_or(SceauStatus::NullPointer)
}

/// Copies a value in, of which a null pointer says that there is none.
///
/// # Safety
///
/// As [`value`].
pub(crate) unsafe fn optional<T: Copy>(pointer: *const T) -> Option<T> {
    // SAFETY: the caller vouches for a pointer that is not null.
    (!pointer.is_null()).then(|| unsafe { pointer.read() })
}

/// Borrows a value.
///
/// # Safety
///
/// As [`value`], and nobody writes to it meanwhile.
pub(crate) unsafe fn borrowed<'a, T>(pointer: *const T) -> Result<&'a T, SceauStatus> {
    // SAFETY: the caller vouches for a pointer that is not null.
    unsafe { pointer.as_ref() }.ok_or(SceauStatus::NullPointer)
}

/// Borrows a value that is changed where it is.
///
/// # Safety
///
/// As [`value`], and nobody else looks at it meanwhile.
pub(crate) unsafe fn place<'a, T>(pointer: *mut T) -> Result<&'a mut T, SceauStatus> {
    // SAFETY: the caller vouches for a pointer that is not null.
    unsafe { pointer.as_mut() }.ok_or(SceauStatus::NullPointer)
}

/// A place for one value, written once or not at all.
pub(crate) struct Out<T>(NonNull<T>);

impl<T> Out<T> {
    /// Takes the place.
    ///
    /// # Safety
    ///
    /// Unless it is null, `pointer` points to memory for one `T`, which stays the caller's.
    pub(crate) unsafe fn new(pointer: *mut T) -> Result<Self, SceauStatus> {
        NonNull::new(pointer).map(Self).ok_or(SceauStatus::NullPointer)
    }

    /// Writes the value; what stood there is not read.
    pub(crate) fn write(self, value: T) {
        // SAFETY: `new`'s caller vouched for the memory.
        unsafe { self.0.write(value) }
    }
}

/// A place for a number of items, and for how many they are.
pub(crate) struct OutItems<T> {
    items: *mut T,
    capacity: usize,
    count: Out<usize>,
}

impl<T: Copy> OutItems<T> {
    /// Takes the place.
    ///
    /// # Safety
    ///
    /// Unless it is null, `items` points to memory for `capacity` items, and `count` for one
    /// number.
    pub(crate) unsafe fn new(
        items: *mut T,
        capacity: usize,
        count: *mut usize,
    ) -> Result<Self, SceauStatus> {
        if items.is_null() && capacity > 0 {
            return Err(SceauStatus::NullPointer);
        }
        // SAFETY: the caller vouches for the place.
        Ok(Self { items, capacity, count: unsafe { Out::new(count)? } })
    }

    /// Writes all items, or none if they do not fit.
    pub(crate) fn write(self, items: &[T]) -> Result<(), SceauStatus> {
        if items.len() > self.capacity {
            return Err(SceauStatus::BufferTooSmall);
        }
        if !items.is_empty() {
            // SAFETY: `new`'s caller vouched for `capacity` items, which are enough.
            unsafe { ptr::copy_nonoverlapping(items.as_ptr(), self.items, items.len()) }
        }
        self.count.write(items.len());
        Ok(())
    }
}

/// A place for text, which ends with a NUL, and for its length, which does not count the NUL.
pub(crate) struct OutText(OutItems<u8>);

impl OutText {
    /// Takes the place.
    ///
    /// # Safety
    ///
    /// Unless it is null, `out` points to memory for `capacity` bytes, and `length` for one number.
    pub(crate) unsafe fn new(
        out: *mut c_char,
        capacity: usize,
        length: *mut usize,
    ) -> Result<Self, SceauStatus> {
        // SAFETY: the caller vouches for the place.
        Ok(Self(unsafe { OutItems::new(out.cast(), capacity, length)? }))
    }

    /// Writes all of the text and a NUL, or nothing if they do not fit.
    pub(crate) fn write(self, text: &str) -> Result<(), SceauStatus> {
        let OutItems { items, capacity, .. } = self.0;
        if text.len() >= capacity {
            return Err(SceauStatus::BufferTooSmall);
        }
        self.0.write(text.as_bytes())?;
        // SAFETY: the text is shorter than the memory that `new`'s caller vouched for.
        unsafe { items.add(text.len()).write(0) };
        Ok(())
    }
}

/// Copies a short text into a field of a struct, with a NUL behind it; `N` leaves room for both.
pub(crate) fn field<const N: usize>(text: &str) -> [c_char; N] {
    let mut field = [0; N];
    for (place, byte) in field.iter_mut().take(N.saturating_sub(1)).zip(text.bytes()) {
        *place = c_char::from_ne_bytes([byte]);
    }
    field
}

/// Returns the bytes of a field before its first NUL, or all of them.
pub(crate) fn unfield<const N: usize>(field: &[c_char; N]) -> ([u8; N], usize) {
    let mut bytes = [0; N];
    for (place, character) in bytes.iter_mut().zip(field) {
        [*place] = character.to_ne_bytes();
    }
    (bytes, bytes.iter().position(|&byte| byte == 0).unwrap_or(N))
}
