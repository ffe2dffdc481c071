//! Replays the laws on stable: over the corpus of the fuzz targets, and over inputs made from it by
//! a generator with a fixed seed. Every law is also run on a subject with a planted bug, which it
//! must catch.
#![allow(clippy::indexing_slicing, clippy::unwrap_used, reason = "a test may panic")]

use std::cell::Cell;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use sceau::challenge::{Challenge, ChallengeOutcome, ChallengePolicy};
use sceau::code::LetterCode;
use sceau::device::{Device, DeviceOutcome};
use sceau::identifier::{
    DisplayText, Facts, Identifier, IdentifierError, IdentifierKind, MaskedText, Nam, Nas,
    TypedEdit, Typing, TypingState,
};
use sceau::identity::{self, Claim};
use sceau::name::{MAX_DISTANCE, NamePolicy, compare, distance, fold, matches_icao};
use sceau::otp::{
    Hotp, HotpOutcome, OtpReading, OtpSecret, OtpUri, PreparedHotp, PreparedTotp, RECOVERY_CODES,
    RecoveryCodes, RecoveryOutcome, Totp, TotpDrift, TotpLearned,
};
use sceau::password::PasswordOutcome;
use sceau::state::{StateError, Transition};
use sceau::throttle::{
    Origin, Throttle, ThrottleLimits, ThrottleOutcome, ThrottlePolicy, ThrottleSubject as Subject,
};
use sceau::time::UnixTime;
use sceau_tests::properties::challenge::{Core, Machine};
use sceau_tests::properties::throttle::Core as Honest;
use sceau_tests::properties::{
    ALL, Input, answer, challenge, device, identifier, identifier_typing, identity as identities,
    name, otp, otp_text, password, password_rules, password_stored, recovery, throttle,
};

#[test]
fn every_law_holds_on_the_corpus() {
    for (target, law) in ALL {
        let inputs = corpus(target);
        assert!(!inputs.is_empty() && inputs.len() <= 50, "{target}: {} files", inputs.len());
        for input in &inputs {
            law(input);
        }
        println!("{target}: {} inputs of the corpus", inputs.len());
    }
}

#[test]
fn every_law_has_a_fuzz_target_and_every_target_a_law() {
    let targets = folder("../fuzz/targets");
    let laws: Vec<_> = ALL.iter().map(|(target, _)| format!("{target}.rs")).collect();
    assert_eq!(names(&targets), laws);
    let corpora: Vec<_> = ALL.iter().map(|(target, _)| (*target).to_owned()).collect();
    assert_eq!(names(&folder("../fuzz/corpus")), corpora);
}

/// One test for each law, so that they run side by side.
macro_rules! every_law_holds_on_made_inputs {
    ($($name:ident: $target:literal;)+) => {$(
        #[test]
        fn $name() {
            let (_, law) = ALL.iter().find(|(target, _)| *target == $target).unwrap();
            made($target).take(MADE).for_each(|input| law(&input));
        }
    )+};
}

every_law_holds_on_made_inputs! {
    the_challenge_keeps_its_laws: "challenge";
    the_device_keeps_its_laws: "device";
    identifiers_keep_their_laws: "identifier";
    typing_keeps_its_laws: "identifier_typing";
    identity_keeps_its_laws: "identity";
    names_keep_their_laws: "name";
    secrets_as_text_keep_their_laws: "otp_text";
    one_time_codes_keep_their_laws: "otp_verify";
    answers_keep_their_laws: "password_answer";
    the_rules_for_passwords_keep_their_laws: "password_policy";
    stored_passwords_keep_their_laws: "password_verify";
    stored_passwords_of_other_systems_keep_their_laws: "password_stored";
    recovery_codes_keep_their_laws: "recovery";
    the_throttle_keeps_its_laws: "throttle";
}

#[test]
fn catches_a_challenge_that_accepts_twice() {
    struct Twice;
    impl Machine for Twice {
        fn verify(
            &self,
            row: &Challenge,
            typed: &str,
            now: UnixTime,
        ) -> Result<Transition<ChallengeOutcome, Challenge>, StateError> {
            let verified = Core.verify(row, typed, now)?;
            if verified.outcome != ChallengeOutcome::Accepted {
                return Ok(verified);
            }
            // The generation moves on, as after a malformed code; that it was used is forgotten.
            let forgotten = Core.verify(row, "", now)?;
            Ok(Transition { next: forgotten.next, ..verified })
        }
    }
    let life = |input: &[u8]| challenge::life(input, &Twice);
    assert_catches("challenge", "a code was accepted twice", life);
}

#[test]
fn catches_a_challenge_that_counts_no_attempt() {
    struct Uncounted;
    impl Machine for Uncounted {
        fn verify(
            &self,
            row: &Challenge,
            typed: &str,
            now: UnixTime,
        ) -> Result<Transition<ChallengeOutcome, Challenge>, StateError> {
            let verified = Core.verify(row, typed, now)?;
            let uncounted = Core.verify(row, "", now)?;
            let wrong = matches!(verified.outcome, ChallengeOutcome::Wrong { .. });
            Ok(if wrong { Transition { next: uncounted.next, ..verified } } else { verified })
        }
    }
    let life = |input: &[u8]| challenge::life(input, &Uncounted);
    assert_catches("challenge", "more attempts than the code has", life);
}

#[test]
fn catches_a_challenge_that_never_expires() {
    struct Timeless;
    impl Machine for Timeless {
        fn verify(
            &self,
            row: &Challenge,
            typed: &str,
            now: UnixTime,
        ) -> Result<Transition<ChallengeOutcome, Challenge>, StateError> {
            let verified = Core.verify(row, typed, now)?;
            let earlier = Core.verify(row, typed, UnixTime::MIN)?;
            Ok(Transition { outcome: earlier.outcome, ..verified })
        }
    }
    let life = |input: &[u8]| challenge::life(input, &Timeless);
    assert_catches("challenge", "after it expired", life);
}

#[test]
fn catches_a_challenge_that_trusts_any_state() {
    struct Trusting;
    impl Machine for Trusting {
        fn verify(
            &self,
            row: &Challenge,
            typed: &str,
            now: UnixTime,
        ) -> Result<Transition<ChallengeOutcome, Challenge>, StateError> {
            Core.verify(row, typed, now).or_else(|_| {
                let issued = Core.issue(None, &[0; 16], now, &ChallengePolicy::default())?;
                Core.verify(&issued.next, typed, now)
            })
        }
    }
    let life = |input: &[u8]| challenge::life(input, &Trusting);
    assert_catches("challenge", "was changed, and it was used", life);
}

#[test]
fn catches_a_challenge_that_counts_a_slip() {
    /// Reads twelve letters whose check character does not fit as if it did.
    struct Unchecked;
    impl Machine for Unchecked {
        fn verify(
            &self,
            row: &Challenge,
            typed: &str,
            now: UnixTime,
        ) -> Result<Transition<ChallengeOutcome, Challenge>, StateError> {
            let verified = Core.verify(row, typed, now)?;
            if verified.outcome != ChallengeOutcome::Malformed || typed.len() != 13 {
                return Ok(verified);
            }
            let letters: String = typed.chars().take(12).collect();
            let all = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".chars();
            let checked = all.map(|check| Core.verify(row, &format!("{letters}{check}"), now));
            let read = checked.flatten().find(|one| one.outcome != ChallengeOutcome::Malformed);
            Ok(read.unwrap_or(verified))
        }
    }
    let life = |input: &[u8]| challenge::life(input, &Unchecked);
    assert_catches("challenge", "a slip was counted", life);
}

#[test]
fn catches_a_device_that_noise_locks_out() {
    assert_catches("device", "noise changed the row", |input| {
        device::life(input, |row, token, now| {
            let verified = device::verify(row, token, now)?;
            let noise = matches!(verified.outcome, DeviceOutcome::Unknown);
            let mut bytes = *row.as_bytes();
            // The generation, as if the attempt were counted.
            bytes[23] ^= u8::from(noise);
            let next = if noise { Device::from_bytes(&bytes)? } else { verified.next };
            Ok(Transition { next, ..verified })
        });
    });
}

#[test]
fn catches_a_device_that_forgets_a_theft() {
    assert_catches("device", "a transition is one generation", |input| {
        device::life(input, |row, token, now| {
            let verified = device::verify(row, token, now)?;
            let stolen = matches!(verified.outcome, DeviceOutcome::Stolen);
            Ok(if stolen { Transition { next: *row, ..verified } } else { verified })
        });
    });
}

#[test]
fn catches_a_device_that_accepts_a_copy() {
    assert_catches("device", "a copy was accepted", |input| {
        device::life(input, |row, token, now| {
            // As if the grace never ended: the token is asked for at the time of its change.
            let verified = device::verify(row, token, now)?;
            let earlier = device::verify(row, token, UnixTime::MIN)?;
            let copy = matches!(verified.outcome, DeviceOutcome::Stolen);
            Ok(if copy { Transition { outcome: earlier.outcome, ..verified } } else { verified })
        });
    });
}

#[test]
fn catches_a_device_without_grace() {
    assert_catches("device", "the device itself was locked out", |input| {
        device::life(input, |row, token, now| {
            let verified = device::verify(row, token, now)?;
            let late = matches!(verified.outcome, DeviceOutcome::Accepted { rotated: false, .. });
            let outcome = if late { DeviceOutcome::Stolen } else { verified.outcome };
            Ok(Transition { outcome, ..verified })
        });
    });
}

#[test]
fn catches_a_device_that_trusts_any_state() {
    assert_catches("device", "was changed, and it was used", |input| {
        let last = Cell::new(None::<Device>);
        device::life(input, |row, token, now| {
            let verified = device::verify(row, token, now);
            let trusted = match (&verified, last.get()) {
                (Err(StateError::Unauthentic), Some(last)) => device::verify(&last, token, now),
                _ => verified,
            };
            trusted.inspect(|verified| last.set(Some(verified.next)))
        });
    });
}

#[test]
fn catches_recovery_codes_that_are_accepted_twice() {
    struct Twice;
    impl recovery::Machine for Twice {
        fn verify(
            &self,
            row: &RecoveryCodes,
            user: &[u8],
            typed: &str,
        ) -> Result<Transition<RecoveryOutcome, RecoveryCodes>, StateError> {
            let verified = recovery::Core.verify(row, user, typed)?;
            // The generation moves on, as after a malformed code; that it was used is forgotten.
            let forgotten = recovery::Core.verify(row, user, "")?;
            let right = matches!(verified.outcome, RecoveryOutcome::Accepted { .. });
            Ok(if right { Transition { next: forgotten.next, ..verified } } else { verified })
        }
    }
    let life = |input: &[u8]| recovery::life(input, &Twice);
    assert_catches("recovery", "what is left", life);
}

#[test]
fn catches_recovery_codes_that_live_on_when_new_ones_are_made() {
    struct Kept(Cell<Option<RecoveryCodes>>);
    impl recovery::Machine for Kept {
        fn generate(
            &self,
            previous: Option<&RecoveryCodes>,
            user: &[u8],
            entropy: &[u8; 16],
        ) -> Result<Transition<[LetterCode; RECOVERY_CODES], RecoveryCodes>, StateError> {
            self.0.set(previous.copied().or(self.0.get()));
            recovery::Core.generate(previous, user, entropy)
        }

        fn verify(
            &self,
            row: &RecoveryCodes,
            user: &[u8],
            typed: &str,
        ) -> Result<Transition<RecoveryOutcome, RecoveryCodes>, StateError> {
            let verified = recovery::Core.verify(row, user, typed)?;
            let Some(old) = self.0.get() else { return Ok(verified) };
            let old = recovery::Core.verify(&old, user, typed)?;
            let right = matches!(old.outcome, RecoveryOutcome::Accepted { .. });
            Ok(if right { Transition { outcome: old.outcome, ..verified } } else { verified })
        }
    }
    let life = |input: &[u8]| recovery::life(input, &Kept(Cell::new(None)));
    assert_catches("recovery", "a code of another list was accepted", life);
}

#[test]
fn catches_recovery_codes_of_any_state() {
    struct Trusting;
    impl recovery::Machine for Trusting {
        fn verify(
            &self,
            row: &RecoveryCodes,
            user: &[u8],
            typed: &str,
        ) -> Result<Transition<RecoveryOutcome, RecoveryCodes>, StateError> {
            recovery::Core.verify(row, user, typed).or_else(|_| {
                let made = recovery::Core.generate(None, user, &[0; 16])?;
                recovery::Core.verify(&made.next, user, typed)
            })
        }
    }
    let life = |input: &[u8]| recovery::life(input, &Trusting);
    assert_catches("recovery", "was changed, and it was used", life);
}

#[test]
fn catches_a_challenge_whose_lift_leaves_the_code() {
    struct Left;
    impl Machine for Left {
        fn lift(&self, row: &Challenge, now: UnixTime) -> Result<Challenge, StateError> {
            // The generation and the clock move on, as after a malformed code.
            Core.verify(row, "", now).map(|verified| verified.next)
        }
    }
    assert_catches("challenge", "the lifted code lives", |input| challenge::life(input, &Left));
}

/// Throttles with one bug each, in one of the machine's functions.
macro_rules! throttles {
    ($($name:ident: $complaint:literal, $function:ident($($argument:ident: $type:ty),+)
        -> $returned:ty $bug:block;)+) => {$(
        #[test]
        fn $name() {
            struct Wrong;
            impl throttle::Machine for Wrong {
                fn $function(&self, $($argument: $type),+) -> $returned $bug
            }
            let life = |input: &[u8]| throttle::life(input, &Wrong);
            assert_catches("throttle", $complaint, life);
        }
    )+};
}

type Begun = Result<Transition<ThrottleOutcome, Throttle>, StateError>;

throttles! {
    catches_a_throttle_that_forgets: "allowed before the time has come",
        begin(previous: Option<&Throttle>, subject: Subject<'_>, now: UnixTime,
            policy: &ThrottlePolicy) -> Begun {
            // What the first attempt of all writes, but for the generation.
            let forgotten = Honest.begin(None, subject, now, policy)?;
            let begun = Honest.begin(previous, subject, now, policy)?;
            Ok(Transition { outcome: forgotten.outcome, ..begun })
        };
    catches_a_throttle_that_suspends_an_address: "an account is suspended, an address delayed",
        begin(previous: Option<&Throttle>, subject: Subject<'_>, now: UnixTime,
            policy: &ThrottlePolicy) -> Begun {
            let begun = Honest.begin(previous, subject, now, policy)?;
            let outcome = match begun.outcome {
                ThrottleOutcome::Delayed { until } => ThrottleOutcome::Suspended { until },
                outcome => outcome,
            };
            Ok(Transition { outcome, ..begun })
        };
    catches_a_throttle_that_takes_any_policy: "the policy of the other kind",
        begin(previous: Option<&Throttle>, subject: Subject<'_>, now: UnixTime,
            policy: &ThrottlePolicy) -> Begun {
            Honest.begin(previous, subject, now, policy).or_else(|reason| {
                let origins = ThrottlePolicy::new(ThrottleLimits::origins()).map_err(|_| reason)?;
                let policy = match subject {
                    Subject::Account(_) => ThrottlePolicy::default(),
                    Subject::Origin(_) => origins,
                };
                Honest.begin(previous, subject, now, &policy)
            })
        };
    catches_a_throttle_that_serves_anybody: "the row of another",
        succeed(row: &Throttle, subject: Subject<'_>, now: UnixTime)
            -> Result<Throttle, StateError> {
            let own = || Honest.succeed(row, b"eseraphin".into(), now);
            Honest.succeed(row, subject, now).or_else(|_| own())
        };
    catches_a_throttle_that_a_success_clears: "allowed before the time has come",
        succeed(row: &Throttle, subject: Subject<'_>, now: UnixTime)
            -> Result<Throttle, StateError> {
            Honest.lift(row, subject, now)
        };
    catches_a_throttle_that_is_not_lifted: "the lifted row waits",
        lift(row: &Throttle, subject: Subject<'_>, now: UnixTime)
            -> Result<Throttle, StateError> {
            let origins = ThrottlePolicy::new(ThrottleLimits::origins()).unwrap();
            let policy = match subject {
                Subject::Account(_) => ThrottlePolicy::default(),
                Subject::Origin(_) => origins,
            };
            let waits = Honest.begin(Some(row), subject, now, &policy)?;
            let allowed = waits.outcome == ThrottleOutcome::Allowed;
            if allowed { Honest.lift(row, subject, now) } else { Ok(waits.next) }
        };
    catches_a_throttle_that_is_lifted_by_the_clock_of_the_row: "is ahead of the clock",
        lift(row: &Throttle, subject: Subject<'_>, now: UnixTime)
            -> Result<Throttle, StateError> {
            let succeeded = Honest.succeed(row, subject, now)?;
            let is_account = matches!(subject, Subject::Account(_));
            if is_account { Ok(succeeded) } else { Honest.lift(row, subject, now) }
        };
    catches_an_address_that_is_read_whole: "its own row is refused",
        origin(address: &str) -> Option<Origin> {
            let last = u8::try_from(address.len()).ok()?;
            Origin::parse(address)?;
            Origin::parse(&format!("203.0.113.{last}"))
        };
}

#[test]
fn catches_a_counter_that_stands_still() {
    assert_catches("otp_verify", "is not behind a counter that was tried", |input| {
        otp::counters_go_forward(input, |hotp, secret, typed, counter| {
            Ok(match Hotp::verify(hotp, secret, typed, counter)? {
                HotpOutcome::Accepted { .. } => HotpOutcome::Accepted { next: counter },
                other => other,
            })
        });
    });
}

#[test]
fn catches_a_totp_that_forgets_the_last_step() {
    assert_catches("otp_verify", "a step was accepted", |input| {
        otp::steps_go_forward(input, |totp, secret, typed, now, _last| {
            Totp::verify(totp, secret, typed, now, None)
        });
    });
}

#[test]
fn catches_a_resynchronization_that_looks_at_the_second_code_only() {
    assert_catches("otp_verify", "code", |input| {
        otp::two_codes_find_the_token(input, |token, _first, second, counter| {
            // As a second look-ahead would: whatever came first.
            let shown = token.code(counter).compact();
            PreparedHotp::resynchronize(token, shown.as_str(), second, counter)
        });
    });
}

#[test]
fn catches_a_drift_without_bound() {
    assert_catches("otp_verify", "beyond the bound", |input| {
        otp::drift_stays_within_its_bound(input, |app, typed, now, last, drift| {
            let learned = PreparedTotp::verify_drifting(app, typed, now, last, drift);
            TotpLearned { drift: TotpDrift::new(drift.steps().saturating_mul(2)), ..learned }
        });
    });
}

#[test]
fn catches_a_zero_that_is_taken_for_a_letter() {
    assert_catches("otp_text", "a digit was taken for a letter", |input| {
        otp_text::base32_has_one_text(input.get(1..).unwrap_or_default(), |text, reading| {
            OtpSecret::from_base32_unchecked_policy(&text.replace('0', "O"), reading)
        });
    });
}

#[test]
fn catches_a_strict_reading_that_is_lenient() {
    assert_catches("otp_text", "strict has a second text", |input| {
        otp_text::a_uri_has_one_text(input.get(1..).unwrap_or_default(), |text, _strict| {
            OtpUri::parse_unchecked_policy(text, OtpReading::Lenient)
        });
    });
}

#[test]
fn catches_a_plus_that_is_taken_for_a_space() {
    assert_catches("otp_text", "another name", |input| {
        otp_text::a_uri_has_one_text(input.get(1..).unwrap_or_default(), |text, reading| {
            let spaced = if reading == OtpReading::Lenient {
                text.to_owned()
            } else {
                text.replace("%2B", "%20")
            };
            OtpUri::parse_unchecked_policy(&spaced, reading)
        });
    });
}

#[test]
fn catches_a_stored_key_that_is_compared_in_part() {
    assert_catches("password_verify", "it still matches", |input| {
        password::only_its_hash_matches(input, |password, stored| {
            let mut last_replaced = stored.to_vec();
            for character in *b"AEIMQUYcgkosw048" {
                *last_replaced.last_mut().unwrap() = character;
                let outcome = password::verify_cheaply(password, &last_replaced);
                if matches!(outcome, Ok(PasswordOutcome::Match)) {
                    return outcome;
                }
            }
            password::verify_cheaply(password, stored)
        });
    });
}

#[test]
fn catches_an_answer_that_is_not_folded() {
    let unfolded = |first: &str, second: &str| {
        let typed = |text: &str| -> String { text.chars().filter(|c| *c != ' ').collect() };
        let _core = answer::core(first, second)?;
        let same = typed(first) == typed(second);
        Ok(if same { PasswordOutcome::Match } else { PasswordOutcome::Mismatch })
    };
    assert_catches("password_answer", "plain answers do not agree", |input| {
        answer::plain_answers_agree(input, unfolded);
    });
    assert_catches("password_answer", "written otherwise", |input| {
        answer::written_otherwise_it_is_the_answer(input, unfolded);
    });
}

#[test]
fn catches_an_answer_of_letters_alone() {
    let letters = |first: &str, second: &str| {
        let letters =
            |text: &str| -> String { text.chars().filter(|c| !c.is_ascii_digit()).collect() };
        answer::core(&letters(first), &letters(second))
    };
    assert_catches("password_answer", "plain answers do not agree", |input| {
        answer::plain_answers_agree(input, letters);
    });
}

#[test]
fn catches_a_password_that_is_cut_off() {
    assert_catches("password_verify", "another password matches", |input| {
        password::only_its_hash_matches(input, |password, stored| {
            let whole = password::verify_cheaply(password, stored)?;
            let cut = password.split_last().map(|(_, cut)| password::verify_cheaply(cut, stored));
            let matching = cut.and_then(Result::ok).filter(|cut| *cut != PasswordOutcome::Mismatch);
            Ok(matching.unwrap_or(whole))
        });
    });
}

#[test]
fn catches_a_reader_that_takes_any_password() {
    assert_catches("password_stored", "another password matches", |input| {
        password_stored::a_foreign_hash_matches_its_password(input, |password, stored, peppers| {
            let cut = password.strip_suffix(b"x").unwrap_or(password);
            password_stored::begin(cut, stored, peppers)
        });
    });
}

#[test]
fn catches_a_pepper_of_which_the_key_does_not_matter() {
    assert_catches("password_stored", "another key serves", |input| {
        password_stored::a_pepper_is_needed(input, |password, hash, peppers| {
            let outcome = password_stored::verify_peppered(password, hash, peppers)?;
            let wrong = outcome == PasswordOutcome::Mismatch;
            Ok(if wrong { PasswordOutcome::Match } else { outcome })
        });
    });
}

#[test]
fn catches_work_that_is_lost_between_steps() {
    assert_catches("password_stored", "work was lost", |input| {
        password_stored::every_slicing_is_one(b"", input, |verifier, iterations| {
            verifier.step(iterations / 2 + 1);
        });
    });
}

#[test]
fn catches_a_verdict_that_changes() {
    let asked = Cell::new(0);
    assert_catches("password_verify", "decided otherwise the second time", |input| {
        password::decides(input, b"", |_, _| {
            asked.set(asked.get() + 1);
            let even = asked.get() % 2 == 0;
            Ok(if even { PasswordOutcome::Match } else { PasswordOutcome::Mismatch })
        });
    });
}

#[test]
fn catches_rules_that_stop_at_the_first() {
    assert_catches("password_policy", "other rules are broken", |input| {
        password_rules::rules_agree(input, |password, context, policy| {
            Ok(policy.check(password, context)?.iter().take(1).collect())
        });
    });
}

#[test]
fn catches_a_display_form_that_loses_a_digit() {
    #[derive(PartialEq)]
    struct Short(Nas);
    impl Identifier for Short {
        const KIND: &'static str = "short";
        const FACTS: Facts = Nas::FACTS;

        fn parse(text: &str) -> Result<Self, IdentifierError> {
            Nas::parse(text).map(Self)
        }

        fn compact(&self) -> &str {
            self.0.compact()
        }

        fn display(&self) -> DisplayText {
            let mut display = self.0.display();
            display.pop();
            display
        }

        fn masked(&self) -> MaskedText {
            self.0.masked()
        }
    }
    assert_catches("identifier", "the display form is read as another", |input| {
        identifier::forms::<Short>(&String::from_utf8_lossy(input.get(1..).unwrap_or_default()));
    });
}

#[test]
fn catches_a_check_digit_that_sums_no_digits() {
    assert_catches("identifier", "passes", |input| {
        identifier::one_check_digit(input, |text| {
            let products =
                text.bytes().zip([1, 2].into_iter().cycle()).map(|(d, times)| (d - b'0') * times);
            products.map(u32::from).sum::<u32>().is_multiple_of(10)
        });
    });
}

#[test]
fn catches_a_nam_that_is_not_checked() {
    assert_catches("identifier", "one check digit", |input| {
        identifier::nam_has_one_check_digit(input, |text, _born| Nam::parse(text).is_ok());
    });
}

/// Typists with one bug each.
macro_rules! typists {
    ($($name:ident: $complaint:literal, |$typing:ident, $text:ident| $bug:expr;)+) => {$(
        #[test]
        fn $name() {
            struct Wrong;
            impl identifier_typing::Typist for Wrong {
                fn typing(
                    &self,
                    kind: IdentifierKind,
                    $text: &str,
                    caret: usize,
                    edit: TypedEdit,
                ) -> Typing {
                    let mut $typing = kind.typing($text, caret, edit);
                    $bug;
                    $typing
                }
            }
            assert_catches("identifier_typing", $complaint, |input| {
                identifier_typing::laws(input, &Wrong);
            });
        }
    )+};
}

typists! {
    catches_a_typist_that_is_content_too_early: "complete is what parses", |typing, text|
        if text.len() == 5 { typing.state = TypingState::Complete };
    catches_a_typist_that_gives_up_too_early: "a dead end on the way", |typing, text|
        if text.len() == 5 && typing.state == TypingState::Partial {
            typing.text = None;
            typing.state = TypingState::Impossible { error: IdentifierError::TooLong { at: 5 } };
        };
    catches_a_typist_that_hopes_for_month_13: "a beginning of nothing", |typing, text|
        if matches!(typing.state, TypingState::Impossible { error: IdentifierError::Date { .. } }) {
            typing.state = TypingState::Partial;
        };
    catches_a_typist_that_moves_the_caret_on: "the caret does not settle", |typing, text|
        if typing.caret < text.len().min(3) { typing.caret += 1 };
}

#[test]
fn catches_a_key_of_a_key_that_is_another() {
    assert_catches("name", "folding twice", |input| {
        let (name, _) = two_texts(input);
        name::folding_is_idempotent(&name, |name| name::fold_to_key(name).map(|key| key + "S"));
    });
}

#[test]
fn catches_a_normal_form_that_is_not() {
    assert_catches("name", "normalizing twice", |input| {
        let (text, _) = two_texts(input);
        name::normalizing_is_idempotent(&text, |text| Some(text.replacen('e', "", 1)));
    });
}

#[test]
fn catches_a_comparison_that_lowers_one_side() {
    assert_catches("name", "a name differs from itself", |input| {
        let (name, _) = two_texts(input);
        name::comparing_is_reflexive(&name, |a, b| compare(a, &b.to_lowercase()));
    });
}

#[test]
fn catches_a_comparison_that_looks_at_one_side() {
    assert_catches("name", "in one order only", |input| {
        let (first, second) = two_texts(input);
        name::comparing_is_symmetric(&first, &second, |first, _| compare(first, first));
    });
    assert_catches("name", "two keys, and only the writing differs", |input| {
        let (first, second) = two_texts(input);
        name::keys_agree_unless_letters_differ(&first, &second, |first, _| compare(first, first));
    });
    assert_catches("name", "one key, and more than the writing differs", |input| {
        let (first, second) = two_texts(input);
        name::keys_agree_unless_letters_differ(&first, &second, |first, second| {
            compare(first, &format!("{second}x"))
        });
    });
}

#[test]
fn catches_a_short_way_with_names_that_says_another_thing() {
    assert_catches("name", "another key behind what nobody sees", |input| {
        let (first, second) = two_texts(input);
        name::invisible_characters_change_nothing(&first, &second, |a, b| {
            // The short way forgets that a ligature is two letters.
            let forgetful =
                if a.starts_with('\u{2060}') { fold(a) } else { fold(&a.replace('œ', "o")) };
            (forgetful, compare(a, b))
        });
    });
    assert_catches("name", "other differences behind what nobody sees", |input| {
        let (first, second) = two_texts(input);
        name::invisible_characters_change_nothing(&first, &second, |a, b| {
            let lower = if a.starts_with('\u{2060}') { b.to_owned() } else { b.to_lowercase() };
            (fold(a), compare(a, &lower))
        });
    });
}

#[test]
fn catches_a_short_way_with_numbers_that_says_another_thing() {
    assert_catches("identifier", "read as another behind what nobody sees", |input| {
        let text = String::from_utf8_lossy(input);
        identifier::forms_of(&text, |text| {
            // The short way takes only capitals.
            if text.bytes().any(|byte| byte.is_ascii_lowercase()) && text.is_ascii() {
                return Err(IdentifierError::Character { at: 0 });
            }
            let code = Nam::parse(text)?;
            Ok([code.compact(), &code.display(), &code.masked()].map(str::to_owned))
        });
    });
}

#[test]
fn catches_an_icao_key_that_ends_with_a_filler() {
    assert_catches("name", "a filler at an end, or two", |input| {
        let (name, _) = two_texts(input);
        name::icao_key_is_a_zone(&name, |name| name::fold_to_icao_key(name).map(|key| key + "<"));
    });
    assert_catches("name", "a name that does not match its key", |input| {
        let (name, _) = two_texts(input);
        name::icao_key_is_a_zone(&name, |name| {
            name::fold_to_icao_key(name).map(|key| key.replace('E', "A"))
        });
    });
}

#[test]
fn catches_a_distance_that_counts_less() {
    assert_catches("name", "another distance", |input| {
        let (first, second) = two_texts(input);
        name::distance_is_counted(&first, &second, |first, second| {
            distance(first, second).map(|slips| slips.map(|slips| slips.min(1)))
        });
    });
    assert_catches("name", "another distance", |input| {
        let (first, second) = two_texts(input);
        name::distance_is_counted(&first, &second, |first, second| {
            distance(first, second).map(|slips| slips.or(Some(MAX_DISTANCE)))
        });
    });
}

#[test]
fn catches_a_zone_that_matches_any_name() {
    assert_catches("name", "another beginning", |input| {
        let (first, second) = two_texts(input);
        name::matching_begins_alike(&first, &second, |zone, name| {
            matches_icao(zone, name).map(|_| true)
        });
    });
}

#[test]
fn catches_an_identity_that_tolerates_for_sag() {
    assert_catches("identity", "SAG tolerates no difference", |input| {
        identities::report_is_whole(input, |claim| {
            identity::check(&Claim { policy: NamePolicy::TOLERANT, ..claim.clone() })
        });
    });
}

/// Demands that the law fails, as `says`, on some input of the corpus, or made from it.
fn assert_catches(target: &str, says: &str, law: impl Fn(&[u8])) {
    for (tries, input) in corpus(target).into_iter().chain(made(target).take(MADE)).enumerate() {
        let Err(panic) = catch_unwind(AssertUnwindSafe(|| law(&input))) else { continue };
        let told = panic.downcast_ref::<String>().map(String::as_str);
        let told = told.or(panic.downcast_ref::<&str>().copied()).unwrap_or_default();
        if told.contains(says) {
            return println!("{target}: the planted bug is caught at try {}", tries + 1);
        }
    }
    panic!("the planted bug is not caught");
}

fn two_texts(bytes: &[u8]) -> (String, String) {
    let mut input = Input::new(bytes);
    (input.text().into_owned(), input.text().into_owned())
}

/// Makes inputs without end: noise, and inputs of the corpus with some bytes changed.
fn made(target: &str) -> impl Iterator<Item = Vec<u8>> {
    let seeds = corpus(target);
    let mut noise = Noise(0x5cea_0000_0001);
    std::iter::repeat_with(move || {
        if noise.below(4) == 0 {
            let length = noise.below(300);
            return (0..length).map(|_| noise.byte()).collect();
        }
        let mut input = seeds[noise.below(seeds.len())].clone();
        for _ in 0..=noise.below(4) {
            noise.change(&mut input);
        }
        input
    })
}

/// A generator whose numbers are the same everywhere (xorshift64*).
struct Noise(u64);

impl Noise {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    fn byte(&mut self) -> u8 {
        self.next().to_be_bytes()[0]
    }

    fn below(&mut self, bound: usize) -> usize {
        usize::from(u16::from_be_bytes([self.byte(), self.byte()])) % bound
    }

    /// Replaces, inserts, removes or doubles something.
    fn change(&mut self, input: &mut Vec<u8>) {
        if input.is_empty() {
            return input.push(self.byte());
        }
        let at = self.below(input.len());
        match self.below(5) {
            0 => input[at] = self.byte(),
            1 => input[at] = input[at].wrapping_add(1),
            2 => input.insert(at, self.byte()),
            3 => _ = input.remove(at),
            _ => {
                let piece = PIECES[self.below(PIECES.len())];
                input.splice(at..at, piece.bytes());
            }
        }
    }
}

/// Bytes of one input of the corpus each, in the order of the files' names.
fn corpus(target: &str) -> Vec<Vec<u8>> {
    let files = folder(&format!("../fuzz/corpus/{target}"));
    files.iter().map(|file| fs::read(file).unwrap()).collect()
}

fn folder(path: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let mut entries: Vec<_> =
        fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    entries
}

fn names(paths: &[PathBuf]) -> Vec<String> {
    paths.iter().map(|path| path.file_name().unwrap().to_str().unwrap().to_owned()).collect()
}

/// What goes wrong more often than chance would try.
const PIECES: [&str; 12] =
    [" ", "-", "é", "e\u{301}", "\u{a0}", "\u{200b}", "Ａ", "А", "$", "œ", "\u{301}", "٣"];
/// How many inputs are made for each law.
const MADE: usize = 20_000;
