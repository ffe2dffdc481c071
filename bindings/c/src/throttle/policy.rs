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
    /// How long failures are remembered: 0 for an account, for as long as they follow one another;
    /// 60 s to 30 days for an address of origin, by default a day.
    pub window_s: u64,
    /// How many failures cost nothing: fewer than `suspend_after`; by default 4, 200 for an address.
    pub free: u32,
    /// From how many failures on each one suspends: more than `free`; by default 10,
    /// 210 for an address.
    pub suspend_after: u32,
    /// From how many failures on nothing is allowed any more. For an account: `suspend_after` to 100
    /// in a row, by default 100, until the service lifts it. For an address: `suspend_after` to
    /// 10,000, by default 1,000, until the window ends.
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
            window: Seconds::new(policy.window_s),
        })?)
    }
}

impl From<ThrottleLimits> for SceauThrottlePolicy {
    fn from(limits: ThrottleLimits) -> Self {
        Self {
            delay_s: limits.delay.get(),
            suspension_s: limits.suspension.get(),
            window_s: limits.window.get(),
            free: u32::from(limits.free),
            suspend_after: u32::from(limits.suspend_after),
            failures: u32::from(limits.failures),
        }
    }
}

/// Writes the default policy of accounts.
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
        out.write(ThrottleLimits::default().into());
        Ok(())
    })
}

/// Writes the default policy of addresses of origin, behind which many people can be.
///
/// # Safety
///
/// `policy` points to one value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_throttle_policy_origins(
    policy: *mut SceauThrottlePolicy,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointer.
        let out = unsafe { Out::new(policy)? };
        out.write(ThrottleLimits::origins().into());
        Ok(())
    })
}
