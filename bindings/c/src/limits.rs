//! Sizes of buffers and states, as constants and as functions, and the version.
//!
//! The functions are for languages that read no macros, and for a library newer than the header.

use sceau::challenge::CHALLENGE_BYTES;
use sceau::device::{
    DEVICE_BYTES, DEVICE_ENTROPY_BYTES, DEVICE_SELECTOR_BYTES, DEVICE_TOKEN_CHARACTERS,
};
use sceau::identifier::{DisplayText, MaskedText};
use sceau::identity::{MAX_DOCUMENTS, MAX_FINDINGS, SAG_MINIMUM_AGE};
use sceau::message::Sentence;
use sceau::name::{MAX_DISTANCE, MAX_KEY_LETTERS, NamePolicy, VersionedKey};
use sceau::otp::{RECOVERY_BYTES, RECOVERY_CODES};
use sceau::password::PasswordReason;
use sceau::throttle::THROTTLE_BYTES;

/// The size of the state of a code that is e-mailed, texted or posted, in bytes.
pub const SCEAU_CHALLENGE_BYTES: usize = 96;
/// The size of a throttle's state, in bytes.
pub const SCEAU_THROTTLE_BYTES: usize = 64;
/// The size of the state of recovery codes, in bytes.
pub const SCEAU_RECOVERY_BYTES: usize = 208;
/// How many recovery codes there are.
pub const SCEAU_RECOVERY_CODES: usize = 10;
/// Room for the characters of a code of letters, its NUL included.
pub const SCEAU_LETTER_CODE_MAX: usize = 18;
/// Room for the characters of a code of letters in groups, its NUL included.
pub const SCEAU_LETTER_CODE_DISPLAY_MAX: usize = 22;
/// The size of the entropy for a new code, in bytes.
pub const SCEAU_ENTROPY_BYTES: usize = 16;
/// The size of a remembered device's state, in bytes.
pub const SCEAU_DEVICE_BYTES: usize = 104;
/// The size of the entropy for a new device, in bytes.
pub const SCEAU_DEVICE_ENTROPY_BYTES: usize = 32;
/// The size of the key of a device's row, in bytes.
pub const SCEAU_DEVICE_SELECTOR_BYTES: usize = 16;
/// Room for a device's token, its NUL included.
pub const SCEAU_DEVICE_TOKEN_MAX: usize = 81;
/// Room for every stored hash, its NUL included.
pub const SCEAU_PASSWORD_HASH_MAX: usize = 257;
/// The size of a verification under way, in bytes.
pub const SCEAU_PASSWORD_VERIFIER_BYTES: usize = 1280;
/// The same in words of eight bytes.
pub const SCEAU_PASSWORD_VERIFIER_WORDS: usize = 160;
/// Room for every reason that a new password breaks.
pub const SCEAU_PASSWORD_REASONS_MAX: usize = 12;
/// Room for the digits of a code, or a posted one's letters, its NUL included.
pub const SCEAU_CODE_MAX: usize = 14;
/// Room for the characters of a code in groups, its NUL included.
pub const SCEAU_CODE_DISPLAY_MAX: usize = 17;
/// The most bytes of a one-time code's secret.
pub const SCEAU_OTP_SECRET_MAX: usize = 128;
/// Room for every secret as Base32, in groups or not, its NUL included.
pub const SCEAU_OTP_BASE32_MAX: usize = 257;
/// Room for every issuer of an `otpauth://` URI, its NUL included.
pub const SCEAU_OTP_ISSUER_MAX: usize = 129;
/// Room for every account of an `otpauth://` URI, its NUL included.
pub const SCEAU_OTP_ACCOUNT_MAX: usize = 255;
/// Room for every `otpauth://` URI, its NUL included.
pub const SCEAU_OTP_URI_MAX: usize = 2049;
/// The size of what HMAC makes of a prepared secret, in bytes.
pub const SCEAU_MIDSTATE_BYTES: usize = 128;
/// Room for every identifier in its compact and its display form, its NUL included.
pub const SCEAU_IDENTIFIER_MAX: usize = 255;
/// Room for every identifier in its masked form, its NUL included.
pub const SCEAU_IDENTIFIER_MASKED_MAX: usize = 509;
/// The size of an identifier's pseudonym, in bytes.
pub const SCEAU_PSEUDONYM_BYTES: usize = 32;
/// Room for every name's key, its NUL included.
pub const SCEAU_NAME_KEY_MAX: usize = 129;
/// Room for every name's key behind its rule and version, its NUL included.
pub const SCEAU_NAME_VERSIONED_KEY_MAX: usize = 135;
/// The most slips that are counted between two names.
pub const SCEAU_NAME_DISTANCE_MAX: u32 = 2;
/// The number of ways in which two names can differ.
pub const SCEAU_DIFFERENCES_MAX: usize = 12;
/// Room for every sentence, its NUL included.
pub const SCEAU_MESSAGE_MAX: usize = 513;
/// The most documents of one claim.
pub const SCEAU_IDENTITY_DOCUMENTS_MAX: usize = 4;
/// The most findings of one report.
pub const SCEAU_IDENTITY_FINDINGS_MAX: usize = 11;
/// The least age for an account, in years (SAG sign-up screen).
pub const SCEAU_IDENTITY_MINIMUM_AGE_SAG: u32 = 14;

/// The differences between names that SAG puts up with: none.
pub const SCEAU_NAME_POLICY_SAG: u32 = 0;
/// Case, typography, diacritics and ligatures.
pub const SCEAU_NAME_POLICY_TOLERANT: u32 = 15;

const _: () = {
    assert!(SCEAU_CHALLENGE_BYTES == CHALLENGE_BYTES);
    assert!(SCEAU_THROTTLE_BYTES == THROTTLE_BYTES);
    assert!(SCEAU_RECOVERY_BYTES == RECOVERY_BYTES);
    assert!(SCEAU_RECOVERY_CODES == RECOVERY_CODES);
    assert!(SCEAU_DEVICE_BYTES == DEVICE_BYTES);
    assert!(SCEAU_DEVICE_ENTROPY_BYTES == DEVICE_ENTROPY_BYTES);
    assert!(SCEAU_DEVICE_SELECTOR_BYTES == DEVICE_SELECTOR_BYTES);
    assert!(SCEAU_DEVICE_TOKEN_MAX == DEVICE_TOKEN_CHARACTERS + 1);
    assert!(SCEAU_OTP_URI_MAX == sceau::otp::OtpUri::MAX_BYTES + 1);
    assert!(SCEAU_IDENTIFIER_MAX == capacity(DisplayText::new) + 1);
    assert!(SCEAU_IDENTIFIER_MASKED_MAX == capacity(MaskedText::new) + 1);
    assert!(SCEAU_MESSAGE_MAX == capacity(Sentence::new) + 1);
    assert!(SCEAU_NAME_KEY_MAX == MAX_KEY_LETTERS + 1);
    assert!(SCEAU_NAME_VERSIONED_KEY_MAX == capacity(VersionedKey::new) + 1);
    assert!(SCEAU_NAME_DISTANCE_MAX == MAX_DISTANCE as u32);
    assert!(SCEAU_PASSWORD_VERIFIER_BYTES == 8 * SCEAU_PASSWORD_VERIFIER_WORDS);
    assert!(SCEAU_PASSWORD_REASONS_MAX == PasswordReason::ALL.len());
    assert!(SCEAU_DIFFERENCES_MAX == sceau::name::Difference::ALL.len());
    assert!(SCEAU_IDENTITY_DOCUMENTS_MAX == MAX_DOCUMENTS);
    assert!(SCEAU_IDENTITY_FINDINGS_MAX == MAX_FINDINGS);
    assert!(SCEAU_IDENTITY_MINIMUM_AGE_SAG == SAG_MINIMUM_AGE as u32);
    assert!(SCEAU_NAME_POLICY_SAG == NamePolicy::SAG.accepted().bits());
    assert!(SCEAU_NAME_POLICY_TOLERANT == NamePolicy::TOLERANT.accepted().bits());
};

/// Returns the version that the library was built with: major · 1,000,000 + minor · 1,000 + patch,
/// as `SCEAU_VERSION_NUMBER`.
#[unsafe(no_mangle)]
pub extern "C" fn sceau_version() -> u32 {
    const VERSION: u32 = 1_000_000 * decimal(env!("CARGO_PKG_VERSION_MAJOR"))
        + 1_000 * decimal(env!("CARGO_PKG_VERSION_MINOR"))
        + decimal(env!("CARGO_PKG_VERSION_PATCH"));
    VERSION
}

/// Returns `SCEAU_CHALLENGE_BYTES`.
#[unsafe(no_mangle)]
pub extern "C" fn sceau_challenge_bytes() -> usize {
    SCEAU_CHALLENGE_BYTES
}

/// Returns `SCEAU_THROTTLE_BYTES`.
#[unsafe(no_mangle)]
pub extern "C" fn sceau_throttle_bytes() -> usize {
    SCEAU_THROTTLE_BYTES
}

/// Returns `SCEAU_RECOVERY_BYTES`.
#[unsafe(no_mangle)]
pub extern "C" fn sceau_recovery_bytes() -> usize {
    SCEAU_RECOVERY_BYTES
}

/// Returns `SCEAU_DEVICE_BYTES`.
#[unsafe(no_mangle)]
pub extern "C" fn sceau_device_bytes() -> usize {
    SCEAU_DEVICE_BYTES
}

/// Returns `SCEAU_DEVICE_TOKEN_MAX`.
#[unsafe(no_mangle)]
pub extern "C" fn sceau_device_token_max() -> usize {
    SCEAU_DEVICE_TOKEN_MAX
}

/// Returns `SCEAU_PASSWORD_HASH_MAX`.
#[unsafe(no_mangle)]
pub extern "C" fn sceau_password_hash_max() -> usize {
    SCEAU_PASSWORD_HASH_MAX
}

/// Returns `SCEAU_PASSWORD_VERIFIER_BYTES`.
#[unsafe(no_mangle)]
pub extern "C" fn sceau_password_verifier_bytes() -> usize {
    SCEAU_PASSWORD_VERIFIER_BYTES
}

/// Returns `SCEAU_PASSWORD_REASONS_MAX`.
#[unsafe(no_mangle)]
pub extern "C" fn sceau_password_reasons_max() -> usize {
    SCEAU_PASSWORD_REASONS_MAX
}

/// Returns `SCEAU_OTP_BASE32_MAX`.
#[unsafe(no_mangle)]
pub extern "C" fn sceau_otp_base32_max() -> usize {
    SCEAU_OTP_BASE32_MAX
}

/// Returns `SCEAU_OTP_URI_MAX`.
#[unsafe(no_mangle)]
pub extern "C" fn sceau_otp_uri_max() -> usize {
    SCEAU_OTP_URI_MAX
}

/// Returns `SCEAU_IDENTIFIER_MAX`.
#[unsafe(no_mangle)]
pub extern "C" fn sceau_identifier_max() -> usize {
    SCEAU_IDENTIFIER_MAX
}

/// Returns `SCEAU_IDENTIFIER_MASKED_MAX`.
#[unsafe(no_mangle)]
pub extern "C" fn sceau_identifier_masked_max() -> usize {
    SCEAU_IDENTIFIER_MASKED_MAX
}

/// Returns `SCEAU_PSEUDONYM_BYTES`.
#[unsafe(no_mangle)]
pub extern "C" fn sceau_pseudonym_bytes() -> usize {
    SCEAU_PSEUDONYM_BYTES
}

/// Returns `SCEAU_NAME_KEY_MAX`.
#[unsafe(no_mangle)]
pub extern "C" fn sceau_name_key_max() -> usize {
    SCEAU_NAME_KEY_MAX
}

/// Returns `SCEAU_NAME_VERSIONED_KEY_MAX`.
#[unsafe(no_mangle)]
pub extern "C" fn sceau_name_versioned_key_max() -> usize {
    SCEAU_NAME_VERSIONED_KEY_MAX
}

/// Returns `SCEAU_MESSAGE_MAX`.
#[unsafe(no_mangle)]
pub extern "C" fn sceau_message_max() -> usize {
    SCEAU_MESSAGE_MAX
}

const fn capacity<const N: usize>(_: fn() -> heapless::String<N>) -> usize {
    N
}

const fn decimal(text: &str) -> u32 {
    match u32::from_str_radix(text, 10) {
        Ok(number) => number,
        Err(_) => panic!("a number"),
    }
}
