//! Stored passwords: hashing, and verifying in one go.

use core::ffi::c_char;

use sceau::password::{
    self, AcceptPolicy, CreatePolicy, PasswordError, PasswordHash, PasswordOutcome, Peppers,
    StoredPassword, Verifier,
};

use crate::memory::{Out, OutText, answer, bytes, characters, optional, value};
use crate::numbers::Numbered;
use crate::status::SceauStatus;
use crate::status::outcome::SceauPasswordOutcome;

pub mod answer;
pub mod format;
pub mod pepper;
pub mod policy;
pub mod stored;
pub mod verifier;

use pepper::{Chosen, SceauPeppers};
use policy::{CHECKED, Checked, SceauAcceptPolicy, SceauCreatePolicy, UNCHECKED};
use stored::SceauStoredPassword;

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

/// What is asked of a password, or of an answer in its place.
pub(super) struct Subject {
    hash: Hash,
    begin: Begin,
    begin_absent: fn(&[u8], &CreatePolicy) -> Result<Verifier, PasswordError>,
}

type Hash = fn(&[u8], &[u8], &CreatePolicy, &Peppers<'_>) -> Result<PasswordHash, PasswordError>;
type Begin = fn(
    &[u8],
    StoredPassword,
    &AcceptPolicy,
    &CreatePolicy,
    &Peppers<'_>,
) -> Result<Verifier, PasswordError>;

pub(super) const PASSWORD: Subject = Subject {
    hash: password::hash_peppered,
    begin: Verifier::begin,
    begin_absent: Verifier::begin_absent,
};

unsafe fn hash(
    subject: &Subject,
    checked: Checked,
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
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (password, salt, create, out) = unsafe {
            let (password, salt) = (characters(password, password_len)?, bytes(salt, salt_len)?);
            (password, salt, value(create)?, OutText::new(out, capacity, length)?)
        };
        // SAFETY: as above.
        let chosen = unsafe { Chosen::new(optional(peppers), None)? };
        let create = (checked.create)(create)?;
        out.write((subject.hash)(password, salt, &create, &chosen.peppers())?.as_str())
    })
}

unsafe fn verify(
    subject: &Subject,
    checked: Checked,
    password: *const c_char,
    password_len: usize,
    stored: *const SceauStoredPassword,
    accept: *const SceauAcceptPolicy,
    create: *const SceauCreatePolicy,
    peppers: *const SceauPeppers,
    outcome: *mut u32,
    why: *mut u32,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (password, stored, accept, create) = unsafe {
            let password = characters(password, password_len)?;
            (password, value(stored)?, value(accept)?, value(create)?)
        };
        // SAFETY: as above.
        let (outcome, why) = unsafe { (Out::new(outcome)?, Out::new(why)?) };
        // SAFETY: as above.
        let peppers = unsafe { optional(peppers) };
        // SAFETY: as above.
        let begun = unsafe { begin(subject, checked, password, stored, accept, create, peppers)? };
        write_outcome(begun.run(), outcome, why);
        Ok(())
    })
}

/// Begins a verification.
///
/// # Safety
///
/// The pointers of `stored` and of `peppers` point to what they say.
unsafe fn begin(
    subject: &Subject,
    checked: Checked,
    password: &[u8],
    stored: SceauStoredPassword,
    accept: SceauAcceptPolicy,
    create: SceauCreatePolicy,
    peppers: Option<SceauPeppers>,
) -> Result<Verifier, SceauStatus> {
    let (accept, create) = (checked.accept(accept)?, (checked.create)(create)?);
    // SAFETY: the caller vouches for the pointers.
    let stored = unsafe { stored.read()? };
    // SAFETY: as above.
    let chosen = unsafe { Chosen::new(peppers, stored.key_id())? };
    Ok((subject.begin)(password, stored, &accept, &create, &chosen.peppers())?)
}

fn write_outcome(found: PasswordOutcome, outcome: Out<u32>, why: Out<u32>) {
    why.write(if let PasswordOutcome::MatchRehash { why } = found { why.number() } else { 0 });
    outcome.write(SceauPasswordOutcome::from(found) as u32);
}

unsafe fn verify_absent(
    subject: &Subject,
    checked: Checked,
    password: *const c_char,
    password_len: usize,
    create: *const SceauCreatePolicy,
    outcome: *mut u32,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (password, create, out) =
            unsafe { (characters(password, password_len)?, value(create)?, Out::new(outcome)?) };
        let found = (subject.begin_absent)(password, &(checked.create)(create)?)?.run();
        out.write(SceauPasswordOutcome::from(found) as u32);
        Ok(())
    })
}
