internal import SceauGenerated

/// The numbers of a policy, before they are checked.
public struct ChallengeLimits: Hashable, Sendable {
    /// How many digits the code has; by default 6 (SAG). Nil for a posted code, which has twelve
    /// letters and a check character.
    public var digits: Digits?
    /// How long a code is accepted: 1 to 600 s, by default 600 s (SAG; NIST SP 800-63B-4's bound).
    /// By post 1 s to 30 days, by default 21 days.
    public var lifetime: Duration
    /// How many attempts each code has: 1 to 10, by default 5.
    public var attempts: Int
    /// How long after a code no other can be had: at most the lifetime, by default 60 s; by post 7
    /// days, in which a letter arrives.
    public var cooldown: Duration
    /// The time over which issues are counted: the lifetime to 30 days, by default a day; by post
    /// 30 days.
    public var period: Duration
    /// How many codes a period has: 1 to 100, by default 10; by post 3.
    public var issues: Int
    /// How many consecutive wrong codes, over all codes, disable the row: 1 to 100, by default 100.
    public var failures: Int

    /// Makes the default numbers, to change some of them.
    public init() { self.init(challengeLimitsDefault()) }

    /// The default numbers for a posted code. None of them is public for SAG.
    public static var post: ChallengeLimits { ChallengeLimits(challengeLimitsPost()) }

    private init(_ ffi: SceauGenerated.ChallengeLimits) {
        digits = ffi.digits.flatMap { Digits(rawValue: Int($0)) }
        (lifetime, attempts) = (Duration(ffi: ffi.lifetime), Int(ffi.attempts))
        (cooldown, period) = (Duration(ffi: ffi.cooldown), Duration(ffi: ffi.period))
        (issues, failures) = (Int(ffi.issues), Int(ffi.failures))
    }

    var ffi: SceauGenerated.ChallengeLimits {
        SceauGenerated.ChallengeLimits(
            digits: digits?.ffi, lifetime: lifetime.ffi, attempts: attempts.ffi(),
            cooldown: cooldown.ffi, period: period.ffi, issues: issues.ffi(),
            failures: failures.ffi())
    }
}

/// What a service allows of a code: numbers that have been checked.
public final class ChallengePolicy: Sendable {
    /// The numbers.
    public let limits: ChallengeLimits
    let ffi: SceauGenerated.ChallengePolicy

    /// Checks the numbers of a policy; throws for the first one out of its range.
    public init(_ limits: ChallengeLimits) throws(ChallengePolicyError) {
        self.limits = limits
        do {
            ffi = try SceauGenerated.ChallengePolicy(limits: limits.ffi)
        } catch {
            throw lift(error, ChallengePolicyError.init(ffi:))
        }
    }

    /// The default policy.
    public static let standard = own { try ChallengePolicy(ChallengeLimits()) }

    /// The default policy for a posted code.
    public static let post = own { try ChallengePolicy(.post) }
}

/// Which number of a policy is out of its range.
public enum ChallengePolicyError: Error, Reason, Hashable, CaseIterable {
    /// The lifetime is not 1 to 600 seconds, or by post not 1 second to 30 days.
    case lifetime
    /// The attempts are not 1 to 10.
    case attempts
    /// The cooldown is longer than the lifetime.
    case cooldown
    /// The period is shorter than the lifetime, or longer than 30 days.
    case period
    /// The issues are not 1 to 100.
    case issues
    /// The failures are not 1 to 100.
    case failures

    /// The wire name and the sentences.
    public var words: Words { Words(challengePolicyErrorWords(reason: ffi)) }
}

extension ChallengePolicyError {
    init(ffi: SceauGenerated.ChallengePolicyError) {
        switch ffi {
        case .Lifetime: self = .lifetime
        case .Attempts: self = .attempts
        case .Cooldown: self = .cooldown
        case .Period: self = .period
        case .Issues: self = .issues
        case .Failures: self = .failures
        }
    }

    var ffi: SceauGenerated.ChallengePolicyError {
        switch self {
        case .lifetime: .Lifetime
        case .attempts: .Attempts
        case .cooldown: .Cooldown
        case .period: .Period
        case .issues: .Issues
        case .failures: .Failures
        }
    }
}
