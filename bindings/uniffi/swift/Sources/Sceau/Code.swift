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
/// accident. It has 6 to 9 digits or, if it is posted, twelve letters and digits and a check
/// character.
public struct Code: Sendable, Discreet {
    /// The characters as they are typed: `996729`, `0123456789ABC`.
    public let compact: String
    /// The characters in groups, as they are printed: `996 729`, `0123-4567-89AB-C`.
    public let display: String

    init(_ ffi: CodeText) {
        (compact, display) = (ffi.compact, ffi.display)
    }

    var ffi: CodeText { CodeText(compact: compact, display: display) }
}
