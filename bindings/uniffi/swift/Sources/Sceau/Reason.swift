internal import SceauGenerated

/// A language of the sentences.
public enum Language: String, CaseIterable, Sendable {
    /// French, as in Québec.
    case french = "fr"
    /// English.
    case english = "en"
}

/// A reason that can be said to a person: every outcome and every error is one.
public protocol Reason: Sendable {
    /// The wire name and the sentences.
    var words: Words { get }
}

extension Reason {
    /// The stable wire name: the same in the vectors, C, Kotlin and Python.
    public var wireName: String { words.wireName }

    /// Returns the sentence that a citizen or an operator can act on.
    public func message(_ language: Language) -> String {
        switch language {
        case .french: words.french
        case .english: words.english
        }
    }
}

/// The wire name of a reason, and its sentence in both languages.
public struct Words: Hashable, Sendable {
    /// The wire name, the same in every language.
    public let wireName: String
    /// The sentence in French.
    public let french: String
    /// The sentence in English.
    public let english: String

    init(_ ffi: SceauGenerated.Words) {
        (wireName, french, english) = (ffi.wireName, ffi.french, ffi.english)
    }
}
