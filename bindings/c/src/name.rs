//! Names: how two differ. Their keys are in `key`.

pub mod key;

use core::ffi::c_char;

use sceau::name::{
    Comparison, Difference, Differences, NameCompareError, NamePolicy, compare, distance,
};

use crate::limits::SCEAU_DIFFERENCES_MAX;
use crate::memory::{Out, answer, text};
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
    fn from(reason: &NameCompareError) -> Self {
        let (parsed, side) = sided(&Err::<(), _>(*reason));
        Self { parsed, side, ..Self::NONE }
    }
}

/// Compares two names, letter by letter and word by word: in what they differ, where first, and
/// whether that is acceptable.
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

/// Counts the letters that were left out, put in, replaced or exchanged with their neighbour between
/// the RAMQ keys of two names.
///
/// `*near` is 1 if that is `SCEAU_NAME_DISTANCE_MAX` or less, and `*slips` how many they are; both
/// are 0 if there are more, or if a name could not be read: its reason is in `*parsed` then, and
/// `*side` a number of `sceau_side`, else 0. For a clerk's list of suggestions: it is evidence of
/// nothing, and no policy asks for it.
///
/// # Safety
///
/// `first` points to `first_len` bytes, `second` to `second_len` bytes, `parsed`, `side`, `near` and
/// `slips` to one value each.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_name_distance(
    first: *const c_char,
    first_len: usize,
    second: *const c_char,
    second_len: usize,
    parsed: *mut SceauParseResult,
    side: *mut u32,
    near: *mut u32,
    slips: *mut u32,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (first, second) = unsafe { (text(first, first_len)?, text(second, second_len)?) };
        // SAFETY: as above.
        let (parsed_out, side_out) = unsafe { (Out::new(parsed)?, Out::new(side)?) };
        // SAFETY: as above.
        let (near_out, slips_out) = unsafe { (Out::new(near)?, Out::new(slips)?) };
        let found = distance(first, second);
        let (parsed, side) = sided(&found);
        let counted = found.ok().flatten();
        parsed_out.write(parsed);
        side_out.write(side);
        near_out.write(u32::from(counted.is_some()));
        slips_out.write(counted.map_or(0, u32::from));
        Ok(())
    })
}

/// Says why two names could not be read together, and which of them: 0 if both could.
pub(crate) fn sided<T>(found: &Result<T, NameCompareError>) -> (SceauParseResult, u32) {
    match found {
        Ok(_) => (SceauParseResult::OK, 0),
        Err(reason) => (SceauParseResult::of(&Err::<(), _>(reason.error)), reason.side.number()),
    }
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
