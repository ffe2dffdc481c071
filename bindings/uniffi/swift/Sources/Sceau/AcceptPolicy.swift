internal import SceauGenerated

/// From how many iterations to how many.
public struct IterationRange: Hashable, Sendable {
    /// The fewest iterations, 1,000 or more; by default 10,000.
    public var min: Int
    /// The most iterations, 10,000,000 or fewer; by default 10,000,000.
    public var max: Int

    /// Makes a range.
    public init(min: Int, max: Int) { (self.min, self.max) = (min, max) }

    init(ffi: SceauGenerated.IterationRange) { self.init(min: Int(ffi.min), max: Int(ffi.max)) }

    var ffi: SceauGenerated.IterationRange {
        SceauGenerated.IterationRange(min: min.ffi(), max: UInt32(clamping: max))
    }
}

/// The most of everything that an Argon2id hash may ask for. It is checked before any memory is
/// touched.
public struct Argon2Limits: Hashable, Sendable {
    /// The most working memory in KiB, 1,048,576 or less; by default 131,072.
    public var maxMemoryKiB: Int
    /// The most passes over it, 64 or fewer; by default 10.
    public var maxPasses: Int
    /// The most lanes, 64 or fewer; by default 16.
    public var maxLanes: Int

    init(ffi: SceauGenerated.Argon2Limits) {
        (maxMemoryKiB, maxPasses) = (Int(ffi.maxMemoryKib), Int(ffi.maxPasses))
        maxLanes = Int(ffi.maxLanes)
    }

    var ffi: SceauGenerated.Argon2Limits {
        SceauGenerated.Argon2Limits(
            maxMemoryKib: UInt32(clamping: maxMemoryKiB), maxPasses: UInt32(clamping: maxPasses),
            maxLanes: UInt32(clamping: maxLanes))
    }
}

/// The rules of an accept policy.
public struct AcceptLimits: Hashable, Sendable {
    /// The formats that are accepted; by default PHC strings of PBKDF2 only. A format whose cost is
    /// fixed (`djangoSha1`, `ldapSalted`, `aspNetV2`) is accepted by its name alone.
    public var formats: Set<StoredFormat>
    /// The iterations of PBKDF2-HMAC-SHA-1, which only legacy formats have.
    public var sha1: IterationRange
    /// The iterations of PBKDF2-HMAC-SHA-256.
    public var sha256: IterationRange
    /// The iterations of PBKDF2-HMAC-SHA-512.
    public var sha512: IterationRange
    /// The shortest salt in bytes, 8 or more; by default 8.
    public var minSaltBytes: Int
    /// The shortest key in bytes, 16 or more; by default 16.
    public var minKeyBytes: Int
    /// The most that Argon2id may ask for.
    public var argon2: Argon2Limits
    /// Whether a hash without a pepper is refused; by default not. Who can write to the database
    /// could otherwise plant one. Turn it on once every hash has been made again.
    public var requirePepper: Bool

    /// Makes the default rules, to change some of them.
    public init() {
        let ffi = acceptLimitsDefault()
        formats = Set(ffi.formats.map(StoredFormat.init(ffi:)))
        sha1 = IterationRange(ffi: ffi.sha1)
        sha256 = IterationRange(ffi: ffi.sha256)
        sha512 = IterationRange(ffi: ffi.sha512)
        (minSaltBytes, minKeyBytes) = (Int(ffi.minSaltBytes), Int(ffi.minKeyBytes))
        argon2 = Argon2Limits(ffi: ffi.argon2)
        requirePepper = ffi.requirePepper
    }

    var ffi: SceauGenerated.AcceptLimits {
        SceauGenerated.AcceptLimits(
            formats: formats.map(\.ffi), sha1: sha1.ffi, sha256: sha256.ffi, sha512: sha512.ffi,
            minSaltBytes: minSaltBytes.ffi(), minKeyBytes: minKeyBytes.ffi(), argon2: argon2.ffi,
            requirePepper: requirePepper)
    }
}

/// Which stored hashes may still log in.
public final class AcceptPolicy: Sendable {
    let ffi: SceauGenerated.AcceptPolicy

    /// Checks the rules of a policy; throws for a number out of its range.
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
