//! `otp/base32.txt`, `otp/uri.txt` and `otp/uri_write.txt`.

use sceau::otp::{Hotp, OtpFactor, OtpReading, OtpSecret, OtpTextError, OtpUri, Totp, TotpWindow};
use sceau::time::Seconds;
use sceau_tests::{Record, from_hex, to_hex};

use super::codes::{algorithm, digits, unchecked};
use super::error;

pub(crate) fn base32(record: &Record) -> String {
    let text = text(record, "text");
    let secret = if unchecked(record) {
        OtpSecret::from_base32_unchecked_policy(&text, reading(record))
    } else {
        OtpSecret::from_base32(&text, reading(record))
    };
    secret.map_or_else(text_error, |secret| {
        let groups = secret.to_base32_groups();
        assert_eq!(groups.as_str().replace(' ', ""), secret.to_base32().as_str());
        format!("{} {}", to_hex(secret.expose()), groups.as_str())
    })
}

pub(crate) fn uri(record: &Record) -> String {
    let text = text(record, "text");
    let uri = if unchecked(record) {
        OtpUri::parse_unchecked_policy(&text, reading(record))
    } else {
        OtpUri::parse(&text, reading(record))
    };
    uri.map_or_else(text_error, |uri| {
        let (algorithm, digits, window) = (uri.algorithm(), uri.digits(), TotpWindow::DEFAULT);
        let made = (uri.to_totp(window), uri.to_hotp(3));
        let (number, expected) = match uri.factor() {
            OtpFactor::Period { period } => {
                (period.get(), (Some(Totp::new(algorithm, digits, period, window)), None))
            }
            OtpFactor::Counter { counter } => {
                (counter, (None, Some(Hotp::new(algorithm, digits, 3))))
            }
        };
        assert_eq!(made, expected, "what verifies its codes");
        format!(
            "{} {number} {} {} {} [{}] [{}]",
            uri.factor().name(),
            uri.algorithm().name(),
            uri.digits().get(),
            to_hex(uri.secret().expose()),
            uri.issuer(),
            uri.account()
        )
    })
}

pub(crate) fn uri_write(record: &Record) -> String {
    let factor = match record.text("kind") {
        "totp" => OtpFactor::Period { period: Seconds::new(record.number("period", 30)) },
        "hotp" => OtpFactor::Counter { counter: record.number("counter", 0) },
        other => panic!("kind {other}"),
    };
    let build = if unchecked(record) { OtpUri::new_unchecked_policy } else { OtpUri::new };
    let secret = OtpSecret::new_unchecked_policy(&from_hex(record.text("secret")));
    let uri = build(
        &text(record, "issuer"),
        &text(record, "account"),
        secret.expect("1 to 128 bytes"),
        algorithm(record),
        digits(record),
        factor,
    );
    uri.map_or_else(text_error, |uri| uri.to_text().as_str().to_owned())
}

fn reading(record: &Record) -> OtpReading {
    let name = record.optional("reading").unwrap_or("lenient");
    *OtpReading::ALL.iter().find(|reading| reading.name() == name).expect("a reading")
}

fn text(record: &Record, name: &str) -> String {
    String::from_utf8(record.bytes(name)).expect("UTF-8")
}

fn text_error(reason: OtpTextError) -> String {
    error(reason.name(), Some(reason.at()))
}
