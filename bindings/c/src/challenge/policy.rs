//! What a service allows of a code.

use sceau::challenge::{ChallengeLimits, ChallengePolicy};
use sceau::time::Seconds;

use crate::code::digits;
use crate::memory::{Out, answer};
use crate::status::SceauStatus;

/// What a service allows of a code.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct SceauChallengePolicy {
    /// How long a code is accepted: 1 to 600 s, by default 600 s.
    pub lifetime_s: u64,
    /// How long after a code no other can be had: at most the lifetime, by default 60 s.
    pub cooldown_s: u64,
    /// The time over which issues are counted: the lifetime to 30 days, by default a day.
    pub period_s: u64,
    /// How many digits the code has: 6 to 9, by default 6.
    pub digits: u32,
    /// How many attempts each code has: 1 to 10, by default 5.
    pub attempts: u32,
    /// How many codes a period has: 1 to 100, by default 10.
    pub issues: u32,
    /// How many consecutive wrong codes, over all codes, disable the row: 1 to 100, by default 100.
    pub failures: u32,
}

impl TryFrom<SceauChallengePolicy> for ChallengePolicy {
    type Error = SceauStatus;

    fn try_from(policy: SceauChallengePolicy) -> Result<Self, SceauStatus> {
        // The greatest number of each type is out of every range.
        Ok(Self::new(ChallengeLimits {
            digits: digits(policy.digits)?,
            lifetime: Seconds::new(policy.lifetime_s),
            attempts: u8::try_from(policy.attempts).unwrap_or(u8::MAX),
            cooldown: Seconds::new(policy.cooldown_s),
            period: Seconds::new(policy.period_s),
            issues: u8::try_from(policy.issues).unwrap_or(u8::MAX),
            failures: u16::try_from(policy.failures).unwrap_or(u16::MAX),
        })?)
    }
}

/// Writes the default policy: SAG's where it is public.
///
/// # Safety
///
/// `policy` points to one value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_challenge_policy_default(
    policy: *mut SceauChallengePolicy,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointer.
        let out = unsafe { Out::new(policy)? };
        let limits = ChallengeLimits::default();
        out.write(SceauChallengePolicy {
            lifetime_s: limits.lifetime.get(),
            cooldown_s: limits.cooldown.get(),
            period_s: limits.period.get(),
            digits: u32::from(limits.digits.get()),
            attempts: u32::from(limits.attempts),
            issues: u32::from(limits.issues),
            failures: u32::from(limits.failures),
        });
        Ok(())
    })
}
