//! How many iterations a machine can afford.

use core::time::Duration;

use super::policy::{MAX_ITERATIONS, PasswordAlgorithm};

impl PasswordAlgorithm {
    /// Returns how many iterations last `target` on a machine where `done` of them took `taken`:
    /// [`Self::recommended_iterations`] at the least, 10,000,000 at the most, so that
    /// [`super::CreatePolicy::new`] takes them. `taken` is measured by the caller, who has a clock;
    /// of zero, nothing follows, and the answer is the recommended figure.
    ///
    /// # Example
    ///
    /// ```
    /// use core::time::Duration;
    /// use sceau::password::PasswordAlgorithm;
    ///
    /// let (taken, target) = (Duration::from_millis(10), Duration::from_millis(500));
    /// assert_eq!(PasswordAlgorithm::Sha256.calibrated_iterations(20_000, taken, target), 1_000_000);
    /// ```
    #[must_use]
    pub fn calibrated_iterations(self, done: u32, taken: Duration, target: Duration) -> u32 {
        let recommended = self.recommended_iterations();
        if taken.is_zero() {
            return recommended;
        }
        let afforded = target.as_nanos().saturating_mul(u128::from(done));
        // Bit by bit: the core divides by no number of run time.
        let iterations = (0..u32::BITS).rev().fold(0_u32, |iterations, bit| {
            let more = iterations + (1 << bit);
            let lasts = taken.as_nanos().saturating_mul(u128::from(more));
            if lasts <= afforded { more } else { iterations }
        });
        iterations.max(recommended).min(MAX_ITERATIONS)
    }
}

#[cfg(test)]
mod tests {
    use core::time::Duration;

    use super::PasswordAlgorithm;
    use crate::password::CreatePolicy;

    const SHA256: PasswordAlgorithm = PasswordAlgorithm::Sha256;

    fn calibrated(done: u32, taken: u64, target: u64) -> u32 {
        let (taken, target) = (Duration::from_nanos(taken), Duration::from_nanos(target));
        SHA256.calibrated_iterations(done, taken, target)
    }

    #[test]
    fn fits_what_was_measured_rounded_down() {
        assert_eq!(calibrated(20_000, 10_000_000, 500_000_000), 1_000_000);
        assert_eq!(calibrated(3, 2, 1_000_000), 1_500_000);
        assert_eq!(calibrated(1, 3, 2_000_000), 666_666);
    }

    #[test]
    fn stays_between_the_recommended_figure_and_the_greatest() {
        let recommended = SHA256.recommended_iterations();
        for (done, taken, target) in [
            (20_000, 10_000_000, 0),
            (0, 10_000_000, u64::MAX),
            (1, u64::MAX, 1),
            (u32::MAX, 0, u64::MAX),
            (20_000, 10_000_000, 300_000_000),
        ] {
            assert_eq!(calibrated(done, taken, target), recommended);
        }
        assert_eq!(calibrated(u32::MAX, 1, u64::MAX), 10_000_000);
        let longest = SHA256.calibrated_iterations(u32::MAX, Duration::MAX, Duration::MAX);
        assert_eq!(longest, 10_000_000);
        assert!(CreatePolicy::new(SHA256, longest).is_ok());
    }
}
