//! The shell that Python calls: the core's API, said once more for `PyO3`.
//!
//! It decides nothing: a function borrows what came, calls the core, and passes on what the core
//! says, an outcome as its wire name and fields. What Python developers see is the package `sceau`
//! beside this crate; this module is its private `_native`.
// What Python passes in is owned here, and one Python call has as many arguments as it has.
#![allow(clippy::needless_pass_by_value, clippy::too_many_arguments)]

mod challenge;
mod device;
mod error;
mod identifier;
mod identity;
mod input;
mod list;
mod message;
mod name;
mod otp;
mod otp_secret;
mod otp_uri;
mod password;
mod password_rules;
mod post;
mod recovery;
mod state;
mod throttle;

/// The core, for the package `sceau` only.
#[pyo3::pymodule]
mod _native {
    #[pymodule_export]
    use super::challenge::{
        challenge_defaults, challenge_deliver, challenge_issue, challenge_lift, challenge_policy,
        challenge_state, challenge_verify,
    };
    #[pymodule_export]
    use super::device::{
        DeviceToken, device_defaults, device_policy, device_remember, device_revoke,
        device_selector, device_state, device_token_selector, device_verify,
    };
    #[pymodule_export]
    use super::identifier::{
        birth_date_age_on, birth_date_date, birth_date_new, card_expiry_last_day,
        identifier_display, identifier_kinds, identifier_level, identifier_levels,
        identifier_masked, identifier_parse, identifier_pseudonym, identifier_synthetic,
        identifier_typing, nam_check, nam_check_born, nas_check, neq_check,
    };
    #[pymodule_export]
    use super::identity::{IdentityFinding, identity_check, sag_minimum_age};
    #[pymodule_export]
    use super::message::{message, wire_names};
    #[pymodule_export]
    use super::name::{
        NameComparison, name_accepts, name_compare, name_distance, name_fold, name_fold_icao,
        name_keys, name_keys_icao, name_matches_icao, name_policy, name_profile,
    };
    #[pymodule_export]
    use super::otp::{
        Code, HotpKey, TotpKey, hotp, hotp_code, hotp_verify, totp, totp_accepted_until, totp_code,
        totp_remaining, totp_step, totp_verify,
    };
    #[pymodule_export]
    use super::otp_secret::OtpSecret;
    #[pymodule_export]
    use super::otp_uri::OtpUri;
    #[pymodule_export]
    use super::password::answer::{answer_hash, answer_message};
    #[pymodule_export]
    use super::password::password_hash;
    #[pymodule_export]
    use super::password::pepper::password_peppers;
    #[pymodule_export]
    use super::password::policy::{
        accept_defaults, accept_policy, argon2_defaults, calibrated_iterations, create_policy,
        recommended_iterations,
    };
    #[pymodule_export]
    use super::password::stored::{spring_defaults, spring_parameters};
    #[pymodule_export]
    use super::password::verifier::Verifier;
    #[pymodule_export]
    use super::password_rules::{
        password_check, password_finding_message, password_policy, password_rules,
    };
    #[pymodule_export]
    use super::post::post_message;
    #[pymodule_export]
    use super::recovery::{
        LetterCode, recovery_generate, recovery_left, recovery_state, recovery_verify,
    };
    #[pymodule_export]
    use super::state::ServiceKey;
    #[pymodule_export]
    use super::throttle::{
        Origin, throttle_begin, throttle_defaults, throttle_lift, throttle_policy, throttle_state,
        throttle_succeed,
    };
}
