//! `password/policy.txt`.

use sceau::password::{
    PasswordContext, PasswordError, PasswordPolicy, PasswordPolicyError, PasswordProfile,
    PasswordReasons, PasswordRules,
};
use sceau_tests::Record;

use super::error;

pub(crate) fn policy(record: &Record) -> String {
    let text = |name| record.optional(name).unwrap_or("");
    let context = PasswordContext {
        user_name: text("user-name"),
        email_address: text("email-address"),
        given_name: text("given-name"),
        surname: text("surname"),
        nam: text("nam"),
        nas: text("nas"),
        service: text("service"),
    };
    match rules(record) {
        Ok(policy) => policy.check(&record.bytes("password"), &context).map_or_else(refused, told),
        Err(reason) => error(reason.name(), None),
    }
}

/// `policy` names a profile, `sag_2024` unless it is said; numbers beside it replace those
/// of the profile.
fn rules(record: &Record) -> Result<PasswordPolicy, PasswordPolicyError> {
    let name = record.optional("policy").unwrap_or("sag_2024");
    let profile = PasswordProfile::ALL.iter().find(|profile| profile.name() == name);
    let rules = profile.unwrap_or_else(|| panic!("policy {name}")).policy().rules();
    let is_on = |name, otherwise: bool| record.number(name, u8::from(otherwise)) != 0;
    PasswordPolicy::new(PasswordRules {
        min_characters: record.number("min-characters", rules.min_characters),
        passphrase_words: record.number("passphrase-words", rules.passphrase_words),
        passphrase_characters: record.number("passphrase-characters", rules.passphrase_characters),
        repetition: record.number("repetition", rules.repetition),
        sequence: record.number("sequence", rules.sequence),
        keyboard: record.number("keyboard", rules.keyboard),
        context: record.number("context", rules.context),
        whole_context: is_on("whole-context", rules.whole_context),
        address: is_on("address", rules.address),
        blocklist: is_on("blocklist", rules.blocklist),
    })
}

/// Says each reason, with its number behind a slash if its sentence has one, and its place.
fn told(reasons: PasswordReasons) -> String {
    if reasons.is_empty() {
        return "none".to_owned();
    }
    let words = reasons.iter().map(|finding| {
        let number =
            if finding.number == 0 { String::new() } else { format!("/{}", finding.number) };
        format!("{}{number}@{}+{}", finding.reason.name(), finding.at, finding.length)
    });
    words.collect::<Vec<_>>().join(" ")
}

fn refused(reason: PasswordError) -> String {
    error(reason.name(), reason.at())
}
