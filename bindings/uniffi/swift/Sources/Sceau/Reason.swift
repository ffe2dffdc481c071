internal import SceauGenerated

/// A language of the sentences.
public enum Language: String, CaseIterable, Sendable {
    /// French, as in Québec.
    case french = "fr"
    /// English.
    case english = "en"

    /// The stable wire name.
    public var name: String { rawValue }
}

/// A reason that can be said to a person: every outcome and every error is one.
public protocol Reason: Sendable {
    /// The wire name and the sentences.
    var words: Words { get }
}

extension Reason {
    /// The stable wire name: the same in the vectors, C, Kotlin and Python.
    public var name: String { words.name }

    /// Returns the sentence that a citizen or an operator can act on.
    public func message(in language: Language) -> String {
        let words = words
        return switch language {
        case .french: words.french
        case .english: words.english
        }
    }
}

/// The wire name of a reason, and its sentence in both languages.
public struct Words: Hashable, Sendable {
    /// The wire name, the same in every language.
    public let name: String
    /// The sentence in French.
    public let french: String
    /// The sentence in English.
    public let english: String

    init(_ ffi: SceauGenerated.Words) {
        (name, french, english) = (ffi.wireName, ffi.french, ffi.english)
    }
}

/// A value that holds a secret or a person's data: whatever describes it (`print`, `dump`, a string
/// that it is put into, a debugger) shows its type and nothing else.
public protocol Discreet: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
}

extension Discreet {
    /// The type: `Code(..)`.
    public var description: String { "\(Self.self)(..)" }
    /// The type: `Code(..)`.
    public var debugDescription: String { description }
    /// The type, without children.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// Returns the façade's error for one of the shell's. A shell function throws its own errors only.
func lift<Ffi: Error, Lifted: Error>(_ error: any Error, _ lift: (Ffi) -> Lifted) -> Lifted {
    guard let ffi = error as? Ffi else {
        preconditionFailure("the library is another one: \(error)")
    }
    return lift(ffi)
}

/// Makes what cannot fail: a policy of the core's own default numbers.
func own<T>(_ make: () throws -> T) -> T {
    do { return try make() } catch { preconditionFailure("the core refuses its own: \(error)") }
}
