//! Civil dates. Moments are `uint64_t` seconds since the Unix epoch wherever they come in.

use sceau::time::Date;

use crate::memory::{Out, answer, value};
use crate::status::SceauStatus;

/// A civil date of the Gregorian calendar.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct SceauDate {
    /// 1 to 9999.
    pub year: u16,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

impl SceauDate {
    /// All zero: no date.
    pub(crate) const NONE: Self = Self { year: 0, month: 0, day: 0 };
}

impl TryFrom<SceauDate> for Date {
    type Error = SceauStatus;

    fn try_from(date: SceauDate) -> Result<Self, SceauStatus> {
        Self::new(date.year, date.month, date.day).ok_or(SceauStatus::Date)
    }
}

impl From<Date> for SceauDate {
    fn from(date: Date) -> Self {
        Self { year: date.year(), month: date.month(), day: date.day() }
    }
}

/// Counts the full years from `born` to `today`; 0 if the birth lies ahead.
///
/// Who is born on 29 February completes a year on 1 March where the year has no 29 February.
///
/// # Safety
///
/// `born` and `today` point to a date each, `years` to one value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_date_age(
    born: *const SceauDate,
    today: *const SceauDate,
    years: *mut u32,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (born, today, out) = unsafe { (value(born)?, value(today)?, Out::new(years)?) };
        let (born, today) = (Date::try_from(born)?, Date::try_from(today)?);
        out.write(u32::from(born.age_on(today)));
        Ok(())
    })
}
