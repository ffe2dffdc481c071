import Sceau
import Testing

@Suite struct TimeTests {
    @Test func completesAYearOnTheFirstOfMarchWhenBornOnALeapDay() throws {
        let born = try #require(CivilDate(year: 2012, month: 2, day: 29))
        #expect(born.age(on: try #require(CivilDate(year: 2026, month: 2, day: 28))) == 13)
        #expect(born.age(on: try #require(CivilDate(year: 2026, month: 3, day: 1))) == 14)
        #expect(born.age(on: try #require(CivilDate(year: 2000, month: 3, day: 1))) == 0)
    }

    @Test(arguments: [(1900, 2, 29), (2000, 13, 1), (0, 1, 1), (10_000, 1, 1), (-1, 1, 1), (2000, 1, 256)])
    func refusesADayThatDoesNotExist(year: Int, month: Int, day: Int) {
        #expect(CivilDate(year: year, month: month, day: day) == nil)
    }
}
