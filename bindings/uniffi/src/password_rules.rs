//! The rules for new passwords.

use sceau::password::{
    self, PasswordError, PasswordFinding, PasswordPolicyError, PasswordProfile, PasswordReason,
    PasswordRules,
};

use crate::message::{Offset, Words, export_names, export_words};

/// The numbers of the rules; 0 turns a rule off.
#[uniffi::remote(Record)]
pub struct PasswordRules {
    /// The fewest characters.
    pub min_characters: u8,
    /// How many words make a passphrase.
    pub passphrase_words: u8,
    /// The fewest characters of a passphrase.
    pub passphrase_characters: u8,
    /// How many times in a row are a repetition.
    pub repetition: u8,
    /// How many letters or digits in order are a sequence.
    pub sequence: u8,
    /// How many keys side by side are too many.
    pub keyboard: u8,
    /// From how many letters on a word of the person's is looked for.
    pub context: u8,
    /// Whether the person's words are compared with the whole password.
    pub whole_context: bool,
    /// Whether an e-mail address is refused.
    pub address: bool,
    /// Whether the most common passwords are refused.
    pub blocklist: bool,
}

/// A named profile.
#[uniffi::remote(Enum)]
pub enum PasswordProfile {
    /// SAG's.
    Sag2024,
    /// NIST's for a password on its own.
    Nist63b4,
    /// NIST's beside a second factor.
    Nist63b4SecondFactor,
    /// The Canadian Centre for Cyber Security's.
    Cccs,
}

/// A rule that a password breaks.
#[uniffi::remote(Enum)]
pub enum PasswordReason {
    /// Fewer characters than the policy asks for.
    TooShort,
    /// A character, or a group, several times in a row.
    Repetition,
    /// Letters or digits in order.
    Sequence,
    /// Keys side by side.
    KeyboardRow,
    /// It is an e-mail address.
    EmailAddress,
    /// The user name is in it.
    UserName,
    /// The person's e-mail address is in it.
    OwnEmailAddress,
    /// A name of the person's is in it.
    PersonName,
    /// A part of the person's NAM is in it.
    OwnNam,
    /// A part of the person's NAS is in it.
    OwnNas,
    /// The name of the service is in it.
    ServiceName,
    /// It is one of the most common passwords.
    Common,
}

/// A rule that a password breaks, and where.
#[uniffi::remote(Record)]
pub struct PasswordFinding {
    /// Which rule.
    pub reason: PasswordReason,
    /// Where the place begins, in bytes.
    pub at: Offset,
    /// How long it is, in bytes.
    pub length: Offset,
    /// The number that the sentence says, or 0.
    pub number: u8,
}

/// Which number of a policy is out of its range.
#[uniffi::remote(Error)]
pub enum PasswordPolicyError {
    /// The fewest characters.
    MinCharacters,
    /// The words or characters of a passphrase.
    Passphrase,
    /// The repetition.
    Repetition,
    /// The sequence.
    Sequence,
    /// The keys in a row.
    Keyboard,
    /// The letters of the person's words.
    Context,
    /// There is no blocklist.
    Blocklist,
}

/// What the rules know of the person and the service.
#[derive(uniffi::Record)]
pub struct PasswordContext {
    /// The user name.
    pub user_name: String,
    /// The e-mail address.
    pub email_address: String,
    /// The given name or names.
    pub given_name: String,
    /// The surname.
    pub surname: String,
    /// The health insurance number.
    pub nam: String,
    /// The social insurance number.
    pub nas: String,
    /// The name of the service.
    pub service: String,
}

export_words! { password_policy_error_words(PasswordPolicyError); }

export_names! {
    password_reason_name(PasswordReason);
    password_profile_name(PasswordProfile);
}

/// Returns the wire name and the sentences of a finding.
#[uniffi::export]
#[must_use]
pub fn password_finding_words(finding: PasswordFinding) -> Words {
    Words::of(&finding, finding.reason.name())
}

/// Returns the numbers of a profile.
#[uniffi::export]
#[must_use]
pub fn password_rules(profile: PasswordProfile) -> PasswordRules {
    profile.policy().rules()
}

/// Rules whose numbers have been checked.
#[derive(uniffi::Object)]
pub struct PasswordPolicy(password::PasswordPolicy);

#[uniffi::export]
impl PasswordPolicy {
    /// Checks the numbers of a policy.
    ///
    /// # Errors
    ///
    /// The [`PasswordPolicyError`] of the first number out of its range.
    #[uniffi::constructor]
    pub fn new(rules: PasswordRules) -> Result<Self, PasswordPolicyError> {
        password::PasswordPolicy::new(rules).map(Self)
    }
}

/// Checks a password that a person chose against every rule.
///
/// # Errors
///
/// The [`PasswordError`]s of the text.
#[uniffi::export]
pub fn password_check(
    password: &[u8],
    policy: &PasswordPolicy,
    context: PasswordContext,
) -> Result<Vec<PasswordFinding>, PasswordError> {
    let context = password::PasswordContext {
        user_name: &context.user_name,
        email_address: &context.email_address,
        given_name: &context.given_name,
        surname: &context.surname,
        nam: &context.nam,
        nas: &context.nas,
        service: &context.service,
    };
    Ok(policy.0.check(password, &context)?.iter().collect())
}
