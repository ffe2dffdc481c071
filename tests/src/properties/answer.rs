//! Laws of answers to security questions.

use sceau::password::{
    CreatePolicy, PasswordAlgorithm, PasswordError, PasswordOutcome, Peppers, hash_answer,
    verify_answer,
};

use super::Input;
use super::password::accept_cheap;

/// What becomes of a second answer against the hash of a first.
pub trait Answers: Fn(&str, &str) -> Result<PasswordOutcome, PasswordError> {}

impl<A: Fn(&str, &str) -> Result<PasswordOutcome, PasswordError>> Answers for A {}

/// Chosen by the first byte: two answers of ASCII, or any one and another way of writing it.
pub fn law(bytes: &[u8]) {
    let mut input = Input::new(bytes);
    if input.below(2) == 0 {
        plain_answers_agree(input.rest(), core);
    } else {
        written_otherwise_it_is_the_answer(input.rest(), core);
    }
}

/// Hashes the first and verifies the second, at little cost.
///
/// # Errors
///
/// Those of [`hash_answer`] and [`verify_answer`].
pub fn core(first: &str, second: &str) -> Result<PasswordOutcome, PasswordError> {
    let stored = hash_answer(first.as_bytes(), &[7; 16], &CREATE, &Peppers::NONE)?;
    verify_answer(second.as_bytes(), stored.as_bytes(), &accept_cheap(), &CREATE, &Peppers::NONE)
}

/// Answers of ASCII are the same if and only if their letters, digits and symbols are, whatever the
/// case; without any, there is no answer.
pub fn plain_answers_agree(bytes: &[u8], answers: impl Answers) {
    let mut input = Input::new(bytes);
    let mut text =
        || -> String { input.bytes().iter().map(|&byte| char::from(b' ' + byte % 95)).collect() };
    let (first, second) = (text(), text());
    let plain = |answer: &str| -> String {
        answer.chars().filter(|c| !" !\"'(),-./:;?[]`".contains(*c)).collect()
    };
    let (one, other) = (plain(&first).to_uppercase(), plain(&second).to_uppercase());
    let expected = match (one.is_empty() || other.is_empty(), one == other) {
        (true, _) => Err(PasswordError::Empty),
        (false, true) => Ok(PasswordOutcome::Match),
        (false, false) => Ok(PasswordOutcome::Mismatch),
    };
    assert_eq!(answers(&first, &second), expected, "plain answers do not agree");
    if !one.is_empty() {
        assert_eq!(answers(&first, &one), Ok(PasswordOutcome::Match), "{one} is not {first}");
    }
}

/// Case, accents and typography that are put into an answer do not make it another one.
pub fn written_otherwise_it_is_the_answer(bytes: &[u8], answers: impl Answers) {
    let mut input = Input::new(bytes);
    let changes = input.bytes();
    let answer = input.text().into_owned();
    if !matches!(answers(&answer, &answer), Ok(PasswordOutcome::Match)) {
        // No answer, or one that nobody can give.
        let refused = answers(&answer, &answer);
        return assert!(refused.is_err(), "an answer is not itself");
    }
    let mut changes = changes.iter().chain(std::iter::repeat(&0));
    let mut other = String::new();
    for c in answer.chars() {
        let change = changes.next().copied().unwrap_or(0);
        match c {
            'a'..='z' | 'A'..='Z' => other.push(if change & 1 == 0 { c } else { swapped(c) }),
            _ => other.push(c),
        }
        other.push_str(match (change >> 1, c.is_ascii_alphabetic()) {
            (1, true) => "\u{301}",
            (2, true) => "\u{327}\u{302}",
            (3, true) => " ",
            (4, true) => "-",
            (5, true) => "\u{2019}",
            (6, true) => "\u{a0}».",
            _ => "",
        });
    }
    match answers(&answer, &other) {
        Ok(outcome) => assert_eq!(outcome, PasswordOutcome::Match, "written otherwise"),
        // What is put in takes room, adds a mark too many, or stands where ·l has to.
        Err(reason) => assert!(
            matches!(
                reason,
                PasswordError::TooLong
                    | PasswordError::Unnormalizable { .. }
                    | PasswordError::Disallowed { .. }
            ),
            "{reason}"
        ),
    }
}

fn swapped(c: char) -> char {
    if c.is_ascii_lowercase() { c.to_ascii_uppercase() } else { c.to_ascii_lowercase() }
}

const CREATE: CreatePolicy = CreatePolicy::unchecked_policy(PasswordAlgorithm::Sha256, 10);
