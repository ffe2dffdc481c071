import Foundation
import Sceau

// device/life.txt: a record is one row's life, step by step; devices.rs says how.

@Sendable func device(_ record: Record) -> String {
    do {
        let lifetime = record.optional("lifetime").map { Duration.seconds(Int64($0)!) }
        let policy = try lifetime.map { try DevicePolicy(lifetime: $0) } ?? .standard
        var row = Row(record)
        return steps(record) { step throws(StateError) in try row.device(step, policy) }
    } catch {
        return written(error as! DevicePolicyError)
    }
}

extension Row {
    mutating func device(_ step: String, _ policy: DevicePolicy) throws(StateError) -> String {
        let (verb, rest) = cut(step)
        let (now, token) = cut(rest)
        switch verb {
        case "remember": return remember(time(now), policy)
        case "verify":
            let verified = try storedDevice().verify(
                key: key, user: user, token: token, now: time(now))
            state = Array(verified.next.bytes)
            return answer(verified.outcome) + (verified.clockBack ? " clock_back" : "")
        case "revoke":
            let next = try storedDevice().revoke(key: key, user: user, now: time(now))
            state = Array(next.bytes)
            return "done"
        case "find": return Device.selector(of: rest).map { toHex(Array($0)) } ?? "none"
        case "selector": return toHex(Array(try storedDevice().selector))
        case "generation": return "\(try storedDevice().generation)"
        default: return common(step)
        }
    }

    private mutating func remember(_ now: UnixTime, _ policy: DevicePolicy) -> String {
        var entropy = RecordedEntropy(fromHex(record.text("entropy")))
        let remembered = Device.remember(
            key: key, user: user, policy: policy, now: now, using: &entropy)
        state = Array(remembered.state.bytes)
        return "remembered \(remembered.token.text) \(remembered.expires.seconds)"
    }

    private func storedDevice() throws(StateError) -> Device {
        try Device(bytes: Data(state ?? []))
    }
}

private func answer(_ outcome: DeviceOutcome) -> String {
    guard case .accepted(let token, let expires, let rotated) = outcome else {
        return outcome.name
    }
    return "accepted \(token.text) \(expires.seconds)\(rotated ? " rotated" : "")"
}
