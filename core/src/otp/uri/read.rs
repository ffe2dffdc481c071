//! The reader of `otpauth://` URIs: one pass over the text, no heap, the first fault from the left
//! of what was read so far.

use core::ops::RangeInclusive;

use super::percent::Decoded;
use super::{
    Account, Issuer, OtpAlgorithm, OtpFactor, OtpReading, OtpSecret, OtpTextError, OtpUri,
};
use crate::code::Digits;
use crate::otp::base32;
use crate::time::Seconds;

/// Reads a URI whose secret has at least `least` bytes.
pub(super) fn uri(
    text: &str,
    least: usize,
    periods: RangeInclusive<u64>,
) -> Result<OtpUri, OtpTextError> {
    if text.len() > OtpUri::MAX_BYTES {
        let bound = (0..=OtpUri::MAX_BYTES).rev().find(|&at| text.is_char_boundary(at));
        return Err(OtpTextError::TooLong { at: bound.unwrap_or(0) });
    }
    let unprintable = |(_, character): &(usize, char)| character.is_control() || *character == '#';
    if let Some((at, _)) = text.char_indices().find(unprintable) {
        return Err(OtpTextError::Character { at });
    }
    let all = Part { text, at: 0 };
    let (scheme, rest) = all.split_at(SCHEME.len()).ok_or(OtpTextError::Scheme { at: 0 })?;
    if !scheme.text.eq_ignore_ascii_case(SCHEME) {
        return Err(OtpTextError::Scheme { at: 0 });
    }
    let (head, query) = rest.split('?');
    let query = query.ok_or(OtpTextError::Missing { at: text.len() })?;
    let (kind, path) = head.split('/');
    let by_time = if kind.text.eq_ignore_ascii_case("totp") {
        true
    } else if kind.text.eq_ignore_ascii_case("hotp") {
        false
    } else {
        return Err(OtpTextError::Kind { at: kind.at });
    };
    let label = Label::read(path.ok_or(OtpTextError::Label { at: query.at })?)?;
    let parameters = Parameters::read(query)?;
    parameters.uri(label, by_time, text.len(), least, periods)
}

/// A part of the text, and where it begins.
#[derive(Clone, Copy)]
struct Part<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Part<'a> {
    /// Returns what is before `at` and what is from there on.
    fn split_at(self, at: usize) -> Option<(Self, Self)> {
        let (head, tail) = self.text.split_at_checked(at)?;
        let tail = Self { text: tail, at: self.at.saturating_add(at) };
        Some((Self { text: head, at: self.at }, tail))
    }

    /// Returns what is before the first `separator`, and what is behind it if there is one.
    fn split(self, separator: char) -> (Self, Option<Self>) {
        // A char alone as pattern would keep a panic path, of core's search; an array has none.
        let Some((head, tail)) = self.text.split_once([separator]) else { return (self, None) };
        let at = self.at.saturating_add(head.len()).saturating_add(separator.len_utf8());
        (Self { text: head, at: self.at }, Some(Self { text: tail, at }))
    }

    fn decoded(self) -> Decoded<'a> {
        Decoded::new(self.text, self.at)
    }

    const fn end(self) -> usize {
        self.at.saturating_add(self.text.len())
    }

    /// Whether the decoded text is `name`, in any case.
    fn is(self, name: &str) -> bool {
        let mut name = name.chars();
        self.decoded().all(|next| {
            next.is_ok_and(|(_, character)| {
                name.next().is_some_and(|expected| expected.eq_ignore_ascii_case(&character))
            })
        }) && name.next().is_none()
    }

    /// Returns the number that the text is, in decimal digits and no leading zero.
    fn number(self) -> Option<u64> {
        let digits = self.text.bytes().all(|byte| byte.is_ascii_digit());
        let zero = self.text.len() > 1 && self.text.starts_with('0');
        if digits && !zero { self.text.parse().ok() } else { None }
    }

    /// Returns the decoded text without spaces at its edges. It may have no colon, no control.
    fn label<const N: usize>(self) -> Result<heapless::String<N>, OtpTextError> {
        let mut label = heapless::String::<N>::new();
        let (mut first, mut last) = (usize::MAX, 0);
        for next in self.decoded() {
            let (at, character) = next?;
            if character == ':' || character.is_control() {
                return Err(OtpTextError::Label { at });
            }
            if !character.is_whitespace() {
                (first, last) = (first.min(at), at);
            }
        }
        for (at, character) in self.decoded().flatten() {
            if (first..=last).contains(&at) {
                label.push(character).map_err(|_| OtpTextError::TooLong { at })?;
            }
        }
        Ok(label)
    }
}

/// The path of the URI.
struct Label {
    issuer: Option<Issuer>,
    account: Account,
}

impl Label {
    /// Reads `issuer:account` or `account`; the colon may be encoded.
    fn read(path: Part<'_>) -> Result<Self, OtpTextError> {
        let mut colon = None;
        for next in path.decoded() {
            let (at, character) = next?;
            if character == ':' && colon.is_none() {
                colon = Some(at);
            }
        }
        let Some(colon) = colon else {
            return Ok(Self { issuer: None, account: Self::account(path)? });
        };
        let at = colon.saturating_sub(path.at);
        let (issuer, rest) = path.split_at(at).ok_or(OtpTextError::Label { at: colon })?;
        let taken = if rest.text.starts_with('%') { 3 } else { 1 };
        let (_, account) = rest.split_at(taken).ok_or(OtpTextError::Label { at: colon })?;
        let read: Issuer = issuer.label()?;
        if read.is_empty() {
            return Err(OtpTextError::Label { at: issuer.at });
        }
        Ok(Self { issuer: Some(read), account: Self::account(account)? })
    }

    fn account(part: Part<'_>) -> Result<Account, OtpTextError> {
        let account: Account = part.label()?;
        if account.is_empty() { Err(OtpTextError::Label { at: part.at }) } else { Ok(account) }
    }
}

/// The parameters that are known, each at most once.
#[derive(Default)]
struct Parameters<'a> {
    secret: Option<Part<'a>>,
    issuer: Option<Part<'a>>,
    algorithm: Option<Part<'a>>,
    digits: Option<Part<'a>>,
    period: Option<Part<'a>>,
    counter: Option<Part<'a>>,
}

impl<'a> Parameters<'a> {
    fn read(query: Part<'a>) -> Result<Self, OtpTextError> {
        let mut parameters = Self::default();
        let mut rest = Some(query);
        while let Some(part) = rest {
            let (parameter, behind) = part.split('&');
            rest = behind;
            let (name, value) = parameter.split('=');
            let value = value.unwrap_or(Part { text: "", at: parameter.end() });
            // What is not known is dropped, but not before its escapes are looked at.
            name.decoded().chain(value.decoded()).try_for_each(|next| next.map(drop))?;
            if let Some(place) = parameters.place(name)
                && place.replace(value).is_some()
            {
                return Err(OtpTextError::Duplicate { at: name.at });
            }
        }
        Ok(parameters)
    }

    fn place(&mut self, name: Part<'_>) -> Option<&mut Option<Part<'a>>> {
        let places = [
            ("secret", &mut self.secret),
            ("issuer", &mut self.issuer),
            ("algorithm", &mut self.algorithm),
            ("digits", &mut self.digits),
            ("period", &mut self.period),
            ("counter", &mut self.counter),
        ];
        places.into_iter().find(|(known, _)| name.is(known)).map(|(_, place)| place)
    }

    fn uri(
        &self,
        label: Label,
        by_time: bool,
        end: usize,
        least: usize,
        periods: RangeInclusive<u64>,
    ) -> Result<OtpUri, OtpTextError> {
        let secret = secret(self.secret.ok_or(OtpTextError::Missing { at: end })?, least)?;
        let algorithm = read(self.algorithm, algorithm)?.or(DEFAULT_ALGORITHM);
        let digits = read(self.digits, |part| {
            part.number().and_then(|number| Digits::new(u8::try_from(number).ok()?))
        })?;
        let period =
            read(self.period, |part| part.number().filter(|number| periods.contains(number)))?;
        let counter = read(self.counter, Part::number)?;
        let factor = if by_time {
            OtpFactor::Period { period: Seconds::new(period.unwrap_or(30)) }
        } else {
            OtpFactor::Counter { counter: counter.ok_or(OtpTextError::Missing { at: end })? }
        };
        Ok(OtpUri {
            issuer: issuer(label.issuer, self.issuer)?,
            account: label.account,
            secret,
            // A build without SHA-1 cannot read what names no algorithm.
            algorithm: algorithm.ok_or(OtpTextError::Missing { at: end })?,
            digits: digits.unwrap_or(Digits::SIX),
            factor,
        })
    }
}

/// Reads a value, if the parameter is there.
fn read<'a, T>(
    part: Option<Part<'a>>,
    value: impl FnOnce(Part<'a>) -> Option<T>,
) -> Result<Option<T>, OtpTextError> {
    let Some(part) = part else { return Ok(None) };
    value(part).map(Some).ok_or(OtpTextError::Value { at: part.at })
}

fn secret(part: Part<'_>, least: usize) -> Result<OtpSecret, OtpTextError> {
    // The escapes were looked at before.
    let characters = part.decoded().map_while(Result::ok);
    base32::read(&characters, part.end(), OtpReading::Lenient, least)
}

/// Returns the one issuer that label and parameter name.
fn issuer(label: Option<Issuer>, part: Option<Part<'_>>) -> Result<Issuer, OtpTextError> {
    let Some(part) = part else { return Ok(label.unwrap_or_default()) };
    let issuer: Issuer = part.label()?;
    match label {
        Some(label) if issuer.is_empty() => Ok(label),
        Some(label) if label != issuer => Err(OtpTextError::Issuer { at: part.at }),
        _ => Ok(issuer),
    }
}

/// Reads `SHA1`, and what other programs write for it: any case, a hyphen, `HMAC` before it.
fn algorithm(part: Part<'_>) -> Option<OtpAlgorithm> {
    let mut name = heapless::String::<16>::new();
    for character in part.text.chars().filter(|&character| character != '-') {
        name.push(character.to_ascii_uppercase()).ok()?;
    }
    let name = name.strip_prefix("HMAC").unwrap_or(&name);
    OtpAlgorithm::ALL.iter().copied().find(|algorithm| algorithm.name() == name)
}

const SCHEME: &str = "otpauth://";
#[cfg(feature = "sha1")]
const DEFAULT_ALGORITHM: Option<OtpAlgorithm> = Some(OtpAlgorithm::Sha1);
#[cfg(not(feature = "sha1"))]
const DEFAULT_ALGORITHM: Option<OtpAlgorithm> = None;
