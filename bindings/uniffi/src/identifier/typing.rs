//! Help while a form's field is being typed in.

use sceau::identifier::{self, IdentifierError, IdentifierKind, TypedEdit};

use crate::message::{Offset, export_names};

export_names! { typed_edit_name(TypedEdit); }

/// What the last edit of a field was.
#[uniffi::remote(Enum)]
pub enum TypedEdit {
    /// Something was typed or pasted before the caret.
    Insertion,
    /// What stood before the caret was deleted.
    Backspace,
    /// What stood behind the caret was deleted.
    Delete,
}

/// What a field holds.
#[derive(Clone, Copy, uniffi::Enum)]
pub enum TypingState {
    /// Nothing.
    Empty,
    /// The beginning of an identifier.
    Partial,
    /// One that parses.
    Complete,
    /// Nothing that could become one at its end.
    Impossible {
        /// Why, and where.
        error: IdentifierError,
    },
}

impl From<identifier::TypingState> for TypingState {
    fn from(state: identifier::TypingState) -> Self {
        match state {
            identifier::TypingState::Empty => Self::Empty,
            identifier::TypingState::Partial => Self::Partial,
            identifier::TypingState::Complete => Self::Complete,
            identifier::TypingState::Impossible { error } => Self::Impossible { error },
        }
    }
}

/// What to show in a field after an edit.
#[derive(uniffi::Record)]
pub struct Typing {
    /// What the field holds.
    pub state: TypingState,
    /// The wire name of the state.
    pub state_name: String,
    /// The new text, or the text as typed.
    pub text: String,
    /// Where the caret belongs, in bytes.
    pub caret: Offset,
}

/// Says what a form's field holds after an edit.
#[uniffi::export]
#[must_use]
pub fn identifier_typing(
    kind: IdentifierKind,
    text: &str,
    caret: Offset,
    edit: TypedEdit,
) -> Typing {
    let typing = kind.typing(text, caret, edit);
    Typing {
        state: typing.state.into(),
        state_name: typing.state.name().to_owned(),
        text: typing.text.as_deref().unwrap_or(text).to_owned(),
        caret: typing.caret,
    }
}
