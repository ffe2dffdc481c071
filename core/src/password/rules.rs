//! Rules for new passwords, as named profiles or as numbers of one's own; every broken rule is told
//! at once, with its place.

#[cfg(feature = "blocklist")]
mod blocklist;
mod context;
mod keyboard;
mod pattern;
mod profile;
mod reason;
mod run;
mod shape;
mod unit;
mod word;

pub use context::PasswordContext;
pub use profile::{PasswordPolicyError, PasswordProfile, PasswordRules};
pub use reason::{PasswordFinding, PasswordReason, PasswordReasons};

use super::PasswordError;
use super::prepare::Prepared;
use reason::Place;

/// Rules whose numbers have been checked.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct PasswordPolicy {
    rules: PasswordRules,
}

impl PasswordPolicy {
    /// SAG's rules: at least 10 characters, "sans répétition ni séquence", not the user name, not
    /// an e-mail address (SAG sign-up screen).
    ///
    /// What a repetition or a sequence is has not been published: [`PasswordRules`] says what it is
    /// here.
    pub const SAG_2024: Self = PasswordProfile::Sag2024.policy();

    /// NIST SP 800-63B-4 (August 2025) §3.1.1.2 for a password on its own: at least 15 characters,
    /// nothing on its composition, and the blocklist and the person's own words against the whole
    /// password.
    #[cfg(feature = "blocklist")]
    pub const NIST_63B_4: Self = PasswordProfile::Nist63b4.policy();

    /// As [`Self::NIST_63B_4`], for a password beside a second factor: at least 8 characters.
    #[cfg(feature = "blocklist")]
    pub const NIST_63B_4_SECOND_FACTOR: Self = PasswordProfile::Nist63b4SecondFactor.policy();

    /// The Canadian Centre for Cyber Security's advice (ITSAP.30.032): at least 12 characters, or a
    /// passphrase of 4 words and 15 characters. The blocklist and the person's own words are ours.
    ///
    /// As 15 characters are more than 12, the passphrase lets nothing through that its length would
    /// not: it counts in rules of one's own whose least length is greater.
    #[cfg(feature = "blocklist")]
    pub const CCCS: Self = PasswordProfile::Cccs.policy();

    /// Takes rules of one's own.
    ///
    /// # Errors
    ///
    /// The [`PasswordPolicyError`] of the first number outside the range that its field states.
    ///
    /// # Example
    ///
    /// ```
    /// use sceau::password::{PasswordPolicy, PasswordPolicyError, PasswordRules};
    ///
    /// let sag = PasswordPolicy::SAG_2024.rules();
    /// assert!(PasswordPolicy::new(PasswordRules { min_characters: 14, ..sag }).is_ok());
    /// let short = PasswordPolicy::new(PasswordRules { min_characters: 7, ..sag });
    /// assert_eq!(short, Err(PasswordPolicyError::MinCharacters));
    /// ```
    pub const fn new(rules: PasswordRules) -> Result<Self, PasswordPolicyError> {
        match rules.first_out_of_range() {
            Some(error) => Err(error),
            None => Ok(Self { rules }),
        }
    }

    /// Returns the rules.
    pub const fn rules(&self) -> PasswordRules {
        self.rules
    }

    /// Checks a password that a person chose against every rule.
    ///
    /// # Errors
    ///
    /// The [`PasswordError`]s of the text: what could not be hashed cannot be chosen.
    ///
    /// # Timing
    ///
    /// Depends on the text, linearly; a text of more than 1,792 bytes is refused unread. Of the
    /// context, at most the first 64 letters and digits of each field and of each part of a name
    /// are compared, and at most 16 parts of a name.
    ///
    /// # Example
    ///
    /// ```
    /// use sceau::password::{PasswordContext, PasswordPolicy, PasswordReason};
    ///
    /// let context = PasswordContext { user_name: "eseraphin", ..PasswordContext::default() };
    /// let reasons = PasswordPolicy::SAG_2024.check(b"Eseraphin1234", &context)?;
    /// let mut broken = reasons.iter().map(|finding| (finding.reason, finding.at, finding.length));
    /// assert_eq!(broken.next(), Some((PasswordReason::Sequence, 9, 4)));
    /// assert_eq!(broken.next(), Some((PasswordReason::UserName, 0, 9)));
    /// assert_eq!(broken.next(), None);
    /// # Ok::<(), sceau::password::PasswordError>(())
    /// ```
    pub fn check(
        &self,
        password: &[u8],
        context: &PasswordContext<'_>,
    ) -> Result<PasswordReasons, PasswordError> {
        let mut prepared = Prepared::empty();
        prepared.fill(password)?;
        let characters = prepared.as_str().chars().count();
        // It was UTF-8 a moment ago. Places are those of what was typed, which a screen can mark;
        // every rule reads a letter alike, whether its accent is part of it or behind it.
        let typed = str::from_utf8(password).unwrap_or_default();
        Ok(self.scan(typed, characters, context))
    }

    /// Goes over a text of any length, of which `characters` are counted.
    pub(crate) fn scan(
        &self,
        text: &str,
        characters: usize,
        context: &PasswordContext<'_>,
    ) -> PasswordReasons {
        let rules = &self.rules;
        let whole = Place { at: 0, end: text.len() };
        let mut reasons = PasswordReasons::default();
        let mut add = |reason, place: Option<Place>| reasons.add(rules, reason, place);
        let short = shape::is_short(text, characters, rules);
        add(PasswordReason::TooShort, short.then_some(whole));
        let patterns = pattern::find(text, rules);
        add(PasswordReason::Repetition, patterns.repetition);
        add(PasswordReason::Sequence, patterns.sequence);
        add(PasswordReason::KeyboardRow, patterns.keyboard);
        let address = rules.address && shape::is_address(text);
        add(PasswordReason::EmailAddress, address.then_some(whole));
        if rules.context > 0 {
            context.find(text, rules, &mut add);
        }
        #[cfg(feature = "blocklist")]
        add(
            PasswordReason::Common,
            (rules.blocklist && blocklist::contains(text)).then_some(whole),
        );
        reasons
    }
}
