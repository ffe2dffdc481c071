internal import Foundation
internal import SceauGenerated

/// How far a verification has come, in iterations of a hash.
public struct PasswordProgress: Hashable, Sendable {
    /// How many iterations are done.
    public let done: Int
    /// How many iterations a mismatch takes. A match may end before.
    public let total: Int
    /// How many iterations are left at most: 0 says that it is time to finish.
    public let left: Int

    init(ffi: SceauGenerated.PasswordProgress) {
        (done, total) = (Int(clamping: ffi.done), Int(clamping: ffi.total))
        left = Int(clamping: ffi.left)
    }
}

/// A verification under way: `step` until nothing is left, then `finish`.
///
/// The outcome is the same however the work is cut. Who lets go of it before has cancelled, and
/// nothing is to be stored. Whatever it holds is wiped when it is finished or freed. In a task,
/// `Passwords.verifyInSteps` does all this.
public final class PasswordVerifier: Sendable, Discreet {
    private let ffi: SceauGenerated.Verifier

    private init(_ ffi: SceauGenerated.Verifier) { self.ffi = ffi }

    /// Takes in a password and what is stored. Argon2id cannot be cut: it is done here. Throws for
    /// a password that is no clean text, or a hash that cannot be used.
    public static func begin(
        _ password: some PasswordText, stored: StoredPassword, accept: AcceptPolicy = .standard,
        create: CreatePolicy = .standard, peppers: Peppers = .none
    ) throws(PasswordError) -> PasswordVerifier {
        let ffi = try onPassword {
            try password.lend { text in
                try lent(stored.secret) { secret in
                    try peppers.ffi.begin(
                        password: text, springSecret: secret, stored: stored.ffi,
                        accept: accept.ffi, create: create.ffi)
                }
            }
        }
        return PasswordVerifier(ffi)
    }

    /// Begins the work of a verification for an account that does not exist; its outcome is
    /// `mismatch`. Throws for a password that is no clean text, as for an account that exists.
    public static func beginAbsent(
        _ password: some PasswordText, create: CreatePolicy = .standard
    ) throws(PasswordError) -> PasswordVerifier {
        let ffi = try onPassword {
            try password.lend { text in
                try SceauGenerated.Verifier.absent(password: text, create: create.ffi)
            }
        }
        return PasswordVerifier(ffi)
    }

    /// As `begin`, of an answer: for `Answers`.
    static func beginAnswer(
        _ answer: some PasswordText, stored: StoredPassword, accept: AcceptPolicy,
        create: CreatePolicy, peppers: Peppers
    ) throws(PasswordError) -> PasswordVerifier {
        let ffi = try onPassword {
            try answer.lend { text in
                try lent(stored.secret) { secret in
                    try peppers.ffi.beginAnswer(
                        answer: text, springSecret: secret, stored: stored.ffi,
                        accept: accept.ffi, create: create.ffi)
                }
            }
        }
        return PasswordVerifier(ffi)
    }

    /// As `beginAbsent`, of an answer: for `Answers`.
    static func beginAnswerAbsent(
        _ answer: some PasswordText, create: CreatePolicy
    ) throws(PasswordError) -> PasswordVerifier {
        let ffi = try onPassword {
            try answer.lend { text in
                try SceauGenerated.Verifier.absentAnswer(answer: text, create: create.ffi)
            }
        }
        return PasswordVerifier(ffi)
    }

    /// How far the work has come.
    public var progress: PasswordProgress { PasswordProgress(ffi: ffi.progress()) }

    /// Does at most `iterations`; returns how far the work has come.
    @discardableResult
    public func step(_ iterations: Int) -> PasswordProgress {
        PasswordProgress(ffi: ffi.step(iterations: UInt32(clamping: iterations)))
    }

    /// Returns the outcome, and wipes the rest; asked again, it answers the same. Throws
    /// `unfinished` if there is work left, which is given up.
    public func finish() throws(PasswordError) -> PasswordOutcome {
        PasswordOutcome(ffi: try onPassword { try ffi.finish() })
    }

    /// Gives up what is left, and wipes it now, whoever else still holds this.
    public func cancel() {
        _ = try? ffi.finish()
    }

    /// Does all that is left, and returns the outcome.
    func run() throws(PasswordError) -> PasswordOutcome {
        PasswordOutcome(ffi: try onPassword { try ffi.run() })
    }
}
