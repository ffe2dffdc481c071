internal import SceauGenerated

/// The numbers of the rules for new passwords, before they are checked; 0 turns a rule off.
public struct PasswordRules: Hashable, Sendable {
    /// The fewest characters, 8 to 64. A code point of the prepared text is one character.
    public var minCharacters: Int
    /// How many words make a passphrase, which may be shorter: 2 to 16, or 0 for no passphrases. A
    /// word is two letters or digits or more, between spaces or punctuation.
    public var passphraseWords: Int
    /// The fewest characters of a passphrase, 8 to 64; not looked at without passphrases.
    public var passphraseCharacters: Int
    /// How many times in a row a character, or a group of at most 8 characters, is a repetition: 2
    /// to 16.
    public var repetition: Int
    /// How many letters in the order of the alphabet, or digits, are a sequence, either way: 3 to
    /// 16.
    public var sequence: Int
    /// How many keys side by side in one row of a keyboard are too many, either way: 3 to 16. The
    /// rows are those of QWERTY, AZERTY, Canadian French and Canadian Multilingual Standard.
    public var keyboard: Int
    /// From how many letters and digits on a word of the person's is looked for: 3 to 16.
    public var context: Int
    /// Whether the person's words are compared with the whole password, and not looked for in it.
    public var wholeContext: Bool
    /// Whether a password in the form of an e-mail address is refused.
    public var address: Bool
    /// Whether the whole password is compared with the most common ones.
    public var blocklist: Bool

    /// Takes the numbers of a profile, to change some of them.
    public init(_ profile: PasswordProfile) {
        let ffi = passwordRules(profile: profile.ffi)
        minCharacters = Int(ffi.minCharacters)
        (passphraseWords, passphraseCharacters) = (
            Int(ffi.passphraseWords), Int(ffi.passphraseCharacters)
        )
        (repetition, sequence) = (Int(ffi.repetition), Int(ffi.sequence))
        (keyboard, context) = (Int(ffi.keyboard), Int(ffi.context))
        (wholeContext, address, blocklist) = (ffi.wholeContext, ffi.address, ffi.blocklist)
    }

    var ffi: SceauGenerated.PasswordRules {
        SceauGenerated.PasswordRules(
            minCharacters: minCharacters.ffi(), passphraseWords: passphraseWords.ffi(),
            passphraseCharacters: passphraseCharacters.ffi(), repetition: repetition.ffi(),
            sequence: sequence.ffi(), keyboard: keyboard.ffi(), context: context.ffi(),
            wholeContext: wholeContext, address: address, blocklist: blocklist)
    }
}

/// A named profile of rules for new passwords.
public enum PasswordProfile: CaseIterable, Sendable {
    /// SAG's: at least 10 characters, "sans répétition ni séquence", not the user name, not an
    /// e-mail address.
    case sag2024
    /// NIST SP 800-63B-4's for a password on its own: at least 15 characters, and the blocklist.
    case nist63b4
    /// As before, for a password beside a second factor: at least 8 characters.
    case nist63b4SecondFactor
    /// The Canadian Centre for Cyber Security's (ITSAP.30.032): at least 12 characters, or a
    /// passphrase of 4 words and 15; the blocklist is ours.
    case cccs

    /// The stable wire name.
    public var name: String { passwordProfileName(value: ffi) }

    var ffi: SceauGenerated.PasswordProfile {
        switch self {
        case .sag2024: .sag2024
        case .nist63b4: .nist63b4
        case .nist63b4SecondFactor: .nist63b4SecondFactor
        case .cccs: .cccs
        }
    }
}

/// What the rules know of the person and the service; an empty text stands for nothing known.
///
/// Words are compared without regard to case, accents and punctuation.
public struct PasswordContext: Hashable, Sendable, Discreet {
    /// The user name.
    public let userName: String
    /// The e-mail address: all of it, and what stands before the last at sign.
    public let emailAddress: String
    /// The given name or names: together, and each part of them.
    public let givenName: String
    /// The surname: whole, and each part of it.
    public let surname: String
    /// The health insurance number: six or more of its characters in a row.
    public let nam: String
    /// The social insurance number: six or more of its digits in a row.
    public let nas: String
    /// The name of the service.
    public let service: String

    /// Takes what is known.
    public init(
        userName: String = "", emailAddress: String = "", givenName: String = "",
        surname: String = "", nam: String = "", nas: String = "", service: String = ""
    ) {
        (self.userName, self.emailAddress) = (userName, emailAddress)
        (self.givenName, self.surname) = (givenName, surname)
        (self.nam, self.nas, self.service) = (nam, nas, service)
    }

    var ffi: SceauGenerated.PasswordContext {
        SceauGenerated.PasswordContext(
            userName: userName, emailAddress: emailAddress, givenName: givenName, surname: surname,
            nam: nam, nas: nas, service: service)
    }
}

/// Rules for new passwords, whose numbers have been checked.
public final class PasswordPolicy: Sendable {
    /// The numbers.
    public let rules: PasswordRules
    let ffi: SceauGenerated.PasswordPolicy

    /// Checks the numbers of a policy; throws for the first one out of its range.
    public init(_ rules: PasswordRules) throws(PasswordPolicyError) {
        self.rules = rules
        do {
            ffi = try SceauGenerated.PasswordPolicy(rules: rules.ffi)
        } catch {
            throw lift(error, PasswordPolicyError.init(ffi:))
        }
    }

    /// `PasswordProfile.sag2024` as a policy.
    public static let sag2024 = own { try PasswordPolicy(PasswordRules(.sag2024)) }
    /// `PasswordProfile.nist63b4` as a policy.
    public static let nist63b4 = own { try PasswordPolicy(PasswordRules(.nist63b4)) }
    /// `PasswordProfile.nist63b4SecondFactor` as a policy.
    public static let nist63b4SecondFactor = own {
        try PasswordPolicy(PasswordRules(.nist63b4SecondFactor))
    }
    /// `PasswordProfile.cccs` as a policy.
    public static let cccs = own { try PasswordPolicy(PasswordRules(.cccs)) }

    /// Checks a password that a person chose against every rule; returns those that it breaks, in
    /// the order of `PasswordReason`. Throws for a text that could not be hashed.
    public func check(
        _ password: some PasswordText, context: PasswordContext = PasswordContext()
    ) throws(PasswordError) -> [PasswordFinding] {
        try onPassword {
            try password.lend { text in
                try passwordCheck(password: text, policy: ffi, context: context.ffi)
            }
        }.map(PasswordFinding.init(ffi:))
    }
}

/// A rule that a password breaks, and the first place where it does.
public struct PasswordFinding: Reason, Hashable {
    /// Which rule.
    public let reason: PasswordReason
    /// Where the place begins in the text as it was typed, in bytes of UTF-8.
    public let at: Int
    /// How long the place is, in bytes. Of a rule on the whole password it is all of it.
    public let length: Int
    /// The number that the sentence says; 0 where it says none.
    public let number: Int

    /// The wire name and the sentences.
    public var words: Words { Words(passwordFindingWords(finding: ffi)) }

    init(ffi: SceauGenerated.PasswordFinding) {
        (reason, number) = (PasswordReason(ffi: ffi.reason), Int(ffi.number))
        (at, length) = (Int(ffi.at), Int(ffi.length))
    }

    var ffi: SceauGenerated.PasswordFinding {
        SceauGenerated.PasswordFinding(
            reason: reason.ffi, at: at.ffi(), length: length.ffi(), number: number.ffi())
    }
}

/// A rule that a password breaks.
public enum PasswordReason: Hashable, CaseIterable, Sendable {
    /// Fewer characters than the policy asks for.
    case tooShort
    /// A character, or a group of characters, several times in a row.
    case repetition
    /// Letters or digits in the order of the alphabet, or backwards.
    case sequence
    /// Keys side by side in one row of a keyboard.
    case keyboardRow
    /// It is an e-mail address.
    case emailAddress
    /// The user name is in it.
    case userName
    /// The person's e-mail address is in it, or what stands before the at sign.
    case ownEmailAddress
    /// A name of the person's is in it.
    case personName
    /// Six or more characters of the person's health insurance number are in it.
    case ownNam
    /// Six or more digits of the person's social insurance number are in it.
    case ownNas
    /// The name of the service is in it.
    case serviceName
    /// It is one of the most common passwords.
    case common

    /// The stable wire name.
    public var name: String { passwordReasonName(value: ffi) }
}

/// Which number of a policy for new passwords is out of its range.
public enum PasswordPolicyError: Error, Reason, Hashable, CaseIterable {
    /// The fewest characters are not 8 to 64.
    case minCharacters
    /// The words of a passphrase are not 2 to 16, or its characters not 8 to 64.
    case passphrase
    /// The repetition is not 2 to 16.
    case repetition
    /// The sequence is not 3 to 16.
    case sequence
    /// The keys in a row are not 3 to 16.
    case keyboard
    /// The letters of the person's words are not 3 to 16.
    case context
    /// The library has no blocklist.
    case blocklist

    /// The wire name and the sentences.
    public var words: Words { Words(passwordPolicyErrorWords(reason: ffi)) }
}

extension PasswordReason {
    init(ffi: SceauGenerated.PasswordReason) {
        switch ffi {
        case .tooShort: self = .tooShort
        case .repetition: self = .repetition
        case .sequence: self = .sequence
        case .keyboardRow: self = .keyboardRow
        case .emailAddress: self = .emailAddress
        case .userName: self = .userName
        case .ownEmailAddress: self = .ownEmailAddress
        case .personName: self = .personName
        case .ownNam: self = .ownNam
        case .ownNas: self = .ownNas
        case .serviceName: self = .serviceName
        case .common: self = .common
        }
    }

    var ffi: SceauGenerated.PasswordReason {
        switch self {
        case .tooShort: .tooShort
        case .repetition: .repetition
        case .sequence: .sequence
        case .keyboardRow: .keyboardRow
        case .emailAddress: .emailAddress
        case .userName: .userName
        case .ownEmailAddress: .ownEmailAddress
        case .personName: .personName
        case .ownNam: .ownNam
        case .ownNas: .ownNas
        case .serviceName: .serviceName
        case .common: .common
        }
    }
}

extension PasswordPolicyError {
    init(ffi: SceauGenerated.PasswordPolicyError) {
        switch ffi {
        case .MinCharacters: self = .minCharacters
        case .Passphrase: self = .passphrase
        case .Repetition: self = .repetition
        case .Sequence: self = .sequence
        case .Keyboard: self = .keyboard
        case .Context: self = .context
        case .Blocklist: self = .blocklist
        }
    }

    var ffi: SceauGenerated.PasswordPolicyError {
        switch self {
        case .minCharacters: .MinCharacters
        case .passphrase: .Passphrase
        case .repetition: .Repetition
        case .sequence: .Sequence
        case .keyboard: .Keyboard
        case .context: .Context
        case .blocklist: .Blocklist
        }
    }
}
