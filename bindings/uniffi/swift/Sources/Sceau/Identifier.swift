public import Foundation
internal import SceauGenerated

/// An identifier: a text whose shape is right. Whether its date exists or its check digit fits is a
/// second question, asked with `check` or `level(on:)`; neither says that it was issued, or to
/// whom.
///
/// Its description shows the type only: it is a person's.
public protocol Identifier: Hashable, Sendable, Discreet {
    /// The kind that the type is of.
    static var kind: IdentifierKind { get }
    /// The forms of the identifier.
    var forms: IdentifierForms { get }

    /// Parses what a person typed. Spaces around it, invisible characters and full-width forms
    /// never matter; spaces, dashes and case inside matter only to user names, addresses and dates.
    static func parse(_ text: String) -> Result<Self, IdentifierError>
}

extension Identifier {
    /// The canonical form: what to store, compare and send.
    public var compact: String { forms.compact }
    /// The form that people read, which parses back to the same value.
    public var display: String { forms.display }
    /// The display form with a dot for every letter and digit, but the last two digits of a number.
    public var masked: String { forms.masked }

    /// Computes the 32 bytes that stand for it in the tables of one group that may be joined.
    ///
    /// Two groups, as two ministries, have different ones and cannot join. Who holds the key can try
    /// all numbers and has them back: a pseudonym stays personal information.
    public func pseudonym(key: ServiceKey, group: some ContiguousBytes) -> [UInt8] {
        let computed = lent(group) {
            key.ffi.pseudonym(group: $0, kind: Self.kind.ffi, text: compact)
        }
        switch computed {
        case .computed(let bytes): return Array(bytes)
        case .refused: preconditionFailure("a parsed identifier parses")
        }
    }

    /// Returns how much of it could be checked, on the civil date `today`.
    public func level(on today: CivilDate) -> Level {
        identifierLevel(kind: Self.kind.ffi, text: compact, today: today.ffi).map(Level.init(ffi:))
            ?? .wellFormed
    }
}

/// The forms of an identifier.
public struct IdentifierForms: Hashable, Sendable, Discreet {
    /// The canonical form.
    public let compact: String
    /// The form that people read.
    public let display: String
    /// The display form with a dot for every letter and digit, but the last two digits of a number.
    public let masked: String
}

/// A kind of identifier.
public enum IdentifierKind: CaseIterable, Sendable {
    /// `Nam`.
    case nam
    /// `Nas`.
    case nas
    /// `AssessmentNotice`.
    case assessmentNotice
    /// `CardReference`.
    case cardReference
    /// `Username`.
    case username
    /// `EmailAddress`.
    case emailAddress
    /// `BirthDate`.
    case birthDate
    /// `CardSequence`.
    case cardSequence
    /// `CardExpiry`.
    case cardExpiry
    /// `ActivationKey`.
    case activationKey
    /// `LicenceNumber`.
    case licenceNumber
    /// `LicenceReference`.
    case licenceReference
    /// `Neq`.
    case neq
    /// `BusinessNumber`.
    case businessNumber
    /// `QstNumber`.
    case qstNumber
    /// `PostalCode`.
    case postalCode
    /// `PhoneNumber`.
    case phoneNumber
    /// `PostalSecret`.
    case postalSecret
    /// `TemporaryAccessCode`.
    case temporaryAccessCode
    /// `ClicsequrUserCode`.
    case clicsequrUserCode

    /// The stable wire name.
    public var name: String { identifierKindName(value: ffi) }

    /// Parses what a person typed, into the forms of this kind.
    public func parse(_ text: String) -> Result<IdentifierForms, IdentifierError> {
        switch identifierParse(kind: ffi, text: text) {
        case .parsed(let forms):
            .success(
                IdentifierForms(
                    compact: forms.compact, display: forms.display, masked: forms.masked))
        case .refused(let error): .failure(IdentifierError(ffi: error))
        }
    }

    /// Returns the compact form of the number that `number` chooses among those that nobody can have
    /// been given; `nil` for the kinds of which none are known. Only NAM, NAS and NEQ have any, and
    /// `check` refuses them.
    public func synthetic(_ number: UInt64) -> String? {
        identifierSynthetic(kind: ffi, number: number)
    }

    var ffi: SceauGenerated.IdentifierKind {
        switch self {
        case .nam: .nam
        case .nas: .nas
        case .assessmentNotice: .assessmentNotice
        case .cardReference: .cardReference
        case .username: .username
        case .emailAddress: .emailAddress
        case .birthDate: .birthDate
        case .cardSequence: .cardSequence
        case .cardExpiry: .cardExpiry
        case .activationKey: .activationKey
        case .licenceNumber: .licenceNumber
        case .licenceReference: .licenceReference
        case .neq: .neq
        case .businessNumber: .businessNumber
        case .qstNumber: .qstNumber
        case .postalCode: .postalCode
        case .phoneNumber: .phoneNumber
        case .postalSecret: .postalSecret
        case .temporaryAccessCode: .temporaryAccessCode
        case .clicsequrUserCode: .clicsequrUserCode
        }
    }
}

/// How much of an identifier holds: each level contains the one before it.
public enum Level: Int, Comparable, CaseIterable, Sendable {
    /// The characters are those of such an identifier.
    case wellFormed
    /// What it says can be: the date in it exists.
    case plausible
    /// Its check digit fits as well.
    case checkDigit

    /// The stable wire name.
    public var name: String { levelName(value: ffi) }

    /// Whether the first level says less than the second.
    public static func < (first: Level, second: Level) -> Bool { first.rawValue < second.rawValue }

    init(ffi: SceauGenerated.Level) {
        switch ffi {
        case .wellFormed: self = .wellFormed
        case .plausible: self = .plausible
        case .checkDigit: self = .checkDigit
        }
    }

    var ffi: SceauGenerated.Level {
        switch self {
        case .wellFormed: .wellFormed
        case .plausible: .plausible
        case .checkDigit: .checkDigit
        }
    }
}
