//! Verifying.

use sceau::password::{
    AcceptPolicy, Argon2Block, CreatePolicy, PasswordError, Peppers, StoredPassword, Verifier,
};
use zeroize::Zeroizing;

/// Takes in a password and what is stored, with as much working memory as the policy allows it.
pub(super) fn begin(
    password: &[u8],
    stored: StoredPassword,
    accept: &AcceptPolicy,
    create: &CreatePolicy,
    peppers: &Peppers<'_>,
) -> Result<Verifier, PasswordError> {
    let blocks = usize::try_from(accept.memory_kib(&stored)).unwrap_or(usize::MAX);
    let mut memory = Zeroizing::new(Vec::new());
    memory.try_reserve_exact(blocks).map_err(|_| PasswordError::Memory)?;
    memory.resize(blocks, Argon2Block::default());
    Verifier::begin_with_memory(password, stored, accept, create, peppers, &mut memory)
}
