import Foundation
import Sceau
import Testing

@Suite struct TimeTests {
    @Test func completesAYearOnTheFirstOfMarchWhenBornOnALeapDay() throws {
        let born = try #require(CivilDate(year: 2012, month: 2, day: 29))
        #expect(born.age(on: try #require(CivilDate(year: 2026, month: 2, day: 28))) == 13)
        #expect(born.age(on: try #require(CivilDate(year: 2026, month: 3, day: 1))) == 14)
        #expect(born.age(on: try #require(CivilDate(year: 2000, month: 3, day: 1))) == 0)
    }

    @Test(arguments: [
        (1900, 2, 29), (2000, 13, 1), (2000, 0, 1), (2000, 1, 0), (0, 1, 1), (10_000, 1, 1),
        (-1, 1, 1),
        (2000, 1, 256), (Int.max, Int.max, Int.max), (Int.min, Int.min, Int.min),
    ])
    func refusesADayThatDoesNotExist(year: Int, month: Int, day: Int) {
        #expect(CivilDate(year: year, month: month, day: day) == nil)
    }

    @Test func tellsTheDayOfAMomentByTheTimeZone() throws {
        let moment = UnixTime(1_795_442_400).date
        let quebec = try #require(TimeZone(secondsFromGMT: -5 * 3600))
        let auckland = try #require(TimeZone(secondsFromGMT: 13 * 3600))
        let day = CivilDate(year: 2026, month: 11, day: 23)
        #expect(CivilDate(moment, in: quebec) == day)
        #expect(CivilDate(moment, in: auckland) == CivilDate(year: 2026, month: 11, day: 24))
        #expect(CivilDate(Date.distantPast, in: auckland) != nil)
        #expect(CivilDate(Date.distantPast, in: quebec) == nil)
        #expect(CivilDate(Date(timeIntervalSince1970: -1e12), in: quebec) == nil)
        #expect(CivilDate(Date(timeIntervalSince1970: 1e12), in: quebec) == nil)
        #expect(try #require(CivilDate(Date.distantPast, in: auckland)) < #require(day))
    }

    @Test(arguments: [-1.0, -1e300, 1e300, .infinity, -.infinity, .nan])
    func refusesAMomentThatSecondsCannotSay(seconds: Double) {
        #expect(UnixTime(Date(timeIntervalSince1970: seconds)) == nil)
    }

    @Test func takesTheSystemClock() throws {
        let before = Date()
        let now = UnixTime.now
        #expect(try #require(UnixTime(before)) <= now)
        #expect(now <= UnixTime(Date()) ?? UnixTime(0))
        #expect(now.date <= Date())
        #expect(UnixTime(.max).date > Date.distantFuture)
    }

    @Test(arguments: [UInt64(0), .max])
    func usesTimesAtBothEnds(seconds: UInt64) throws {
        let (totp, secret, now) = (try Totp(), try OtpSecret.generate(), UnixTime(seconds))
        let code = totp.code(secret, now: now)
        #expect(totp.step(now: now) == seconds / 30)
        #expect(totp.remaining(now: now) == .seconds(Int(30 - seconds % 30)))
        let outcome = totp.verify(secret, typed: code.compact, last: nil, now: now)
        guard case .accepted = outcome else { return #expect(Bool(false), "\(outcome)") }
    }
}
