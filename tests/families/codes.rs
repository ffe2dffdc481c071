//! `otp/*.txt`.

use sceau::code::Digits;
use sceau::otp::{
    Hotp, HotpOutcome, OtpAlgorithm, OtpError, OtpSecret, TimeStep, Totp, TotpDrift, TotpOutcome,
    TotpWindow,
};
use sceau::time::{Seconds, UnixTime};
use sceau_tests::{Record, from_hex};

use super::error;

pub(crate) fn hotp(record: &Record) -> String {
    let run = || {
        let code = hotp_of(record)?.code(&secret(record)?, record.number("counter", 0));
        Ok(code.compact().as_str().to_owned())
    };
    run().unwrap_or_else(otp_error)
}

pub(crate) fn hotp_verify(record: &Record) -> String {
    let run = || {
        let (hotp, secret) = (hotp_of(record)?, secret(record)?);
        let (code, counter) = (record.text("code"), record.number("counter", 0));
        let outcome = hotp.verify(&secret, code, counter)?;
        let prepared = hotp.prepare(&secret);
        for key in [hotp.resume(&prepared.midstates()), prepared] {
            assert_eq!(key.verify(code, counter)?, outcome, "prepared, and written down");
        }
        Ok(hotp_said(outcome))
    };
    run().unwrap_or_else(otp_error)
}

pub(crate) fn hotp_resync(record: &Record) -> String {
    let run = || {
        let prepared = hotp_of(record)?.prepare(&secret(record)?);
        let (first, second) = (record.text("first"), record.text("second"));
        Ok(hotp_said(prepared.resynchronize(first, second, record.number("counter", 0))?))
    };
    run().unwrap_or_else(otp_error)
}

fn hotp_said(outcome: HotpOutcome) -> String {
    match outcome {
        HotpOutcome::Accepted { next } => format!("accepted {next}"),
        other => other.name().to_owned(),
    }
}

pub(crate) fn totp(record: &Record) -> String {
    let run = || {
        let code = totp_of(record)?.code(&secret(record)?, now(record));
        Ok(code.compact().as_str().to_owned())
    };
    run().unwrap_or_else(otp_error)
}

pub(crate) fn totp_clock(record: &Record) -> String {
    let run = || {
        let (totp, now) = (totp_of(record)?, now(record));
        let (step, remaining) = (totp.step(now), totp.remaining(now).get());
        let until = totp.accepted_until(step).seconds();
        Ok(format!("step {} remaining {remaining} until {until}", step.get()))
    };
    run().unwrap_or_else(otp_error)
}

pub(crate) fn totp_verify(record: &Record) -> String {
    let run = || {
        let last = record.optional("last").map(|_| TimeStep::new(record.number("last", 0)));
        let (totp, secret) = (totp_of(record)?, secret(record)?);
        let (prepared, code) = (totp.prepare(&secret), record.text("code"));
        if record.optional("drift-bound").is_some() {
            let drift = TotpDrift::new(record.number("drift", 0));
            let learned = prepared.verify_drifting(code, now(record), last, drift);
            return Ok(format!("{} drift {}", totp_said(learned.outcome), learned.drift.steps()));
        }
        let outcome = totp.verify(&secret, code, now(record), last);
        for key in [totp.resume(&prepared.midstates()), prepared] {
            assert_eq!(key.verify(code, now(record), last), outcome, "prepared, and written down");
        }
        Ok(totp_said(outcome))
    };
    run().unwrap_or_else(otp_error)
}

fn totp_said(outcome: TotpOutcome) -> String {
    match outcome {
        TotpOutcome::Accepted { step } => format!("accepted {}", step.get()),
        other => other.name().to_owned(),
    }
}

fn hotp_of(record: &Record) -> Result<Hotp, OtpError> {
    let (algorithm, digits) = (algorithm(record), digits(record));
    let look_ahead = record.number("look-ahead", 0);
    let hotp = if unchecked(record) {
        Hotp::new_unchecked_policy(algorithm, digits, look_ahead)
    } else {
        Hotp::new(algorithm, digits, look_ahead)?
    };
    hotp.with_resync(record.number("resync", Hotp::DEFAULT_RESYNC))
}

fn totp_of(record: &Record) -> Result<Totp, OtpError> {
    let (past, future) = (record.number("past", 1), record.number("future", 1));
    let seconds = |name, default| Seconds::new(record.number(name, default));
    let (period, algorithm, digits) = (seconds("period", 30), algorithm(record), digits(record));
    let wide =
        |window: TotpWindow| window.with_seconds(seconds("past-s", 0), seconds("future-s", 0));
    let totp = if unchecked(record) {
        let window = wide(TotpWindow::new_unchecked_policy(past, future))?;
        Totp::new_unchecked_policy(algorithm, digits, period, window)?
    } else {
        Totp::new(algorithm, digits, period, wide(TotpWindow::new(past, future)?)?)?
    };
    totp.with_drift(record.number("drift-bound", 0))
}

pub(super) fn unchecked(record: &Record) -> bool {
    record.optional("unchecked").is_some()
}

pub(super) fn algorithm(record: &Record) -> OtpAlgorithm {
    match record.optional("algorithm").unwrap_or("SHA1") {
        "SHA1" => OtpAlgorithm::Sha1,
        "SHA256" => OtpAlgorithm::Sha256,
        "SHA512" => OtpAlgorithm::Sha512,
        other => panic!("algorithm {other}"),
    }
}

pub(super) fn digits(record: &Record) -> Digits {
    Digits::new(record.number("digits", 6)).expect("6 to 9 digits")
}

pub(super) fn secret(record: &Record) -> Result<OtpSecret, OtpError> {
    let bytes = from_hex(record.text("secret"));
    if unchecked(record) { OtpSecret::new_unchecked_policy(&bytes) } else { OtpSecret::new(&bytes) }
}

fn now(record: &Record) -> UnixTime {
    UnixTime::new(record.number("now", 0))
}

fn otp_error(reason: OtpError) -> String {
    error(reason.name(), None)
}
