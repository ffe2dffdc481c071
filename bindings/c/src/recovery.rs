//! Recovery codes: ten codes on paper, each good once.

use core::ffi::c_char;

use sceau::code::LetterCode;
use sceau::otp::{RecoveryCodes, RecoveryOutcome};

use crate::key::SceauServiceKey;
use crate::limits::{
    SCEAU_LETTER_CODE_DISPLAY_MAX, SCEAU_LETTER_CODE_MAX, SCEAU_RECOVERY_BYTES,
    SCEAU_RECOVERY_CODES,
};
use crate::memory::{Out, answer, bytes, field, optional, text, value};
use crate::status::SceauStatus;
use crate::status::outcome::SceauRecoveryOutcome;

/// The stored state of one user's recovery codes. It holds no code.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct SceauRecoveryCodes {
    /// What to store.
    pub bytes: [u8; SCEAU_RECOVERY_BYTES],
}

impl From<&RecoveryCodes> for SceauRecoveryCodes {
    fn from(codes: &RecoveryCodes) -> Self {
        Self { bytes: *codes.as_bytes() }
    }
}

impl TryFrom<SceauRecoveryCodes> for RecoveryCodes {
    type Error = SceauStatus;

    fn try_from(state: SceauRecoveryCodes) -> Result<Self, SceauStatus> {
        Ok(Self::from_bytes(&state.bytes)?)
    }
}

/// A code of letters and digits to print for a person, in both ways of writing it. A live code is a
/// secret: wipe it.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct SceauLetterCode {
    /// The characters as they are typed, with a NUL behind them.
    pub compact: [c_char; SCEAU_LETTER_CODE_MAX],
    /// The characters in groups of four, and the check character by itself,
    /// `0123-4567-89AB-CDEF-T`, with a NUL behind them.
    pub display: [c_char; SCEAU_LETTER_CODE_DISPLAY_MAX],
}

impl From<&LetterCode> for SceauLetterCode {
    fn from(code: &LetterCode) -> Self {
        Self { compact: field(code.compact().as_str()), display: field(code.display().as_str()) }
    }
}

/// Ten recovery codes, to show or print once. They are secrets: wipe them.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct SceauRecoveryList {
    /// The codes.
    pub codes: [SceauLetterCode; SCEAU_RECOVERY_CODES],
}

/// What became of a recovery code that a person typed.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct SceauRecoveryResult {
    /// A number of `sceau_recovery_outcome`.
    pub outcome: u32,
    /// How many codes are left, if this one was accepted; else 0.
    pub left: u32,
}

/// Takes the bytes of a stored state: `SCEAU_STATUS_STATE_LENGTH` unless they are
/// `SCEAU_RECOVERY_BYTES`. Whether they are authentic is checked wherever the state is used.
///
/// # Safety
///
/// `stored` points to `stored_len` bytes, `codes` to one value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_recovery_codes_parse(
    stored: *const u8,
    stored_len: usize,
    codes: *mut SceauRecoveryCodes,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (stored, out) = unsafe { (bytes(stored, stored_len)?, Out::new(codes)?) };
        out.write(SceauRecoveryCodes::from(&RecoveryCodes::from_bytes(stored)?));
        Ok(())
    })
}

/// Reads the number for the store's compare-and-set; 1 is the first state's.
///
/// # Safety
///
/// `codes` points to a state, `generation` to one value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_recovery_codes_generation(
    codes: *const SceauRecoveryCodes,
    generation: *mut u64,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (codes, out) = unsafe { (value(codes)?, Out::new(generation)?) };
        out.write(RecoveryCodes::try_from(codes)?.generation());
        Ok(())
    })
}

/// Makes ten new codes for `user`, the account as the service names it: the only way to a first
/// state. They replace all of `previous`, whose generation goes on.
///
/// `previous` is null only where no row is stored. `entropy` is `SCEAU_ENTROPY_BYTES` of the
/// system's generator, used for nothing else. Store `*next` with a compare-and-set on the
/// generation, then show the codes: they cannot be had again.
///
/// # Safety
///
/// `previous`, unless it is null, points to a state, `key` to a value whose pointer holds what it
/// says, `user` to `user_len` bytes, `entropy` to `entropy_len` bytes, `next` and `list` to one
/// value each.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_recovery_codes_generate(
    previous: *const SceauRecoveryCodes,
    key: *const SceauServiceKey,
    user: *const u8,
    user_len: usize,
    entropy: *const u8,
    entropy_len: usize,
    next: *mut SceauRecoveryCodes,
    list: *mut SceauRecoveryList,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers; `previous` may be null.
        let (previous, key, user, entropy, next, out) = unsafe {
            let (key, user) = (value(key)?, bytes(user, user_len)?);
            let entropy = bytes(entropy, entropy_len)?;
            let (next, out) = (Out::new(next)?, Out::new(list)?);
            (optional(previous), key.key()?, user, entropy, next, out)
        };
        let entropy = entropy.try_into().map_err(|_| SceauStatus::EntropyLength)?;
        let previous = previous.map(RecoveryCodes::try_from).transpose()?;
        let made = RecoveryCodes::generate(previous.as_ref(), &key, user, entropy)?;
        next.write(SceauRecoveryCodes::from(&made.next));
        out.write(SceauRecoveryList { codes: made.outcome.each_ref().map(SceauLetterCode::from) });
        Ok(())
    })
}

/// Verifies a recovery code that a person typed. A throttle goes before it.
///
/// Store `*next` with a compare-and-set on the generation before acting on, or showing, the
/// outcome; a lost compare-and-set discards the outcome.
///
/// # Safety
///
/// `codes` points to a state, `key` to a value whose pointer holds what it says, `user` to
/// `user_len` bytes, `typed` to `typed_len` bytes, `next` and `result` to one value each.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_recovery_codes_verify(
    codes: *const SceauRecoveryCodes,
    key: *const SceauServiceKey,
    user: *const u8,
    user_len: usize,
    typed: *const c_char,
    typed_len: usize,
    next: *mut SceauRecoveryCodes,
    result: *mut SceauRecoveryResult,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (codes, key, user, typed, next, out) = unsafe {
            let (codes, key, user) = (value(codes)?, value(key)?, bytes(user, user_len)?);
            let (typed, next, out) = (text(typed, typed_len)?, Out::new(next)?, Out::new(result)?);
            (codes, key.key()?, user, typed, next, out)
        };
        let verified = RecoveryCodes::try_from(codes)?.verify(&key, user, typed)?;
        next.write(SceauRecoveryCodes::from(&verified.next));
        out.write(recovery_result(verified.outcome));
        Ok(())
    })
}

/// Counts the codes that are left, 0 to `SCEAU_RECOVERY_CODES`.
///
/// # Safety
///
/// `codes` points to a state, `key` to a value whose pointer holds what it says, `user` to
/// `user_len` bytes, `left` to one value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_recovery_codes_left(
    codes: *const SceauRecoveryCodes,
    key: *const SceauServiceKey,
    user: *const u8,
    user_len: usize,
    left: *mut u32,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (codes, key, user, out) = unsafe {
            let (codes, key, user) = (value(codes)?, value(key)?, bytes(user, user_len)?);
            (codes, key.key()?, user, Out::new(left)?)
        };
        out.write(RecoveryCodes::try_from(codes)?.left(&key, user)?.into());
        Ok(())
    })
}

fn recovery_result(outcome: RecoveryOutcome) -> SceauRecoveryResult {
    let left = match outcome {
        RecoveryOutcome::Accepted { left } => left.into(),
        RecoveryOutcome::Wrong | RecoveryOutcome::AlreadyUsed | RecoveryOutcome::Malformed => 0,
    };
    SceauRecoveryResult { outcome: SceauRecoveryOutcome::from(outcome) as u32, left }
}
