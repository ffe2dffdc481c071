public import Foundation
internal import SceauGenerated

/// For how long a service remembers a device: a number that has been checked. SAG's is not public.
public final class DevicePolicy: Sendable {
    /// From when the person signed in on, by default 30 days. Use does not lengthen it.
    public let lifetime: Duration
    let ffi: SceauGenerated.DevicePolicy

    /// Checks the lifetime; throws outside 1 s to 365 days.
    public init(lifetime: Duration) throws(DevicePolicyError) {
        self.lifetime = lifetime
        do {
            ffi = try SceauGenerated.DevicePolicy(lifetime: lifetime.ffi)
        } catch {
            throw lift(error, DevicePolicyError.init(ffi:))
        }
    }

    /// The default policy.
    public static let standard = own {
        try DevicePolicy(lifetime: Duration(ffi: deviceLifetimeDefault()))
    }
}

/// Which number of a policy is out of its range.
public enum DevicePolicyError: Error, Reason, Hashable, CaseIterable {
    /// The lifetime is not 1 second to 365 days.
    case lifetime

    /// The wire name and the sentences.
    public var words: Words { Words(devicePolicyErrorWords(reason: ffi)) }
}

/// A device that is remembered from now on.
public struct RememberedDevice: Sendable, Discreet {
    /// What the device is to keep and to send, once `state` is stored.
    public let token: DeviceToken
    /// The new row, stored under its selector.
    public let state: Device
    /// The first moment at which the device is no longer remembered.
    public let expires: UnixTime
}

/// The stored state of a remembered device ("Se souvenir de moi"): 104 opaque bytes, which hold no
/// part of the token but its selector and its number.
///
/// One row holds one for each device, under `selector`; `selector(of:)` reads it out of the cookie.
/// Its token changes at each use, so that a copy shows itself. Store the next state with a
/// compare-and-set on `generation` **before** acting on an outcome. A lost compare-and-set discards
/// the outcome and begins again from the stored row; of two tabs in a race, the slower one's token
/// is then the one before, and it is accepted.
public struct Device: Hashable, Sendable, Discreet {
    /// The bytes to store.
    public let bytes: Data
    /// The number for the store's compare-and-set; 1 is the first state's.
    public let generation: UInt64
    /// The key of the row: 16 bytes, which are not secret.
    public let selector: Data

    /// Takes the bytes of a stored state, 104 of them. Whether they are authentic is checked at
    /// use.
    public init(bytes: Data) throws(StateError) {
        self.bytes = bytes
        (generation, selector) = try onState {
            (try deviceGeneration(state: bytes), try deviceSelector(state: bytes))
        }
    }

    /// Returns the key of the row of a token, or nil if the text has not the form of one. It is what
    /// came with the request, whatever it is.
    public static func selector(of token: String) -> Data? { deviceTokenSelector(token: token) }

    /// Remembers a device of `user`, who has just signed in: the only constructor of a new state.
    public static func remember(
        key: ServiceKey, user: String, policy: DevicePolicy = .standard, now: UnixTime = .now
    ) -> RememberedDevice {
        var system = SystemRandomNumberGenerator()
        return remember(key: key, user: user, policy: policy, now: now, using: &system)
    }

    /// As the other one, with a generator of one's own: for tests.
    public static func remember(
        key: ServiceKey, user: String, policy: DevicePolicy = .standard, now: UnixTime = .now,
        using generator: inout some RandomNumberGenerator
    ) -> RememberedDevice {
        let (selector, seed) = (twoWords(&generator), twoWords(&generator))
        let ffi = key.ffi.deviceRemember(
            user: Data(user.utf8), selector: Entropy(high: selector.high, low: selector.low),
            seed: Entropy(high: seed.high, low: seed.low), now: now.seconds, policy: policy.ffi)
        return RememberedDevice(
            token: DeviceToken(text: ffi.token), state: own { try Device(bytes: ffi.state) },
            expires: UnixTime(ffi.expires))
    }

    /// Verifies the token that a device of `user` sent, at `now`. `user` is the row's; `token` is
    /// what came with the request, whatever it is. Throws for a state or a time that cannot be
    /// used; nothing is to be stored then.
    public func verify(
        key: ServiceKey, user: String, token: String, now: UnixTime = .now
    ) throws(StateError) -> Transition<DeviceOutcome, Device> {
        let verified = try onState {
            try key.ffi.deviceVerify(
                state: bytes, user: Data(user.utf8), token: token, now: now.seconds)
        }
        return Transition(
            outcome: DeviceOutcome(ffi: verified.outcome), next: try Device(bytes: verified.next),
            clockBack: verified.clockBack)
    }

    /// Forgets the device: every token of it is `revoked` from now on, and a stolen one stays
    /// stolen. Returns what to store.
    public func revoke(
        key: ServiceKey, user: String, now: UnixTime = .now
    ) throws(StateError) -> Device {
        let next = try onState {
            try key.ffi.deviceRevoke(state: bytes, user: Data(user.utf8), now: now.seconds)
        }
        return try Device(bytes: next)
    }
}

extension DevicePolicyError {
    init(ffi: SceauGenerated.DevicePolicyError) {
        switch ffi {
        case .Lifetime: self = .lifetime
        }
    }

    var ffi: SceauGenerated.DevicePolicyError {
        switch self {
        case .lifetime: .Lifetime
        }
    }
}
