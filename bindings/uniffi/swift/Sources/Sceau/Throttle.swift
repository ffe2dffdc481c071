public import Foundation
internal import SceauGenerated

/// The numbers of a policy, before they are checked. None of them is public for SAG.
public struct ThrottleLimits: Hashable, Sendable {
    /// How many failures cost nothing: fewer than `suspendAfter`; by default 4, 200 of an address.
    public var free: Int
    /// The pause after the first failure beyond them, which then doubles: 1 to 3,600 s, by default
    /// 2 s.
    public var delay: Duration
    /// From how many failures on each one suspends: more than `free`; by default 10 or 210.
    public var suspendAfter: Int
    /// How long a suspension lasts: 1 s to 30 days, by default 900 s.
    public var suspension: Duration
    /// From how many failures on nothing is allowed any more: `suspendAfter` to 100 for an account,
    /// until the service lifts it; to 10,000 for an address, until the window ends.
    public var failures: Int
    /// How long failures are remembered: 0 for an account, for as long as they follow one another;
    /// 60 s to 30 days for an address.
    public var window: Duration

    /// Makes the default numbers, to change some of them.
    public init() { self.init(throttleLimitsDefault()) }

    /// The default numbers for addresses of origin, behind which many people can be.
    public static var origins: ThrottleLimits { ThrottleLimits(throttleLimitsOrigins()) }

    private init(_ ffi: SceauGenerated.ThrottleLimits) {
        (free, delay) = (Int(ffi.free), Duration(ffi: ffi.delay))
        (suspendAfter, suspension) = (Int(ffi.suspendAfter), Duration(ffi: ffi.suspension))
        (failures, window) = (Int(ffi.failures), Duration(ffi: ffi.window))
    }

    var ffi: SceauGenerated.ThrottleLimits {
        SceauGenerated.ThrottleLimits(
            free: free.ffi(), delay: delay.ffi, suspendAfter: suspendAfter.ffi(),
            suspension: suspension.ffi, failures: failures.ffi(), window: window.ffi)
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

    /// The default policy for addresses of origin.
    public static let origins = own { try ThrottlePolicy(.origins) }
}

/// Which number of a policy is out of its range.
public enum ThrottlePolicyError: Error, Reason, Hashable, CaseIterable {
    /// The first delay is not 1 to 3,600 seconds.
    case delay
    /// Suspension begins before the free failures are over.
    case suspendAfter
    /// A suspension is not 1 second to 30 days.
    case suspension
    /// The failures are fewer than suspension needs, or more than 100 (10,000 for an address).
    case failures
    /// The window is not 60 seconds to 30 days, nor the 0 of an account.
    case window

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

    /// Returns the sentence, with the caller's words for the moment in it, if it has one: the local
    /// time, in the person's language.
    public func message(in language: Language, until: String) -> String {
        throttleOutcomeUntil(reason: ffi, french: language == .french, until: until)
    }
}

/// An address of origin in the one form that counts: an IPv4 address, or the first half of an IPv6
/// address, since whoever has one has its whole /64.
public struct Origin: Sendable, Discreet {
    let ffi: SceauGenerated.Origin

    /// Reads an address as it is written, `203.0.113.7` or `2001:db8::1`; nil for anything else: a
    /// zone, a port, brackets, a prefix length, a number with a leading zero.
    public init?(_ text: String) {
        guard let ffi = originParse(text: text) else { return nil }
        self.ffi = ffi
    }
}

/// Whose failures a row counts; an account that is named like an address does not share its row.
public enum ThrottleSubject: Sendable {
    /// An account, as the service names it.
    case account(String)
    /// An address of origin, with a policy for addresses.
    case address(Origin)

    var ffi: SceauGenerated.ThrottleSubject {
        switch self {
        case .account(let name): .account(name: Data(name.utf8))
        case .address(let origin): .address(origin: origin.ffi)
        }
    }
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
        try begin(
            previous: previous, key: key, subject: .account(subject), policy: policy, now: now)
    }

    /// As the other one, for an account or for an address of origin, which is asked first.
    public static func begin(
        previous: Throttle?, key: ServiceKey, subject: ThrottleSubject, policy: ThrottlePolicy,
        now: UnixTime = .now
    ) throws(StateError) -> Transition<ThrottleOutcome, Throttle> {
        let begun = try onState {
            try key.ffi.throttleBegin(
                previous: previous?.bytes, subject: subject.ffi,
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
        try succeed(key: key, subject: .account(subject), now: now)
    }

    /// Says that the attempt that was begun succeeded. It ends an account's failures; to an address
    /// it gives back the one attempt, and shortens no delay. Returns what to store.
    public func succeed(
        key: ServiceKey, subject: ThrottleSubject, now: UnixTime = .now
    ) throws(StateError) -> Throttle {
        let next = try onState {
            try key.ffi.throttleSucceed(state: bytes, subject: subject.ffi, now: now.seconds)
        }
        return try Throttle(bytes: next)
    }

    /// Lifts a delay, a suspension or `disabled`: failures begin anew, and the row's time becomes
    /// `now`, even if it ran ahead. Returns what to store.
    ///
    /// For the service, never for the person: it has made sure by other means who asks, and it
    /// trusts its clock.
    public func lift(
        key: ServiceKey, subject: ThrottleSubject, now: UnixTime = .now
    ) throws(StateError) -> Throttle {
        let next = try onState {
            try key.ffi.throttleLift(state: bytes, subject: subject.ffi, now: now.seconds)
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
        case .Window: self = .window
        }
    }

    var ffi: SceauGenerated.ThrottlePolicyError {
        switch self {
        case .delay: .Delay
        case .suspendAfter: .SuspendAfter
        case .suspension: .Suspension
        case .failures: .Failures
        case .window: .Window
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
