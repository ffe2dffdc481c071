internal import SceauGenerated

/// A language of the sentences.
public enum Language: String, CaseIterable, Sendable {
    /// French, as in Québec.
    case french = "fr"
    /// English.
    case english = "en"

    /// The stable wire name: the same in every language.
    public var name: String { rawValue }
}

/// A reason that can be said to a person: every outcome and every error is one.
public protocol Reason: Sendable {
    /// The stable wire name: the same in the vectors, C, Kotlin and Python.
    var name: String { get }

    /// Returns the sentence that a citizen or an operator can act on.
    func message(in language: Language) -> String
}

extension SceauGenerated.Words {
    func message(in language: Language) -> String {
        switch language {
        case .french: french
        case .english: english
        }
    }
}
