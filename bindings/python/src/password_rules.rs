//! The rules for new passwords.

use pyo3::prelude::*;
use sceau::message::{Language, Reason};
use sceau::password::{self, PasswordFinding, PasswordPolicy, PasswordProfile, PasswordReason};

use crate::error::Raise;
use crate::input::{Text, TextOrBytes, named};

/// The fields of `sceau.password.PasswordRules`.
#[derive(FromPyObject)]
pub(crate) struct PasswordRules {
    min_characters: u8,
    passphrase_words: u8,
    passphrase_characters: u8,
    repetition: u8,
    sequence: u8,
    keyboard: u8,
    context: u8,
    whole_context: bool,
    address: bool,
    blocklist: bool,
}

impl PasswordRules {
    fn policy(&self) -> PyResult<PasswordPolicy> {
        let rules = password::PasswordRules {
            min_characters: self.min_characters,
            passphrase_words: self.passphrase_words,
            passphrase_characters: self.passphrase_characters,
            repetition: self.repetition,
            sequence: self.sequence,
            keyboard: self.keyboard,
            context: self.context,
            whole_context: self.whole_context,
            address: self.address,
            blocklist: self.blocklist,
        };
        PasswordPolicy::new(rules).map_err(Raise::raise)
    }
}

/// The fields of `sceau.password.PasswordContext`.
#[derive(FromPyObject)]
pub(crate) struct PasswordContext {
    user_name: Text,
    email_address: Text,
    given_name: Text,
    surname: Text,
    nam: Text,
    nas: Text,
    service: Text,
}

/// Checks the numbers of a policy.
#[pyfunction]
#[pyo3(signature = (rules, /))]
pub(crate) fn password_policy(rules: PasswordRules) -> PyResult<()> {
    rules.policy().map(drop)
}

/// Seven numbers and three switches, in the order of `sceau.password.PasswordRules`.
type Numbers = (u8, u8, u8, u8, u8, u8, u8, bool, bool, bool);

/// Returns the numbers of a profile.
#[pyfunction]
#[pyo3(signature = (profile, /))]
pub(crate) fn password_rules(profile: &str) -> PyResult<Numbers> {
    let profile = named(PasswordProfile::ALL, PasswordProfile::name, profile)?;
    let rules = profile.policy().rules();
    Ok((
        rules.min_characters,
        rules.passphrase_words,
        rules.passphrase_characters,
        rules.repetition,
        rules.sequence,
        rules.keyboard,
        rules.context,
        rules.whole_context,
        rules.address,
        rules.blocklist,
    ))
}

/// Returns the rules that a password breaks: the reason's wire name, the place, the length, the
/// number.
#[pyfunction]
#[pyo3(signature = (password, /, *, rules, context))]
pub(crate) fn password_check(
    password: TextOrBytes,
    rules: PasswordRules,
    context: PasswordContext,
) -> PyResult<Vec<(&'static str, usize, usize, u8)>> {
    let context = password::PasswordContext {
        user_name: &context.user_name,
        email_address: &context.email_address,
        given_name: &context.given_name,
        surname: &context.surname,
        nam: &context.nam,
        nas: &context.nas,
        service: &context.service,
    };
    let reasons = rules.policy()?.check(&password, &context).map_err(Raise::raise)?;
    Ok(reasons.iter().map(|it| (it.reason.name(), it.at, it.length, it.number)).collect())
}

/// Returns the sentence of a finding.
#[pyfunction]
#[pyo3(signature = (reason, number, language, /))]
pub(crate) fn password_finding_message(
    reason: &str,
    number: u8,
    language: &str,
) -> PyResult<String> {
    let reason = named(PasswordReason::ALL, PasswordReason::name, reason)?;
    let language = named(Language::ALL, Language::name, language)?;
    let finding = PasswordFinding { reason, at: 0, length: 0, number };
    Ok(finding.message(language).as_str().to_owned())
}
