internal import SceauGenerated

/// A kind of identifier.
public enum IdentifierKind: CaseIterable, Sendable {
    /// The health insurance number.
    case nam
    /// The social insurance number.
    case nas
    /// The number of a notice of assessment.
    case assessmentNotice
    /// The reference number of a health insurance card.
    case cardReference
    /// A user name.
    case username
    /// An e-mail address.
    case emailAddress
    /// A birth date.
    case birthDate

    /// The stable wire name.
    public var name: String { SceauGenerated.identifierKindName(kind: shell) }

    var shell: SceauGenerated.IdentifierKind {
        switch self {
        case .nam: .nam
        case .nas: .nas
        case .assessmentNotice: .assessmentNotice
        case .cardReference: .cardReference
        case .username: .username
        case .emailAddress: .emailAddress
        case .birthDate: .birthDate
        }
    }
}

/// A kind of identifier as a type, of which there are no values: it keeps a `Nam` from being taken
/// for a `Nas`.
public protocol IdentifierTag {
    /// The kind.
    static var kind: IdentifierKind { get }
}

/// The kind of `Nam`.
public enum NamTag: IdentifierTag {
    public static let kind = IdentifierKind.nam
}

/// The kind of `Nas`.
public enum NasTag: IdentifierTag {
    public static let kind = IdentifierKind.nas
}

/// The kind of `AssessmentNotice`.
public enum AssessmentNoticeTag: IdentifierTag {
    public static let kind = IdentifierKind.assessmentNotice
}

/// The kind of `CardReference`.
public enum CardReferenceTag: IdentifierTag {
    public static let kind = IdentifierKind.cardReference
}

/// The kind of `Username`.
public enum UsernameTag: IdentifierTag {
    public static let kind = IdentifierKind.username
}

/// The kind of `EmailAddress`.
public enum EmailAddressTag: IdentifierTag {
    public static let kind = IdentifierKind.emailAddress
}

/// The kind of `BirthDate`.
public enum BirthDateTag: IdentifierTag {
    public static let kind = IdentifierKind.birthDate
}

/// How much of an identifier holds: each level contains the one before it.
public enum Level: Comparable, CaseIterable, Sendable {
    /// The characters are those of such an identifier.
    case wellFormed
    /// What it says can be: the date in it exists.
    case plausible
    /// Its check digit fits as well.
    case checkDigit

    /// The stable wire name.
    public var name: String {
        let shell: SceauGenerated.Level =
            switch self {
            case .wellFormed: .wellFormed
            case .plausible: .plausible
            case .checkDigit: .checkDigit
            }
        return SceauGenerated.levelName(value: shell)
    }

    init(_ shell: SceauGenerated.Level) {
        self =
            switch shell {
            case .wellFormed: .wellFormed
            case .plausible: .plausible
            case .checkDigit: .checkDigit
            }
    }
}

/// Which of two codes a NAM's month carries: it says "the number codes F", nothing of the person.
public enum SexCode: CaseIterable, Sendable {
    /// The month is 51–62.
    case f
    /// The month is 01–12.
    case m

    /// The stable wire name.
    public var name: String {
        switch self {
        case .f: SceauGenerated.sexCodeName(value: .f)
        case .m: SceauGenerated.sexCodeName(value: .m)
        }
    }

    init(_ shell: SceauGenerated.SexCode) {
        self =
            switch shell {
            case .f: .f
            case .m: .m
            }
    }
}

/// Whose number a NAS is, as its first digit tells.
public enum NasKind: CaseIterable, Sendable {
    /// A citizen's or permanent resident's.
    case permanent
    /// A temporary resident's: it expires on a date that is not in the number.
    case temporary

    /// The stable wire name.
    public var name: String {
        switch self {
        case .permanent: SceauGenerated.nasKindName(value: .permanent)
        case .temporary: SceauGenerated.nasKindName(value: .temporary)
        }
    }

    init(_ shell: SceauGenerated.NasKind) {
        self =
            switch shell {
            case .permanent: .permanent
            case .temporary: .temporary
            }
    }
}
