internal import SceauGenerated

/// What a device keeps, in a cookie say, and sends: a secret, so no description shows it.
///
/// A cookie that holds it is `Secure`, `HttpOnly` and `SameSite`.
public struct DeviceToken: Sendable, Discreet {
    /// The text: 80 characters, which need no quoting in a cookie or a URL.
    public let text: String
}

/// What became of a token that a device sent.
public enum DeviceOutcome: Reason {
    /// The device is the remembered one. Whatever it sent, it keeps `token` from now on, until
    /// `expires`. If `rotated`, the token is new; else the device sent the one before the current.
    case accepted(token: DeviceToken, expires: UnixTime, rotated: Bool)
    /// A token that was replaced for good was used: it, or its successor, is a copy. The row is
    /// refused from now on; end every session of the person, and say so.
    case stolen
    /// The device's time is over.
    case expired
    /// The device was forgotten.
    case revoked
    /// Not a token of this row. Nothing is changed, not even the generation.
    case unknown
    /// Not the text of a token. Nothing is changed, not even the generation.
    case malformed

    /// The wire name and the sentences.
    public var words: Words { Words(deviceOutcomeWords(reason: ffi)) }
}

extension DeviceOutcome {
    init(ffi: SceauGenerated.DeviceOutcome) {
        switch ffi {
        case .accepted(let token, let expires, let rotated):
            self = .accepted(
                token: DeviceToken(text: token), expires: UnixTime(expires), rotated: rotated)
        case .stolen: self = .stolen
        case .expired: self = .expired
        case .revoked: self = .revoked
        case .unknown: self = .unknown
        case .malformed: self = .malformed
        }
    }

    var ffi: SceauGenerated.DeviceOutcome {
        switch self {
        case .accepted(let token, let expires, let rotated):
            .accepted(token: token.text, expires: expires.seconds, rotated: rotated)
        case .stolen: .stolen
        case .expired: .expired
        case .revoked: .revoked
        case .unknown: .unknown
        case .malformed: .malformed
        }
    }
}
