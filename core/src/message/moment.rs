//! A moment in a sentence, where the caller has no words for it: in Coordinated Universal Time.

use heapless::String;

use super::template::decimal;
use crate::time::UnixTime;

/// Writes a moment as `2026-11-23 14:05:09 UTC`; the year 9999's last one for all later ones.
pub(super) fn utc(moment: UnixTime) -> String<23> {
    let seconds = moment.seconds().min(LAST);
    let (days, rest) = (seconds / 86_400, seconds % 86_400);
    let (year, month, day) = civil(days);
    let (hour, minute, second) = (rest / 3_600, rest / 60 % 60, rest % 60);
    let mut text = String::new();
    for (number, width, after) in [
        (year, 4, "-"),
        (month, 2, "-"),
        (day, 2, " "),
        (hour, 2, ":"),
        (minute, 2, ":"),
        (second, 2, " UTC"),
    ] {
        let digits = decimal(number);
        for part in core::iter::repeat_n("0", usize::saturating_sub(width, digits.len())) {
            let _fits = text.push_str(part);
        }
        let _fits = text.push_str(&digits).and_then(|()| text.push_str(after));
    }
    text
}

/// Returns the year, month and day of the day that is so many days after 1970-01-01.
///
/// Counted from 1 March, so that a leap day is its year's last; 400 years have 146,097 days.
fn civil(days: u64) -> (u64, u64, u64) {
    let since = days + 719_468;
    let (era, day) = (since / 146_097, since % 146_097);
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let of_year = day - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let of_month = of_year - (153 * month + 2) / 5 + 1;
    let (month, next) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    (400 * era + year + next, month, of_month)
}

/// 9999-12-31T23:59:59Z.
const LAST: u64 = 253_402_300_799;

#[cfg(test)]
mod tests {
    use super::{civil, utc};
    use crate::time::{Date, UnixTime};

    #[test]
    fn writes_the_moments_that_others_publish() {
        // `date -u -d @…` of GNU coreutils.
        for (seconds, text) in [
            (0, "1970-01-01 00:00:00 UTC"),
            (951_782_399, "2000-02-28 23:59:59 UTC"),
            (951_868_799, "2000-02-29 23:59:59 UTC"),
            (1_795_442_400, "2026-11-23 14:00:00 UTC"),
            (1_795_454_741, "2026-11-23 17:25:41 UTC"),
            (3_471_292_800, "2080-01-01 00:00:00 UTC"),
            (253_402_300_799, "9999-12-31 23:59:59 UTC"),
            (u64::MAX, "9999-12-31 23:59:59 UTC"),
        ] {
            assert_eq!(utc(UnixTime::new(seconds)), text);
        }
    }

    /// Every day of eight thousand years follows the one before it, and exists.
    #[test]
    fn no_day_is_left_out() {
        let mut before = Date::new(1969, 12, 31).unwrap();
        for days in 0..=2_932_896 {
            let (year, month, day) = civil(days);
            let day = Date::new(
                u16::try_from(year).unwrap(),
                u8::try_from(month).unwrap(),
                u8::try_from(day).unwrap(),
            );
            let day = day.unwrap();
            assert!(day > before, "{days}");
            before = day;
        }
        assert!(before == Date::new(9999, 12, 31).unwrap());
    }
}
