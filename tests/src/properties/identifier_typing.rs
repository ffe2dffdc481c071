//! Laws of the help while an identifier is being typed in.

use sceau::identifier::{AnyIdentifier, IdentifierKind, TypedEdit, Typing, TypingState};

use super::{Input, assert_offset};

/// What says how far the typing is; the laws judge the core, and subjects with a planted bug.
pub trait Typist {
    /// Says what a field holds.
    fn typing(&self, kind: IdentifierKind, text: &str, caret: usize, edit: TypedEdit) -> Typing {
        kind.typing(text, caret, edit)
    }
}

/// The core.
pub struct Core;

impl Typist for Core {}

/// One byte each for the kind, the edit and the caret; the rest is the text.
pub fn law(bytes: &[u8]) {
    laws(bytes, &Core);
}

/// All laws, of one typist.
pub fn laws(bytes: &[u8], typist: &impl Typist) {
    let mut input = Input::new(bytes);
    let kind = usize::from(input.byte()) % IdentifierKind::ALL.len();
    let kind = IdentifierKind::ALL[kind];
    let edit = TypedEdit::ALL[usize::from(input.below(3))];
    let caret = usize::from(input.byte());
    let text = String::from_utf8_lossy(input.rest()).into_owned();
    let typing = typist.typing(kind, &text, caret.min(text.len()), edit);
    let shown = typing.text.as_deref().unwrap_or(&text);
    agrees_with_parse(kind, &text, shown, typing.state);
    if typing.text.is_some() {
        assert_offset(shown, typing.caret);
        settles(typist, kind, &typing, shown, edit);
    }
    begins_what_parses(typist, kind, &text);
    if typing.state == TypingState::Partial && shown.len() <= 100 {
        assert!(
            completed(typist, kind, shown).is_some(),
            "a beginning of nothing: {kind:?} {shown:?}"
        );
    }
    if let TypingState::Impossible { error } = typing.state {
        error.at().into_iter().for_each(|at| assert_offset(&text, at));
        assert!(typing.text.is_none(), "what is impossible was changed");
        let more = LETTERS.chars().map(|c| kind.parse(&format!("{text}{c}")));
        assert_eq!(more.flatten().count(), 0, "the impossible came to be");
    }
}

/// A text is complete where it parses; what parsed as it was typed parses to the same.
fn agrees_with_parse(kind: IdentifierKind, text: &str, shown: &str, state: TypingState) {
    let compact = |parsed: AnyIdentifier| parsed.compact().to_owned();
    let (raw, new) = (kind.parse(text).map(compact), kind.parse(shown).map(compact));
    assert_eq!(new.is_ok(), state == TypingState::Complete, "complete is what parses");
    let empty = new.is_err_and(|reason| reason.at().is_none());
    assert_eq!(empty, state == TypingState::Empty, "empty is what holds nothing");
    if let Ok(raw) = raw {
        assert!(kind.parse(shown).is_ok_and(|new| new.compact() == raw), "another was shown");
    }
}

/// A field that was laid out stays as it is.
fn settles(
    typist: &impl Typist,
    kind: IdentifierKind,
    first: &Typing,
    shown: &str,
    edit: TypedEdit,
) {
    let again = typist.typing(kind, shown, first.caret, edit);
    assert_eq!(again.state, first.state, "the state does not settle");
    assert_eq!(again.text.as_deref().unwrap_or(shown), shown, "the text does not settle");
    assert_eq!(again.caret, first.caret, "the caret does not settle");
}

/// Whatever a text that parses begins with is no dead end.
fn begins_what_parses(typist: &impl Typist, kind: IdentifierKind, text: &str) {
    if kind.parse(text).is_err() {
        return;
    }
    for (at, _) in text.char_indices() {
        let (head, _) = text.split_at(at);
        let state = typist.typing(kind, head, head.len(), TypedEdit::Insertion).state;
        assert!(!matches!(state, TypingState::Impossible { .. }), "a dead end on the way");
    }
}

/// Types on, with the first character that is possible, until the text parses.
fn completed(typist: &impl Typist, kind: IdentifierKind, text: &str) -> Option<String> {
    let mut text = text.to_owned();
    for _ in 0..250 {
        if kind.parse(&text).is_ok() {
            return Some(text);
        }
        text = LETTERS.chars().find_map(|c| {
            let longer = format!("{text}{c}");
            let typing = typist.typing(kind, &longer, longer.len(), TypedEdit::Insertion);
            let possible = !matches!(typing.state, TypingState::Impossible { .. });
            possible.then(|| typing.text.as_deref().map_or(longer, str::to_owned))
        })?;
    }
    None
}

const LETTERS: &str = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ@.-";
