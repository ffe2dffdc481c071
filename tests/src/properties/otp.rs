//! Laws of HOTP and TOTP.

use sceau::code::Digits;
use sceau::otp::{
    Hotp, HotpOutcome, OtpAlgorithm, OtpError, OtpSecret, TimeStep, Totp, TotpOutcome, TotpWindow,
};
use sceau::time::{Seconds, UnixTime};

use super::Input;

/// Chosen by the first byte: by counter or by time.
pub fn law(bytes: &[u8]) {
    let mut input = Input::new(bytes);
    if input.below(2) == 0 {
        counters_go_forward(input.rest(), Hotp::verify);
    } else {
        steps_go_forward(input.rest(), Totp::verify);
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

fn parameters(input: &mut Input<'_>) -> Option<(OtpAlgorithm, Digits, OtpSecret)> {
    let algorithm = match input.below(3) {
        0 => OtpAlgorithm::Sha1,
        1 => OtpAlgorithm::Sha256,
        _ => OtpAlgorithm::Sha512,
    };
    let digits = Digits::new(6 + input.below(4))?;
    Some((algorithm, digits, OtpSecret::new(&input.array::<20>()).ok()?))
}
