public import Foundation
internal import SceauGenerated

/// The hash under a code's HMAC.
public enum OtpAlgorithm: CaseIterable, Sendable {
    /// HMAC-SHA-1, RFC 4226's, and what every authenticator app reads.
    case sha1
    /// HMAC-SHA-256.
    case sha256
    /// HMAC-SHA-512.
    case sha512

    /// The stable wire name, as `otpauth://` writes it.
    public var name: String { otpAlgorithmName(value: ffi) }

    var ffi: SceauGenerated.OtpAlgorithm {
        switch self {
        case .sha1: .sha1
        case .sha256: .sha256
        case .sha512: .sha512
        }
    }
}

/// How a text that holds a secret is read.
public enum OtpReading: CaseIterable, Sendable {
    /// As people type and other programs write it: any case, spaces, hyphens, padding.
    case lenient
    /// As Sceau writes it, and no other way.
    case strict

    /// The stable wire name.
    public var name: String { otpReadingName(value: ffi) }

    var ffi: SceauGenerated.OtpReading {
        switch self {
        case .lenient: .lenient
        case .strict: .strict
        }
    }
}

/// Why one-time codes cannot be made or checked with these parameters.
public enum OtpError: Error, Reason, Hashable, CaseIterable {
    /// The secret has fewer than 16 bytes (RFC 4226 §4, R6).
    case secretTooShort
    /// The secret has more than 128 bytes.
    case secretTooLong
    /// The period is not 15 to 120 seconds (NIST SP 800-63B-4: at most two minutes).
    case period
    /// The window accepts more than 10 steps of the past or of the future.
    case window
    /// The look-ahead is more than 100 counters.
    case lookAhead
    /// The counter has reached 2⁶⁴ − 1, and no next one could be stored.
    case counterExhausted
    /// The drift to learn is bounded by more than 20 steps.
    case drift
    /// Resynchronization looks more than 1,000 counters ahead.
    case resyncWindow

    /// The wire name and the sentences.
    public var words: Words { Words(otpErrorWords(reason: ffi)) }
}

/// The secret that an authenticator shares with the service: 16 to 128 bytes, wiped when freed.
public final class OtpSecret: Sendable, Discreet {
    let ffi: SceauGenerated.OtpSecret

    /// Takes the bytes of a secret, 16 to 128 of them. The caller wipes its own copy.
    public init(_ bytes: some ContiguousBytes) throws(OtpError) {
        ffi = try onOtp { try lent(bytes) { try SceauGenerated.OtpSecret(bytes: $0) } }
    }

    /// As the other one, and overwrites the caller's bytes with zeros, also when it throws; see
    /// `wipe(_:)`.
    public convenience init(wiping bytes: inout [UInt8]) throws(OtpError) {
        defer { wipe(&bytes) }
        try self.init(bytes)
    }

    /// Takes a secret of any length up to 128 bytes: for one that another system made too short,
    /// until its owner has a new one.
    public init(uncheckedPolicy bytes: some ContiguousBytes) throws(OtpError) {
        ffi = try onOtp { try lent(bytes) { try .newUncheckedPolicy(bytes: $0) } }
    }

    /// Reads a secret of 16 to 128 bytes from Base32 (RFC 4648 §6); throws with the first place
    /// that is wrong.
    public convenience init(
        base32 text: String, reading: OtpReading = .lenient
    ) throws(OtpTextError) {
        try self.init(text, reading, unchecked: false)
    }

    /// Reads a secret from Base32, from one byte on: for one that another system made too short,
    /// until its owner has a new one.
    public convenience init(
        base32UncheckedPolicy text: String, reading: OtpReading = .lenient
    ) throws(OtpTextError) {
        try self.init(text, reading, unchecked: true)
    }

    private init(_ text: String, _ reading: OtpReading, unchecked: Bool) throws(OtpTextError) {
        ffi = try onOtpText {
            try .fromBase32(text: text, reading: reading.ffi, unchecked: unchecked)
        }
    }

    init(_ ffi: SceauGenerated.OtpSecret) { self.ffi = ffi }

    /// The secret as upper-case Base32 without padding, which every app reads. Not for logs.
    public func base32() -> String { ffi.base32() }

    /// The same in groups of four, to be typed by a person.
    public func base32Groups() -> String { ffi.base32Groups() }

    /// The bytes, to be stored encrypted where the secret came as text. Not for logs.
    public func expose() -> Data { ffi.expose() }

    /// Makes a secret of 20 bytes, as RFC 4226 §4 recommends, of the system's generator.
    public static func generate() throws(OtpError) -> OtpSecret {
        var system = SystemRandomNumberGenerator()
        return try generate(using: &system)
    }

    /// As the other one, with a generator of one's own: for tests.
    public static func generate(
        using generator: inout some RandomNumberGenerator
    ) throws(OtpError) -> OtpSecret {
        var secret = bytes(20, &generator)
        return try OtpSecret(wiping: &secret)
    }
}

/// What became of a code by counter that a person typed.
public enum HotpOutcome: Reason, Hashable {
    /// The code is right; store `next`, and pass it as `counter` the next time.
    case accepted(next: UInt64)
    /// No counter from the stored one to the end of the look-ahead yields the code.
    case mismatch
    /// Not the expected number of decimal digits.
    case malformed

    /// The wire name and the sentences.
    public var words: Words { Words(hotpOutcomeWords(reason: ffi)) }
}

/// What became of a code by time that a person typed.
public enum TotpOutcome: Reason, Hashable {
    /// The code belongs to `step`; store it, and pass it as `last` the next time.
    case accepted(step: UInt64)
    /// The code is right, and its step was accepted before (RFC 6238 §5.2).
    case replayed
    /// No step in the window yields the code.
    case mismatch
    /// Not the expected number of decimal digits.
    case malformed

    /// The wire name and the sentences.
    public var words: Words { Words(totpOutcomeWords(reason: ffi)) }
}

func onOtp<T>(_ call: () throws -> T) throws(OtpError) -> T {
    do { return try call() } catch { throw lift(error, OtpError.init(ffi:)) }
}

extension OtpError {
    init(ffi: SceauGenerated.OtpError) {
        switch ffi {
        case .SecretTooShort: self = .secretTooShort
        case .SecretTooLong: self = .secretTooLong
        case .Period: self = .period
        case .Window: self = .window
        case .LookAhead: self = .lookAhead
        case .CounterExhausted: self = .counterExhausted
        case .Drift: self = .drift
        case .ResyncWindow: self = .resyncWindow
        }
    }

    var ffi: SceauGenerated.OtpError {
        switch self {
        case .secretTooShort: .SecretTooShort
        case .secretTooLong: .SecretTooLong
        case .period: .Period
        case .window: .Window
        case .lookAhead: .LookAhead
        case .counterExhausted: .CounterExhausted
        case .drift: .Drift
        case .resyncWindow: .ResyncWindow
        }
    }
}

extension HotpOutcome {
    init(ffi: SceauGenerated.HotpOutcome) {
        switch ffi {
        case .accepted(let next): self = .accepted(next: next)
        case .mismatch: self = .mismatch
        case .malformed: self = .malformed
        }
    }

    var ffi: SceauGenerated.HotpOutcome {
        switch self {
        case .accepted(let next): .accepted(next: next)
        case .mismatch: .mismatch
        case .malformed: .malformed
        }
    }
}

extension TotpOutcome {
    init(ffi: SceauGenerated.TotpOutcome) {
        switch ffi {
        case .accepted(let step): self = .accepted(step: step)
        case .replayed: self = .replayed
        case .mismatch: self = .mismatch
        case .malformed: self = .malformed
        }
    }

    var ffi: SceauGenerated.TotpOutcome {
        switch self {
        case .accepted(let step): .accepted(step: step)
        case .replayed: .replayed
        case .mismatch: .mismatch
        case .malformed: .malformed
        }
    }
}
