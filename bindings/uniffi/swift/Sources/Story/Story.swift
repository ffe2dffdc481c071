// One citizen's story, as every language tells it: the transcripts are equal to the byte.
//
// Clock and entropy are fixed, so that the code is `996 729`, the one on SAG's own screen. Answers
// go to standard output; the number of calls into the library goes to standard error.

import Foundation
import Sceau

let user = "eseraphin"
let password = "Érable-à-sucre"
/// 23 November 2026, nine o'clock in Québec.
let start: UInt64 = 1_795_442_400
let oldHash =
    "$pbkdf2-sha256$i=20000$Y2xpY1NFUVVSLTIwMDkhIQ$W7pQsURJ0P0FNy2Zs6gNKJJhw2NOtjPkv4GrwpktF4k"

@main
struct Story {
    private var calls = 0

    static func main() throws {
        var story = Story()
        print("Sceau · une histoire, cinq langages · one story, five languages")
        try story.signUp()
        try story.proveTheAddress()
        try story.proveTheIdentity()
        let accepted = try story.pairAnApp()
        try story.comeBack()
        try story.keepTheThiefOut(accepted)
        FileHandle.standardError.write(Data("calls: \(story.calls)\n".utf8))
    }

    /// Counts a call into the library.
    private mutating func call<T>(_ answer: T) -> T {
        calls += 1
        return answer
    }

    private mutating func signUp() throws {
        chapter("1 · Élise s'inscrit · Élise signs up")
        field("nom d'utilisateur", try call(Username.parse(user)).get().compact)
        let email = call(EmailAddress.parse(" Elise.Seraphin@EXAMPLE.org"))
        field("courriel", try email.get().compact)

        for typed in ["Eseraphin1234", password] {
            field("mot de passe", typed)
            let context = PasswordContext(userName: user)
            for reason in call(try PasswordPolicy.sag2024.check(typed, context: context)) {
                say(reason)
            }
        }
        let salt = Array("sel de l'erable!".utf8)
        let stored = call(try Passwords.hash(password, salt: salt))
        field("conservé · stored", stored)
    }

    private mutating func proveTheAddress() throws {
        chapter("2 · Le code envoyé par courriel · The code sent by e-mail")
        let (key, binding) = (try serviceKey(), emailBinding)
        var entropy = FixedEntropy()
        let issued = call(
            try Challenge.issue(
                previous: nil, key: key, binding: binding, now: at(0), using: &entropy))
        say(issued.outcome)
        if case .issued(let code, let expires) = issued.outcome {
            field("courriel", code.display)
            field("valide (s) · valid (s)", "\(expires.seconds - at(0).seconds)")
        }
        var row = issued.next
        for (later, typed) in [(20, "996 728"), (35, " 996\u{a0}729"), (50, "996729")] {
            let verified = call(
                try row.verify(key: key, binding: binding, typed: typed, now: at(UInt64(later))))
            row = verified.next
            field("Élise, +\(later) s", typed.trimmingCharacters(in: .whitespaces))
            say(verified.outcome)
        }
        field("génération", "\(call(row.generation))")
    }

    private mutating func proveTheIdentity() throws {
        chapter("3 · Ses documents · Her documents")
        guard let today = CivilDate(year: 2026, month: 11, day: 23) else { return }
        let nam = try call(Nam.parse("sere 7561-3018")).get()
        field("NAM", nam.masked)
        let birth = try call(nam.check(on: today)).get()
        field("code de sexe · sex code", birth.marker.name)
        try numbers()
        let born = try call(BirthDate.parse("1975/11/30")).get()
        field("âge · age", "\(call(born.age(on: today)))")
        switch call(Nam.parse("SERE 756\u{406} 3018")) {
        case .success(let nam): field("", nam.masked)
        case .failure(let reason): say(reason)
        }
        for policy in [NamePolicy.sag, .tolerant] {
            try report(nam: nam, born: born, today: today, policy: policy)
        }
    }

    private mutating func numbers() throws {
        let nas = try call(Nas.parse("130 692 544")).get()
        field("NAS", nas.masked)
        field("", try call(nas.check()).get().name)
        switch try call(Nas.parse("130 692 545")).get().check() {
        case .success(let kind): field("", kind.name)
        case .failure(let reason): say(reason)
        }
        let notice = try call(AssessmentNotice.parse("q12-3abc 4567")).get()
        field("avis de cotisation", notice.masked)
        let reference = try call(CardReference.parse("125 478 569")).get()
        field("référence de la carte", reference.masked)
    }

    private mutating func report(
        nam: Nam, born: BirthDate, today: CivilDate, policy: NamePolicy
    ) throws {
        let documents = [
            Document(kind: .assessmentNotice, surname: "Séraphin", givenName: "Élise"),
            Document(kind: .healthCard, surname: "SERAPHIN", givenName: "ELISE"),
        ]
        let report = call(
            try Identity.check(
                documents: documents, nam: nam, birthDate: born, today: today, policy: policy))
        field("identité · identity", report.outcome.name)
        for finding in report.findings {
            print("    \(finding.field.name) · \(finding.verdict.name)")
            if finding.verdict != .agrees {
                calls += 2
                print("        fr  \(finding.message(in: .french))")
                print("        en  \(finding.message(in: .english))")
            }
        }
    }

    private mutating func pairAnApp() throws -> UInt64 {
        chapter("4 · Une application d'authentification · An authenticator app")
        let (totp, secret) = (try totp(), try secret())
        let code = call(totp.code(secret, now: at(600)))
        field("l'application affiche", code.display)
        let remaining = call(totp.remaining(now: at(600)))
        field("encore · still (s)", "\(remaining.components.seconds)")
        let outcome = call(totp.verify(secret, typed: code.display, last: nil, now: at(625)))
        say(outcome)
        guard case .accepted(let step) = outcome else { throw NotAccepted() }
        field("à conserver · to store", "\(step)")
        return step
    }

    private mutating func comeBack() throws {
        chapter("5 · Une ancienne empreinte clicSÉQUR · An old clicSÉQUR hash")
        let typed = "Vieux-mot-de-passe"
        let old = call(try Passwords.verify(typed, stored: oldHash))
        say(old)
        if case .matchRehash(let why) = old { say(why) }
        let salt = Array("un sel tout neuf".utf8)
        let renewed = call(try Passwords.hash(typed, salt: salt))
        say(call(try Passwords.verify(typed, stored: renewed)))
    }

    private mutating func keepTheThiefOut(_ accepted: UInt64) throws {
        chapter("6 · Le voleur · The thief")
        let (totp, secret) = (try totp(), try secret())
        let seen = totp.code(secret, now: at(600))
        field("le voleur · the thief", seen.compact)
        say(call(totp.verify(secret, typed: seen.compact, last: accepted, now: at(640))))

        let (key, binding) = (try serviceKey(), emailBinding)
        var entropy = FixedEntropy()
        var row = call(
            try Challenge.issue(
                previous: nil, key: key, binding: binding, now: at(700), using: &entropy)
        ).next
        for guess in ["123456", "000000", "111111", "654321", "996729", "121212"] {
            let verified = call(
                try row.verify(key: key, binding: binding, typed: guess, now: at(710)))
            row = verified.next
            field("le voleur · the thief", guess)
            say(verified.outcome)
        }
        field("sans compte · no account", "pas-de-compte")
        say(call(try Passwords.verifyAbsent("pas-de-compte")))
        try lockOut(key)
    }

    private mutating func lockOut(_ key: ServiceKey) throws {
        var row: Throttle?
        var now = at(800)
        while true {
            let begun = call(try Throttle.begin(previous: row, key: key, subject: user, now: now))
            row = begun.next
            switch begun.outcome {
            case .allowed: continue
            case .delayed(let until):
                field("il attend · he waits (s)", "\(until.seconds - now.seconds)")
                now = until
            case .suspended(let until):
                say(begun.outcome)
                field("suspension (s)", "\(until.seconds - now.seconds)")
                return
            case .disabled: return
            }
        }
    }

    /// Prints a reason's wire name and its two sentences.
    private mutating func say(_ reason: some Reason) {
        calls += 2
        print("    \(reason.name)")
        print("        fr  \(reason.message(in: .french))")
        print("        en  \(reason.message(in: .english))")
    }

    private mutating func serviceKey() throws -> ServiceKey {
        call(try ServiceKey(id: 1, key: Array(UInt8(0)..<32)))
    }

    private mutating func totp() throws -> Totp { call(try Totp()) }

    private mutating func secret() throws -> OtpSecret {
        call(try OtpSecret(Array("12345678901234567890".utf8)))
    }
}

struct NotAccepted: Error {}

/// The bytes `sceau-demo`, four zeros, c5 c1, as two words: a generator that is fit for nothing
/// else.
struct FixedEntropy: RandomNumberGenerator {
    private var words: [UInt64] = [0x7363_6561_752d_6465, 0x6d6f_0000_0000_c5c1]

    mutating func next() -> UInt64 { words.removeFirst() }
}

let emailBinding = ChallengeBinding(
    purpose: .addressValidation, channel: .email, user: user,
    destination: "elise.seraphin@example.org")

func at(_ later: UInt64) -> UnixTime { UnixTime(start + later) }

func chapter(_ title: String) { print("\n\(title)\n") }

/// Prints a value under its label, which takes 26 columns.
func field(_ label: String, _ value: String) {
    print(
        "  " + label + String(repeating: " ", count: max(0, 26 - label.unicodeScalars.count))
            + value)
}
