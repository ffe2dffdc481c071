internal import SceauGenerated

/// A civil date that exists in the Gregorian calendar, in the years 1 to 9999.
public struct CivilDate: Hashable, Sendable {
    /// The year, 1 to 9999.
    public let year: Int
    /// The month, 1 to 12.
    public let month: Int
    /// The day of the month, 1 to 31.
    public let day: Int

    /// Makes a date, or `nil` if no such day exists (29 February 1900, month 13, year 0).
    public init?(year: Int, month: Int, day: Int) {
        self.init(unchecked: year, month, day)
        guard let ffi, SceauGenerated.dateExists(date: ffi) else { return nil }
    }

    /// Returns how many full years have passed on `today` since this date; 0 if it lies ahead.
    ///
    /// Who is born on 29 February completes a year on 1 March where the year has no 29 February.
    public func age(on today: CivilDate) -> Int {
        guard let born = ffi, let day = today.ffi else { return 0 }
        return SceauGenerated.ageOn(date: born, today: day).map(Int.init) ?? 0
    }

    private init(unchecked year: Int, _ month: Int, _ day: Int) {
        (self.year, self.month, self.day) = (year, month, day)
    }

    var ffi: SceauGenerated.CivilDate? {
        guard let year = UInt16(exactly: year), let month = UInt8(exactly: month),
            let day = UInt8(exactly: day)
        else { return nil }
        return SceauGenerated.CivilDate(year: year, month: month, day: day)
    }
}
