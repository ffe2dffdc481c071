//! Whose row it is, and in how many ways an address is written.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use crate::properties::Input;

/// Whose row it is.
#[derive(Clone, Copy)]
pub(super) enum Subject {
    Account,
    Address(IpAddr),
}

impl Subject {
    /// Any IPv4 address, or an IPv6 one of those that are given out (`2000::/3`).
    pub(super) fn address(input: &mut Input<'_>) -> Self {
        Self::Address(if input.byte().is_multiple_of(2) {
            Ipv4Addr::from(input.array()).into()
        } else {
            Ipv6Addr::from_bits(0x2 << 124 | u128::from(input.number()) << 60).into()
        })
    }
}

/// Writes an address in one of many forms, or another one of its /64; form 0 is the usual one.
pub(super) fn written(address: IpAddr, form: u64) -> String {
    match address {
        address if form == 0 => address.to_string(),
        IpAddr::V4(address) if form.is_multiple_of(2) => address.to_ipv6_mapped().to_string(),
        IpAddr::V4(address) => {
            let [a, b, c, d] = address.octets();
            format!("0:0:0:0:0:FFFF:{a:02X}{b:02x}:{c:02x}{d:02X}")
        }
        IpAddr::V6(address) => {
            let network = address.to_bits() >> 64 << 64;
            Ipv6Addr::from_bits(network | u128::from(form)).to_string()
        }
    }
}
