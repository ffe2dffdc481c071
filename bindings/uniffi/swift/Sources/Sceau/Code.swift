internal import SceauGenerated

/// How many decimal digits a code has.
public enum Digits: Int, CaseIterable, Sendable {
    /// Six digits, the default everywhere.
    case six = 6
    /// Seven digits.
    case seven = 7
    /// Eight digits.
    case eight = 8
    /// Nine digits.
    case nine = 9

    var ffi: UInt8 { UInt8(rawValue) }
}

/// A code to show to a person: a secret while it lives, so nothing prints or compares it by
/// accident.
public struct Code: Sendable, Discreet {
    /// The digits as they are typed: `996729`.
    public let compact: String
    /// The digits in groups, as the sign-up screens print them: `996 729`.
    public let display: String

    init(_ ffi: CodeText) {
        (compact, display) = (ffi.compact, ffi.display)
    }

    var ffi: CodeText { CodeText(compact: compact, display: display) }
}
