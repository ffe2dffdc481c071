//! Measuring by ratio: two ways of doing the same work in turn, in one run, on one machine.
//!
//! A time says much about the machine and the hour, a ratio of two neighbours little. So nothing
//! here is compared with a limit, and no test looks at a clock.

pub mod pairs;
pub mod password;
pub mod spread;
