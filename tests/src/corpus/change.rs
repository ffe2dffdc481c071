//! What is done to one name.

use sceau::name::fold;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::Identity;
use super::draw::Draw;

pub(super) fn type_set(name: &str) -> String {
    name.replace('\'', "’").replace('-', "\u{2010}").replace(' ', "\u{a0}")
}

pub(super) fn without_accents(name: &str) -> String {
    let plain = name.nfd().filter(|&c| !is_combining_mark(c));
    plain
        .map(|c| match c {
            'Đ' => 'D',
            'ø' => 'o',
            'Ø' => 'O',
            other => other,
        })
        .collect()
}

pub(super) fn spelled(name: &str) -> String {
    name.replace('œ', "oe").replace('Œ', "OE").replace('æ', "ae").replace('Æ', "AE")
}

/// Returns what a clerk keys in on a terminal of capitals.
pub(super) fn keyed(name: &str) -> String {
    let capitals = without_accents(&spelled(&name.to_uppercase()));
    capitals.replace('\'', "").replace('-', " ")
}

/// Joins what a separator parts; what stood behind it begins small.
pub(super) fn joined(name: &str, separator: char) -> String {
    let mut words = name.split(separator);
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |name, word| name + &word.to_lowercase())
}

/// Writes St and Ste, as the first word of a surname, as these.
pub(super) fn saint(surname: &str, [man, woman]: [&str; 2]) -> String {
    match surname.split_once('-') {
        Some(("St", name)) => format!("{man}-{name}"),
        Some(("Ste", name)) => format!("{woman}-{name}"),
        _ => surname.to_owned(),
    }
}

pub(super) fn without_particle(surname: &str) -> String {
    let behind_spaces = surname.rsplit(' ').next().unwrap_or_default();
    behind_spaces.rsplit('\'').next().unwrap_or_default().to_owned()
}

/// Returns the two surnames of a compound one; St-Pierre is one surname.
pub(super) fn parts(surname: &str) -> Option<(&str, &str)> {
    surname.split_once('-').filter(|(first, _)| !["St", "Ste"].contains(first))
}

/// Whether a word of one name is a word of the other, or they differ in spaces only (Lebel).
pub(super) fn share_a_word(one: &str, other: &str) -> bool {
    let words = |name: &str| -> Vec<_> { name.split([' ', '-']).chain([name]).map(fold).collect() };
    let others = words(other);
    words(one).iter().any(|word| others.contains(word))
}

/// Returns the next surname of one part that has no word of the person's own.
pub(super) fn spouse<'a>(
    person: &Identity,
    others: &'a [Identity],
    number: usize,
) -> Option<&'a str> {
    let mut others = others.iter().cycle().skip(number + 1).take(others.len());
    let other = others.find(|other| {
        parts(&other.surname).is_none() && !share_a_word(&other.surname, &person.surname)
    })?;
    Some(&other.surname)
}

pub(super) fn first_of(name: &str, separator: char) -> String {
    name.split(separator).next().unwrap_or_default().to_owned()
}

pub(super) fn initials(name: &str) -> String {
    let mut out = String::new();
    let mut begins = true;
    for c in name.chars() {
        if matches!(c, ' ' | '-') {
            out.push(c);
        } else if begins {
            out.extend([c, '.']);
        }
        begins = matches!(c, ' ' | '-');
    }
    out
}

pub(super) fn other_order(person: &Identity) -> Option<Identity> {
    if let Some((first, second)) = person.given_name.split_once(' ') {
        return Some(Identity { given_name: format!("{second} {first}"), ..person.clone() });
    }
    let (first, second) = parts(&person.surname)?;
    Some(Identity { surname: format!("{second}-{first}"), ..person.clone() })
}

pub(super) fn cut(name: &str, length: usize) -> String {
    name.chars().take(length).collect::<String>().trim_end().to_owned()
}

/// Makes one slip that changes the letters.
pub(super) fn slip(name: &str, draw: &mut Draw) -> String {
    let letters: Vec<char> = name.chars().collect();
    loop {
        let (mut slipped, at) = (letters.clone(), draw.place(letters.len()));
        let letter = *slipped.get(at).expect("a place in the name");
        match draw.below(4) {
            0 => _ = slipped.remove(at),
            1 => slipped.insert(at, letter.to_lowercase().next().unwrap_or(letter)),
            2 => slipped.splice(at..=at, [*draw.of(&NEIGHBOURS)]).for_each(drop),
            _ if at + 1 < slipped.len() => slipped.swap(at, at + 1),
            _ => continue,
        }
        let slipped: String = slipped.into_iter().collect();
        if letter.is_alphabetic() && fold(&slipped).is_ok_and(|key| Ok(key) != fold(name)) {
            return slipped;
        }
    }
}

const NEIGHBOURS: [char; 12] = ['a', 'e', 'i', 'o', 'u', 'n', 'm', 'r', 's', 't', 'l', 'd'];
