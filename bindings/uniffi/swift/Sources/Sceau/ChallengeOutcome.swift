internal import SceauGenerated

/// What became of the wish for a new code.
public enum IssueOutcome: Reason {
    /// Send `code`, which is accepted before `expires`. It replaces every earlier one.
    case issued(code: Code, expires: UnixTime)
    /// The last code is too fresh; a new one can be had at `until`.
    case tooSoon(until: UnixTime)
    /// As many codes as a period allows have been issued; it ends at `until`.
    case tooMany(until: UnixTime)
    /// Too many wrong codes since the last accepted one; a new code does not help.
    case disabled

    /// The wire name and the sentences.
    public var words: Words { Words(issueOutcomeWords(reason: ffi)) }

    /// Returns the sentence, with the caller's words for the moment in it, if it has one: the local
    /// time, in the person's language.
    public func message(in language: Language, until: String) -> String {
        issueOutcomeUntil(reason: ffi, french: language == .french, until: until)
    }
}

/// What became of a code that a person typed.
public enum ChallengeOutcome: Reason, Hashable {
    /// The code is right. It will not be accepted again.
    case accepted
    /// The code is wrong; it has `left` attempts more.
    case wrong(left: Int)
    /// The code's time is over.
    case expired
    /// The code has no attempts left.
    case exhausted
    /// The code was accepted before.
    case alreadyUsed
    /// Not the expected number of decimal digits; of a posted code not thirteen of its characters,
    /// or the check character does not fit. Counts as no attempt.
    case malformed

    /// The wire name and the sentences.
    public var words: Words { Words(challengeOutcomeWords(reason: ffi)) }
}

/// What became of the wish to send the live code again.
public enum DeliverOutcome: Reason {
    /// Send `code` again, the same as before.
    case live(code: Code)
    /// The code's time is over.
    case expired
    /// The code has no attempts left.
    case exhausted
    /// The code was accepted before.
    case alreadyUsed

    /// The wire name and the sentences.
    public var words: Words { Words(deliverOutcomeWords(reason: ffi)) }
}

extension IssueOutcome {
    init(ffi: SceauGenerated.IssueOutcome) {
        switch ffi {
        case .issued(let code, let expires):
            self = .issued(code: Code(code), expires: UnixTime(expires))
        case .tooSoon(let until): self = .tooSoon(until: UnixTime(until))
        case .tooMany(let until): self = .tooMany(until: UnixTime(until))
        case .disabled: self = .disabled
        }
    }

    var ffi: SceauGenerated.IssueOutcome {
        switch self {
        case .issued(let code, let expires): .issued(code: code.ffi, expires: expires.seconds)
        case .tooSoon(let until): .tooSoon(until: until.seconds)
        case .tooMany(let until): .tooMany(until: until.seconds)
        case .disabled: .disabled
        }
    }
}

extension ChallengeOutcome {
    init(ffi: SceauGenerated.ChallengeOutcome) {
        switch ffi {
        case .accepted: self = .accepted
        case .wrong(let left): self = .wrong(left: Int(left))
        case .expired: self = .expired
        case .exhausted: self = .exhausted
        case .alreadyUsed: self = .alreadyUsed
        case .malformed: self = .malformed
        }
    }

    var ffi: SceauGenerated.ChallengeOutcome {
        switch self {
        case .accepted: .accepted
        case .wrong(let left): .wrong(left: left.ffi())
        case .expired: .expired
        case .exhausted: .exhausted
        case .alreadyUsed: .alreadyUsed
        case .malformed: .malformed
        }
    }
}

extension DeliverOutcome {
    init(ffi: SceauGenerated.DeliverOutcome) {
        switch ffi {
        case .live(let code): self = .live(code: Code(code))
        case .expired: self = .expired
        case .exhausted: self = .exhausted
        case .alreadyUsed: self = .alreadyUsed
        }
    }

    var ffi: SceauGenerated.DeliverOutcome {
        switch self {
        case .live(let code): .live(code: code.ffi)
        case .expired: .expired
        case .exhausted: .exhausted
        case .alreadyUsed: .alreadyUsed
        }
    }
}
