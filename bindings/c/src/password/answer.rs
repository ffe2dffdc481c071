//! Answers to security questions, of estates that still have them.

use core::ffi::c_char;

use sceau::message::{Language, OfAnswer, Reason, Sentence};
use sceau::password::{self, PasswordError, PasswordOutcome, Verifier};

use super::pepper::SceauPeppers;
use super::policy::{CHECKED, SceauAcceptPolicy, SceauCreatePolicy, UNCHECKED};
use super::stored::SceauStoredPassword;
use super::subject::{Subject, hash, verify, verify_absent};
use crate::memory::{Out, OutText, answer, characters};
use crate::message::sentence;
use crate::numbers::{choice, find};
use crate::parse::SceauParseResult;
use crate::status::SceauStatus;

/// Hashes an answer to a security question with `salt`, 16 to 64 bytes of the system's generator,
/// to replace the hash of an old estate. None should be asked for anew: NIST SP 800-63B-4 (section
/// 3.1.1.2) forbids it, since what an answer says is found elsewhere.
///
/// `typed` is UTF-8 of at most 512 bytes. It is compared up to case, accents and typography. `out`
/// gets the PHC string to store, at most `SCEAU_PASSWORD_HASH_MAX` bytes with its NUL.
///
/// # Safety
///
/// `typed` points to `typed_len` bytes, `salt` to `salt_len` bytes, `create` to the policy,
/// `peppers` to the peppers or nowhere, `out` to `capacity` bytes, `length` to one value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_answer_hash(
    typed: *const c_char,
    typed_len: usize,
    salt: *const u8,
    salt_len: usize,
    create: *const SceauCreatePolicy,
    peppers: *const SceauPeppers,
    out: *mut c_char,
    capacity: usize,
    length: *mut usize,
) -> SceauStatus {
    // SAFETY: the caller's promise is the same.
    unsafe {
        hash(
            &ANSWER, CHECKED, typed, typed_len, salt, salt_len, create, peppers, out, capacity,
            length,
        )
    }
}

/// Hashes an answer with any number of iterations, zero counting as one, and any salt of 1 to 64
/// bytes: for published test vectors, and for tests that cannot wait.
///
/// # Safety
///
/// As `sceau_answer_hash`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_answer_hash_unchecked_policy(
    typed: *const c_char,
    typed_len: usize,
    salt: *const u8,
    salt_len: usize,
    create: *const SceauCreatePolicy,
    peppers: *const SceauPeppers,
    out: *mut c_char,
    capacity: usize,
    length: *mut usize,
) -> SceauStatus {
    // SAFETY: the caller's promise is the same.
    unsafe {
        hash(
            &ANSWER, UNCHECKED, typed, typed_len, salt, salt_len, create, peppers, out, capacity,
            length,
        )
    }
}

/// Verifies an answer to a security question against a stored hash.
///
/// A PHC string of PBKDF2 is one of `sceau_answer_hash`'s. A hash of another system is tried with
/// the text as it was typed, then as a password is prepared, then as an answer is. `*outcome` is a
/// number of `sceau_password_outcome`; `*why` says of a rehash why, as a number of
/// `sceau_rehash_reason`, and is 0 otherwise. `sceau_answer_message` has the sentences.
///
/// # Safety
///
/// `typed` points to `typed_len` bytes, `stored` to the stored hash, `accept` and `create` to the
/// policies, `peppers` to the peppers or nowhere, `outcome` and `why` to one value each.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_answer_verify(
    typed: *const c_char,
    typed_len: usize,
    stored: *const SceauStoredPassword,
    accept: *const SceauAcceptPolicy,
    create: *const SceauCreatePolicy,
    peppers: *const SceauPeppers,
    outcome: *mut u32,
    why: *mut u32,
) -> SceauStatus {
    // SAFETY: the caller's promise is the same.
    unsafe {
        verify(&ANSWER, CHECKED, typed, typed_len, stored, accept, create, peppers, outcome, why)
    }
}

/// Verifies an answer under policies of any numbers: for published test vectors, and for a
/// migration that knows why.
///
/// # Safety
///
/// As `sceau_answer_verify`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_answer_verify_unchecked_policy(
    typed: *const c_char,
    typed_len: usize,
    stored: *const SceauStoredPassword,
    accept: *const SceauAcceptPolicy,
    create: *const SceauCreatePolicy,
    peppers: *const SceauPeppers,
    outcome: *mut u32,
    why: *mut u32,
) -> SceauStatus {
    // SAFETY: the caller's promise is the same.
    unsafe {
        verify(&ANSWER, UNCHECKED, typed, typed_len, stored, accept, create, peppers, outcome, why)
    }
}

/// Does the work of `sceau_answer_verify` for an account that does not exist; `*outcome` is
/// `SCEAU_PASSWORD_OUTCOME_MISMATCH`.
///
/// # Safety
///
/// `typed` points to `typed_len` bytes, `create` to the policy, `outcome` to one value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_answer_verify_absent(
    typed: *const c_char,
    typed_len: usize,
    create: *const SceauCreatePolicy,
    outcome: *mut u32,
) -> SceauStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { verify_absent(&ANSWER, CHECKED, typed, typed_len, create, outcome) }
}

/// Does the work of `sceau_answer_verify_unchecked_policy` for an account that does not exist.
///
/// # Safety
///
/// As `sceau_answer_verify_absent`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_answer_verify_absent_unchecked_policy(
    typed: *const c_char,
    typed_len: usize,
    create: *const SceauCreatePolicy,
    outcome: *mut u32,
) -> SceauStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { verify_absent(&ANSWER, UNCHECKED, typed, typed_len, create, outcome) }
}

/// Says in `*parsed` whether a text can be an answer at all, and else where it cannot: a status has
/// no place.
///
/// # Safety
///
/// `typed` points to `typed_len` bytes, `parsed` to one value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_answer_check(
    typed: *const c_char,
    typed_len: usize,
    parsed: *mut SceauParseResult,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (typed, out) = unsafe { (characters(typed, typed_len)?, Out::new(parsed)?) };
        out.write(SceauParseResult::of(&password::check_answer(typed)));
        Ok(())
    })
}

/// Says a reason of this family to a person as `sceau_reason_message` does, of an answer in place of
/// a password.
///
/// # Safety
///
/// `out` points to `capacity` bytes, `length` to one value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_answer_message(
    reason: u32,
    language: u32,
    out: *mut c_char,
    capacity: usize,
    length: *mut usize,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let out = unsafe { OutText::new(out, capacity, length)? };
        let message = of_answer(reason, choice(language)?);
        out.write(&message.ok_or(SceauStatus::UnknownNumber)?)
    })
}

fn of_answer(reason: u32, language: Language) -> Option<Sentence> {
    let outcome = find::<PasswordOutcome>(reason).map(|(outcome, _)| *outcome);
    let error = find::<PasswordError>(reason).map(|(error, _)| *error);
    outcome
        .map(|outcome| OfAnswer(outcome).message(language))
        .or_else(|| error.map(|error| OfAnswer(error).message(language)))
        .or_else(|| sentence(reason, language, 0))
}

const ANSWER: Subject = Subject {
    hash: password::hash_answer,
    begin: Verifier::begin_answer,
    begin_absent: Verifier::begin_answer_absent,
};
