public import Foundation
internal import SceauGenerated

/// What a code is for. It is part of the code's key and of the state.
///
/// NIST SP 800-63B-4 does not count e-mail as an authentication channel, and exempts address
/// validation and recovery: say which one it is.
public enum ChallengePurpose: CaseIterable, Sendable {
    /// Shows that a person reads the mail of an address.
    case addressValidation
    /// Gives an account back.
    case recovery
    /// Signs in: by text message only.
    case signIn
    /// Signs in over a channel that NIST SP 800-63B-4 does not count, as SAG does by e-mail.
    case signInUncheckedPolicy

    /// The stable wire name.
    public var name: String { challengePurposeName(value: ffi) }

    var ffi: SceauGenerated.ChallengePurpose {
        switch self {
        case .addressValidation: .addressValidation
        case .recovery: .recovery
        case .signIn: .signIn
        case .signInUncheckedPolicy: .signInUncheckedPolicy
        }
    }
}

/// How a code travels.
public enum ChallengeChannel: CaseIterable, Sendable {
    /// By e-mail.
    case email
    /// By text message.
    case text
    /// By post, on paper: letters that live for weeks, under `ChallengePolicy.post`.
    case post

    /// The stable wire name.
    public var name: String { challengeChannelName(value: ffi) }

    var ffi: SceauGenerated.ChallengeChannel {
        switch self {
        case .email: .email
        case .text: .text
        case .post: .post
        }
    }
}

/// What a code is bound to.
public struct ChallengeBinding: Hashable, Sendable, Discreet {
    /// What the code is for.
    public let purpose: ChallengePurpose
    /// How it travels.
    public let channel: ChallengeChannel
    private let user: Data
    private let destination: Data

    /// Binds to an account as the service names it, and to the one canonical form of an address.
    public init(
        purpose: ChallengePurpose, channel: ChallengeChannel, user: String, destination: String
    ) {
        let (user, destination) = (Data(user.utf8), Data(destination.utf8))
        self.init(purpose: purpose, channel: channel, user: user, destination: destination)
    }

    /// Binds to an account and an address that are any bytes.
    public init(purpose: ChallengePurpose, channel: ChallengeChannel, user: Data, destination: Data)
    {
        (self.purpose, self.channel) = (purpose, channel)
        (self.user, self.destination) = (user, destination)
    }

    var ffi: SceauGenerated.ChallengeBinding {
        SceauGenerated.ChallengeBinding(
            purpose: purpose.ffi, channel: channel.ffi, user: user, destination: destination)
    }
}

/// The stored state of the code that is e-mailed, texted or posted: 96 opaque bytes, which hold no
/// part of the code.
///
/// One row holds one for each user, purpose, channel and destination. Store the next state with a
/// compare-and-set on `generation` **before** acting on an outcome, even on `wrong`. The row is
/// never deleted before its period ends, or the caps would begin anew.
public struct Challenge: Hashable, Sendable, Discreet {
    /// The bytes to store.
    public let bytes: Data
    /// The number for the store's compare-and-set; 1 is the first state's.
    public let generation: UInt64

    /// Takes the bytes of a stored state, 96 of them. Whether they are authentic is checked at use.
    public init(bytes: Data) throws(StateError) {
        self.bytes = bytes
        generation = try onState { try challengeGeneration(state: bytes) }
    }

    /// Issues a code: the only constructor of a new state, which carries failures, the cooldown and
    /// the number of issues over from `previous`. Throws for a state or a time that cannot be used;
    /// nothing is to be stored then.
    public static func issue(
        previous: Challenge?, key: ServiceKey, binding: ChallengeBinding,
        policy: ChallengePolicy = .standard, now: UnixTime = .now
    ) throws(StateError) -> Transition<IssueOutcome, Challenge> {
        var system = SystemRandomNumberGenerator()
        return try issue(
            previous: previous, key: key, binding: binding, policy: policy, now: now,
            using: &system)
    }

    /// As the other one, with a generator of one's own: for tests.
    public static func issue(
        previous: Challenge?, key: ServiceKey, binding: ChallengeBinding,
        policy: ChallengePolicy = .standard, now: UnixTime = .now,
        using generator: inout some RandomNumberGenerator
    ) throws(StateError) -> Transition<IssueOutcome, Challenge> {
        let (high, low) = twoWords(&generator)
        let issued = try onState {
            try key.ffi.challengeIssue(
                previous: previous?.bytes, binding: binding.ffi,
                entropy: Entropy(high: high, low: low), now: now.seconds, policy: policy.ffi)
        }
        return Transition(
            outcome: IssueOutcome(ffi: issued.outcome), next: try Challenge(bytes: issued.next),
            clockBack: issued.clockBack)
    }

    /// Verifies what a person typed, at `now`. Spaces and invisible characters are dropped,
    /// the digits of every script are read; in a posted code hyphens are dropped too, small letters
    /// are read as capitals, O as 0, I and L as 1. Throws for a state or a time that cannot be
    /// used; nothing is to be stored then.
    public func verify(
        key: ServiceKey, binding: ChallengeBinding, typed: String, now: UnixTime = .now
    ) throws(StateError) -> Transition<ChallengeOutcome, Challenge> {
        let verified = try onState {
            try key.ffi.challengeVerify(
                state: bytes, binding: binding.ffi, typed: typed, now: now.seconds)
        }
        return Transition(
            outcome: ChallengeOutcome(ffi: verified.outcome),
            next: try Challenge(bytes: verified.next), clockBack: verified.clockBack)
    }

    /// Computes the live code again, to send it a second time. Counts nothing, changes nothing.
    /// Throws for a state or a time that cannot be used.
    public func deliver(
        key: ServiceKey, binding: ChallengeBinding, now: UnixTime = .now
    ) throws(StateError) -> DeliverOutcome {
        let outcome = try onState {
            try key.ffi.challengeDeliver(
                state: bytes, binding: binding.ffi, now: now.seconds)
        }
        return DeliverOutcome(ffi: outcome)
    }

    /// Lifts what weighs on a row: failures, cooldown and the count of issues begin anew, a live code
    /// is over, and the row's time becomes `now`, even if it ran ahead. Returns what to store.
    ///
    /// For the service, never for the person: it has made sure by other means who asks, and it
    /// trusts its clock.
    public func lift(
        key: ServiceKey, binding: ChallengeBinding, now: UnixTime = .now
    ) throws(StateError) -> Challenge {
        let next = try onState {
            try key.ffi.challengeLift(state: bytes, binding: binding.ffi, now: now.seconds)
        }
        return try Challenge(bytes: next)
    }
}
