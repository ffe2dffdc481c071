//! `password/*.txt`.

use sceau::mac::ServiceKey;
use sceau::password::{
    self, AcceptLimits, AcceptPolicy, CreatePolicy, IterationRange, PasswordAlgorithm,
    PasswordDigest, PasswordError, PasswordOutcome, Pepper, Peppers, SpringParameters,
    StoredFormat, StoredParts, StoredPassword, Verifier,
};
use sceau_tests::{Record, from_hex};

use super::error;

pub(crate) fn hash(record: &Record) -> String {
    let (password, salt) = (record.bytes("password"), record.bytes("salt"));
    with_peppers(record, |peppers| {
        password::hash_peppered(&password, &salt, &create(record), peppers)
            .map_or_else(password_error, |stored| stored.as_str().to_owned())
    })
}

pub(crate) fn verify(record: &Record) -> String {
    let (accept, create) = (accept(record), create(record));
    let verified = with_peppers(record, |peppers| {
        let (password, stored) = (record.bytes("password"), stored(record)?);
        let verifier = begin(&password, stored, &accept, &create, peppers)?;
        Ok(in_slices(verifier, record.number("slice", u32::MAX)))
    });
    said(verified)
}

fn said(verified: Result<PasswordOutcome, PasswordError>) -> String {
    match verified {
        Ok(PasswordOutcome::MatchRehash { why }) => format!("match_rehash {}", why.name()),
        Ok(outcome) => outcome.name().to_owned(),
        Err(reason) => password_error(reason),
    }
}

/// Begins with as much memory as the policy allows the hash.
#[cfg(feature = "argon2")]
fn begin(
    password: &[u8],
    stored: StoredPassword,
    accept: &AcceptPolicy,
    create: &CreatePolicy,
    peppers: &Peppers<'_>,
) -> Result<Verifier, PasswordError> {
    let blocks = accept.memory_kib(&stored) as usize;
    let mut memory = vec![password::Argon2Block::default(); blocks];
    Verifier::begin_with_memory(password, stored, accept, create, peppers, &mut memory)
}

/// Begins without memory: there is no Argon2id in this build.
#[cfg(not(feature = "argon2"))]
fn begin(
    password: &[u8],
    stored: StoredPassword,
    accept: &AcceptPolicy,
    create: &CreatePolicy,
    peppers: &Peppers<'_>,
) -> Result<Verifier, PasswordError> {
    assert_eq!(accept.memory_kib(&stored), 0);
    Verifier::begin(password, stored, accept, create, peppers)
}

/// An answer to a security question: verified where something is stored, or hashed with a salt, or
/// verified for an account that does not exist.
pub(crate) fn answer(record: &Record) -> String {
    let (answer, create) = (record.bytes("answer"), create(record));
    with_peppers(record, |peppers| {
        if ["stored", "spring", "credential-data"].iter().any(|&f| record.optional(f).is_some()) {
            let accept = accept(record);
            said(stored(record).and_then(|stored| {
                let verifier = Verifier::begin_answer(&answer, stored, &accept, &create, peppers)?;
                Ok(in_slices(verifier, record.number("slice", u32::MAX)))
            }))
        } else if record.optional("salt-hex").is_some() {
            let hashed = password::hash_answer(&answer, &record.bytes("salt"), &create, peppers);
            let reason = hashed.as_ref().err().copied();
            if reason != Some(PasswordError::SaltLength) {
                assert_eq!(password::check_answer(&answer).err(), reason, "what can be hashed");
            }
            hashed.map_or_else(password_error, |stored| stored.as_str().to_owned())
        } else {
            said(password::verify_answer_absent(&answer, &create))
        }
    })
}

/// The stored hash: a string that says itself what it is, or the parts of one that does not.
fn stored(record: &Record) -> Result<StoredPassword, PasswordError> {
    if record.optional("spring").is_some() {
        let secret = record.optional("spring-secret").unwrap_or("");
        return StoredPassword::parse_as(&StoredParts::Spring {
            hash: &record.bytes("spring"),
            parameters: SpringParameters {
                digest: digest(record.text("spring-digest")),
                iterations: record.number("spring-iterations", 0),
                salt_bytes: record.number("spring-salt-bytes", 0),
                secret: secret.as_bytes(),
            },
        });
    }
    if record.optional("credential-data").is_some() {
        return StoredPassword::parse_as(&StoredParts::Keycloak {
            credential_data: &record.bytes("credential-data"),
            secret_data: &record.bytes("secret-data"),
        });
    }
    StoredPassword::parse(&record.bytes("stored"))
}

/// Goes on in steps of so many iterations, to the end.
fn in_slices(mut verifier: Verifier, slice: u32) -> PasswordOutcome {
    while verifier.step(slice).left() > 0 {}
    verifier.finish().expect("nothing is left")
}

fn accept(record: &Record) -> AcceptPolicy {
    let range = IterationRange {
        min: record.number("min-iterations", 1_000),
        max: record.number("max-iterations", 1_000_000),
    };
    AcceptPolicy::unchecked_policy(AcceptLimits {
        formats: record.optional("formats").unwrap_or("phc").split(' ').map(format).collect(),
        sha1: range,
        sha256: range,
        sha512: range,
        min_salt_bytes: record.number("min-salt-bytes", 8),
        min_key_bytes: record.number("min-key-bytes", 16),
        require_pepper: record.optional("require-pepper") == Some("yes"),
        ..AcceptLimits::DEFAULT
    })
}

fn format(name: &str) -> StoredFormat {
    let found = StoredFormat::ALL.iter().copied().find(|format| format.name() == name);
    found.unwrap_or_else(|| panic!("format {name}"))
}

fn digest(name: &str) -> PasswordDigest {
    let found = PasswordDigest::ALL.iter().copied().find(|digest| digest.name() == name);
    found.unwrap_or_else(|| panic!("digest {name}"))
}

/// Runs with the peppers of a record: `pepper` for new hashes, `retired` for old ones; each is a
/// key id and the service key in hexadecimal.
fn with_peppers<T>(record: &Record, run: impl FnOnce(&Peppers<'_>) -> T) -> T {
    let pepper = |name| {
        let (id, key) = record.optional(name)?.split_once(' ')?;
        let key = ServiceKey::new(id.parse().expect("a key id"), &from_hex(key));
        Some(Pepper::new(&key.expect("a service key")))
    };
    let retired: Vec<_> = pepper("retired").into_iter().collect();
    match pepper("pepper") {
        Some(current) => run(&Peppers::new(&current, &retired)),
        None => run(&Peppers::retired(&retired)),
    }
}

fn create(record: &Record) -> CreatePolicy {
    let algorithm = match record.optional("algorithm").unwrap_or("pbkdf2-sha256") {
        "pbkdf2-sha256" => PasswordAlgorithm::Sha256,
        "pbkdf2-sha512" => PasswordAlgorithm::Sha512,
        other => panic!("algorithm {other}"),
    };
    CreatePolicy::unchecked_policy(algorithm, record.number("iterations", 1_000))
}

fn password_error(reason: PasswordError) -> String {
    error(reason.name(), reason.at())
}
