//! Help while a form's field is being typed in: what it holds so far, how that reads, and where the
//! caret belongs.

use super::layout::Layout;
use super::{DisplayText, Identifier, IdentifierError};
use crate::text::{is_invisible, is_space};

/// What the last edit of a field was.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum TypedEdit {
    /// Something was typed or pasted before the caret.
    Insertion,
    /// What stood before the caret was deleted (Backspace).
    Backspace,
    /// What stood behind the caret was deleted (Delete).
    Delete,
}

wire_names!(TypedEdit {
    Insertion => "insertion",
    Backspace => "backspace",
    Delete => "delete",
});

/// What a field holds.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum TypingState {
    /// Nothing.
    Empty,
    /// The beginning of such an identifier.
    Partial,
    /// One that parses; more may follow where the kind has several lengths.
    Complete,
    /// Something that no further typing at the end makes one, and why.
    Impossible {
        /// Why, and where in the text as typed.
        error: IdentifierError,
    },
}

wire_names!(TypingState {
    Empty => "empty",
    Partial => "partial",
    Complete => "complete",
    Impossible { error: IdentifierError::Empty } => "impossible",
});

/// What to show in a field after an edit.
#[derive(Clone)]
pub struct Typing {
    /// What the field holds: its new text, where there is one.
    pub state: TypingState,
    /// The new text; `None` leaves the field as it is.
    pub text: Option<DisplayText>,
    /// Where the caret belongs: a byte offset in the new text, or in the old one if there is none.
    pub caret: usize,
}

/// Shows nothing of the text.
impl core::fmt::Debug for Typing {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Typing").field("state", &self.state).finish_non_exhaustive()
    }
}

/// Says what a field holds that was edited, with the caret at `caret`.
pub(super) fn of<I: Identifier>(text: &str, caret: usize, edit: TypedEdit) -> Typing {
    let field = Field { text, caret, edit };
    let raw = state::<I>(text);
    let written = match raw {
        TypingState::Empty => None,
        TypingState::Impossible { .. } => field.rewritten(I::LAYOUT),
        _ => field.written(I::LAYOUT),
    };
    match written {
        Some((new, caret)) => match state::<I>(&new) {
            TypingState::Impossible { .. } => field.unchanged(raw),
            state => Typing { state, text: Some(new), caret },
        },
        None => field.unchanged(raw),
    }
}

/// A text is a beginning if nothing is wrong with it but its end.
fn state<I: Identifier>(text: &str) -> TypingState {
    match I::parse(text) {
        Ok(_) => TypingState::Complete,
        Err(IdentifierError::Empty) => TypingState::Empty,
        Err(IdentifierError::TooShort { .. }) => TypingState::Partial,
        Err(
            IdentifierError::AtSign { at }
            | IdentifierError::Label { at }
            | IdentifierError::Domain { at },
        ) if at == text.len() => TypingState::Partial,
        Err(error) => TypingState::Impossible { error },
    }
}

/// A field just after an edit.
#[derive(Clone, Copy)]
struct Field<'a> {
    text: &'a str,
    caret: usize,
    edit: TypedEdit,
}

impl Field<'_> {
    const fn unchanged(self, state: TypingState) -> Typing {
        Typing { state, text: None, caret: self.caret }
    }

    /// Returns the text in its layout, and the caret in it.
    fn written(self, layout: Layout) -> Option<(DisplayText, usize)> {
        if layout == Layout::AS_TYPED { self.trimmed() } else { self.grouped(layout) }
    }

    /// Returns the text in its layout where an edit has only shifted what was between the groups:
    /// after a deletion, or if the text was in its layout before one character was inserted.
    fn rewritten(self, layout: Layout) -> Option<(DisplayText, usize)> {
        let before = self.text.char_indices().rev().find(|&(at, _)| at < self.caret);
        let others = || self.text.char_indices().filter(|&typed| Some(typed) != before);
        let was_laid_out = || {
            let places = others().map(|(_, c)| c).filter(char::is_ascii_alphanumeric);
            layout.write(places).chars().eq(others().map(|(_, c)| c))
        };
        let separates = |c: char| !c.is_alphanumeric();
        match self.edit {
            _ if layout == Layout::AS_TYPED => None,
            TypedEdit::Insertion if before.is_none_or(|(_, c)| separates(c)) => None,
            TypedEdit::Insertion if !was_laid_out() => None,
            _ => self.grouped(layout),
        }
    }

    /// Returns the text without what means nothing at its ends.
    fn trimmed(self) -> Option<(DisplayText, usize)> {
        let nothing = |c| is_space(c) || is_invisible(c);
        let cut = self.text.trim_start_matches(nothing);
        let begins = self.text.len().saturating_sub(cut.len());
        let cut = cut.trim_end_matches(nothing);
        let text = DisplayText::try_from(cut).ok()?;
        let caret = self.caret.saturating_sub(begins).min(cut.len());
        Some((text, if cut.is_char_boundary(caret) { caret } else { cut.len() }))
    }

    /// Returns the characters that count in their groups. The caret keeps as many of them before
    /// it, and stands before a separator after a Backspace, else behind it.
    fn grouped(self, layout: Layout) -> Option<(DisplayText, usize)> {
        let mut places = DisplayText::new();
        let mut before_caret = 0usize;
        let mut reader = layout.reader();
        for typed in layout.significant(self.text).ok()? {
            if reader.takes_as_lead(typed).ok()? {
                continue;
            }
            places.push(reader.takes_as_place(typed).ok()?).ok()?;
            before_caret = before_caret.saturating_add(usize::from(typed.at < self.caret));
        }
        if places.is_empty() {
            return None;
        }
        let head = |count| layout.write(places.chars().take(count)).len();
        let forward = self.edit != TypedEdit::Backspace && before_caret < places.len();
        let caret = if forward {
            head(before_caret.saturating_add(1)).saturating_sub(1)
        } else {
            head(before_caret)
        };
        Some((layout.write(places.chars()), caret))
    }
}
