internal import SceauGenerated

/// What a machine makes of an input: the outcome, and the state to store before acting on it.
///
/// Store `next` with a compare-and-set on its generation **before** acting on or showing `outcome`,
/// even where it is a refusal. If the compare-and-set is lost, discard the outcome, load the row
/// and call again. A state never leaves the server: no cookie, no hidden field.
public struct Transition<Outcome: Sendable, State: Sendable>: Sendable {
    /// What became of the input.
    public let outcome: Outcome
    /// What to store.
    public let next: State
    /// The clock was behind the last time that the state knows, which was used instead.
    public let clockBack: Bool
}

/// Why a stored state was not used. Nothing is consumed, nothing is to be stored.
public enum StateError: Error, Reason, Hashable, CaseIterable {
    /// Not the size of this kind of state.
    case length
    /// Written by another version of the format.
    case version
    /// The state of another machine.
    case kind
    /// Made under a key with another key id.
    case unknownKey
    /// Not made with this key for this user and destination, or changed since.
    case unauthentic
    /// Authentic, and made for another purpose, channel or kind of subject.
    case wrongPurpose
    /// Authentic, and older than the token that was presented with it: the store went back to an
    /// earlier row, or the service replied before it stored.
    case rolledBack
    /// The clock is in 2080 or later, or more than 400 days ahead of the state's last known time.
    case clockAhead
    /// The generation has reached its greatest number.
    case generationExhausted
    /// A code that signs in is asked for over a channel that does not count as authentication.
    case signInChannel
    /// The policy is one for another kind of subject, or for another channel.
    case wrongPolicy

    /// The wire name and the sentences.
    public var words: Words { Words(stateErrorWords(reason: ffi)) }
}

func onState<T>(_ call: () throws -> T) throws(StateError) -> T {
    do { return try call() } catch { throw lift(error, StateError.init(ffi:)) }
}

extension StateError {
    init(ffi: SceauGenerated.StateError) {
        switch ffi {
        case .Length: self = .length
        case .Version: self = .version
        case .Kind: self = .kind
        case .UnknownKey: self = .unknownKey
        case .Unauthentic: self = .unauthentic
        case .WrongPurpose: self = .wrongPurpose
        case .RolledBack: self = .rolledBack
        case .ClockAhead: self = .clockAhead
        case .GenerationExhausted: self = .generationExhausted
        case .SignInChannel: self = .signInChannel
        case .WrongPolicy: self = .wrongPolicy
        }
    }

    var ffi: SceauGenerated.StateError {
        switch self {
        case .length: .Length
        case .version: .Version
        case .kind: .Kind
        case .unknownKey: .UnknownKey
        case .unauthentic: .Unauthentic
        case .wrongPurpose: .WrongPurpose
        case .rolledBack: .RolledBack
        case .clockAhead: .ClockAhead
        case .generationExhausted: .GenerationExhausted
        case .signInChannel: .SignInChannel
        case .wrongPolicy: .WrongPolicy
        }
    }
}
