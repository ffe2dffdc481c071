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
