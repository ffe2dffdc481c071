import Sceau

// otp/*.txt

@Sendable func hotp(_ record: Record) -> String {
    otp { () throws(OtpError) in
        let secret = try secret(record)
        return try hotpOf(record).code(secret, counter: record.number("counter", 0)).compact
    }
}

@Sendable func hotpVerify(_ record: Record) -> String {
    otp { () throws(OtpError) in
        let (hotp, secret) = (try hotpOf(record), try secret(record))
        let counter: UInt64 = record.number("counter", 0)
        let outcome = try hotp.verify(secret, typed: record.text("code"), counter: counter)
        guard case .accepted(let next) = outcome else { return outcome.name }
        return "accepted \(next)"
    }
}

@Sendable func totp(_ record: Record) -> String {
    otp { () throws(OtpError) in
        try totpOf(record).code(try secret(record), now: now(record)).compact
    }
}

@Sendable func totpVerify(_ record: Record) -> String {
    otp { () throws(OtpError) in
        let (totp, secret) = (try totpOf(record), try secret(record))
        let last: UInt64? = record.optional("last").map { _ in record.number("last", 0) }
        let outcome = totp.verify(secret, typed: record.text("code"), last: last, now: now(record))
        guard case .accepted(let step) = outcome else { return outcome.name }
        return "accepted \(step)"
    }
}

private func hotpOf(_ record: Record) throws(OtpError) -> Hotp {
    try Hotp(
        algorithm: algorithm(record), digits: digits(record),
        lookAhead: record.number("look-ahead", 0))
}

private func totpOf(_ record: Record) throws(OtpError) -> Totp {
    try Totp(
        algorithm: algorithm(record), digits: digits(record),
        period: .seconds(record.number("period", Int64(30))), past: record.number("past", 1),
        future: record.number("future", 1))
}

private func algorithm(_ record: Record) -> OtpAlgorithm {
    let name = record.optional("algorithm") ?? "SHA1"
    return OtpAlgorithm.allCases.first { $0.name == name }!
}

func digits(_ record: Record) -> Digits { Digits(rawValue: record.number("digits", 6))! }

private func secret(_ record: Record) throws(OtpError) -> OtpSecret {
    try OtpSecret(fromHex(record.text("secret")))
}

private func now(_ record: Record) -> UnixTime { UnixTime(record.number("now", 0)) }

private func otp(_ run: () throws(OtpError) -> String) -> String {
    do { return try run() } catch { return written(error) }
}
