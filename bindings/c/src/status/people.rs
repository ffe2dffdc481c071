//! What is found of identifiers, names and identities.

use sceau::identifier::{Level, NasKind, NeqKind, SexCode, TypingState};
use sceau::identity::{Field, IdentityOutcome, Verdict};
use sceau::name::{Difference, Side};

/// How much of an identifier holds: each level contains the one before it.
#[repr(u32)]
#[derive(Clone, Copy)]
pub enum SceauLevel {
    /// The characters are those of such an identifier.
    WellFormed = 1900,
    /// What it says can be: the date in it exists.
    Plausible = 1901,
    /// Its check digit fits as well.
    CheckDigit = 1902,
}

numbers!(Level => SceauLevel {
    WellFormed => WellFormed,
    Plausible => Plausible,
    CheckDigit => CheckDigit,
});

/// Which of two codes a NAM's month carries. It says nothing of the person.
#[repr(u32)]
#[derive(Clone, Copy)]
pub enum SceauSexCode {
    /// The month is 51-62.
    F = 2000,
    /// The month is 01-12.
    M = 2001,
}

numbers!(SexCode => SceauSexCode { F => F, M => M });

/// Whose number a NAS is, as its first digit tells.
#[repr(u32)]
#[derive(Clone, Copy)]
pub enum SceauNasKind {
    /// A citizen's or permanent resident's.
    Permanent = 2100,
    /// A temporary resident's: it expires on a date that is not in the number.
    Temporary = 2101,
}

numbers!(NasKind => SceauNasKind { Permanent => Permanent, Temporary => Temporary });

/// One way in which two names differ. Its bit in a set is `1 << (number - 2200)`.
#[repr(u32)]
#[derive(Clone, Copy)]
pub enum SceauDifference {
    /// A capital for a small letter.
    Case = 2200,
    /// Another separator, or one on one side only.
    Typography = 2201,
    /// Other accents, a stroke or a missing dot.
    Diacritics = 2202,
    /// One letter that stands for two.
    Ligature = 2203,
    /// A word of the class St, Ste, Saint, Sainte for another one, or Mc for Mac.
    Abbreviation = 2204,
    /// A particle apart, joined to the word behind it, or left out.
    Particle = 2205,
    /// A word that only one of the names has.
    SubsetOfGivenNames = 2206,
    /// A part that only one of the names has of a word with a hyphen.
    CompoundPart = 2207,
    /// The same words in another order.
    Swapped = 2208,
    /// A word cut to its first letter.
    InitialOnly = 2209,
    /// The reading of another difference is a guess.
    Ambiguous = 2210,
    /// Other letters.
    Different = 2215,
}

numbers!(Difference => SceauDifference {
    Case => Case,
    Typography => Typography,
    Diacritics => Diacritics,
    Ligature => Ligature,
    Abbreviation => Abbreviation,
    Particle => Particle,
    SubsetOfGivenNames => SubsetOfGivenNames,
    CompoundPart => CompoundPart,
    Swapped => Swapped,
    InitialOnly => InitialOnly,
    Ambiguous => Ambiguous,
    Different => Different,
});

/// One of two names.
#[repr(u32)]
#[derive(Clone, Copy)]
pub enum SceauSide {
    /// The first name.
    First = 2300,
    /// The second name.
    Second = 2301,
}

numbers!(Side => SceauSide { First => First, Second => Second });

/// What the findings of a report come to, from the best to the worst.
#[repr(u32)]
#[derive(Clone, Copy)]
pub enum SceauIdentityOutcome {
    /// Every field agrees.
    Uniform = 2400,
    /// There are differences that the policy accepts, or warnings, and nothing worse.
    Tolerated = 2401,
    /// At least one field differs, could not be read, or tells of too low an age.
    Refused = 2402,
}

numbers!(IdentityOutcome => SceauIdentityOutcome {
    Uniform => Uniform,
    Tolerated => Tolerated,
    Refused => Refused,
});

/// What a finding looked at.
#[repr(u32)]
#[derive(Clone, Copy)]
pub enum SceauField {
    /// The check digit of the NAM.
    NamCheckDigit = 2500,
    /// Three letters of the NAM, of the surname at birth.
    NamSurname = 2501,
    /// One letter of the NAM, of the usual given name.
    NamGivenName = 2502,
    /// Six digits of the NAM, of the birth date.
    NamBirthDate = 2503,
    /// The age.
    Age = 2504,
    /// The surname on two documents.
    Surname = 2505,
    /// The given name on two documents.
    GivenName = 2506,
}

numbers!(Field => SceauField {
    NamCheckDigit => NamCheckDigit,
    NamSurname => NamSurname,
    NamGivenName => NamGivenName,
    NamBirthDate => NamBirthDate,
    Age => Age,
    Surname => Surname,
    GivenName => GivenName,
});

/// What became of a field.
#[repr(u32)]
#[derive(Clone, Copy)]
pub enum SceauVerdict {
    /// It is as it should be.
    Agrees = 2600,
    /// It differs in ways that the policy accepts.
    Tolerated = 2601,
    /// The letters of the number are not those of the name; this refuses nobody.
    Warning = 2602,
    /// It differs.
    Differs = 2603,
    /// A name is not one that can be compared, or the number has a date that does not exist.
    Unreadable = 2604,
    /// The age is below the least one, or the birth lies ahead.
    TooYoung = 2605,
}

numbers!(Verdict => SceauVerdict {
    Agrees => Agrees,
    Tolerated => Tolerated,
    Warning => Warning,
    Differs => Differs,
    Unreadable => Unreadable,
    TooYoung => TooYoung,
});

/// What a form's field holds.
#[repr(u32)]
#[derive(Clone, Copy)]
pub enum SceauTypingState {
    /// Nothing.
    Empty = 2800,
    /// The beginning of such an identifier.
    Partial = 2801,
    /// One that parses; more may follow where the kind has several lengths.
    Complete = 2802,
    /// Something that no further typing at the end makes one.
    Impossible = 2803,
}

numbers!(TypingState => SceauTypingState {
    Empty => Empty,
    Partial => Partial,
    Complete => Complete,
    Impossible => Impossible,
});

/// Whether the register of enterprises issues numbers that begin as this one.
#[repr(u32)]
#[derive(Clone, Copy)]
pub enum SceauNeqKind {
    /// It begins with 11, 22, 33 or 88, as issued numbers do.
    Issued = 2900,
    /// It begins with 44, 55, 66, 77 or 99, which the register keeps for the future.
    Reserved = 2901,
}

numbers!(NeqKind => SceauNeqKind { Issued => Issued, Reserved => Reserved });
