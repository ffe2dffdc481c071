//! The health insurance number (numéro d'assurance maladie, NAM).

use super::layout::Layout;
use super::rule::{Facts, Grade, Part, Rule};
use super::{Identifier, IdentifierError, Level, calendar, mask};
use crate::time::Date;

/// A number of Québec's health insurance (RAMQ): `BOUF 9401 1417`.
///
/// Four letters, out of the surname at birth and the given name; two digits each of year, month
/// (50 is added to one that codes F) and day; a differentiator 1–9 or A–Z without I and O; a check
/// digit. Source: RAMQ; code of the Institut national de santé publique du Québec (INSPQ).
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Nam(heapless::String<12>);

/// What a NAM whose check digit fits says of a birth; it does not say whose.
#[derive(Clone, Copy, Eq, Hash, PartialEq)]
pub struct NamBirth {
    /// The birth date, in the century that the check digit tells.
    pub date: Date,
    /// The code of the month.
    pub marker: SexCode,
}

/// Which of two codes a NAM's month carries.
///
/// It says "the number codes F", and nothing of the person: the card can carry the marker X, and
/// numbers are not known to change with it.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum SexCode {
    /// The month is 51–62.
    F,
    /// The month is 01–12.
    M,
}

wire_names!(SexCode {
    F => "f",
    M => "m",
});

impl Identifier for Nam {
    const KIND: &'static str = "nam";
    const LAYOUT: Layout = Layout::new("AAAA 9999 99#9");
    const FACTS: Facts = Facts {
        french: "numéro d'assurance maladie (NAM)",
        english: "health insurance number",
        issuer: "Régie de l'assurance maladie du Québec (RAMQ)",
        example: "SERE75613018",
        parts: &[
            Part::new(
                3,
                Grade::A,
                "nom de famille à la naissance, complété par des X",
                "surname at birth, padded with X",
            ),
            Part::new(1, Grade::A, "prénom usuel", "usual given name"),
            Part::new(2, Grade::A, "année de naissance", "year of birth"),
            Part::new(
                2,
                Grade::A,
                "mois, plus 50 si le numéro code F",
                "month, plus 50 where the number codes F",
            ),
            Part::new(2, Grade::A, "jour", "day"),
            Part::new(
                1,
                Grade::A,
                "caractère qui distingue les homonymes",
                "what tells namesakes apart",
            ),
            Part::new(
                1,
                Grade::A,
                "chiffre de contrôle, qui dit aussi le siècle",
                "check digit, which also tells the century",
            ),
        ],
        rules: &[
            Rule::parse(Grade::A, "RAMQ", "four letters, six digits, a differentiator, a digit"),
            Rule::parse(Grade::A, INSPQ, "the differentiator is 1 to 9 or a letter, not I or O"),
            Rule::told(
                Grade::A,
                "RAMQ",
                "three letters of the surname at birth, padded with X, and one of the given name",
            ),
            Rule::check(Grade::A, INSPQ, "month 01 to 12, or 51 to 62 where the number codes F"),
            Rule::check(Grade::A, INSPQ, "the day exists in the century that is meant"),
            Rule::check(
                Grade::A,
                INSPQ,
                "a weighted check digit, mod 10, which also tells the century",
            ),
            Rule::told(Grade::B, "RAMQ", "the card's marker, X too, does not change the number"),
        ],
    };

    /// Parses a NAM; [`Differentiator`](IdentifierError::Differentiator) is a reason of its own.
    ///
    /// Month 13 and a check digit that does not fit are [`Nam::check`]'s to find.
    fn parse(text: &str) -> Result<Self, IdentifierError> {
        Self::LAYOUT.read(text).map(Self)
    }

    fn compact(&self) -> &str {
        &self.0
    }

    fn level(&self, today: Date) -> Level {
        match self.check(today) {
            Ok(_) => Level::CheckDigit,
            Err(IdentifierError::CheckDigit { .. }) => Level::Plausible,
            Err(_) => Level::WellFormed,
        }
    }

    /// Returns one whose date exists and whose check digit fits in none of the three centuries that
    /// people are born in; `number` chooses the letters.
    fn synthetic(number: u64) -> Option<Self> {
        let letter =
            |unit: u64| u8::try_from(number / unit % 26).ok().map(|n| char::from(b'A' + n));
        let letters = [letter(17_576)?, letter(676)?, letter(26)?, letter(1)?];
        let head = letters.into_iter().chain("8005101".chars());
        let numbers = ('0'..='9').map(|last| Self(mask::written(head.clone().chain([last]))));
        let issued = |nam: &Self| [1880, 1980, 2080].iter().any(|&y| nam.check_in(Some(y)).is_ok());
        numbers.into_iter().find(|nam| !issued(nam))
    }
}

impl Nam {
    /// Checks the date and the check digit of a number whose century nobody told.
    ///
    /// As INSPQ does, it tries the hundred years that end `today`, then the hundred before; the
    /// check digit decides. [`Nam::check_born`] misses fewer mistakes, where a date is declared.
    ///
    /// # Errors
    ///
    /// [`IdentifierError::Date`] when no century has such a month (`at` 6) or day (`at` 8), and
    /// [`IdentifierError::CheckDigit`] (`at` 11). Offsets count in the compact form.
    pub fn check(&self, today: Date) -> Result<NamBirth, IdentifierError> {
        let latest = self.latest_year(today);
        let found = self.check_in(latest);
        match latest.and_then(|year| year.checked_sub(100)) {
            Some(before) if found.is_err() => match self.check_in(Some(before)) {
                Err(IdentifierError::Date { .. }) => found,
                older => older,
            },
            _ => found,
        }
    }

    /// Checks the date and the check digit, in the century of a declared birth date.
    ///
    /// The date found may be another day than `born`: to compare them is the caller's.
    ///
    /// # Errors
    ///
    /// As [`Nam::check`].
    pub fn check_born(&self, born: Date) -> Result<NamBirth, IdentifierError> {
        self.check_in(Some(self.year_born(born)))
    }

    /// Returns the date, in the century of a declared birth date, whatever the check digit says.
    pub(crate) fn date_born(&self, born: Date) -> Option<Date> {
        self.birth_in(Some(self.year_born(born))).ok().map(|birth| birth.date)
    }

    fn year_born(&self, born: Date) -> u16 {
        born.year() / 100 * 100 + self.number(4)
    }

    fn check_in(&self, year: Option<u16>) -> Result<NamBirth, IdentifierError> {
        let birth = self.birth_in(year)?;
        if self.0.bytes().nth(11).map(ebcdic) != Some(self.check_digit(birth)) {
            return Err(IdentifierError::CheckDigit { at: 11 });
        }
        Ok(birth)
    }

    fn birth_in(&self, year: Option<u16>) -> Result<NamBirth, IdentifierError> {
        let (month, marker) = self.month().ok_or(IdentifierError::Date { at: 6 })?;
        let day = u8::try_from(self.number(8)).unwrap_or(0);
        let date = year.and_then(|year| Date::new(year, month, day));
        let date = date.ok_or(IdentifierError::Date { at: 8 })?;
        Ok(NamBirth { date, marker })
    }

    /// Computes the check digit for a century (INSPQ): fourteen EBCDIC codes, weighted, mod 10.
    fn check_digit(&self, NamBirth { date, marker }: NamBirth) -> u32 {
        let [thousands, hundreds, ..] = decimal::<4>(date.year().into());
        let [tens, ones] = decimal(date.month().into());
        let letters_and_century = self.0.bytes().take(4).chain([thousands, hundreds]);
        let year_and_marker = self.0.bytes().skip(4).take(2).chain(marker.name().bytes());
        let month_to_differentiator =
            [tens, ones].into_iter().chain(self.0.bytes().skip(8).take(3));
        let characters = letters_and_century.chain(year_and_marker).chain(month_to_differentiator);
        let products = characters.zip(WEIGHTS).map(|(c, weight)| ebcdic(c) * weight);
        products.sum::<u32>() % 10
    }

    /// Returns the last year with these two digits in which month and day are not after `today`.
    fn latest_year(&self, today: Date) -> Option<u16> {
        let (month, _) = self.month()?;
        let year = today.year() / 100 * 100 + self.number(4);
        let ahead = (year, u16::from(month), self.number(8))
            > (today.year(), u16::from(today.month()), u16::from(today.day()));
        if ahead { year.checked_sub(100) } else { Some(year) }
    }

    fn month(&self) -> Option<(u8, SexCode)> {
        match u8::try_from(self.number(6)) {
            Ok(month @ 1..=12) => Some((month, SexCode::M)),
            Ok(month @ 51..=62) => Some((month.saturating_sub(50), SexCode::F)),
            _ => None,
        }
    }

    /// Returns the two-digit number at a place of the compact form.
    fn number(&self, place: usize) -> u16 {
        let digits = self.0.bytes().skip(place).take(2);
        digits.fold(0, |number, digit| number * 10 + u16::from(digit & 0x0f))
    }
}

/// Returns the last digit of a character's EBCDIC code: A is 193, J 209, S 226, the digit 0 240.
fn ebcdic(character: u8) -> u32 {
    match character.to_ascii_uppercase() {
        letter @ b'A'..=b'I' => (u32::from(letter - b'A') + 193) % 10,
        letter @ b'J'..=b'R' => (u32::from(letter - b'J') + 209) % 10,
        letter @ b'S'..=b'Z' => (u32::from(letter - b'S') + 226) % 10,
        digit => u32::from(digit & 0x0f),
    }
}

const WEIGHTS: [u32; 14] = [1, 3, 7, 9, 1, 7, 1, 3, 4, 5, 7, 6, 9, 1];

/// Returns a number's last `N` digits as ASCII.
fn decimal<const N: usize>(number: u64) -> [u8; N] {
    calendar::decimal(number).map(|digit| u8::try_from(digit).unwrap_or(b'0'))
}

const INSPQ: &str = "Institut national de santé publique du Québec (INSPQ), code; recomputed";
