internal import Foundation
internal import SceauGenerated

/// Stored passwords: PBKDF2 as PHC strings, and what other systems stored.
///
/// A password is `[UInt8]` or `Data` in UTF-8, which its owner wipes, or a `String` where there is
/// nothing else.
public enum Passwords {
    /// Hashes a new password with a fresh salt of 16 bytes, and with the current one of `peppers`;
    /// returns the PHC string to store. Throws for a password that is empty, too long, or no clean
    /// text.
    public static func hash(
        _ password: some PasswordText, policy: CreatePolicy = .standard, peppers: Peppers = .none
    ) throws(PasswordError) -> String {
        var system = SystemRandomNumberGenerator()
        return try hash(password, policy: policy, peppers: peppers, using: &system)
    }

    /// As the other one, with a generator of one's own: for tests.
    public static func hash(
        _ password: some PasswordText, policy: CreatePolicy = .standard, peppers: Peppers = .none,
        using generator: inout some RandomNumberGenerator
    ) throws(PasswordError) -> String {
        try hash(password, salt: bytes(16, &generator), policy: policy, peppers: peppers)
    }

    /// Hashes with a salt that is given: 16 to 64 bytes of the system's generator, never used
    /// before. Throws as `hash`, and for a salt of another length.
    public static func hash(
        _ password: some PasswordText, salt: some Sequence<UInt8>, policy: CreatePolicy = .standard,
        peppers: Peppers = .none
    ) throws(PasswordError) -> String {
        try onPassword {
            try password.lend { text in
                try peppers.ffi.hash(password: text, salt: Data(salt), create: policy.ffi)
            }
        }
    }

    /// Verifies a password against what is stored. A mismatch costs at least what `create` costs.
    /// Throws for a password that is no clean text, or a hash that cannot be used: then, whatever
    /// the error, run `verifyAbsent` before answering.
    public static func verify(
        _ password: some PasswordText, stored: StoredPassword, accept: AcceptPolicy = .standard,
        create: CreatePolicy = .standard, peppers: Peppers = .none
    ) throws(PasswordError) -> PasswordOutcome {
        try PasswordVerifier.begin(
            password, stored: stored, accept: accept, create: create, peppers: peppers
        ).run()
    }

    /// As the other one, for a stored text that says itself how it was made.
    public static func verify(
        _ password: some PasswordText, stored: String, accept: AcceptPolicy = .standard,
        create: CreatePolicy = .standard, peppers: Peppers = .none
    ) throws(PasswordError) -> PasswordOutcome {
        try verify(
            password, stored: .text(stored), accept: accept, create: create, peppers: peppers)
    }

    /// Does the work of a `verify` for an account that does not exist; the outcome is `mismatch`.
    /// Throws for a password that is no clean text, as for an account that exists.
    public static func verifyAbsent(
        _ password: some PasswordText, create: CreatePolicy = .standard
    ) throws(PasswordError) -> PasswordOutcome {
        try PasswordVerifier.beginAbsent(password, create: create).run()
    }
}
