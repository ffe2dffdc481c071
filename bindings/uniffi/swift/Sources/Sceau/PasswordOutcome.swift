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

/// Why a hash is to be made again. Different and stronger is no reason.
public enum RehashReason: Reason, Hashable, CaseIterable {
    /// Fewer iterations.
    case cost
    /// A shorter salt than 16 bytes.
    case salt
    /// A shorter key than the algorithm's digest.
    case key
    /// A format of another system.
    case format
    /// A format of another system, and a text that was hashed as it was typed, not normalized:
    /// typed elsewhere it may be another one.
    case text
    /// No pepper, or one that is retired.
    case pepper

    /// The wire name and the sentences.
    public var words: Words { Words(rehashReasonWords(reason: ffi)) }
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
        case .format: self = .format
        case .text: self = .text
        case .pepper: self = .pepper
        }
    }

    var ffi: SceauGenerated.RehashReason {
        switch self {
        case .cost: .cost
        case .salt: .salt
        case .key: .key
        case .format: .format
        case .text: .text
        case .pepper: .pepper
        }
    }
}
