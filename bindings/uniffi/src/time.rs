//! Civil dates and ages.

use sceau::time::Date;

/// A civil date as its numbers; whether such a day exists is the core's to say.
#[derive(uniffi::Record)]
pub struct CivilDate {
    /// The year, 1 to 9999.
    pub year: u16,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day of the month, 1 to 31.
    pub day: u8,
}

impl CivilDate {
    pub(crate) fn to_core(&self) -> Option<Date> {
        Date::new(self.year, self.month, self.day)
    }
}

impl From<Date> for CivilDate {
    fn from(date: Date) -> Self {
        Self { year: date.year(), month: date.month(), day: date.day() }
    }
}

/// Returns how many full years have passed on `today` since `date`, or `None` if either is no day.
#[uniffi::export]
pub fn age_on(date: &CivilDate, today: &CivilDate) -> Option<u16> {
    Some(date.to_core()?.age_on(today.to_core()?))
}

/// Returns whether such a day exists in the Gregorian calendar, in the years 1 to 9999.
#[uniffi::export]
pub fn date_exists(date: &CivilDate) -> bool {
    date.to_core().is_some()
}
