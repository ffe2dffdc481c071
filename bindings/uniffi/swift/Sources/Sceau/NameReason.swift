internal import SceauGenerated

/// One way in which two names differ.
public enum Difference: Reason, Hashable, CaseIterable {
    /// A capital for a small letter (`Lavoie`, `LAVOIE`).
    case `case`
    /// Another separator, or one on one side only (`Jean-Pierre`, `Jean Pierre`).
    case typography
    /// Other accents, a stroke or a missing dot (`Hélène`, `Helene`; `Ø`, `O`).
    case diacritics
    /// One letter that stands for two (`Cœur`, `Coeur`; `ß`, `ss`).
    case ligature
    /// Other letters.
    case different

    public var words: Words { Words(SceauGenerated.differenceWords(reason: shell)) }

    init(_ shell: SceauGenerated.Difference) {
        self =
            switch shell {
            case .case: .case
            case .typography: .typography
            case .diacritics: .diacritics
            case .ligature: .ligature
            case .different: .different
            }
    }

    var shell: SceauGenerated.Difference {
        switch self {
        case .case: .case
        case .typography: .typography
        case .diacritics: .diacritics
        case .ligature: .ligature
        case .different: .different
        }
    }
}

/// One of two names.
public enum Side: CaseIterable, Sendable {
    /// The first name.
    case first
    /// The second name.
    case second

    /// The stable wire name.
    public var name: String {
        switch self {
        case .first: SceauGenerated.sideName(value: .first)
        case .second: SceauGenerated.sideName(value: .second)
        }
    }

    init(_ shell: SceauGenerated.Side) {
        self =
            switch shell {
            case .first: .first
            case .second: .second
            }
    }
}

/// Why a text is not a name that can be compared.
public enum NameError: Error, Reason, Hashable {
    /// The name has no letter.
    case empty
    /// The character is of another script, or a Latin letter that no rule gives a key (Ə, ª).
    case unsupported(at: Int)
    /// A digit, a control, a symbol, or something other than a letter that carries an accent.
    case character(at: Int)
    /// A letter carries more than 30 combining marks, once decomposed.
    case tooManyMarks(at: Int)
    /// The name has more than 256 bytes, or its key more than 128 letters.
    case tooLong(at: Int)

    /// Where, as a byte offset in the name's UTF-8; 0 for an empty name.
    public var at: Int {
        switch self {
        case .empty: 0
        case .unsupported(let at), .character(let at), .tooManyMarks(let at), .tooLong(let at): at
        }
    }

    public var words: Words { Words(SceauGenerated.nameErrorWords(reason: shell)) }

    init(_ shell: SceauGenerated.NameError) {
        self =
            switch shell {
            case .empty: .empty
            case .unsupported(let at): .unsupported(at: Int(clamping: at))
            case .character(let at): .character(at: Int(clamping: at))
            case .tooManyMarks(let at): .tooManyMarks(at: Int(clamping: at))
            case .tooLong(let at): .tooLong(at: Int(clamping: at))
            }
    }

    private var shell: SceauGenerated.NameError {
        let at = UInt64(clamping: at)
        return switch self {
        case .empty: .empty
        case .unsupported: .unsupported(at: at)
        case .character: .character(at: at)
        case .tooManyMarks: .tooManyMarks(at: at)
        case .tooLong: .tooLong(at: at)
        }
    }
}

/// Why two names cannot be compared, and which of them is at fault.
public struct NameCompareError: Error, Reason, Hashable {
    /// The name at fault.
    public let side: Side
    /// What is wrong with it.
    public let error: NameError

    public var words: Words { error.words }
}
