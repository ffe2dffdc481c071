//! Verifying in steps: for watchdogs, progress bars and those who change their mind.

use core::fmt;

use zeroize::Zeroize;

use super::derive::{Derivation, Keyed};
use super::digest::PasswordDigest;
use super::format::StoredFormat;
use super::pepper::Peppers;
use super::policy::{AcceptPolicy, CreatePolicy};
use super::prepare::Prepared;
use super::stored::{Argon2Block, MAX_KEY, Recipe, StoredPassword};
use super::{PasswordError, PasswordOutcome, RehashReason};

/// A verification under way: the caller's to keep, to go on with, and to drop. Wiped on drop.
///
/// [`Self::step`] until nothing is left, then [`Self::finish`]. The outcome is the same however the
/// work is cut. Who drops it before has cancelled, and nothing is to be stored.
///
/// # Example
///
/// ```
/// use sceau::password::{
///     AcceptPolicy, CreatePolicy, PasswordOutcome, Peppers, StoredPassword, Verifier, hash,
/// };
///
/// let (accept, create) = (AcceptPolicy::default(), CreatePolicy::default());
/// let hash = hash(b"erable-a-sucre", &[7; 16], &create)?;
/// let stored = StoredPassword::parse(hash.as_bytes())?;
/// let mut verifier =
///     Verifier::begin(b"erable-a-sucre", stored, &accept, &create, &Peppers::NONE)?;
/// while verifier.step(50_000).left() > 0 {
///     // Feed the watchdog, draw the progress bar.
/// }
/// assert_eq!(verifier.finish()?, PasswordOutcome::Match);
/// # Ok::<(), sceau::password::PasswordError>(())
/// ```
pub struct Verifier {
    pub(super) stored: StoredPassword,
    derived: [u8; MAX_KEY],
    stage: Stage,
    /// The texts that are yet to be tried, in this order.
    waiting: [Option<Keyed>; TEXTS],
    /// What there is to say of a match.
    rehash: Option<RehashReason>,
    /// What a mismatch still costs, so that a cheap hash does not tell its account.
    top_up: u32,
    digest: PasswordDigest,
    progress: Progress,
}

/// What is being done.
enum Stage {
    /// Nothing yet: the first text waits.
    Waiting,
    /// Deriving the key of the password.
    Comparing(Derivation),
    /// Deriving a key that nobody asks for.
    ToppingUp(Derivation),
    /// Nothing.
    Ended(PasswordOutcome),
}

/// How far a verification has come, in iterations of a hash.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Progress {
    done: u64,
    total: u64,
}

impl Progress {
    /// Returns how many iterations are done.
    pub const fn done(self) -> u64 {
        self.done
    }

    /// Returns how many iterations a mismatch takes. A match may end before.
    pub const fn total(self) -> u64 {
        self.total
    }

    /// Returns how many iterations are left at most: 0 says that it is time to finish.
    pub const fn left(self) -> u64 {
        self.total.saturating_sub(self.done)
    }
}

impl Verifier {
    /// Takes in a password and what is stored.
    ///
    /// A hash of a foreign format was made from text as it was typed: that is tried first, then the
    /// prepared text if it is another one.
    ///
    /// # Errors
    ///
    /// The [`PasswordError`]s of the text, which tell nothing of the account; `OutsideAcceptPolicy`;
    /// `UnknownPepper`; `Memory` for Argon2id, which `begin_with_memory` verifies.
    ///
    /// # Timing
    ///
    /// Preparation depends on the text; the rest on its length and on the form of `stored`.
    pub fn begin(
        password: &[u8],
        stored: StoredPassword,
        accept: &AcceptPolicy,
        create: &CreatePolicy,
        peppers: &Peppers<'_>,
    ) -> Result<Self, PasswordError> {
        let mut verifier = Self::new(create);
        verifier.stored = stored;
        verifier.take_password(password, accept, create, peppers, &mut [])?;
        Ok(verifier)
    }

    /// As [`Self::begin`], with working memory for Argon2id: [`AcceptPolicy::memory_kib`] blocks,
    /// wiped afterwards.
    ///
    /// Argon2id cannot be cut. It is done here, and what is left is what a mismatch costs at least.
    ///
    /// # Errors
    ///
    /// As [`Self::begin`]; `Memory` if there are too few blocks.
    ///
    /// # Timing
    ///
    /// As [`Self::begin`]; Argon2id's memory accesses depend on the password in part (RFC 9106).
    #[cfg(feature = "argon2")]
    pub fn begin_with_memory(
        password: &[u8],
        stored: StoredPassword,
        accept: &AcceptPolicy,
        create: &CreatePolicy,
        peppers: &Peppers<'_>,
        memory: &mut [Argon2Block],
    ) -> Result<Self, PasswordError> {
        let mut verifier = Self::new(create);
        verifier.stored = stored;
        verifier.take_password(password, accept, create, peppers, memory)?;
        Ok(verifier)
    }

    /// Begins the work of a verification for an account that does not exist; its outcome is
    /// `Mismatch`.
    ///
    /// # Errors
    ///
    /// The [`PasswordError`]s of the text, as for an account that exists.
    ///
    /// # Timing
    ///
    /// As [`Self::begin`] with a hash that the create policy made.
    pub fn begin_absent(password: &[u8], create: &CreatePolicy) -> Result<Self, PasswordError> {
        let mut verifier = Self::new(create);
        verifier.take_absent_password(password)?;
        Ok(verifier)
    }

    /// Does at most `iterations`; returns how far the work has come.
    ///
    /// # Timing
    ///
    /// Depends on the iterations, and on the outcome once there is one.
    pub fn step(&mut self, iterations: u32) -> Progress {
        let mut budget = iterations;
        while budget > 0 {
            let (left, filled) = match &mut self.stage {
                Stage::Comparing(derivation) => {
                    let key = self.derived.get_mut(..self.stored.key.length).unwrap_or_default();
                    derivation.ct_step(self.stored.salt.as_bytes(), key, budget)
                }
                Stage::ToppingUp(derivation) => {
                    let key = self.derived.get_mut(..self.digest.bytes()).unwrap_or_default();
                    derivation.ct_step(&[0; 16], key, budget)
                }
                Stage::Waiting => {
                    self.begin_next();
                    continue;
                }
                Stage::Ended(_) => break,
            };
            self.progress.done = self.progress.done.saturating_add(u64::from(budget - left));
            budget = left;
            if filled {
                self.turn();
            }
        }
        self.progress
    }

    /// Returns how far the work has come.
    pub const fn progress(&self) -> Progress {
        self.progress
    }

    /// Returns the outcome, and wipes the rest.
    ///
    /// # Errors
    ///
    /// [`PasswordError::Unfinished`]: there is work left. It is given up.
    pub fn finish(self) -> Result<PasswordOutcome, PasswordError> {
        match self.stage {
            Stage::Ended(outcome) => Ok(outcome),
            _ => Err(PasswordError::Unfinished),
        }
    }

    /// Does all that is left, and returns the outcome.
    ///
    /// # Timing
    ///
    /// As [`Self::step`].
    pub fn run(mut self) -> PasswordOutcome {
        self.run_on()
    }

    /// As [`Self::run`], where the verifier is: it is too big to be moved about on a small stack.
    pub(super) fn run_on(&mut self) -> PasswordOutcome {
        loop {
            if let Stage::Ended(outcome) = self.stage {
                return outcome;
            }
            self.step(u32::MAX);
        }
    }

    /// Reads what is stored, where the verifier is.
    ///
    /// Never inlined: what it holds is off the stack when the work begins.
    #[inline(never)]
    pub(super) fn read(&mut self, stored: &[u8]) -> Result<(), PasswordError> {
        self.stored = StoredPassword::parse(stored)?;
        Ok(())
    }

    /// Takes in a password. Never inlined, as [`Self::read`].
    #[inline(never)]
    pub(super) fn take_password(
        &mut self,
        password: &[u8],
        accept: &AcceptPolicy,
        create: &CreatePolicy,
        peppers: &Peppers<'_>,
        memory: &mut [Argon2Block],
    ) -> Result<(), PasswordError> {
        let mut prepared = Prepared::empty();
        prepared.fill(password)?;
        let texts = Texts::of_password(password, prepared.as_bytes());
        self.take(&texts, accept, create, peppers, memory)
    }

    /// Takes in a password for an account that does not exist. Never inlined, as [`Self::read`].
    #[inline(never)]
    pub(super) fn take_absent_password(&mut self, password: &[u8]) -> Result<(), PasswordError> {
        let mut prepared = Prepared::empty();
        prepared.fill(password)?;
        self.take_absent(&prepared);
        Ok(())
    }

    /// Takes in a text for an account that does not exist.
    pub(super) fn take_absent(&mut self, prepared: &Prepared) {
        let keyed = Keyed::ct_new(self.digest, prepared.as_bytes());
        if let Some(first) = self.waiting.first_mut() {
            *first = Some(keyed);
        }
        self.stage = Stage::Waiting;
    }

    /// Takes in a password's texts, behind every check that comes before the work.
    pub(super) fn take(
        &mut self,
        texts: &Texts<'_>,
        accept: &AcceptPolicy,
        create: &CreatePolicy,
        peppers: &Peppers<'_>,
        memory: &mut [Argon2Block],
    ) -> Result<(), PasswordError> {
        accept.check(&self.stored)?;
        let StoredPassword { format, recipe, key_id, .. } = self.stored;
        let pepper = peppers.named(key_id)?;
        let (first, others) = texts.tried(format);
        self.rehash = match format {
            StoredFormat::Phc => peppers.weakness(key_id).or_else(|| self.stored.weakness(create)),
            _ => Some(foreign(&others)),
        };
        let Recipe::Pbkdf2 { digest, .. } = recipe else {
            return self.compare_at_once(first, others, memory);
        };
        let [second, third] = others;
        for (waiting, text) in self.waiting.iter_mut().zip([Some(first), second, third]) {
            *waiting = text.map(|text| Keyed::ct_peppered(pepper, digest, text));
        }
        self.plan(create);
        Ok(())
    }

    /// A verification that has nothing to compare yet: it costs what the create policy costs.
    pub(super) fn new(create: &CreatePolicy) -> Self {
        Self {
            stored: StoredPassword::EMPTY,
            derived: [0; MAX_KEY],
            stage: Stage::Ended(PasswordOutcome::Mismatch),
            waiting: [const { None }; TEXTS],
            rehash: None,
            top_up: create.iterations(),
            digest: create.algorithm().digest(),
            progress: Progress { done: 0, total: u64::from(create.iterations()) },
        }
    }

    /// Plans to derive with PBKDF2 from each text until one matches, and to top up.
    fn plan(&mut self, create: &CreatePolicy) {
        let Recipe::Pbkdf2 { iterations, .. } = self.stored.recipe else { return };
        let times = self.waiting.iter().flatten().fold(0, |times, _| times + 1);
        let counted = self.stored.cost_under(create).saturating_mul(times);
        self.top_up = create.iterations().saturating_sub(counted);
        let blocks = u64::from(self.stored.blocks() * times);
        self.progress.total = u64::from(iterations) * blocks + u64::from(self.top_up);
        self.stage = Stage::Waiting;
    }

    /// Begins to derive from the next text. Without a stored key there is nothing to compare with.
    ///
    /// Never inlined, as [`Self::read`].
    #[inline(never)]
    fn begin_next(&mut self) {
        let next = self.waiting.iter_mut().find_map(Option::take);
        self.stage = match (next, self.stored.recipe) {
            (Some(keyed), Recipe::Pbkdf2 { iterations, .. }) if self.stored.key.length > 0 => {
                Stage::Comparing(keyed.begin(iterations))
            }
            (Some(keyed), _) => Stage::ToppingUp(keyed.begin(self.top_up)),
            (None, _) => Stage::Ended(PasswordOutcome::Mismatch),
        };
    }

    /// Compares with what cannot be cut: one digest, or Argon2id.
    fn compare_at_once(
        &mut self,
        first: &[u8],
        mut others: [Option<&[u8]>; 2],
        memory: &mut [Argon2Block],
    ) -> Result<(), PasswordError> {
        let mut next = Some(first);
        while let Some(text) = next {
            self.stored.ct_derive_at_once(text, &mut self.derived, memory)?;
            let right = bool::from(self.stored.ct_same_key(&self.derived));
            if right {
                self.end_with_match();
                return Ok(());
            }
            next = others.iter_mut().find_map(Option::take);
            self.rehash = Some(foreign(&others));
        }
        self.begin_top_up();
        Ok(())
    }

    /// Goes on to what comes behind a derivation that is done.
    fn turn(&mut self) {
        if let Stage::ToppingUp(_) = self.stage {
            self.stage = Stage::Ended(PasswordOutcome::Mismatch);
            return;
        }
        let right = bool::from(self.stored.ct_same_key(&self.derived));
        if right {
            self.end_with_match();
        } else if self.waiting.iter().any(Option::is_some) {
            self.begin_next();
            self.rehash = Some(foreign(&self.waiting));
        } else {
            self.begin_top_up();
        }
    }

    fn begin_top_up(&mut self) {
        self.stage = match self.top_up {
            0 => Stage::Ended(PasswordOutcome::Mismatch),
            top_up => Stage::ToppingUp(Derivation::ct_new(self.digest, top_up, b"")),
        };
    }

    fn end_with_match(&mut self) {
        self.progress.done = self.progress.total;
        self.stage = Stage::Ended(match self.rehash {
            Some(why) => PasswordOutcome::MatchRehash { why },
            None => PasswordOutcome::Match,
        });
    }
}

/// Shows how far the work has come, and nothing of what it is about.
impl fmt::Debug for Verifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Verifier({} of {}, ..)", self.progress.done, self.progress.total)
    }
}

impl Drop for Verifier {
    fn drop(&mut self) {
        self.derived.zeroize();
    }
}

/// Returns what there is to say of a match in a foreign format, with these texts yet to try: the last
/// is what a new hash is made of.
fn foreign<T>(others: &[Option<T>]) -> RehashReason {
    let is_last = others.iter().all(Option::is_none);
    if is_last { RehashReason::Format } else { RehashReason::Text }
}

/// The texts of one password or answer.
pub(super) struct Texts<'a> {
    /// As it was typed.
    typed: &'a [u8],
    /// As a password is prepared.
    prepared: &'a [u8],
    /// As a new hash is made of it.
    new: &'a [u8],
}

impl<'a> Texts<'a> {
    pub(super) const fn of_password(typed: &'a [u8], prepared: &'a [u8]) -> Self {
        Self { typed, prepared, new: prepared }
    }

    pub(super) const fn of_answer(typed: &'a [u8], prepared: &'a [u8], folded: &'a [u8]) -> Self {
        Self { typed, prepared, new: folded }
    }

    /// Returns the text that a hash of this format was made from, and others that it may be.
    fn tried(&self, format: StoredFormat) -> (&'a [u8], [Option<&'a [u8]>; 2]) {
        if format == StoredFormat::Phc {
            return (self.new, [None, None]);
        }
        let prepared = Some(self.prepared).filter(|&text| text != self.typed);
        let new = Some(self.new).filter(|&text| text != self.typed && text != self.prepared);
        (self.typed, [prepared, new])
    }
}

/// How many texts there may be: only other systems' hashes were made from more than one form.
const TEXTS: usize = if cfg!(feature = "legacy") { 3 } else { 1 };
