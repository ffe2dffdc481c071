internal import SceauGenerated

/// An outcome of a code, said of one that is posted: an identification secret to the person.
public struct PostReason: Reason {
    /// The wire name and the sentences.
    public let words: Words
    private let issue: IssueOutcome?

    init(_ words: SceauGenerated.Words, of issue: IssueOutcome? = nil) {
        self.words = Words(words)
        self.issue = issue
    }

    /// Returns the sentence, with the caller's words for the moment in it, if it has one: the local
    /// time, in the person's language.
    public func message(in language: Language, until: String) -> String {
        guard let issue else { return message(in: language) }
        return issueOutcomePostUntil(reason: issue.ffi, french: language == .french, until: until)
    }
}

extension IssueOutcome {
    /// The same outcome, said of a posted code.
    public var ofPost: PostReason { PostReason(issueOutcomePostWords(reason: ffi), of: self) }
}

extension ChallengeOutcome {
    /// The same outcome, said of a posted code.
    public var ofPost: PostReason { PostReason(challengeOutcomePostWords(reason: ffi)) }
}

extension DeliverOutcome {
    /// The same outcome, said of a posted code.
    public var ofPost: PostReason { PostReason(deliverOutcomePostWords(reason: ffi)) }
}
