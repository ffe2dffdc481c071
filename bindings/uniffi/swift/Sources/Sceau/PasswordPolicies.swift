internal import SceauGenerated

/// The hash under PBKDF2's HMAC.
public enum PasswordAlgorithm: CaseIterable, Sendable {
    /// PBKDF2-HMAC-SHA-256.
    case sha256
    /// PBKDF2-HMAC-SHA-512.
    case sha512

    /// The stable wire name, which is also the PHC string's identifier.
    public var name: String { passwordAlgorithmName(value: ffi) }

    /// The iterations that OWASP's Password Storage Cheat Sheet recommends.
    public var recommendedIterations: Int {
        Int(SceauGenerated.recommendedIterations(algorithm: ffi))
    }

    var ffi: SceauGenerated.PasswordAlgorithm {
        switch self {
        case .sha256: .sha256
        case .sha512: .sha512
        }
    }
}

/// The numbers of an accept policy.
public struct AcceptLimits: Hashable, Sendable {
    /// The fewest iterations, 1,000 or more; by default 10,000.
    public var minIterations: Int
    /// The most iterations, 10,000,000 or fewer; by default 10,000,000.
    public var maxIterations: Int
    /// The shortest salt in bytes, 8 or more; by default 8.
    public var minSaltBytes: Int

    /// Makes the default numbers, to change some of them.
    public init() {
        let ffi = acceptLimitsDefault()
        (minIterations, maxIterations) = (Int(ffi.minIterations), Int(ffi.maxIterations))
        minSaltBytes = Int(ffi.minSaltBytes)
    }

    var ffi: SceauGenerated.AcceptLimits {
        SceauGenerated.AcceptLimits(
            minIterations: minIterations.ffi(), maxIterations: UInt32(clamping: maxIterations),
            minSaltBytes: minSaltBytes.ffi())
    }
}

/// Which stored hashes may still log in: PHC strings within limits.
public final class AcceptPolicy: Sendable {
    let ffi: SceauGenerated.AcceptPolicy

    /// Checks the numbers of a policy; throws for one out of its range.
    public init(_ limits: AcceptLimits) throws(PasswordError) {
        ffi = try onPassword { try SceauGenerated.AcceptPolicy(limits: limits.ffi) }
    }

    /// Takes any numbers: for published test vectors, and for a migration that knows why.
    public init(uncheckedPolicy limits: AcceptLimits) {
        ffi = .uncheckedPolicy(limits: limits.ffi)
    }

    /// The default policy.
    public static let standard = own { try AcceptPolicy(AcceptLimits()) }
}

/// How a new password is hashed.
public final class CreatePolicy: Sendable {
    let ffi: SceauGenerated.CreatePolicy

    /// Sets the algorithm and its iterations, the recommended figure to 10,000,000; throws for
    /// iterations out of that range.
    public init(algorithm: PasswordAlgorithm, iterations: Int) throws(PasswordError) {
        ffi = try onPassword {
            try SceauGenerated.CreatePolicy(algorithm: algorithm.ffi, iterations: iterations.ffi())
        }
    }

    /// Sets any number of iterations, zero counting as one, and any salt of 1 to 64 bytes: for
    /// published test vectors, and for tests that cannot wait.
    public init(uncheckedPolicy algorithm: PasswordAlgorithm, iterations: UInt32) {
        ffi = .uncheckedPolicy(algorithm: algorithm.ffi, iterations: iterations)
    }

    /// The default policy: PBKDF2-HMAC-SHA-256, with the iterations that are recommended for it.
    public static let standard = own {
        let algorithm = PasswordAlgorithm.sha256
        return try CreatePolicy(algorithm: algorithm, iterations: algorithm.recommendedIterations)
    }
}
