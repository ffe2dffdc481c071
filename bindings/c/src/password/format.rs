//! The formats in which stored hashes are read.

use sceau::password::{StoredFormat, StoredFormats};

use crate::status::SceauStatus;

/// A format of stored hashes. Only PHC strings are ever written.
#[repr(u32)]
#[derive(Clone, Copy)]
pub enum SceauStoredFormat {
    /// PHC strings of PBKDF2: `$pbkdf2-sha256$i=600000$salt$hash`.
    Phc = 3800,
    /// Django's `pbkdf2_sha256$N$salt$hash`, and `pbkdf2_sha1`.
    Django = 3801,
    /// Django's oldest: `sha1$salt$hash`, a salted digest.
    DjangoSha1 = 3802,
    /// passlib's and libpass's `$pbkdf2-sha256$N$salt$hash`; of SHA-1, `$pbkdf2$`.
    Passlib = 3803,
    /// Werkzeug's `pbkdf2:sha256:N$salt$hash`, of Flask.
    Werkzeug = 3804,
    /// LDAP's `{PBKDF2-SHA256}N$salt$hash`, as LDAP servers write it.
    LdapPbkdf2 = 3805,
    /// LDAP's salted digests: `{SSHA}`, `{SSHA256}`, `{SSHA512}`.
    LdapSalted = 3806,
    /// ASP.NET Identity, version 2: 1,000 iterations of SHA-1.
    AspnetV2 = 3807,
    /// ASP.NET Identity, version 3.
    AspnetV3 = 3808,
    /// Spring Security's `Pbkdf2PasswordEncoder`, whose strings do not say how they were made.
    Spring = 3809,
    /// Keycloak's two JSON values.
    Keycloak = 3810,
    /// PHC strings of Argon2id, which this library reads if it was built with it.
    Argon2id = 3811,
}

numbers!(StoredFormat => SceauStoredFormat {
    Phc => Phc,
    Django => Django,
    DjangoSha1 => DjangoSha1,
    Passlib => Passlib,
    Werkzeug => Werkzeug,
    LdapPbkdf2 => LdapPbkdf2,
    LdapSalted => LdapSalted,
    AspNetV2 => AspnetV2,
    AspNetV3 => AspnetV3,
    Spring => Spring,
    Keycloak => Keycloak,
    Argon2id => Argon2id,
});

/// In a set of formats: PHC strings of PBKDF2.
pub const SCEAU_STORED_FORMATS_PHC: u32 = 1;
/// In a set of formats: Django's PBKDF2.
pub const SCEAU_STORED_FORMATS_DJANGO: u32 = 2;
/// In a set of formats: Django's salted SHA-1.
pub const SCEAU_STORED_FORMATS_DJANGO_SHA1: u32 = 4;
/// In a set of formats: passlib's and libpass's PBKDF2.
pub const SCEAU_STORED_FORMATS_PASSLIB: u32 = 8;
/// In a set of formats: Werkzeug's PBKDF2.
pub const SCEAU_STORED_FORMATS_WERKZEUG: u32 = 16;
/// In a set of formats: LDAP's PBKDF2.
pub const SCEAU_STORED_FORMATS_LDAP_PBKDF2: u32 = 32;
/// In a set of formats: LDAP's salted digests.
pub const SCEAU_STORED_FORMATS_LDAP_SALTED: u32 = 64;
/// In a set of formats: ASP.NET Identity, version 2.
pub const SCEAU_STORED_FORMATS_ASPNET_V2: u32 = 128;
/// In a set of formats: ASP.NET Identity, version 3.
pub const SCEAU_STORED_FORMATS_ASPNET_V3: u32 = 256;
/// In a set of formats: Spring Security's PBKDF2.
pub const SCEAU_STORED_FORMATS_SPRING: u32 = 512;
/// In a set of formats: Keycloak's PBKDF2.
pub const SCEAU_STORED_FORMATS_KEYCLOAK: u32 = 1024;
/// In a set of formats: Argon2id.
pub const SCEAU_STORED_FORMATS_ARGON2ID: u32 = 2048;

const _: () = {
    assert!(SCEAU_STORED_FORMATS_PHC == bit(SceauStoredFormat::Phc));
    assert!(SCEAU_STORED_FORMATS_DJANGO == bit(SceauStoredFormat::Django));
    assert!(SCEAU_STORED_FORMATS_DJANGO_SHA1 == bit(SceauStoredFormat::DjangoSha1));
    assert!(SCEAU_STORED_FORMATS_PASSLIB == bit(SceauStoredFormat::Passlib));
    assert!(SCEAU_STORED_FORMATS_WERKZEUG == bit(SceauStoredFormat::Werkzeug));
    assert!(SCEAU_STORED_FORMATS_LDAP_PBKDF2 == bit(SceauStoredFormat::LdapPbkdf2));
    assert!(SCEAU_STORED_FORMATS_LDAP_SALTED == bit(SceauStoredFormat::LdapSalted));
    assert!(SCEAU_STORED_FORMATS_ASPNET_V2 == bit(SceauStoredFormat::AspnetV2));
    assert!(SCEAU_STORED_FORMATS_ASPNET_V3 == bit(SceauStoredFormat::AspnetV3));
    assert!(SCEAU_STORED_FORMATS_SPRING == bit(SceauStoredFormat::Spring));
    assert!(SCEAU_STORED_FORMATS_KEYCLOAK == bit(SceauStoredFormat::Keycloak));
    assert!(SCEAU_STORED_FORMATS_ARGON2ID == bit(SceauStoredFormat::Argon2id));
};

/// Takes a set of formats in.
pub(super) fn set(bits: u32) -> Result<StoredFormats, SceauStatus> {
    let named = |format: &StoredFormat| bits & bit(format.into()) != 0;
    let found = StoredFormat::ALL.iter().copied().filter(named).collect();
    if self::bits(found) == bits { Ok(found) } else { Err(SceauStatus::UnknownNumber) }
}

/// Writes a set of formats down.
pub(super) fn bits(formats: StoredFormats) -> u32 {
    formats.iter().fold(0, |bits, format| bits | bit(format.into()))
}

const fn bit(format: SceauStoredFormat) -> u32 {
    1 << (format as u32 - SceauStoredFormat::Phc as u32)
}
