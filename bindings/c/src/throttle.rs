//! Lock-out: consecutive failures, delays that grow, suspension.

pub mod origin;
pub mod policy;

use sceau::mac::ServiceKey;
use sceau::throttle::{Throttle, ThrottleOutcome, ThrottleSubject};
use sceau::time::UnixTime;

use policy::SceauThrottlePolicy;

use crate::key::SceauServiceKey;
use crate::limits::SCEAU_THROTTLE_BYTES;
use crate::memory::{Out, answer, bytes, optional, value};
use crate::status::SceauStatus;
use crate::status::outcome::SceauThrottleOutcome;

/// The stored state of one account's or address's failures.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct SceauThrottle {
    /// What to store.
    pub bytes: [u8; SCEAU_THROTTLE_BYTES],
}

impl From<&Throttle> for SceauThrottle {
    fn from(throttle: &Throttle) -> Self {
        Self { bytes: *throttle.as_bytes() }
    }
}

impl TryFrom<SceauThrottle> for Throttle {
    type Error = SceauStatus;

    fn try_from(state: SceauThrottle) -> Result<Self, SceauStatus> {
        Ok(Self::from_bytes(&state.bytes)?)
    }
}

/// Whether an attempt may go on.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct SceauThrottleResult {
    /// A number of `sceau_throttle_outcome`.
    pub outcome: u32,
    /// 1 if the clock was behind the last time that the state knows, which was used instead.
    pub clock_back: u32,
    /// When the next attempt is allowed, if it is delayed or suspended; else 0. Seconds since the
    /// Unix epoch.
    pub until_s: u64,
}

/// Takes the bytes of a stored state: `SCEAU_STATUS_STATE_LENGTH` unless they are
/// `SCEAU_THROTTLE_BYTES`. Whether they are authentic is checked wherever the state is used.
///
/// # Safety
///
/// `stored` points to `stored_len` bytes, `throttle` to one value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_throttle_parse(
    stored: *const u8,
    stored_len: usize,
    throttle: *mut SceauThrottle,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (stored, out) = unsafe { (bytes(stored, stored_len)?, Out::new(throttle)?) };
        out.write(SceauThrottle::from(&Throttle::from_bytes(stored)?));
        Ok(())
    })
}

/// Reads the number for the store's compare-and-set; 1 is the first state's.
///
/// # Safety
///
/// `throttle` points to a state, `generation` to one value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_throttle_generation(
    throttle: *const SceauThrottle,
    generation: *mut u64,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (throttle, out) = unsafe { (value(throttle)?, Out::new(generation)?) };
        out.write(Throttle::try_from(throttle)?.generation());
        Ok(())
    })
}

/// Begins an attempt for `subject`, an account's name: it counts **before** the password or code is
/// compared, and `sceau_throttle_succeed` takes the count back. For an address of origin there is
/// `sceau_throttle_begin_origin`, to be asked first.
///
/// `previous` is null only where no row is stored. Store `*next` with a compare-and-set on the
/// generation before acting on the outcome. Absent accounts go through it too.
///
/// # Safety
///
/// `previous`, unless it is null, points to a state, `key` and `policy` to a value each whose
/// pointers hold what they say, `subject` to `subject_len` bytes, `next` and `result` to one value
/// each.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_throttle_begin(
    previous: *const SceauThrottle,
    key: *const SceauServiceKey,
    subject: *const u8,
    subject_len: usize,
    now_s: u64,
    policy: *const SceauThrottlePolicy,
    next: *mut SceauThrottle,
    result: *mut SceauThrottleResult,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers; `previous` may be null.
        unsafe {
            let subject = bytes(subject, subject_len)?;
            attempt(previous, key, || Ok(subject), now_s, policy, next, result)
        }
    })
}

/// Begins an attempt of `subject`, and writes what becomes of it.
///
/// # Safety
///
/// As `sceau_throttle_begin`, without the subject.
unsafe fn attempt<'a, S: Into<ThrottleSubject<'a>>>(
    previous: *const SceauThrottle,
    key: *const SceauServiceKey,
    subject: impl FnOnce() -> Result<S, SceauStatus>,
    now_s: u64,
    policy: *const SceauThrottlePolicy,
    next: *mut SceauThrottle,
    result: *mut SceauThrottleResult,
) -> Result<(), SceauStatus> {
    // SAFETY: the caller vouches for the pointers; `previous` may be null.
    let (previous, key, policy, next, out) = unsafe {
        let (key, policy) = (value(key)?, value(policy)?);
        let (next, out) = (Out::new(next)?, Out::new(result)?);
        (optional(previous), key.key()?, policy, next, out)
    };
    let (previous, policy) = (previous.map(Throttle::try_from).transpose()?, policy.try_into()?);
    let now = UnixTime::new(now_s);
    let begun = Throttle::begin(previous.as_ref(), &key, subject()?, now, &policy)?;
    next.write(SceauThrottle::from(&begun.next));
    out.write(throttle_result(begun.outcome, begun.clock_back));
    Ok(())
}

/// Writes what `make` makes of a state.
///
/// # Safety
///
/// `throttle` points to a state, `key` to a value whose pointer holds what it says, `next` to one
/// value.
unsafe fn change(
    throttle: *const SceauThrottle,
    key: *const SceauServiceKey,
    next: *mut SceauThrottle,
    make: impl FnOnce(&Throttle, &ServiceKey) -> Result<Throttle, SceauStatus>,
) -> Result<(), SceauStatus> {
    // SAFETY: the caller vouches for the pointers.
    let (throttle, key, out) = unsafe { (value(throttle)?, value(key)?.key()?, Out::new(next)?) };
    out.write(SceauThrottle::from(&make(&Throttle::try_from(throttle)?, &key)?));
    Ok(())
}

/// Ends the row of failures: the attempt that was begun succeeded.
///
/// # Safety
///
/// `throttle` points to a state, `key` to a value whose pointer holds what it says, `subject` to
/// `subject_len` bytes, `next` to one value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_throttle_succeed(
    throttle: *const SceauThrottle,
    key: *const SceauServiceKey,
    subject: *const u8,
    subject_len: usize,
    now_s: u64,
    next: *mut SceauThrottle,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        unsafe {
            let subject = bytes(subject, subject_len)?;
            change(throttle, key, next, |state, key| {
                Ok(state.succeed(key, subject, UnixTime::new(now_s))?)
            })
        }
    })
}

/// Lifts a delay, a suspension or `SCEAU_THROTTLE_OUTCOME_DISABLED`: failures begin anew, and the
/// row's time becomes `now_s`, even if it ran ahead.
///
/// For the service, never for the person: it has made sure by other means who asks, and it trusts
/// its clock. It also frees a row whose time a wrong clock has moved far ahead.
///
/// # Safety
///
/// As `sceau_throttle_succeed`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_throttle_lift(
    throttle: *const SceauThrottle,
    key: *const SceauServiceKey,
    subject: *const u8,
    subject_len: usize,
    now_s: u64,
    next: *mut SceauThrottle,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        unsafe {
            let subject = bytes(subject, subject_len)?;
            change(throttle, key, next, |state, key| {
                Ok(state.lift(key, subject, UnixTime::new(now_s))?)
            })
        }
    })
}

fn throttle_result(outcome: ThrottleOutcome, clock_back: bool) -> SceauThrottleResult {
    let until_s = match outcome {
        ThrottleOutcome::Delayed { until } | ThrottleOutcome::Suspended { until } => {
            until.seconds()
        }
        ThrottleOutcome::Allowed | ThrottleOutcome::Disabled => 0,
    };
    let clock_back = u32::from(clock_back);
    SceauThrottleResult { outcome: SceauThrottleOutcome::from(outcome) as u32, clock_back, until_s }
}
