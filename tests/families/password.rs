//! `password/*.txt`.

use sceau::password::{
    self, AcceptLimits, AcceptPolicy, CreatePolicy, PasswordAlgorithm, PasswordContext,
    PasswordError, PasswordOutcome, PasswordPolicy, PasswordReason,
};
use sceau_tests::Record;

use super::error;

pub(crate) fn hash(record: &Record) -> String {
    password::hash(&record.bytes("password"), &record.bytes("salt"), &create(record))
        .map_or_else(password_error, |stored| stored.as_str().to_owned())
}

pub(crate) fn verify(record: &Record) -> String {
    let accept = AcceptPolicy::unchecked_policy(AcceptLimits {
        min_iterations: record.number("min-iterations", 1_000),
        max_iterations: record.number("max-iterations", 1_000_000),
        min_salt_bytes: record.number("min-salt-bytes", 8),
    });
    let (password, stored) = (record.bytes("password"), record.bytes("stored"));
    match password::verify(&password, &stored, &accept, &create(record)) {
        Ok(PasswordOutcome::MatchRehash { why }) => format!("match_rehash {}", why.name()),
        Ok(outcome) => outcome.name().to_owned(),
        Err(reason) => password_error(reason),
    }
}

pub(crate) fn policy(record: &Record) -> String {
    let context = PasswordContext { user_name: record.optional("user-name").unwrap_or("") };
    match PasswordPolicy::SAG_2024.check(&record.bytes("password"), &context) {
        Ok(reasons) if reasons.is_empty() => "none".to_owned(),
        Ok(reasons) => {
            reasons.iter().map(|reason: PasswordReason| reason.name()).collect::<Vec<_>>().join(" ")
        }
        Err(reason) => password_error(reason),
    }
}

fn create(record: &Record) -> CreatePolicy {
    let algorithm = match record.optional("algorithm").unwrap_or("pbkdf2-sha256") {
        "pbkdf2-sha256" => PasswordAlgorithm::Sha256,
        "pbkdf2-sha512" => PasswordAlgorithm::Sha512,
        other => panic!("algorithm {other}"),
    };
    CreatePolicy::unchecked_policy(algorithm, record.number("iterations", 1_000))
}

fn password_error(reason: PasswordError) -> String {
    error(reason.name(), reason.at())
}
