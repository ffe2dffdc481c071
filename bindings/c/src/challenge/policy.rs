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
    /// How long a code is accepted: 1 to 600 s, by default 600 s. By post 1 s to 30 days, by
    /// default 21 days.
    pub lifetime_s: u64,
    /// How long after a code no other can be had: at most the lifetime, by default 60 s; by post 7
    /// days, in which a letter arrives.
    pub cooldown_s: u64,
    /// The time over which issues are counted: the lifetime to 30 days, by default a day; by post
    /// 30 days.
    pub period_s: u64,
    /// How many digits the code has: 6 to 9, by default 6. 0 for a posted code, which has twelve
    /// letters and a check character.
    pub digits: u32,
    /// How many attempts each code has: 1 to 10, by default 5.
    pub attempts: u32,
    /// How many codes a period has: 1 to 100, by default 10; by post 3.
    pub issues: u32,
    /// How many consecutive wrong codes, over all codes, disable the row: 1 to 100, by default 100.
    pub failures: u32,
}

impl TryFrom<SceauChallengePolicy> for ChallengePolicy {
    type Error = SceauStatus;

    fn try_from(policy: SceauChallengePolicy) -> Result<Self, SceauStatus> {
        let digits = (policy.digits != LETTERS).then(|| digits(policy.digits)).transpose()?;
        // The greatest number of each type is out of every range.
        Ok(Self::new(ChallengeLimits {
            digits,
            lifetime: Seconds::new(policy.lifetime_s),
            attempts: u8::try_from(policy.attempts).unwrap_or(u8::MAX),
            cooldown: Seconds::new(policy.cooldown_s),
            period: Seconds::new(policy.period_s),
            issues: u8::try_from(policy.issues).unwrap_or(u8::MAX),
            failures: u16::try_from(policy.failures).unwrap_or(u16::MAX),
        })?)
    }
}

impl From<ChallengeLimits> for SceauChallengePolicy {
    fn from(limits: ChallengeLimits) -> Self {
        Self {
            lifetime_s: limits.lifetime.get(),
            cooldown_s: limits.cooldown.get(),
            period_s: limits.period.get(),
            digits: limits.digits.map_or(LETTERS, |digits| u32::from(digits.get())),
            attempts: u32::from(limits.attempts),
            issues: u32::from(limits.issues),
            failures: u32::from(limits.failures),
        }
    }
}

/// Writes the default policy of a code that is e-mailed or texted: SAG's where it is public.
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
        out.write(ChallengeLimits::default().into());
        Ok(())
    })
}

/// Writes the default policy of a code that is posted. None of its numbers is public for SAG.
///
/// # Safety
///
/// `policy` points to one value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_challenge_policy_post(
    policy: *mut SceauChallengePolicy,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointer.
        let out = unsafe { Out::new(policy)? };
        out.write(ChallengeLimits::post().into());
        Ok(())
    })
}

/// The number of digits of a code of letters.
const LETTERS: u32 = 0;
