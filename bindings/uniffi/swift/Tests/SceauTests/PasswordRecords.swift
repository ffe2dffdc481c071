import Sceau

// password/*.txt

@Sendable func hash(_ record: Record) -> String {
    password { () throws(PasswordError) in
        try Passwords.hash(
            record.bytes("password"), salt: record.bytes("salt"), policy: create(record),
            peppers: peppers(record))
    }
}

/// In one go, or in steps of `slice` iterations.
@Sendable func verify(_ record: Record) -> String {
    password { () throws(PasswordError) in
        said(try outcome(record))
    }
}

private func said(_ outcome: PasswordOutcome) -> String {
    guard case .matchRehash(let why) = outcome else { return outcome.name }
    return "match_rehash \(why.name)"
}

@Sendable func answer(_ record: Record) -> String {
    password { () throws(PasswordError) in
        let (text, create, peppers) = (record.bytes("answer"), create(record), peppers(record))
        if record.optional("stored") != nil || record.optional("spring") != nil {
            return said(
                try Answers.verify(
                    text, stored: stored(record), accept: accept(record), create: create,
                    peppers: peppers))
        }
        if record.optional("salt-hex") != nil {
            return try Answers.hash(
                text, salt: record.bytes("salt"), policy: create, peppers: peppers)
        }
        return said(try Answers.verifyAbsent(text, create: create))
    }
}

private func outcome(_ record: Record) throws(PasswordError) -> PasswordOutcome {
    let (text, stored) = (record.bytes("password"), stored(record))
    let (accept, create, peppers) = (accept(record), create(record), peppers(record))
    guard record.optional("slice") != nil else {
        return try Passwords.verify(
            text, stored: stored, accept: accept, create: create, peppers: peppers)
    }
    let verifier = try PasswordVerifier.begin(
        text, stored: stored, accept: accept, create: create, peppers: peppers)
    while verifier.step(record.number("slice", 0)).left > 0 {}
    return try verifier.finish()
}

/// A string that says itself what it is, or the parts of one that does not.
private func stored(_ record: Record) -> StoredPassword {
    let text = { name in String(decoding: record.bytes(name), as: UTF8.self) }
    if record.optional("spring") != nil {
        let name = record.text("spring-digest")
        let parameters = SpringParameters(
            digest: PasswordDigest.allCases.first { $0.name == name }!,
            iterations: record.number("spring-iterations", 0),
            saltBytes: record.number("spring-salt-bytes", 0),
            secret: Array((record.optional("spring-secret") ?? "").utf8))
        return .spring(hash: text("spring"), parameters: parameters)
    }
    if record.optional("credential-data") != nil {
        return .keycloak(credentialData: text("credential-data"), secretData: text("secret-data"))
    }
    return .text(text("stored"))
}

private func accept(_ record: Record) -> AcceptPolicy {
    let range = IterationRange(
        min: record.number("min-iterations", 1_000),
        max: record.number("max-iterations", 1_000_000))
    var limits = AcceptLimits()
    limits.formats = Set(
        (record.optional("formats") ?? "phc").split(separator: " ").map { name in
            StoredFormat.allCases.first { $0.name == name }!
        })
    (limits.sha1, limits.sha256, limits.sha512) = (range, range, range)
    limits.minSaltBytes = record.number("min-salt-bytes", 8)
    limits.minKeyBytes = record.number("min-key-bytes", 16)
    limits.requirePepper = record.optional("require-pepper") == "yes"
    return AcceptPolicy(uncheckedPolicy: limits)
}

/// `pepper` for new hashes, `retired` for old ones: a key id, and the service key.
private func peppers(_ record: Record) -> Peppers {
    let key = { (name: String) -> ServiceKey? in
        guard let (id, key) = record.optional(name).map({ cut($0) }) else { return nil }
        return try! ServiceKey(id: UInt32(id)!, key: fromHex(key))
    }
    return Peppers(current: key("pepper"), retired: [key("retired")].compactMap { $0 })
}

private func create(_ record: Record) -> CreatePolicy {
    let name = record.optional("algorithm") ?? "pbkdf2-sha256"
    let algorithm = PasswordAlgorithm.allCases.first { $0.name == name }!
    return CreatePolicy(uncheckedPolicy: algorithm, iterations: record.number("iterations", 1_000))
}

private func password(_ run: () throws(PasswordError) -> String) -> String {
    do { return try run() } catch { return written(error, error.at) }
}
