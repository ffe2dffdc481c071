internal import SceauGenerated

/// Names: Latin letters with their accents, composed or not, spaces, hyphens, apostrophes, periods.
public enum Names {
    /// Folds a name to the key letters from which RAMQ makes a health insurance number.
    public static func fold(_ name: String) -> Result<NameKey, NameError> {
        switch nameFold(name: name) {
        case .folded(let key): .success(NameKey(letters: key))
        case .refused(let error): .failure(NameError(ffi: error))
        }
    }

    /// Compares two names letter by letter, and says in what they differ and where first.
    public static func compare(
        _ first: String, _ second: String
    ) -> Result<NameComparison, NameCompareError> {
        switch nameCompare(first: first, second: second) {
        case .compared(let places): .success(NameComparison(ffi: places))
        case .refused(let side, let error):
            .failure(NameCompareError(side: Side(ffi: side), error: NameError(ffi: error)))
        }
    }
}

/// The letters of a name for comparison.
public struct NameKey: Hashable, Sendable, Discreet {
    /// The letters, `A` to `Z`.
    public let letters: String
}

/// How two names differ: in nothing, or in a set of ways, each with the first place where it shows.
public struct NameComparison: Hashable, Sendable, Discreet {
    /// Where each of the ways shows first.
    public let places: [Difference: Place]

    /// The ways in which the names differ.
    public var differences: Set<Difference> { Set(places.keys) }
    /// Whether the names do not differ.
    public var isIdentical: Bool { places.isEmpty }

    init(ffi: [NamePlace]) {
        let pairs = ffi.map { (Difference(ffi: $0.difference), Place(ffi: $0)) }
        places = Dictionary(uniqueKeysWithValues: pairs)
    }
}

/// Where two names differ first so, and the one letter or separator that does on each side.
public struct Place: Hashable, Sendable, Discreet {
    /// The byte offset in the first name's UTF-8; its length if the name ends there.
    public let first: Int
    /// The byte offset in the second name's UTF-8; its length if the name ends there.
    public let second: Int
    /// The letter of the first name with its accents, or the separator; `nil` if it has nothing
    /// there.
    public let letterFirst: String?
    /// The same for the second name.
    public let letterSecond: String?

    init(ffi: NamePlace) {
        (first, second) = (Int(ffi.first), Int(ffi.second))
        (letterFirst, letterSecond) = (ffi.letterFirst, ffi.letterSecond)
    }
}

/// The set of differences with which two names still count as the same.
public struct NamePolicy: Hashable, Sendable {
    /// The differences that the policy accepts.
    public let accepted: Set<Difference>

    /// Makes a policy that accepts these differences, or `nil` if `different` is among them: it
    /// would accept any name for any other.
    public init?(accepting accepted: Set<Difference>) {
        guard namePolicyExists(accepted: accepted.map(\.ffi)) else { return nil }
        self.accepted = accepted
    }

    /// Accepts no difference: "written exactly alike on every document" (SAG, "identité uniforme").
    public static let sag = NamePolicy(ffi: namePolicySag())

    /// Accepts other case, separators, accents and ligatures.
    public static let tolerant = NamePolicy(ffi: namePolicyTolerant())

    /// Whether two names that compare so count as the same.
    public func accepts(_ comparison: NameComparison) -> Bool {
        namePolicyAccepts(policy: ffi, found: comparison.differences.map(\.ffi))
    }

    private init(ffi: [SceauGenerated.Difference]) {
        accepted = Set(ffi.map(Difference.init(ffi:)))
    }

    var ffi: [SceauGenerated.Difference] { accepted.map(\.ffi) }
}

/// One way in which two names differ.
public enum Difference: Reason, Hashable, CaseIterable {
    /// A capital for a small letter (`Lavoie`, `LAVOIE`).
    case letterCase
    /// Another separator, or one on one side only (`Jean-Pierre`, `Jean Pierre`).
    case typography
    /// Other accents, a stroke or a missing dot (`Hélène`, `Helene`; `Ø`, `O`).
    case diacritics
    /// One letter that stands for two (`Cœur`, `Coeur`; `ß`, `ss`).
    case ligature
    /// Other letters.
    case different

    /// The wire name and the sentences.
    public var words: Words { Words(differenceWords(reason: ffi)) }

    init(ffi: SceauGenerated.Difference) {
        switch ffi {
        case .case: self = .letterCase
        case .typography: self = .typography
        case .diacritics: self = .diacritics
        case .ligature: self = .ligature
        case .different: self = .different
        }
    }

    var ffi: SceauGenerated.Difference {
        switch self {
        case .letterCase: .case
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
        case .first: sideName(value: .first)
        case .second: sideName(value: .second)
        }
    }

    init(ffi: SceauGenerated.Side) {
        switch ffi {
        case .first: self = .first
        case .second: self = .second
        }
    }
}

/// Why two names could not be compared: which of them is at fault, and its error.
public struct NameCompareError: Error, Reason, Hashable {
    /// The name at fault; the first one if both are.
    public let side: Side
    /// What is wrong with it.
    public let error: NameError

    /// The wire name and the sentences.
    public var words: Words { error.words }
}

/// Why a text is not a name that can be compared; `at` is a byte offset in its UTF-8.
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

    /// The wire name and the sentences.
    public var words: Words { Words(nameErrorWords(reason: ffi)) }

    /// The byte offset that the error is about; 0 for an empty name.
    public var at: Int {
        switch self {
        case .empty: 0
        case .unsupported(let at), .character(let at), .tooManyMarks(let at), .tooLong(let at): at
        }
    }

    init(ffi: SceauGenerated.NameError) {
        switch ffi {
        case .empty: self = .empty
        case .unsupported(let at): self = .unsupported(at: Int(at))
        case .character(let at): self = .character(at: Int(at))
        case .tooManyMarks(let at): self = .tooManyMarks(at: Int(at))
        case .tooLong(let at): self = .tooLong(at: Int(at))
        }
    }

    var ffi: SceauGenerated.NameError {
        switch self {
        case .empty: .empty
        case .unsupported(let at): .unsupported(at: at.ffi())
        case .character(let at): .character(at: at.ffi())
        case .tooManyMarks(let at): .tooManyMarks(at: at.ffi())
        case .tooLong(let at): .tooLong(at: at.ffi())
        }
    }
}
