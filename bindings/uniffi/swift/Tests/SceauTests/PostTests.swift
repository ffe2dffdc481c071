import Sceau
import Testing

@Suite struct PostTests {
    let now = UnixTime(1_795_442_400)

    private func binding(_ channel: ChallengeChannel) -> ChallengeBinding {
        ChallengeBinding(
            purpose: .addressValidation, channel: channel, user: "eseraphin",
            destination: "1000 rue Principale, Québec QC G1R 4P5")
    }

    private func key() throws -> ServiceKey {
        try ServiceKey(id: 1, key: [UInt8](repeating: 0, count: 32))
    }

    @Test func aLetterIsPostedAndTyped() throws {
        let (key, binding) = (try key(), binding(.post))
        let issued = try Challenge.issue(
            previous: nil, key: key, binding: binding, policy: .post, now: now)
        guard case .issued(let code, let expires) = issued.outcome else {
            Issue.record("a first code")
            return
        }
        #expect(expires.seconds - now.seconds == 21 * 86_400)
        #expect(code.display.split(separator: "-").map(\.count) == [4, 4, 4, 1])

        let slip = code.compact.dropLast() + (code.compact.last == "0" ? "1" : "0")
        let mistyped = try issued.next.verify(
            key: key, binding: binding, typed: String(slip), now: now)
        #expect(mistyped.outcome == .malformed)
        let typed = try mistyped.next.verify(
            key: key, binding: binding, typed: code.display.lowercased(), now: now)
        #expect(typed.outcome == .accepted)
    }

    @Test func itsPolicyIsForPostAlone() throws {
        let key = try key()
        for (channel, policy) in [
            (ChallengeChannel.email, ChallengePolicy.post), (.post, .standard),
        ] {
            #expect(throws: StateError.wrongPolicy) {
                try Challenge.issue(
                    previous: nil, key: key, binding: binding(channel), policy: policy, now: now)
            }
        }
    }

    @Test func itHasSentencesOfItsOwn() {
        #expect(
            ChallengeOutcome.wrong(left: 4).ofPost.message(in: .english)
                == "Wrong identification secret. Attempts left: 4.")
        let soon = IssueOutcome.tooSoon(until: now).ofPost
        #expect(soon.name == "too_soon")
        #expect(soon.message(in: .english).hasSuffix(" after 2026-11-23 14:00:00 UTC."))
        #expect(soon.message(in: .french, until: "9 h").hasSuffix("\u{a0}: 9 h."))
        let expired = DeliverOutcome.expired.ofPost
        #expect(expired.message(in: .english, until: "x") == expired.message(in: .english))
        #expect(expired.message(in: .english).contains("identification secret"))
    }
}
