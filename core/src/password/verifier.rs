//! Verifying in steps: for watchdogs, progress bars and those who change their mind.

mod work;

use core::fmt;

use zeroize::Zeroize;

use super::derive::{Derivation, Keyed};
use super::digest::PasswordDigest;
use super::pepper::Peppers;
use super::policy::{AcceptPolicy, CreatePolicy};
#[cfg(feature = "argon2")]
use super::stored::Argon2Block;
use super::stored::{MAX_KEY, StoredPassword};
use super::texts::TEXTS;
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
