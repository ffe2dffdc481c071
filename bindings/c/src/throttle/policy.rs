//! How many failures a service bears, and what they cost.

use sceau::throttle::{ThrottleLimits, ThrottlePolicy};
use sceau::time::Seconds;

use crate::memory::{Out, answer};
use crate::status::SceauStatus;

/// How many failures a service bears, and what they cost. None of the numbers is public for SAG.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct SceauThrottlePolicy {
    /// The pause after the first failure beyond the free ones, which doubles with each further one:
    /// 1 to 3,600 s, by default 2 s.
    pub delay_s: u64,
    /// How long a suspension lasts: 1 s to 30 days, by default 900 s.
    pub suspension_s: u64,
    /// How many failures cost nothing: 0 to 99, by default 4.
    pub free: u32,
    /// From how many failures on each one suspends: more than `free`, by default 10.
    pub suspend_after: u32,
    /// From how many consecutive failures on nothing is allowed any more: `suspend_after` to 100,
    /// by default 100.
    pub failures: u32,
}

impl TryFrom<SceauThrottlePolicy> for ThrottlePolicy {
    type Error = SceauStatus;

    fn try_from(policy: SceauThrottlePolicy) -> Result<Self, SceauStatus> {
        // The greatest number is out of every range.
        let count = |number| u16::try_from(number).unwrap_or(u16::MAX);
        Ok(Self::new(ThrottleLimits {
            free: count(policy.free),
            delay: Seconds::new(policy.delay_s),
            suspend_after: count(policy.suspend_after),
            suspension: Seconds::new(policy.suspension_s),
            failures: count(policy.failures),
        })?)
    }
}

/// Writes the default policy.
///
/// # Safety
///
/// `policy` points to one value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_throttle_policy_default(
    policy: *mut SceauThrottlePolicy,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointer.
        let out = unsafe { Out::new(policy)? };
        let limits = ThrottleLimits::default();
        out.write(SceauThrottlePolicy {
            delay_s: limits.delay.get(),
            suspension_s: limits.suspension.get(),
            free: u32::from(limits.free),
            suspend_after: u32::from(limits.suspend_after),
            failures: u32::from(limits.failures),
        });
        Ok(())
    })
}
