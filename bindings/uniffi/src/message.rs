//! The wire name of a reason, and its two sentences.

use sceau::message::{Language, Reason};

/// A byte offset in a text, or its length.
pub(crate) type Offset = usize;
uniffi::custom_type!(Offset, u64, {
    remote,
    lower: |offset| offset as u64,
    try_lift: |offset| Ok(offset.try_into()?),
});

/// The wire name of a reason, and its sentence in both languages.
#[derive(Default, uniffi::Record)]
pub struct Words {
    /// The wire name, the same in every language.
    pub wire_name: String,
    /// The sentence in French.
    pub french: String,
    /// The sentence in English.
    pub english: String,
}

impl Words {
    pub(crate) fn of(reason: &impl Reason, wire_name: &str) -> Self {
        let sentence = |language| reason.message(language).as_str().to_owned();
        Self {
            wire_name: wire_name.to_owned(),
            french: sentence(Language::French),
            english: sentence(Language::English),
        }
    }
}

/// Says a reason until when, with the caller's words for the moment.
pub(crate) fn message_until(reason: &impl Reason, french: bool, until: &str) -> String {
    let language = if french { Language::French } else { Language::English };
    reason.message_until(language, until).as_str().to_owned()
}

/// Exports, for each type of reasons, the function that returns its words.
macro_rules! export_words {
    ($($function:ident($type:ty);)+) => {$(
        /// Returns the wire name and the sentences of this reason.
        #[uniffi::export]
        #[must_use]
        pub fn $function(reason: $type) -> $crate::message::Words {
            $crate::message::Words::of(&reason, reason.name())
        }
    )+};
}
pub(crate) use export_words;

/// Exports, for each type that has no sentences, the function that returns its wire name.
macro_rules! export_names {
    ($($function:ident($type:ty);)+) => {$(
        /// Returns the wire name.
        #[uniffi::export]
        #[must_use]
        pub fn $function(value: $type) -> String {
            value.name().to_owned()
        }
    )+};
}
pub(crate) use export_names;
