//! Every sentence by name: for whoever translates them, or keeps them in an app of his own.

use super::template::placeholders;
use super::{Language, OfAnswer, OfPost, Reason};
use crate::challenge::{ChallengeOutcome, ChallengePolicyError, DeliverOutcome, IssueOutcome};
use crate::device::{DeviceOutcome, DevicePolicyError};
use crate::identifier::IdentifierError;
use crate::identity::{ACTIONS, DOCUMENTS, FIELDS, FINDINGS, IdentityError, SEPARATORS};
use crate::mac::KeyError;
use crate::name::{Difference, NameError};
use crate::otp::{HotpOutcome, OtpError, OtpTextError, RecoveryOutcome, TotpOutcome};
use crate::password::{
    PasswordError, PasswordFinding, PasswordOutcome, PasswordPolicyError, PasswordReason,
    RehashReason,
};
use crate::state::StateError;
use crate::text::TextError;
use crate::throttle::{ThrottleOutcome, ThrottlePolicyError};

/// The sentences of one type of reasons.
#[derive(Clone, Copy, Debug)]
pub struct Chapter {
    /// The type, as every language names it; of answers and findings, with a part of it.
    pub of: &'static str,
    /// Who reads the sentences.
    pub reader: Reader,
    /// What stands for `{n}` in them; empty where nothing does.
    pub number: &'static str,
    entry: fn(usize) -> Option<Entry>,
}

impl Chapter {
    /// Returns the sentences, in the order in which the type declares its variants.
    ///
    /// # Example
    ///
    /// ```
    /// use sceau::message::CATALOG;
    ///
    /// let codes = CATALOG.iter().find(|chapter| chapter.of == "ChallengeOutcome");
    /// let wrong = codes.and_then(|chapter| chapter.entries().find(|entry| entry.name == "wrong"));
    /// let wrong = wrong.ok_or("no such sentence")?;
    /// assert_eq!(wrong.english, "Wrong security code. Attempts left: {n}.");
    /// assert!(wrong.placeholders().map(|one| one.name).eq(["n"]));
    /// # Ok::<(), &str>(())
    /// ```
    pub fn entries(&self) -> impl Iterator<Item = Entry> + use<> {
        let entry = self.entry;
        (0..).map_while(entry)
    }
}

/// One sentence in both languages, with its placeholders as they are.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Entry {
    /// The wire name of the reason; of a finding, which of its sentences it is.
    pub name: &'static str,
    /// The sentence in French.
    pub french: &'static str,
    /// The sentence in English.
    pub english: &'static str,
}

impl Entry {
    fn of(name: &'static str, reason: &impl Reason) -> Self {
        let [french, english] =
            [Language::French, Language::English].map(|language| reason.template(language));
        Self { name, french, english }
    }

    fn row(table: &[(&'static str, (&'static str, &'static str))], index: usize) -> Option<Self> {
        table.get(index).map(|&(name, (french, english))| Self { name, french, english })
    }

    /// Returns what stands in braces in the French sentence, in the order in which it does; in the
    /// English one the same stands, if in another order.
    pub fn placeholders(&self) -> impl Iterator<Item = &'static Placeholder> + use<> {
        placeholders(self.french)
            .filter_map(|name| Placeholder::ALL.iter().find(|known| known.name == name))
    }
}

/// Who reads a sentence.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Reader {
    /// The person who signs in.
    Citizen,
    /// Whoever runs the service.
    Operator,
    /// Whoever writes the program that calls.
    Developer,
    /// Some of the sentences the person, the others whoever runs the service.
    CitizenOrOperator,
}

wire_names!(Reader {
    Citizen => "citizen",
    Operator => "operator",
    Developer => "developer",
    CitizenOrOperator => "citizen_or_operator",
});

/// What a sentence leaves open.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Placeholder {
    /// Its name, without the braces.
    pub name: &'static str,
    /// What may stand for it.
    pub kind: PlaceholderKind,
    /// What it says.
    pub meaning: &'static str,
}

impl Placeholder {
    /// Every placeholder of every sentence.
    pub const ALL: &'static [Self] = &[
        Self::new("n", PlaceholderKind::Number, "a count; the note says of what"),
        Self::new("until", PlaceholderKind::Moment, "the moment until when"),
        Self::new("document_a", PlaceholderKind::Phrase, "a document, with its article"),
        Self::new("document_b", PlaceholderKind::Phrase, "another document, with its article"),
        Self::new("letter_a", PlaceholderKind::Letter, "the one letter on document_a"),
        Self::new("letter_b", PlaceholderKind::Letter, "the one letter on document_b"),
        Self::new("separator_a", PlaceholderKind::Phrase, "the sign on document_a"),
        Self::new("separator_b", PlaceholderKind::Phrase, "the sign on document_b"),
        Self::new("field", PlaceholderKind::Phrase, "what differs, with its article"),
        Self::new("action", PlaceholderKind::Sentence, "what to do about it"),
        Self::new("reason", PlaceholderKind::Sentence, "why a name cannot be compared"),
        Self::new("age", PlaceholderKind::Number, "the least age, in years"),
    ];

    const fn new(name: &'static str, kind: PlaceholderKind, meaning: &'static str) -> Self {
        Self { name, kind, meaning }
    }
}

/// What may stand for a placeholder.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum PlaceholderKind {
    /// A whole number, at least 0.
    Number,
    /// A day and time, in Coordinated Universal Time or in the caller's words.
    Moment,
    /// One letter, never more.
    Letter,
    /// A phrase of this catalogue, within a sentence.
    Phrase,
    /// A whole sentence of this catalogue, with its period.
    Sentence,
}

wire_names!(PlaceholderKind {
    Number => "number",
    Moment => "moment",
    Letter => "letter",
    Phrase => "phrase",
    Sentence => "sentence",
});

/// Lists the chapters: a type, or the rows of a table; who reads it; how its values say themselves.
macro_rules! chapters {
    ($($of:literal, $reader:ident, $number:literal:
        $($type:ident $(as $say:ident)?)? $([$table:ident])?;)+) => {
        /// Every sentence that Sceau can say, by the type of its reason.
        pub const CATALOG: &[Chapter] = &[$(Chapter {
            of: $of,
            reader: Reader::$reader,
            number: $number,
            entry: |index| {
                $(chapters!(@reason $type, index $(, $say)?))?
                $(Entry::row($table, index))?
            },
        }),+];
    };
    (@reason $type:ident, $index:ident) => {
        $type::ALL.get($index).map(|reason| Entry::of(reason.name(), reason))
    };
    (@reason $type:ident, $index:ident, $say:ident) => {
        $type::ALL.get($index).map(|reason| Entry::of(reason.name(), &$say(Clone::clone(reason))))
    };
}

chapters! {
    "IssueOutcome", Citizen, "": IssueOutcome;
    "ChallengeOutcome", Citizen, "attempts left with this code": ChallengeOutcome;
    "DeliverOutcome", Citizen, "": DeliverOutcome;
    "OfPost.IssueOutcome", Citizen, "": IssueOutcome as OfPost;
    "OfPost.ChallengeOutcome", Citizen, "attempts left with this letter":
        ChallengeOutcome as OfPost;
    "OfPost.DeliverOutcome", Citizen, "": DeliverOutcome as OfPost;
    "TotpOutcome", Citizen, "": TotpOutcome;
    "HotpOutcome", Citizen, "": HotpOutcome;
    "RecoveryOutcome", Citizen, "codes left on the list": RecoveryOutcome;
    "ThrottleOutcome", Citizen, "": ThrottleOutcome;
    "DeviceOutcome", Citizen, "": DeviceOutcome;
    "PasswordOutcome", Citizen, "": PasswordOutcome;
    "PasswordReason", Citizen, "the fewest characters, or how many in a row are too many":
        PasswordReason as found;
    "PasswordError", CitizenOrOperator, "": PasswordError;
    "OfAnswer.PasswordOutcome", Citizen, "": PasswordOutcome as OfAnswer;
    "OfAnswer.PasswordError", CitizenOrOperator, "": PasswordError as OfAnswer;
    "IdentifierError", Citizen, "": IdentifierError;
    "NameError", Citizen, "": NameError;
    "TextError", Citizen, "": TextError;
    "Difference", Citizen, "": Difference;
    "Finding", Citizen, "": [FINDINGS];
    "Finding.document", Citizen, "": [DOCUMENTS];
    "Finding.field", Citizen, "": [FIELDS];
    "Finding.separator", Citizen, "": [SEPARATORS];
    "Finding.action", Citizen, "": [ACTIONS];
    "OtpTextError", Citizen, "": OtpTextError;
    "RehashReason", Operator, "": RehashReason;
    "StateError", Operator, "": StateError;
    "KeyError", Developer, "": KeyError;
    "OtpError", Developer, "": OtpError;
    "IdentityError", Developer, "": IdentityError;
    "PasswordPolicyError", Developer, "": PasswordPolicyError;
    "ChallengePolicyError", Developer, "": ChallengePolicyError;
    "ThrottlePolicyError", Developer, "": ThrottlePolicyError;
    "DevicePolicyError", Developer, "": DevicePolicyError;
}

fn found(reason: PasswordReason) -> PasswordFinding {
    PasswordFinding { reason, at: 0, length: 0, number: 0 }
}
