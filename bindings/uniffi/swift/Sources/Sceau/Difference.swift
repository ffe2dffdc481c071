internal import SceauGenerated

/// One way in which two names differ.
public enum Difference: Reason, Hashable, CaseIterable {
    /// A capital for a small letter (`Lavoie`, `LAVOIE`).
    case letterCase
    /// Another separator, or one on one side only (`Jean-Pierre`, `Jean Pierre`).
    case typography
    /// Other accents, a stroke or a missing dot (`Hélène`, `Helene`; `Ø`, `O`).
    case diacritics
    /// One letter that stands for two (`Cœur`, `Coeur`; `ß`, `ss`; `Müller`, `Mueller`).
    case ligature
    /// A word of the class St, Ste, Saint, Sainte for another one, or Mc for Mac.
    case abbreviation
    /// A particle apart, joined to the word behind it, or left out (`De Roy`, `Deroy`).
    case particle
    /// A word that only one of the names has (`Marie Josée`, `Marie`).
    case subsetOfGivenNames
    /// A part of a word with a hyphen that only one of the names has (`Tremblay-Roy`, `Roy`).
    case compoundPart
    /// The same words in another order.
    case swapped
    /// A word cut to its first letter (`J.`, `Jean`).
    case initialOnly
    /// The reading of another difference is a guess: St for Sainte, Mc for Mac, or a particle left
    /// out may as well be another name.
    case ambiguous
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
        case .abbreviation: self = .abbreviation
        case .particle: self = .particle
        case .subsetOfGivenNames: self = .subsetOfGivenNames
        case .compoundPart: self = .compoundPart
        case .swapped: self = .swapped
        case .initialOnly: self = .initialOnly
        case .ambiguous: self = .ambiguous
        case .different: self = .different
        }
    }

    var ffi: SceauGenerated.Difference {
        switch self {
        case .letterCase: .case
        case .typography: .typography
        case .diacritics: .diacritics
        case .ligature: .ligature
        case .abbreviation: .abbreviation
        case .particle: .particle
        case .subsetOfGivenNames: .subsetOfGivenNames
        case .compoundPart: .compoundPart
        case .swapped: .swapped
        case .initialOnly: .initialOnly
        case .ambiguous: .ambiguous
        case .different: .different
        }
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
