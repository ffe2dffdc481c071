public import Foundation
internal import SceauGenerated

/// A code of letters and digits to print for a person: a secret while it lives, so nothing prints
/// or compares it by accident.
///
/// Its last character checks the others: one wrong character, or two that changed places, are seen.
public struct LetterCode: Sendable, Discreet {
    /// The characters as they are typed: `0123456789ABCDEFT`.
    public let compact: String
    /// The characters in groups of four, and the check character: `0123-4567-89AB-CDEF-T`.
    public let display: String

    init(_ ffi: CodeText) {
        (compact, display) = (ffi.compact, ffi.display)
    }
}

/// What became of a recovery code that a person typed.
public enum RecoveryOutcome: Reason, Hashable {
    /// The code is right, and will not be accepted again; `left` codes are left. At 0 it is time to
    /// make new ones.
    case accepted(left: Int)
    /// The code is none of this user's.
    case wrong
    /// The code is this user's, and was accepted before. Only who has held the list hears this,
    /// since a code cannot be guessed.
    case alreadyUsed
    /// Not the characters of a code, or the check character does not fit: a slip.
    case malformed

    /// The wire name and the sentences.
    public var words: Words { Words(recoveryOutcomeWords(reason: ffi)) }
}

/// The stored state of one user's recovery codes, ten codes on paper that are good once each: 208
/// opaque bytes, which hold no code.
///
/// One row holds one for each user. Store the next state with a compare-and-set on `generation`
/// **before** acting on an outcome. Guesses are not counted here, since a code has 80 bits;
/// `Throttle` still goes before it, as before whatever an account is entered by.
public struct RecoveryCodes: Hashable, Sendable, Discreet {
    /// The bytes to store.
    public let bytes: Data
    /// The number for the store's compare-and-set; 1 is the first state's.
    public let generation: UInt64

    /// Takes the bytes of a stored state, 208 of them. Whether they are authentic is checked at use.
    public init(bytes: Data) throws(StateError) {
        self.bytes = bytes
        generation = try onState { try recoveryGeneration(state: bytes) }
    }

    /// Makes ten new codes for `user`, the account as the service names it: the only constructor of
    /// a new state. They replace all of `previous`, whose generation goes on. Store the next state,
    /// then show the codes: they cannot be had again. Throws for a state that cannot be used;
    /// nothing is to be stored then.
    public static func generate(
        previous: RecoveryCodes?, key: ServiceKey, user: String
    ) throws(StateError) -> Transition<[LetterCode], RecoveryCodes> {
        var system = SystemRandomNumberGenerator()
        return try generate(previous: previous, key: key, user: user, using: &system)
    }

    /// As the other one, with a generator of one's own: for tests.
    public static func generate(
        previous: RecoveryCodes?, key: ServiceKey, user: String,
        using generator: inout some RandomNumberGenerator
    ) throws(StateError) -> Transition<[LetterCode], RecoveryCodes> {
        let (high, low) = twoWords(&generator)
        let made = try onState {
            try key.ffi.recoveryGenerate(
                previous: previous?.bytes, user: Data(user.utf8),
                entropy: Entropy(high: high, low: low))
        }
        return Transition(
            outcome: made.codes.map(LetterCode.init), next: try RecoveryCodes(bytes: made.next),
            clockBack: false)
    }

    /// Verifies what a person typed.
    ///
    /// Spaces, hyphens and invisible characters in `typed` are dropped, small letters are read as
    /// capitals, O as 0, I and L as 1. There is no clock: `clockBack` is never set. Throws for a
    /// state that cannot be used; nothing is to be stored then.
    public func verify(
        key: ServiceKey, user: String, typed: String
    ) throws(StateError) -> Transition<RecoveryOutcome, RecoveryCodes> {
        let verified = try onState {
            try key.ffi.recoveryVerify(state: bytes, user: Data(user.utf8), typed: typed)
        }
        return Transition(
            outcome: RecoveryOutcome(ffi: verified.outcome),
            next: try RecoveryCodes(bytes: verified.next), clockBack: false)
    }

    /// Returns how many codes are left, 0 to 10. Throws for a state that cannot be used.
    public func left(key: ServiceKey, user: String) throws(StateError) -> Int {
        Int(try onState { try key.ffi.recoveryLeft(state: bytes, user: Data(user.utf8)) })
    }
}

extension RecoveryOutcome {
    init(ffi: SceauGenerated.RecoveryOutcome) {
        switch ffi {
        case .accepted(let left): self = .accepted(left: Int(left))
        case .wrong: self = .wrong
        case .alreadyUsed: self = .alreadyUsed
        case .malformed: self = .malformed
        }
    }

    var ffi: SceauGenerated.RecoveryOutcome {
        switch self {
        case .accepted(let left): .accepted(left: left.ffi())
        case .wrong: .wrong
        case .alreadyUsed: .alreadyUsed
        case .malformed: .malformed
        }
    }
}
