//! The rules for new passwords.

use core::ffi::c_char;

use sceau::password::{
    PasswordContext, PasswordFinding, PasswordPolicy, PasswordProfile, PasswordReasons,
    PasswordRules,
};

use crate::limits::SCEAU_PASSWORD_REASONS_MAX;
use crate::memory::{Out, OutItems, answer, characters, text, value};
use crate::numbers::{Numbered, boolean, choice};
use crate::parse::SceauParseResult;
use crate::status::SceauStatus;

/// The rules for new passwords; 0 turns a rule off.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct SceauPasswordRules {
    /// The fewest characters, 8 to 64. A code point of the prepared text is one character.
    pub min_characters: u32,
    /// How many words make a passphrase, which may be shorter: 2 to 16, or 0 for no passphrases. A
    /// word is two letters or digits or more, between spaces or punctuation.
    pub passphrase_words: u32,
    /// The fewest characters of a passphrase, 8 to 64; not looked at without passphrases.
    pub passphrase_characters: u32,
    /// How many times in a row a character, or a group of at most 8 characters, is a repetition: 2
    /// to 16.
    pub repetition: u32,
    /// How many letters in the order of the alphabet, or digits, are a sequence, forwards or
    /// backwards: 3 to 16. 0 follows 9, and a does not follow z.
    pub sequence: u32,
    /// How many keys side by side in one row of a keyboard are too many, either way: 3 to 16. The
    /// rows are those of QWERTY, AZERTY, Canadian French and Canadian Multilingual Standard.
    pub keyboard: u32,
    /// From how many letters and digits on a word of the person's is looked for: 3 to 16.
    pub context: u32,
    /// 1 if the person's words are compared with the whole password, 0 if they are looked for in
    /// it.
    pub whole_context: u32,
    /// 1 if a password in the form of an e-mail address is refused.
    pub address: u32,
    /// 1 if the whole password is compared with the most common ones. 0 in a library without them.
    pub blocklist: u32,
}

/// What the rules know of the person and the service, in UTF-8. A length of 0 stands for nothing
/// known.
///
/// Words are compared without regard to case, accents and punctuation.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct SceauPasswordContext {
    /// The user name.
    pub user_name: *const c_char,
    /// How many bytes `user_name` points to.
    pub user_name_len: usize,
    /// The e-mail address: all of it, and what stands before the last at sign.
    pub email_address: *const c_char,
    /// How many bytes `email_address` points to.
    pub email_address_len: usize,
    /// The given name or names: together, and each part of them; at most 16 parts.
    pub given_name: *const c_char,
    /// How many bytes `given_name` points to.
    pub given_name_len: usize,
    /// The surname: whole, and each part of it; at most 16 parts.
    pub surname: *const c_char,
    /// How many bytes `surname` points to.
    pub surname_len: usize,
    /// The health insurance number: six or more of its characters in a row.
    pub nam: *const c_char,
    /// How many bytes `nam` points to.
    pub nam_len: usize,
    /// The social insurance number: six or more of its digits in a row.
    pub nas: *const c_char,
    /// How many bytes `nas` points to.
    pub nas_len: usize,
    /// The name of the service.
    pub service: *const c_char,
    /// How many bytes `service` points to.
    pub service_len: usize,
}

/// A rule that a password breaks, and the first place where it does.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct SceauPasswordFinding {
    /// Which rule: a number of `sceau_password_reason`.
    pub reason: u32,
    /// The number that the rule's sentence says, for `sceau_reason_message`; 0 where it says none.
    pub number: u32,
    /// Where the place begins in the text as it was typed, in bytes.
    pub at: usize,
    /// How long the place is, in bytes. Of a rule on the whole password it is all of it.
    pub length: usize,
}

impl From<PasswordFinding> for SceauPasswordFinding {
    fn from(finding: PasswordFinding) -> Self {
        let PasswordFinding { reason, at, length, number } = finding;
        Self { reason: reason.number(), number: number.into(), at, length }
    }
}

impl SceauPasswordFinding {
    /// No finding.
    const NONE: Self = Self { reason: 0, number: 0, at: 0, length: 0 };
}

impl From<PasswordRules> for SceauPasswordRules {
    fn from(rules: PasswordRules) -> Self {
        Self {
            min_characters: rules.min_characters.into(),
            passphrase_words: rules.passphrase_words.into(),
            passphrase_characters: rules.passphrase_characters.into(),
            repetition: rules.repetition.into(),
            sequence: rules.sequence.into(),
            keyboard: rules.keyboard.into(),
            context: rules.context.into(),
            whole_context: rules.whole_context.into(),
            address: rules.address.into(),
            blocklist: rules.blocklist.into(),
        }
    }
}

impl SceauPasswordRules {
    fn policy(self) -> Result<PasswordPolicy, SceauStatus> {
        // No number of a rule is as great as the greatest of a byte.
        let small = |number: u32| u8::try_from(number).unwrap_or(u8::MAX);
        let rules = PasswordRules {
            min_characters: small(self.min_characters),
            passphrase_words: small(self.passphrase_words),
            passphrase_characters: small(self.passphrase_characters),
            repetition: small(self.repetition),
            sequence: small(self.sequence),
            keyboard: small(self.keyboard),
            context: small(self.context),
            whole_context: boolean(self.whole_context)?,
            address: boolean(self.address)?,
            blocklist: boolean(self.blocklist)?,
        };
        PasswordPolicy::new(rules).map_err(SceauStatus::from)
    }
}

impl SceauPasswordContext {
    /// Borrows what is known.
    ///
    /// # Safety
    ///
    /// Each pointer points to as many bytes as stands behind it.
    unsafe fn context<'a>(self) -> Result<PasswordContext<'a>, SceauStatus> {
        // SAFETY: the caller's promise is the same.
        unsafe {
            Ok(PasswordContext {
                user_name: text(self.user_name, self.user_name_len)?,
                email_address: text(self.email_address, self.email_address_len)?,
                given_name: text(self.given_name, self.given_name_len)?,
                surname: text(self.surname, self.surname_len)?,
                nam: text(self.nam, self.nam_len)?,
                nas: text(self.nas, self.nas_len)?,
                service: text(self.service, self.service_len)?,
            })
        }
    }
}

/// Writes the rules of a profile, a number of `sceau_password_profile`.
///
/// # Safety
///
/// `rules` points to one value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_password_rules_profile(
    profile: u32,
    rules: *mut SceauPasswordRules,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointer.
        let out = unsafe { Out::new(rules)? };
        out.write(choice::<PasswordProfile>(profile)?.policy().rules().into());
        Ok(())
    })
}

/// Checks a password that a person chose against every rule.
///
/// `*parsed` says whether the text can be a password at all, and else where it cannot; the broken
/// rules, in the order of `sceau_password_reason` and each with its first place, go to `findings`,
/// and how many they are to `*count`: at most `SCEAU_PASSWORD_REASONS_MAX`, and none if the text
/// cannot be a password. Rules out of their range are `SCEAU_STATUS_PASSWORD_POLICY_...`.
///
/// # Safety
///
/// `rules` points to the rules, `password` to `password_len` bytes, `context` to a context whose
/// pointers hold what they say, `parsed` to one value, `findings` to `capacity` values, `count` to
/// one value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_password_check(
    rules: *const SceauPasswordRules,
    password: *const c_char,
    password_len: usize,
    context: *const SceauPasswordContext,
    parsed: *mut SceauParseResult,
    findings: *mut SceauPasswordFinding,
    capacity: usize,
    count: *mut usize,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (rules, password, context) = unsafe {
            let password = characters(password, password_len)?;
            (value(rules)?, password, value(context)?.context()?)
        };
        // SAFETY: as above.
        let (parsed_out, out) =
            unsafe { (Out::new(parsed)?, OutItems::new(findings, capacity, count)?) };
        let checked = rules.policy()?.check(password, &context);
        let (broken, counted) = items_of(&checked.unwrap_or_default());
        out.write(broken.get(..counted).unwrap_or_default())?;
        parsed_out.write(SceauParseResult::of(&checked));
        Ok(())
    })
}

/// Returns the broken rules, and how many they are.
fn items_of(
    reasons: &PasswordReasons,
) -> ([SceauPasswordFinding; SCEAU_PASSWORD_REASONS_MAX], usize) {
    let mut broken = [SceauPasswordFinding::NONE; SCEAU_PASSWORD_REASONS_MAX];
    let mut counted = 0;
    for (place, finding) in broken.iter_mut().zip(reasons.iter()) {
        *place = finding.into();
        counted += 1;
    }
    (broken, counted)
}
