public import Foundation
internal import SceauGenerated

/// Stored passwords: PBKDF2 as PHC strings.
///
/// The functions that take `utf8` are for callers who hold a password in bytes that they wipe.
public enum Passwords {
    /// Hashes a new password with a fresh salt of 16 bytes; returns the PHC string to store. Throws
    /// for a password that is empty, too long, or no clean text.
    public static func hash(
        _ password: String, policy: CreatePolicy = .standard
    ) throws(PasswordError) -> String {
        var system = SystemRandomNumberGenerator()
        let salt = bytes(16, &system)
        return try onPassword {
            try lent(password) {
                try passwordHash(password: $0, salt: Data(salt), create: policy.ffi)
            }
        }
    }

    /// Hashes with a salt that is given: 16 to 64 bytes of the system's generator, never used
    /// before. Throws as `hash`, and for a salt of another length.
    public static func hash(
        utf8 password: some ContiguousBytes, salt: some Sequence<UInt8>,
        policy: CreatePolicy = .standard
    ) throws(PasswordError) -> String {
        try onPassword {
            try lent(password) {
                try passwordHash(password: $0, salt: Data(salt), create: policy.ffi)
            }
        }
    }

    /// Verifies a password against a stored PHC string. A mismatch costs at least what `create`
    /// costs. Throws for a password that is no clean text, or a hash that cannot be used.
    public static func verify(
        _ password: String, stored: String, accept: AcceptPolicy = .standard,
        create: CreatePolicy = .standard
    ) throws(PasswordError) -> PasswordOutcome {
        let outcome = try onPassword {
            try lent(password) {
                try passwordVerify(
                    password: $0, stored: Data(stored.utf8), accept: accept.ffi, create: create.ffi)
            }
        }
        return PasswordOutcome(ffi: outcome)
    }

    /// As the other one, for UTF-8.
    public static func verify(
        utf8 password: some ContiguousBytes, stored: String, accept: AcceptPolicy = .standard,
        create: CreatePolicy = .standard
    ) throws(PasswordError) -> PasswordOutcome {
        let outcome = try onPassword {
            try lent(password) {
                try passwordVerify(
                    password: $0, stored: Data(stored.utf8), accept: accept.ffi, create: create.ffi)
            }
        }
        return PasswordOutcome(ffi: outcome)
    }

    /// Does the work of a `verify` for an account that does not exist; the outcome is `mismatch`.
    /// Throws for a password that is no clean text, as for an account that exists.
    public static func verifyAbsent(
        _ password: String, create: CreatePolicy = .standard
    ) throws(PasswordError) -> PasswordOutcome {
        let outcome = try onPassword {
            try lent(password) { try passwordVerifyAbsent(password: $0, create: create.ffi) }
        }
        return PasswordOutcome(ffi: outcome)
    }

    /// As the other one, for UTF-8.
    public static func verifyAbsent(
        utf8 password: some ContiguousBytes, create: CreatePolicy = .standard
    ) throws(PasswordError) -> PasswordOutcome {
        let outcome = try onPassword {
            try lent(password) { try passwordVerifyAbsent(password: $0, create: create.ffi) }
        }
        return PasswordOutcome(ffi: outcome)
    }
}

/// The rules of one profile for new passwords.
public enum PasswordPolicy: CaseIterable, Sendable {
    /// SAG's rules: at least 10 characters, "sans répétition ni séquence", not the user name, not an
    /// e-mail address.
    case sag2024

    /// Checks a password that a person chose against every rule; returns those that it breaks, in
    /// the order of `PasswordReason`. An empty `userName` stands for nothing known. Throws for a
    /// text that could not be hashed.
    public func check(
        _ password: String, userName: String = ""
    ) throws(PasswordError) -> [PasswordReason] {
        try onPassword {
            try lent(password) {
                try passwordCheck(policy: ffi, password: $0, userName: userName)
            }
        }.map(PasswordReason.init(ffi:))
    }

    /// As the other one, for UTF-8.
    public func check(
        utf8 password: some ContiguousBytes, userName: String = ""
    ) throws(PasswordError) -> [PasswordReason] {
        try onPassword {
            try lent(password) {
                try passwordCheck(policy: ffi, password: $0, userName: userName)
            }
        }.map(PasswordReason.init(ffi:))
    }

    private var ffi: SceauGenerated.PasswordPolicy {
        switch self {
        case .sag2024: .sag2024
        }
    }
}

func onPassword<T>(_ call: () throws -> T) throws(PasswordError) -> T {
    do { return try call() } catch { throw lift(error, PasswordError.init(ffi:)) }
}
