//! Which rules a password breaks, and where.

use super::PasswordRules;

/// A rule that a password breaks.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum PasswordReason {
    /// Fewer characters than the policy asks for.
    TooShort,
    /// A character, or a group of characters, several times in a row.
    Repetition,
    /// Letters or digits in the order of the alphabet, or backwards.
    Sequence,
    /// Keys side by side in one row of a keyboard.
    KeyboardRow,
    /// It is an e-mail address.
    EmailAddress,
    /// The user name is in it.
    UserName,
    /// The person's e-mail address is in it, or what stands before the at sign.
    OwnEmailAddress,
    /// A name of the person's is in it.
    PersonName,
    /// Six or more characters of the person's health insurance number are in it.
    OwnNam,
    /// Six or more digits of the person's social insurance number are in it.
    OwnNas,
    /// The name of the service is in it.
    ServiceName,
    /// It is one of the most common passwords.
    Common,
}

wire_names!(PasswordReason {
    TooShort => "too_short",
    Repetition => "repetition",
    Sequence => "sequence",
    KeyboardRow => "keyboard_row",
    EmailAddress => "email_address",
    UserName => "user_name",
    OwnEmailAddress => "own_email_address",
    PersonName => "person_name",
    OwnNam => "own_nam",
    OwnNas => "own_nas",
    ServiceName => "service_name",
    Common => "common",
});

/// A rule that a password breaks, and the first place where it does.
///
/// The place is in the text as it was typed, in bytes, at the beginning of a character each time; of
/// a rule on the whole password it is all of it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct PasswordFinding {
    /// Which rule.
    pub reason: PasswordReason,
    /// Where the place begins.
    pub at: usize,
    /// How long the place is, in bytes.
    pub length: usize,
    /// The number that the rule's sentence says: the fewest characters of a password, or how many
    /// in a row are too many. 0 where the sentence says none.
    pub number: u8,
}

/// The rules that a password breaks: none, if it may be used.
#[must_use]
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct PasswordReasons {
    /// Of each reason that is found: its number, where it begins, and its length.
    found: [Option<(u8, u32, u32)>; PasswordReason::ALL.len()],
}

impl PasswordReasons {
    /// Returns whether no rule is broken.
    pub fn is_empty(&self) -> bool {
        self.iter().next().is_none()
    }

    /// Returns whether this rule is broken.
    pub fn contains(&self, reason: PasswordReason) -> bool {
        self.iter().any(|finding| finding.reason == reason)
    }

    /// Goes through the broken rules, in the order of [`PasswordReason`].
    pub fn iter(&self) -> impl Iterator<Item = PasswordFinding> {
        PasswordReason::ALL.iter().zip(&self.found).filter_map(|(&reason, found)| {
            let (number, at, length) = (*found)?;
            let [at, length] = [at, length].map(|n| usize::try_from(n).unwrap_or(usize::MAX));
            Some(PasswordFinding { reason, at, length, number })
        })
    }

    /// Adds a rule that is broken at a place, if it is.
    pub(super) fn add(
        &mut self,
        rules: &PasswordRules,
        reason: PasswordReason,
        place: Option<Place>,
    ) {
        let number = match reason {
            PasswordReason::TooShort => rules.min_characters,
            PasswordReason::Repetition => rules.repetition,
            PasswordReason::Sequence => rules.sequence,
            PasswordReason::KeyboardRow => rules.keyboard,
            _ => 0,
        };
        let (Some(Place { at, end }), Some(found)) = (place, self.found.get_mut(reason as usize))
        else {
            return;
        };
        let [at, length] =
            [at, end.saturating_sub(at)].map(|n| u32::try_from(n).unwrap_or(u32::MAX));
        *found = Some((number, at, length));
    }
}

/// A place in the typed text, in bytes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Place {
    pub(super) at: usize,
    pub(super) end: usize,
}

impl Place {
    /// Returns the place that begins first; of two that begin together, the first one.
    pub(super) fn first(one: Option<Self>, other: Option<Self>) -> Option<Self> {
        match (one, other) {
            (Some(one), Some(other)) if other.at < one.at => Some(other),
            (one, other) => one.or(other),
        }
    }
}
