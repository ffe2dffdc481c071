//! Verifying in steps, in storage of the caller's.

use core::ffi::c_char;
use core::mem::MaybeUninit;
use core::ptr;

use sceau::password::{PasswordOutcome, Progress, Verifier};
use zeroize::Zeroize;

use super::SceauPeppers;
use super::policy::{CHECKED, Checked, SceauAcceptPolicy, SceauCreatePolicy, UNCHECKED};
use super::stored::SceauStoredPassword;
use super::subject::{self, PASSWORD, write_outcome};
use crate::limits::{SCEAU_PASSWORD_VERIFIER_BYTES, SCEAU_PASSWORD_VERIFIER_WORDS};
use crate::memory::{Out, answer, borrowed, characters, optional, place, value};
use crate::status::SceauStatus;

/// A verification under way, in the caller's memory. It holds secrets, and no pointers.
///
/// Memory of zeros is an empty one. It may be moved, but not be used in two places; what is left in
/// the first is not wiped.
#[repr(C)]
pub struct SceauPasswordVerifier {
    /// Not to be looked at.
    pub words: [u64; SCEAU_PASSWORD_VERIFIER_WORDS],
}

/// How far a verification has come, in iterations of a hash.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct SceauPasswordProgress {
    /// The iterations that are done.
    pub done: u64,
    /// The iterations that a mismatch takes. A match may end before.
    pub total: u64,
    /// The iterations that are left at most: 0 says that it is time to finish.
    pub left: u64,
}

impl From<Progress> for SceauPasswordProgress {
    fn from(progress: Progress) -> Self {
        Self { done: progress.done(), total: progress.total(), left: progress.left() }
    }
}

/// What the words are.
#[repr(C)]
struct Slot {
    /// `LIVE` if there is a verifier, anything else if not.
    tag: u64,
    verifier: MaybeUninit<Verifier>,
}

const LIVE: u64 = u64::from_ne_bytes(*b"verifier");

const _: () = {
    assert!(size_of::<SceauPasswordVerifier>() == SCEAU_PASSWORD_VERIFIER_BYTES);
    assert!(size_of::<Slot>() <= size_of::<SceauPasswordVerifier>());
    assert!(align_of::<Slot>() <= align_of::<SceauPasswordVerifier>());
};

impl SceauPasswordVerifier {
    /// Fills a place, whatever is there.
    fn fill(place: &mut MaybeUninit<Self>, verifier: Verifier) {
        *place = MaybeUninit::zeroed();
        let slot = place.as_mut_ptr().cast::<Slot>();
        // SAFETY: a slot is no larger than the place, and aligned as it is (above).
        unsafe { slot.write(Slot { tag: LIVE, verifier: MaybeUninit::new(verifier) }) }
    }

    fn live(&self) -> Result<&Verifier, SceauStatus> {
        // SAFETY: as in `fill`; a slot is sound whatever its bytes are.
        let slot = unsafe { &*ptr::from_ref(self).cast::<Slot>() };
        match slot.tag {
            // SAFETY: only `fill` writes this tag, and `wipe` takes it off.
            LIVE => Ok(unsafe { slot.verifier.assume_init_ref() }),
            _ => Err(SceauStatus::VerifierEmpty),
        }
    }

    fn live_mut(&mut self) -> Result<&mut Verifier, SceauStatus> {
        self.live()?;
        // SAFETY: as in `live`.
        let slot = unsafe { &mut *ptr::from_mut(self).cast::<Slot>() };
        // SAFETY: as in `live`.
        Ok(unsafe { slot.verifier.assume_init_mut() })
    }

    fn finish(&mut self) -> Result<PasswordOutcome, SceauStatus> {
        let verifier = self.live_mut()?;
        if verifier.progress().left() > 0 {
            return Err(SceauStatus::PasswordUnfinished);
        }
        // SAFETY: the words are wiped right away, and it stays the only one.
        let verifier = unsafe { ptr::from_mut(verifier).read() };
        self.words.zeroize();
        Ok(verifier.finish()?)
    }

    fn wipe(&mut self) {
        if let Ok(verifier) = self.live_mut() {
            // SAFETY: the words are wiped right away, and it is not used again.
            unsafe { ptr::from_mut(verifier).drop_in_place() }
        }
        self.words.zeroize();
    }
}

/// Takes in a password and what is stored, for `sceau_password_verifier_step`.
///
/// What stood in `*verifier` is overwritten. The answer is that of `sceau_password_verify`, however
/// the work is cut; who calls `sceau_password_verifier_wipe` before has cancelled.
///
/// # Safety
///
/// `password` points to `password_len` bytes, `stored` to the stored hash, `accept` and `create` to
/// the policies, `peppers` to the peppers or nowhere, `verifier` to one value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_password_verifier_begin(
    password: *const c_char,
    password_len: usize,
    stored: *const SceauStoredPassword,
    accept: *const SceauAcceptPolicy,
    create: *const SceauCreatePolicy,
    peppers: *const SceauPeppers,
    verifier: *mut SceauPasswordVerifier,
) -> SceauStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { begin(CHECKED, password, password_len, stored, accept, create, peppers, verifier) }
}

/// Does the same under policies of any numbers: for published test vectors, and for a migration that
/// knows why.
///
/// # Safety
///
/// As `sceau_password_verifier_begin`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_password_verifier_begin_unchecked_policy(
    password: *const c_char,
    password_len: usize,
    stored: *const SceauStoredPassword,
    accept: *const SceauAcceptPolicy,
    create: *const SceauCreatePolicy,
    peppers: *const SceauPeppers,
    verifier: *mut SceauPasswordVerifier,
) -> SceauStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { begin(UNCHECKED, password, password_len, stored, accept, create, peppers, verifier) }
}

/// Takes in a password for an account that does not exist: the same work, and a mismatch.
///
/// # Safety
///
/// `password` points to `password_len` bytes, `create` to the policy, `verifier` to one value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_password_verifier_begin_absent(
    password: *const c_char,
    password_len: usize,
    create: *const SceauCreatePolicy,
    verifier: *mut SceauPasswordVerifier,
) -> SceauStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { begin_absent(CHECKED, password, password_len, create, verifier) }
}

/// Does the same under a policy of any numbers.
///
/// # Safety
///
/// As `sceau_password_verifier_begin_absent`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_password_verifier_begin_absent_unchecked_policy(
    password: *const c_char,
    password_len: usize,
    create: *const SceauCreatePolicy,
    verifier: *mut SceauPasswordVerifier,
) -> SceauStatus {
    // SAFETY: the caller's promise is the same.
    unsafe { begin_absent(UNCHECKED, password, password_len, create, verifier) }
}

/// Goes on for at most `iterations` iterations of the hash, and says how far it has come.
///
/// # Safety
///
/// `verifier` points to one that was begun, or to zeros; `progress` to one value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_password_verifier_step(
    verifier: *mut SceauPasswordVerifier,
    iterations: u32,
    progress: *mut SceauPasswordProgress,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (verifier, out) = unsafe { (place(verifier)?, Out::new(progress)?) };
        out.write(verifier.live_mut()?.step(iterations).into());
        Ok(())
    })
}

/// Says how far a verification has come.
///
/// # Safety
///
/// `verifier` points to one that was begun, or to zeros; `progress` to one value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_password_verifier_progress(
    verifier: *const SceauPasswordVerifier,
    progress: *mut SceauPasswordProgress,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (verifier, out) = unsafe { (borrowed(verifier)?, Out::new(progress)?) };
        out.write(verifier.live()?.progress().into());
        Ok(())
    })
}

/// Says what became of the password, as `sceau_password_verify` does, and wipes the verifier.
///
/// Before its end it is `SCEAU_STATUS_PASSWORD_UNFINISHED`, and left as it is.
///
/// # Safety
///
/// `verifier` points to one that was begun, or to zeros; `outcome` and `why` to one value each.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_password_verifier_finish(
    verifier: *mut SceauPasswordVerifier,
    outcome: *mut u32,
    why: *mut u32,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (verifier, outcome, why) =
            unsafe { (place(verifier)?, Out::new(outcome)?, Out::new(why)?) };
        write_outcome(verifier.finish()?, outcome, why);
        Ok(())
    })
}

/// Wipes a verifier, under way or not: it is then an empty one, and memory of zeros.
///
/// # Safety
///
/// `verifier` points to one that was begun, or to zeros.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_password_verifier_wipe(
    verifier: *mut SceauPasswordVerifier,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointer.
        unsafe { place(verifier)? }.wipe();
        Ok(())
    })
}

unsafe fn begin(
    checked: Checked,
    password: *const c_char,
    password_len: usize,
    stored: *const SceauStoredPassword,
    accept: *const SceauAcceptPolicy,
    create: *const SceauCreatePolicy,
    peppers: *const SceauPeppers,
    verifier: *mut SceauPasswordVerifier,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (password, stored, accept, create) = unsafe {
            let password = characters(password, password_len)?;
            (password, value(stored)?, value(accept)?, value(create)?)
        };
        // SAFETY: as above.
        let (place, peppers) = unsafe { (place(verifier.cast())?, optional(peppers)) };
        // SAFETY: as above.
        let begun = unsafe {
            subject::begin(&PASSWORD, checked, password, stored, accept, create, peppers)?
        };
        SceauPasswordVerifier::fill(place, begun);
        Ok(())
    })
}

unsafe fn begin_absent(
    checked: Checked,
    password: *const c_char,
    password_len: usize,
    create: *const SceauCreatePolicy,
    verifier: *mut SceauPasswordVerifier,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (password, create, place) = unsafe {
            (characters(password, password_len)?, value(create)?, place(verifier.cast())?)
        };
        let create = (checked.create)(create)?;
        SceauPasswordVerifier::fill(place, Verifier::begin_absent(password, &create)?);
        Ok(())
    })
}
