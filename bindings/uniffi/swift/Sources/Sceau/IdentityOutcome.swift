internal import SceauGenerated

/// What the findings of a report come to, from the best to the worst.
public enum IdentityOutcome: CaseIterable, Sendable {
    /// Every field agrees.
    case uniform
    /// There are differences that the policy accepts, or warnings, and nothing worse.
    case tolerated
    /// At least one field differs, could not be read, or tells of too low an age.
    case refused

    /// The stable wire name.
    public var name: String { identityOutcomeName(value: ffi) }

    init(ffi: SceauGenerated.IdentityOutcome) {
        switch ffi {
        case .uniform: self = .uniform
        case .tolerated: self = .tolerated
        case .refused: self = .refused
        }
    }

    var ffi: SceauGenerated.IdentityOutcome {
        switch self {
        case .uniform: .uniform
        case .tolerated: .tolerated
        case .refused: .refused
        }
    }
}

/// What became of a field.
public enum Verdict: CaseIterable, Sendable {
    /// It is as it should be.
    case agrees
    /// It differs in ways that the policy accepts.
    case tolerated
    /// The letters of the number are not those of the name: it keeps the name at birth, so this
    /// refuses nobody.
    case warning
    /// It differs.
    case differs
    /// A name is not one that can be compared, or the number has a date that does not exist.
    case unreadable
    /// The age is below the least one, or the birth lies ahead.
    case tooYoung

    /// The stable wire name.
    public var name: String { verdictName(value: ffi) }

    init(ffi: SceauGenerated.Verdict) {
        switch ffi {
        case .agrees: self = .agrees
        case .tolerated: self = .tolerated
        case .warning: self = .warning
        case .differs: self = .differs
        case .unreadable: self = .unreadable
        case .tooYoung: self = .tooYoung
        }
    }

    var ffi: SceauGenerated.Verdict {
        switch self {
        case .agrees: .agrees
        case .tolerated: .tolerated
        case .warning: .warning
        case .differs: .differs
        case .unreadable: .unreadable
        case .tooYoung: .tooYoung
        }
    }
}

/// What was looked at.
public enum Field: CaseIterable, Sendable {
    /// The check digit of the NAM.
    case namCheckDigit
    /// Three letters of the NAM, of the surname at birth.
    case namSurname
    /// One letter of the NAM, of the usual given name.
    case namGivenName
    /// Six digits of the NAM, of the birth date.
    case namBirthDate
    /// The age.
    case age
    /// The surname on two documents.
    case surname
    /// The given name on two documents.
    case givenName

    /// The stable wire name.
    public var name: String { fieldName(value: ffi) }

    init(ffi: SceauGenerated.Field) {
        switch ffi {
        case .namCheckDigit: self = .namCheckDigit
        case .namSurname: self = .namSurname
        case .namGivenName: self = .namGivenName
        case .namBirthDate: self = .namBirthDate
        case .age: self = .age
        case .surname: self = .surname
        case .givenName: self = .givenName
        }
    }

    var ffi: SceauGenerated.Field {
        switch self {
        case .namCheckDigit: .namCheckDigit
        case .namSurname: .namSurname
        case .namGivenName: .namGivenName
        case .namBirthDate: .namBirthDate
        case .age: .age
        case .surname: .surname
        case .givenName: .givenName
        }
    }
}

/// Where a name is written.
public enum DocumentKind: CaseIterable, Sendable {
    /// What the person typed.
    case form
    /// The health insurance card (RAMQ).
    case healthCard
    /// The notice of assessment (Revenu Québec).
    case assessmentNotice

    /// The stable wire name.
    public var name: String { documentKindName(value: ffi) }

    init(ffi: SceauGenerated.DocumentKind) {
        switch ffi {
        case .form: self = .form
        case .healthCard: self = .healthCard
        case .assessmentNotice: self = .assessmentNotice
        }
    }

    var ffi: SceauGenerated.DocumentKind {
        switch self {
        case .form: .form
        case .healthCard: .healthCard
        case .assessmentNotice: .assessmentNotice
        }
    }
}

/// Why a claim could not be checked at all.
public enum IdentityError: Error, Reason, Hashable, CaseIterable {
    /// There is no document.
    case noDocument
    /// There are more than four documents.
    case tooManyDocuments

    /// The wire name and the sentences.
    public var words: Words { Words(identityErrorWords(reason: ffi)) }

    init(ffi: SceauGenerated.IdentityError) {
        switch ffi {
        case .NoDocument: self = .noDocument
        case .TooManyDocuments: self = .tooManyDocuments
        }
    }

    var ffi: SceauGenerated.IdentityError {
        switch self {
        case .noDocument: .NoDocument
        case .tooManyDocuments: .TooManyDocuments
        }
    }
}
