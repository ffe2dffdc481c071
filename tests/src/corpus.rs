//! Ten thousand generated identities of Québec, the ways in which agencies damage names, and what
//! the core says of each.
//!
//! Nobody's: names and surnames are drawn apart, and every health insurance number is synthetic.
//! The same on every machine: the generator has a fixed seed. The shares of the kinds of names are
//! this file's own choice, and measured nowhere.

mod change;
mod damage;
mod draw;
mod neighbours;
mod survey;

pub use damage::{Damage, Group};
pub use neighbours::{Neighbours, neighbours};
pub use survey::{Example, Row, Standing, survey};

use std::collections::BTreeSet;

use sceau::identifier::{Identifier, Nam};
use sceau::name::fold;

use draw::Draw;

/// How many identities there are.
pub const IDENTITIES: usize = 10_000;

/// A person's names, as the civil status has them.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Identity {
    /// The surname: one, two with a hyphen, or one with a particle.
    pub surname: String,
    /// The given name or names.
    pub given_name: String,
}

impl Identity {
    /// Returns a synthetic number with the letters of these names (RAMQ: three of the surname,
    /// padded with X, one of the given name). Its check digit fits in no century: nobody has it.
    ///
    /// # Panics
    ///
    /// If a name has no key: the lists are wrong.
    pub fn nam(&self) -> Nam {
        let surname = fold(&self.surname).expect("a surname has a key");
        let given_name = fold(&self.given_name).expect("a given name has a key");
        let letters = surname.as_str().bytes().chain(*b"XXX").take(3);
        let letters = letters.chain(given_name.as_str().bytes().take(1));
        let number = letters.fold(0, |number, letter| number * 26 + u64::from(letter - b'A'));
        Nam::synthetic(number).expect("there are synthetic numbers of this kind")
    }
}

/// Returns the identities: [`IDENTITIES`], no two alike, the same every time.
pub fn identities() -> Vec<Identity> {
    let (lists, mut draw) = (Lists::new(), Draw::new(SEED));
    let (mut seen, mut all) = (BTreeSet::new(), Vec::with_capacity(IDENTITIES));
    while all.len() < IDENTITIES {
        let surname = lists.surname(&mut draw);
        let identity = Identity { surname, given_name: lists.given_name(&mut draw) };
        if seen.insert(identity.clone()) {
            all.push(identity);
        }
    }
    all
}

/// Any number; another one gives other identities, and shifts the figures by a per cent or two.
const SEED: u64 = 2026;

/// The lists of `tests/corpus/names.txt`, by their headings.
struct Lists {
    surnames: Vec<&'static str>,
    rarer: [(u64, Vec<&'static str>); 5],
    girls: Vec<&'static str>,
    boys: Vec<&'static str>,
    compounds: Vec<&'static str>,
}

impl Lists {
    fn new() -> Self {
        Self {
            surnames: list("surnames"),
            // Of a hundred surnames, so many are of these lists.
            rarer: [
                (8, list("saints")),
                (8, list("particles")),
                (5, list("apostrophes")),
                (4, list("ligatures")),
                (3, list("other letters")),
            ],
            girls: list("girls"),
            boys: list("boys"),
            compounds: list("compounds"),
        }
    }

    fn surname(&self, draw: &mut Draw) -> String {
        let mut share = draw.below(100);
        for (rarer, list) in &self.rarer {
            match share.checked_sub(*rarer) {
                None => return draw.of(list).to_string(),
                Some(rest) => share = rest,
            }
        }
        let surname = draw.of(&self.surnames);
        if share >= 14 {
            return surname.to_string();
        }
        let other = draw.of(&self.surnames);
        if other == surname { surname.to_string() } else { format!("{surname}-{other}") }
    }

    fn given_name(&self, draw: &mut Draw) -> String {
        let share = draw.below(100);
        if share < 20 {
            return draw.of(&self.compounds).to_string();
        }
        let list = if share.is_multiple_of(2) { &self.girls } else { &self.boys };
        let name = draw.of(list);
        let second = draw.of(list);
        if share >= 42 || second == name { name.to_string() } else { format!("{name} {second}") }
    }
}

fn list(heading: &str) -> Vec<&'static str> {
    let text = include_str!("../corpus/names.txt");
    let (_, behind) = text.split_once(&format!("[{heading}]\n")).expect("a list of this heading");
    let lines = behind.lines().take_while(|line| !line.is_empty());
    lines.flat_map(|line| line.split(", ")).collect()
}
