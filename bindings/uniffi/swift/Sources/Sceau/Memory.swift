internal import Foundation

/// Lends bytes to a call without copying them.
func lent<T, Bytes: ContiguousBytes>(_ bytes: Bytes, _ call: (Data) throws -> T) rethrows -> T {
    try bytes.withUnsafeBytes { raw in
        guard let start = raw.baseAddress, !raw.isEmpty else { return try call(Data()) }
        let pointer = UnsafeMutableRawPointer(mutating: start)
        return try call(Data(bytesNoCopy: pointer, count: raw.count, deallocator: .none))
    }
}

/// Lends a text's UTF-8 to a call, and wipes it.
func lent<T>(_ text: String, _ call: (Data) throws -> T) rethrows -> T {
    var bytes = Array(text.utf8)
    defer { wipe(&bytes) }
    return try lent(bytes, call)
}

/// Overwrites bytes with zeros, in a way that no compiler leaves out.
func wipe(_ bytes: inout [UInt8]) {
    bytes.withUnsafeMutableBytes { raw in
        guard let start = raw.baseAddress else { return }
        #if canImport(Darwin)
            memset_s(start, raw.count, 0, raw.count)
        #else
            explicit_bzero(start, raw.count)
        #endif
    }
}

/// Sixteen bytes of a generator, as the two numbers that the shell takes.
func twoWords(_ generator: inout some RandomNumberGenerator) -> (high: UInt64, low: UInt64) {
    let high = generator.next()
    return (high, generator.next())
}

/// So many bytes of a generator, a multiple of eight.
func bytes(_ count: Int, _ generator: inout some RandomNumberGenerator) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count {
        withUnsafeBytes(of: generator.next().bigEndian) { bytes.append(contentsOf: $0) }
    }
    return bytes
}
