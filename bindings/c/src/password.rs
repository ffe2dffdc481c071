//! Stored passwords: hashing, and verifying in one go.

use core::ffi::c_char;

use crate::status::SceauStatus;

pub mod answer;
pub mod format;
pub mod pepper;
pub mod policy;
pub mod stored;
mod subject;
pub mod verifier;

use pepper::SceauPeppers;
use policy::{CHECKED, SceauAcceptPolicy, SceauCreatePolicy, UNCHECKED};
use stored::SceauStoredPassword;
use subject::{PASSWORD, hash, verify, verify_absent};

/// Hashes a new password with `salt`, 16 to 64 bytes of the system's generator.
///
/// `password` is UTF-8 of at most 512 bytes; it is prepared as RFC 8265's `OpaqueString`. `out`
/// gets the PHC string to store, at most `SCEAU_PASSWORD_HASH_MAX` bytes with its NUL.
///
/// # Safety
///
/// `password` points to `password_len` bytes, `salt` to `salt_len` bytes, `create` to the policy,
/// `peppers` to the peppers or nowhere, `out` to `capacity` bytes, `length` to one value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_password_hash(
    password: *const c_char,
    password_len: usize,
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
            &PASSWORD,
            CHECKED,
            password,
            password_len,
            salt,
            salt_len,
            create,
            peppers,
            out,
            capacity,
            length,
        )
    }
}

/// Hashes a password with any number of iterations, zero counting as one, and any salt of 1 to 64
/// bytes: for published test vectors, and for tests that cannot wait.
///
/// # Safety
///
/// As `sceau_password_hash`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_password_hash_unchecked_policy(
    password: *const c_char,
    password_len: usize,
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
            &PASSWORD,
            UNCHECKED,
            password,
            password_len,
            salt,
            salt_len,
            create,
            peppers,
            out,
            capacity,
            length,
        )
    }
}

/// Verifies a password against a stored hash.
///
/// `*outcome` is a number of `sceau_password_outcome`; `*why` says why a hash is to be made again,
/// as a number of `sceau_rehash_reason`, and is 0 otherwise. A mismatch costs at least what
/// the create policy costs, so that a cheap old hash does not tell its account from others.
///
/// # Safety
///
/// `password` points to `password_len` bytes, `stored` to the stored hash, `accept` and `create` to
/// the policies, `peppers` to the peppers or nowhere, `outcome` and `why` to one value each.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_password_verify(
    password: *const c_char,
    password_len: usize,
    stored: *const SceauStoredPassword,
    accept: *const SceauAcceptPolicy,
    create: *const SceauCreatePolicy,
    peppers: *const SceauPeppers,
    outcome: *mut u32,
    why: *mut u32,
) -> SceauStatus {
    // SAFETY: the caller's promise is the same.
    unsafe {
        verify(
            &PASSWORD,
            CHECKED,
            password,
            password_len,
            stored,
            accept,
            create,
            peppers,
            outcome,
            why,
        )
    }
}

/// Verifies a password under policies of any numbers: for published test vectors, and for a
/// migration that knows why.
///
/// # Safety
///
/// As `sceau_password_verify`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_password_verify_unchecked_policy(
    password: *const c_char,
    password_len: usize,
    stored: *const SceauStoredPassword,
    accept: *const SceauAcceptPolicy,
    create: *const SceauCreatePolicy,
    peppers: *const SceauPeppers,
    outcome: *mut u32,
    why: *mut u32,
) -> SceauStatus {
    // SAFETY: the caller's promise is the same.
    unsafe {
        verify(
            &PASSWORD,
            UNCHECKED,
            password,
            password_len,
            stored,
            accept,
            create,
            peppers,
            outcome,
            why,
        )
    }
}

/// Does the work of `sceau_password_verify` for an account that does not exist; `*outcome` is
/// `SCEAU_PASSWORD_OUTCOME_MISMATCH`.
///
/// # Safety
///
/// `password` points to `password_len` bytes, `create` to the policy, `outcome` to one value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_password_verify_absent(
    password: *const c_char,
    password_len: usize,
    create: *const SceauCreatePolicy,
    outcome: *mut u32,
) -> SceauStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { verify_absent(&PASSWORD, CHECKED, password, password_len, create, outcome) }
}

/// Does the work of `sceau_password_verify_unchecked_policy` for an account that does not exist.
///
/// # Safety
///
/// As `sceau_password_verify_absent`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_password_verify_absent_unchecked_policy(
    password: *const c_char,
    password_len: usize,
    create: *const SceauCreatePolicy,
    outcome: *mut u32,
) -> SceauStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { verify_absent(&PASSWORD, UNCHECKED, password, password_len, create, outcome) }
}
