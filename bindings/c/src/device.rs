//! The remembered device: a token that changes at each use.

pub mod state;

use core::ffi::c_char;

use sceau::device::{Device, DeviceOutcome, DevicePolicy, DeviceToken};
use sceau::time::{Seconds, UnixTime};

use state::SceauDevice;

use crate::key::SceauServiceKey;
use crate::limits::SCEAU_DEVICE_TOKEN_MAX;
use crate::memory::{Out, answer, bytes, characters, field, value};
use crate::status::SceauStatus;
use crate::status::outcome::SceauDeviceOutcome;

/// For how long a device is remembered. SAG's figure is not public.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct SceauDevicePolicy {
    /// From when the person signed in on: 1 s to 365 days, by default 30 days. Use does not
    /// lengthen it.
    pub lifetime_s: u64,
}

impl TryFrom<SceauDevicePolicy> for DevicePolicy {
    type Error = SceauStatus;

    fn try_from(policy: SceauDevicePolicy) -> Result<Self, SceauStatus> {
        Ok(Self::new(Seconds::new(policy.lifetime_s))?)
    }
}

/// The text that a device keeps, in a cookie say, and sends. It is a secret: wipe it.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct SceauDeviceToken {
    /// 80 ASCII characters with a NUL behind them, or none.
    pub text: [c_char; SCEAU_DEVICE_TOKEN_MAX],
}

impl SceauDeviceToken {
    /// An empty text: no token.
    const NONE: Self = Self { text: [0; SCEAU_DEVICE_TOKEN_MAX] };
}

impl From<&DeviceToken> for SceauDeviceToken {
    fn from(token: &DeviceToken) -> Self {
        Self { text: field(token.as_str()) }
    }
}

/// A device that is remembered from now on.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct SceauRememberedDevice {
    /// The first moment at which it is no longer remembered. Seconds since the Unix epoch.
    pub expires_s: u64,
    /// What the device is to keep and to send, once the state is stored.
    pub token: SceauDeviceToken,
}

/// What became of a token that a device sent.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct SceauDeviceResult {
    /// The first moment at which the device is no longer remembered, if it was accepted; else 0.
    /// Seconds since the Unix epoch.
    pub expires_s: u64,
    /// A number of `sceau_device_outcome`.
    pub outcome: u32,
    /// 1 if `token` is new; 0 if it is the current one, and the device sent the one before.
    pub rotated: u32,
    /// 1 if the clock was behind the last time that the state knows, which was used instead.
    pub clock_back: u32,
    /// What the device is to keep and to send the next time, if it was accepted; else empty.
    pub token: SceauDeviceToken,
}

/// Writes the default policy.
///
/// # Safety
///
/// `policy` points to one value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_device_policy_default(
    policy: *mut SceauDevicePolicy,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointer.
        let out = unsafe { Out::new(policy)? };
        out.write(SceauDevicePolicy { lifetime_s: DevicePolicy::default().lifetime().get() });
        Ok(())
    })
}

/// Remembers a device of `user`, who has just signed in: the only way to a first state.
///
/// `user` is the account as the service names it: any bytes. `entropy` is
/// `SCEAU_DEVICE_ENTROPY_BYTES` of the system's generator, used for nothing else. Insert `*device`
/// under its selector, then give the token to the device.
///
/// # Safety
///
/// `key` and `policy` point to a value each whose pointers hold what they say, `user` to `user_len`
/// bytes, `entropy` to `entropy_len` bytes, `device` and `result` to one value each.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_device_remember(
    key: *const SceauServiceKey,
    user: *const u8,
    user_len: usize,
    entropy: *const u8,
    entropy_len: usize,
    now_s: u64,
    policy: *const SceauDevicePolicy,
    device: *mut SceauDevice,
    result: *mut SceauRememberedDevice,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (key, user, entropy, policy, device, out) = unsafe {
            let (key, user) = (value(key)?, bytes(user, user_len)?);
            let (entropy, policy) = (bytes(entropy, entropy_len)?, value(policy)?);
            let (device, out) = (Out::new(device)?, Out::new(result)?);
            (key.key()?, user, entropy, policy, device, out)
        };
        let entropy = entropy.try_into().map_err(|_| SceauStatus::EntropyLength)?;
        let remembered =
            Device::remember(&key, user, entropy, UnixTime::new(now_s), &policy.try_into()?);
        device.write(SceauDevice::from(&remembered.state));
        let (expires_s, token) = (remembered.expires.seconds(), (&remembered.token).into());
        out.write(SceauRememberedDevice { expires_s, token });
        Ok(())
    })
}

/// Verifies the token that a device of `user` sent, at `now_s`. `user` is the row's; `token` is
/// what came with the request, whatever it is.
///
/// Store `*next` with a compare-and-set on the generation before acting on the outcome; a lost
/// compare-and-set discards the outcome. `SCEAU_DEVICE_OUTCOME_UNKNOWN` and
/// `SCEAU_DEVICE_OUTCOME_MALFORMED` change nothing, and `*next` is the state as it was. On
/// `SCEAU_DEVICE_OUTCOME_STOLEN` end every session of the person.
///
/// # Safety
///
/// `device` points to a state, `key` to a value whose pointer holds what it says, `user` to
/// `user_len` bytes, `token` to `token_len` bytes, `next` and `result` to one value each.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_device_verify(
    device: *const SceauDevice,
    key: *const SceauServiceKey,
    user: *const u8,
    user_len: usize,
    token: *const c_char,
    token_len: usize,
    now_s: u64,
    next: *mut SceauDevice,
    result: *mut SceauDeviceResult,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (device, key, user, token, next, out) = unsafe {
            let (device, key, user) = (value(device)?, value(key)?, bytes(user, user_len)?);
            let token = characters(token, token_len)?;
            (device, key.key()?, user, token, Out::new(next)?, Out::new(result)?)
        };
        let verified = Device::try_from(device)?.verify(&key, user, token, UnixTime::new(now_s))?;
        next.write(SceauDevice::from(&verified.next));
        out.write(device_result(&verified.outcome, verified.clock_back));
        Ok(())
    })
}

/// Forgets the device: every token of it is `SCEAU_DEVICE_OUTCOME_REVOKED` from now on. A stolen
/// one stays stolen.
///
/// # Safety
///
/// `device` points to a state, `key` to a value whose pointer holds what it says, `user` to
/// `user_len` bytes, `next` to one value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_device_revoke(
    device: *const SceauDevice,
    key: *const SceauServiceKey,
    user: *const u8,
    user_len: usize,
    now_s: u64,
    next: *mut SceauDevice,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (device, key, user, out) = unsafe {
            let (device, key) = (value(device)?, value(key)?);
            (device, key.key()?, bytes(user, user_len)?, Out::new(next)?)
        };
        let revoked = Device::try_from(device)?.revoke(&key, user, UnixTime::new(now_s))?;
        out.write(SceauDevice::from(&revoked));
        Ok(())
    })
}

fn device_result(outcome: &DeviceOutcome, clock_back: bool) -> SceauDeviceResult {
    let (expires_s, rotated, token) = match outcome {
        DeviceOutcome::Accepted { token, expires, rotated } => {
            (expires.seconds(), *rotated, token.into())
        }
        _ => (0, false, SceauDeviceToken::NONE),
    };
    SceauDeviceResult {
        expires_s,
        outcome: SceauDeviceOutcome::from(outcome) as u32,
        rotated: u32::from(rotated),
        clock_back: u32::from(clock_back),
        token,
    }
}
