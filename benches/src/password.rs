//! PBKDF2 as Sceau does it, for whoever compares it: a stored hash is verified, as an application
//! does it.

use std::fmt::Write;

use sceau::password::{
    AcceptLimits, AcceptPolicy, CreatePolicy, IterationRange, PasswordAlgorithm, PasswordOutcome,
    StoredFormat, StoredFormats, verify,
};

/// The password of every comparison.
pub const PASSWORD: &[u8] = "Érable-à-sucre".as_bytes();
/// Its salt, in characters that Werkzeug's format can hold.
pub const SALT: &[u8; 16] = b"sel-de-l-erable!";

/// The hash functions under PBKDF2.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Digest {
    /// What other systems left behind.
    Sha1,
    /// The default.
    Sha256,
    /// The other one.
    Sha512,
}

impl Digest {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Sha1, Self::Sha256, Self::Sha512];

    /// Returns its name, as Werkzeug writes it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sha1 => "sha1",
            Self::Sha256 => "sha256",
            Self::Sha512 => "sha512",
        }
    }

    /// Returns the bytes of its digest, which is the key's length in every comparison.
    pub const fn bytes(self) -> usize {
        match self {
            Self::Sha1 => 20,
            Self::Sha256 => 32,
            Self::Sha512 => 64,
        }
    }

    /// Returns the iterations of one slice: about half a millisecond of work, so that on a busy
    /// machine most slices are not interrupted.
    pub const fn iterations(self) -> u32 {
        match self {
            Self::Sha1 | Self::Sha256 => 8_000,
            Self::Sha512 => 2_000,
        }
    }

    /// Writes a key that was derived from [`PASSWORD`] and [`SALT`] in a slice's iterations as a
    /// stored hash: Werkzeug's format, which names all three.
    pub fn stored(self, key: &[u8]) -> String {
        let salt = String::from_utf8_lossy(SALT);
        let mut stored = format!("pbkdf2:{}:{}${salt}$", self.name(), self.iterations());
        for byte in key {
            // Writing to a string does not fail.
            let _ = write!(stored, "{byte:02x}");
        }
        stored
    }
}

/// Returns whether [`PASSWORD`] is that of a stored hash.
pub fn matches(stored: &str) -> bool {
    let iterations = IterationRange { min: 1_000, ..IterationRange::DEFAULT };
    let accept = AcceptPolicy::new(AcceptLimits {
        formats: StoredFormats::PHC.with(StoredFormat::Werkzeug),
        sha1: iterations,
        sha256: iterations,
        sha512: iterations,
        ..AcceptLimits::DEFAULT
    });
    let Ok(accept) = accept else { return false };
    // A match costs what its own hash costs, whatever the policy for new ones.
    let create = CreatePolicy::unchecked_policy(PasswordAlgorithm::Sha256, 1_000);
    let outcome = verify(PASSWORD, stored.as_bytes(), &accept, &create);
    matches!(outcome, Ok(PasswordOutcome::Match | PasswordOutcome::MatchRehash { .. }))
}

#[cfg(test)]
mod tests {
    use super::{Digest, matches};

    #[test]
    fn a_key_matches_only_if_it_is_right() {
        // hashlib.pbkdf2_hmac("sha1", "Érable-à-sucre".encode(), b"sel-de-l-erable!", 8_000)
        let right = "c79e766baa0a9d7ba26f592e795c4625fe319320";
        let stored = format!("pbkdf2:sha1:8000$sel-de-l-erable!${right}");
        assert!(matches(&stored));
        assert!(!matches(&stored.replace("$sel", "$Sel")));
        assert!(!matches(&Digest::Sha1.stored(&[0; 20])));
    }
}
