//! What `Debug` shows of what is secret or somebody's: the type, and nothing else. So a log may hold
//! any value of the core.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::fmt::Debug;

use sceau::challenge::{
    Challenge, ChallengeBinding, ChallengeChannel, ChallengePolicy, ChallengePurpose,
};
use sceau::code::Digits;
use sceau::device::{Device, DevicePolicy};
use sceau::mac::ServiceKey;
use sceau::otp::{
    Hotp, OtpAlgorithm, OtpFactor, OtpSecret, OtpUri, RecoveryCodes, Totp, TotpWindow,
};
use sceau::throttle::{Origin, Throttle, ThrottlePolicy, ThrottleSubject};
use sceau::time::{Date, Seconds, UnixTime};

#[test]
fn of_one_time_codes() {
    let secret = OtpSecret::new(b"12345678901234567890").unwrap();
    let hotp = Hotp::new(OtpAlgorithm::Sha1, Digits::SIX, 0).unwrap();
    let window = TotpWindow::DEFAULT;
    let totp = Totp::new(OtpAlgorithm::Sha1, Digits::SIX, Seconds::new(30), window).unwrap();
    assert_shown(&secret, "OtpSecret");
    assert_shown(&secret.to_base32(), "Base32Text");
    assert_shown(&hotp.prepare(&secret), "PreparedHotp");
    assert_shown(&totp.prepare(&secret), "PreparedTotp");
    assert_shown(&hotp.code(&secret, 0), "Code");
    assert_shown(&hotp.code(&secret, 0).compact(), "CodeText");

    let factor = OtpFactor::THIRTY_SECONDS;
    let uri =
        OtpUri::new("Sceau", "elise", secret, OtpAlgorithm::Sha1, Digits::SIX, factor).unwrap();
    assert_shown(&uri, "OtpUri");
    assert_shown(&uri.to_text(), "OtpUriText");
}

#[test]
fn of_states_and_of_what_they_are_bound_to() {
    let (key, user, now) = (ServiceKey::new(1, &[7; 32]).unwrap(), b"eseraphin", UnixTime::MIN);
    assert_shown(&key, "ServiceKey");

    let made = RecoveryCodes::generate(None, &key, user, &[9; 16]).unwrap();
    assert_shown(&made.next, "RecoveryCodes");
    assert_shown(&made.outcome[0], "LetterCode");

    let begun = Throttle::begin(None, &key, user, now, &ThrottlePolicy::default()).unwrap();
    assert_shown(&begun.next, "Throttle");
    assert_shown(&Origin::parse("203.0.113.7").unwrap(), "Origin");
    assert_shown(&ThrottleSubject::Account(user), "ThrottleSubject");

    let remembered = Device::remember(&key, user, &[9; 32], now, &DevicePolicy::default());
    assert_shown(&remembered.state, "Device");
    assert_shown(&remembered.token, "DeviceToken");
    assert_shown(&Date::new(1975, 11, 30).unwrap(), "Date");
}

#[test]
fn of_a_challenge() {
    let (key, now) = (ServiceKey::new(1, &[7; 32]).unwrap(), UnixTime::MIN);
    let binding = ChallengeBinding {
        purpose: ChallengePurpose::AddressValidation,
        channel: ChallengeChannel::Email,
        user: b"eseraphin",
        destination: b"elise.seraphin@example.org",
    };
    let issued =
        Challenge::issue(None, &key, &binding, &[9; 16], now, &ChallengePolicy::default()).unwrap();
    assert_shown(&issued.next, "Challenge");
    let delivered = issued.next.deliver(&key, &binding, now).unwrap();
    for shown in [format!("{:?}", issued.outcome), format!("{delivered:?}")] {
        assert!(shown.contains("Code(..)"), "{shown}");
    }
}

fn assert_shown(value: &impl Debug, name: &str) {
    assert_eq!(format!("{value:?}"), format!("{name}(..)"));
}
