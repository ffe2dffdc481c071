internal import SceauGenerated

/// Names: Latin letters with their accents, composed or not, spaces, hyphens, apostrophes, periods.
public enum Names {
    /// Folds a name to the key letters from which RAMQ makes a health insurance number.
    public static func fold(_ name: String) -> Result<NameKey, NameError> {
        nameFold(name: name).lift(NameKey.init)
    }

    /// Folds a name as ICAO Doc 9303-3 (8th edition, section 6) recommends.
    ///
    /// `Ä` is `AE`, `Å` `AA`, `Ö` and `Ø` `OE`, `Ü` `UE`; all other letters are as in `fold`.
    /// Spaces and hyphens are a filler, `<`; apostrophes and periods are left out.
    public static func foldIcao(_ name: String) -> Result<IcaoKey, NameError> {
        nameFoldIcao(name: name).lift(IcaoKey.init)
    }

    /// Tells whether a machine readable zone's writing of a name can be that of this one.
    ///
    /// It can under the letters of `foldIcao`, or under those that the document allows beside them
    /// (`A` for `Ä` and `Å`, `O` for `Ö`, `U` or `UXX` for `Ü`, `NXX` for `Ñ`). `machine` has `A` to
    /// `Z` and fillers, several of which count as one, and at most 88 characters after that; a name
    /// that the zone cuts short does not match. An error's `side` is `first` for `machine`.
    public static func matchesIcao(
        machine: String, name: String
    ) -> Result<Bool, NameCompareError> {
        switch nameMatchesIcao(machine: machine, name: name) {
        case .matched(let matches): .success(matches)
        case .refused(let side, let error): .failure(NameCompareError(side, error))
        }
    }

    /// Compares two names letter by letter and, where letters are other ones, word by word; says in
    /// what they differ and where first. What words do not explain is `different`.
    public static func compare(
        _ first: String, _ second: String
    ) -> Result<NameComparison, NameCompareError> {
        switch nameCompare(first: first, second: second) {
        case .compared(let places): .success(NameComparison(ffi: places))
        case .refused(let side, let error): .failure(NameCompareError(side, error))
        }
    }

    /// Counts the letters that were left out, put in, replaced or exchanged with their neighbour
    /// between the keys (`fold`) of two names: 0 to 2, `nil` for more.
    ///
    /// For a clerk's list of suggestions: no policy asks for it, and it is evidence of nothing (Roy
    /// and Ray are one letter apart, and two families).
    public static func distance(
        _ first: String, _ second: String
    ) -> Result<Int?, NameCompareError> {
        switch nameDistance(first: first, second: second) {
        case .within(let letters): .success(Int(letters))
        case .beyond: .success(nil)
        case .refused(let side, let error): .failure(NameCompareError(side, error))
        }
    }
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

    init(_ side: SceauGenerated.Side, _ error: SceauGenerated.NameError) {
        (self.side, self.error) = (Side(ffi: side), NameError(ffi: error))
    }
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
