//! Laws of stored passwords.

use sceau::password::{
    AcceptLimits, AcceptPolicy, CreatePolicy, IterationRange, PasswordAlgorithm, PasswordError,
    PasswordOutcome, StoredFormat, hash, verify,
};

use super::Input;

/// What verifies a password against a stored hash.
pub trait Verify: Fn(&[u8], &[u8]) -> Result<PasswordOutcome, PasswordError> {}

impl<V: Fn(&[u8], &[u8]) -> Result<PasswordOutcome, PasswordError>> Verify for V {}

/// Chosen by the first byte: any text as a stored hash, or a hash that is made and then changed.
pub fn law(bytes: &[u8]) {
    let mut input = Input::new(bytes);
    if input.below(2) == 0 {
        let password = input.bytes();
        decides(password, input.rest(), verify_cheaply);
    } else {
        only_its_hash_matches(input.rest(), verify_cheaply);
    }
}

/// Verifies under policies that cost little, at most a hundred iterations, every format that names
/// itself.
///
/// # Errors
///
/// Those of [`verify`].
pub fn verify_cheaply(password: &[u8], stored: &[u8]) -> Result<PasswordOutcome, PasswordError> {
    verify(password, stored, &accept_cheap(), &CREATE)
}

pub(super) fn accept_cheap() -> AcceptPolicy {
    let range = IterationRange { min: 1, max: 100 };
    AcceptPolicy::unchecked_policy(AcceptLimits {
        formats: StoredFormat::ALL.iter().copied().collect(),
        sha1: range,
        sha256: range,
        sha512: range,
        min_salt_bytes: 1,
        ..AcceptLimits::DEFAULT
    })
}

/// Whatever is stored, a password is right, wrong, or there is a reason; always the same.
pub fn decides(password: &[u8], stored: &[u8], verify: impl Verify) {
    let outcome = verify(password, stored);
    assert_eq!(outcome, verify(password, stored), "decided otherwise the second time");
    assert_place(password, outcome.err());
}

/// A hash matches its password, and no other; changed in any byte, it matches none.
pub fn only_its_hash_matches(bytes: &[u8], verify: impl Verify) {
    let mut input = Input::new(bytes);
    let (at, change, iterations) = (input.byte(), input.byte(), input.below(100));
    let algorithm =
        if input.below(2) == 0 { PasswordAlgorithm::Sha256 } else { PasswordAlgorithm::Sha512 };
    let salt = input.array::<16>();
    let password = input.rest();

    let create = CreatePolicy::unchecked_policy(algorithm, u32::from(iterations));
    let stored = match hash(password, &salt, &create) {
        Ok(stored) => stored,
        Err(reason) => return assert_place(password, Some(reason)),
    };
    assert!(is_right(verify(password, stored.as_bytes())), "a hash does not match its password");
    assert!(stored.as_str().is_ascii() && stored.as_str().len() <= 256);

    let mut other = password.to_vec();
    other.push(b'x');
    assert!(!is_right(verify(&other, stored.as_bytes())), "another password matches");

    let mut changed = stored.as_bytes().to_vec();
    let at = usize::from(at) % changed.len();
    if let (Some(byte), 1..) = (changed.get_mut(at), change) {
        *byte ^= change;
        assert!(!is_right(verify(password, &changed)), "changed in byte {at}, it still matches");
    }
}

fn is_right(outcome: Result<PasswordOutcome, PasswordError>) -> bool {
    matches!(outcome, Ok(PasswordOutcome::Match | PasswordOutcome::MatchRehash { .. }))
}

fn assert_place(password: &[u8], reason: Option<PasswordError>) {
    let Some(at) = reason.and_then(|reason| reason.at()) else { return };
    let before = password.get(..at).map(str::from_utf8);
    assert!(matches!(before, Some(Ok(_))), "no character of the password begins there");
}

const CREATE: CreatePolicy = CreatePolicy::unchecked_policy(PasswordAlgorithm::Sha256, 10);
