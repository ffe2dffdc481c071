internal import SceauGenerated

/// The numbers of a policy, before they are checked. None of them is public for SAG.
public struct ThrottleLimits: Hashable, Sendable {
    /// How many failures cost nothing: 0 to 100, by default 4.
    public var free: UInt16
    /// The pause after the first failure beyond them, which then doubles: 1 to 3,600 s, by default 2 s.
    public var delay: Duration
    /// From how many failures on each one suspends: more than `free`, by default 10.
    public var suspendAfter: UInt16
    /// How long a suspension lasts: 1 s to 30 days, by default 900 s.
    public var suspension: Duration
    /// From how many failures on nothing is allowed any more: `suspendAfter` to 100, by default 100.
    public var failures: UInt16

    /// The default numbers, to be changed as needed.
    public init() {
        let shell = SceauGenerated.throttleLimitsDefault()
        free = shell.free
        delay = Duration(shell: shell.delay)
        suspendAfter = shell.suspendAfter
        suspension = Duration(shell: shell.suspension)
        failures = shell.failures
    }

    fileprivate var shell: SceauGenerated.ThrottleLimits {
        SceauGenerated.ThrottleLimits(
            free: free, delay: delay.shell, suspendAfter: suspendAfter,
            suspension: suspension.shell, failures: failures)
    }
}

/// How many failures a service bears, and what they cost: numbers that have been checked.
public struct ThrottlePolicy: Sendable {
    /// The numbers.
    public let limits: ThrottleLimits

    let shell: SceauGenerated.ThrottlePolicy

    /// The default policy. The core's own numbers are within the core's own ranges.
    public static let `default` = try! ThrottlePolicy(ThrottleLimits())

    /// Checks the numbers of a policy.
    ///
    /// - Throws: the `ThrottlePolicyError` of the first number outside the range its field states.
    public init(_ limits: ThrottleLimits) throws(ThrottlePolicyError) {
        self.limits = limits
        shell = try ThrottlePolicyError.lifting {
            try SceauGenerated.ThrottlePolicy(limits: limits.shell)
        }
    }
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

    public var words: Words { Words(SceauGenerated.throttlePolicyErrorWords(reason: shell)) }
}

extension ThrottlePolicyError: Lifted {
    init(_ shell: SceauGenerated.ThrottlePolicyError) {
        self =
            switch shell {
            case .Delay: .delay
            case .SuspendAfter: .suspendAfter
            case .Suspension: .suspension
            case .Failures: .failures
            }
    }

    private var shell: SceauGenerated.ThrottlePolicyError {
        switch self {
        case .delay: .Delay
        case .suspendAfter: .SuspendAfter
        case .suspension: .Suspension
        case .failures: .Failures
        }
    }
}
