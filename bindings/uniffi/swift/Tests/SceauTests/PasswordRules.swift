import Sceau
import Testing

// password/policy.txt

@Sendable func policy(_ record: Record) -> String {
    let text = { record.optional($0) ?? "" }
    let context = PasswordContext(
        userName: text("user-name"), emailAddress: text("email-address"),
        givenName: text("given-name"), surname: text("surname"), nam: text("nam"),
        nas: text("nas"), service: text("service"))
    do {
        let findings = try rules(record).check(record.bytes("password"), context: context)
        return findings.isEmpty ? "none" : findings.map(said).joined(separator: " ")
    } catch let error as PasswordPolicyError {
        return written(error, nil)
    } catch let error as PasswordError {
        return written(error, error.at)
    } catch {
        return "\(error)"
    }
}

private func rules(_ record: Record) throws -> PasswordPolicy {
    let name = record.optional("policy") ?? "sag_2024"
    var rules = PasswordRules(PasswordProfile.allCases.first { $0.name == name }!)
    rules.minCharacters = record.number("min-characters", rules.minCharacters)
    rules.passphraseWords = record.number("passphrase-words", rules.passphraseWords)
    rules.passphraseCharacters = record.number("passphrase-characters", rules.passphraseCharacters)
    rules.repetition = record.number("repetition", rules.repetition)
    rules.sequence = record.number("sequence", rules.sequence)
    rules.keyboard = record.number("keyboard", rules.keyboard)
    rules.context = record.number("context", rules.context)
    rules.wholeContext = record.number("whole-context", rules.wholeContext ? 1 : 0) != 0
    rules.address = record.number("address", rules.address ? 1 : 0) != 0
    rules.blocklist = record.number("blocklist", rules.blocklist ? 1 : 0) != 0
    return try PasswordPolicy(rules)
}

private func said(_ finding: PasswordFinding) -> String {
    let number = finding.number == 0 ? "" : "/\(finding.number)"
    return "\(finding.name)\(number)@\(finding.at)+\(finding.length)"
}

/// Numbers that Swift can hold and the rules refuse, text of any length, and what is said.
@Suite struct PasswordRulesTests {
    @Test(arguments: [Int.min, -1, 1, 2, 256, 265, 65_546, Int.max])
    func namesANumberOutOfItsRange(number: Int) {
        let numbers: [(WritableKeyPath<PasswordRules, Int>, PasswordPolicyError)] = [
            (\.minCharacters, .minCharacters), (\.sequence, .sequence), (\.keyboard, .keyboard),
            (\.context, .context),
        ]
        for (field, error) in numbers {
            var rules = PasswordRules(.sag2024)
            rules[keyPath: field] = number
            #expect(throws: error) { try PasswordPolicy(rules) }
        }
    }

    @Test func saysEveryFindingOfEveryReason() throws {
        let known = PasswordContext(
            userName: "plume", emailAddress: "plume@example.org", surname: "Plume",
            nam: "SERE75613018", nas: "130692544", service: "plume")
        #expect("\(known)" == "PasswordContext(..)")
        var rules = PasswordRules(.sag2024)
        rules.minCharacters = 64
        let typed = "aaa1234-azerty-plume-SERE7561-130692"
        let findings = try PasswordPolicy(rules).check(typed, context: known)
        #expect(findings.count == 10)
        for finding in findings {
            #expect(finding.name == finding.reason.name)
            for language in Language.allCases {
                let sentence = finding.message(in: language)
                #expect(sentence.hasSuffix(".") && !sentence.contains("{"))
            }
        }
        #expect(
            findings[0].message(in: .english) == "Choose a password of at least 64 characters.")
        #expect(Set(PasswordReason.allCases.map(\.name)).count == 12)
        #expect(try PasswordPolicy.cccs.check("motdepasse12")[0].reason == .common)
        #expect(try PasswordPolicy.nist63b4.check("plume-verte").count == 1)
        #expect(try PasswordPolicy.nist63b4SecondFactor.check("plume-verte").isEmpty)
    }

    @Test func bearsAMebibyteOfContext() throws {
        let text = String(repeating: "é", count: 1 << 20)
        let known = PasswordContext(
            userName: text, emailAddress: text, givenName: text, surname: text, nam: text,
            nas: text, service: text)
        #expect(try PasswordPolicy.sag2024.check("plume-verte-7", context: known).isEmpty)
    }
}
