internal import SceauGenerated

/// A person across documents: "identité uniforme", and the health insurance number.
public enum Identity {
    /// The least age for an account, in years (SAG sign-up screen).
    public static let sagMinimumAge = Int(SceauGenerated.sagMinimumAge())

    /// Checks a claim, field by field. Never says which document is right.
    ///
    /// There are one to four documents, and all are compared with the first; throws for another
    /// number. The century of the birth date, as the person declares it, is taken for the number's.
    public static func check(
        documents: [Document], nam: Nam, birthDate: BirthDate, today: CivilDate,
        policy: NamePolicy = .sag, minimumAge: Int = sagMinimumAge
    ) throws(IdentityError) -> Report {
        do {
            let report = try identityCheck(
                documents: documents.map(\.ffi), nam: nam.compact, birthDate: birthDate.compact,
                today: today.ffi, policy: policy.ffi, minimumAge: minimumAge.ffi())
            return Report(ffi: report)
        } catch {
            throw lift(error, IdentityError.init(ffi:))
        }
    }
}

/// A document, and the names as they are written on it.
public struct Document: Hashable, Sendable, Discreet {
    /// Which document it is.
    public let kind: DocumentKind
    /// The surname.
    public let surname: String
    /// The given name or names.
    public let givenName: String
    /// Another surname of the same person that the document gives, as of birth or by marriage; it
    /// counts as well as the first. SAG knows none: a spouse's name blocks an account there.
    public let otherSurname: String?

    /// Takes the names as they are written.
    public init(
        kind: DocumentKind, surname: String, givenName: String, otherSurname: String? = nil
    ) {
        (self.kind, self.surname, self.givenName) = (kind, surname, givenName)
        self.otherSurname = otherSurname
    }

    var ffi: SceauGenerated.Document {
        SceauGenerated.Document(
            kind: kind.ffi, surname: surname, givenName: givenName, otherSurname: otherSurname)
    }
}

/// What was found of each field of a claim, in a fixed order.
public struct Report: Hashable, Sendable, Discreet {
    /// What the findings come to.
    public let outcome: IdentityOutcome
    /// The findings: check digit, surname, given name and date of the number, age, then each
    /// further document.
    public let findings: [Finding]

    init(ffi: SceauGenerated.Report) {
        (outcome, findings) = (
            IdentityOutcome(ffi: ffi.outcome), ffi.findings.map(Finding.init(ffi:))
        )
    }
}

/// What was found of one field; its message says it to the person.
public struct Finding: Hashable, Sendable, Discreet {
    /// The field.
    public let field: Field
    /// What became of it.
    public let verdict: Verdict
    /// The first document, where its names were looked at.
    public let first: DocumentKind?
    /// The document compared with the first one; `nil` where the number was.
    public let second: DocumentKind?
    /// In what the names on the two documents differ, in the order of `Difference`.
    public let differences: [Difference]
    /// The difference that matters most: one that the policy refuses, if there is one.
    public let main: Difference?
    /// Where the main difference shows, the letter or separator of the first document.
    public let letterFirst: String?
    /// The letter or separator of the second document there.
    public let letterSecond: String?
    /// Why a name is unreadable, and which of the two.
    public let unreadable: NameCompareError?
    /// The least age that the claim asks for, in years, where the field is the age.
    public let minimumAge: Int?
    private let french: String
    private let english: String

    /// Returns what was found, and what to do about it. It names the one letter that differs, never
    /// more.
    public func message(in language: Language) -> String {
        switch language {
        case .french: french
        case .english: english
        }
    }

    init(ffi: SceauGenerated.Finding) {
        (field, verdict) = (Field(ffi: ffi.field), Verdict(ffi: ffi.verdict))
        (first, second) = (
            ffi.first.map(DocumentKind.init(ffi:)), ffi.second.map(DocumentKind.init(ffi:))
        )
        differences = ffi.differences.map(Difference.init(ffi:))
        main = ffi.main.map(Difference.init(ffi:))
        (letterFirst, letterSecond) = (ffi.letterFirst, ffi.letterSecond)
        unreadable = ffi.unreadable.map { NameCompareError($0.side, $0.error) }
        minimumAge = ffi.minimumAge.map { Int($0) }
        (french, english) = (ffi.french, ffi.english)
    }
}
