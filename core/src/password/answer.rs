//! Answers to security questions, of estates that still have them: clicSÉQUR's secret questions.
//!
//! Not for anything new: what an answer says is found in a register, in a social network or by asking,
//! and NIST SP 800-63B-4 (§3.1.1.2) forbids to ask for one. They are here so that an old account can
//! be recovered once, and its owner given something better.
//!
//! An answer is compared up to case, accents and typography: « Saint-Étienne » is `saint etienne`.
//! It is prepared as a password is, then folded: Latin letters become those of the RAMQ key, letters
//! of other scripts (with the feature `unicode`) lose case and accents, spaces and punctuation go,
//! digits and symbols stay.

use super::phc::PasswordHash;
use super::policy::{AcceptPolicy, CreatePolicy};
use super::prepare::Prepared;
use super::stored::StoredPassword;
use super::texts::Texts;
use super::verifier::Verifier;
use super::{PasswordError, PasswordOutcome, Peppers, ct_hash};

/// Hashes an answer with `salt`, as [`super::hash_peppered`] does a password, to replace the hash of
/// an old estate. None should be asked for anew.
///
/// # Errors
///
/// The [`PasswordError`]s of the text: `Empty` also if nothing is left but typography,
/// `Unnormalizable` also for a letter that no rule gives a key; and `SaltLength`.
///
/// # Timing
///
/// Preparation depends on the text; hashing on the length of what is left of it beyond 64 or 128
/// bytes only, and on the policy.
///
/// # Example
///
/// ```
/// use sceau::password::{
///     AcceptPolicy, CreatePolicy, PasswordOutcome, Peppers, hash_answer, verify_answer,
/// };
///
/// let (accept, create) = (AcceptPolicy::default(), CreatePolicy::default());
/// let stored = hash_answer("Saint-Étienne".as_bytes(), &[7; 16], &create, &Peppers::NONE)?;
/// let (answer, stored) = ("saint etienne".as_bytes(), stored.as_bytes());
/// let outcome = verify_answer(answer, stored, &accept, &create, &Peppers::NONE)?;
/// assert_eq!(outcome, PasswordOutcome::Match);
/// # Ok::<(), sceau::password::PasswordError>(())
/// ```
pub fn hash_answer(
    answer: &[u8],
    salt: &[u8],
    create: &CreatePolicy,
    peppers: &Peppers<'_>,
) -> Result<PasswordHash, PasswordError> {
    let mut forms = Answer::empty();
    forms.fill(answer)?;
    ct_hash(&forms.folded, salt, create, peppers)
}

/// Verifies an answer against a stored string that says itself how it was made.
///
/// A PHC string of PBKDF2 is one of [`hash_answer`]'s. A hash of a foreign format was made of some
/// form of the text: it is tried as it was typed, then prepared as a password, then folded; a match
/// asks for a new hash, `Text` if the folded text was not the one.
///
/// # Errors
///
/// As [`hash_answer`], and those of [`super::verify_peppered`].
///
/// # Timing
///
/// As [`super::verify`].
pub fn verify_answer(
    answer: &[u8],
    stored: &[u8],
    accept: &AcceptPolicy,
    create: &CreatePolicy,
    peppers: &Peppers<'_>,
) -> Result<PasswordOutcome, PasswordError> {
    let mut forms = Answer::empty();
    forms.fill(answer)?;
    let stored = StoredPassword::parse(stored)?;
    Ok(forms.verifier(answer, stored, accept, create, peppers)?.run())
}

/// Checks that a text can be an answer at all.
///
/// # Errors
///
/// The [`PasswordError`]s of the text, as [`hash_answer`] has them.
pub fn check_answer(answer: &[u8]) -> Result<(), PasswordError> {
    Answer::empty().fill(answer)
}

/// Does the work of a [`verify_answer`] for an account that does not exist; the outcome is
/// `Mismatch`.
///
/// # Errors
///
/// The [`PasswordError`]s of the text, as for an account that exists.
///
/// # Timing
///
/// As [`verify_answer`] with a hash that the create policy made.
pub fn verify_answer_absent(
    answer: &[u8],
    create: &CreatePolicy,
) -> Result<PasswordOutcome, PasswordError> {
    Ok(Verifier::begin_answer_absent(answer, create)?.run())
}

impl Verifier {
    /// Takes in an answer and what is stored, as [`verify_answer`] does; [`Verifier::run`] or
    /// [`Verifier::step`] does the work.
    ///
    /// # Errors
    ///
    /// As [`verify_answer`], but those of the form of the stored hash, which is read.
    ///
    /// # Timing
    ///
    /// As [`Verifier::begin`].
    pub fn begin_answer(
        answer: &[u8],
        stored: StoredPassword,
        accept: &AcceptPolicy,
        create: &CreatePolicy,
        peppers: &Peppers<'_>,
    ) -> Result<Self, PasswordError> {
        let mut forms = Answer::empty();
        forms.fill(answer)?;
        forms.verifier(answer, stored, accept, create, peppers)
    }

    /// Begins the work of an answer's verification for an account that does not exist; its outcome
    /// is `Mismatch`.
    ///
    /// # Errors
    ///
    /// The [`PasswordError`]s of the text, as for an account that exists.
    ///
    /// # Timing
    ///
    /// As [`Verifier::begin_absent`].
    pub fn begin_answer_absent(
        answer: &[u8],
        create: &CreatePolicy,
    ) -> Result<Self, PasswordError> {
        let mut forms = Answer::empty();
        forms.fill(answer)?;
        let mut verifier = Self::new(create);
        verifier.take_absent(&forms.folded);
        Ok(verifier)
    }
}

/// An answer as it is prepared and folded, wiped on drop.
struct Answer {
    prepared: Prepared,
    folded: Prepared,
}

impl Answer {
    /// Room for an answer, which is filled in place.
    const fn empty() -> Self {
        Self { prepared: Prepared::empty(), folded: Prepared::empty() }
    }

    fn fill(&mut self, typed: &[u8]) -> Result<(), PasswordError> {
        self.prepared.fill(typed)?;
        self.folded.fill_folded(typed, &self.prepared)
    }

    fn verifier(
        &self,
        typed: &[u8],
        stored: StoredPassword,
        accept: &AcceptPolicy,
        create: &CreatePolicy,
        peppers: &Peppers<'_>,
    ) -> Result<Verifier, PasswordError> {
        let texts = Texts::of_answer(typed, self.prepared.as_bytes(), self.folded.as_bytes());
        let mut verifier = Verifier::new(create);
        verifier.stored = stored;
        verifier.take(&texts, accept, create, peppers, &mut [])?;
        Ok(verifier)
    }
}
