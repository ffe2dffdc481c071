import Sceau

// otp/*.txt

@Sendable func hotp(_ record: Record) -> String {
    otp { () throws(OtpError) in
        let (hotp, secret) = (try hotpOf(record), try secret(record))
        let counter: UInt64 = record.number("counter", 0)
        let code = hotp.code(secret, counter: counter).compact
        return hotp.prepare(secret).code(counter: counter).compact == code ? code : "prepared"
    }
}

@Sendable func hotpVerify(_ record: Record) -> String {
    otp { () throws(OtpError) in
        let (hotp, secret) = (try hotpOf(record), try secret(record))
        let (typed, counter): (String, UInt64) = (record.text("code"), record.number("counter", 0))
        let outcome = try hotp.verify(secret, typed: typed, counter: counter)
        let prepared = try hotp.prepare(secret).verify(typed: typed, counter: counter)
        return prepared == outcome ? said(outcome) : "prepared"
    }
}

@Sendable func hotpResync(_ record: Record) -> String {
    otp { () throws(OtpError) in
        let prepared = try hotpOf(record).prepare(try secret(record))
        let (first, second) = (record.text("first"), record.text("second"))
        let counter: UInt64 = record.number("counter", 0)
        return said(try prepared.resynchronize(first, second, counter: counter))
    }
}

private func said(_ outcome: HotpOutcome) -> String {
    guard case .accepted(let next) = outcome else { return outcome.name }
    return "accepted \(next)"
}

@Sendable func totp(_ record: Record) -> String {
    otp { () throws(OtpError) in
        let (totp, secret) = (try totpOf(record), try secret(record))
        let code = totp.code(secret, now: now(record)).compact
        return totp.prepare(secret).code(now: now(record)).compact == code ? code : "prepared"
    }
}

@Sendable func totpClock(_ record: Record) -> String {
    otp { () throws(OtpError) in
        let (totp, now) = (try totpOf(record), now(record))
        let (step, remaining) = (totp.step(now: now), totp.remaining(now: now))
        let until = totp.acceptedUntil(step: step).seconds
        return "step \(step) remaining \(remaining.components.seconds) until \(until)"
    }
}

@Sendable func totpVerify(_ record: Record) -> String {
    otp { () throws(OtpError) in
        let (totp, secret) = (try totpOf(record), try secret(record))
        let last: UInt64? = record.optional("last").map { _ in record.number("last", 0) }
        let (prepared, typed) = (totp.prepare(secret), record.text("code"))
        guard record.optional("drift-bound") == nil else {
            let learned = prepared.verifyDrifting(
                typed: typed, last: last, drift: record.number("drift", 0), now: now(record))
            return "\(said(learned.outcome)) drift \(learned.drift)"
        }
        let outcome = totp.verify(secret, typed: typed, last: last, now: now(record))
        let again = prepared.verify(typed: typed, last: last, now: now(record))
        return again == outcome ? said(outcome) : "prepared"
    }
}

private func said(_ outcome: TotpOutcome) -> String {
    guard case .accepted(let step) = outcome else { return outcome.name }
    return "accepted \(step)"
}

private func hotpOf(_ record: Record) throws(OtpError) -> Hotp {
    let (algorithm, digits) = (algorithm(record), digits(record))
    let (ahead, resync) = (record.number("look-ahead", 0), record.number("resync", 100))
    return unchecked(record)
        ? try Hotp(uncheckedPolicy: algorithm, digits: digits, lookAhead: ahead, resync: resync)
        : try Hotp(algorithm: algorithm, digits: digits, lookAhead: ahead, resync: resync)
}

private func totpOf(_ record: Record) throws(OtpError) -> Totp {
    func seconds(_ name: String, _ otherwise: Int64) -> Duration {
        .seconds(record.number(name, otherwise))
    }
    let (algorithm, digits) = (algorithm(record), digits(record))
    let (past, future) = (record.number("past", 1), record.number("future", 1))
    let (pastTime, futureTime) = (seconds("past-s", 0), seconds("future-s", 0))
    let (period, drift) = (seconds("period", 30), record.number("drift-bound", 0))
    return unchecked(record)
        ? try Totp(
            uncheckedPolicy: algorithm, digits: digits, period: period, past: past, future: future,
            pastTime: pastTime, futureTime: futureTime, drift: drift)
        : try Totp(
            algorithm: algorithm, digits: digits, period: period, past: past, future: future,
            pastTime: pastTime, futureTime: futureTime, drift: drift)
}

func unchecked(_ record: Record) -> Bool { record.optional("unchecked") != nil }

func algorithm(_ record: Record) -> OtpAlgorithm {
    let name = record.optional("algorithm") ?? "SHA1"
    return OtpAlgorithm.allCases.first { $0.name == name }!
}

func digits(_ record: Record) -> Digits { Digits(rawValue: record.number("digits", 6))! }

private func secret(_ record: Record) throws(OtpError) -> OtpSecret {
    let bytes = fromHex(record.text("secret"))
    return unchecked(record) ? try OtpSecret(uncheckedPolicy: bytes) : try OtpSecret(bytes)
}

private func now(_ record: Record) -> UnixTime { UnixTime(record.number("now", 0)) }

private func otp(_ run: () throws(OtpError) -> String) -> String {
    do { return try run() } catch { return written(error) }
}
