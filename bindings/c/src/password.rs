//! Stored passwords.

use core::ffi::c_char;

use sceau::password::{
    self, AcceptLimits, AcceptPolicy, CreatePolicy, PasswordError, PasswordOutcome,
};

use crate::memory::{Out, OutText, answer, bytes, characters, value};
use crate::numbers::{Numbered, choice};
use crate::status::SceauStatus;
use crate::status::outcome::SceauPasswordOutcome;

/// Which stored hashes may still log in: PHC strings of PBKDF2 within these limits.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct SceauAcceptPolicy {
    /// The fewest iterations, 1,000 or more; by default 10,000.
    pub min_iterations: u32,
    /// The most iterations, 10,000,000 or fewer; by default 10,000,000.
    pub max_iterations: u32,
    /// The shortest salt in bytes, 8 or more; by default 8.
    pub min_salt_bytes: u32,
}

impl From<SceauAcceptPolicy> for AcceptLimits {
    fn from(policy: SceauAcceptPolicy) -> Self {
        Self {
            min_iterations: policy.min_iterations,
            max_iterations: policy.max_iterations,
            // No salt is as long as either number.
            min_salt_bytes: u8::try_from(policy.min_salt_bytes).unwrap_or(u8::MAX),
        }
    }
}

/// How a new password is hashed.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct SceauCreatePolicy {
    /// A number of `sceau_password_algorithm`; by default PBKDF2-HMAC-SHA-256.
    pub algorithm: u32,
    /// OWASP's figure for the algorithm to 10,000,000; by default OWASP's, 600,000 or 220,000.
    pub iterations: u32,
}

/// How the numbers of both policies become policies.
#[derive(Clone, Copy)]
struct Checked {
    accept: fn(AcceptLimits) -> Result<AcceptPolicy, PasswordError>,
    create: fn(SceauCreatePolicy) -> Result<CreatePolicy, SceauStatus>,
}

const CHECKED: Checked = Checked {
    accept: AcceptPolicy::new,
    create: |policy| Ok(CreatePolicy::new(choice(policy.algorithm)?, policy.iterations)?),
};

const UNCHECKED: Checked = Checked {
    accept: |limits| Ok(AcceptPolicy::unchecked_policy(limits)),
    create: |policy| {
        Ok(CreatePolicy::unchecked_policy(choice(policy.algorithm)?, policy.iterations))
    },
};

/// Writes the default policies: what may still log in, and what may be newly made.
///
/// # Safety
///
/// `accept` and `create` point to one value each.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_password_policies_default(
    accept: *mut SceauAcceptPolicy,
    create: *mut SceauCreatePolicy,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (accept, create) = unsafe { (Out::new(accept)?, Out::new(create)?) };
        let (limits, policy) = (AcceptLimits::default(), CreatePolicy::default());
        accept.write(SceauAcceptPolicy {
            min_iterations: limits.min_iterations,
            max_iterations: limits.max_iterations,
            min_salt_bytes: u32::from(limits.min_salt_bytes),
        });
        create.write(SceauCreatePolicy {
            algorithm: policy.algorithm().number(),
            iterations: policy.iterations(),
        });
        Ok(())
    })
}

/// Hashes a new password with `salt`, 16 to 64 bytes of the system's generator.
///
/// `password` is UTF-8 of at most 512 bytes; it is prepared as RFC 8265's `OpaqueString`. `out`
/// gets the PHC string to store, at most `SCEAU_PASSWORD_HASH_MAX` bytes with its NUL.
///
/// # Safety
///
/// `password` points to `password_len` bytes, `salt` to `salt_len` bytes, `create` to the policy,
/// `out` to `capacity` bytes, `length` to one value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_password_hash(
    password: *const c_char,
    password_len: usize,
    salt: *const u8,
    salt_len: usize,
    create: *const SceauCreatePolicy,
    out: *mut c_char,
    capacity: usize,
    length: *mut usize,
) -> SceauStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { hash(CHECKED, password, password_len, salt, salt_len, create, out, capacity, length) }
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
    out: *mut c_char,
    capacity: usize,
    length: *mut usize,
) -> SceauStatus {
    // SAFETY: the caller's promise is the same.
    unsafe {
        hash(UNCHECKED, password, password_len, salt, salt_len, create, out, capacity, length)
    }
}

/// Verifies a password against a stored PHC string.
///
/// `*outcome` is a number of `sceau_password_outcome`; `*why` says of a rehash in what the hash is
/// weaker, as a number of `sceau_rehash_reason`, and is 0 otherwise. A mismatch costs at least what
/// the create policy costs, so that a cheap old hash does not tell its account from others.
///
/// # Safety
///
/// `password` points to `password_len` bytes, `stored` to `stored_len` bytes, `accept` and `create`
/// to the policies, `outcome` and `why` to one value each.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_password_verify(
    password: *const c_char,
    password_len: usize,
    stored: *const c_char,
    stored_len: usize,
    accept: *const SceauAcceptPolicy,
    create: *const SceauCreatePolicy,
    outcome: *mut u32,
    why: *mut u32,
) -> SceauStatus {
    // SAFETY: the caller's promise is the same.
    unsafe {
        verify(CHECKED, password, password_len, stored, stored_len, accept, create, outcome, why)
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
    stored: *const c_char,
    stored_len: usize,
    accept: *const SceauAcceptPolicy,
    create: *const SceauCreatePolicy,
    outcome: *mut u32,
    why: *mut u32,
) -> SceauStatus {
    // SAFETY: the caller's promise is the same.
    unsafe {
        verify(UNCHECKED, password, password_len, stored, stored_len, accept, create, outcome, why)
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
    unsafe { verify_absent(CHECKED, password, password_len, create, outcome) }
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
    unsafe { verify_absent(UNCHECKED, password, password_len, create, outcome) }
}

unsafe fn hash(
    checked: Checked,
    password: *const c_char,
    password_len: usize,
    salt: *const u8,
    salt_len: usize,
    create: *const SceauCreatePolicy,
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
        out.write(password::hash(password, salt, &(checked.create)(create)?)?.as_str())
    })
}

unsafe fn verify(
    checked: Checked,
    password: *const c_char,
    password_len: usize,
    stored: *const c_char,
    stored_len: usize,
    accept: *const SceauAcceptPolicy,
    create: *const SceauCreatePolicy,
    outcome: *mut u32,
    why: *mut u32,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (password, stored) =
            unsafe { (characters(password, password_len)?, characters(stored, stored_len)?) };
        // SAFETY: as above.
        let (accept, create, out, why_out) =
            unsafe { (value(accept)?, value(create)?, Out::new(outcome)?, Out::new(why)?) };
        let (accept, create) = ((checked.accept)(accept.into())?, (checked.create)(create)?);
        let found = password::verify(password, stored, &accept, &create)?;
        why_out.write(if let PasswordOutcome::MatchRehash { why } = found {
            why.number()
        } else {
            0
        });
        out.write(SceauPasswordOutcome::from(found) as u32);
        Ok(())
    })
}

unsafe fn verify_absent(
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
        let found = password::verify_absent(password, &(checked.create)(create)?)?;
        out.write(SceauPasswordOutcome::from(found) as u32);
        Ok(())
    })
}
