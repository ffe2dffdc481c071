//! The secret-dependent operations by themselves, for the gate that runs them on poisoned secrets.
//!
//! Only with the feature `ct-exports`, and no part of the interface. A public function ends in a
//! branch on its `Choice`, which a poisoned secret would report; here the `Choice` comes out, and
//! the gate says where it becomes public. Nothing is computed here that is not computed there.

use core::ops::RangeInclusive;

use subtle::Choice;

use crate::challenge::blob::Fields;
use crate::challenge::{Challenge, ChallengeBinding, ChallengeCode};
use crate::code::{self, Code, CodeText, Digits, LetterCode, Letters};
use crate::device::Device;
use crate::device::blob::Fields as DeviceFields;
use crate::device::token::{DeviceToken, Presented};
use crate::hex;
use crate::mac::{Role, ServiceKey};
use crate::otp::recovery::blob::Fields as RecoveryFields;
use crate::otp::{OtpReading, PreparedHotp, PreparedTotp, RecoveryCodes, base32};
use crate::password::base64::{self, Base64};
use crate::password::prepare::Prepared;
use crate::password::reading::Reading;
use crate::password::{
    CreatePolicy, PasswordError, PasswordHash, Peppers, StoredParts, StoredPassword, ct_hash,
    ct_matches,
};
use crate::state;
use crate::throttle::Throttle;

/// A prepared password.
pub struct Password(Prepared);

impl Password {
    /// Prepares a password, which takes variable time by declaration.
    pub fn prepare(password: &[u8]) -> Result<Self, PasswordError> {
        let mut prepared = Self(Prepared::empty());
        prepared.0.fill(password)?;
        Ok(prepared)
    }

    /// Returns the prepared bytes, to poison them where they are.
    pub fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

/// Returns whether the stored hash is sound, and whether the password is its.
#[inline(never)]
pub fn ct_password_verify(
    password: &Password,
    stored: &[u8],
) -> Result<(Choice, Choice), PasswordError> {
    let mut reading = Reading::new();
    StoredPassword::ct_parse(stored, &mut reading)?;
    let (stored, sound) = reading.into_parts();
    Ok((sound, ct_matches(password.0.as_bytes(), &stored)))
}

/// As [`ct_password_verify`], for a hash in parts.
#[inline(never)]
pub fn ct_password_verify_parts(
    password: &Password,
    parts: &StoredParts<'_>,
) -> Result<(Choice, Choice), PasswordError> {
    let mut reading = Reading::new();
    StoredPassword::ct_parse_as(parts, &mut reading)?;
    let (stored, sound) = reading.into_parts();
    Ok((sound, ct_matches(password.0.as_bytes(), &stored)))
}

/// Hashes a password for a new PHC string.
#[inline(never)]
pub fn ct_password_hash(
    password: &Password,
    salt: &[u8],
    create: &CreatePolicy,
    peppers: &Peppers<'_>,
) -> Result<PasswordHash, PasswordError> {
    ct_hash(&password.0, salt, create, peppers)
}

/// Returns whether a counter yields the code, and the one behind it.
#[inline(never)]
pub fn ct_hotp_find(hotp: &PreparedHotp, typed: &Code, counter: u64) -> (Choice, u64) {
    hotp.ct_find(typed, counter)
}

/// Returns whether two counters in a row yield the codes, and the one behind them.
#[inline(never)]
pub fn ct_hotp_find_two(
    hotp: &PreparedHotp,
    first: &Code,
    second: &Code,
    counter: u64,
) -> (Choice, u64) {
    hotp.ct_find_two(first, second, counter)
}

/// Returns whether one of some steps yields the code, and the highest that does.
#[inline(never)]
pub fn ct_totp_find(
    totp: &PreparedTotp,
    typed: &Code,
    steps: RangeInclusive<u64>,
) -> (Choice, u64) {
    totp.ct_find(typed, steps)
}

/// Decodes Base32; returns how many bytes, and whether a reading accepts all symbols.
#[inline(never)]
pub fn ct_base32_decode(
    symbols: &[u8],
    out: &mut [u8],
    reading: OtpReading,
) -> Option<(usize, Choice)> {
    let decoded = base32::ct_decode(symbols, out)?;
    Some((decoded.length, decoded.ct_right(reading)))
}

/// Returns whether the state was made with this key for this user and destination.
#[inline(never)]
pub fn ct_challenge_authentic(
    challenge: &Challenge,
    key: &ServiceKey,
    binding: &ChallengeBinding<'_>,
) -> Choice {
    let fields = [binding.user, binding.destination];
    state::ct_authentic(challenge.as_bytes(), key, Role::StateChallenge, &fields)
}

/// Returns whether the state's code is the one that was typed.
#[inline(never)]
pub fn ct_challenge_right(
    challenge: &Challenge,
    key: &ServiceKey,
    binding: &ChallengeBinding<'_>,
    typed: &ChallengeCode,
) -> Choice {
    let fields = Fields::read(state::machine_fields(challenge.as_bytes()));
    fields.ct_code(key, binding).ct_equals(typed)
}

/// Returns whether the state was made with this key for this subject.
#[inline(never)]
pub fn ct_throttle_authentic(throttle: &Throttle, key: &ServiceKey, subject: &[u8]) -> Choice {
    state::ct_authentic(throttle.as_bytes(), key, Role::StateThrottle, &[subject])
}

/// Returns whether the state was made with this key for this user.
#[inline(never)]
pub fn ct_device_authentic(device: &Device, key: &ServiceKey, user: &[u8]) -> Choice {
    state::ct_authentic(device.as_bytes(), key, Role::StateDevice, &[user])
}

/// The parts of a token that a device sent.
pub struct SentToken(Presented);

impl SentToken {
    /// Reads a token's text, and branches on whether it is one, by declaration.
    pub fn parse(token: &[u8]) -> Option<Self> {
        Presented::parse(token).map(Self)
    }

    /// Returns the MAC, to poison it where it is.
    pub fn tag(&self) -> &[u8; 16] {
        self.0.tag()
    }
}

/// Returns whether a token is one of the state's.
#[inline(never)]
pub fn ct_device_own(device: &Device, key: &ServiceKey, user: &[u8], token: &SentToken) -> Choice {
    let fields = DeviceFields::read(state::machine_fields(device.as_bytes()));
    fields.ct_is_own(key, user, &token.0)
}

/// Returns the state's current token.
#[inline(never)]
pub fn ct_device_token(device: &Device, key: &ServiceKey, user: &[u8]) -> DeviceToken {
    DeviceFields::read(state::machine_fields(device.as_bytes())).ct_token(key, user)
}

/// Decodes hexadecimal; returns how many bytes, and whether all were digits.
#[inline(never)]
pub fn ct_hex_decode(text: &[u8], out: &mut [u8]) -> Option<(usize, Choice)> {
    hex::ct_decode(text, out)
}

/// Returns whether the state was made with this key for this user.
#[inline(never)]
pub fn ct_recovery_authentic(codes: &RecoveryCodes, key: &ServiceKey, user: &[u8]) -> Choice {
    state::ct_authentic(codes.as_bytes(), key, Role::StateRecovery, &[user])
}

/// Returns whether one of the state's codes is the one that was typed, and the bit of its place.
#[inline(never)]
pub fn ct_recovery_find(
    codes: &RecoveryCodes,
    key: &ServiceKey,
    user: &[u8],
    typed: &LetterCode,
) -> (Choice, u16) {
    let fields = RecoveryFields::read(state::machine_fields(codes.as_bytes()));
    fields.ct_find(key, user, typed)
}

/// Reads a typed code of letters, which takes variable time by declaration.
pub fn parse_letters(typed: &str, letters: Letters) -> Option<LetterCode> {
    LetterCode::parse(typed, letters)
}

/// Makes a code of letters out of a MAC.
#[inline(never)]
pub fn ct_letters(mac: &[u8; 32], letters: Letters) -> LetterCode {
    LetterCode::ct_from_mac(mac, letters)
}

/// Writes a code of letters, with its check character.
#[inline(never)]
pub fn ct_letters_text(code: &LetterCode) -> CodeText {
    code.display()
}

/// Returns whether two codes of letters are the same.
#[inline(never)]
pub fn ct_letters_equal(a: &LetterCode, b: &LetterCode) -> Choice {
    a.ct_equals(b)
}

/// Reads a typed code, which takes variable time by declaration.
pub fn parse_code(typed: &str, digits: Digits) -> Option<Code> {
    Code::parse(typed, digits)
}

/// Returns whether two codes are the same.
#[inline(never)]
pub fn ct_codes_equal(a: &Code, b: &Code) -> Choice {
    a.ct_equals(b)
}

/// Returns RFC 4226's 31-bit number of a tag.
#[inline(never)]
pub fn ct_truncate(tag: &[u8]) -> u32 {
    code::ct_truncate(tag)
}

/// Returns the last digits of a number.
#[inline(never)]
pub fn ct_digits(number: u32, digits: Digits) -> Code {
    code::ct_digits(number, digits)
}

/// Returns a number below 2³¹ divided by 10 to a power from 1 to 9.
#[inline]
pub fn ct_quotient(number: u32, exponent: usize) -> Option<u32> {
    let power = code::POWERS_OF_TEN.get(exponent.checked_sub(1)?)?;
    Some(code::ct_quotient(number, power))
}

/// Decodes base64; returns how many bytes, and whether all was canonical.
#[inline(never)]
pub fn ct_base64_decode(text: &[u8], out: &mut [u8]) -> Option<(usize, Choice)> {
    base64::ct_decode(Base64::Standard, text, out)
}

/// Encodes base64 into `out`.
#[inline(never)]
pub fn ct_base64_encode(bytes: &[u8], out: &mut [u8]) {
    let mut places = out.iter_mut();
    base64::ct_encode(bytes, |character| {
        if let (Some(place), Ok(character)) = (places.next(), u8::try_from(character)) {
            *place = character;
        }
    });
}
