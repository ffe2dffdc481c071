internal import SceauGenerated

/// Why a text is not such an identifier, and where.
///
/// `at` counts bytes of UTF-8: in the text as typed for `parse`, in the compact form for `check`.
public enum IdentifierError: Error, Reason, Hashable {
    /// There is nothing in the text but spaces, dashes and invisible characters.
    case empty
    /// The text ends before the identifier does.
    case tooShort(at: Int)
    /// The identifier was complete, or had reached its bound, and more follows.
    case tooLong(at: Int)
    /// The character has no place there.
    case character(at: Int)
    /// The character only looks like the letter or digit that belongs there (Cyrillic А).
    case lookAlike(at: Int)
    /// There is no such date.
    case date(at: Int)
    /// The eleventh character of a NAM is neither 1–9 nor a letter other than I and O.
    case differentiator(at: Int)
    /// The check digit does not fit the others: one of them is mistyped.
    case checkDigit(at: Int)
    /// Nine digits that begin with 0 or 8 belong to another class of numbers than NAS.
    case notASin(at: Int)
    /// An e-mail address has one `@`, with something before it.
    case atSign(at: Int)
    /// A label of a domain is empty, longer than 63, or has a hyphen at its edge.
    case label(at: Int)
    /// The domain of an e-mail address has no dot.
    case domain(at: Int)

    /// The wire name and the sentences.
    public var words: Words { Words(identifierErrorWords(reason: ffi)) }

    /// The byte offset that the reason carries; `nil` for an empty text.
    public var at: Int? {
        switch self {
        case .empty: nil
        case .tooShort(let at), .tooLong(let at), .character(let at), .lookAlike(let at),
            .date(let at), .differentiator(let at), .checkDigit(let at), .notASin(let at),
            .atSign(let at), .label(let at), .domain(let at):
            at
        }
    }

    init(ffi: SceauGenerated.IdentifierError) {
        switch ffi {
        case .empty: self = .empty
        case .tooShort(let at): self = .tooShort(at: Int(at))
        case .tooLong(let at): self = .tooLong(at: Int(at))
        case .character(let at): self = .character(at: Int(at))
        case .lookAlike(let at): self = .lookAlike(at: Int(at))
        case .date(let at): self = .date(at: Int(at))
        case .differentiator(let at): self = .differentiator(at: Int(at))
        case .checkDigit(let at): self = .checkDigit(at: Int(at))
        case .notASin(let at): self = .notASin(at: Int(at))
        case .atSign(let at): self = .atSign(at: Int(at))
        case .label(let at): self = .label(at: Int(at))
        case .domain(let at): self = .domain(at: Int(at))
        }
    }

    var ffi: SceauGenerated.IdentifierError {
        switch self {
        case .empty: .empty
        case .tooShort(let at): .tooShort(at: at.ffi())
        case .tooLong(let at): .tooLong(at: at.ffi())
        case .character(let at): .character(at: at.ffi())
        case .lookAlike(let at): .lookAlike(at: at.ffi())
        case .date(let at): .date(at: at.ffi())
        case .differentiator(let at): .differentiator(at: at.ffi())
        case .checkDigit(let at): .checkDigit(at: at.ffi())
        case .notASin(let at): .notASin(at: at.ffi())
        case .atSign(let at): .atSign(at: at.ffi())
        case .label(let at): .label(at: at.ffi())
        case .domain(let at): .domain(at: at.ffi())
        }
    }
}
