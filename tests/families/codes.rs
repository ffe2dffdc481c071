//! `otp/*.txt`.

use sceau::code::Digits;
use sceau::otp::{
    Hotp, HotpOutcome, OtpAlgorithm, OtpError, OtpSecret, TimeStep, Totp, TotpOutcome, TotpWindow,
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
        let outcome = hotp.verify(&secret, record.text("code"), record.number("counter", 0))?;
        Ok(match outcome {
            HotpOutcome::Accepted { next } => format!("accepted {next}"),
            other => other.name().to_owned(),
        })
    };
    run().unwrap_or_else(otp_error)
}

pub(crate) fn totp(record: &Record) -> String {
    let run = || {
        let code = totp_of(record)?.code(&secret(record)?, now(record));
        Ok(code.compact().as_str().to_owned())
    };
    run().unwrap_or_else(otp_error)
}

pub(crate) fn totp_verify(record: &Record) -> String {
    let run = || {
        let last = record.optional("last").map(|_| TimeStep::new(record.number("last", 0)));
        let (totp, secret) = (totp_of(record)?, secret(record)?);
        Ok(match totp.verify(&secret, record.text("code"), now(record), last) {
            TotpOutcome::Accepted { step } => format!("accepted {}", step.get()),
            other => other.name().to_owned(),
        })
    };
    run().unwrap_or_else(otp_error)
}

fn hotp_of(record: &Record) -> Result<Hotp, OtpError> {
    Hotp::new(algorithm(record), digits(record), record.number("look-ahead", 0))
}

fn totp_of(record: &Record) -> Result<Totp, OtpError> {
    let window = TotpWindow::new(record.number("past", 1), record.number("future", 1))?;
    let period = Seconds::new(record.number("period", 30));
    Totp::new(algorithm(record), digits(record), period, window)
}

fn algorithm(record: &Record) -> OtpAlgorithm {
    match record.optional("algorithm").unwrap_or("SHA1") {
        "SHA1" => OtpAlgorithm::Sha1,
        "SHA256" => OtpAlgorithm::Sha256,
        "SHA512" => OtpAlgorithm::Sha512,
        other => panic!("algorithm {other}"),
    }
}

fn digits(record: &Record) -> Digits {
    Digits::new(record.number("digits", 6)).expect("6 to 9 digits")
}

fn secret(record: &Record) -> Result<OtpSecret, OtpError> {
    OtpSecret::new(&from_hex(record.text("secret")))
}

fn now(record: &Record) -> UnixTime {
    UnixTime::new(record.number("now", 0))
}

fn otp_error(reason: OtpError) -> String {
    error(reason.name(), None)
}
