//! Time as the caller tells it: seconds since the Unix epoch, and civil dates.

/// A moment, in whole seconds since 1970-01-01T00:00:00Z (leap seconds not counted).
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct UnixTime(u64);

impl UnixTime {
    /// The earliest moment, 1970-01-01T00:00:00Z.
    pub const MIN: Self = Self(0);
    /// The latest moment that the type can hold.
    pub const MAX: Self = Self(u64::MAX);

    /// Makes a moment out of seconds since the Unix epoch.
    pub const fn new(seconds: u64) -> Self {
        Self(seconds)
    }

    /// Returns the seconds since the Unix epoch.
    pub const fn seconds(self) -> u64 {
        self.0
    }

    /// Returns the moment `later` seconds after this one, or [`UnixTime::MAX`] if there is none.
    #[must_use]
    pub const fn saturating_add(self, later: Seconds) -> Self {
        Self(self.0.saturating_add(later.0))
    }
}

/// A length of time in whole seconds.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Seconds(u64);

impl Seconds {
    /// Makes a length of time out of whole seconds.
    pub const fn new(seconds: u64) -> Self {
        Self(seconds)
    }

    /// Returns the length in seconds.
    pub const fn get(self) -> u64 {
        self.0
    }
}

/// A civil date that exists in the Gregorian calendar, in the years 1 to 9999.
#[derive(Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// Makes a date, or `None` if no such day exists (29 February 1900, month 13, year 0).
    pub const fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        if year == 0 || year > 9999 || month == 0 || month > 12 {
            return None;
        }
        if day == 0 || day > days_in(year, month) {
            return None;
        }
        Some(Self { year, month, day })
    }

    /// Returns the year, 1 to 9999.
    pub const fn year(self) -> u16 {
        self.year
    }

    /// Returns the month, 1 to 12.
    pub const fn month(self) -> u8 {
        self.month
    }

    /// Returns the day of the month, 1 to 31.
    pub const fn day(self) -> u8 {
        self.day
    }

    /// Returns how many full years have passed on `today` since this date; 0 if it lies ahead.
    ///
    /// Who is born on 29 February completes a year on 1 March where the year has no 29 February.
    pub const fn age_on(self, today: Self) -> u16 {
        let had_birthday =
            today.month > self.month || (today.month == self.month && today.day >= self.day);
        let years = today.year.saturating_sub(self.year);
        if had_birthday { years } else { years.saturating_sub(1) }
    }
}

/// Shows the type only: a date here is most often somebody's birth date.
impl core::fmt::Debug for Date {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Date(..)")
    }
}

const fn days_in(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::Date;

    #[test]
    fn knows_the_leap_years_of_both_centuries() {
        assert!(Date::new(2000, 2, 29).is_some());
        assert!(Date::new(1900, 2, 29).is_none());
        assert!(Date::new(0, 1, 1).is_none());
        assert!(Date::new(9999, 12, 31).is_some());
    }

    #[test]
    fn a_year_has_365_days_or_366_and_each_is_taken_apart() {
        for (year, expected) in [(1900, 365), (2000, 366), (2023, 365), (2024, 366)] {
            let mut days = 0;
            for (month, day) in (0..=13).flat_map(|month| (0..=32).map(move |day| (month, day))) {
                let Some(date) = Date::new(year, month, day) else { continue };
                assert_eq!((date.year(), date.month(), date.day()), (year, month, day));
                days += 1;
            }
            assert_eq!(days, expected, "{year}");
        }
        let last = [4, 6, 9, 11].map(|month| Date::new(2026, month, 31).is_none());
        assert_eq!(last, [true; 4]);
    }

    #[test]
    fn is_a_year_older_from_the_birthday_on() {
        let born = Date::new(1975, 11, 30).unwrap();
        let ages = [(10, 31), (11, 29), (11, 30), (12, 1)].map(|(month, day)| {
            let today = Date::new(2026, month, day).unwrap();
            born.age_on(today)
        });
        assert_eq!(ages, [50, 50, 51, 51]);
    }

    #[test]
    fn completes_a_year_on_the_first_of_march_when_born_on_a_leap_day() {
        let born = Date::new(2012, 2, 29).unwrap();
        assert_eq!(born.age_on(Date::new(2026, 2, 28).unwrap()), 13);
        assert_eq!(born.age_on(Date::new(2026, 3, 1).unwrap()), 14);
        assert_eq!(born.age_on(Date::new(2000, 3, 1).unwrap()), 0);
    }
}
