//! Whose failures a row counts: an account's, or those that come from one address.

use core::fmt;
use core::net::IpAddr;

use super::address;
use crate::state::StateError;

/// Whose failures a row counts. The kind is part of the state: an account that is named like an
/// address does not share its row.
#[derive(Clone, Copy)]
pub enum ThrottleSubject<'a> {
    /// An account, as the service names it: any bytes. Names without an account count too.
    Account(&'a [u8]),
    /// The address that a request comes from.
    Origin(Origin),
}

impl ThrottleSubject<'_> {
    /// Returns what the state's tag covers.
    pub(super) fn field(&self) -> &[u8] {
        match self {
            Self::Account(name) => name,
            Self::Origin(origin) => origin.as_bytes(),
        }
    }

    /// Returns the kind, for the state's byte 2.
    pub(super) const fn byte(&self) -> u8 {
        match self {
            Self::Account(_) => 0,
            Self::Origin(_) => 1,
        }
    }

    /// Refuses the policy of the other kind.
    pub(super) const fn check(&self, policy: &super::ThrottlePolicy) -> Result<(), StateError> {
        match (self, policy.is_of_origins()) {
            (Self::Account(_), false) | (Self::Origin(_), true) => Ok(()),
            (Self::Account(_), true) | (Self::Origin(_), false) => Err(StateError::WrongPolicy),
        }
    }
}

impl<'a> From<&'a [u8]> for ThrottleSubject<'a> {
    fn from(account: &'a [u8]) -> Self {
        Self::Account(account)
    }
}

impl<'a, const N: usize> From<&'a [u8; N]> for ThrottleSubject<'a> {
    fn from(account: &'a [u8; N]) -> Self {
        Self::Account(account)
    }
}

impl From<Origin> for ThrottleSubject<'_> {
    fn from(origin: Origin) -> Self {
        Self::Origin(origin)
    }
}

/// Shows the type only.
impl fmt::Debug for ThrottleSubject<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ThrottleSubject(..)")
    }
}

/// An address of origin in the one form that counts: the four bytes of an IPv4 address, or the first
/// eight of an IPv6 address, since whoever has one has its whole /64 (RFC 6177, RFC 4291 §2.5.1).
///
/// An IPv4 address mapped into IPv6 (`::ffff:203.0.113.7`, RFC 4291 §2.5.5.2) is the IPv4 address.
#[derive(Clone, Copy, Eq, PartialEq)]
pub struct Origin {
    // What an IPv4 address leaves free is zero.
    bytes: [u8; 8],
    length: usize,
}

impl Origin {
    /// Reads an address as it is written: `203.0.113.7`, `2001:db8::1`.
    ///
    /// `None` for anything else: a zone (`%eth0`), a port, brackets, a prefix length, a number with
    /// a leading zero (which some read as octal), spaces.
    ///
    /// # Example
    ///
    /// ```
    /// use sceau::throttle::Origin;
    ///
    /// let of_a_house = Origin::parse("2001:db8:0:7::1");
    /// assert!(of_a_house.is_some());
    /// assert!(of_a_house == Origin::parse("2001:DB8:0:7:aaaa:bbbb:cccc:dddd"));
    /// assert!(Origin::parse("203.0.113.7") == Origin::parse("::ffff:203.0.113.7"));
    /// assert!(Origin::parse("203.0.113.07").is_none());
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        address::parse(text).map(Self::from)
    }

    fn as_bytes(&self) -> &[u8] {
        self.bytes.get(..self.length).unwrap_or_default()
    }
}

impl From<IpAddr> for Origin {
    fn from(address: IpAddr) -> Self {
        let mut bytes = [0; 8];
        let length = match address.to_canonical() {
            IpAddr::V4(address) => fill(&mut bytes, &address.octets()),
            IpAddr::V6(address) => fill(&mut bytes, &address.octets()),
        };
        Self { bytes, length }
    }
}

/// Copies as many bytes of an address as count, and returns how many that are.
fn fill(bytes: &mut [u8; 8], octets: &[u8]) -> usize {
    bytes.iter_mut().zip(octets).map(|(byte, octet)| *byte = *octet).count()
}

/// Shows the type only: an address is personal information.
impl fmt::Debug for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Origin(..)")
    }
}
