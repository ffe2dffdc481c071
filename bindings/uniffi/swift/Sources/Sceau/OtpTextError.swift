internal import SceauGenerated

/// Why a text is no Base32 secret or no `otpauth://` URI, and where: `at` counts bytes of UTF-8.
public enum OtpTextError: Error, Reason, Hashable {
    /// The secret has fewer than 16 bytes (RFC 4226 §4, R6), or none at all.
    case secretTooShort(at: Int)
    /// More than 128 bytes of secret, 2,048 of URI, 128 of issuer or 254 of account.
    case tooLong(at: Int)
    /// A digit that Base32 does not have: 0, 1, 8 or 9.
    case digit(at: Int)
    /// A character that has no place there.
    case character(at: Int)
    /// Padding with something behind it, or too much or too little of it.
    case padding(at: Int)
    /// As many Base32 characters as no bytes have.
    case length(at: Int)
    /// The last Base32 character has bits that belong to no byte (strict reading).
    case strayBits(at: Int)
    /// Not `otpauth://`.
    case scheme(at: Int)
    /// Neither `totp` nor `hotp`.
    case kind(at: Int)
    /// An issuer or account that is empty, or has a colon, or spaces or controls at its edge.
    case label(at: Int)
    /// A `%` without two hexadecimal digits, or bytes that are no UTF-8.
    case percent(at: Int)
    /// The URI means the same, and Sceau writes it otherwise (strict reading).
    case notCanonical(at: Int)
    /// A parameter that was there already.
    case duplicate(at: Int)
    /// A parameter is missing: the secret, or the counter of `hotp`.
    case missing(at: Int)
    /// A value that is none of its parameter's: algorithm, digits, period or counter.
    case value(at: Int)
    /// The issuer of the label and the one of the parameter are two.
    case issuer(at: Int)

    /// The wire name and the sentences.
    public var words: Words { Words(otpTextErrorWords(reason: ffi)) }

    /// The byte offset that the reason carries.
    public var at: Int {
        switch self {
        case .secretTooShort(let at),
            .tooLong(let at),
            .digit(let at),
            .character(let at),
            .padding(let at),
            .length(let at),
            .strayBits(let at),
            .scheme(let at),
            .kind(let at),
            .label(let at),
            .percent(let at),
            .notCanonical(let at),
            .duplicate(let at),
            .missing(let at),
            .value(let at),
            .issuer(let at):
            at
        }
    }

    init(ffi: SceauGenerated.OtpTextError) {
        switch ffi {
        case .SecretTooShort(let at): self = .secretTooShort(at: Int(at))
        case .TooLong(let at): self = .tooLong(at: Int(at))
        case .Digit(let at): self = .digit(at: Int(at))
        case .Character(let at): self = .character(at: Int(at))
        case .Padding(let at): self = .padding(at: Int(at))
        case .Length(let at): self = .length(at: Int(at))
        case .StrayBits(let at): self = .strayBits(at: Int(at))
        case .Scheme(let at): self = .scheme(at: Int(at))
        case .Kind(let at): self = .kind(at: Int(at))
        case .Label(let at): self = .label(at: Int(at))
        case .Percent(let at): self = .percent(at: Int(at))
        case .NotCanonical(let at): self = .notCanonical(at: Int(at))
        case .Duplicate(let at): self = .duplicate(at: Int(at))
        case .Missing(let at): self = .missing(at: Int(at))
        case .Value(let at): self = .value(at: Int(at))
        case .Issuer(let at): self = .issuer(at: Int(at))
        }
    }

    var ffi: SceauGenerated.OtpTextError {
        switch self {
        case .secretTooShort(let at): .SecretTooShort(at: at.ffi())
        case .tooLong(let at): .TooLong(at: at.ffi())
        case .digit(let at): .Digit(at: at.ffi())
        case .character(let at): .Character(at: at.ffi())
        case .padding(let at): .Padding(at: at.ffi())
        case .length(let at): .Length(at: at.ffi())
        case .strayBits(let at): .StrayBits(at: at.ffi())
        case .scheme(let at): .Scheme(at: at.ffi())
        case .kind(let at): .Kind(at: at.ffi())
        case .label(let at): .Label(at: at.ffi())
        case .percent(let at): .Percent(at: at.ffi())
        case .notCanonical(let at): .NotCanonical(at: at.ffi())
        case .duplicate(let at): .Duplicate(at: at.ffi())
        case .missing(let at): .Missing(at: at.ffi())
        case .value(let at): .Value(at: at.ffi())
        case .issuer(let at): .Issuer(at: at.ffi())
        }
    }
}

func onOtpText<T>(_ call: () throws -> T) throws(OtpTextError) -> T {
    do { return try call() } catch { throw lift(error, OtpTextError.init(ffi:)) }
}
