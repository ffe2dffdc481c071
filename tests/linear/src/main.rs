//! Runs the rules for new passwords once, on a text of a given size: `sceau-linear CASE SIZE`.
//!
//! `run.sh` counts the instructions of [`sceau_measured`] and compares sizes. Each case is the text
//! or the context that costs one part of the rules most.

use std::hint::black_box;
use std::process::ExitCode;

use sceau::password::{PasswordContext, PasswordPolicy, PasswordRules};
use sceau::scan::scan;

/// What is measured: one text, one context, one way to judge them.
struct Case {
    text: String,
    context: String,
    judge: Judge,
}

type Judge = fn(&PasswordPolicy, &str, &PasswordContext<'_>) -> bool;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [name, size] = arguments.as_slice() else { return ExitCode::FAILURE };
    let Some(case) = size.parse().ok().and_then(|size| case(name, size)) else {
        eprintln!("no case {name} of {size}");
        return ExitCode::FAILURE;
    };
    // Every rule, so that none is left out.
    let rules = PasswordRules {
        passphrase_words: 4,
        passphrase_characters: 64,
        min_characters: 64,
        blocklist: true,
        ..PasswordPolicy::SAG_2024.rules()
    };
    let Ok(policy) = PasswordPolicy::new(rules) else { return ExitCode::FAILURE };
    black_box(sceau_measured(black_box(&policy), black_box(&case)));
    ExitCode::SUCCESS
}

/// The one function whose instructions are counted, with all that it calls.
#[unsafe(no_mangle)]
#[expect(clippy::no_mangle_with_rust_abi, reason = "Callgrind asks for a name, nobody calls it")]
#[inline(never)]
fn sceau_measured(policy: &PasswordPolicy, case: &Case) -> bool {
    let word = case.context.as_str();
    let context = PasswordContext {
        user_name: word,
        email_address: word,
        given_name: word,
        surname: word,
        nam: word,
        nas: word,
        service: word,
    };
    (case.judge)(policy, &case.text, &context)
}

fn case(name: &str, size: usize) -> Option<Case> {
    let of = |pattern: &str| pattern.repeat(size.div_ceil(pattern.len()))[..size].to_owned();
    // A word whose every prefix is in a text of `a`, and which is not.
    let almost = format!("{}b@x", "a".repeat(63));
    let parts = "abcdefgh ".repeat(16);
    let short = "plume verte sur le quai de la gare ".repeat(14);
    let (text, context, judge): (String, String, Judge) = match name {
        "mixed" => (mixed(size), parts, rules),
        "one_letter" => (of("a"), almost, rules),
        "words" => (of("ab c1 "), "ab c2".repeat(12), rules),
        "marks" => (of("ae\u{301}\u{327}\u{307}"), parts, rules),
        "addresses" => (of("a@b.c."), "a@b.d".repeat(12), rules),
        "digits" => (of("1111211"), "111121112".to_owned(), rules),
        "keys" => (of("qwerfdsazxc!@#$1234"), parts, rules),
        "context" => (short, of("abcdefgh "), checked),
        "context_of_one_word" => (short, of("a"), checked),
        "context_of_nothing" => (short, of("-"), checked),
        "capped" => (of("a"), parts, checked),
        "control" => (mixed(size), parts, planted),
        _ => return None,
    };
    Some(Case { text, context, judge })
}

/// The scan itself, which bounds no length.
fn rules(policy: &PasswordPolicy, text: &str, context: &PasswordContext<'_>) -> bool {
    scan(policy, text, context).is_empty()
}

/// The public function, which refuses a long text.
fn checked(policy: &PasswordPolicy, text: &str, context: &PasswordContext<'_>) -> bool {
    policy.check(text.as_bytes(), context).is_ok()
}

/// A rule that looks at the whole text for each of its characters.
fn planted(policy: &PasswordPolicy, text: &str, context: &PasswordContext<'_>) -> bool {
    let often = |one: char| text.chars().filter(|other| *other == one).count() > text.len() / 2;
    text.chars().any(often) || rules(policy, text, context)
}

/// Letters, digits and spaces in no order.
fn mixed(size: usize) -> String {
    let alphabet = "abcdefghijklmnopqrstuvwxyz0123456789 -ABCDEFGHIJKLMNOPQRSTUVWXYZ!";
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let letter = |_| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        let at = usize::try_from(state >> 33).unwrap_or(0) % alphabet.len();
        alphabet.chars().nth(at).unwrap_or(' ')
    };
    (0..size).map(letter).collect()
}
