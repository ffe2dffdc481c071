internal import Foundation
internal import SceauGenerated

/// Answers to security questions, of estates that still have them: clicSÉQUR's secret questions.
///
/// Not for anything new: what an answer says is found in a register, in a social network or by
/// asking, and NIST SP 800-63B-4 (§3.1.1.2) forbids to ask for one. They are here so that an old
/// account can be recovered once, and its owner given something better.
///
/// An answer is compared up to case, accents and typography: « Saint-Étienne » is `saint etienne`.
/// Letters of other scripts lose case and accents, digits and symbols stay. An answer is `[UInt8]`
/// or `Data` in UTF-8, which its owner wipes, or a `String` where there is nothing else.
public enum Answers {
    /// Hashes an answer with a fresh salt of 16 bytes, and with the current one of `peppers`;
    /// returns the PHC string to store, to replace the hash of an old estate. Throws for an answer
    /// of which nothing is left but spaces and punctuation, that is too long, or no clean text.
    public static func hash(
        _ answer: some PasswordText, policy: CreatePolicy = .standard, peppers: Peppers = .none
    ) throws(PasswordError) -> String {
        var system = SystemRandomNumberGenerator()
        return try hash(answer, salt: bytes(16, &system), policy: policy, peppers: peppers)
    }

    /// Hashes with a salt that is given: 16 to 64 bytes of the system's generator, never used
    /// before. Throws as `hash`, and for a salt of another length.
    public static func hash(
        _ answer: some PasswordText, salt: some Sequence<UInt8>, policy: CreatePolicy = .standard,
        peppers: Peppers = .none
    ) throws(PasswordError) -> String {
        try onPassword {
            try answer.lend { text in
                try peppers.ffi.hashAnswer(answer: text, salt: Data(salt), create: policy.ffi)
            }
        }
    }

    /// Verifies an answer against what is stored. A PHC string of PBKDF2 is one of `hash`'s; a hash
    /// of another system is tried with the text as it was typed, then as a password is prepared,
    /// then as an answer is. Throws for an answer that is no clean text, or a hash that cannot be
    /// used: then, whatever the error, run `verifyAbsent` before answering.
    public static func verify(
        _ answer: some PasswordText, stored: StoredPassword, accept: AcceptPolicy = .standard,
        create: CreatePolicy = .standard, peppers: Peppers = .none
    ) throws(PasswordError) -> PasswordOutcome {
        try PasswordVerifier.beginAnswer(
            answer, stored: stored, accept: accept, create: create, peppers: peppers
        ).run()
    }

    /// Does the work of a `verify` for an account that does not exist; the outcome is `mismatch`.
    /// Throws for an answer that is no clean text, as for an account that exists.
    public static func verifyAbsent(
        _ answer: some PasswordText, create: CreatePolicy = .standard
    ) throws(PasswordError) -> PasswordOutcome {
        try PasswordVerifier.beginAnswerAbsent(answer, create: create).run()
    }
}

/// A reason about a password, said of an answer in its place.
public struct AnswerReason: Reason, Hashable {
    /// The wire name and the sentences.
    public let words: Words

    init(_ reason: some Reason) {
        words = Words(answerWords(wireName: reason.name))
    }
}

extension PasswordOutcome {
    /// The same outcome, said of an answer.
    public var ofAnswer: AnswerReason { AnswerReason(self) }
}

extension PasswordError {
    /// The same error, said of an answer.
    public var ofAnswer: AnswerReason { AnswerReason(self) }
}
