//! What is asked of a password, and of a security answer in its place.

use core::ffi::c_char;

use sceau::password::{
    self, AcceptPolicy, CreatePolicy, PasswordError, PasswordHash, PasswordOutcome, Peppers,
    StoredPassword, Verifier,
};

use super::pepper::{Chosen, SceauPeppers};
use super::policy::{Checked, SceauAcceptPolicy, SceauCreatePolicy};
use super::stored::SceauStoredPassword;
use crate::memory::{Out, OutText, answer, bytes, characters, optional, value};
use crate::numbers::Numbered;
use crate::status::SceauStatus;
use crate::status::outcome::SceauPasswordOutcome;

/// What is asked of a password, or of an answer in its place.
pub(super) struct Subject {
    pub(super) hash: Hash,
    pub(super) begin: Begin,
    pub(super) begin_absent: fn(&[u8], &CreatePolicy) -> Result<Verifier, PasswordError>,
}

type Hash = fn(&[u8], &[u8], &CreatePolicy, &Peppers<'_>) -> Result<PasswordHash, PasswordError>;
type Begin = fn(
    &[u8],
    StoredPassword,
    &AcceptPolicy,
    &CreatePolicy,
    &Peppers<'_>,
) -> Result<Verifier, PasswordError>;

pub(super) const PASSWORD: Subject = Subject {
    hash: password::hash_peppered,
    begin: Verifier::begin,
    begin_absent: Verifier::begin_absent,
};

pub(super) unsafe fn hash(
    subject: &Subject,
    checked: Checked,
    password: *const c_char,
    password_len: usize,
    salt: *const u8,
    salt_len: usize,
    create: *const SceauCreatePolicy,
    peppers: *const SceauPeppers,
    out: *mut c_char,
    capacity: usize,
    length: *mut usize,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (password, salt, create, out) = unsafe {
            let (password, salt) = (characters(password, password_len)?, bytes(salt, salt_len)?);
            (password, salt, value(create)?, OutText::new(out, capacity, length)?)
        };
        // SAFETY: as above.
        let chosen = unsafe { Chosen::new(optional(peppers), None)? };
        let create = (checked.create)(create)?;
        out.write((subject.hash)(password, salt, &create, &chosen.peppers())?.as_str())
    })
}

pub(super) unsafe fn verify(
    subject: &Subject,
    checked: Checked,
    password: *const c_char,
    password_len: usize,
    stored: *const SceauStoredPassword,
    accept: *const SceauAcceptPolicy,
    create: *const SceauCreatePolicy,
    peppers: *const SceauPeppers,
    outcome: *mut u32,
    why: *mut u32,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (password, stored, accept, create) = unsafe {
            let password = characters(password, password_len)?;
            (password, value(stored)?, value(accept)?, value(create)?)
        };
        // SAFETY: as above.
        let (outcome, why) = unsafe { (Out::new(outcome)?, Out::new(why)?) };
        // SAFETY: as above.
        let peppers = unsafe { optional(peppers) };
        // SAFETY: as above.
        let begun = unsafe { begin(subject, checked, password, stored, accept, create, peppers)? };
        write_outcome(begun.run(), outcome, why);
        Ok(())
    })
}

/// Begins a verification.
///
/// # Safety
///
/// The pointers of `stored` and of `peppers` point to what they say.
pub(super) unsafe fn begin(
    subject: &Subject,
    checked: Checked,
    password: &[u8],
    stored: SceauStoredPassword,
    accept: SceauAcceptPolicy,
    create: SceauCreatePolicy,
    peppers: Option<SceauPeppers>,
) -> Result<Verifier, SceauStatus> {
    let (accept, create) = (checked.accept(accept)?, (checked.create)(create)?);
    // SAFETY: the caller vouches for the pointers.
    let stored = unsafe { stored.read()? };
    // SAFETY: as above.
    let chosen = unsafe { Chosen::new(peppers, stored.key_id())? };
    Ok((subject.begin)(password, stored, &accept, &create, &chosen.peppers())?)
}

pub(super) fn write_outcome(found: PasswordOutcome, outcome: Out<u32>, why: Out<u32>) {
    why.write(if let PasswordOutcome::MatchRehash { why } = found { why.number() } else { 0 });
    outcome.write(SceauPasswordOutcome::from(found) as u32);
}

pub(super) unsafe fn verify_absent(
    subject: &Subject,
    checked: Checked,
    password: *const c_char,
    password_len: usize,
    create: *const SceauCreatePolicy,
    outcome: *mut u32,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (password, create, out) =
            unsafe { (characters(password, password_len)?, value(create)?, Out::new(outcome)?) };
        let found = (subject.begin_absent)(password, &(checked.create)(create)?)?.run();
        out.write(SceauPasswordOutcome::from(found) as u32);
        Ok(())
    })
}
