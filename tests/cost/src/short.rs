//! Numbers and names as most are typed, a thousand of each, and the same behind a character that
//! nobody sees, which are read the long way.

use std::hint::black_box;

use sceau::identifier::{Identifier, Nas};
use sceau::name::{compare, fold};

/// Reads and checks a number of nine digits.
pub(crate) fn numbers() -> bool {
    (0..THOUSAND).all(|_| Nas::parse(black_box("130692544")).is_ok_and(|nas| nas.check().is_ok()))
}

/// Makes keys of names, each `behind` something.
pub(crate) fn keys(behind: &str) -> bool {
    let names = NAMES.map(|(name, _)| format!("{behind}{name}"));
    (0..THOUSAND / NAMES.len()).all(|_| names.iter().all(|name| fold(black_box(name)).is_ok()))
}

/// Compares names with what documents make of them, each `behind` something.
pub(crate) fn comparisons(behind: &str) -> bool {
    let pairs = NAMES.map(|(a, b)| (format!("{behind}{a}"), format!("{behind}{b}")));
    let all = || pairs.iter().all(|(a, b)| compare(black_box(a), black_box(b)).is_ok());
    (0..THOUSAND / NAMES.len()).all(|_| all())
}

/// Ten names, and what documents make of them.
const NAMES: [(&str, &str); 10] = [
    ("Tremblay", "Tremblay"),
    ("Gagnon", "GAGNON"),
    ("Côté", "COTE"),
    ("Bélanger", "BÉLANGER"),
    ("L'Écuyer", "Lécuyer"),
    ("Marie-Josée", "Marie Josée"),
    ("Jean-François", "JEAN-FRANCOIS"),
    ("He\u{301}le\u{300}ne", "Hélène"),
    ("St-Pierre", "ST-PIERRE"),
    ("Roy", "Roy"),
];
const THOUSAND: usize = 1_000;
