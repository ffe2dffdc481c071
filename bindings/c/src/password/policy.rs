//! What may still log in, and what may be newly made.

use core::time::Duration;

use sceau::password::{
    AcceptLimits, AcceptPolicy, Argon2Limits, CreatePolicy, IterationRange, PasswordAlgorithm,
    PasswordError,
};

use super::format;
use crate::memory::{Out, answer};
use crate::numbers::{Numbered, boolean, choice};
use crate::status::SceauStatus;

/// From how many iterations to how many.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct SceauIterationRange {
    /// The fewest iterations, 1,000 or more; by default 10,000.
    pub min: u32,
    /// The most iterations, 10,000,000 or fewer; by default 10,000,000.
    pub max: u32,
}

impl From<SceauIterationRange> for IterationRange {
    fn from(range: SceauIterationRange) -> Self {
        Self { min: range.min, max: range.max }
    }
}

impl From<IterationRange> for SceauIterationRange {
    fn from(range: IterationRange) -> Self {
        Self { min: range.min, max: range.max }
    }
}

/// The most of everything that an Argon2id hash may ask for.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct SceauArgon2Limits {
    /// The most working memory in KiB, 8 to 1,048,576; by default 131,072.
    pub max_memory_kib: u32,
    /// The most passes over it, 1 to 64; by default 10.
    pub max_passes: u32,
    /// The most lanes, 1 to 64; by default 16.
    pub max_lanes: u32,
}

/// Which stored hashes may still log in.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct SceauAcceptPolicy {
    /// The set of formats, a sum of `SCEAU_STORED_FORMATS_…`; by default PHC strings of PBKDF2 only.
    pub formats: u32,
    /// The iterations of PBKDF2-HMAC-SHA-1, which only legacy formats have.
    pub sha1: SceauIterationRange,
    /// The iterations of PBKDF2-HMAC-SHA-256.
    pub sha256: SceauIterationRange,
    /// The iterations of PBKDF2-HMAC-SHA-512.
    pub sha512: SceauIterationRange,
    /// The shortest salt in bytes, 8 or more; by default 8.
    pub min_salt_bytes: u32,
    /// The shortest key in bytes, 16 or more; by default 16.
    pub min_key_bytes: u32,
    /// The most that Argon2id may ask for, where this library reads it.
    pub argon2: SceauArgon2Limits,
    /// 1 to refuse a hash without a pepper, or 0, the default. Who can write to the database could
    /// otherwise plant one. Turn it on once every hash has been made again.
    pub require_pepper: u32,
}

impl SceauAcceptPolicy {
    fn limits(self) -> Result<AcceptLimits, SceauStatus> {
        let Self { argon2, .. } = self;
        // No salt or key is as long as either number.
        let bytes = |number| u8::try_from(number).unwrap_or(u8::MAX);
        Ok(AcceptLimits {
            formats: format::set(self.formats)?,
            sha1: self.sha1.into(),
            sha256: self.sha256.into(),
            sha512: self.sha512.into(),
            min_salt_bytes: bytes(self.min_salt_bytes),
            min_key_bytes: bytes(self.min_key_bytes),
            argon2: Argon2Limits {
                max_memory_kib: argon2.max_memory_kib,
                max_passes: argon2.max_passes,
                max_lanes: argon2.max_lanes,
            },
            require_pepper: boolean(self.require_pepper)?,
        })
    }
}

impl From<AcceptLimits> for SceauAcceptPolicy {
    fn from(limits: AcceptLimits) -> Self {
        Self {
            formats: format::bits(limits.formats),
            sha1: limits.sha1.into(),
            sha256: limits.sha256.into(),
            sha512: limits.sha512.into(),
            min_salt_bytes: u32::from(limits.min_salt_bytes),
            min_key_bytes: u32::from(limits.min_key_bytes),
            argon2: SceauArgon2Limits {
                max_memory_kib: limits.argon2.max_memory_kib,
                max_passes: limits.argon2.max_passes,
                max_lanes: limits.argon2.max_lanes,
            },
            require_pepper: u32::from(limits.require_pepper),
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
pub(crate) struct Checked {
    limits: fn(AcceptLimits) -> Result<AcceptPolicy, PasswordError>,
    pub(crate) create: fn(SceauCreatePolicy) -> Result<CreatePolicy, SceauStatus>,
}

impl Checked {
    pub(crate) fn accept(self, policy: SceauAcceptPolicy) -> Result<AcceptPolicy, SceauStatus> {
        Ok((self.limits)(policy.limits()?)?)
    }
}

pub(crate) const CHECKED: Checked = Checked {
    limits: AcceptPolicy::new,
    create: |policy| Ok(CreatePolicy::new(choice(policy.algorithm)?, policy.iterations)?),
};

pub(crate) const UNCHECKED: Checked = Checked {
    limits: |limits| Ok(AcceptPolicy::unchecked_policy(limits)),
    create: |policy| {
        Ok(CreatePolicy::unchecked_policy(choice(policy.algorithm)?, policy.iterations))
    },
};

/// Says how many iterations last `target_ns`, where `done` of them took `taken_ns`.
///
/// For an operator who chooses a create policy: time a few calls of `sceau_password_verifier_step`
/// on the machine that will verify, and take the fastest. `algorithm` is a number of
/// `sceau_password_algorithm`. `*iterations` is the recommended figure at the least, also where
/// `taken_ns` is 0, and 10,000,000 at the most.
///
/// # Safety
///
/// `iterations` points to one value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_password_calibrated_iterations(
    algorithm: u32,
    done: u32,
    taken_ns: u64,
    target_ns: u64,
    iterations: *mut u32,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointer.
        let out = unsafe { Out::new(iterations)? };
        let algorithm = choice::<PasswordAlgorithm>(algorithm)?;
        let (taken, target) = (Duration::from_nanos(taken_ns), Duration::from_nanos(target_ns));
        out.write(algorithm.calibrated_iterations(done, taken, target));
        Ok(())
    })
}

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
        let policy = CreatePolicy::default();
        accept.write(AcceptLimits::default().into());
        create.write(SceauCreatePolicy {
            algorithm: policy.algorithm().number(),
            iterations: policy.iterations(),
        });
        Ok(())
    })
}
