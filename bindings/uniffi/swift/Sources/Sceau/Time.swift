public import Foundation
internal import SceauGenerated

/// A moment, in whole seconds since 1970-01-01T00:00:00Z (leap seconds not counted).
public struct UnixTime: Hashable, Comparable, Sendable {
    /// The seconds since the Unix epoch.
    public let seconds: UInt64

    /// Makes a moment out of seconds since the Unix epoch.
    public init(_ seconds: UInt64) {
        self.seconds = seconds
    }

    /// Makes a moment out of a date, or `nil` if it lies before 1970 or beyond the last second.
    public init?(_ date: Foundation.Date) {
        guard let seconds = UInt64(exactly: date.timeIntervalSince1970.rounded(.down)) else {
            return nil
        }
        self.seconds = seconds
    }

    /// The system clock's time; 1970 if it is set to an earlier one.
    public static var now: UnixTime { UnixTime(Foundation.Date()) ?? UnixTime(0) }

    /// The same moment for Foundation.
    public var date: Foundation.Date {
        Foundation.Date(timeIntervalSince1970: TimeInterval(seconds))
    }

    /// Whether the first moment comes before the second.
    public static func < (first: UnixTime, second: UnixTime) -> Bool {
        first.seconds < second.seconds
    }
}

/// A civil date that exists in the Gregorian calendar, in the years 1 to 9999.
///
/// Its description shows the type only: a date here is most often somebody's birth date.
public struct CivilDate: Hashable, Comparable, Sendable, Discreet {
    /// The year, 1 to 9999.
    public let year: Int
    /// The month, 1 to 12.
    public let month: Int
    /// The day of the month, 1 to 31.
    public let day: Int

    /// Makes a date, or `nil` if no such day exists (29 February 1900, month 13, year 0).
    public init?(year: Int, month: Int, day: Int) {
        guard let ffiYear = UInt16(exactly: year), let ffiMonth = UInt8(exactly: month),
            let ffiDay = UInt8(exactly: day),
            dateExists(year: ffiYear, month: ffiMonth, day: ffiDay)
        else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// Makes the date that it is at a moment in a time zone, or `nil` if its year is not 1 to 9999.
    public init?(_ moment: Foundation.Date, in zone: TimeZone) {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        let parts = calendar.dateComponents([.era, .year, .month, .day], from: moment)
        guard parts.era == 1, let year = parts.year, let month = parts.month, let day = parts.day
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// Returns how many full years have passed on `today` since this date; 0 if it lies ahead.
    ///
    /// Who is born on 29 February completes a year on 1 March where the year has no 29 February.
    public func age(on today: CivilDate) -> Int {
        Int(ageOn(date: ffi, today: today.ffi))
    }

    /// Whether the first date comes before the second.
    public static func < (first: CivilDate, second: CivilDate) -> Bool { first.ffi < second.ffi }

    /// A date as the shell passes it: its decimal digits.
    init(ffi: UInt32) {
        let digits = Int(ffi)
        (year, month, day) = (digits / 10_000, digits / 100 % 100, digits % 100)
    }

    var ffi: UInt32 { UInt32((year * 100 + month) * 100 + day) }
}

extension Duration {
    init(ffi: UInt64) {
        self = .seconds(Int64(clamping: ffi))
    }

    /// Whole seconds; a negative length becomes one that every policy refuses.
    var ffi: UInt64 { self < .zero ? .max : UInt64(components.seconds) }
}

extension Int {
    /// A number for the shell; one that does not fit becomes one that every policy refuses.
    func ffi<Number: FixedWidthInteger>() -> Number { Number(exactly: self) ?? .max }
}
