internal import SceauGenerated

/// The sequential number of a health insurance card (RAMQ): two digits.
public struct CardSequence: Identifier {
    /// The kind that the type is of.
    public static let kind = IdentifierKind.cardSequence
    /// The forms of it.
    public let forms: IdentifierForms

    /// Parses what a person typed.
    public static func parse(_ text: String) -> Result<CardSequence, IdentifierError> {
        kind.parse(text).map(CardSequence.init(forms:))
    }
}

/// The expiry of a health insurance card (RAMQ), `AAAA-MM` (year, month).
public struct CardExpiry: Identifier {
    /// The kind that the type is of.
    public static let kind = IdentifierKind.cardExpiry
    /// The forms of it.
    public let forms: IdentifierForms

    /// Parses what a person typed.
    public static func parse(_ text: String) -> Result<CardExpiry, IdentifierError> {
        kind.parse(text).map(CardExpiry.init(forms:))
    }

    /// The last day of the month; that the card is good until then is an assumption.
    public var lastDay: CivilDate { CivilDate(ffi: cardExpiryLastDay(expiry: compact)) }
}

/// The activation key of the Carnet santé (RAMQ): four digits. It is a secret: to
/// verify it is the server's; do not compare it.
public struct ActivationKey: Identifier {
    /// The kind that the type is of.
    public static let kind = IdentifierKind.activationKey
    /// The forms of it.
    public let forms: IdentifierForms

    /// Parses what a person typed.
    public static func parse(_ text: String) -> Result<ActivationKey, IdentifierError> {
        kind.parse(text).map(ActivationKey.init(forms:))
    }
}

/// The number of a driver's licence (SAAQ): a letter and twelve digits.
public struct LicenceNumber: Identifier {
    /// The kind that the type is of.
    public static let kind = IdentifierKind.licenceNumber
    /// The forms of it.
    public let forms: IdentifierForms

    /// Parses what a person typed.
    public static func parse(_ text: String) -> Result<LicenceNumber, IdentifierError> {
        kind.parse(text).map(LicenceNumber.init(forms:))
    }
}

/// The reference number of a driver's licence, whose format is not public: kept as typed.
public struct LicenceReference: Identifier {
    /// The kind that the type is of.
    public static let kind = IdentifierKind.licenceReference
    /// The forms of it.
    public let forms: IdentifierForms

    /// Parses what a person typed.
    public static func parse(_ text: String) -> Result<LicenceReference, IdentifierError> {
        kind.parse(text).map(LicenceReference.init(forms:))
    }
}

/// A number of Québec's enterprise register: ten digits.
public struct Neq: Identifier {
    /// The kind that the type is of.
    public static let kind = IdentifierKind.neq
    /// The forms of it.
    public let forms: IdentifierForms

    /// Parses what a person typed.
    public static func parse(_ text: String) -> Result<Neq, IdentifierError> {
        kind.parse(text).map(Neq.init(forms:))
    }

    /// Checks how the number begins, and the check digit (Luhn) of the eight digits behind.
    public func check() -> Result<NeqKind, IdentifierError> {
        switch neqCheck(neq: compact) {
        case .fits(.issued): .success(.issued)
        case .fits(.reserved): .success(.reserved)
        case .refused(let error): .failure(IdentifierError(ffi: error))
        }
    }
}

/// A federal business number, with or without a program account: `12302 6635 RC0001`.
public struct BusinessNumber: Identifier {
    /// The kind that the type is of.
    public static let kind = IdentifierKind.businessNumber
    /// The forms of it.
    public let forms: IdentifierForms

    /// Parses what a person typed.
    public static func parse(_ text: String) -> Result<BusinessNumber, IdentifierError> {
        kind.parse(text).map(BusinessNumber.init(forms:))
    }
}

/// A number of Québec sales tax: `1012345671 TQ 0001`; its check digit is advisory.
public struct QstNumber: Identifier {
    /// The kind that the type is of.
    public static let kind = IdentifierKind.qstNumber
    /// The forms of it.
    public let forms: IdentifierForms

    /// Parses what a person typed.
    public static func parse(_ text: String) -> Result<QstNumber, IdentifierError> {
        kind.parse(text).map(QstNumber.init(forms:))
    }
}

/// A postal code of Canada: `G1R 4P5`.
public struct PostalCode: Identifier {
    /// The kind that the type is of.
    public static let kind = IdentifierKind.postalCode
    /// The forms of it.
    public let forms: IdentifierForms

    /// Parses what a person typed.
    public static func parse(_ text: String) -> Result<PostalCode, IdentifierError> {
        kind.parse(text).map(PostalCode.init(forms:))
    }
}

/// A telephone number of the North American Numbering Plan: `+1 418 555 0123`.
public struct PhoneNumber: Identifier {
    /// The kind that the type is of.
    public static let kind = IdentifierKind.phoneNumber
    /// The forms of it.
    public let forms: IdentifierForms

    /// Parses what a person typed.
    public static func parse(_ text: String) -> Result<PhoneNumber, IdentifierError> {
        kind.parse(text).map(PhoneNumber.init(forms:))
    }
}

/// The identification secret sent by post, whose format is not public: kept as typed. It is a secret: to
/// verify it is the server's; do not compare it.
public struct PostalSecret: Identifier {
    /// The kind that the type is of.
    public static let kind = IdentifierKind.postalSecret
    /// The forms of it.
    public let forms: IdentifierForms

    /// Parses what a person typed.
    public static func parse(_ text: String) -> Result<PostalSecret, IdentifierError> {
        kind.parse(text).map(PostalSecret.init(forms:))
    }
}

/// A temporary access code of clicSÉQUR, whose format is not public: kept as typed. It is a secret: to
/// verify it is the server's; do not compare it.
public struct TemporaryAccessCode: Identifier {
    /// The kind that the type is of.
    public static let kind = IdentifierKind.temporaryAccessCode
    /// The forms of it.
    public let forms: IdentifierForms

    /// Parses what a person typed.
    public static func parse(_ text: String) -> Result<TemporaryAccessCode, IdentifierError> {
        kind.parse(text).map(TemporaryAccessCode.init(forms:))
    }
}

/// A user code of clicSÉQUR, whose format is not public: kept as typed.
public struct ClicsequrUserCode: Identifier {
    /// The kind that the type is of.
    public static let kind = IdentifierKind.clicsequrUserCode
    /// The forms of it.
    public let forms: IdentifierForms

    /// Parses what a person typed.
    public static func parse(_ text: String) -> Result<ClicsequrUserCode, IdentifierError> {
        kind.parse(text).map(ClicsequrUserCode.init(forms:))
    }
}

/// Whether the register of enterprises issues numbers that begin as this one.
public enum NeqKind: CaseIterable, Sendable {
    /// It begins with 11, 22, 33 or 88.
    case issued
    /// It begins with 44, 55, 66, 77 or 99, which are kept for the future.
    case reserved

    /// The stable wire name.
    public var name: String {
        switch self {
        case .issued: neqKindName(value: .issued)
        case .reserved: neqKindName(value: .reserved)
        }
    }
}
