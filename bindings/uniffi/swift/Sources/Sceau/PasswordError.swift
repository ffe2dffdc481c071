internal import SceauGenerated

/// Why a password was neither right nor wrong.
public enum PasswordError: Error, Reason, Hashable {
    /// No password.
    case empty
    /// More than 512 bytes once prepared; nothing is ever cut off.
    case tooLong
    /// Not UTF-8 from the byte `at` on.
    case invalidUTF8(at: Int)
    /// A control character, NUL among them, at the byte `at`.
    case control(at: Int)
    /// A character that cannot be normalized, at the byte `at`: it carries more than 30 combining
    /// marks.
    case unnormalizable(at: Int)
    /// A character that RFC 8265 bars, at the byte `at`, anywhere or where it stands: one that
    /// cannot be seen, such as a soft hyphen; a middle dot that is not between two l.
    case disallowed(at: Int)
    /// The salt for a new hash is not 16 to 64 bytes; or a policy wants one of less than 8.
    case saltLength
    /// The stored hash has the form of no format that is read: damaged, or something else.
    case malformed
    /// The stored hash names a scheme that is not read, or not by this build.
    case unsupportedScheme
    /// The stored hash is well formed, and weaker or costlier than the accept policy allows, of a
    /// format that it does not name, or without the pepper that it requires. Run `verifyAbsent`
    /// before answering, and tell the person what to do.
    case outsideAcceptPolicy
    /// The iterations of a policy are out of range.
    case iterations
    /// The stored hash is longer than any that is read.
    case hashTooLong
    /// A number in the stored hash is zero, has a sign or leading zeros, or is 2³² or more.
    case hashNumber
    /// The stored hash has a field or parameter too many.
    case hashExtraField
    /// A part of the stored hash has padding where its format has none, or the other way round.
    case hashPadding
    /// A part of the stored hash is not in its encoding, or not in the one canonical way.
    case hashEncoding
    /// The salt or key in the stored hash has a length that is not read.
    case hashPartLength
    /// The stored hash names a pepper that was not given.
    case unknownPepper
    /// There was not the working memory that verifying the stored hash takes.
    case memory
    /// The shortest key of a policy is less than 16 bytes.
    case keyLength
    /// The bounds on Argon2's memory, passes or lanes are out of range.
    case argon2Limits
    /// The verification is not at its end: go on with `PasswordVerifier.step`.
    case unfinished

    /// The wire name and the sentences.
    public var words: Words { Words(passwordErrorWords(reason: ffi)) }

    /// Where in the password's UTF-8, as a byte offset; `nil` where the error is about no place.
    public var at: Int? {
        switch self {
        case .invalidUTF8(let at), .control(let at), .unnormalizable(let at),
            .disallowed(let at):
            at
        default: nil
        }
    }
}

extension PasswordError {
    init(ffi: SceauGenerated.PasswordError) {
        switch ffi {
        case .Empty: self = .empty
        case .TooLong: self = .tooLong
        case .InvalidUtf8(let at): self = .invalidUTF8(at: Int(at))
        case .Control(let at): self = .control(at: Int(at))
        case .Unnormalizable(let at): self = .unnormalizable(at: Int(at))
        case .Disallowed(let at): self = .disallowed(at: Int(at))
        case .SaltLength: self = .saltLength
        case .Malformed: self = .malformed
        case .UnsupportedScheme: self = .unsupportedScheme
        case .OutsideAcceptPolicy: self = .outsideAcceptPolicy
        case .Iterations: self = .iterations
        case .HashTooLong: self = .hashTooLong
        case .HashNumber: self = .hashNumber
        case .HashExtraField: self = .hashExtraField
        case .HashPadding: self = .hashPadding
        case .HashEncoding: self = .hashEncoding
        case .HashPartLength: self = .hashPartLength
        case .UnknownPepper: self = .unknownPepper
        case .Memory: self = .memory
        case .KeyLength: self = .keyLength
        case .Argon2Limits: self = .argon2Limits
        case .Unfinished: self = .unfinished
        }
    }

    var ffi: SceauGenerated.PasswordError {
        switch self {
        case .empty: .Empty
        case .tooLong: .TooLong
        case .invalidUTF8(let at): .InvalidUtf8(at: at.ffi())
        case .control(let at): .Control(at: at.ffi())
        case .unnormalizable(let at): .Unnormalizable(at: at.ffi())
        case .disallowed(let at): .Disallowed(at: at.ffi())
        case .saltLength: .SaltLength
        case .malformed: .Malformed
        case .unsupportedScheme: .UnsupportedScheme
        case .outsideAcceptPolicy: .OutsideAcceptPolicy
        case .iterations: .Iterations
        case .hashTooLong: .HashTooLong
        case .hashNumber: .HashNumber
        case .hashExtraField: .HashExtraField
        case .hashPadding: .HashPadding
        case .hashEncoding: .HashEncoding
        case .hashPartLength: .HashPartLength
        case .unknownPepper: .UnknownPepper
        case .memory: .Memory
        case .keyLength: .KeyLength
        case .argon2Limits: .Argon2Limits
        case .unfinished: .Unfinished
        }
    }
}

func onPassword<T>(_ call: () throws -> T) throws(PasswordError) -> T {
    do { return try call() } catch { throw lift(error, PasswordError.init(ffi:)) }
}
