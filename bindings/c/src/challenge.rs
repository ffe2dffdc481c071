//! The code that is e-mailed, texted or posted.

pub mod policy;
pub mod post;

use core::ffi::c_char;

use sceau::challenge::{
    Challenge, ChallengeBinding, ChallengeOutcome, DeliverOutcome, IssueOutcome,
};
use sceau::time::UnixTime;

use policy::SceauChallengePolicy;

use crate::code::SceauCode;
use crate::key::SceauServiceKey;
use crate::limits::SCEAU_CHALLENGE_BYTES;
use crate::memory::{Out, answer, bytes, optional, text, value};
use crate::numbers::choice;
use crate::status::SceauStatus;
use crate::status::outcome::{SceauChallengeOutcome, SceauDeliverOutcome, SceauIssueOutcome};

/// The stored state of a code that is e-mailed, texted or posted. It holds no part of the code.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct SceauChallenge {
    /// What to store.
    pub bytes: [u8; SCEAU_CHALLENGE_BYTES],
}

impl From<&Challenge> for SceauChallenge {
    fn from(challenge: &Challenge) -> Self {
        Self { bytes: *challenge.as_bytes() }
    }
}

impl TryFrom<SceauChallenge> for Challenge {
    type Error = SceauStatus;

    fn try_from(state: SceauChallenge) -> Result<Self, SceauStatus> {
        Ok(Self::from_bytes(&state.bytes)?)
    }
}

/// What a code is bound to.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct SceauChallengeBinding {
    /// What the code is for: a number of `sceau_challenge_purpose`.
    pub purpose: u32,
    /// How it travels: a number of `sceau_challenge_channel`.
    pub channel: u32,
    /// The account, as the service names it: any bytes.
    pub user: *const u8,
    /// How many bytes `user` points to.
    pub user_len: usize,
    /// The address or number that it is sent to, in one canonical form: any bytes.
    pub destination: *const u8,
    /// How many bytes `destination` points to.
    pub destination_len: usize,
}

impl SceauChallengeBinding {
    /// Borrows what a code is bound to.
    ///
    /// # Safety
    ///
    /// Both pointers point to as many bytes as stands behind them.
    unsafe fn binding<'a>(self) -> Result<ChallengeBinding<'a>, SceauStatus> {
        // SAFETY: the caller's promise is the same.
        let (user, destination) = unsafe {
            (bytes(self.user, self.user_len)?, bytes(self.destination, self.destination_len)?)
        };
        let (purpose, channel) = (choice(self.purpose)?, choice(self.channel)?);
        Ok(ChallengeBinding { purpose, channel, user, destination })
    }
}

/// What became of the wish for a new code.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct SceauIssueResult {
    /// A number of `sceau_issue_outcome`.
    pub outcome: u32,
    /// 1 if the clock was behind the last time that the state knows, which was used instead.
    pub clock_back: u32,
    /// When the code expires, if one was issued; when one can be had, if it is too soon or there
    /// were too many; else 0. Seconds since the Unix epoch.
    pub until_s: u64,
    /// The code to send, if one was issued; else two empty texts.
    pub code: SceauCode,
}

/// What became of a code that a person typed.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct SceauChallengeResult {
    /// A number of `sceau_challenge_outcome`.
    pub outcome: u32,
    /// How many attempts the code still has, if it was wrong; else 0.
    pub left: u32,
    /// 1 if the clock was behind the last time that the state knows, which was used instead.
    pub clock_back: u32,
}

/// Takes the bytes of a stored state: `SCEAU_STATUS_STATE_LENGTH` unless they are
/// `SCEAU_CHALLENGE_BYTES`. Whether they are authentic is checked wherever the state is used.
///
/// # Safety
///
/// `stored` points to `stored_len` bytes, `challenge` to one value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_challenge_parse(
    stored: *const u8,
    stored_len: usize,
    challenge: *mut SceauChallenge,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (stored, out) = unsafe { (bytes(stored, stored_len)?, Out::new(challenge)?) };
        out.write(SceauChallenge::from(&Challenge::from_bytes(stored)?));
        Ok(())
    })
}

/// Reads the number for the store's compare-and-set; 1 is the first state's.
///
/// # Safety
///
/// `challenge` points to a state, `generation` to one value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_challenge_generation(
    challenge: *const SceauChallenge,
    generation: *mut u64,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (challenge, out) = unsafe { (value(challenge)?, Out::new(generation)?) };
        out.write(Challenge::try_from(challenge)?.generation());
        Ok(())
    })
}

/// Issues a code: the only way to a first state, and it carries failures, the cooldown and the
/// number of issues over from `previous`.
///
/// `previous` is null only where no row is stored: a row is never deleted before its period ends.
/// `entropy` is `SCEAU_ENTROPY_BYTES` of the system's generator, used for nothing else. Store
/// `*next` with a compare-and-set on the generation, then send the code.
///
/// # Safety
///
/// `previous`, unless it is null, points to a state, `key`, `binding` and `policy` to a value each
/// whose pointers hold what they say, `entropy` to `entropy_len` bytes, `next` and `result` to one
/// value each.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_challenge_issue(
    previous: *const SceauChallenge,
    key: *const SceauServiceKey,
    binding: *const SceauChallengeBinding,
    entropy: *const u8,
    entropy_len: usize,
    now_s: u64,
    policy: *const SceauChallengePolicy,
    next: *mut SceauChallenge,
    result: *mut SceauIssueResult,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers; `previous` may be null.
        let (previous, key, binding, entropy, policy, next, out) = unsafe {
            let (key, binding) = (value(key)?, value(binding)?);
            let (entropy, policy) = (bytes(entropy, entropy_len)?, value(policy)?);
            let (next, out) = (Out::new(next)?, Out::new(result)?);
            (optional(previous), key.key()?, binding.binding()?, entropy, policy, next, out)
        };
        let entropy = entropy.try_into().map_err(|_| SceauStatus::EntropyLength)?;
        let (previous, policy) =
            (previous.map(Challenge::try_from).transpose()?, policy.try_into()?);
        let now = UnixTime::new(now_s);
        let issued = Challenge::issue(previous.as_ref(), &key, &binding, entropy, now, &policy)?;
        next.write(SceauChallenge::from(&issued.next));
        out.write(issue_result(&issued.outcome, issued.clock_back));
        Ok(())
    })
}

/// Verifies a code that a person typed, at `now_s`.
///
/// Store `*next` with a compare-and-set on the generation before acting on, or showing, the
/// outcome, even if it is `SCEAU_CHALLENGE_OUTCOME_WRONG`; a lost compare-and-set discards the
/// outcome.
///
/// # Safety
///
/// `challenge` points to a state, `key` and `binding` to a value each whose pointers hold what they
/// say, `typed` to `typed_len` bytes, `next` and `result` to one value each.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_challenge_verify(
    challenge: *const SceauChallenge,
    key: *const SceauServiceKey,
    binding: *const SceauChallengeBinding,
    typed: *const c_char,
    typed_len: usize,
    now_s: u64,
    next: *mut SceauChallenge,
    result: *mut SceauChallengeResult,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (challenge, key, binding, typed, next, out) = unsafe {
            let (challenge, key, binding) = (value(challenge)?, value(key)?, value(binding)?);
            let (typed, next, out) = (text(typed, typed_len)?, Out::new(next)?, Out::new(result)?);
            (challenge, key.key()?, binding.binding()?, typed, next, out)
        };
        let challenge = Challenge::try_from(challenge)?;
        let verified = challenge.verify(&key, &binding, typed, UnixTime::new(now_s))?;
        next.write(SceauChallenge::from(&verified.next));
        out.write(challenge_result(verified.outcome, verified.clock_back));
        Ok(())
    })
}

/// Computes the live code again, to send it a second time. Counts nothing, changes nothing.
///
/// `*outcome` is a number of `sceau_deliver_outcome`; `*code` is empty unless that is
/// `SCEAU_DELIVER_OUTCOME_LIVE`.
///
/// # Safety
///
/// `challenge` points to a state, `key` and `binding` to a value each whose pointers hold what they
/// say, `outcome` and `code` to one value each.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_challenge_deliver(
    challenge: *const SceauChallenge,
    key: *const SceauServiceKey,
    binding: *const SceauChallengeBinding,
    now_s: u64,
    outcome: *mut u32,
    code: *mut SceauCode,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (challenge, key, binding, out, code_out) = unsafe {
            let (challenge, key, binding) = (value(challenge)?, value(key)?, value(binding)?);
            let (out, code) = (Out::new(outcome)?, Out::new(code)?);
            (challenge, key.key()?, binding.binding()?, out, code)
        };
        let challenge = Challenge::try_from(challenge)?;
        let found = challenge.deliver(&key, &binding, UnixTime::new(now_s))?;
        code_out.write(match &found {
            DeliverOutcome::Live { code } => SceauCode::from(code),
            _ => SceauCode::NONE,
        });
        out.write(SceauDeliverOutcome::from(&found) as u32);
        Ok(())
    })
}

/// Lifts what weighs on a row: failures, cooldown and the count of issues begin anew, a live code is
/// over, and the row's time becomes `now_s`, even if it ran ahead.
///
/// For the service, never for the person: it has made sure by other means who asks, and it trusts
/// its clock. It also frees a row whose time a wrong clock has moved far ahead.
///
/// # Safety
///
/// `challenge` points to a state, `key` and `binding` to a value each whose pointers hold what they
/// say, `next` to one value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_challenge_lift(
    challenge: *const SceauChallenge,
    key: *const SceauServiceKey,
    binding: *const SceauChallengeBinding,
    now_s: u64,
    next: *mut SceauChallenge,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (challenge, key, binding, out) = unsafe {
            let (challenge, key, binding) = (value(challenge)?, value(key)?, value(binding)?);
            let out = Out::new(next)?;
            (challenge, key.key()?, binding.binding()?, out)
        };
        let lifted = Challenge::try_from(challenge)?.lift(&key, &binding, UnixTime::new(now_s))?;
        out.write(SceauChallenge::from(&lifted));
        Ok(())
    })
}

fn issue_result(outcome: &IssueOutcome, clock_back: bool) -> SceauIssueResult {
    let (until_s, code) = match outcome {
        IssueOutcome::Issued { code, expires } => (expires.seconds(), SceauCode::from(code)),
        IssueOutcome::TooSoon { until } | IssueOutcome::TooMany { until } => {
            (until.seconds(), SceauCode::NONE)
        }
        IssueOutcome::Disabled => (0, SceauCode::NONE),
    };
    let clock_back = u32::from(clock_back);
    SceauIssueResult { outcome: SceauIssueOutcome::from(outcome) as u32, clock_back, until_s, code }
}

fn challenge_result(outcome: ChallengeOutcome, clock_back: bool) -> SceauChallengeResult {
    let left = if let ChallengeOutcome::Wrong { left } = outcome { u32::from(left) } else { 0 };
    let clock_back = u32::from(clock_back);
    SceauChallengeResult { outcome: SceauChallengeOutcome::from(outcome) as u32, left, clock_back }
}
