//! The bounds of both policies, at both sides of each; and what a stored hash says of itself.
#![allow(clippy::unwrap_used, reason = "a test may panic")]
#![cfg(all(feature = "sha1", feature = "sha512", feature = "legacy"))]

use sceau::mac::ServiceKey;
use sceau::password::{
    AcceptLimits, AcceptPolicy, Argon2Limits, CreatePolicy, IterationRange, PasswordAlgorithm,
    PasswordDigest, PasswordError, PasswordOutcome, Pepper, Peppers, RehashReason, StoredFormat,
    StoredFormats, StoredPassword, Verifier, hash, hash_peppered, verify,
};
#[cfg(not(feature = "blocklist"))]
use sceau::password::{PasswordPolicy, PasswordPolicyError, PasswordProfile, PasswordRules};

fn accept(limits: AcceptLimits) -> Result<(), PasswordError> {
    AcceptPolicy::new(limits).map(drop)
}

#[test]
fn bounds_the_iterations_of_each_hash_function() {
    let with = |range| {
        [
            AcceptLimits { sha1: range, ..AcceptLimits::DEFAULT },
            AcceptLimits { sha256: range, ..AcceptLimits::DEFAULT },
            AcceptLimits { sha512: range, ..AcceptLimits::DEFAULT },
        ]
    };
    for (min, max) in [(1_000, 10_000_000), (1_000, 1_000), (10_000_000, 10_000_000)] {
        for limits in with(IterationRange { min, max }) {
            assert_eq!(accept(limits), Ok(()), "{min} to {max}");
        }
    }
    for (min, max) in [(999, 10_000_000), (1_000, 10_000_001), (1_001, 1_000), (0, 0)] {
        for limits in with(IterationRange { min, max }) {
            assert_eq!(accept(limits), Err(PasswordError::Iterations), "{min} to {max}");
        }
    }
}

#[test]
fn bounds_salts_and_keys() {
    for (min_salt_bytes, min_key_bytes, expected) in [
        (8, 16, Ok(())),
        (7, 16, Err(PasswordError::SaltLength)),
        (8, 15, Err(PasswordError::KeyLength)),
        (u8::MAX, u8::MAX, Ok(())),
    ] {
        let limits = AcceptLimits { min_salt_bytes, min_key_bytes, ..AcceptLimits::DEFAULT };
        assert_eq!(accept(limits), expected);
    }
}

#[test]
fn bounds_what_argon2_may_ask_for() {
    let with = |max_memory_kib, max_passes, max_lanes| {
        let argon2 = Argon2Limits { max_memory_kib, max_passes, max_lanes };
        accept(AcceptLimits { argon2, ..AcceptLimits::DEFAULT })
    };
    assert_eq!(with(8, 1, 1), Ok(()));
    assert_eq!(with(1_048_576, 64, 64), Ok(()));
    for (memory, passes, lanes) in
        [(7, 1, 1), (1_048_577, 1, 1), (8, 0, 1), (8, 65, 1), (8, 1, 0), (8, 1, 65)]
    {
        let refused = with(memory, passes, lanes);
        assert_eq!(refused, Err(PasswordError::Argon2Limits), "{memory}, {passes}, {lanes}");
    }
}

#[test]
fn creates_at_the_recommended_cost_or_more() {
    for (algorithm, name, least) in [
        (PasswordAlgorithm::Sha256, "pbkdf2-sha256", 600_000),
        (PasswordAlgorithm::Sha512, "pbkdf2-sha512", 220_000),
    ] {
        assert_eq!(algorithm.name(), name);
        assert_eq!(algorithm.recommended_iterations(), least);
        for (iterations, sound) in
            [(least - 1, false), (least, true), (10_000_000, true), (10_000_001, false)]
        {
            let made = CreatePolicy::new(algorithm, iterations);
            assert_eq!(made.is_ok(), sound, "{iterations}");
            let Ok(made) = made else { continue };
            assert_eq!((made.algorithm(), made.iterations()), (algorithm, iterations));
        }
    }
    assert_eq!(CreatePolicy::default(), CreatePolicy::OWASP_2026_SHA256);
    assert_eq!(CreatePolicy::OWASP_2026_SHA256.iterations(), 600_000);
    assert_eq!(CreatePolicy::OWASP_2026_SHA512.iterations(), 220_000);
    assert_eq!(PasswordDigest::Sha1.recommended_iterations(), 1_400_000);
    let none = CreatePolicy::unchecked_policy(PasswordAlgorithm::Sha256, 0);
    assert_eq!(none.iterations(), 1);
}

/// A profile that asks for the list is not there either.
#[cfg(not(feature = "blocklist"))]
#[test]
fn refuses_a_list_that_the_build_does_not_have() {
    let sag = PasswordPolicy::SAG_2024.rules();
    assert_eq!(PasswordPolicy::new(sag).map(|policy| policy.rules()), Ok(sag));
    let asks = PasswordPolicy::new(PasswordRules { blocklist: true, ..sag });
    assert_eq!(asks, Err(PasswordPolicyError::Blocklist));
    assert_eq!(PasswordProfile::ALL, [PasswordProfile::Sag2024]);
}

#[test]
fn names_formats_one_by_one() {
    assert_eq!(StoredFormats::default(), StoredFormats::PHC);
    assert!(StoredFormats::NONE.iter().next().is_none());
    for (index, &format) in StoredFormat::ALL.iter().enumerate() {
        let one = StoredFormats::NONE.with(format);
        assert!(one.iter().eq([format]));
        for (other_index, &other) in StoredFormat::ALL.iter().enumerate() {
            assert_eq!(one.contains(other), index == other_index);
        }
    }
    let all: StoredFormats = StoredFormat::ALL.iter().copied().collect();
    assert!(all.iter().eq(StoredFormat::ALL.iter().copied()));
    assert_eq!(all.with(StoredFormat::Phc), all);
}

#[test]
fn a_stored_hash_says_its_format_and_pepper_and_nothing_else() {
    let create = CreatePolicy::unchecked_policy(PasswordAlgorithm::Sha256, 10);
    let plain = hash(b"erable", &[7; 16], &create).unwrap();
    assert_eq!(std::format!("{plain:?}"), "PasswordHash(..)");
    let plain = StoredPassword::parse(plain.as_bytes()).unwrap();
    assert_eq!((plain.format(), plain.key_id()), (StoredFormat::Phc, None));
    assert_eq!(std::format!("{plain:?}"), "StoredPassword(phc, ..)");
    for id in [0, 7, 10, u32::MAX] {
        let pepper = Pepper::new(&ServiceKey::new(id, &[9; 32]).unwrap());
        assert_eq!((pepper.id(), std::format!("{pepper:?}").as_str()), (id, "Pepper(..)"));
        let peppers = Peppers::new(&pepper, &[]);
        let hash = hash_peppered(b"erable", &[7; 16], &create, &peppers).unwrap();
        assert!(hash.as_str().starts_with(&std::format!("$pbkdf2-sha256$i=10,keyid={id}$")));
        let stored = StoredPassword::parse(hash.as_bytes()).unwrap();
        assert_eq!(stored.key_id(), Some(id));
    }
}

#[test]
fn a_verification_says_how_far_it_is_and_nothing_else() {
    let create = CreatePolicy::unchecked_policy(PasswordAlgorithm::Sha256, 100);
    let cheap = CreatePolicy::unchecked_policy(PasswordAlgorithm::Sha256, 30);
    let range = IterationRange { min: 1, max: 1_000 };
    let accept =
        AcceptPolicy::unchecked_policy(AcceptLimits { sha256: range, ..AcceptLimits::DEFAULT });
    let begin = |typed: &[u8]| {
        let stored = hash(b"erable", &[7; 16], &cheap).unwrap();
        let stored = StoredPassword::parse(stored.as_bytes()).unwrap();
        Verifier::begin(typed, stored, &accept, &create, &Peppers::NONE).unwrap()
    };
    let at = |verifier: &Verifier| {
        let progress = verifier.progress();
        (progress.done(), progress.total(), progress.left())
    };
    let mut wrong = begin(b"Erable");
    assert_eq!(at(&wrong), (0, 100, 100));
    wrong.step(0);
    assert_eq!(at(&wrong), (0, 100, 100));
    wrong.step(29);
    assert_eq!(at(&wrong), (29, 100, 71));
    assert_eq!(std::format!("{wrong:?}"), "Verifier(29 of 100, ..)");
    // The thirtieth ends the hash, and the next is the first of what is topped up.
    wrong.step(2);
    assert_eq!(at(&wrong), (31, 100, 69));
    wrong.step(u32::MAX);
    assert_eq!(at(&wrong), (100, 100, 0));
    assert_eq!(wrong.finish(), Ok(PasswordOutcome::Mismatch));

    let mut right = begin(b"erable");
    right.step(30);
    assert_eq!(at(&right), (100, 100, 0), "a match ends before");
    let mut given_up = begin(b"erable");
    given_up.step(29);
    assert_eq!(given_up.finish(), Err(PasswordError::Unfinished));

    let mut absent = Verifier::begin_absent(b"erable", &create).unwrap();
    assert_eq!(at(&absent), (0, 100, 100));
    absent.step(99);
    assert_eq!(at(&absent), (99, 100, 1));
    assert_eq!(absent.run(), PasswordOutcome::Mismatch);
}

/// At full cost, since only the checked policy bounds salts from below.
#[test]
fn asks_for_a_new_hash_where_the_salt_or_the_key_is_short() {
    let (accept, create) = (AcceptPolicy::default(), CreatePolicy::default());
    let same_cost = CreatePolicy::unchecked_policy(create.algorithm(), create.iterations());
    let outcome = |stored: &str| verify(b"erable", stored.as_bytes(), &accept, &create);
    let salted = |bytes| hash(b"erable", &vec![7; bytes], &same_cost).unwrap();
    let short = PasswordOutcome::MatchRehash { why: RehashReason::Salt };
    assert_eq!(outcome(salted(15).as_str()), Ok(short));
    let full = salted(16);
    assert_eq!(outcome(full.as_str()), Ok(PasswordOutcome::Match));
    // PBKDF2's output is a prefix of a longer one: 22 characters are 16 bytes and 4 bits.
    let (head, key) = full.as_str().rsplit_once('$').unwrap();
    let cut = std::format!("{head}${}", &key[..21]).replace("i=600000$", "i=600000,l=16$");
    let short = PasswordOutcome::MatchRehash { why: RehashReason::Key };
    let last = "AQgw".chars().map(|last| outcome(&std::format!("{cut}{last}")));
    assert!(last.into_iter().any(|outcome| outcome == Ok(short)));
}
