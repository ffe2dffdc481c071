internal import SceauGenerated

/// An `otpauth://` URI, by which a QR code carries a secret into an app: as secret as it.
public final class OtpUri: Sendable, Discreet {
    private let ffi: SceauGenerated.OtpUri

    private init(ffi: SceauGenerated.OtpUri) { self.ffi = ffi }

    /// Pairs an app with what every app reads, the defaults, or with a counter instead of a period.
    ///
    /// `issuer` is the service, and `account` the person's name there, as the app shows them. Throws
    /// for one that is empty, too long, has a colon or a control character in it, or a space at its
    /// edge; for a secret of fewer than 16 bytes; for parameters that some app does not read.
    public convenience init(
        issuer: String, account: String, secret: OtpSecret, algorithm: OtpAlgorithm = .sha1,
        digits: Digits = .six, period: Duration = .seconds(30), counter: UInt64? = nil
    ) throws(OtpTextError) {
        let ffi = try onOtpText {
            try SceauGenerated.OtpUri(
                issuer: issuer, account: account, secret: secret.ffi, algorithm: algorithm.ffi,
                digits: digits.ffi, factor: factor(counter, period), unchecked: false)
        }
        self.init(ffi: ffi)
    }

    /// Pairs an app with any parameters. Many apps ignore what they do not know, and then show codes
    /// that are always wrong: for apps that one has tried.
    public convenience init(
        uncheckedPolicy issuer: String, account: String, secret: OtpSecret,
        algorithm: OtpAlgorithm = .sha1, digits: Digits = .six, period: Duration = .seconds(30),
        counter: UInt64? = nil
    ) throws(OtpTextError) {
        let ffi = try onOtpText {
            try SceauGenerated.OtpUri(
                issuer: issuer, account: account, secret: secret.ffi, algorithm: algorithm.ffi,
                digits: digits.ffi, factor: factor(counter, period), unchecked: true)
        }
        self.init(ffi: ffi)
    }

    /// Reads a URI whose secret has 16 to 128 bytes, and whose period is 15 to 120 s.
    public static func parse(
        _ text: String, reading: OtpReading = .lenient
    ) throws(OtpTextError) -> OtpUri {
        let ffi = try onOtpText {
            try SceauGenerated.OtpUri.parse(text: text, reading: reading.ffi, unchecked: false)
        }
        return OtpUri(ffi: ffi)
    }

    /// Reads a URI with a secret from one byte and a period from one second: for what another system
    /// made, until its owner has a new one.
    public static func parseUncheckedPolicy(
        _ text: String, reading: OtpReading = .lenient
    ) throws(OtpTextError) -> OtpUri {
        let ffi = try onOtpText {
            try SceauGenerated.OtpUri.parse(text: text, reading: reading.ffi, unchecked: true)
        }
        return OtpUri(ffi: ffi)
    }

    /// The service's name, empty if the URI names none.
    public var issuer: String { ffi.issuer() }

    /// The person's name at the service.
    public var account: String { ffi.account() }

    /// The secret.
    public var secret: OtpSecret { OtpSecret(ffi.secret()) }

    /// The hash under a code's HMAC.
    public var algorithm: OtpAlgorithm {
        switch ffi.algorithm() {
        case .sha1: .sha1
        case .sha256: .sha256
        case .sha512: .sha512
        }
    }

    /// How many digits a code has.
    public var digits: Digits { Digits(rawValue: Int(ffi.digits())) ?? .six }

    /// How long a step lasts; `nil` for codes by counter.
    public var period: Duration? {
        guard case .period(let period) = ffi.factor() else { return nil }
        return Duration(ffi: period)
    }

    /// The counter of the first code; `nil` for codes by time.
    public var counter: UInt64? {
        guard case .counter(let counter) = ffi.factor() else { return nil }
        return counter
    }

    /// Returns the URI, which holds the secret: to be shown once, and not logged.
    public func text() -> String { ffi.text() }
}

private func factor(_ counter: UInt64?, _ period: Duration) -> OtpFactor {
    counter.map { .counter(counter: $0) } ?? .period(period: period.ffi)
}
