import Sceau

// otp/base32.txt, otp/uri.txt and otp/uri_write.txt

@Sendable func base32(_ record: Record) -> String {
    otpText { () throws(OtpTextError) in
        let (text, reading) = (text(record, "text"), reading(record))
        let secret =
            unchecked(record)
            ? try OtpSecret(base32UncheckedPolicy: text, reading: reading)
            : try OtpSecret(base32: text, reading: reading)
        let groups = secret.base32Groups()
        guard groups.replacing(" ", with: "") == secret.base32() else { return "groups" }
        return "\(toHex(secret.expose())) \(groups)"
    }
}

@Sendable func uri(_ record: Record) -> String {
    otpText { () throws(OtpTextError) in
        let (text, reading) = (text(record, "text"), reading(record))
        let uri =
            unchecked(record)
            ? try OtpUri.parseUncheckedPolicy(text, reading: reading)
            : try OtpUri.parse(text, reading: reading)
        let period = uri.period.map { "totp \($0.components.seconds)" }
        let kind = period ?? "hotp \(uri.counter ?? 0)"
        let secret = toHex(uri.secret.expose())
        return "\(kind) \(uri.algorithm.name) \(uri.digits.rawValue) \(secret)"
            + " [\(uri.issuer)] [\(uri.account)]"
    }
}

@Sendable func uriWrite(_ record: Record) -> String {
    otpText { () throws(OtpTextError) in
        let counter: UInt64? = record.text("kind") == "hotp" ? record.number("counter", 0) : nil
        let (issuer, account) = (text(record, "issuer"), text(record, "account"))
        guard let secret = try? OtpSecret(uncheckedPolicy: fromHex(record.text("secret"))) else {
            return "no secret"
        }
        let (algorithm, digits) = (algorithm(record), digits(record))
        let period: Duration = .seconds(record.number("period", Int64(30)))
        let uri =
            unchecked(record)
            ? try OtpUri(
                uncheckedPolicy: issuer, account: account, secret: secret, algorithm: algorithm,
                digits: digits, period: period, counter: counter)
            : try OtpUri(
                issuer: issuer, account: account, secret: secret, algorithm: algorithm,
                digits: digits, period: period, counter: counter)
        return uri.text()
    }
}

private func reading(_ record: Record) -> OtpReading {
    let name = record.optional("reading") ?? "lenient"
    return OtpReading.allCases.first { $0.name == name }!
}

private func text(_ record: Record, _ name: String) -> String {
    String(decoding: record.bytes(name), as: UTF8.self)
}

private func otpText(_ run: () throws(OtpTextError) -> String) -> String {
    do { return try run() } catch { return written(error, error.at) }
}
