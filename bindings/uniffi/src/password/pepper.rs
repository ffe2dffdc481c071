//! The peppers of a service, and what is done with them.

use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard};

use sceau::password::{self, Argon2Block, PasswordError, Pepper};

use super::policy::{AcceptPolicy, CreatePolicy};
use super::stored::StoredPassword;
use super::verifier::Verifier;
use crate::key::ServiceKey;

/// The peppers of a service, wiped when they are freed: none, until keys add some.
///
/// Hashing and verifying are methods of it: safe from a caller that closes it meanwhile.
#[derive(Default, uniffi::Object)]
pub struct Peppers(RwLock<Keys>);

#[derive(Default)]
pub(super) struct Keys {
    current: Option<Pepper>,
    retired: Vec<Pepper>,
}

impl Peppers {
    pub(super) fn keys(&self) -> RwLockReadGuard<'_, Keys> {
        self.0.read().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Keys {
    pub(super) fn lent(&self) -> password::Peppers<'_> {
        match &self.current {
            Some(current) => password::Peppers::new(current, &self.retired),
            None => password::Peppers::retired(&self.retired),
        }
    }
}

#[uniffi::export]
impl Peppers {
    /// No pepper.
    #[uniffi::constructor]
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }

    /// Hashes a new password with `salt`; returns the PHC string to store.
    ///
    /// # Errors
    ///
    /// The [`PasswordError`]s of the text and `SaltLength`.
    pub fn hash(
        &self,
        password: &[u8],
        salt: Vec<u8>,
        create: &CreatePolicy,
    ) -> Result<String, PasswordError> {
        let hash = password::hash_peppered(password, &salt, &create.0, &self.keys().lent())?;
        Ok(hash.as_str().to_owned())
    }

    /// Takes in a password and what is stored, to be verified in steps. `spring_secret` is that of
    /// Spring's encoder, if it is Spring's: apart, since only what is lent leaves no copy in Swift.
    ///
    /// # Errors
    ///
    /// The [`PasswordError`]s of the text and of the stored hash.
    pub fn begin(
        &self,
        password: &[u8],
        spring_secret: &[u8],
        stored: StoredPassword,
        accept: &AcceptPolicy,
        create: &CreatePolicy,
    ) -> Result<Arc<Verifier>, PasswordError> {
        let stored = stored.parse(spring_secret)?;
        let mut memory = memory(accept.0.memory_kib(&stored))?;
        let verifier = password::Verifier::begin_with_memory(
            password,
            stored,
            &accept.0,
            &create.0,
            &self.keys().lent(),
            &mut memory,
        );
        verifier.map(Verifier::new)
    }
}

/// Allocates Argon2id's working memory, which is none for a hash that the accept policy refuses.
fn memory(kib: u32) -> Result<Vec<Argon2Block>, PasswordError> {
    let kib = usize::try_from(kib).map_err(|_| PasswordError::Memory)?;
    let mut blocks = Vec::new();
    blocks.try_reserve_exact(kib).map_err(|_| PasswordError::Memory)?;
    blocks.resize(kib, Argon2Block::new());
    Ok(blocks)
}

#[uniffi::export]
impl ServiceKey {
    /// Derives the pepper for new hashes.
    pub fn add_current_pepper(&self, peppers: &Peppers) {
        let pepper = Pepper::new(&self.0);
        peppers.0.write().unwrap_or_else(PoisonError::into_inner).current = Some(pepper);
    }

    /// Derives a pepper that old hashes still name.
    pub fn add_retired_pepper(&self, peppers: &Peppers) {
        let pepper = Pepper::new(&self.0);
        peppers.0.write().unwrap_or_else(PoisonError::into_inner).retired.push(pepper);
    }
}
