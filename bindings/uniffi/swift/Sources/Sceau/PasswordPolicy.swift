internal import SceauGenerated

/// The hash under PBKDF2's HMAC.
public enum PasswordAlgorithm: CaseIterable, Sendable {
    /// PBKDF2-HMAC-SHA-256.
    case sha256
    /// PBKDF2-HMAC-SHA-512.
    case sha512

    /// The stable wire name, which is also the PHC string's identifier.
    public var name: String { SceauGenerated.passwordAlgorithmName(value: shell) }

    /// The iterations that OWASP's Password Storage Cheat Sheet recommends.
    public var recommendedIterations: UInt32 { SceauGenerated.recommendedIterations(algorithm: shell) }

    fileprivate var shell: SceauGenerated.PasswordAlgorithm {
        switch self {
        case .sha256: .sha256
        case .sha512: .sha512
        }
    }
}

/// The numbers of an accept policy.
public struct AcceptLimits: Hashable, Sendable {
    /// The fewest iterations, 1,000 or more; by default 10,000.
    public var minIterations: UInt32
    /// The most iterations, 10,000,000 or fewer; by default 10,000,000.
    public var maxIterations: UInt32
    /// The shortest salt in bytes, 8 or more; by default 8.
    public var minSaltBytes: UInt8

    /// The default numbers, to be changed as needed.
    public init() {
        let shell = SceauGenerated.acceptLimitsDefault()
        minIterations = shell.minIterations
        maxIterations = shell.maxIterations
        minSaltBytes = shell.minSaltBytes
    }

    fileprivate var shell: SceauGenerated.AcceptLimits {
        SceauGenerated.AcceptLimits(
            minIterations: minIterations, maxIterations: maxIterations, minSaltBytes: minSaltBytes)
    }
}

/// Which stored hashes may still log in: PHC strings within limits.
public struct AcceptPolicy: Sendable {
    let shell: SceauGenerated.AcceptPolicy

    /// The default policy.
    public static let `default` = uncheckedPolicy(AcceptLimits())

    /// Checks the numbers of a policy.
    ///
    /// - Throws: `PasswordError.iterations` and `.saltLength`.
    public init(_ limits: AcceptLimits) throws(PasswordError) {
        shell = try PasswordError.lifting { try SceauGenerated.AcceptPolicy(limits: limits.shell) }
    }

    /// Takes any numbers: for published test vectors, and for a migration that knows why.
    public static func uncheckedPolicy(_ limits: AcceptLimits) -> AcceptPolicy {
        AcceptPolicy(shell: SceauGenerated.AcceptPolicy.uncheckedPolicy(limits: limits.shell))
    }

    private init(shell: SceauGenerated.AcceptPolicy) {
        self.shell = shell
    }
}

/// How a new password is hashed.
public struct CreatePolicy: Sendable {
    let shell: SceauGenerated.CreatePolicy

    /// The default policy: PBKDF2-HMAC-SHA-256 with the recommended iterations.
    public static let `default` = uncheckedPolicy(
        algorithm: .sha256, iterations: PasswordAlgorithm.sha256.recommendedIterations)

    /// Sets the algorithm and its iterations: the recommended figure to 10,000,000.
    ///
    /// - Throws: `PasswordError.iterations`.
    public init(algorithm: PasswordAlgorithm, iterations: UInt32) throws(PasswordError) {
        shell = try PasswordError.lifting {
            try SceauGenerated.CreatePolicy(algorithm: algorithm.shell, iterations: iterations)
        }
    }

    /// Sets any number of iterations: for published test vectors, and for tests that cannot wait.
    public static func uncheckedPolicy(
        algorithm: PasswordAlgorithm, iterations: UInt32
    ) -> CreatePolicy {
        CreatePolicy(
            shell: SceauGenerated.CreatePolicy.uncheckedPolicy(
                algorithm: algorithm.shell, iterations: iterations))
    }

    private init(shell: SceauGenerated.CreatePolicy) {
        self.shell = shell
    }
}

/// A rule that a password breaks.
public enum PasswordReason: Reason, Hashable, CaseIterable {
    /// Fewer characters than the profile asks for.
    case tooShort
    /// A character three times or more in a row.
    case repetition
    /// Four or more letters or digits in the order of the alphabet, or backwards.
    case sequence
    /// The user name is in it.
    case userName
    /// It is an e-mail address.
    case emailAddress

    public var words: Words { Words(SceauGenerated.passwordReasonWords(reason: shell)) }
}

/// The rules of one profile for new passwords.
public enum PasswordPolicy: CaseIterable, Sendable {
    /// SAG's: at least 10 characters, "sans répétition ni séquence", not the user name, no address.
    case sag2024

    /// Checks a password that a person chose against every rule; an empty `userName` stands for
    /// nothing known.
    ///
    /// - Returns: the rules that it breaks, in the order of `PasswordReason`.
    /// - Throws: `PasswordError`, for a text that could not be hashed.
    public func check(
        _ password: some PasswordText, userName: String = ""
    ) throws(PasswordError) -> [PasswordReason] {
        let broken = try PasswordError.lifting {
            try password.lend { bytes in
                try SceauGenerated.passwordCheck(policy: shell, password: bytes, userName: userName)
            }
        }
        return broken.map(PasswordReason.init)
    }

    private var shell: SceauGenerated.PasswordPolicy {
        switch self {
        case .sag2024: .sag2024
        }
    }
}

extension PasswordReason {
    fileprivate init(_ shell: SceauGenerated.PasswordReason) {
        self =
            switch shell {
            case .tooShort: .tooShort
            case .repetition: .repetition
            case .sequence: .sequence
            case .userName: .userName
            case .emailAddress: .emailAddress
            }
    }

    private var shell: SceauGenerated.PasswordReason {
        switch self {
        case .tooShort: .tooShort
        case .repetition: .repetition
        case .sequence: .sequence
        case .userName: .userName
        case .emailAddress: .emailAddress
        }
    }
}
