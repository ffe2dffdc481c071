public import Foundation

/// The text of a password in UTF-8: `Data` or `[UInt8]`, which the caller can wipe, or a `String`,
/// which nobody can. Swift keeps copies of strings where it likes, and overwrites none of them.
public protocol PasswordText {
    /// Lends the UTF-8 to a call. What had to be copied for it is wiped afterwards.
    func lend<T>(to call: (Data) throws -> T) rethrows -> T
}

extension Data: PasswordText {
    /// Lends the bytes themselves.
    public func lend<T>(to call: (Data) throws -> T) rethrows -> T { try call(self) }
}

extension [UInt8]: PasswordText {
    /// Lends the bytes themselves.
    public func lend<T>(to call: (Data) throws -> T) rethrows -> T { try lent(self, call) }
}

extension String: PasswordText {
    /// Lends a copy of the UTF-8, and wipes it.
    public func lend<T>(to call: (Data) throws -> T) rethrows -> T {
        var bytes = Array(utf8)
        defer { wipe(&bytes) }
        return try lent(bytes, call)
    }
}

/// Overwrites a secret with zeros, in a way that no compiler leaves out.
///
/// It reaches the array's own memory. Another array that was assigned from this one shares that
/// memory until one of them changes: then the other keeps the secret, as does whatever the bytes
/// came from.
public func wipe(_ secret: inout [UInt8]) {
    secret.withUnsafeMutableBytes { raw in
        guard let start = raw.baseAddress else { return }
        #if canImport(Darwin)
            memset_s(start, raw.count, 0, raw.count)
        #else
            explicit_bzero(start, raw.count)
        #endif
    }
}

/// Lends bytes to a call without copying them.
func lent<T, Bytes: ContiguousBytes>(_ bytes: Bytes, _ call: (Data) throws -> T) rethrows -> T {
    try bytes.withUnsafeBytes { raw in
        guard let start = raw.baseAddress, !raw.isEmpty else { return try call(Data()) }
        let pointer = UnsafeMutableRawPointer(mutating: start)
        return try call(Data(bytesNoCopy: pointer, count: raw.count, deallocator: .none))
    }
}

/// Sixteen bytes of a generator, as the two numbers that the shell takes.
func twoWords(_ generator: inout some RandomNumberGenerator) -> (high: UInt64, low: UInt64) {
    let high = generator.next()
    return (high, generator.next())
}

/// So many bytes of a generator: its numbers, each with the most significant byte first.
func bytes(_ count: Int, _ generator: inout some RandomNumberGenerator) -> [UInt8] {
    // Reserved, so that it never grows and leaves a copy behind.
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    while bytes.count < count {
        withUnsafeBytes(of: generator.next().bigEndian) {
            bytes.append(contentsOf: $0.prefix(count - bytes.count))
        }
    }
    return bytes
}
