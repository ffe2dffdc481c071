//! What a verifier does, from the texts to the outcome: planned, compared, topped up.

use super::super::derive::{Derivation, Keyed};
use super::super::format::StoredFormat;
use super::super::pepper::Peppers;
use super::super::policy::{AcceptPolicy, CreatePolicy};
use super::super::prepare::Prepared;
use super::super::stored::{Argon2Block, MAX_KEY, Recipe, StoredPassword};
use super::super::texts::{TEXTS, Texts, foreign};
use super::super::{PasswordError, PasswordOutcome};
use super::{Progress, Stage, Verifier};

impl Verifier {
    /// Reads what is stored, where the verifier is.
    ///
    /// Never inlined: what it holds is off the stack when the work begins.
    #[inline(never)]
    pub(in super::super) fn read(&mut self, stored: &[u8]) -> Result<(), PasswordError> {
        self.stored = StoredPassword::parse(stored)?;
        Ok(())
    }

    /// Takes in a password. Never inlined, as [`Self::read`].
    #[inline(never)]
    pub(in super::super) fn take_password(
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
    pub(in super::super) fn take_absent_password(
        &mut self,
        password: &[u8],
    ) -> Result<(), PasswordError> {
        let mut prepared = Prepared::empty();
        prepared.fill(password)?;
        self.take_absent(&prepared);
        Ok(())
    }

    /// Takes in a text for an account that does not exist.
    pub(in super::super) fn take_absent(&mut self, prepared: &Prepared) {
        let keyed = Keyed::ct_new(self.digest, prepared.as_bytes());
        if let Some(first) = self.waiting.first_mut() {
            *first = Some(keyed);
        }
        self.stage = Stage::Waiting;
    }

    /// Takes in a password's texts, behind every check that comes before the work.
    pub(in super::super) fn take(
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
    pub(in super::super) fn new(create: &CreatePolicy) -> Self {
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
    pub(super) fn begin_next(&mut self) {
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
    pub(super) fn turn(&mut self) {
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
