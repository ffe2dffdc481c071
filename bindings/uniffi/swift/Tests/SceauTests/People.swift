import Sceau

// identifier/*.txt, name/*.txt and identity/check.txt

@Sendable func parse(_ record: Record) -> String {
    answer(kind(record).parse(record.text("text"))) { "\($0.compact); \($0.display); \($0.masked)" }
}

@Sendable func level(_ record: Record) -> String {
    let today = date(record.text("today"))
    func asked<Kind: Identifier>(_ type: Kind.Type) -> String {
        answer(type.parse(record.text("text"))) { $0.level(on: today).name }
    }
    return asked(identifiers[record.text("kind")]!)
}

/// `text` has a `|` where the caret is, and so has the answer.
@Sendable func typing(_ record: Record) -> String {
    let marked = record.text("text")
    let bar = marked.utf8.firstIndex(of: UInt8(ascii: "|"))!
    let text = String(marked[..<bar]) + String(marked.utf8[marked.utf8.index(after: bar)...])!
    let caret = text.utf8.index(
        text.startIndex, offsetBy: marked.utf8.distance(from: marked.startIndex, to: bar))
    let edit = TypedEdit.allCases.first { $0.name == record.optional("edit") } ?? .insertion
    let typing = kind(record).typing(text, caret: caret, edit: edit)
    var why = ""
    if case .impossible(let error) = typing.state { why = " \(error.name) \(error.at!)" }
    let (before, behind) = (typing.text[..<typing.caret], typing.text[typing.caret...])
    return "\(typing.name)\(why); \(before)|\(behind)"
}

@Sendable func pseudonym(_ record: Record) -> String {
    let key = try! ServiceKey(id: 1, key: record.bytes("key"))
    func asked<Kind: Identifier>(_ type: Kind.Type) -> String {
        answer(type.parse(record.text("text"))) {
            toHex($0.pseudonym(key: key, group: record.bytes("group")))
        }
    }
    return asked(identifiers[record.text("kind")]!)
}

@Sendable func synthetic(_ record: Record) -> String {
    kind(record).synthetic(record.number("number", 0)) ?? "none"
}

private func kind(_ record: Record) -> IdentifierKind {
    let name = record.text("kind")
    return IdentifierKind.allCases.first { $0.name == name }!
}

private let identifiers: [String: any Identifier.Type] = {
    let types: [any Identifier.Type] = [
        ActivationKey.self, AssessmentNotice.self, BirthDate.self, BusinessNumber.self,
        CardExpiry.self, CardReference.self, CardSequence.self, ClicsequrUserCode.self,
        EmailAddress.self, LicenceNumber.self, LicenceReference.self, Nam.self, Nas.self, Neq.self,
        PhoneNumber.self, PostalCode.self, PostalSecret.self, QstNumber.self,
        TemporaryAccessCode.self, Username.self,
    ]
    return Dictionary(uniqueKeysWithValues: types.map { ($0.kind.name, $0) })
}()

@Sendable func nam(_ record: Record) -> String {
    answer(Nam.parse(record.text("text"))) { nam in
        let today = date(record.text("today"))
        let birth =
            record.optional("born").map { nam.check(born: date($0)) } ?? nam.check(on: today)
        let said = answer(birth) { "\(dashed($0.date)) \($0.marker.name)" }
        return "\(nam.level(on: today).name); \(said)"
    }
}

@Sendable func nas(_ record: Record) -> String {
    answer(Nas.parse(record.text("text"))) { nas in answer(nas.check()) { $0.name } }
}

@Sendable func neq(_ record: Record) -> String {
    answer(Neq.parse(record.text("text"))) { neq in answer(neq.check()) { $0.name } }
}

@Sendable func expiry(_ record: Record) -> String {
    answer(CardExpiry.parse(record.text("text"))) { dashed($0.lastDay) }
}

@Sendable func age(_ record: Record) -> String {
    answer(BirthDate.parse(record.text("born"))) { "\($0.age(on: date(record.text("today"))))" }
}

@Sendable func fold(_ record: Record) -> String {
    answer(Names.fold(record.text("name"))) { $0.letters }
}

@Sendable func foldIcao(_ record: Record) -> String {
    answer(Names.foldIcao(record.text("name"))) { $0.letters }
}

@Sendable func versioned(_ record: Record) -> String {
    let name = record.text("name")
    return switch record.text("rule") {
    case "ramq": answer(Names.fold(name)) { $0.versioned }
    case "icao": answer(Names.foldIcao(name)) { $0.versioned }
    case let other: fatalError("rule \(other)")
    }
}

@Sendable func matchesIcao(_ record: Record) -> String {
    let (machine, name) = (record.text("machine"), record.text("name"))
    return answer(Names.matchesIcao(machine: machine, name: name)) { $0 ? "yes" : "no" }
}

@Sendable func distance(_ record: Record) -> String {
    answer(Names.distance(record.text("first"), record.text("second"))) {
        $0.map { "\($0)" } ?? "more"
    }
}

@Sendable func compare(_ record: Record) -> String {
    answer(Names.compare(record.text("first"), record.text("second"))) {
        $0.isIdentical ? "identical" : differences($0)
    }
}

/// One part a difference: its name, the offsets on both sides, the characters on both sides.
private func differences(_ comparison: NameComparison) -> String {
    Difference.allCases.compactMap { difference in
        guard let place = comparison.places[difference] else { return nil }
        let letters = [place.letterFirst, place.letterSecond].map { $0.map { "[\($0)]" } ?? "-" }
        let offsets = "\(place.first) \(place.second)"
        return "\(difference.name) \(offsets) \(letters.joined(separator: " "))"
    }.joined(separator: "; ")
}

/// `form`, `card` and `notice` are `surname | given name | other surname`, the last one if there is
/// one; those present are compared in this order.
@Sendable func identity(_ record: Record) -> String {
    let fields: [(String, DocumentKind)] = [
        ("form", .form), ("card", .healthCard), ("notice", .assessmentNotice),
    ]
    let documents = fields.compactMap { field, kind in
        record.optional(field).map { names in
            let bar = UInt8(ascii: "|")
            let parts = names.utf8.split(separator: bar, omittingEmptySubsequences: false)
            let names = parts.map { trimmed(String($0)!) }
            let other = names.dropFirst(2).first
            return Document(
                kind: kind, surname: names[0], givenName: names[1], otherSurname: other)
        }
    }
    let policies = ["sag": NamePolicy.sag, "tolerant": .tolerant]
    do {
        let report = try Identity.check(
            documents: documents, nam: try! Nam.parse(record.text("nam")).get(),
            birthDate: try! BirthDate.parse(record.text("born")).get(),
            today: date(record.text("today")), policy: policies[record.text("policy")]!,
            minimumAge: record.number("minimum-age", Identity.sagMinimumAge))
        return ([report.outcome.name] + report.findings.map(finding)).joined(separator: "; ")
    } catch {
        return written(error)
    }
}

/// A finding that agrees is its field's name; another adds the verdict, what differs, and where.
private func finding(_ finding: Finding) -> String {
    var words = [finding.field.name]
    if finding.verdict != .agrees {
        words.append(finding.verdict.name)
        words += finding.differences.map(\.name)
        words += [finding.letterFirst, finding.letterSecond].compactMap { $0.map { "[\($0)]" } }
        words += finding.unreadable.map { [$0.side.name, $0.name] } ?? []
    }
    return words.joined(separator: " ")
}

private func date(_ text: String) -> CivilDate { try! BirthDate.parse(text).get().date }

private func dashed(_ date: CivilDate) -> String {
    func padded(_ number: Int, _ width: Int) -> String {
        String(repeating: "0", count: width - "\(number)".count) + "\(number)"
    }
    return "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))"
}

private func answer<T>(_ parsed: Result<T, IdentifierError>, _ say: (T) -> String) -> String {
    switch parsed {
    case .success(let value): say(value)
    case .failure(let reason): written(reason, reason.at)
    }
}

private func answer<T>(_ folded: Result<T, NameError>, _ say: (T) -> String) -> String {
    switch folded {
    case .success(let value): say(value)
    case .failure(let reason): written(reason, reason.at)
    }
}

private func answer<T>(_ compared: Result<T, NameCompareError>, _ say: (T) -> String) -> String {
    switch compared {
    case .success(let value): say(value)
    case .failure(let reason): "\(reason.side.name) \(written(reason, reason.error.at))"
    }
}
