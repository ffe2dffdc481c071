public import Foundation
internal import SceauGenerated

/// The numbers of a policy, before they are checked. None of them is public for SAG.
public struct ThrottleLimits: Hashable, Sendable {
    /// How many failures cost nothing: 0 to 99, by default 4.
    public var free: Int
    /// The pause after the first failure beyond them, which then doubles: 1 to 3,600 s, by default
    /// 2 s.
    public var delay: Duration
    /// From how many failures on each one suspends: more than `free`, by default 10.
    public var suspendAfter: Int
    /// How long a suspension lasts: 1 s to 30 days, by default 900 s.
    public var suspension: Duration
    /// From how many failures on nothing is allowed any more: `suspendAfter` to 100, by default
    /// 100.
    public var failures: Int

    /// Makes the default numbers, to change some of them.
    public init() {
        let ffi = throttleLimitsDefault()
        (free, delay) = (Int(ffi.free), Duration(ffi: ffi.delay))
        (suspendAfter, suspension) = (Int(ffi.suspendAfter), Duration(ffi: ffi.suspension))
        failures = Int(ffi.failures)
    }

    var ffi: SceauGenerated.ThrottleLimits {
        SceauGenerated.ThrottleLimits(
            free: free.ffi(), delay: delay.ffi, suspendAfter: suspendAfter.ffi(),
            suspension: suspension.ffi, failures: failures.ffi())
    }
}

/// How many failures a service bears, and what they cost: numbers that have been checked.
public final class ThrottlePolicy: Sendable {
    /// The numbers.
    public let limits: ThrottleLimits
    let ffi: SceauGenerated.ThrottlePolicy

    /// Checks the numbers of a policy; throws for the first one out of its range.
    public init(_ limits: ThrottleLimits) throws(ThrottlePolicyError) {
        self.limits = limits
        do {
            ffi = try SceauGenerated.ThrottlePolicy(limits: limits.ffi)
        } catch {
            throw lift(error, ThrottlePolicyError.init(ffi:))
        }
    }

    /// The default policy.
    public static let standard = own { try ThrottlePolicy(ThrottleLimits()) }
}

/// Which number of a policy is out of its range.
public enum ThrottlePolicyError: Error, Reason, Hashable, CaseIterable {
    /// The first delay is not 1 to 3,600 seconds.
    case delay
    /// Suspension begins before the free failures are over.
    case suspendAfter
    /// A suspension is not 1 second to 30 days.
    case suspension
    /// The failures are fewer than suspension needs, or more than 100.
    case failures

    /// The wire name and the sentences.
    public var words: Words { Words(throttlePolicyErrorWords(reason: ffi)) }
}

/// Whether an attempt may go on.
public enum ThrottleOutcome: Reason, Hashable {
    /// The attempt is counted; compare now.
    case allowed
    /// Too soon after a failure; the next attempt is allowed at `until`. Nothing is counted.
    case delayed(until: UnixTime)
    /// Suspended after many failures, until `until`. Nothing is counted.
    case suspended(until: UnixTime)
    /// As many consecutive failures as the policy bears; only the service can lift it.
    case disabled

    /// The wire name and the sentences.
    public var words: Words { Words(throttleOutcomeWords(reason: ffi)) }
}

/// The stored state of a lock-out: 64 opaque bytes for an account's name or an address of origin.
///
/// `begin` counts an attempt **before** the password or code is compared, and `succeed` takes the
/// count back when it was right. Absent accounts go through it too.
public struct Throttle: Hashable, Sendable, Discreet {
    /// The bytes to store.
    public let bytes: Data
    /// The number for the store's compare-and-set; 1 is the first state's.
    public let generation: UInt64

    /// Takes the bytes of a stored state, 64 of them. Whether they are authentic is checked at use.
    public init(bytes: Data) throws(StateError) {
        self.bytes = bytes
        generation = try onState { try throttleGeneration(state: bytes) }
    }

    /// Begins an attempt for `subject`: the only constructor of a new state. Throws for a state or
    /// a time that cannot be used; nothing is to be stored then.
    public static func begin(
        previous: Throttle?, key: ServiceKey, subject: String,
        policy: ThrottlePolicy = .standard, now: UnixTime = .now
    ) throws(StateError) -> Transition<ThrottleOutcome, Throttle> {
        let begun = try onState {
            try key.ffi.throttleBegin(
                previous: previous?.bytes, subject: Data(subject.utf8),
                now: now.seconds, policy: policy.ffi)
        }
        return Transition(
            outcome: ThrottleOutcome(ffi: begun.outcome), next: try Throttle(bytes: begun.next),
            clockBack: begun.clockBack)
    }

    /// Ends the row of failures: the attempt that was begun succeeded. Returns what to store.
    public func succeed(
        key: ServiceKey, subject: String, now: UnixTime = .now
    ) throws(StateError) -> Throttle {
        let next = try onState {
            try key.ffi.throttleSucceed(
                state: bytes, subject: Data(subject.utf8), now: now.seconds)
        }
        return try Throttle(bytes: next)
    }
}

extension ThrottlePolicyError {
    init(ffi: SceauGenerated.ThrottlePolicyError) {
        switch ffi {
        case .Delay: self = .delay
        case .SuspendAfter: self = .suspendAfter
        case .Suspension: self = .suspension
        case .Failures: self = .failures
        }
    }

    var ffi: SceauGenerated.ThrottlePolicyError {
        switch self {
        case .delay: .Delay
        case .suspendAfter: .SuspendAfter
        case .suspension: .Suspension
        case .failures: .Failures
        }
    }
}

extension ThrottleOutcome {
    init(ffi: SceauGenerated.ThrottleOutcome) {
        switch ffi {
        case .allowed: self = .allowed
        case .delayed(let until): self = .delayed(until: UnixTime(until))
        case .suspended(let until): self = .suspended(until: UnixTime(until))
        case .disabled: self = .disabled
        }
    }

    var ffi: SceauGenerated.ThrottleOutcome {
        switch self {
        case .allowed: .allowed
        case .delayed(let until): .delayed(until: until.seconds)
        case .suspended(let until): .suspended(until: until.seconds)
        case .disabled: .disabled
        }
    }
}
