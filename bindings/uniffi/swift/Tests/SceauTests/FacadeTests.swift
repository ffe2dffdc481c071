import Foundation
import Sceau
import Testing

/// What the façade adds: words, discretion, the system's clock and generator, use from many tasks.
@Suite struct FacadeTests {
    static let reasons: [[any Reason]] = [
        KeyError.allCases, StateError.allCases, OtpError.allCases, ChallengePolicyError.allCases,
        ThrottlePolicyError.allCases, DevicePolicyError.allCases, RehashReason.allCases,
        PasswordPolicyError.allCases,
        Difference.allCases, IdentityError.allCases,
        [
            OtpTextError.secretTooShort(at: 1),
            OtpTextError.tooLong(at: 1),
            OtpTextError.digit(at: 1),
            OtpTextError.character(at: 1),
            OtpTextError.padding(at: 1),
            OtpTextError.length(at: 1),
            OtpTextError.strayBits(at: 1),
            OtpTextError.scheme(at: 1),
            OtpTextError.kind(at: 1),
            OtpTextError.label(at: 1),
            OtpTextError.percent(at: 1),
            OtpTextError.notCanonical(at: 1),
            OtpTextError.duplicate(at: 1),
            OtpTextError.missing(at: 1),
            OtpTextError.value(at: 1),
            OtpTextError.issuer(at: 1),
        ],
        [HotpOutcome.accepted(next: 1), HotpOutcome.mismatch, HotpOutcome.malformed],
        [
            TotpOutcome.accepted(step: 1), TotpOutcome.replayed, TotpOutcome.mismatch,
            TotpOutcome.malformed,
        ],
        [
            IssueOutcome.tooSoon(until: UnixTime(1)), IssueOutcome.tooMany(until: UnixTime(1)),
            IssueOutcome.disabled,
        ],
        [
            ChallengeOutcome.accepted, ChallengeOutcome.wrong(left: 4), ChallengeOutcome.expired,
            ChallengeOutcome.exhausted, ChallengeOutcome.alreadyUsed, ChallengeOutcome.malformed,
        ],
        [
            DeviceOutcome.stolen, DeviceOutcome.expired, DeviceOutcome.revoked,
            DeviceOutcome.unknown, DeviceOutcome.malformed,
        ],
        [DeliverOutcome.expired, DeliverOutcome.exhausted, DeliverOutcome.alreadyUsed],
        [
            ThrottleOutcome.allowed, ThrottleOutcome.delayed(until: UnixTime(1)),
            ThrottleOutcome.suspended(until: UnixTime(1)), ThrottleOutcome.disabled,
        ],
        [
            RecoveryOutcome.accepted(left: 9), RecoveryOutcome.wrong, RecoveryOutcome.alreadyUsed,
            RecoveryOutcome.malformed,
        ],
        [PasswordOutcome.match, PasswordOutcome.matchRehash(why: .cost), PasswordOutcome.mismatch],
        [
            PasswordError.empty, PasswordError.tooLong, PasswordError.invalidUTF8(at: 1),
            PasswordError.control(at: 1), PasswordError.unnormalizable(at: 1),
            PasswordError.disallowed(at: 1),
            PasswordError.saltLength,
            PasswordError.malformed, PasswordError.unsupportedScheme,
            PasswordError.outsideAcceptPolicy,
            PasswordError.iterations, PasswordError.hashTooLong, PasswordError.hashNumber,
            PasswordError.hashExtraField, PasswordError.hashPadding,
            PasswordError.hashEncoding, PasswordError.hashPartLength,
            PasswordError.unknownPepper, PasswordError.memory,
            PasswordError.keyLength, PasswordError.argon2Limits,
            PasswordError.unfinished,
        ],
        [
            IdentifierError.empty, IdentifierError.tooShort(at: 1), IdentifierError.tooLong(at: 1),
            IdentifierError.character(at: 1), IdentifierError.lookAlike(at: 1),
            IdentifierError.date(at: 1),
            IdentifierError.differentiator(at: 1), IdentifierError.checkDigit(at: 1),
            IdentifierError.notASin(at: 1), IdentifierError.atSign(at: 1),
            IdentifierError.label(at: 1),
            IdentifierError.domain(at: 1),
        ],
        [
            NameError.empty, NameError.unsupported(at: 1), NameError.character(at: 1),
            NameError.tooManyMarks(at: 1), NameError.tooLong(at: 1),
        ],
    ]

    @Test(arguments: reasons.indices)
    func everyReasonHasAWireNameAndASentenceInBothLanguages(family: Int) {
        let reasons = Self.reasons[family]
        #expect(Set(reasons.map(\.name)).count == reasons.count)
        for reason in reasons {
            #expect(reason.name.wholeMatch(of: /[a-z0-9_]+/) != nil)
            let (french, english) = (reason.message(in: .french), reason.message(in: .english))
            #expect(french.count > 10 && english.count > 10 && french != english)
            // The name ends as the case is spelled: state_wrong_purpose, wrongPurpose.
            let label = "\(reason)".prefix { $0 != "(" }.replacing("letterCase", with: "case")
            #expect(reason.name.replacing("_", with: "").hasSuffix(label.lowercased()))
        }
    }

    @Test func nothingThatIsPrivateCanBePrinted() throws {
        let key = try ServiceKey(id: 1, key: Data("0123456789abcdef0123456789abcdef".utf8))
        let secret = try OtpSecret(Data("0123456789abcdef0123456789abcdef".utf8))
        let binding = ChallengeBinding(
            purpose: .recovery, channel: .email, user: "eseraphin", destination: "elise@example.org"
        )
        let issued = try Challenge.issue(previous: nil, key: key, binding: binding)
        guard case .issued(let code, _) = issued.outcome else { return #expect(Bool(false)) }
        let recovery = try RecoveryCodes.generate(previous: nil, key: key, user: "eseraphin")
        let remembered = Device.remember(key: key, user: "eseraphin")
        let verified = try remembered.state.verify(
            key: key, user: "eseraphin", token: remembered.token.text)
        guard case .accepted(let token, _, _) = verified.outcome else {
            return #expect(Bool(false))
        }
        #expect(verified.outcome.name == "accepted" && !"\(verified)".contains(token.text))
        let nam = try Nam.parse("SERE75613018").get()
        let born = try BirthDate.parse("1975-11-30").get()
        let card = Document(
            kind: .healthCard, surname: "Séraphin", givenName: "Élise", otherSurname: "Tremblay")
        let report = try Identity.check(
            documents: [card, Document(kind: .form, surname: "SERAPHIN", givenName: "ELISE")],
            nam: nam, birthDate: born, today: born.date)
        let comparison = try Names.compare("Élise", "elise").get()
        let values: [any Discreet] = [
            key, secret, binding, issued.next, code, remembered, remembered.token,
            remembered.state, nam, nam.forms, born, born.date, card, report,
            report.findings[0], comparison, try #require(comparison.places.first).value,
            try Throttle.begin(previous: nil, key: key, subject: "eseraphin").next,
            recovery.next, recovery.outcome[0],
            try Nas.parse("130692544").get(), try EmailAddress.parse("elise@example.org").get(),
            try nam.check(born: born.date).get(), try Names.fold("Élise").get(),
            try Names.foldIcao("Élise").get(),
        ]
        for value in values {
            let shown = "\(type(of: value))(..)"
            var dumped = ""
            dump(value, to: &dumped)
            #expect("\(value)" == shown && String(reflecting: value) == shown)
            #expect(dumped.hasPrefix("- \(shown)") && dumped.split(separator: "\n").count == 1)
            #expect("\([value])" == "[\(shown)]" && Mirror(reflecting: value).children.isEmpty)
        }
        #expect(!"\(issued)".contains(code.compact) && !"\(issued.outcome)".contains(code.compact))
    }

    @Test func takesTheSystemsGeneratorUnlessGivenAnother() throws {
        let policy = CreatePolicy(uncheckedPolicy: .sha256, iterations: 1)
        let hash = { try Passwords.hash("Érable-à-sucre", policy: policy) }
        #expect(try hash() != hash())
        var (first, second) = (Counting(), Counting())
        #expect(
            try Passwords.hash("Érable-à-sucre", policy: policy, using: &first)
                == Passwords.hash(Array("Érable-à-sucre".utf8), policy: policy, using: &second))
        var (one, other) = (Counting(), Counting())
        let (left, right) = (
            try OtpSecret.generate(using: &one), try OtpSecret.generate(using: &other)
        )
        let totp = try Totp(digits: .nine)
        let now = UnixTime(59)
        #expect(totp.code(left, now: now).compact == totp.code(right, now: now).compact)
        let secrets = (try OtpSecret.generate(), try OtpSecret.generate())
        #expect(totp.code(secrets.0, now: now).compact != totp.code(secrets.1, now: now).compact)
        #expect(try ServiceKey.generate(id: 7, using: &one).id == 7)
    }

    @Test func takesAPasswordInEveryForm() throws {
        let policy = CreatePolicy(uncheckedPolicy: .sha256, iterations: 1_000)
        var limits = AcceptLimits()
        limits.sha256.min = 1_000
        let accept = try AcceptPolicy(limits)
        let stored = try Passwords.hash("Érable-à-sucre", policy: policy)
        let utf8 = Array("Érable-à-sucre".utf8)
        let composed = "E\u{301}rable-a\u{300}-sucre"
        for text in [utf8, Data(utf8), "Érable-à-sucre", composed] as [any PasswordText] {
            let outcome = try Passwords.verify(text, stored: stored, accept: accept, create: policy)
            #expect(outcome == .match)
        }
        #expect(utf8 == Array("Érable-à-sucre".utf8))
    }

    @Test func manyTasksShareEveryValue() async throws {
        let (key, totp, secret) = (
            try ServiceKey.generate(id: 1), try Totp(), try OtpSecret.generate()
        )
        let binding = ChallengeBinding(
            purpose: .recovery, channel: .text, user: "eseraphin", destination: "+15145550123")
        let now = UnixTime(1_795_442_400)
        let issued = try Challenge.issue(previous: nil, key: key, binding: binding, now: now)
        guard case .issued(let code, _) = issued.outcome else { return #expect(Bool(false)) }
        let expected = totp.code(secret, now: now).compact
        let right = try await withThrowingTaskGroup(of: Bool.self) { group in
            for task in 0..<64 {
                group.addTask {
                    let typed = task.isMultiple(of: 2) ? code.display : "not a code"
                    let verified = try issued.next.verify(
                        key: key, binding: binding, typed: typed, now: now)
                    let nam = try Nam.parse("SERE75613018").get()
                    return verified.outcome == (task.isMultiple(of: 2) ? .accepted : .malformed)
                        && totp.code(secret, now: now).compact == expected
                        && nam.display == "SERE 7561 3018"
                        && ThrottleOutcome.disabled.message(in: .french) != ""
                }
            }
            return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(right == 64)
    }
}

/// A generator that counts: fit for nothing but a test.
private struct Counting: RandomNumberGenerator {
    var count: UInt64 = 0

    mutating func next() -> UInt64 {
        count += 1
        return count
    }
}
