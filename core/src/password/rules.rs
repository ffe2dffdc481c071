//! Rules for new passwords, by named profile; every broken rule is told at once.

use super::PasswordError;
use super::prepare::Prepared;

/// The rules of one profile.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct PasswordPolicy {
    min_characters: usize,
    repetition: usize,
    sequence: usize,
}

/// What the rules know of the person. Empty text stands for nothing known.
#[derive(Clone, Copy, Default)]
pub struct PasswordContext<'a> {
    /// The user name.
    pub user_name: &'a str,
}

/// A rule that a password breaks.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum PasswordReason {
    /// Fewer characters than the profile asks for.
    TooShort,
    /// A character three times or more in a row.
    Repetition,
    /// Four or more letters or digits in the order of the alphabet, or backwards.
    Sequence,
    /// The user name is in it.
    UserName,
    /// It is an e-mail address.
    EmailAddress,
}

wire_names!(PasswordReason {
    TooShort => "too_short",
    Repetition => "repetition",
    Sequence => "sequence",
    UserName => "user_name",
    EmailAddress => "email_address",
});

/// The rules that a password breaks: none, if it may be used.
#[must_use]
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct PasswordReasons {
    bits: u8,
}

impl PasswordReasons {
    /// Returns whether no rule is broken.
    pub const fn is_empty(self) -> bool {
        self.bits == 0
    }

    /// Returns whether this rule is broken.
    pub const fn contains(self, reason: PasswordReason) -> bool {
        self.bits & 1 << reason as u8 != 0
    }

    /// Goes through the broken rules, in the order of [`PasswordReason`].
    pub fn iter(self) -> impl Iterator<Item = PasswordReason> {
        PasswordReason::ALL.iter().copied().filter(move |&reason| self.contains(reason))
    }

    fn add_if(&mut self, broken: bool, reason: PasswordReason) {
        if broken {
            self.bits |= 1 << reason as u8;
        }
    }
}

impl PasswordPolicy {
    /// SAG's rules: at least 10 characters, "sans répétition ni séquence", not the user name, not
    /// an e-mail address.
    ///
    /// What a repetition or a sequence is has not been published. Here it is three equal characters
    /// in a row, and four letters or digits that follow one another, forwards or backwards, without
    /// regard to case.
    pub const SAG_2024: Self = Self { min_characters: 10, repetition: 3, sequence: 4 };

    /// Checks a password that a person chose against every rule.
    ///
    /// # Errors
    ///
    /// The [`PasswordError`]s of the text: what could not be hashed cannot be chosen.
    ///
    /// # Timing
    ///
    /// Depends on the text, linearly.
    ///
    /// # Example
    ///
    /// ```
    /// use sceau::password::{PasswordContext, PasswordPolicy, PasswordReason};
    ///
    /// let context = PasswordContext { user_name: "eseraphin" };
    /// let reasons = PasswordPolicy::SAG_2024.check(b"Eseraphin1234", &context)?;
    /// assert!(reasons.iter().eq([PasswordReason::Sequence, PasswordReason::UserName]));
    /// # Ok::<(), sceau::password::PasswordError>(())
    /// ```
    pub fn check(
        &self,
        password: &[u8],
        context: &PasswordContext<'_>,
    ) -> Result<PasswordReasons, PasswordError> {
        let mut prepared = Prepared::empty();
        prepared.fill(password)?;
        let text = prepared.as_str();
        let mut reasons = PasswordReasons::default();
        let short = text.chars().count() < self.min_characters;
        reasons.add_if(short, PasswordReason::TooShort);
        let repeats = longest_run(text, |before, after| before == after) >= self.repetition;
        reasons.add_if(repeats, PasswordReason::Repetition);
        let climbs = longest_run(text, follows) >= self.sequence;
        let falls = longest_run(text, |before, after| follows(after, before)) >= self.sequence;
        reasons.add_if(climbs || falls, PasswordReason::Sequence);
        reasons.add_if(contains_word(text, context.user_name), PasswordReason::UserName);
        reasons.add_if(is_address(text), PasswordReason::EmailAddress);
        Ok(reasons)
    }
}

/// Returns the length of the longest run in which `linked` holds between neighbours.
fn longest_run(text: &str, linked: impl Fn(char, char) -> bool) -> usize {
    let (mut longest, mut run) = (0, 0);
    let mut before = None;
    for character in text.chars() {
        let goes_on = before.is_some_and(|before| linked(before, character));
        run = if goes_on { run + 1 } else { 1 };
        longest = longest.max(run);
        before = Some(character);
    }
    longest
}

/// Returns whether `after` is the next letter or digit.
fn follows(before: char, after: char) -> bool {
    let (before, after) = (before.to_ascii_lowercase(), after.to_ascii_lowercase());
    let alike = before.is_ascii_digit() && after.is_ascii_digit()
        || before.is_ascii_lowercase() && after.is_ascii_lowercase();
    alike && u32::from(before) + 1 == u32::from(after)
}

/// Returns whether `word` is in `text`, without regard to ASCII case.
fn contains_word(text: &str, word: &str) -> bool {
    !word.is_empty()
        && text
            .as_bytes()
            .windows(word.len())
            .any(|part| part.eq_ignore_ascii_case(word.as_bytes()))
}

/// Returns whether the text has the form of an e-mail address.
fn is_address(text: &str) -> bool {
    // Patterns are slices of characters: a search for a single one keeps a panic path.
    let Some((local, domain)) = text.split_once(['@']) else { return false };
    let one_word = !text.contains([' ']) && !domain.contains(['@']);
    let labels_filled = domain.split(['.']).all(|label| !label.is_empty());
    !local.is_empty() && one_word && labels_filled && domain.contains(['.'])
}
