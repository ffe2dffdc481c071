//! Laws of HOTP and TOTP.

use sceau::code::Digits;
use sceau::otp::{
    Hotp, HotpOutcome, OtpAlgorithm, OtpError, OtpSecret, PreparedHotp, PreparedTotp, TimeStep,
    Totp, TotpDrift, TotpLearned, TotpOutcome, TotpWindow,
};
use sceau::time::{Seconds, UnixTime};

use super::Input;

/// Chosen by the first byte: by counter or by time, by two counters, by a clock that drifts.
pub fn law(bytes: &[u8]) {
    let mut input = Input::new(bytes);
    match input.below(4) {
        0 => counters_go_forward(input.rest(), Hotp::verify),
        1 => steps_go_forward(input.rest(), Totp::verify),
        2 => two_codes_find_the_token(input.rest(), PreparedHotp::resynchronize),
        _ => drift_stays_within_its_bound(input.rest(), PreparedTotp::verify_drifting),
    }
}

/// What verifies a code by counter.
pub trait VerifyHotp: Fn(&Hotp, &OtpSecret, &str, u64) -> Result<HotpOutcome, OtpError> {}

impl<V: Fn(&Hotp, &OtpSecret, &str, u64) -> Result<HotpOutcome, OtpError>> VerifyHotp for V {}

/// A code in the look-ahead is accepted, with a counter behind the stored one; any other text is
/// decided; and the counter to store refuses the code that it came from.
pub fn counters_go_forward(bytes: &[u8], verify: impl VerifyHotp) {
    let mut input = Input::new(bytes);
    let look_ahead = input.below(9);
    let Some((algorithm, digits, secret)) = parameters(&mut input) else { return };
    let Ok(hotp) = Hotp::new(algorithm, digits, look_ahead) else { return };
    let (counter, ahead) = (input.number(), u64::from(input.below(9).min(look_ahead)));

    let within = |outcome| {
        let Ok(HotpOutcome::Accepted { next }) = outcome else { return };
        let last = counter.saturating_add(u64::from(look_ahead) + 1);
        assert!(next > counter && next <= last, "{next} is not behind a counter that was tried");
    };
    let right = counter.saturating_add(ahead);
    let outcome = verify(&hotp, &secret, hotp.code(&secret, right).compact().as_str(), counter);
    match outcome {
        Ok(HotpOutcome::Accepted { next }) => {
            // An earlier counter may yield the same code; a later one may not be claimed for it.
            assert!(next <= right + 1, "the counter ran ahead of the code");
            let again =
                verify(&hotp, &secret, hotp.code(&secret, next - 1).display().as_str(), next);
            assert!(again != Ok(HotpOutcome::Accepted { next }), "a counter was accepted twice");
        }
        Err(OtpError::CounterExhausted) => assert_eq!(counter, u64::MAX),
        outcome => assert!(right == u64::MAX, "a right code, and {outcome:?}"),
    }
    within(outcome);
    within(verify(&hotp, &secret, &input.text(), counter));
}

/// What verifies a code by time.
pub trait VerifyTotp:
    Fn(&Totp, &OtpSecret, &str, UnixTime, Option<TimeStep>) -> TotpOutcome
{
}

impl<V: Fn(&Totp, &OtpSecret, &str, UnixTime, Option<TimeStep>) -> TotpOutcome> VerifyTotp for V {}

/// A code of the window is accepted or was, only ever for a step of the window behind the last one
/// accepted; and a step is accepted once.
pub fn steps_go_forward(bytes: &[u8], verify: impl VerifyTotp) {
    let mut input = Input::new(bytes);
    let (past, future) = (input.below(11), input.below(11));
    let Some((algorithm, digits, secret)) = parameters(&mut input) else { return };
    let period = Seconds::new(15 + u64::from(input.below(106)));
    let Ok(window) = TotpWindow::new(past, future) else { return };
    let Ok(totp) = Totp::new(algorithm, digits, period, window) else { return };

    let now = UnixTime::new(input.number());
    let current = totp.step(now).get();
    let (first, highest) =
        (current.saturating_sub(past.into()), current.saturating_add(future.into()));
    let last = match input.below(3) {
        0 => None,
        1 => Some(TimeStep::new(current.saturating_sub(u64::from(input.below(4))))),
        _ => Some(TimeStep::new(input.number())),
    };
    let checked = |outcome| {
        if let TotpOutcome::Accepted { step } = outcome {
            assert!((first..=highest).contains(&step.get()), "a step outside the window");
            assert!(last.is_none_or(|last| step > last), "a step was accepted before");
        }
        outcome
    };
    let code = totp.code(&secret, now);
    match checked(verify(&totp, &secret, code.display().as_str(), now, last)) {
        TotpOutcome::Accepted { step } => {
            let again = verify(&totp, &secret, code.compact().as_str(), now, Some(step));
            assert_eq!(again, TotpOutcome::Replayed, "a step was accepted twice");
        }
        TotpOutcome::Replayed => assert!(last.is_some(), "replayed, and nothing was accepted"),
        outcome => panic!("a right code, and {outcome:?}"),
    }
    let _decided = checked(verify(&totp, &secret, &input.text(), now, last));
    let remaining = totp.remaining(now).get();
    assert!((1..=period.get()).contains(&remaining), "{remaining} s of {}", period.get());
}

/// What finds a token by two codes.
pub trait Resynchronize:
    Fn(&PreparedHotp, &str, &str, u64) -> Result<HotpOutcome, OtpError>
{
}

impl<R: Fn(&PreparedHotp, &str, &str, u64) -> Result<HotpOutcome, OtpError>> Resynchronize for R {}

/// Two codes that follow one another within reach are accepted, with a counter behind both; one
/// that is not right is not.
pub fn two_codes_find_the_token(bytes: &[u8], resynchronize: impl Resynchronize) {
    let mut input = Input::new(bytes);
    let reach = u16::from(input.below(20));
    let Some((algorithm, digits, secret)) = parameters(&mut input) else { return };
    let hotp = Hotp::new(algorithm, digits, 0).and_then(|hotp| hotp.with_resync(reach));
    let Ok(prepared) = hotp.map(|hotp| hotp.prepare(&secret)) else { return };
    let counter = input.number();
    let right = counter.saturating_add(u64::from(input.below(20)) % (u64::from(reach) + 1));

    let code = |counter: u64| prepared.code(counter).compact();
    let (first, second) = (code(right), code(right.saturating_add(1)));
    match resynchronize(&prepared, first.as_str(), second.as_str(), counter) {
        Ok(HotpOutcome::Accepted { next }) => {
            assert!(next > counter.saturating_add(1), "the counter did not pass both codes");
            assert!(next <= right + 2, "the counter ran ahead of the codes");
            assert_eq!(code(next - 2).as_str(), first.as_str(), "another first code");
            assert_eq!(code(next - 1).as_str(), second.as_str(), "another second code");
        }
        Err(OtpError::CounterExhausted) => assert!(counter >= u64::MAX - 1),
        outcome => assert!(right >= u64::MAX - 1, "right codes, and {outcome:?}"),
    }
    let typed = input.text();
    if let Ok(HotpOutcome::Accepted { next }) =
        resynchronize(&prepared, &typed, second.as_str(), counter)
    {
        let said = prepared.code(next - 2).compact();
        let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
        assert!(!typed.is_ascii() || digits == said.as_str(), "a wrong first code was accepted");
    }
}

/// What verifies a code of a clock that drifts.
pub trait VerifyDrifting:
    Fn(&PreparedTotp, &str, UnixTime, Option<TimeStep>, TotpDrift) -> TotpLearned
{
}

impl<V: Fn(&PreparedTotp, &str, UnixTime, Option<TimeStep>, TotpDrift) -> TotpLearned>
    VerifyDrifting for V
{
}

/// What is learned never leaves its bound; only an accepted code teaches; and the code of a clock
/// that drifts as was learned is accepted.
pub fn drift_stays_within_its_bound(bytes: &[u8], verify: impl VerifyDrifting) {
    let mut input = Input::new(bytes);
    let bound = input.below(21);
    let Some((algorithm, digits, secret)) = parameters(&mut input) else { return };
    let (period, seconds) = (30, u64::from(input.below(31)));
    let window = TotpWindow::new(input.below(10), input.below(10))
        .and_then(|window| window.with_seconds(Seconds::new(seconds), Seconds::new(seconds)));
    let Ok(window) = window else { return };
    let totp = Totp::new(algorithm, digits, Seconds::new(period), window);
    let Ok(totp) = totp.and_then(|totp| totp.with_drift(bound)) else { return };
    let (prepared, now) = (totp.prepare(&secret), UnixTime::new(input.number()));
    let stored = TotpDrift::new(input.byte().cast_signed());
    let bound = i8::try_from(bound).expect("at most 20");

    let kept = stored.steps().clamp(-bound, bound);
    let shown = now.seconds().saturating_add_signed(i64::from(kept) * 30);
    let code = prepared.code(UnixTime::new(shown));
    let clear = now.seconds() > 10_000 && now.seconds() < u64::MAX - 10_000;
    let right = verify(&prepared, code.display().as_str(), now, None, stored);
    assert!(
        !clear || matches!(right.outcome, TotpOutcome::Accepted { .. }),
        "the code that it shows, and {:?}",
        right.outcome
    );
    for learned in [right, verify(&prepared, &input.text(), now, None, stored)] {
        assert!((-bound..=bound).contains(&learned.drift.steps()), "beyond the bound");
        match learned.outcome {
            TotpOutcome::Accepted { step } => {
                let told = i128::from(step.get()) - i128::from(totp.step(now).get());
                let told = told.clamp((-bound).into(), bound.into());
                assert_eq!(i128::from(learned.drift.steps()), told, "another drift was told");
            }
            _ => assert_eq!(learned.drift.steps(), kept, "what is no code taught something"),
        }
    }
}

fn parameters(input: &mut Input<'_>) -> Option<(OtpAlgorithm, Digits, OtpSecret)> {
    let algorithm = match input.below(3) {
        0 => OtpAlgorithm::Sha1,
        1 => OtpAlgorithm::Sha256,
        _ => OtpAlgorithm::Sha512,
    };
    let digits = Digits::new(6 + input.below(4))?;
    Some((algorithm, digits, OtpSecret::new(&input.array::<20>()).ok()?))
}
