import Sceau
import Testing

/// Sets of differences, keys, and what becomes of each pair of names.
@Suite struct NamesTests {
    static let pairs: [(String, String, Set<Difference>)] = [
        ("Lavoie", "LAVOIE", [.letterCase]),
        ("Jean-Pierre", "Jean Pierre", [.typography]),
        ("Hélène", "Helene", [.diacritics]),
        ("Müller", "Mueller", [.ligature]),
        ("St-Pierre", "Saint-Pierre", [.abbreviation]),
        ("De Roy", "Deroy", [.letterCase, .particle]),
        ("Marie Josée", "Marie", [.subsetOfGivenNames]),
        ("Tremblay-Roy", "Roy", [.compoundPart]),
        ("Anne Marie", "Marie Anne", [.swapped]),
        ("J.", "Jean", [.initialOnly]),
        ("Ste-Anne", "Saint-Anne", [.abbreviation, .ambiguous]),
    ]
    static let acceptable = Set(Difference.allCases).subtracting([.different])

    @Test(arguments: pairs)
    func aPolicyAcceptsASetAndNoLess(
        first: String, second: String, expected: Set<Difference>
    ) throws {
        let comparison = try Names.compare(first, second).get()
        #expect(comparison.differences == expected)
        #expect(try #require(NamePolicy(accepting: expected)).accepts(comparison))
        for missing in expected {
            let policy = NamePolicy(accepting: Self.acceptable.subtracting([missing]))
            #expect(!(try #require(policy)).accepts(comparison))
        }
    }

    @Test func thePairsShowEveryDifferenceThatAPolicyCanAccept() {
        #expect(Self.pairs.reduce(into: []) { $0.formUnion($1.2) } == Self.acceptable)
        #expect(NamePolicy(accepting: Self.acceptable)?.accepted == Self.acceptable)
    }

    @Test func keysOfTwoRulesAreNeverTakenForOneAnother() throws {
        let (key, zone) = (try Names.fold("Côté").get(), try Names.foldIcao("Côté").get())
        #expect(key.letters == "COTE" && zone.letters == "COTE")
        #expect(key.versioned == "ramq1:COTE" && zone.versioned == "icao1:COTE")
        #expect(try key == Names.fold("COTE").get() && zone == Names.foldIcao("cote").get())
    }

    @Test func aZoneMatchesOrNotOrCannotBeRead() {
        #expect(Names.matchesIcao(machine: "MULLER<<", name: "Müller") == .success(true))
        #expect(Names.matchesIcao(machine: "MOLLER", name: "Müller") == .success(false))
        let refused: [(String, String, Side, NameError)] = [
            ("Roy", "Roy", .first, .character(at: 1)),
            ("<<", "Roy", .first, .empty),
            (String(repeating: "A", count: 89), "Roy", .first, .tooLong(at: 88)),
            ("ROY", "R0y", .second, .character(at: 1)),
        ]
        for (machine, name, side, reason) in refused {
            #expect(throws: NameCompareError.self) {
                try Names.matchesIcao(machine: machine, name: name).get()
            }
            guard case .failure(let error) = Names.matchesIcao(machine: machine, name: name) else {
                continue
            }
            #expect(error.side == side && error.error == reason && error.words == reason.words)
        }
    }

    @Test func aDistanceIsANumberUpToTwo() throws {
        #expect(Names.distance("Séraphin", "SERAPHIN") == .success(0))
        #expect(Names.distance("Séraphin", "Serafin") == .success(2))
        #expect(Names.distance("Tremblay", "Gagnon") == .success(nil))
        guard case .failure(let error) = Names.distance("Roy", "Рой") else {
            Issue.record("a name in another script was read")
            return
        }
        #expect(error.side == .second && error.error == .unsupported(at: 0))
    }

    @Test func anotherSurnameOfADocumentCountsAsWellAsTheFirst() throws {
        #expect(try claim(otherSurname: nil).outcome == .refused)
        #expect(try claim(otherSurname: "Séraphin").outcome == .uniform)
        let compound = try claim(otherSurname: "Séraphin-Roy").findings[5]
        #expect(compound.field == .surname && compound.main == .compoundPart)
        let said = compound.message(in: .french)
        #expect(said.hasPrefix("Sur l'avis de cotisation, le nom de famille est composé;"))
        let tolerant = try #require(NamePolicy(accepting: [.compoundPart]))
        let report = try claim(otherSurname: "Séraphin-Roy", policy: tolerant)
        #expect(report.outcome == .tolerated)
    }

    private func claim(otherSurname: String?, policy: NamePolicy = .sag) throws -> Report {
        let born = try BirthDate.parse("1975-11-30").get()
        let card = Document(kind: .healthCard, surname: "Séraphin", givenName: "Élise")
        let notice = Document(
            kind: .assessmentNotice, surname: "Tremblay", givenName: "Élise",
            otherSurname: otherSurname)
        return try Identity.check(
            documents: [card, notice], nam: Nam.parse("SERE75613018").get(), birthDate: born,
            today: #require(CivilDate(year: 2026, month: 11, day: 23)), policy: policy)
    }
}
