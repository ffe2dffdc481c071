public import Foundation
internal import SceauGenerated

/// Why bytes are no service key.
public enum KeyError: Error, Reason, Hashable, CaseIterable {
    /// Fewer than 32 bytes.
    case tooShort
    /// More than 1,024 bytes.
    case tooLong

    /// The wire name and the sentences.
    public var words: Words { Words(keyErrorWords(reason: ffi)) }
}

/// The service's key, from which every other key is derived; wiped when it is freed.
public final class ServiceKey: Sendable, Discreet {
    /// The key id, which is not secret: it is written into every state.
    public let id: UInt32
    let ffi: SceauGenerated.ServiceKey

    /// Takes 32 to 1,024 bytes from the system's generator. The caller wipes its own copy.
    public init(id: UInt32, key: some ContiguousBytes) throws(KeyError) {
        self.id = id
        do {
            ffi = try lent(key) { try SceauGenerated.ServiceKey(id: id, key: $0) }
        } catch {
            throw lift(error, KeyError.init(ffi:))
        }
    }

    /// As the other one, and overwrites the caller's bytes with zeros, also when it throws; see
    /// `wipe(_:)`.
    public convenience init(id: UInt32, wiping key: inout [UInt8]) throws(KeyError) {
        defer { wipe(&key) }
        try self.init(id: id, key: key)
    }

    /// Makes a key of 32 bytes of the system's generator.
    public static func generate(id: UInt32) throws(KeyError) -> ServiceKey {
        var system = SystemRandomNumberGenerator()
        return try generate(id: id, using: &system)
    }

    /// As the other one, with a generator of one's own: for tests.
    public static func generate(
        id: UInt32, using generator: inout some RandomNumberGenerator
    ) throws(KeyError) -> ServiceKey {
        var key = bytes(32, &generator)
        return try ServiceKey(id: id, wiping: &key)
    }
}

extension KeyError {
    init(ffi: SceauGenerated.KeyError) {
        switch ffi {
        case .TooShort: self = .tooShort
        case .TooLong: self = .tooLong
        }
    }

    var ffi: SceauGenerated.KeyError {
        switch self {
        case .tooShort: .TooShort
        case .tooLong: .TooLong
        }
    }
}
