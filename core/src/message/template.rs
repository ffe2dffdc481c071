//! Sentences with placeholders, without a heap.

use heapless::String;

/// Replaces every `{name}` of `values` in the template; what does not fit in `N` bytes is left off.
pub(crate) fn render<const N: usize>(template: &str, values: &[(&str, &str)]) -> String<N> {
    let mut out = String::new();
    let mut rest = template;
    // A char alone as pattern would keep a panic path, of core's search; an array has none.
    while let Some((before, behind)) = rest.split_once(['{']) {
        push(&mut out, before);
        let Some((name, after)) = behind.split_once(['}']) else { break };
        let value = values.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value);
        push(&mut out, value);
        rest = after;
    }
    push(&mut out, rest);
    out
}

/// Returns the names of a template's placeholders, in its order.
pub(crate) fn placeholders(template: &'static str) -> impl Iterator<Item = &'static str> {
    let mut rest = template;
    core::iter::from_fn(move || {
        let (_, behind) = rest.split_once(['{'])?;
        let (name, after) = behind.split_once(['}'])?;
        rest = after;
        Some(name)
    })
}

/// Writes a number in decimal digits.
pub(crate) fn decimal(number: u64) -> String<20> {
    let mut digits = [b'0'; 20];
    let mut rest = number;
    let mut count = 0;
    for place in digits.iter_mut().rev() {
        *place = b'0' + (rest % 10).to_le_bytes()[0];
        rest /= 10;
        count += 1;
        if rest == 0 {
            break;
        }
    }
    let mut out = String::new();
    for digit in digits.iter().skip(digits.len().saturating_sub(count)) {
        let _fits = out.push(char::from(*digit));
    }
    out
}

fn push<const N: usize>(out: &mut String<N>, text: &str) {
    for character in text.chars() {
        let _fits = out.push(character);
    }
}

#[cfg(test)]
mod tests {
    use super::{decimal, placeholders, render};

    #[test]
    fn replaces_what_it_knows_and_drops_what_it_does_not() {
        let out = render::<32>("a {x} b {y}{z} c", &[("x", "1"), ("y", "é")]);
        assert_eq!(out, "a 1 b é c");
        assert_eq!(render::<4>("abc{x}", &[("x", "éé")]), "abc");
    }

    #[test]
    fn finds_the_placeholders_in_their_order() {
        assert!(placeholders("a {x} b {y}{x} c").eq(["x", "y", "x"]));
        assert!(placeholders("a } b {x").next().is_none());
    }

    #[test]
    fn writes_numbers_at_both_ends() {
        assert_eq!(decimal(0), "0");
        assert_eq!(decimal(u64::MAX), "18446744073709551615");
    }
}
