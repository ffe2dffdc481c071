//! What a record of each file asks of the core, and how its answer is written down.

mod codes;
mod devices;
mod otp_text;
mod password;
mod password_rules;
mod people;
mod recovery;
mod states;

use sceau_tests::Record;

/// Runs one record and returns the answer, as `expect` has it.
pub(crate) type Handler = fn(&Record) -> String;

/// Returns the handler of a vector file.
pub(crate) fn handler(name: &str) -> Option<Handler> {
    Some(match name {
        "challenge/life" | "challenge/post" | "golden/challenge" => states::challenge,
        "device/life" | "golden/device" => devices::device,
        "golden/recovery" | "otp/recovery" => recovery::recovery,
        "identifier/age" => people::age,
        "identifier/expiry" => people::expiry,
        "identifier/level" => people::level,
        "identifier/nam" => people::nam,
        "identifier/nas" => people::nas,
        "identifier/neq" => people::neq,
        "identifier/parse" => people::parse,
        "identifier/pseudonym" => people::pseudonym,
        "identifier/synthetic" => people::synthetic,
        "identifier/typing" => people::typing,
        "identity/check" => people::identity,
        "name/compare" => people::compare,
        "name/distance" => people::distance,
        "name/fold" => people::fold,
        "name/fold_icao" => people::fold_icao,
        "name/matches_icao" => people::matches_icao,
        "name/versioned" => people::versioned,
        "otp/base32" => otp_text::base32,
        "otp/hotp" => codes::hotp,
        "otp/hotp_resync" => codes::hotp_resync,
        "otp/hotp_verify" => codes::hotp_verify,
        "otp/totp" => codes::totp,
        "otp/totp_clock" => codes::totp_clock,
        "otp/totp_verify" => codes::totp_verify,
        "otp/uri" => otp_text::uri,
        "otp/uri_write" => otp_text::uri_write,
        "password/answer" => password::answer,
        "password/hash" => password::hash,
        "password/policy" => password_rules::policy,
        "password/argon2" | "password/legacy" | "password/pepper" | "password/verify" => {
            password::verify
        }
        "golden/throttle" | "throttle/life" => states::throttle,
        _ => return None,
    })
}

/// Writes an error down: its wire name, and the offset that it carries.
fn error(name: &str, at: Option<usize>) -> String {
    at.map_or_else(|| format!("error {name}"), |at| format!("error {name} {at}"))
}
