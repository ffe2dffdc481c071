//! Addresses as they are written: RFC 4291 §2.2, and four decimal numbers.
//!
//! The standard library reads the same, and keeps a panic path; the tests compare the two.

use core::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Reads an IPv4 or IPv6 address.
pub(super) fn parse(text: &str) -> Option<IpAddr> {
    let bytes = text.as_bytes();
    if bytes.len() > LONGEST {
        return None;
    }
    if bytes.contains(&b':') {
        six(bytes).map(|groups| IpAddr::V6(Ipv6Addr::from(groups)))
    } else {
        four(bytes).map(|octets| IpAddr::V4(Ipv4Addr::from(octets)))
    }
}

/// Reads four decimal numbers without leading zeros.
fn four(bytes: &[u8]) -> Option<[u8; 4]> {
    let mut octets = [0; 4];
    let mut places = octets.iter_mut();
    let mut number: Option<u8> = None;
    for byte in bytes {
        number = match (byte, number) {
            (b'.', Some(octet)) => {
                *places.next()? = octet;
                None
            }
            (b'0'..=b'9', None) => Some(byte - b'0'),
            (b'0'..=b'9', Some(octet @ 1..)) => {
                Some(octet.checked_mul(10)?.checked_add(byte - b'0')?)
            }
            _ => return None,
        };
    }
    *places.next()? = number?;
    places.next().is_none().then_some(octets)
}

/// Reads eight groups, or fewer around one `::`.
fn six(bytes: &[u8]) -> Option<[u16; 8]> {
    let Some(gap) = bytes.windows(2).position(|pair| pair == b"::") else {
        let groups = Groups::read(bytes)?;
        return (groups.count == 8).then_some(groups.values);
    };
    let (head, rest) = bytes.split_at_checked(gap)?;
    let (_, tail) = rest.split_at_checked(2)?;
    // The groups ahead of the gap are numbers, never an IPv4 address.
    if head.contains(&b'.') {
        return None;
    }
    let (head, tail) = (Groups::read(head)?, Groups::read(tail)?);
    // The gap stands for one group at least.
    let empty = 8_usize.checked_sub(head.count.checked_add(tail.count)?).filter(|n| *n > 0)?;
    let mut values = head.values;
    let behind = values.iter_mut().skip(head.count.checked_add(empty)?);
    behind.zip(tail.values).for_each(|(place, value)| *place = value);
    Some(values)
}

/// Groups between colons; those beyond `count` are zero.
struct Groups {
    values: [u16; 8],
    count: usize,
}

impl Groups {
    /// Reads none, or up to eight, of which the last two may be written as an IPv4 address.
    fn read(bytes: &[u8]) -> Option<Self> {
        let mut groups = Self { values: [0; 8], count: 0 };
        if bytes.is_empty() {
            return Some(groups);
        }
        let mut rest = bytes;
        loop {
            let end = rest.iter().position(|byte| *byte == b':').unwrap_or(rest.len());
            let (group, behind) = rest.split_at_checked(end)?;
            let is_last = behind.is_empty();
            if is_last && group.contains(&b'.') {
                let [a, b, c, d] = four(group)?;
                groups.push(u16::from_be_bytes([a, b]))?;
                groups.push(u16::from_be_bytes([c, d]))?;
            } else {
                groups.push(hexadecimal(group)?)?;
            }
            if is_last {
                return Some(groups);
            }
            (_, rest) = behind.split_at_checked(1)?;
        }
    }

    fn push(&mut self, value: u16) -> Option<()> {
        *self.values.get_mut(self.count)? = value;
        self.count = self.count.checked_add(1)?;
        Some(())
    }
}

/// Reads one to four hexadecimal digits.
fn hexadecimal(group: &[u8]) -> Option<u16> {
    if group.is_empty() || group.len() > 4 {
        return None;
    }
    group.iter().try_fold(0_u16, |value, byte| {
        let digit = match byte {
            b'0'..=b'9' => byte - b'0',
            b'a'..=b'f' => byte - b'a' + 10,
            b'A'..=b'F' => byte - b'A' + 10,
            _ => return None,
        };
        Some(value << 4 | u16::from(digit))
    })
}

/// `ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255`.
const LONGEST: usize = 45;

#[cfg(test)]
mod tests {
    use core::net::IpAddr;
    use std::string::String;

    use super::parse;

    /// Half a million texts that are nearly addresses, against the standard library.
    #[test]
    fn reads_what_the_standard_library_reads() {
        let pieces = [
            "::",
            ":",
            ".",
            "0",
            "1",
            "7",
            "00",
            "10",
            "255",
            "256",
            "99",
            "ffff",
            "FFFF",
            "a",
            "g",
            "12345",
            "1.2.3.4",
            "203.0.113.7",
            "::ffff:",
            "2001:db8:",
            "1:2:3:4:5:6:7",
            "%",
            "/",
            " ",
            "+1",
            "-1",
            "",
        ];
        let (mut seed, mut read) = (0x9e37_79b9_7f4a_7c15_u64, 0);
        let mut next = || {
            seed ^= seed << 13;
            seed ^= seed >> 7;
            seed ^= seed << 17;
            usize::try_from(seed >> 33).unwrap()
        };
        for _ in 0..500_000 {
            let text: String = (0..=next() % 9).map(|_| pieces[next() % pieces.len()]).collect();
            let ours = parse(&text);
            assert_eq!(ours, text.parse::<IpAddr>().ok(), "{text}");
            read += usize::from(ours.is_some());
        }
        assert!(read > 5_000, "only {read} were addresses");
    }
}
