//! Laws of stored hashes of other systems, of peppers, and of verifying in steps.

use base64::Engine;
use base64::prelude::{BASE64_STANDARD, BASE64_STANDARD_NO_PAD};
use sceau::mac::ServiceKey;
use sceau::password::{
    AcceptLimits, AcceptPolicy, CreatePolicy, IterationRange, PasswordAlgorithm, PasswordDigest,
    PasswordError, PasswordOutcome, Pepper, Peppers, RehashReason, SpringParameters, StoredFormat,
    StoredParts, StoredPassword, Verifier, hash_peppered,
};
use sha1::digest::Digest;

use super::Input;
use crate::to_hex;

/// Chosen by the first byte.
pub fn law(bytes: &[u8]) {
    let mut input = Input::new(bytes);
    match input.below(4) {
        0 => a_foreign_hash_matches_its_password(input.rest(), begin),
        1 => a_pepper_is_needed(input.rest(), verify_peppered),
        2 => {
            let slices = input.bytes();
            every_slicing_is_one(slices, input.rest(), |verifier, iterations| {
                verifier.step(iterations);
            });
        }
        _ => parts_are_read_or_refused(input.rest()),
    }
}

/// Begins a verification under policies that cost little.
///
/// # Errors
///
/// Those of [`Verifier::begin`].
pub fn begin(
    password: &[u8],
    stored: StoredPassword,
    peppers: &Peppers<'_>,
) -> Result<Verifier, PasswordError> {
    let range = IterationRange { min: 1, max: 100 };
    let accept = AcceptPolicy::unchecked_policy(AcceptLimits {
        formats: StoredFormat::ALL.iter().copied().collect(),
        sha1: range,
        sha256: range,
        sha512: range,
        min_salt_bytes: 1,
        ..AcceptLimits::DEFAULT
    });
    Verifier::begin(password, stored, &accept, &CREATE, peppers)
}

/// Verifies under policies that cost little.
///
/// # Errors
///
/// Those of [`sceau::password::verify_peppered`].
pub fn verify_peppered(
    password: &[u8],
    hash: &[u8],
    peppers: &Peppers<'_>,
) -> Result<PasswordOutcome, PasswordError> {
    begin(password, StoredPassword::parse(hash)?, peppers).map(Verifier::run)
}

/// What begins a verification.
pub trait Begin:
    Fn(&[u8], StoredPassword, &Peppers<'_>) -> Result<Verifier, PasswordError>
{
}

impl<B: Fn(&[u8], StoredPassword, &Peppers<'_>) -> Result<Verifier, PasswordError>> Begin for B {}

/// What another system stores of a password, made without the core, matches that password, is to be
/// made again, and matches no other.
pub fn a_foreign_hash_matches_its_password(bytes: &[u8], begin: impl Begin) {
    let mut input = Input::new(bytes);
    let (kind, digest) = (input.below(9), PasswordDigest::ALL[usize::from(input.below(3))]);
    let (iterations, salt) = (u32::from(input.below(20)) + 1, input.array::<16>());
    let password = input.rest();

    let stored = || Foreign { digest, iterations, salt, password }.stored(kind);
    let Some(stored) = stored() else { return };
    let verifier = match begin(password, stored, &Peppers::NONE) {
        Ok(verifier) => verifier,
        // What cannot be typed cannot be verified: that is another law's.
        Err(reason) => return assert!(reason.name().starts_with("password_"), "{reason}"),
    };
    let outcome = verifier.run();
    let to_be_made_again = matches!(
        outcome,
        PasswordOutcome::MatchRehash { why: RehashReason::Format | RehashReason::Text }
    );
    assert!(to_be_made_again, "a foreign hash does not match its password");

    let other = [password, b"x"].concat();
    let stored = Foreign { digest, iterations, salt, password }.stored(kind);
    if let Some(Ok(verifier)) = stored.map(|stored| begin(&other, stored, &Peppers::NONE)) {
        assert_eq!(verifier.run(), PasswordOutcome::Mismatch, "another password matches");
    }
}

/// A hash with a pepper is verified with that pepper, and with nothing else.
pub fn a_pepper_is_needed(
    bytes: &[u8],
    verify: impl Fn(&[u8], &[u8], &Peppers<'_>) -> Result<PasswordOutcome, PasswordError>,
) {
    let mut input = Input::new(bytes);
    let (id, key, change) = (u32::from(input.word()), input.array::<32>(), input.array::<32>());
    let pepper = |id, key: &[u8; 32]| Pepper::new(&ServiceKey::new(id, key).expect("32 bytes"));
    let (ours, namesake) =
        (pepper(id, &key), pepper(id, &std::array::from_fn(|i| key[i] ^ change[i])));
    let password = input.rest();
    let peppers = Peppers::new(&ours, &[]);
    let Ok(hash) = hash_peppered(password, &[7; 16], &CREATE, &peppers) else { return };
    let outcome = |peppers: &Peppers<'_>| verify(password, hash.as_bytes(), peppers);
    let again = PasswordOutcome::MatchRehash { why: RehashReason::Pepper };
    let retired = [ours];
    let current = pepper(id.wrapping_add(1), &key);
    assert_eq!(outcome(&Peppers::new(&current, &retired)), Ok(again));
    assert_eq!(outcome(&Peppers::retired(&retired)), Ok(PasswordOutcome::Match));
    assert_eq!(outcome(&Peppers::NONE), Err(PasswordError::UnknownPepper));
    assert_eq!(outcome(&Peppers::new(&current, &[])), Err(PasswordError::UnknownPepper));
    if change != [0; 32] {
        let found = outcome(&Peppers::new(&namesake, &[]));
        assert_eq!(found, Ok(PasswordOutcome::Mismatch), "another key serves");
    }
}

/// The outcome and the work are the same, however a verification is cut.
pub fn every_slicing_is_one(slices: &[u8], bytes: &[u8], step: impl Fn(&mut Verifier, u32)) {
    let mut input = Input::new(bytes);
    let (kind, digest) = (input.below(9), PasswordDigest::ALL[usize::from(input.below(3))]);
    let iterations = u32::from(input.below(20)) + 1;
    let (salt, right) = (input.array::<16>(), input.below(2) == 0);
    let password = input.rest();
    let typed = if right { password.to_vec() } else { [password, b"x"].concat() };
    let begun = || {
        let stored = Foreign { digest, iterations, salt, password }.stored(kind)?;
        begin(&typed, stored, &Peppers::NONE).ok()
    };
    let (Some(at_once), Some(mut cut)) = (begun(), begun()) else { return };
    let (outcome, total) = (at_once.run(), cut.progress().total());
    let mut slices = slices.iter().map(|&slice| u32::from(slice)).chain(std::iter::repeat(9));
    while cut.progress().left() > 0 {
        let (before, slice) = (cut.progress().done(), slices.next().unwrap_or(1));
        step(&mut cut, slice);
        let done = cut.progress().done();
        assert_eq!(cut.progress().total(), total, "the work grew");
        // A match ends before what a mismatch would cost.
        let ended = done == total && outcome != PasswordOutcome::Mismatch;
        assert!(ended || done - before == u64::from(slice).min(total - before), "work was lost");
    }
    assert_eq!(cut.finish(), Ok(outcome), "cut otherwise, it comes to something else");
}

/// Whatever the columns hold, they are read, or there is a reason.
fn parts_are_read_or_refused(bytes: &[u8]) {
    let mut input = Input::new(bytes);
    if input.below(2) == 0 {
        let parameters = SpringParameters {
            digest: PasswordDigest::ALL[usize::from(input.below(3))],
            iterations: u32::from(input.word()),
            salt_bytes: input.byte(),
            secret: input.bytes(),
        };
        drop(StoredPassword::parse_as(&StoredParts::Spring { hash: input.rest(), parameters }));
    } else {
        let credential_data = input.bytes();
        let secret_data = input.rest();
        drop(StoredPassword::parse_as(&StoredParts::Keycloak { credential_data, secret_data }));
    }
}

/// A password as another system stores it.
struct Foreign<'a> {
    digest: PasswordDigest,
    iterations: u32,
    salt: [u8; 16],
    password: &'a [u8],
}

impl Foreign<'_> {
    /// What each system writes; `None` where it has no such hash.
    fn stored(&self, kind: u8) -> Option<StoredPassword> {
        let name = self.digest.name();
        let (n, text) = (self.iterations, to_hex(&self.salt));
        let bare = |bytes: &[u8]| BASE64_STANDARD_NO_PAD.encode(bytes);
        let padded = |bytes: &[u8]| BASE64_STANDARD.encode(bytes);
        let adapted = |bytes: &[u8]| bare(bytes).replace('+', ".");
        let own_salt = self.key(text.as_bytes(), self.digest.bytes());
        let key = self.key(&self.salt, self.digest.bytes());
        let upper = name.to_uppercase();
        let string = match kind {
            0 => format!("pbkdf2_{name}${n}${text}${}", padded(&own_salt)),
            1 => format!("pbkdf2:{name}:{n}${text}${}", to_hex(&own_salt)),
            2 => {
                let suffix = if name == "sha1" { String::new() } else { format!("-{name}") };
                format!("$pbkdf2{suffix}${n}${}${}", adapted(&self.salt), adapted(&key))
            }
            3 => format!("{{PBKDF2-{upper}}}{n}${}${}", adapted(&self.salt), adapted(&key)),
            4 => format!("{{PBKDF2-{upper}}}{n}${}${}", padded(&self.salt), padded(&key)),
            5 => {
                let suffix = if name == "sha1" { "" } else { &upper[3..] };
                let digest = self.salted([self.password, &self.salt]);
                format!("{{SSHA{suffix}}}{}", padded(&[&digest, &self.salt[..]].concat()))
            }
            6 if name == "sha1" => {
                format!("sha1${text}${}", to_hex(&self.salted([text.as_bytes(), self.password])))
            }
            6 => return None,
            7 => return self.aspnet(),
            _ => return Some(self.keycloak()),
        };
        Some(StoredPassword::parse(string.as_bytes()).expect("a sound string"))
    }

    fn aspnet(&self) -> Option<StoredPassword> {
        let number = PasswordDigest::ALL.iter().position(|digest| *digest == self.digest)?;
        let number = u32::try_from(number).ok()?.to_be_bytes();
        let key = self.key(&self.salt, 33);
        let parts: [&[u8]; 6] =
            [&[1], &number, &self.iterations.to_be_bytes(), &[0, 0, 0, 16], &self.salt, &key];
        Some(
            StoredPassword::parse(BASE64_STANDARD.encode(parts.concat()).as_bytes())
                .expect("a block"),
        )
    }

    fn keycloak(&self) -> StoredPassword {
        let name = self.digest.name();
        let suffix = if name == "sha1" { String::new() } else { format!("-{name}") };
        let credential_data =
            format!(r#"{{"hashIterations":{},"algorithm":"pbkdf2{suffix}"}}"#, self.iterations);
        let (salt, value) =
            (BASE64_STANDARD.encode(self.salt), BASE64_STANDARD.encode(self.key(&self.salt, 64)));
        let secret_data = format!(r#"{{"value":"{value}","salt":"{salt}"}}"#);
        let parts = StoredParts::Keycloak {
            credential_data: credential_data.as_bytes(),
            secret_data: secret_data.as_bytes(),
        };
        StoredPassword::parse_as(&parts).expect("two columns")
    }

    fn key(&self, salt: &[u8], bytes: usize) -> Vec<u8> {
        let mut key = vec![0; bytes];
        let (password, n) = (self.password, self.iterations);
        match self.digest {
            PasswordDigest::Sha1 => pbkdf2::pbkdf2_hmac::<sha1::Sha1>(password, salt, n, &mut key),
            PasswordDigest::Sha256 => {
                pbkdf2::pbkdf2_hmac::<sha2::Sha256>(password, salt, n, &mut key);
            }
            PasswordDigest::Sha512 => {
                pbkdf2::pbkdf2_hmac::<sha2::Sha512>(password, salt, n, &mut key);
            }
        }
        key
    }

    fn salted(&self, parts: [&[u8]; 2]) -> Vec<u8> {
        match self.digest {
            PasswordDigest::Sha1 => sha1::Sha1::digest(parts.concat()).to_vec(),
            PasswordDigest::Sha256 => sha2::Sha256::digest(parts.concat()).to_vec(),
            PasswordDigest::Sha512 => sha2::Sha512::digest(parts.concat()).to_vec(),
        }
    }
}

const CREATE: CreatePolicy = CreatePolicy::unchecked_policy(PasswordAlgorithm::Sha256, 10);
