import Sceau

// password/*.txt

@Sendable func hash(_ record: Record) -> String {
    password { () throws(PasswordError) in
        try Passwords.hash(
            record.bytes("password"), salt: record.bytes("salt"), policy: create(record))
    }
}

@Sendable func verify(_ record: Record) -> String {
    password { () throws(PasswordError) in
        var limits = AcceptLimits()
        limits.minIterations = record.number("min-iterations", 1_000)
        limits.maxIterations = record.number("max-iterations", 1_000_000)
        limits.minSaltBytes = record.number("min-salt-bytes", 8)
        let outcome = try Passwords.verify(
            record.bytes("password"),
            stored: String(decoding: record.bytes("stored"), as: UTF8.self),
            accept: AcceptPolicy(uncheckedPolicy: limits), create: create(record))
        guard case .matchRehash(let why) = outcome else { return outcome.name }
        return "match_rehash \(why.name)"
    }
}

@Sendable func policy(_ record: Record) -> String {
    password { () throws(PasswordError) in
        let reasons = try PasswordPolicy.sag2024.check(
            record.bytes("password"), userName: record.optional("user-name") ?? "")
        return reasons.isEmpty ? "none" : reasons.map(\.name).joined(separator: " ")
    }
}

private func create(_ record: Record) -> CreatePolicy {
    let name = record.optional("algorithm") ?? "pbkdf2-sha256"
    let algorithm = PasswordAlgorithm.allCases.first { $0.name == name }!
    return CreatePolicy(uncheckedPolicy: algorithm, iterations: record.number("iterations", 1_000))
}

private func password(_ run: () throws(PasswordError) -> String) -> String {
    do { return try run() } catch { return written(error, error.at) }
}
