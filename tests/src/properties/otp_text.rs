//! Laws of Base32 secrets and of `otpauth://` URIs.

use sceau::code::Digits;
use sceau::otp::{OtpAlgorithm, OtpFactor, OtpReading, OtpSecret, OtpTextError, OtpUri};
use sceau::time::Seconds;

use super::{Input, assert_offset};

/// Chosen by the first byte: Base32, a URI, or a URI that is written first.
pub fn law(bytes: &[u8]) {
    let mut input = Input::new(bytes);
    match input.below(3) {
        0 => base32_has_one_text(input.rest(), OtpSecret::from_base32_unchecked_policy),
        1 => a_uri_has_one_text(input.rest(), OtpUri::parse_unchecked_policy),
        _ => what_is_written_is_read(input.rest(), OtpUri::parse_unchecked_policy),
    }
}

/// What reads a secret from Base32.
pub trait ReadBase32: Fn(&str, OtpReading) -> Result<OtpSecret, OtpTextError> {}

impl<R: Fn(&str, OtpReading) -> Result<OtpSecret, OtpTextError>> ReadBase32 for R {}

/// A text that is read means what the one strict text of its secret means; 0, 1, 8 and 9 are
/// refused wherever they stand; a refusal has its place in the text.
pub fn base32_has_one_text(bytes: &[u8], read: impl ReadBase32) {
    let text = String::from_utf8_lossy(bytes);
    for reading in [OtpReading::Lenient, OtpReading::Strict] {
        match read(&text, reading) {
            Ok(secret) => {
                assert!(!text.contains(['0', '1', '8', '9']), "a digit was taken for a letter");
                let written = secret.to_base32();
                let strict = reading == OtpReading::Strict;
                assert!(!strict || written.as_str() == text, "strict has a second text");
                for (again, reading) in [
                    (written.as_str(), OtpReading::Strict),
                    (secret.to_base32_groups().as_str(), OtpReading::Lenient),
                ] {
                    let again = read(again, reading).expect("what is written is read");
                    assert_eq!(again.expose(), secret.expose(), "another secret");
                }
            }
            Err(reason) => assert_offset(&text, reason.at()),
        }
    }
}

/// What reads a URI.
pub trait ReadUri: Fn(&str, OtpReading) -> Result<OtpUri, OtpTextError> {}

impl<R: Fn(&str, OtpReading) -> Result<OtpUri, OtpTextError>> ReadUri for R {}

/// A URI that is read means what the one strict text of it means; a refusal has its place.
pub fn a_uri_has_one_text(bytes: &[u8], read: impl ReadUri) {
    let text = String::from_utf8_lossy(bytes);
    for reading in [OtpReading::Lenient, OtpReading::Strict] {
        match read(&text, reading) {
            Ok(uri) => {
                let written = uri.to_text();
                let strict = reading == OtpReading::Strict;
                assert!(!strict || written.as_str() == text, "strict has a second text");
                let again = read(written.as_str(), OtpReading::Strict);
                assert_same(&again.expect("what is written is read"), &uri);
            }
            Err(reason) => assert_offset(&text, reason.at()),
        }
    }
}

/// Whatever a URI can be made of comes back from its text, in either reading.
pub fn what_is_written_is_read(bytes: &[u8], read: impl ReadUri) {
    let mut input = Input::new(bytes);
    let algorithm = OtpAlgorithm::ALL[usize::from(input.below(3))];
    let Some(digits) = Digits::new(6 + input.below(4)) else { return };
    let factor = if input.below(2) == 0 {
        OtpFactor::Period { period: Seconds::new(1 + u64::from(input.word())) }
    } else {
        OtpFactor::Counter { counter: input.number() }
    };
    let Ok(secret) = OtpSecret::new_unchecked_policy(input.bytes()) else { return };
    let (issuer, account) = (input.text(), input.text());
    let made = OtpUri::new_unchecked_policy(&issuer, &account, secret, algorithm, digits, factor);
    match made {
        Ok(uri) => {
            assert_eq!((uri.issuer(), uri.account()), (&*issuer, &*account));
            let text = uri.to_text();
            for reading in [OtpReading::Lenient, OtpReading::Strict] {
                assert_same(&read(text.as_str(), reading).expect("it was written"), &uri);
            }
        }
        Err(reason) => assert!(reason.at() <= issuer.len().max(account.len())),
    }
}

fn assert_same(a: &OtpUri, b: &OtpUri) {
    assert_eq!((a.issuer(), a.account()), (b.issuer(), b.account()), "another name");
    let parameters = |uri: &OtpUri| (uri.algorithm(), uri.digits(), uri.factor());
    assert_eq!(parameters(a), parameters(b), "other parameters");
    assert_eq!(a.secret().expose(), b.secret().expose(), "another secret");
}
