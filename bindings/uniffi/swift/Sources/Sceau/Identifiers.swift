internal import SceauGenerated

/// A health insurance number (numéro d'assurance maladie, RAMQ): `BOUF 9401 1417`.
public struct Nam: Identifier {
    /// The kind that the type is of.
    public static let kind = IdentifierKind.nam
    /// The forms of the number.
    public let forms: IdentifierForms

    /// Parses what a person typed.
    public static func parse(_ text: String) -> Result<Nam, IdentifierError> {
        kind.parse(text).map(Nam.init(forms:))
    }

    /// Checks the date and the check digit, in the most recent century that fits on the day
    /// `today`.
    public func check(on today: CivilDate) -> Result<NamBirth, IdentifierError> {
        lift(namCheck(nam: compact, today: today.ffi))
    }

    /// Checks the date and the check digit, in the century of a declared birth date.
    public func check(born: CivilDate) -> Result<NamBirth, IdentifierError> {
        lift(namCheckBorn(nam: compact, born: born.ffi))
    }

    private func lift(_ checked: NamChecked) -> Result<NamBirth, IdentifierError> {
        switch checked {
        case .fits(let birth): .success(NamBirth(ffi: birth))
        case .refused(let error): .failure(IdentifierError(ffi: error))
        }
    }
}

/// What a NAM whose check digit fits says of a birth; it does not say whose.
public struct NamBirth: Hashable, Sendable, Discreet {
    /// The birth date, in the century that the check digit tells.
    public let date: CivilDate
    /// The code of the month.
    public let marker: SexCode

    init(ffi: SceauGenerated.NamBirth) {
        date = CivilDate(ffi: ffi.date)
        switch ffi.marker {
        case .f: marker = .f
        case .m: marker = .m
        }
    }
}

/// Which of two codes a NAM's month carries: it says "the number codes F", and nothing of the
/// person.
public enum SexCode: CaseIterable, Sendable {
    /// The month is 51–62.
    case f
    /// The month is 01–12.
    case m

    /// The stable wire name.
    public var name: String {
        switch self {
        case .f: sexCodeName(value: .f)
        case .m: sexCodeName(value: .m)
        }
    }
}

/// A social insurance number (numéro d'assurance sociale): `130 692 544`.
public struct Nas: Identifier {
    /// The kind that the type is of.
    public static let kind = IdentifierKind.nas
    /// The forms of the number.
    public let forms: IdentifierForms

    /// Parses what a person typed.
    public static func parse(_ text: String) -> Result<Nas, IdentifierError> {
        kind.parse(text).map(Nas.init(forms:))
    }

    /// Checks the check digit (Luhn) and the class of the number.
    public func check() -> Result<NasKind, IdentifierError> {
        switch nasCheck(nas: compact) {
        case .fits(.permanent): .success(.permanent)
        case .fits(.temporary): .success(.temporary)
        case .refused(let error): .failure(IdentifierError(ffi: error))
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
        case .permanent: nasKindName(value: .permanent)
        case .temporary: nasKindName(value: .temporary)
        }
    }
}

/// A number of Revenu Québec's notice of assessment: Q or M, then ten letters and digits.
public struct AssessmentNotice: Identifier {
    /// The kind that the type is of.
    public static let kind = IdentifierKind.assessmentNotice
    /// The forms of the number.
    public let forms: IdentifierForms

    /// Parses what a person typed.
    public static func parse(_ text: String) -> Result<AssessmentNotice, IdentifierError> {
        kind.parse(text).map(AssessmentNotice.init(forms:))
    }
}

/// The reference number on the back of RAMQ cards issued after January 2018: nine digits.
public struct CardReference: Identifier {
    /// The kind that the type is of.
    public static let kind = IdentifierKind.cardReference
    /// The forms of the number.
    public let forms: IdentifierForms

    /// Parses what a person typed.
    public static func parse(_ text: String) -> Result<CardReference, IdentifierError> {
        kind.parse(text).map(CardReference.init(forms:))
    }
}

/// A user name: at least 5 characters, letters and digits only (SAG sign-up screen).
public struct Username: Identifier {
    /// The kind that the type is of.
    public static let kind = IdentifierKind.username
    /// The forms of the name.
    public let forms: IdentifierForms

    /// Parses what a person typed.
    public static func parse(_ text: String) -> Result<Username, IdentifierError> {
        kind.parse(text).map(Username.init(forms:))
    }
}

/// An e-mail address as browsers accept it (WHATWG HTML, `input type=email`).
public struct EmailAddress: Identifier {
    /// The kind that the type is of.
    public static let kind = IdentifierKind.emailAddress
    /// The forms of the address.
    public let forms: IdentifierForms

    /// Parses what a person typed.
    public static func parse(_ text: String) -> Result<EmailAddress, IdentifierError> {
        kind.parse(text).map(EmailAddress.init(forms:))
    }
}

/// A birth date, `AAAA-MM-JJ` (year, month, day): a day that exists.
public struct BirthDate: Identifier {
    /// The kind that the type is of.
    public static let kind = IdentifierKind.birthDate
    /// The forms of the date.
    public let forms: IdentifierForms

    /// Parses what a person typed.
    public static func parse(_ text: String) -> Result<BirthDate, IdentifierError> {
        kind.parse(text).map(BirthDate.init(forms:))
    }

    /// The day.
    public var date: CivilDate { CivilDate(ffi: birthDateDay(birth: compact)) }

    /// Returns the age in full years on the day `today`; 0 if the birth lies ahead.
    public func age(on today: CivilDate) -> Int { date.age(on: today) }
}
