//! What a list of ratios says: its middle, its quartiles, its ends.

use std::fmt;

/// A sample's middle and how far it spreads.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// The least.
    pub min: f64,
    /// The lower quartile.
    pub lower: f64,
    /// The median.
    pub median: f64,
    /// The upper quartile.
    pub upper: f64,
    /// The greatest.
    pub max: f64,
}

impl Spread {
    /// Returns the spread of `sample`; `None` if it is empty.
    pub fn of(sample: &[f64]) -> Option<Self> {
        let mut sorted = sample.to_vec();
        sorted.sort_by(f64::total_cmp);
        Some(Self {
            min: *sorted.first()?,
            lower: quantile(&sorted, 1)?,
            median: quantile(&sorted, 2)?,
            upper: quantile(&sorted, 3)?,
            max: *sorted.last()?,
        })
    }
}

/// Shows `median  [lower upper]  min..max`.
impl fmt::Display for Spread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { min, lower, median, upper, max } = self;
        write!(f, "{median:.3}  [{lower:.3} {upper:.3}]  {min:.3}..{max:.3}")
    }
}

/// Returns the `fourths`-th quartile, between two neighbours where it lies between them.
fn quantile(sorted: &[f64], fourths: usize) -> Option<f64> {
    let at = fourths * (sorted.len().checked_sub(1)?);
    let (below, above) = (sorted.get(at / 4)?, sorted.get(at.div_ceil(4))?);
    let part = [0.0, 0.25, 0.5, 0.75].get(at % 4)?;
    Some(below + (above - below) * part)
}

#[cfg(test)]
mod tests {
    use super::Spread;

    #[test]
    fn finds_the_middle_of_an_odd_sample_whatever_its_order() {
        let spread = Spread::of(&[5.0, 1.0, 4.0, 2.0, 3.0]).unwrap();
        let expected = Spread { min: 1.0, lower: 2.0, median: 3.0, upper: 4.0, max: 5.0 };
        assert_eq!(spread, expected);
    }

    #[test]
    fn lies_between_the_neighbours_of_an_even_sample() {
        let spread = Spread::of(&[4.0, 1.0, 2.0, 3.0]).unwrap();
        let expected = Spread { min: 1.0, lower: 1.75, median: 2.5, upper: 3.25, max: 4.0 };
        assert_eq!(spread, expected);
    }

    #[test]
    fn one_value_is_its_own_spread_and_none_has_none() {
        assert_eq!(Spread::of(&[7.0]).unwrap().upper.to_bits(), 7.0_f64.to_bits());
        assert_eq!(Spread::of(&[]), None);
    }
}
