internal import SceauGenerated

/// What the last edit of a form's field was.
public enum TypedEdit: CaseIterable, Sendable {
    /// Something was typed or pasted before the caret.
    case insertion
    /// What stood before the caret was deleted.
    case backspace
    /// What stood behind the caret was deleted.
    case delete

    /// The stable wire name.
    public var name: String { typedEditName(value: ffi) }

    var ffi: SceauGenerated.TypedEdit {
        switch self {
        case .insertion: .insertion
        case .backspace: .backspace
        case .delete: .delete
        }
    }
}

/// What a form's field holds.
public enum TypingState: Hashable, Sendable {
    /// Nothing.
    case empty
    /// The beginning of such an identifier.
    case partial
    /// One that parses; more may follow where the kind has several lengths.
    case complete
    /// Something that no further typing at the end makes one: why, and where in the text as typed.
    case impossible(IdentifierError)
}

/// What to show in a form's field after an edit.
public struct Typing: Hashable, Sendable, Discreet {
    /// What the field holds.
    public let state: TypingState
    /// The stable wire name of the state.
    public let name: String
    /// The text to show: in its groups, or as it was typed.
    public let text: String
    /// Where the caret belongs in `text`.
    public let caret: String.Index

    init(ffi: SceauGenerated.Typing) {
        state =
            switch ffi.state {
            case .empty: .empty
            case .partial: .partial
            case .complete: .complete
            case .impossible(let error): .impossible(IdentifierError(ffi: error))
            }
        name = ffi.stateName
        text = ffi.text
        let place = min(Int(ffi.caret), text.utf8.count)
        caret = text.utf8.index(text.startIndex, offsetBy: place)
    }
}

extension IdentifierKind {
    /// Says what a form's field holds after an edit that left the caret at `caret`: how far the
    /// typing is, how that reads, and where the caret belongs. Without a caret, it is at the end.
    public func typing(
        _ text: String, caret: String.Index? = nil, edit: TypedEdit = .insertion
    ) -> Typing {
        let before = text.utf8.distance(from: text.startIndex, to: caret ?? text.endIndex)
        return Typing(
            ffi: identifierTyping(
                kind: ffi, text: text, caret: UInt64(clamping: before), edit: edit.ffi))
    }
}

extension Identifier {
    /// As `IdentifierKind.typing`, of this type's kind.
    public static func typing(
        _ text: String, caret: String.Index? = nil, edit: TypedEdit = .insertion
    ) -> Typing {
        kind.typing(text, caret: caret, edit: edit)
    }

    /// Returns the number that `number` chooses among those that nobody can have been given; `nil`
    /// for the kinds of which none are known.
    public static func synthetic(_ number: UInt64) -> Self? {
        kind.synthetic(number).flatMap { try? parse($0).get() }
    }
}
