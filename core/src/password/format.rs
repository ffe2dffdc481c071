//! The formats in which stored hashes are read.

/// A format of stored hashes. Only PHC strings are ever written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum StoredFormat {
    /// PHC strings of PBKDF2: `$pbkdf2-sha256$i=600000$salt$hash`.
    Phc,
    /// Django's `pbkdf2_sha256$N$salt$hash`, and `pbkdf2_sha1`.
    Django,
    /// Django's oldest: `sha1$salt$hash`, a salted digest.
    DjangoSha1,
    /// passlib's and libpass's `$pbkdf2-sha256$N$salt$hash`; of SHA-1, `$pbkdf2$`.
    Passlib,
    /// Werkzeug's `pbkdf2:sha256:N$salt$hash`, of Flask.
    Werkzeug,
    /// LDAP's `{PBKDF2-SHA256}N$salt$hash`, as OpenLDAP or 389 Directory Server writes it.
    LdapPbkdf2,
    /// LDAP's salted digests: `{SSHA}`, `{SSHA256}`, `{SSHA512}`.
    LdapSalted,
    /// ASP.NET Identity, version 2: 1,000 iterations of SHA-1.
    AspNetV2,
    /// ASP.NET Identity, version 3.
    AspNetV3,
    /// Spring Security's `Pbkdf2PasswordEncoder`, whose strings do not say how they were made.
    Spring,
    /// Keycloak's two JSON values.
    Keycloak,
    /// PHC strings of Argon2id. Needs the feature `argon2`.
    Argon2id,
}

wire_names!(StoredFormat {
    Phc => "phc",
    Django => "django",
    DjangoSha1 => "django_sha1",
    Passlib => "passlib",
    Werkzeug => "werkzeug",
    LdapPbkdf2 => "ldap_pbkdf2",
    LdapSalted => "ldap_salted",
    AspNetV2 => "aspnet_v2",
    AspNetV3 => "aspnet_v3",
    Spring => "spring",
    Keycloak => "keycloak",
    Argon2id => "argon2id",
});

/// A set of formats, to be built by name: `StoredFormats::PHC.with(StoredFormat::Django)`.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct StoredFormats {
    bits: u16,
}

impl StoredFormats {
    /// PHC strings of PBKDF2, and nothing else.
    pub const PHC: Self = Self::NONE.with(StoredFormat::Phc);
    /// No format.
    pub const NONE: Self = Self { bits: 0 };

    /// Returns the set with one format more.
    #[must_use]
    pub const fn with(self, format: StoredFormat) -> Self {
        Self { bits: self.bits | 1 << format as u16 }
    }

    /// Returns whether a format is in the set.
    pub const fn contains(self, format: StoredFormat) -> bool {
        self.bits & 1 << format as u16 != 0
    }

    /// Goes through the formats of the set, in the order of [`StoredFormat`].
    pub fn iter(self) -> impl Iterator<Item = StoredFormat> {
        StoredFormat::ALL.iter().copied().filter(move |&format| self.contains(format))
    }
}

impl FromIterator<StoredFormat> for StoredFormats {
    fn from_iter<I: IntoIterator<Item = StoredFormat>>(formats: I) -> Self {
        formats.into_iter().fold(Self::NONE, Self::with)
    }
}

impl Default for StoredFormats {
    fn default() -> Self {
        Self::PHC
    }
}
