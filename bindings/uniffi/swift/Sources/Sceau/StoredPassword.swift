internal import Foundation
internal import SceauGenerated

/// A format of stored hashes. Only PHC strings are ever written.
public enum StoredFormat: CaseIterable, Sendable {
    /// PHC strings of PBKDF2: `$pbkdf2-sha256$i=600000$salt$hash`.
    case phc
    /// Django's `pbkdf2_sha256$N$salt$hash`, and `pbkdf2_sha1`.
    case django
    /// Django's oldest: `sha1$salt$hash`, a salted digest.
    case djangoSha1
    /// passlib's and libpass's `$pbkdf2-sha256$N$salt$hash`; of SHA-1, `$pbkdf2$`.
    case passlib
    /// Werkzeug's `pbkdf2:sha256:N$salt$hash`, of Flask.
    case werkzeug
    /// LDAP's `{PBKDF2-SHA256}N$salt$hash`, as OpenLDAP or 389 Directory Server writes it.
    case ldapPbkdf2
    /// LDAP's salted digests: `{SSHA}`, `{SSHA256}`, `{SSHA512}`.
    case ldapSalted
    /// ASP.NET Identity, version 2: 1,000 iterations of SHA-1.
    case aspNetV2
    /// ASP.NET Identity, version 3.
    case aspNetV3
    /// Spring Security's `Pbkdf2PasswordEncoder`, whose strings do not say how they were made.
    case spring
    /// Keycloak's two JSON values.
    case keycloak
    /// PHC strings of Argon2id.
    case argon2id

    /// The stable wire name.
    public var name: String { storedFormatName(value: ffi) }
}

/// A hash function under a stored password. SHA-1 is read and never written.
public enum PasswordDigest: CaseIterable, Sendable {
    /// SHA-1.
    case sha1
    /// SHA-256.
    case sha256
    /// SHA-512.
    case sha512

    /// The stable wire name.
    public var name: String { passwordDigestName(value: ffi) }
}

/// A stored hash, as it is stored. Whoever has it can guess passwords offline: nothing of it is
/// shown.
public enum StoredPassword: Discreet, Sendable {
    /// A text that says itself how it was made: of every format but Spring's and Keycloak's.
    case text(String)
    /// Spring Security's `Pbkdf2PasswordEncoder`: its string, in hexadecimal and without a
    /// delegating encoder's `{id}`, and how the encoder was set up.
    case spring(hash: String, parameters: SpringParameters)
    /// Keycloak: the columns `credential_data` and `secret_data` of the table `credential`, as they
    /// are.
    case keycloak(credentialData: String, secretData: String)

    var ffi: SceauGenerated.StoredPassword {
        switch self {
        case .text(let text): .text(text: Data(text.utf8))
        case .spring(let hash, let parameters):
            .spring(hash: Data(hash.utf8), parameters: parameters.ffi)
        case .keycloak(let credentialData, let secretData):
            .keycloak(credentialData: Data(credentialData.utf8), secretData: Data(secretData.utf8))
        }
    }

    /// What goes into the hash beside the password: the secret of Spring's encoder.
    var secret: [UInt8] {
        guard case .spring(_, let parameters) = self else { return [] }
        return parameters.secret
    }
}

/// How an encoder of Spring Security was set up.
public struct SpringParameters: Discreet, Sendable {
    /// The hash function under PBKDF2's HMAC.
    public var digest: PasswordDigest
    /// The iterations.
    public var iterations: Int
    /// The bytes of salt: the rest is the key.
    public var saltBytes: Int
    /// The encoder's secret, at most 112 bytes; usually none.
    public var secret: [UInt8]

    /// Takes the parameters of an encoder.
    public init(
        digest: PasswordDigest, iterations: Int, saltBytes: Int, secret: [UInt8] = []
    ) {
        (self.digest, self.iterations) = (digest, iterations)
        (self.saltBytes, self.secret) = (saltBytes, secret)
    }

    /// The defaults of Spring Security 5.8 and later
    /// (`Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8`).
    public static func v5_8(secret: [UInt8] = []) -> SpringParameters {
        SpringParameters(ffi: springParametersV58(), secret: secret)
    }

    /// The defaults until Spring Security 5.5 (`defaultsForSpringSecurity_v5_5`).
    public static func v5_5(secret: [UInt8] = []) -> SpringParameters {
        SpringParameters(ffi: springParametersV55(), secret: secret)
    }

    private init(ffi: SceauGenerated.SpringParameters, secret: [UInt8]) {
        self.init(
            digest: PasswordDigest(ffi: ffi.digest), iterations: Int(ffi.iterations),
            saltBytes: Int(ffi.saltBytes), secret: secret)
    }

    fileprivate var ffi: SceauGenerated.SpringParameters {
        SceauGenerated.SpringParameters(
            digest: digest.ffi, iterations: iterations.ffi(), saltBytes: saltBytes.ffi())
    }
}

extension PasswordDigest {
    fileprivate init(ffi: SceauGenerated.PasswordDigest) {
        switch ffi {
        case .sha1: self = .sha1
        case .sha256: self = .sha256
        case .sha512: self = .sha512
        }
    }

    fileprivate var ffi: SceauGenerated.PasswordDigest {
        switch self {
        case .sha1: .sha1
        case .sha256: .sha256
        case .sha512: .sha512
        }
    }
}

extension StoredFormat {
    init(ffi: SceauGenerated.StoredFormat) {
        switch ffi {
        case .phc: self = .phc
        case .django: self = .django
        case .djangoSha1: self = .djangoSha1
        case .passlib: self = .passlib
        case .werkzeug: self = .werkzeug
        case .ldapPbkdf2: self = .ldapPbkdf2
        case .ldapSalted: self = .ldapSalted
        case .aspNetV2: self = .aspNetV2
        case .aspNetV3: self = .aspNetV3
        case .spring: self = .spring
        case .keycloak: self = .keycloak
        case .argon2id: self = .argon2id
        }
    }

    var ffi: SceauGenerated.StoredFormat {
        switch self {
        case .phc: .phc
        case .django: .django
        case .djangoSha1: .djangoSha1
        case .passlib: .passlib
        case .werkzeug: .werkzeug
        case .ldapPbkdf2: .ldapPbkdf2
        case .ldapSalted: .ldapSalted
        case .aspNetV2: .aspNetV2
        case .aspNetV3: .aspNetV3
        case .spring: .spring
        case .keycloak: .keycloak
        case .argon2id: .argon2id
        }
    }
}
