//! What is verified: stored hashes that Python's `hashlib` made, of two iterations, and policies
//! that take so few.

use sceau::password::{AcceptLimits, AcceptPolicy, CreatePolicy, IterationRange, PasswordAlgorithm};
#[cfg(feature = "legacy")]
use sceau::password::StoredParts;
use sceau::password::{StoredFormat, StoredFormats};

/// Accepts two iterations, which no policy that is checked does.
pub static ACCEPT: AcceptPolicy = {
    let few = IterationRange { min: 1, max: 10_000 };
    AcceptPolicy::unchecked_policy(AcceptLimits {
        formats: StoredFormats::PHC.with(StoredFormat::Django).with(StoredFormat::Keycloak),
        sha1: few,
        sha256: few,
        sha512: few,
        ..AcceptLimits::DEFAULT
    })
};
/// The same for creating: this costs more than [`STORED`] does, so that a mismatch is topped up.
pub static CREATE: CreatePolicy = CreatePolicy::unchecked_policy(PasswordAlgorithm::Sha256, 3);

/// The password of [`STORED`].
pub const PASSWORD: &str = "Érable-à-sucre";
/// Another password.
pub const WRONG: &str = "érable-à-sucre";
/// [`PASSWORD`], typed with the accents apart: prepared, it is another text.
pub const DECOMPOSED: &str = "E\u{301}rable-a\u{300}-sucre";
/// The longest password, of [`STORED_LONG`].
pub const LONGEST: &str = match str::from_utf8(&[b'x'; 512]) {
    Ok(text) => text,
    Err(_) => "",
};

/// PBKDF2-SHA-256 of [`PASSWORD`].
pub const STORED: &[u8] = b"$pbkdf2-sha256$i=2$c2VsIGRlIG1lciwgZ3Jvcw\
    $tP6iRZUBJ94wHrp97Plgrrfryb/ZK0OD0q1jY6zXZXI";
/// [`STORED`] with stray bits in its last character.
pub const STORED_DAMAGED: &[u8] = b"$pbkdf2-sha256$i=2$c2VsIGRlIG1lciwgZ3Jvcw\
    $tP6iRZUBJ94wHrp97Plgrrfryb/ZK0OD0q1jY6zXZXJ";
/// PBKDF2-SHA-256 of [`LONGEST`], with the longest salt and key.
pub const STORED_LONG: &[u8] = b"$pbkdf2-sha256$i=2,l=64\
    $c2VsIGRlIG1lciwgZ3Jvc3NlbCBkZSBtZXIsIGdyb3NzZWwgZGUgbWVyLCBncm9zc2VsIGRlIG1lciwgZ3Jvcw\
    $NckbrXrhsqCoZAnoGG3Oq9gpg5wy3fEVP+lzO7RA6ZCrJDPt/QAmftqldWOIdbzl/E5eglQH9h6BDK04rlTNEw";
/// PBKDF2-SHA-256 of [`PASSWORD`] with the pepper of key 7, 32 bytes of 1.
pub const STORED_PEPPERED: &[u8] = b"$pbkdf2-sha256$i=2,keyid=7$c2VsIGRlIG1lciwgZ3Jvcw\
    $8+oabHWk7VHpbqcDGkM0i37ZyE5YsUCLHpoh08zFVs4";
/// PBKDF2-SHA-512 of [`PASSWORD`].
pub const STORED_SHA512: &[u8] = b"$pbkdf2-sha512$i=2$c2VsIGRlIG1lciwgZ3Jvcw\
    $pFiqoJTyt1gc7NcWOzW8UYWWXun0mw9IzSolAzcaq7EymZbRHuE5TALI4ly9mj3B57O7bdNLufnzWmEhPEkP+g";
/// PBKDF2-SHA-256 of [`PASSWORD`], as Django writes it.
pub const STORED_DJANGO: &[u8] =
    b"pbkdf2_sha256$2$seldemergros$kqfxnGBN1/0JwU4xGOYwBU265pp4tXw8MMxx2iV1VeA=";
/// PBKDF2-SHA-256 of [`PASSWORD`], as Keycloak stores it.
#[cfg(feature = "legacy")]
pub const KEYCLOAK: StoredParts<'_> = StoredParts::Keycloak {
    credential_data: br#"{"hashIterations":2,"algorithm":"pbkdf2-sha256"}"#,
    secret_data: br#"{"value":"tP6iRZUBJ94wHrp97Plgrrfryb/ZK0OD0q1jY6zXZXI=",
        "salt":"c2VsIGRlIG1lciwgZ3Jvcw=="}"#,
};
