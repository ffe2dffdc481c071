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
public final class ServiceKey: Sendable, CustomStringConvertible {
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

    /// Takes the bytes of a key, and overwrites them with zeros.
    public convenience init(id: UInt32, wiping key: inout [UInt8]) throws(KeyError) {
        defer { wipe(&key) }
        try self.init(id: id, key: key)
    }

    /// Makes a key of 32 bytes of the system's generator.
    public static func generate(id: UInt32) throws(KeyError) -> ServiceKey {
        var system = SystemRandomNumberGenerator()
        var key = bytes(32, &system)
        return try ServiceKey(id: id, wiping: &key)
    }

    /// The type, and nothing of the value.
    public var description: String { "ServiceKey(..)" }
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

/// Returns the façade's error for one of the shell's. A shell function throws its own errors only.
func lift<Ffi: Error, Lifted: Error>(_ error: any Error, _ lift: (Ffi) -> Lifted) -> Lifted {
    guard let ffi = error as? Ffi else { preconditionFailure("the library is another one: \(error)") }
    return lift(ffi)
}
