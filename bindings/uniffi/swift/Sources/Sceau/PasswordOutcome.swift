internal import SceauGenerated

/// What became of a password.
public enum PasswordOutcome: Reason, Hashable {
    /// The password is right.
    case match
    /// The password is right, and its hash weaker than what is made today: hash it again and store
    /// that.
    case matchRehash(why: RehashReason)
    /// The password is wrong.
    case mismatch

    /// The wire name and the sentences.
    public var words: Words { Words(passwordOutcomeWords(reason: ffi)) }
}

/// In what a stored hash is weaker than the create policy.
public enum RehashReason: Reason, Hashable, CaseIterable {
    /// Fewer iterations.
    case cost
    /// A shorter salt than 16 bytes.
    case salt
    /// A shorter key than the algorithm's digest.
    case key

    /// The wire name and the sentences.
    public var words: Words { Words(rehashReasonWords(reason: ffi)) }
}

/// A rule that a password breaks.
public enum PasswordReason: Reason, Hashable, CaseIterable {
    /// Fewer characters than the profile asks for.
    case tooShort
    /// A character three times or more in a row.
    case repetition
    /// Four or more letters or digits in the order of the alphabet, or backwards.
    case sequence
    /// The user name is in it.
    case userName
    /// It is an e-mail address.
    case emailAddress

    /// The wire name and the sentences.
    public var words: Words { Words(passwordReasonWords(reason: ffi)) }
}

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
    /// The salt for a new hash is not 16 to 64 bytes.
    case saltLength
    /// The stored hash is damaged, or of a format that is not read.
    case malformed
    /// The stored hash names a scheme that is not read.
    case unsupportedScheme
    /// The stored hash is weaker or costlier than the accept policy allows: run `verifyAbsent`.
    case outsideAcceptPolicy
    /// The iterations of a policy are out of range.
    case iterations

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

extension PasswordOutcome {
    init(ffi: SceauGenerated.PasswordOutcome) {
        switch ffi {
        case .match: self = .match
        case .matchRehash(let why): self = .matchRehash(why: RehashReason(ffi: why))
        case .mismatch: self = .mismatch
        }
    }

    var ffi: SceauGenerated.PasswordOutcome {
        switch self {
        case .match: .match
        case .matchRehash(let why): .matchRehash(why: why.ffi)
        case .mismatch: .mismatch
        }
    }
}

extension RehashReason {
    init(ffi: SceauGenerated.RehashReason) {
        switch ffi {
        case .cost: self = .cost
        case .salt: self = .salt
        case .key: self = .key
        }
    }

    var ffi: SceauGenerated.RehashReason {
        switch self {
        case .cost: .cost
        case .salt: .salt
        case .key: .key
        }
    }
}

extension PasswordReason {
    init(ffi: SceauGenerated.PasswordReason) {
        switch ffi {
        case .tooShort: self = .tooShort
        case .repetition: self = .repetition
        case .sequence: self = .sequence
        case .userName: self = .userName
        case .emailAddress: self = .emailAddress
        }
    }

    var ffi: SceauGenerated.PasswordReason {
        switch self {
        case .tooShort: .tooShort
        case .repetition: .repetition
        case .sequence: .sequence
        case .userName: .userName
        case .emailAddress: .emailAddress
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
        }
    }
}
