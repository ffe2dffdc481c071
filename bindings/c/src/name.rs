//! Names: their keys, and how two differ.

use core::ffi::c_char;

use sceau::name::{
    Comparison, Difference, Differences, NameCompareError, NamePolicy, compare, fold,
};

use crate::limits::SCEAU_DIFFERENCES_MAX;
use crate::memory::{Out, OutText, answer, text};
use crate::numbers::Numbered;
use crate::parse::SceauParseResult;
use crate::status::SceauStatus;

/// One way in which two names differ, and the first place where it shows.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct SceauNameDifference {
    /// A number of `sceau_difference`; 0 in places beyond the count.
    pub difference: u32,
    /// The letter or separator of the first name, a Unicode scalar value; 0 if there is none, or
    /// one that is no single character.
    pub letter_first: u32,
    /// The same of the second name.
    pub letter_second: u32,
    /// The byte offset in the first name; its length if the name ends there.
    pub at_first: usize,
    /// The byte offset in the second name; its length if the name ends there.
    pub at_second: usize,
}

/// How two names differ.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct SceauNameComparison {
    /// Whether both could be read. If not, nothing is said below, and nothing counts as the same.
    pub parsed: SceauParseResult,
    /// The name that could not be read, a number of `sceau_side`; 0 if both could.
    pub side: u32,
    /// The set of differences: bit `number - 2200` for each.
    pub differences: u32,
    /// How many places of `items` hold something.
    pub count: usize,
    /// The differences, in the order of their numbers.
    pub items: [SceauNameDifference; SCEAU_DIFFERENCES_MAX],
}

impl SceauNameComparison {
    /// Nothing differs.
    const NONE: Self = Self {
        parsed: SceauParseResult::OK,
        side: 0,
        differences: 0,
        count: 0,
        items: [SceauNameDifference {
            difference: 0,
            letter_first: 0,
            letter_second: 0,
            at_first: 0,
            at_second: 0,
        }; SCEAU_DIFFERENCES_MAX],
    };
}

impl From<&Comparison> for SceauNameComparison {
    fn from(comparison: &Comparison) -> Self {
        let mut all = Self { differences: comparison.bits(), ..Self::NONE };
        let found = Difference::ALL
            .iter()
            .filter_map(|difference| Some((difference, comparison.place(*difference)?)));
        for (item, (difference, place)) in all.items.iter_mut().zip(found) {
            *item = SceauNameDifference {
                difference: difference.number(),
                letter_first: letter(place.letter_first()),
                letter_second: letter(place.letter_second()),
                at_first: place.first,
                at_second: place.second,
            };
            all.count += 1;
        }
        all
    }
}

impl From<&NameCompareError> for SceauNameComparison {
    fn from(NameCompareError { side, error }: &NameCompareError) -> Self {
        let parsed = SceauParseResult::of(&Err::<(), _>(*error));
        Self { parsed, side: side.number(), ..Self::NONE }
    }
}

/// Folds a name to the key letters from which RAMQ makes a health insurance number.
///
/// A text that is no name leaves the reason in `*parsed` and an empty key, which equals nothing.
/// `SCEAU_NAME_KEY_MAX` bytes suffice.
///
/// # Safety
///
/// `name` points to `name_len` bytes, `parsed` to one value, `out` to `capacity` bytes, `length` to
/// one value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_name_fold(
    name: *const c_char,
    name_len: usize,
    parsed: *mut SceauParseResult,
    out: *mut c_char,
    capacity: usize,
    length: *mut usize,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (name, parsed_out, out) = unsafe {
            let out = OutText::new(out, capacity, length)?;
            (text(name, name_len)?, Out::new(parsed)?, out)
        };
        let key = fold(name);
        out.write(key.as_ref().map_or("", |key| key.as_str()))?;
        parsed_out.write(SceauParseResult::of(&key));
        Ok(())
    })
}

/// Compares two names letter by letter: in what they differ, where first, and whether that is
/// acceptable.
///
/// `accepted` is the set of differences that the service puts up with, such as
/// `SCEAU_NAME_POLICY_SAG`; one that holds `SCEAU_DIFFERENCE_DIFFERENT`, or a bit that stands for
/// nothing, is `SCEAU_STATUS_UNKNOWN_NUMBER`. `*accepts` is 1 if the names count as the same, and 0
/// if not, or if one of them could not be read.
///
/// # Safety
///
/// `first` points to `first_len` bytes, `second` to `second_len` bytes, `comparison` and `accepts`
/// to one value each.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_name_compare(
    first: *const c_char,
    first_len: usize,
    second: *const c_char,
    second_len: usize,
    accepted: u32,
    comparison: *mut SceauNameComparison,
    accepts: *mut u32,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (first, second) = unsafe { (text(first, first_len)?, text(second, second_len)?) };
        // SAFETY: as above.
        let (out, accepts_out) = unsafe { (Out::new(comparison)?, Out::new(accepts)?) };
        let (policy, found) = (policy(accepted)?, compare(first, second));
        accepts_out.write(u32::from(found.is_ok_and(|found| policy.accepts(&found))));
        out.write(match &found {
            Ok(comparison) => SceauNameComparison::from(comparison),
            Err(reason) => SceauNameComparison::from(reason),
        });
        Ok(())
    })
}

/// Takes a set of differences as a policy.
pub(crate) fn policy(accepted: u32) -> Result<NamePolicy, SceauStatus> {
    let accepted = Differences::from_bits(accepted);
    accepted.and_then(NamePolicy::new).ok_or(SceauStatus::UnknownNumber)
}

/// Writes a character as a number; 0 stands for none.
pub(crate) fn letter(letter: Option<char>) -> u32 {
    letter.map_or(0, u32::from)
}
