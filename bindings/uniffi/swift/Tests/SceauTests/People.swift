import Sceau

// identifier/*.txt, name/*.txt and identity/check.txt

@Sendable func parse(_ record: Record) -> String {
    let name = record.text("kind")
    let kind = IdentifierKind.allCases.first { $0.name == name }!
    return answer(kind.parse(record.text("text"))) { "\($0.compact); \($0.display); \($0.masked)" }
}

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

@Sendable func age(_ record: Record) -> String {
    answer(BirthDate.parse(record.text("born"))) { "\($0.age(on: date(record.text("today"))))" }
}

@Sendable func fold(_ record: Record) -> String {
    switch Names.fold(record.text("name")) {
    case .success(let key): key.letters
    case .failure(let reason): written(reason, reason.at)
    }
}

@Sendable func compare(_ record: Record) -> String {
    switch Names.compare(record.text("first"), record.text("second")) {
    case .success(let comparison): comparison.isIdentical ? "identical" : differences(comparison)
    case .failure(let reason): "\(reason.side.name) \(written(reason, reason.error.at))"
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

/// `form`, `card` and `notice` are `surname | given name`; those present are compared in this
/// order.
@Sendable func identity(_ record: Record) -> String {
    let fields: [(String, DocumentKind)] = [
        ("form", .form), ("card", .healthCard), ("notice", .assessmentNotice),
    ]
    let documents = fields.compactMap { field, kind in
        record.optional(field).map { names in
            let (surname, givenName) = cut(names, at: UInt8(ascii: "|"))
            return Document(kind: kind, surname: trimmed(surname), givenName: trimmed(givenName))
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
