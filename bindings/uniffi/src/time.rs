//! Moments, lengths of time, civil dates and ages.
//!
//! They cross the border as numbers. A date crosses only when it exists: the façades make none
//! before they have asked [`date_exists`].

use sceau::time::{Date, Seconds, UnixTime};

uniffi::custom_type!(UnixTime, u64, {
    remote,
    lower: |time| time.seconds(),
    try_lift: |seconds| Ok(UnixTime::new(seconds)),
});

uniffi::custom_type!(Seconds, u64, {
    remote,
    lower: |seconds| seconds.get(),
    try_lift: |seconds| Ok(Seconds::new(seconds)),
});

// A date is its decimal digits, yyyymmdd.
uniffi::custom_type!(Date, u32, {
    remote,
    lower: |date| (u32::from(date.year()) * 100 + u32::from(date.month())) * 100
        + u32::from(date.day()),
    try_lift: |digits| {
        let (month, day) = (u8::try_from(digits / 100 % 100)?, u8::try_from(digits % 100)?);
        let date = Date::new(u16::try_from(digits / 10_000)?, month, day);
        date.ok_or_else(|| uniffi::deps::anyhow::anyhow!("no such day"))
    },
});

/// Returns whether such a day exists in the Gregorian calendar, in the years 1 to 9999.
#[uniffi::export]
#[must_use]
pub fn date_exists(year: u16, month: u8, day: u8) -> bool {
    Date::new(year, month, day).is_some()
}

/// Returns how many full years have passed on `today` since `date`; 0 if it lies ahead.
#[uniffi::export]
#[must_use]
pub fn age_on(date: Date, today: Date) -> u16 {
    date.age_on(today)
}
