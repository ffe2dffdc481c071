//! Help while a form's field is being typed in.

use core::ffi::c_char;

use sceau::identifier::{IdentifierError, IdentifierKind, TypedEdit, TypingState};

use crate::memory::{Out, OutText, answer, text};
use crate::numbers::{Numbered, choice};
use crate::parse::SceauParseResult;
use crate::status::SceauStatus;

/// What to show in a field after an edit.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct SceauTyping {
    /// What the field holds: a number of `sceau_typing_state`.
    pub state: u32,
    /// 1 if the field gets the new text, 0 if it stays as it is.
    pub replaces: u32,
    /// Where the caret belongs: bytes from the start of the new text, or of the old one.
    pub caret: usize,
    /// Why no further typing at the end makes an identifier, and where in the text as typed.
    pub parsed: SceauParseResult,
}

/// Says what a form's field holds after an edit that left the caret at the byte `caret`.
///
/// `kind` is a number of `sceau_identifier_kind`, `edit` one of `sceau_typed_edit`. The state is
/// that of the new text: complete where it parses, partial where it begins one that does. If the
/// field stays as it is, `out` is an empty text. `SCEAU_IDENTIFIER_MAX` bytes suffice.
///
/// # Safety
///
/// `typed` points to `typed_len` bytes, `typing` to one value, `out` to `capacity` bytes, `length`
/// to one value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_identifier_typing(
    kind: u32,
    typed: *const c_char,
    typed_len: usize,
    caret: usize,
    edit: u32,
    typing: *mut SceauTyping,
    out: *mut c_char,
    capacity: usize,
    length: *mut usize,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (typed, typing, out) = unsafe {
            (text(typed, typed_len)?, Out::new(typing)?, OutText::new(out, capacity, length)?)
        };
        let (kind, edit) = (choice::<IdentifierKind>(kind)?, choice::<TypedEdit>(edit)?);
        let found = kind.typing(typed, caret, edit);
        out.write(found.text.as_deref().unwrap_or(""))?;
        let parsed: Result<(), IdentifierError> = match found.state {
            TypingState::Impossible { error } => Err(error),
            _ => Ok(()),
        };
        typing.write(SceauTyping {
            state: found.state.number(),
            replaces: found.text.is_some().into(),
            caret: found.caret,
            parsed: SceauParseResult::of(&parsed),
        });
        Ok(())
    })
}
