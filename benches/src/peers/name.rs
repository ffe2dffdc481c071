//! The key of a name, and the comparison of two, against keys made by normalization.

use std::error::Error;
use std::hint::black_box;
use std::time::Duration;

use sceau::name::{Difference, NameKey, compare as compare_names, fold};
use sceau_benches::pairs::{Plan, compare as compare_pairs, time};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::table;

/// Compares keys, and comparisons.
///
/// # Errors
///
/// If a peer folds a letter otherwise, since its time would then mean nothing.
pub(crate) fn compare() -> Result<(), Box<dyn Error>> {
    for name in NAMES {
        let ours = fold(name).map_err(|error| error.name())?;
        for theirs in [normalized(name), deunicode::deunicode(name)] {
            if ours.as_str() != letters(&theirs) {
                return Err("a peer makes another key".into());
            }
        }
    }
    for (first, second) in pairs() {
        let compared = compare_names(&first, &second).map_err(|error| error.name())?;
        let same = letters(&normalized(&first)) == letters(&normalized(&second));
        if compared.contains(Difference::Different) == same {
            return Err("a peer compares otherwise".into());
        }
    }
    let peer = concat!("unicode-normalization ", env!("VERSION_UNICODE_NORMALIZATION"));
    let key = |name: &&str| _ = black_box(&fold(name));
    let text = |name: &&str| _ = black_box(fold(name).as_ref().map(NameKey::as_str));
    let theirs = |name: &&str| _ = black_box(&normalized(name));
    row("name, key", peer, || each(NAMES, key), || each(NAMES, theirs))?;
    row("name, its text", peer, || each(NAMES, text), || each(NAMES, theirs))?;
    let deunicode = |name: &&str| _ = black_box(&deunicode::deunicode(name));
    let peer_deunicode = concat!("deunicode ", env!("VERSION_DEUNICODE"));
    row("name, key", peer_deunicode, || each(NAMES, key), || each(NAMES, deunicode))?;
    let pairs: Vec<_> = pairs().collect();
    let ours = |(a, b): &(String, String)| _ = black_box(&compare_names(a, b));
    let theirs = |(a, b): &(String, String)| _ = black_box(normalized(a) == normalized(b));
    row("names, compared", peer, || each(&pairs, ours), || each(&pairs, theirs))
}

fn row(
    work: &str,
    peer: &str,
    mut ours: impl FnMut() -> Duration,
    mut theirs: impl FnMut() -> Duration,
) -> Result<(), Box<dyn Error>> {
    let found = compare_pairs(Plan::FIVE, || Ok::<_, Box<dyn Error>>(ours()), || Ok(theirs()))?;
    if let Some(found) = found {
        table::row(work, peer, &found);
    }
    Ok(())
}

/// Returns how long it takes to do the work on each name, many times.
fn each<T>(names: &[T], work: impl Fn(&T)) -> Duration {
    time(|| {
        for _ in 0..TURNS {
            for name in names {
                work(black_box(name));
            }
        }
    })
}

/// The key that is usually made: compatibility decomposition, marks dropped, lower case.
fn normalized(name: &str) -> String {
    name.nfkd().filter(|&c| !is_combining_mark(c)).flat_map(char::to_lowercase).collect()
}

/// Returns the letters of a peer's key as a key has them.
fn letters(key: &str) -> String {
    key.chars().filter(char::is_ascii_alphabetic).map(|c| c.to_ascii_uppercase()).collect()
}

/// Returns each name beside what documents make of it: itself, capitals, plain capitals, no hyphens.
fn pairs() -> impl Iterator<Item = (String, String)> {
    let damages: [fn(&str) -> String; 4] = [
        str::to_owned,
        str::to_uppercase,
        |name| deunicode::deunicode(name).to_uppercase(),
        |name| name.replace('-', " "),
    ];
    NAMES
        .iter()
        .zip(damages.into_iter().cycle())
        .map(|(name, damage)| ((*name).to_owned(), damage(name)))
}

/// Surnames and given names of Québec: of four, three in composed form, one in five without accents
/// or in capitals, some with hyphens, apostrophes, decomposed.
const NAMES: &[&str] = &[
    "Tremblay",
    "Gagnon",
    "Roy",
    "Côté",
    "Bouchard",
    "Gauthier",
    "Morin",
    "Lavoie",
    "Fortin",
    "Gagné",
    "Ouellet",
    "Pelletier",
    "Bélanger",
    "Lévesque",
    "Bergeron",
    "Leblanc",
    "Paquette",
    "Girard",
    "Simard",
    "Boucher",
    "Caron",
    "Beaulieu",
    "Cloutier",
    "Dubé",
    "Poirier",
    "Fournier",
    "Lapointe",
    "Leclerc",
    "Lefebvre",
    "Poulin",
    "Thibault",
    "St-Pierre",
    "Nadeau",
    "Martin",
    "Landry",
    "Martel",
    "Bédard",
    "Grenier",
    "Lessard",
    "Bernier",
    "Richard",
    "Michaud",
    "Hébert",
    "Desjardins",
    "Couture",
    "Turcotte",
    "Lachance",
    "Parent",
    "Blais",
    "Gosselin",
    "Savard",
    "Proulx",
    "Beaudoin",
    "Demers",
    "Perreault",
    "Boudreau",
    "Lemieux",
    "Cyr",
    "Perron",
    "Dufour",
    "Dion",
    "Mercier",
    "Bolduc",
    "Bérubé",
    "Boisvert",
    "Langlois",
    "Ménard",
    "Therrien",
    "Plante",
    "Bilodeau",
    "Blanchette",
    "Dubois",
    "Champagne",
    "Paradis",
    "Fontaine",
    "Dupuis",
    "L'Écuyer",
    "D'Amours",
    "Saint-Germain",
    "Tremblay-Roy",
    "Marie-Josée",
    "Jean-François",
    "Élise",
    "SERAPHIN",
    "ÉLISE",
    "Hélène",
    "François",
    "Geneviève",
    "Noémie",
    "Zoé",
    "Jérôme",
    "Benoi\u{302}t",
    "He\u{301}le\u{300}ne",
    "Ce\u{301}dric",
    "Marc-André Lapointe",
    "Anne Marie",
];
/// A tenth of a millisecond, more or less.
const TURNS: usize = 10;
