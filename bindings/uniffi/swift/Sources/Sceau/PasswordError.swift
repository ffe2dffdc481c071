internal import SceauGenerated

/// Why a password was neither right nor wrong.
public enum PasswordError: Error, Reason, Hashable {
    /// No password, or nothing but what preparation drops.
    case empty
    /// More than 512 bytes once prepared; nothing is ever cut off.
    case tooLong
    /// Not UTF-8 at this byte offset.
    case invalidUtf8(at: Int)
    /// A control character, NUL among them, at this byte offset.
    case control(at: Int)
    /// A character that this build cannot normalize, at this byte offset.
    case unnormalizable(at: Int)
    /// The salt for a new hash is not 16 to 64 bytes.
    case saltLength
    /// The stored hash is damaged, or of a format that is not read.
    case malformed
    /// The stored hash names a scheme that is not read.
    case unsupportedScheme
    /// The stored hash is weaker or costlier than the accept policy allows: run `verifyAbsent`.
    case outsideAcceptPolicy
    /// The iterations of a policy are out of range.
    case iterations

    /// Where in the password's UTF-8, as a byte offset; `nil` where it is about no place in it.
    public var at: Int? {
        switch self {
        case .invalidUtf8(let at), .control(let at), .unnormalizable(let at): at
        default: nil
        }
    }

    public var words: Words { Words(SceauGenerated.passwordErrorWords(reason: shell)) }
}

extension PasswordError: Lifted {
    init(_ shell: SceauGenerated.PasswordError) {
        self =
            switch shell {
            case .Empty: .empty
            case .TooLong: .tooLong
            case .InvalidUtf8(let at): .invalidUtf8(at: Int(clamping: at))
            case .Control(let at): .control(at: Int(clamping: at))
            case .Unnormalizable(let at): .unnormalizable(at: Int(clamping: at))
            case .SaltLength: .saltLength
            case .Malformed: .malformed
            case .UnsupportedScheme: .unsupportedScheme
            case .OutsideAcceptPolicy: .outsideAcceptPolicy
            case .Iterations: .iterations
            }
    }

    private var shell: SceauGenerated.PasswordError {
        switch self {
        case .empty: .Empty
        case .tooLong: .TooLong
        case .invalidUtf8(let at): .InvalidUtf8(at: UInt64(clamping: at))
        case .control(let at): .Control(at: UInt64(clamping: at))
        case .unnormalizable(let at): .Unnormalizable(at: UInt64(clamping: at))
        case .saltLength: .SaltLength
        case .malformed: .Malformed
        case .unsupportedScheme: .UnsupportedScheme
        case .outsideAcceptPolicy: .OutsideAcceptPolicy
        case .iterations: .Iterations
        }
    }
}
