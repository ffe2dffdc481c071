public import Foundation
internal import SceauGenerated

/// Why bytes are no service key.
public enum KeyError: Error, Reason, Hashable, CaseIterable {
    /// Fewer than 32 bytes.
    case tooShort
    /// More than 1,024 bytes.
    case tooLong

    public var words: Words { Words(SceauGenerated.keyErrorWords(reason: shell)) }
}

/// The service's key, from which every other key is derived.
///
/// The core keeps it, and wipes it when the last copy of this value is gone.
public struct ServiceKey: Discreet, Sendable {
    /// The key id, which is written into every state; not secret.
    public let id: UInt32

    let shell: SceauGenerated.ServiceKey

    /// Takes 32 to 1,024 bytes from the system's generator. The caller's bytes stay as they are.
    ///
    /// - Throws: `KeyError.tooShort` and `.tooLong`.
    public init(id: UInt32, key: Data) throws(KeyError) {
        self.id = id
        shell = try KeyError.lifting { try SceauGenerated.ServiceKey(id: id, key: key) }
    }

    /// As `init(id:key:)`, and overwrites the caller's bytes with zeros, even when it throws.
    public init(id: UInt32, wiping key: inout Data) throws(KeyError) {
        defer { key.wipe() }
        try self.init(id: id, key: key)
    }

    /// Makes a key of 32 bytes from the system's generator.
    public static func generate(id: UInt32) throws(KeyError) -> ServiceKey {
        var system = SystemRandomNumberGenerator()
        return try generate(id: id, using: &system)
    }

    /// Makes a key of 32 bytes from a generator: for tests.
    public static func generate(
        id: UInt32, using generator: inout some RandomNumberGenerator
    ) throws(KeyError) -> ServiceKey {
        var key = generator.bytes(32)
        return try ServiceKey(id: id, wiping: &key)
    }
}

extension KeyError: Lifted {
    init(_ shell: SceauGenerated.KeyError) {
        self =
            switch shell {
            case .TooShort: .tooShort
            case .TooLong: .tooLong
            }
    }

    private var shell: SceauGenerated.KeyError {
        switch self {
        case .tooShort: .TooShort
        case .tooLong: .TooLong
        }
    }
}
