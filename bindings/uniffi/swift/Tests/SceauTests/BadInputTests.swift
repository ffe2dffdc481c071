import Foundation
import Sceau
import Testing

/// What only a binding can break: lengths, numbers and texts that no vector can write down.
@Suite struct BadInputTests {
    let key = try! ServiceKey(id: 1, key: Array(UInt8(0)..<32))
    let binding = ChallengeBinding(
        purpose: .recovery, channel: .email, user: "eseraphin", destination: "elise@example.org")

    @Test(arguments: [
        (0, KeyError.tooShort), (31, .tooShort), (1_025, .tooLong), (1 << 20, .tooLong),
    ])
    func refusesAKeyOfAWrongLength(count: Int, reason: KeyError) {
        var bytes = [UInt8](repeating: 7, count: count)
        #expect(throws: reason) { try ServiceKey(id: 1, key: bytes) }
        #expect(throws: reason) { try ServiceKey(id: 1, key: Data(bytes)) }
        #expect(throws: reason) { try ServiceKey(id: 1, wiping: &bytes) }
        #expect(bytes.allSatisfy { $0 == 0 })
    }

    @Test(arguments: [(0, OtpError.secretTooShort), (15, .secretTooShort), (129, .secretTooLong)])
    func refusesASecretOfAWrongLength(count: Int, reason: OtpError) {
        var bytes = [UInt8](repeating: 7, count: count)
        #expect(throws: reason) { try OtpSecret(bytes) }
        #expect(throws: reason) { try OtpSecret(wiping: &bytes) }
        #expect(bytes.allSatisfy { $0 == 0 })
    }

    @Test func wipesWhatItTakes() throws {
        var bytes = [UInt8](repeating: 7, count: 1_024)
        _ = try ServiceKey(id: 1, wiping: &bytes)
        #expect(bytes == [UInt8](repeating: 0, count: 1_024))
        var secret = [UInt8](repeating: 7, count: 16)
        _ = try OtpSecret(wiping: &secret)
        #expect(secret == [UInt8](repeating: 0, count: 16))
        var none: [UInt8] = []
        wipe(&none)
    }

    @Test func takesAShortSecretOnlyWhenToldTo() throws {
        _ = try OtpSecret(uncheckedPolicy: [1] as [UInt8])
        #expect(throws: OtpError.secretTooShort) { try OtpSecret(uncheckedPolicy: Data()) }
        let long = [UInt8](repeating: 1, count: 129)
        #expect(throws: OtpError.secretTooLong) { try OtpSecret(uncheckedPolicy: long) }
    }

    @Test(arguments: [0, 1, 63, 64, 65, 95, 96, 97, 103, 104, 105, 207, 208, 209, 1 << 20])
    func refusesAStateOfAWrongLength(count: Int) throws {
        let bytes = Data(repeating: 0, count: count)
        if count != 96 { #expect(throws: StateError.length) { try Challenge(bytes: bytes) } }
        if count != 104 { #expect(throws: StateError.length) { try Device(bytes: bytes) } }
        if count != 64 { #expect(throws: StateError.length) { try Throttle(bytes: bytes) } }
        if count != 208 { #expect(throws: StateError.length) { try RecoveryCodes(bytes: bytes) } }
    }

    @Test func refusesEveryFlippedBitOfADevice() throws {
        let now = UnixTime(1_795_442_400)
        let remembered = Device.remember(key: key, user: "eseraphin", now: now)
        let (whole, token) = (remembered.state.bytes, remembered.token.text)
        for place in 0..<whole.count * 8 {
            var bytes = whole
            bytes[place / 8] ^= 1 << UInt8(place % 8)
            let flipped = try Device(bytes: bytes)
            #expect(throws: StateError.self) {
                try flipped.verify(key: key, user: "eseraphin", token: token, now: now)
            }
        }
    }

    @Test func findsADeviceByItsCookieWhoseTextMayBeAnything() throws {
        let (first, second) = (
            Device.remember(key: key, user: "eseraphin"),
            Device.remember(key: key, user: "eseraphin")
        )
        let cookie = first.token.text
        #expect(Device.selector(of: cookie) == first.state.selector)
        #expect(first.state.selector != second.state.selector && cookie.count == 80)
        let long = String(repeating: "0", count: 1 << 20)
        for text in ["", cookie.uppercased(), cookie.dropLast() + "é", long] {
            #expect(Device.selector(of: text) == nil)
            let verified = try first.state.verify(key: key, user: "eseraphin", token: text)
            #expect(verified.outcome.name == "malformed" && verified.next == first.state)
        }
        for lifetime in [Duration.seconds(-1), .zero, .seconds(365 * 86_400 + 1)] {
            #expect(throws: DevicePolicyError.lifetime) { try DevicePolicy(lifetime: lifetime) }
        }
    }

    @Test func refusesEveryFlippedBit() throws {
        let now = UnixTime(1_795_442_400)
        let whole = try Challenge.issue(previous: nil, key: key, binding: binding, now: now).next
            .bytes
        for place in 0..<whole.count * 8 {
            var bytes = whole
            bytes[place / 8] ^= 1 << (place % 8)
            let state = try Challenge(bytes: bytes)
            #expect(throws: StateError.self) {
                try state.verify(key: key, binding: binding, typed: "000000", now: now)
            }
        }
    }

    @Test func refusesEveryFlippedBitOfRecoveryCodes() throws {
        let made = try RecoveryCodes.generate(previous: nil, key: key, user: "eseraphin")
        #expect(Set(made.outcome.map(\.compact)).count == 10)
        for place in 0..<made.next.bytes.count * 8 {
            var bytes = made.next.bytes
            bytes[place / 8] ^= 1 << (place % 8)
            let state = try RecoveryCodes(bytes: bytes)
            #expect(throws: StateError.self) {
                try state.verify(key: key, user: "eseraphin", typed: made.outcome[0].display)
            }
        }
        let verified = try made.next.verify(
            key: key, user: "eseraphin", typed: made.outcome[9].display)
        #expect(verified.outcome == .accepted(left: 9) && !verified.clockBack)
        #expect(try verified.next.left(key: key, user: "eseraphin") == 9)
    }

    @Test(arguments: [0, 15, 65, 1 << 20])
    func refusesASaltOfAWrongLength(count: Int) {
        let salt = Data(repeating: 7, count: count)
        #expect(throws: PasswordError.saltLength) {
            try Passwords.hash("Érable-à-sucre", salt: salt)
        }
    }

    @Test func asksForAnotherHashOfAShortSalt() throws {
        let short = CreatePolicy(
            uncheckedPolicy: .sha256,
            iterations: UInt32(PasswordAlgorithm.sha256.recommendedIterations))
        let stored = try Passwords.hash(
            "Érable-à-sucre", salt: Data(repeating: 7, count: 15), policy: short)
        #expect(try Passwords.verify("Érable-à-sucre", stored: stored) == .matchRehash(why: .salt))
    }

    @Test func tellsWhatIsWrongWithAPassword() {
        #expect(throws: PasswordError.empty) { try Passwords.hash("") }
        #expect(throws: PasswordError.empty) { try Passwords.hash(Data()) }
        #expect(throws: PasswordError.empty) { try Passwords.hash([UInt8]()) }
        #expect(throws: PasswordError.control(at: 1)) { try Passwords.hash("a\0b") }
        #expect(throws: PasswordError.invalidUTF8(at: 1)) {
            try Passwords.hash([97, 0xff] as [UInt8])
        }
        let long = String(repeating: "é", count: 1 << 20)
        #expect(throws: PasswordError.tooLong) { try Passwords.verifyAbsent(long) }
        #expect(throws: PasswordError.malformed) { try Passwords.verify("a", stored: "") }
        #expect(throws: PasswordError.hashTooLong) { try Passwords.verify("a", stored: long) }
    }

    /// Kinds whose format is not public take any text that is short.
    static let opaque: Set<IdentifierKind> = [
        .licenceReference, .postalSecret, .temporaryAccessCode, .clicsequrUserCode,
    ]

    @Test func refusesTextsOfAnyLengthAndKind() {
        let texts =
            ["", "\0", "\u{feff}", "👩‍👩‍👧", String(repeating: " ", count: 1 << 20)]
            + [String(repeating: "a", count: 1 << 20)]
            + (0...255).map { String(UnicodeScalar(UInt8($0))) }
        for text in texts {
            for kind in IdentifierKind.allCases {
                _ = kind.typing(text)
                if Self.opaque.contains(kind) && text.utf8.count <= 64 { continue }
                #expect(throws: IdentifierError.self) { try kind.parse(text).get() }
            }
            _ = Names.fold(text)
            _ = Names.compare(text, text)
            _ = Names.foldIcao(text)
            _ = Names.matchesIcao(machine: text, name: text)
            _ = Names.distance(text, text)
        }
    }

    @Test(arguments: [-1, 11, 256, Int.max, Int.min])
    func refusesNumbersBeyondEveryRange(number: Int) {
        #expect(throws: OtpError.window) { try Totp(past: number) }
        #expect(throws: OtpError.window) { try Totp(future: number) }
        var limits = ChallengeLimits()
        limits.attempts = number
        #expect(throws: ChallengePolicyError.attempts) { try ChallengePolicy(limits) }
        #expect(Digits(rawValue: number) == nil)
    }

    @Test(arguments: [-1, 101, 65_536, Int.max, Int.min])
    func refusesCountsBeyondEveryRange(number: Int) {
        #expect(throws: OtpError.lookAhead) { try Hotp(lookAhead: number) }
        var challenge = ChallengeLimits()
        challenge.failures = number
        #expect(throws: ChallengePolicyError.failures) { try ChallengePolicy(challenge) }
        var throttle = ThrottleLimits()
        throttle.failures = number
        #expect(throws: ThrottlePolicyError.failures) { try ThrottlePolicy(throttle) }
        #expect(throws: PasswordError.iterations) {
            try CreatePolicy(algorithm: .sha256, iterations: number)
        }
    }

    @Test(
        arguments: [
            .seconds(-1), .milliseconds(-1), .seconds(Int64.max), .seconds(Int64.min),
            .seconds(601),
        ] as [Duration])
    func refusesLengthsOfTimeBeyondEveryRange(length: Duration) {
        #expect(throws: OtpError.period) { try Totp(period: length) }
        var limits = ChallengeLimits()
        limits.cooldown = length
        #expect(throws: ChallengePolicyError.cooldown) { try ChallengePolicy(limits) }
        limits = ChallengeLimits()
        limits.lifetime = length
        #expect(throws: ChallengePolicyError.lifetime) { try ChallengePolicy(limits) }
    }

    @Test func takesNoNegativeMostIterationsForAny() throws {
        var limits = AcceptLimits()
        limits.sha256.max = -1
        #expect(throws: PasswordError.iterations) { try AcceptPolicy(limits) }
        let stored = try Passwords.hash("Érable-à-sucre")
        #expect(throws: PasswordError.outsideAcceptPolicy) {
            try Passwords.verify(
                "Érable-à-sucre", stored: stored, accept: AcceptPolicy(uncheckedPolicy: limits))
        }
    }

    @Test func refusesAPolicyForAnyName() {
        #expect(NamePolicy(accepting: Set(Difference.allCases)) == nil)
        #expect(NamePolicy(accepting: []) == .sag)
    }

    @Test func refusesTheLastCounterAndNoDocument() throws {
        let secret = try OtpSecret.generate()
        #expect(throws: OtpError.counterExhausted) {
            try Hotp().verify(secret, typed: "000000", counter: .max)
        }
        let (nam, born) = (
            try Nam.parse("SERE75613018").get(), try BirthDate.parse("1975-11-30").get()
        )
        for (count, reason) in [(0, IdentityError.noDocument), (5, .tooManyDocuments)] {
            let card = Document(kind: .healthCard, surname: "Séraphin", givenName: "Élise")
            #expect(throws: reason) {
                try Identity.check(
                    documents: Array(repeating: card, count: count), nam: nam, birthDate: born,
                    today: born.date)
            }
        }
    }
}
