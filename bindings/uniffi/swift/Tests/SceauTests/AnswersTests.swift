import Sceau
import Testing

@Suite struct AnswersTests {
    let cheap = CreatePolicy(uncheckedPolicy: .sha256, iterations: 10)

    @Test func everySentenceIsAboutAnAnswer() throws {
        #expect(throws: PasswordError.empty) {
            try Answers.hash("?!", policy: cheap)
        }
        #expect(
            PasswordError.empty.ofAnswer.message(in: .english)
                == "Enter an answer with at least one letter or digit.")
        let wrong = try Answers.verifyAbsent("Saint-Étienne", create: cheap)
        #expect(wrong.ofAnswer.message(in: .french) == "La réponse est inexacte.")
        #expect(wrong.ofAnswer.name == "mismatch")
    }

    @Test func anAnswerVerifiesAsItIsWrittenOtherwise() throws {
        let stored = try Answers.hash("Saint-Étienne")
        let other = try Answers.hash("Saint-Étienne")
        #expect(stored != other)
        #expect(try Answers.verify("saint etienne", stored: .text(stored)) == .match)
        #expect(try Answers.verify("Saint-Eustache", stored: .text(stored)) == .mismatch)
    }
}
