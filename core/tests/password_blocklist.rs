//! The blocklist: nothing of the lists is missed, and almost nothing else is found.
#![cfg(feature = "blocklist")]

use std::process::Command;

use sceau::password::{PasswordContext, PasswordPolicy, PasswordReason, PasswordRules};

/// Every password that `core/tables/blocklist.py` put in the table, folded.
fn listed() -> Vec<String> {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tables/blocklist.py");
    let printed = Command::new("python3").args([script, "--list"]).output().expect("python3");
    assert!(printed.status.success());
    let text = String::from_utf8(printed.stdout).expect("ASCII");
    text.lines().map(str::to_owned).collect()
}

fn is_common(password: &str) -> bool {
    let rules = PasswordRules { min_characters: 8, ..PasswordPolicy::CCCS.rules() };
    let policy = PasswordPolicy::new(rules).expect("in range");
    let reasons = policy.check(password.as_bytes(), &PasswordContext::default()).expect("text");
    reasons.contains(PasswordReason::Common)
}

#[test]
fn finds_every_password_of_the_lists_in_any_case() {
    let listed = listed();
    assert!(listed.len() > 19_000, "{} passwords", listed.len());
    for password in &listed {
        assert!(is_common(password), "{password} is missed");
        assert!(is_common(&password.to_ascii_lowercase()), "{password} in small letters is missed");
    }
    // Written down, and not read from the lists: a list that lost its contents is noticed.
    for password in
        ["motdepasse", "Québec2024!", "jemesouviens1", "1QAZ2wsx", "correcthorsebatterystaple"]
    {
        assert!(is_common(password), "{password}");
    }
}

#[test]
fn compares_the_whole_password() {
    for password in ["motdepasse ", " motdepasse", "motdepassé-e", "lesmotdepasses", "otdepasse"] {
        assert!(!is_common(password), "{password}");
    }
    assert!(is_common("motdepasse\u{301}"), "an accent behind its letter");
}

#[test]
fn finds_hardly_anything_else() {
    // 2,000,000 strings of 10 letters in a fixed order; 65,536 of them give about one.
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut found = 0;
    let tries = 2_000_000;
    for _ in 0..tries {
        let mut password = String::new();
        for _ in 0..10 {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            password.push(char::from(b'a' + u8::try_from(state % 26).expect("below 26")));
        }
        found += u32::from(is_common(&password));
    }
    println!("{found} of {tries} random passwords are taken for common ones");
    assert!((10..=60).contains(&found), "{found} false positives, where 31 are expected");
}
