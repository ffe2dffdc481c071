//! The cases of stored passwords.

use std::hint::black_box;

use sceau::ct;
use sceau::mac::ServiceKey;
use sceau::password::{
    CreatePolicy, PasswordAlgorithm, Pepper, Peppers, SpringParameters, StoredParts, hash,
};

use crate::cases::{decided, observe, released};
use crate::valgrind::{declassify, poison, poisoned};

pub(crate) fn password(
    algorithm: PasswordAlgorithm,
    right: &[u8],
    typed: &[u8],
    expected: bool,
) -> usize {
    let create = CreatePolicy::unchecked_policy(algorithm, 20);
    let mut stored = hash(right, &[9; 16], &create).expect("a hash").as_bytes().to_vec();
    let typed = ct::Password::prepare(typed).expect("a password");
    let key_at = 1 + stored.iter().rposition(|&byte| byte == b'$').expect("a key");
    poison(&stored[key_at..]);
    let uses = observe(typed.as_bytes(), || {
        let (canonical, right) = ct::ct_password_verify(&typed, &stored).expect("a PHC string");
        decided(canonical, true);
        decided(right, expected);
    });
    declassify(&stored[..]);
    stored.clear();
    uses
}

pub(crate) fn new_hash(peppered: bool) -> usize {
    let create = CreatePolicy::unchecked_policy(PasswordAlgorithm::Sha256, 20);
    let password = ct::Password::prepare(b"Erable-a-sucre").expect("a password");
    let bytes = poisoned([7; 32]);
    observe(password.as_bytes(), || {
        let pepper = Pepper::new(&ServiceKey::new(1, &bytes).expect("a key"));
        let peppers = if peppered { Peppers::new(&pepper, &[]) } else { Peppers::NONE };
        let stored = ct::ct_password_hash(&password, &[9; 16], &create, &peppers);
        released(stored.expect("a hash").as_bytes());
    })
}

/// A stored hash of another system; the key's characters begin at `at`. Of its end, where padding
/// may be, two characters are public.
pub(crate) struct Foreign {
    stored: &'static str,
    at: usize,
}

pub(crate) fn foreign(foreign: &Foreign, right: bool) -> usize {
    let mut stored = black_box(foreign.stored.as_bytes().to_vec());
    let typed = if right { b"Erable" } else { b"erable" };
    let typed = ct::Password::prepare(typed).expect("a password");
    let end = stored.len() - 2;
    poison(&stored[foreign.at..end]);
    let uses = observe(typed.as_bytes(), || {
        let (sound, found) = ct::ct_password_verify(&typed, &stored).expect("a form");
        decided(sound, true);
        decided(found, right);
    });
    declassify(&stored[..]);
    stored.clear();
    uses
}

pub(crate) fn spring() -> usize {
    let stored = black_box(SPRING.as_bytes().to_vec());
    let typed = ct::Password::prepare(b"Erable").expect("a password");
    poison(&stored[32..]);
    let parameters = SpringParameters { iterations: 20, ..SpringParameters::V5_8 };
    let uses = observe(typed.as_bytes(), || {
        let parts = StoredParts::Spring { hash: &stored, parameters };
        let (sound, right) = ct::ct_password_verify_parts(&typed, &parts).expect("a form");
        decided(sound, true);
        decided(right, true);
    });
    declassify(&stored[..]);
    uses
}

// PBKDF2 of 20 iterations, or one digest, of "Erable"; computed with Python's hashlib.
pub(crate) const DJANGO: Foreign = Foreign {
    stored: "pbkdf2_sha256$20$seasaltseasalt$IlXO5yjFCTMGDieq2uq+rAzJJX9gdcN5KHnWohVqcUM=",
    at: 32,
};
pub(crate) const DJANGO_SHA1: Foreign =
    Foreign { stored: "sha1$seasalt$edf0124f34af53233231030b6a9bc25c7f0c4f9e", at: 13 };
pub(crate) const PASSLIB: Foreign = Foreign {
    stored: "$pbkdf2-sha256$20$AAECAwQFBgcICQoLDA0ODw$vkjwr/rWWFITqyVEa7/Jgy7LvoRxcVBVAQxuFRhSAkQ",
    at: 41,
};
pub(crate) const WERKZEUG: Foreign = Foreign {
    stored: "pbkdf2:sha256:20$seasaltseasalt$2255cee728c50933060e27aadaeabeac0cc9257f6075c3792879d6a2156a7143",
    at: 32,
};
pub(crate) const LDAP: Foreign =
    Foreign { stored: "{PBKDF2}20$AAECAwQFBgcICQoLDA0ODw$qH1AZqDNR22pweosOybBK6.nrRw", at: 34 };
pub(crate) const SSHA: Foreign =
    Foreign { stored: "{SSHA}BGZCbc5MjWH1kD4f771uiBSugX8AAQIDBA==", at: 6 };
pub(crate) const ASPNET: Foreign = Foreign {
    stored: "AQAAAAEAAAAUAAAAEQABAgMEBQYHCAkKCwwNDg8QPsAGnlcHZlKvMbwYUO4lHrNBiev5TcjOHTEObs+acTw=",
    at: 40,
};
const SPRING: &str = "000102030405060708090a0b0c0d0e0fbe48f0affad6585213ab25446bbfc9832ecbbe8471715055010c6e1518520244";
