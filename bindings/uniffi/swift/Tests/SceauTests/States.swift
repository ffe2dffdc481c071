import Foundation
import Sceau

// challenge/life.txt, throttle/life.txt and otp/recovery.txt: a record is one row's life, step by
// step; states.rs says how. device/life.txt is in
// Devices.swift.

@Sendable func challenge(_ record: Record) -> String {
    do {
        let policy = try ChallengePolicy(challengeLimits(record))
        var row = Row(record)
        return steps(record) { step throws(StateError) in try row.challenge(step, policy) }
    } catch {
        return written(error)
    }
}

@Sendable func throttle(_ record: Record) -> String {
    do {
        let policy = try ThrottlePolicy(throttleLimits(record))
        var row = Row(record)
        return steps(record) { step throws(StateError) in try row.throttle(step, policy) }
    } catch {
        return written(error)
    }
}

@Sendable func recovery(_ record: Record) -> String {
    var row = Row(record)
    return steps(record) { step throws(StateError) in try row.recovery(step) }
}

func steps(_ record: Record, _ run: (String) throws(StateError) -> String) -> String {
    record.text("steps").components(separatedBy: "; ").map { step in
        do throws(StateError) { return try run(step) } catch { return written(error) }
    }.joined(separator: "; ")
}

/// Who asks, with which key; and the row that is stored.
struct Row {
    let record: Record
    var user: String
    var purpose: String
    var channel: String
    var origin: Origin?
    var keyId: UInt32
    var state: [UInt8]?
    var codes: [LetterCode] = []

    init(_ record: Record) {
        self.record = record
        user = record.optional("user") ?? record.optional("subject") ?? ""
        origin = record.optional("origin").flatMap { Origin($0) }
        channel = record.optional("channel") ?? "email"
        purpose = record.optional("purpose") ?? "address_validation"
        keyId = record.number("key-id", 1)
    }

    var key: ServiceKey { try! ServiceKey(id: keyId, key: fromHex(record.text("key"))) }

    var subject: ThrottleSubject { origin.map { .address($0) } ?? .account(user) }

    var binding: ChallengeBinding {
        ChallengeBinding(
            purpose: ChallengePurpose.allCases.first { $0.name == purpose }!,
            channel: ChallengeChannel.allCases.first { $0.name == channel }!, user: user,
            destination: record.text("destination"))
    }

    mutating func challenge(
        _ step: String, _ policy: ChallengePolicy
    ) throws(StateError) -> String {
        let (verb, rest) = cut(step)
        let (now, typed) = cut(rest)
        switch verb {
        case "issue":
            let previous = try storedChallenge()
            var entropy = RecordedEntropy(fromHex(record.text("entropy")))
            let issued = try Challenge.issue(
                previous: previous, key: key, binding: binding, policy: policy, now: time(now),
                using: &entropy)
            state = Array(issued.next.bytes)
            return answer(issued.outcome) + (issued.clockBack ? " clock_back" : "")
        case "verify":
            let verified = try storedChallenge()!.verify(
                key: key, binding: binding, typed: typed, now: time(now))
            state = Array(verified.next.bytes)
            return answer(verified.outcome) + (verified.clockBack ? " clock_back" : "")
        case "deliver":
            let outcome = try storedChallenge()!.deliver(
                key: key, binding: binding, now: time(now))
            guard case .live(let code) = outcome else { return outcome.name }
            return "live \(code.compact)"
        case "lift":
            let next = try storedChallenge()!.lift(key: key, binding: binding, now: time(now))
            state = Array(next.bytes)
            return "done"
        case "generation": return "\(try storedChallenge()!.generation)"
        default: return common(step)
        }
    }

    mutating func throttle(_ step: String, _ policy: ThrottlePolicy) throws(StateError) -> String {
        let (verb, now) = cut(step)
        switch verb {
        case "begin":
            let begun = try Throttle.begin(
                previous: try storedThrottle(), key: key, subject: subject, policy: policy,
                now: time(now))
            state = Array(begun.next.bytes)
            return answer(begun.outcome) + (begun.clockBack ? " clock_back" : "")
        case "succeed":
            let next = try storedThrottle()!.succeed(key: key, subject: subject, now: time(now))
            state = Array(next.bytes)
            return "done"
        case "lift":
            let next = try storedThrottle()!.lift(key: key, subject: subject, now: time(now))
            state = Array(next.bytes)
            return "done"
        case "generation": return "\(try storedThrottle()!.generation)"
        default: return common(step)
        }
    }

    mutating func recovery(_ step: String) throws(StateError) -> String {
        let (verb, rest) = cut(step)
        switch verb {
        case "generate":
            let previous = try storedRecovery()
            var entropy = RecordedEntropy(fromHex(rest.isEmpty ? record.text("entropy") : rest))
            let made = try RecoveryCodes.generate(
                previous: previous, key: key, user: user, using: &entropy)
            (state, codes) = (Array(made.next.bytes), made.outcome)
            return (["made"] + codes.map(\.compact)).joined(separator: " ")
        case "verify":
            let verified = try storedRecovery()!.verify(key: key, user: user, typed: rest)
            state = Array(verified.next.bytes)
            guard case .accepted(let left) = verified.outcome else { return verified.outcome.name }
            return "\(verified.outcome.name) \(left)"
        case "left": return "\(try storedRecovery()!.left(key: key, user: user))"
        case "display": return codes[Int(rest)! - 1].display
        case "generation": return "\(try storedRecovery()!.generation)"
        default: return common(step)
        }
    }

    /// Runs the steps that all machines have, on the bytes of the state.
    mutating func common(_ step: String) -> String {
        let (verb, rest) = cut(step)
        switch verb {
        case "user", "subject": (user, origin) = (rest, nil)
        case "origin":
            guard let read = Origin(rest) else { return "not_an_address" }
            origin = read
        case "channel": channel = rest
        case "purpose": purpose = rest
        case "key-id": keyId = UInt32(rest)!
        case "state": return toHex(state ?? [])
        case "cut": state = Array(state!.prefix(Int(rest)!))
        case "set":
            let (at, hex) = cut(rest)
            let bytes = fromHex(hex)
            state!.replaceSubrange(Int(at)!..<Int(at)! + bytes.count, with: bytes)
        default: fatalError("step \(step)")
        }
        return "-"
    }

    func storedChallenge() throws(StateError) -> Challenge? {
        guard let state else { return nil }
        return try Challenge(bytes: Data(state))
    }

    func storedRecovery() throws(StateError) -> RecoveryCodes? {
        guard let state else { return nil }
        return try RecoveryCodes(bytes: Data(state))
    }

    func storedThrottle() throws(StateError) -> Throttle? {
        guard let state else { return nil }
        return try Throttle(bytes: Data(state))
    }
}

private func answer(_ outcome: IssueOutcome) -> String {
    switch outcome {
    case .issued(let code, let expires): "issued \(code.compact) \(expires.seconds)"
    case .tooSoon(let until), .tooMany(let until): "\(outcome.name) \(until.seconds)"
    case .disabled: outcome.name
    }
}

private func answer(_ outcome: ChallengeOutcome) -> String {
    guard case .wrong(let left) = outcome else { return outcome.name }
    return "wrong \(left)"
}

private func answer(_ outcome: ThrottleOutcome) -> String {
    switch outcome {
    case .delayed(let until), .suspended(let until): "\(outcome.name) \(until.seconds)"
    case .allowed, .disabled: outcome.name
    }
}

/// Recorded bytes, as big-endian words.
struct RecordedEntropy: RandomNumberGenerator {
    var bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> UInt64 {
        defer { bytes.removeFirst(8) }
        return bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }
}

private func challengeLimits(_ record: Record) -> ChallengeLimits {
    var limits = record.optional("policy") == nil ? ChallengeLimits() : ChallengeLimits.post
    limits.digits = Digits(rawValue: record.number("digits", limits.digits?.rawValue ?? 0))
    limits.lifetime = duration(record, "lifetime", limits.lifetime)
    limits.attempts = record.number("attempts", limits.attempts)
    limits.cooldown = duration(record, "cooldown", limits.cooldown)
    limits.period = duration(record, "period", limits.period)
    limits.issues = record.number("issues", limits.issues)
    limits.failures = record.number("failures", limits.failures)
    return limits
}

private func throttleLimits(_ record: Record) -> ThrottleLimits {
    var limits = record.optional("policy") == nil ? ThrottleLimits() : ThrottleLimits.origins
    limits.free = record.number("free", limits.free)
    limits.delay = duration(record, "delay", limits.delay)
    limits.suspendAfter = record.number("suspend-after", limits.suspendAfter)
    limits.suspension = duration(record, "suspension", limits.suspension)
    limits.failures = record.number("failures", limits.failures)
    limits.window = duration(record, "window", limits.window)
    return limits
}

private func duration(_ record: Record, _ name: String, _ otherwise: Duration) -> Duration {
    record.optional(name).map { .seconds(Int64($0)!) } ?? otherwise
}

func time(_ text: String) -> UnixTime { UnixTime(UInt64(text)!) }
