//! The same for an address of origin.

use core::ffi::c_char;

use sceau::throttle::Origin;
use sceau::time::UnixTime;

use super::policy::SceauThrottlePolicy;
use super::{SceauThrottle, SceauThrottleResult, attempt, change};
use crate::key::SceauServiceKey;
use crate::memory::{answer, text};
use crate::status::SceauStatus;

/// Begins an attempt that comes from `address`, as `sceau_throttle_begin` does for an account. The
/// policy is one for addresses (`sceau_throttle_policy_origins`).
///
/// `address` is written as usual: `203.0.113.7`, `2001:db8::1`, without a port, a zone or a prefix
/// length; anything else is `SCEAU_STATUS_ADDRESS`. An IPv6 address counts with its whole /64, an
/// IPv4 address in IPv6 as the IPv4 address.
///
/// # Safety
///
/// `previous`, unless it is null, points to a state, `key` and `policy` to a value each whose
/// pointers hold what they say, `address` to `address_len` bytes, `next` and `result` to one value
/// each.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_throttle_begin_origin(
    previous: *const SceauThrottle,
    key: *const SceauServiceKey,
    address: *const c_char,
    address_len: usize,
    now_s: u64,
    policy: *const SceauThrottlePolicy,
    next: *mut SceauThrottle,
    result: *mut SceauThrottleResult,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers; `previous` may be null.
        unsafe {
            let address = text(address, address_len)?;
            attempt(previous, key, || origin(address), now_s, policy, next, result)
        }
    })
}

/// Gives an address back the one attempt that succeeded. It shortens no delay, or a thief would clear
/// the row of his address by signing in to an account of his.
///
/// # Safety
///
/// `throttle` points to a state, `key` to a value whose pointer holds what it says, `address` to
/// `address_len` bytes, `next` to one value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_throttle_succeed_origin(
    throttle: *const SceauThrottle,
    key: *const SceauServiceKey,
    address: *const c_char,
    address_len: usize,
    now_s: u64,
    next: *mut SceauThrottle,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        unsafe {
            let address = text(address, address_len)?;
            change(throttle, key, next, |state, key| {
                Ok(state.succeed(key, origin(address)?, UnixTime::new(now_s))?)
            })
        }
    })
}

/// Lifts the delay of an address, as `sceau_throttle_lift` does for an account.
///
/// # Safety
///
/// As `sceau_throttle_succeed_origin`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_throttle_lift_origin(
    throttle: *const SceauThrottle,
    key: *const SceauServiceKey,
    address: *const c_char,
    address_len: usize,
    now_s: u64,
    next: *mut SceauThrottle,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        unsafe {
            let address = text(address, address_len)?;
            change(throttle, key, next, |state, key| {
                Ok(state.lift(key, origin(address)?, UnixTime::new(now_s))?)
            })
        }
    })
}

fn origin(address: &str) -> Result<Origin, SceauStatus> {
    Origin::parse(address).ok_or(SceauStatus::Address)
}
