import Sceau

// password/*.txt

@Sendable func hash(_ record: Record) -> String {
    password { () throws(PasswordError) in
        try Passwords.hash(
            utf8: record.bytes("password"), salt: record.bytes("salt"), policy: create(record))
    }
}

@Sendable func verify(_ record: Record) -> String {
    password { () throws(PasswordError) in
        var limits = AcceptLimits()
        limits.minIterations = record.number("min-iterations", 1_000)
        limits.maxIterations = record.number("max-iterations", 1_000_000)
        limits.minSaltBytes = record.number("min-salt-bytes", 8)
        let outcome = try Passwords.verify(
            utf8: record.bytes("password"),
            stored: String(decoding: record.bytes("stored"), as: UTF8.self),
            accept: AcceptPolicy(uncheckedPolicy: limits), create: create(record))
        guard case .matchRehash(let why) = outcome else { return outcome.wireName }
        return "match_rehash \(why.wireName)"
    }
}

@Sendable func policy(_ record: Record) -> String {
    password { () throws(PasswordError) in
        let reasons = try PasswordPolicy.sag2024.check(
            utf8: record.bytes("password"), userName: record.optional("user-name") ?? "")
        return reasons.isEmpty ? "none" : reasons.map(\.wireName).joined(separator: " ")
    }
}

private func create(_ record: Record) -> CreatePolicy {
    let name = record.optional("algorithm") ?? "pbkdf2-sha256"
    let algorithm = PasswordAlgorithm.allCases.first { $0.wireName == name }!
    return CreatePolicy(uncheckedPolicy: algorithm, iterations: record.number("iterations", 1_000))
}

private func password(_ run: () throws(PasswordError) -> String) -> String {
    do { return try run() } catch { return written(error, error.at) }
}
